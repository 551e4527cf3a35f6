/** The seller's other open meetings, newest first: where this one stands among them, and the way to the next. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type JSX, useState } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import type { Reply } from '../../client/call.ts';
import { usePendingMeetings } from '../../client/queries.ts';
import { localDayOf } from '../../ui/formats.ts';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { isUnanswered } from './to-tag/open-meeting.ts';
import { useSessions } from './use-tagging.tsx';

/** Shown at once; the pane is narrow and the tab has the whole list. */
const firstShown = 3;

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
  heading: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    width: '100%',
    justifyContent: 'space-between',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingInline: 0,
    // Then a frame stands around it.
    '@media (forced-colors: active)': { paddingInline: tokens.spacingHorizontalXS },
  },
  /** Account and day stand side by side, or below each other where they do not fit; neither is broken in the middle. */
  words: {
    display: 'flex',
    flexGrow: 1,
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalS}`,
    minWidth: 0,
  },
  account: { minWidth: 0, color: tokens.colorNeutralForeground1 },
  when: { whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface NextToTagProps {
  /** The meeting that the pane shows; it is left out of the list. */
  readonly shownMeetingId: string | undefined;
  readonly onChoose: (meeting: Meeting) => void;
}

export function NextToTag({ shownMeetingId, onChoose }: NextToTagProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const pending = usePendingMeetings();
  const sessions = useSessions();
  // What lies far down the list is not read anew after each answer.
  const isOpen = (meeting: Meeting): boolean => !sessions.has(meeting.meetingId) || isUnanswered(sessions.of(meeting).state());
  return (
    <section className={styles.section} aria-labelledby="next-to-tag">
      <div className={styles.heading}>
        <h3 id="next-to-tag" className={styles.title}>
          {text('pane.next')}
        </h3>
        {pending.data && <Position pending={pending.data} shownMeetingId={shownMeetingId} />}
      </div>
      {pending.data && (
        <PendingList
          meetings={pending.data.meetings.filter((meeting) => meeting.meetingId !== shownMeetingId && isOpen(meeting))}
          todayOn={pending.data.todayOn}
          onChoose={onChoose}
          nextCount={pending.data.nextCount}
          isLoadingMore={pending.isFetchingNextPage}
          hasFailed={pending.isFetchNextPageError}
          onMore={() => void pending.fetchNextPage()}
        />
      )}
      {pending.data?.isCalendarRead === false && (
        <Text size={200} className={styles.quiet}>
          {text('pane.next.reading')}
        </Text>
      )}
      {!pending.data &&
        (pending.isError ? <Text className={styles.quiet}>{text('pane.next.failed')}</Text> : <LinesSkeleton lines={listSkeleton} />)}
    </section>
  );
}

interface PositionProps extends Pick<NextToTagProps, 'shownMeetingId'> {
  readonly pending: Pick<Reply<'pending-meetings'>, 'meetings' | 'total'>;
}

/** "2 of 5" while the meeting on the screen is one of them, otherwise how many there are. */
function Position({ pending: { meetings, total }, shownMeetingId }: PositionProps): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  const position = meetings.findIndex(({ meetingId }) => meetingId === shownMeetingId) + 1;
  if (total === 0) return undefined;
  return (
    <Text size={200} className={styles.quiet}>
      {position > 0 ? text('pane.next.count', { position, total }) : text('pane.next.total', { total })}
    </Text>
  );
}

const listSkeleton = [
  { widthPercent: 90, heightPx: 20 },
  { widthPercent: 80, heightPx: 20 },
] as const;

interface PendingListProps extends Omit<MoreButtonProps, 'count'> {
  readonly meetings: readonly Meeting[];
  readonly todayOn: string;
  readonly onChoose: (meeting: Meeting) => void;
  /** How many meetings the server gives next; 0 when all are here. */
  readonly nextCount: number;
}

function PendingList({ meetings, todayOn, onChoose, nextCount, isLoadingMore, hasFailed, onMore }: PendingListProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? meetings : meetings.slice(0, firstShown);
  if (meetings.length === 0) return <Text className={styles.quiet}>{text('pane.next.none')}</Text>;
  return (
    <>
      <ul className={styles.list}>
        {shown.map((meeting) => {
          const on = localDayOf(meeting.startsAt, timeZone);
          const when = `${formats.day(on)}, ${meeting.isAllDay ? text('meeting.allDay') : formats.time(meeting.startsAt)}`;
          const account = accountNames(meeting) || text('meeting.accountOpen');
          return (
            <li key={meeting.meetingId}>
              <Button
                appearance="subtle"
                className={styles.entry}
                icon={<ChevronRight16Regular />}
                iconPosition="after"
                aria-label={text('pane.next.open', { account, when: `${when}, ${formats.daysAgo({ on, todayOn })}` })}
                onClick={() => onChoose(meeting)}
              >
                <span className={styles.words}>
                  <span className={styles.account}>{account}</span> <span className={mergeClasses(styles.when, styles.quiet)}>{when}</span>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
      {meetings.length > shown.length ? (
        <MoreButton count={meetings.length - shown.length} isLoadingMore={false} hasFailed={false} onMore={() => setShowsAll(true)} />
      ) : (
        <MoreButton count={nextCount} isLoadingMore={isLoadingMore} hasFailed={hasFailed} onMore={onMore} />
      )}
    </>
  );
}

interface MoreButtonProps {
  /** How many meetings a click adds; with 0 there is no button. */
  readonly count: number;
  readonly isLoadingMore: boolean;
  /** Whether the last click added nothing. */
  readonly hasFailed: boolean;
  readonly onMore: () => void;
}

/** The way to what is not shown yet; the same below the pane's list and the tab's. */
export function MoreButton({ count, isLoadingMore, hasFailed, onMore }: MoreButtonProps): JSX.Element | undefined {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  if (count === 0) return undefined;
  return (
    <>
      {hasFailed && (
        <Text size={200} className={styles.quiet} role="status">
          {text('list.moreFailed')}
        </Text>
      )}
      <Button size="small" appearance="subtle" className={choiceStyles.flush} disabledFocusable={isLoadingMore} onClick={onMore}>
        {isLoadingMore ? text('app.loading') : text('list.more', { count })}
      </Button>
    </>
  );
}

/** The names of a meeting's accounts; empty while they are open to choice. */
export function accountNames({ accounts }: Meeting): string {
  return accounts.map(({ name }) => name).join(', ');
}
