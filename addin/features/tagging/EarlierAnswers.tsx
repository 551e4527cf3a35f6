/** What was said about a meeting before, and by whom: closed until somebody wants to know. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type JSX, useId, useState } from 'react';
import { draftOf } from '../../../api/contract/tag-form.ts';
import type { TagVersion } from '../../../api/contract/tagging.ts';
import { useTagVersions } from '../../client/queries.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { localDayOf } from '../../ui/formats.ts';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { answerWords } from './tag-words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface EarlierAnswersProps {
  readonly meetingId: string;
  /** The version on the screen: a newer one asks anew. */
  readonly newest: number;
  readonly todayOn: string;
}

export function EarlierAnswers(props: EarlierAnswersProps): JSX.Element {
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={choiceStyles.flush}
        icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text('tag.versions')}
      </Button>
      {isOpen && (
        <div id={listId}>
          <Versions {...props} />
        </div>
      )}
    </>
  );
}

const listSkeleton = [
  { widthPercent: 80, heightPx: 16 },
  { widthPercent: 70, heightPx: 16 },
] as const;

function Versions({ meetingId, newest, todayOn }: EarlierAnswersProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { data, error } = useTagVersions(meetingId, newest);
  if (error) return <Text size={200}>{text('tag.versions.failed')}</Text>;
  if (!data) return <LinesSkeleton lines={listSkeleton} />;
  return (
    <ul className={styles.list}>
      {data.versions
        .filter(({ version }) => version !== data.countingVersion)
        .map((version) => (
          <li key={version.version}>
            <OneVersion version={version} todayOn={todayOn} />
          </li>
        ))}
    </ul>
  );
}

interface OneVersionProps {
  readonly version: TagVersion;
  readonly todayOn: string;
}

function OneVersion({ version, todayOn }: OneVersionProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const { taggedBy, taggedAt } = version.kind === 'said' ? version.tag : version;
  const when = `${formats.daysAgo({ on: localDayOf(taggedAt, timeZone), todayOn })}, ${formats.time(taggedAt)}`;
  const owner = version.kind === 'said' ? version.tag.onBehalfOf : null;
  const who = owner
    ? text('tag.versions.onBehalf', { name: taggedBy.name, owner: owner.name, when })
    : text('tag.by', { name: taggedBy.name, when });
  return (
    <Text size={200} block>
      {version.kind === 'said' ? answerWords(draftOf(version.tag), text) : text('tag.versions.withdrawn')}{' '}
      <span className={styles.quiet}>{who}</span>
    </Text>
  );
}
