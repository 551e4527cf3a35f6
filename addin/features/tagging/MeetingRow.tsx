/** One meeting of the page "To tag": a row with two buttons, which becomes the second step once it is answered. */
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type JSX, memo } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import type { AccountGlance, Meeting } from '../../../api/contract/tagging.ts';
import type { Modality } from '../../../api/contract/vocabulary.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { Details, detailsStop } from '../../ui/Details.tsx';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { TouchStrip } from '../../ui/TouchStrip.tsx';
import { PeopleLine } from './MeetingHeader.tsx';
import { accountNames } from './NextToTag.tsx';
import { suggestionWords } from '../../ui/suggestion-words.ts';
import { accountNow, meetingDetails } from './tag-words.ts';
import { TagForm } from './TagForm.tsx';
import { useTagging } from './use-tagging.tsx';

const wide = '@media (min-width: 1000px)';
const narrow = '@media (max-width: 559px)';
/** Of the usual answers: the same in every row, answered or not, so that the strips stand in one column; a third answer wraps. */
const answersWidthPx = 256;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [wide]: { gridTemplateColumns: `104px minmax(0, 1fr) ${answersWidthPx}px` },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusMedium },
  },
  time: { color: tokens.colorNeutralForeground2 },
  accounts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  account: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    [wide]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 168px', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalM}` },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, [narrow]: { justifyContent: 'flex-start' } },
  answer: { minWidth: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: { gridColumnStart: '2', gridColumnEnd: '-1', maxWidth: '640px', [narrow]: { gridColumnStart: '1' } },
});

interface MeetingRowProps {
  readonly meeting: Meeting;
  readonly todayOn: string;
  readonly myId: string;
  /** Whether the Tab key reaches this row; the arrows reach the others. */
  readonly isStop: boolean;
}

export const MeetingRow = memo(function MeetingRow({ meeting, todayOn, myId, isStop }: MeetingRowProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const tagging = useTagging(meeting);
  const { draft, kept, changes } = tagging.now;
  const isUntouched = draft.outcome === undefined && kept === undefined;
  const reason = suggestionWords(meeting.suggestion, text, formats);
  const lines = meetingDetails(meeting, changes, todayOn, { text, formats });
  const when = meeting.isAllDay ? text('meeting.allDay') : formats.timeRange(meeting);
  return (
    <Details lines={lines}>
      <li
        className={styles.row}
        aria-label={text('toTag.meeting', { account: accountNames(meeting) || text('meeting.accountOpen'), when })}
        data-row={meeting.meetingId}
        {...detailsStop(lines, isStop)}
      >
        <Text className={styles.time}>{when}</Text>
        <div className={styles.accounts}>
          {meeting.accounts.map((account) => (
            <AccountLine key={account.accountId} account={accountNow(account, changes)} todayOn={todayOn} />
          ))}
          {meeting.accounts.length === 0 && <Text weight="semibold">{text('meeting.accountOpen')}</Text>}
          <PeopleLine contacts={meeting.contacts} />
          {isUntouched && reason && (
            <Text size={200} className={styles.quiet}>
              {reason}
            </Text>
          )}
        </div>
        {isUntouched ? (
          <QuickAnswers suggested={meeting.suggestion.modality} onAnswer={tagging.answer} />
        ) : (
          <div className={styles.form}>
            <TagForm meeting={meeting} tagging={tagging} todayOn={todayOn} myId={myId} hasFocus={false} showsStrip={false} />
          </div>
        )}
      </li>
    </Details>
  );
});

function AccountLine({ account, todayOn }: { readonly account: AccountGlance; readonly todayOn: string }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.account}>
      <div className={styles.name}>
        <AccountName accountId={account.accountId} name={account.name} />
        <HealthWord word={account.word} decidingUnanswered={account.decidingUnanswered} />
      </div>
      <TouchStrip strip={account.strip} todayOn={todayOn} />
    </div>
  );
}

const largeAnswers: readonly Modality[] = ['in_person', 'virtual'];
const rareAnswers: readonly Modality[] = ['phone', 'hybrid'];

interface QuickAnswersProps {
  readonly suggested: Modality | 'unknown';
  readonly onAnswer: (answer: Answer) => void;
}

/** The two usual answers, a rare one when it is suggested, and the rest behind a button. */
function QuickAnswers({ suggested, onAnswer }: QuickAnswersProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const shown = [...largeAnswers, ...rareAnswers.filter((modality) => modality === suggested)];
  return (
    <div className={styles.answers} role="group" aria-label={text('tag.question.modality')}>
      {shown.map((modality) => (
        <Button
          key={modality}
          className={styles.answer}
          appearance={suggested === modality ? 'primary' : 'outline'}
          icon={<ModalityMark mark={modality} />}
          onClick={() => onAnswer({ kind: 'modality', modality })}
        >
          {text(`modality.${modality}`)}
        </Button>
      ))}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" menuIcon={null} icon={<MoreHorizontal20Regular />} aria-label={text('tag.more')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {rareAnswers
              .filter((modality) => modality !== suggested)
              .map((modality) => (
                <MenuItem key={modality} icon={<ModalityMark mark={modality} />} onClick={() => onAnswer({ kind: 'modality', modality })}>
                  {text(`modality.${modality}`)}
                </MenuItem>
              ))}
            <MenuItem icon={<ModalityMark mark="not_held" />} onClick={() => onAnswer({ kind: 'did_not_happen' })}>
              {text('tag.didNotHappen')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
