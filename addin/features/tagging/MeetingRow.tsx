/** One meeting of the page "To tag": a row with two buttons, which becomes the second step once it is answered. */
import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type JSX, memo, useRef } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import type { AccountGlance, Meeting } from '../../../api/contract/tagging.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { Details, detailsStop } from '../../ui/Details.tsx';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { TouchStrip } from '../../ui/TouchStrip.tsx';
import { PeopleLine } from './MeetingHeader.tsx';
import { accountNames } from './NextToTag.tsx';
import { suggestionWords } from '../../ui/suggestion-words.ts';
import { accountNow, meetingDetails } from './tag-words.ts';
import { TagForm } from './TagForm.tsx';
import type { WordChange } from './tagging-session.ts';
import { TagSummary } from './TagSummary.tsx';
import { isWhole } from './to-tag/open-meeting.ts';
import { QuickAnswers } from './to-tag/QuickAnswers.tsx';
import type { RowActions } from './to-tag/use-to-tag-list.ts';
import { type Tagging, useTagging } from './use-tagging.tsx';

const wide = '@media (min-width: 1000px)';
const narrow = '@media (max-width: 559px)';
/** Of the usual answers: the same in every row, answered or not, so that the strips stand in one column; a third answer wraps. */
const answersWidthPx = 280;
const selectWidthPx = 24;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: `${selectWidthPx}px 104px minmax(0, 1fr) auto`,
    alignItems: 'start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [wide]: { gridTemplateColumns: `${selectWidthPx}px 104px minmax(0, 1fr) ${answersWidthPx}px` },
    [narrow]: { gridTemplateColumns: `${selectWidthPx}px minmax(0, 1fr)` },
    // Inside of the row: what lies below it is drawn over its edge.
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
  },
  selected: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 2px 0 0 ${tokens.colorCompoundBrandStroke}` },
  /** The box has an edge of its own around it; its mark stands where the row's text begins. */
  select: { margin: `calc(-1 * ${tokens.spacingVerticalXS}) calc(-1 * ${tokens.spacingHorizontalS})` },
  time: { color: tokens.colorNeutralForeground2 },
  accounts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    [narrow]: { gridColumnStart: '1', gridColumnEnd: '-1' },
  },
  account: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    [wide]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 168px', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalM}` },
  quiet: { color: tokens.colorNeutralForeground2 },
  answers: { [narrow]: { gridColumnStart: '1', gridColumnEnd: '-1' } },
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
    gridColumnStart: '3',
    gridColumnEnd: '-1',
    maxWidth: '640px',
    [narrow]: { gridColumnStart: '1' },
  },
  details: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface MeetingRowProps {
  readonly meeting: Meeting;
  readonly todayOn: string;
  readonly myId: string;
  /** In the grid, the first is 1. */
  readonly rowIndex: number;
  /** Whether the Tab key reaches this row; the arrows reach the others. */
  readonly isStop: boolean;
  readonly isSelected: boolean;
  /** Whether an answered row asks on; otherwise it is one line. */
  readonly isExpanded: boolean;
  readonly actions: RowActions;
}

export const MeetingRow = memo(function MeetingRow(props: MeetingRowProps): JSX.Element {
  const { meeting, todayOn, rowIndex, isStop, isSelected, actions } = props;
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const tagging = useRowTagging(meeting, actions);
  const { draft, kept, changes } = tagging.now;
  const isUntouched = draft.outcome === undefined && kept === undefined;
  const lines = meetingDetails(meeting, changes, todayOn, { text, formats });
  const when = meeting.isAllDay ? text('meeting.allDay') : formats.timeRange(meeting);
  const named = { account: accountNames(meeting) || text('meeting.accountOpen'), when };
  return (
    <Details lines={lines}>
      <div
        role="row"
        className={mergeClasses(styles.row, isSelected && isUntouched && styles.selected)}
        aria-label={text('toTag.meeting', named)}
        aria-rowindex={rowIndex}
        {...(isUntouched ? { 'aria-selected': isSelected } : {})}
        data-row={meeting.meetingId}
        {...detailsStop(lines, isStop)}
      >
        <div role="gridcell" className={styles.select}>
          {isUntouched && (
            <SelectBox
              isSelected={isSelected}
              isStop={isStop}
              label={text('toTag.select', named)}
              onSelect={(isRange) => actions.onSelect(meeting.meetingId, { isRange })}
            />
          )}
        </div>
        <Text role="gridcell" className={styles.time}>
          {when}
        </Text>
        <Facts meeting={meeting} changes={changes} todayOn={todayOn} isStop={isStop} isAsking={isUntouched} />
        {isUntouched ? (
          <div role="gridcell" className={styles.answers}>
            <QuickAnswers suggested={meeting.suggestion.modality} isStop={isStop} onAnswer={tagging.answer} />
          </div>
        ) : (
          <div role="gridcell" className={styles.form}>
            <SecondStep {...props} tagging={tagging} />
          </div>
        )}
      </div>
    </Details>
  );
});

