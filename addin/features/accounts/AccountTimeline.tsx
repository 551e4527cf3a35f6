/** The large strip with its legend, and the two figures that it shows at a glance: remote in a row, and not answered. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import type { useAccountMeetings } from '../../client/queries.ts';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useText } from '../../ui/text.tsx';
import type { Figure } from './explanation.ts';
import { MeetingStrip } from './MeetingStrip.tsx';
import { Section } from './Section.tsx';
import { StripLegend } from './StripLegend.tsx';
import { WhyButton } from './WhyButton.tsx';

const useStyles = makeStyles({
  failed: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  figures: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalXL}`, margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface AccountTimelineProps {
  readonly reply: AccountReply;
  /** Of the last 12 months. */
  readonly year: ReturnType<typeof useAccountMeetings>;
  readonly onWhy: (figure: Figure) => void;
}

export function AccountTimeline({ reply, year, onWhy }: AccountTimelineProps): JSX.Element {
  const text = useText();
  return (
    <Section title={text('account.strip')}>
      <Strip reply={reply} year={year} onWhy={onWhy} />
      <StripFigures reply={reply} onWhy={onWhy} />
    </Section>
  );
}

function Strip({ reply: { todayOn, account }, year, onWhy }: AccountTimelineProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const onOpen = (): void => onWhy('year');
  if (year.data) {
    const { meetings } = year.data;
    const hasMeetings = meetings.length > 0;
    return (
      <>
        <MeetingStrip meetings={meetings} todayOn={todayOn} cadenceDays={account.cadenceDays} onOpen={onOpen} />
        {hasMeetings ? <StripLegend onOpen={onOpen} /> : <Text className={styles.quiet}>{text('account.strip.empty')}</Text>}
      </>
    );
  }
  if (!year.error) return <LinesSkeleton lines={stripSkeleton} />;
  return (
    <div className={styles.failed} role="alert">
      <Text>{text('why.failed')}</Text>
      <Button onClick={() => void year.refetch()}>{text('failure.retry')}</Button>
    </div>
  );
}

const stripSkeleton = [
  { widthPercent: 100, heightPx: 64 },
  { widthPercent: 60, heightPx: 16 },
] as const;

function StripFigures({ reply: { health }, onWhy }: Pick<AccountTimelineProps, 'reply' | 'onWhy'>): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  const { virtualStreak, unanswered, lastNearOn } = health;
  const showsStreak = virtualStreak > 0 || lastNearOn !== null;
  if (!showsStreak && unanswered === 0) return undefined;
  return (
    <ul className={styles.figures}>
      {showsStreak && (
        <li>
          {text(lastNearOn === null ? 'account.streak.never' : 'account.streak', { count: virtualStreak })}
          <WhyButton figure={text('why.figure.streak')} onClick={() => onWhy('streak')} />
        </li>
      )}
      {unanswered > 0 && (
        <li>
          {text('account.unanswered', { count: unanswered })}
          <WhyButton figure={text('why.figure.unanswered')} onClick={() => onWhy('unanswered')} />
        </li>
      )}
    </ul>
  );
}