/** The tagging of a row, which tells the list of each answer that leaves nothing to ask. */
function useRowTagging(meeting: Meeting, { onAnswered }: RowActions): Tagging {
  const tagging = useTagging(meeting);
  return {
    ...tagging,
    answer: (given: Answer) => {
      const { kept } = tagging.now;
      // Before the answer: the button that was pressed goes with the question.
      const isByKeyboard = kept === undefined && document.activeElement?.matches(':focus-visible') === true;
      tagging.answer(given);
      if (isWhole(given)) onAnswered(meeting.meetingId, { isByKeyboard });
    },
  };
}

interface SecondStepProps extends Pick<MeetingRowProps, 'meeting' | 'todayOn' | 'myId' | 'isExpanded' | 'actions'> {
  readonly tagging: Tagging;
}

/** The questions that follow; one line where many meetings were answered at once, until somebody wants to say more. */
function SecondStep({ meeting, todayOn, myId, isExpanded, actions, tagging }: SecondStepProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { outcome } = tagging.now.draft;
  const isAsking = outcome === undefined || outcome === 'did_not_happen';
  if (isExpanded || isAsking) {
    return <TagForm meeting={meeting} tagging={tagging} todayOn={todayOn} myId={myId} hasFocus={false} showsStrip={false} />;
  }
  return (
    <>
      <TagSummary tagging={tagging} myId={myId} todayOn={todayOn} />
      {outcome === 'held' && (
        <Button size="small" appearance="subtle" className={styles.details} onClick={() => actions.onExpand(meeting.meetingId)}>
          {text('toTag.details')}
        </Button>
      )}
    </>
  );
}

interface FactsProps extends Pick<MeetingRowProps, 'meeting' | 'todayOn' | 'isStop'> {
  readonly changes: readonly WordChange[];
  /** Whether the first question stands open: then the suggestion is explained. */
  readonly isAsking: boolean;
}

function Facts({ meeting, changes, todayOn, isStop, isAsking }: FactsProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const reason = isAsking ? suggestionWords(meeting.suggestion, text, formats) : undefined;
  return (
    <div role="gridcell" className={styles.accounts}>
      {meeting.accounts.map((account) => (
        <AccountLine key={account.accountId} account={accountNow(account, changes)} todayOn={todayOn} isStop={isStop} />
      ))}
      {meeting.accounts.length === 0 && <Text weight="semibold">{text('meeting.accountOpen')}</Text>}
      <PeopleLine contacts={meeting.contacts} />
      {reason && (
        <Text size={200} className={styles.quiet}>
          {reason}
        </Text>
      )}
    </div>
  );
}

interface SelectBoxProps {
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly label: string;
  /** `isRange`: with Shift, all from the last one to this. */
  readonly onSelect: (isRange: boolean) => void;
}

function SelectBox({ isSelected, isStop, label, onSelect }: SelectBoxProps): JSX.Element {
  /** The click comes before the change that it causes, which does not know of keys. */
  const isWithShift = useRef(false);
  return (
    <Checkbox
      checked={isSelected}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      onClick={({ shiftKey }) => {
        isWithShift.current = shiftKey;
      }}
      onChange={() => onSelect(isWithShift.current)}
    />
  );
}

interface AccountLineProps {
  readonly account: AccountGlance;
  readonly todayOn: string;
  readonly isStop: boolean;
}

function AccountLine({ account, todayOn, isStop }: AccountLineProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.account}>
      <div className={styles.name}>
        <AccountName accountId={account.accountId} name={account.name} isStop={isStop} />
        <HealthWord word={account.word} decidingUnanswered={account.decidingUnanswered} />
      </div>
      <TouchStrip strip={account.strip} todayOn={todayOn} />
    </div>
  );
}
