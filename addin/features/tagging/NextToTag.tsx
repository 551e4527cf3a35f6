/** The seller's other open meetings, newest first: where this one stands among them, and the way to the next. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type JSX, useState } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import type { Reply } from '../../client/call.ts';
import { usePendingMeetings } from '../../client/queries.ts';
import { localDayOf } from '../../ui/formats.ts';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';

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
    paddingInline: tokens.spacingHorizontalXS,
  },
  words: { flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start' },
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
          meetings={pending.data.meetings.filter(({ meetingId }) => meetingId !== shownMeetingId)}
          todayOn={pending.data.todayOn}
          onChoose={onChoose}
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
  readonly pending: Reply<'pending-meetings'>;
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

interface PendingListProps {
  readonly meetings: readonly Meeting[];
  readonly todayOn: string;
  readonly onChoose: (meeting: Meeting) => void;
}

function PendingList({ meetings, todayOn, onChoose }: PendingListProps): JSX.Element {
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
                  {account}, <span className={styles.quiet}>{when}</span>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
      {meetings.length > shown.length && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setShowsAll(true)}>
          {text('pane.next.more', { count: meetings.length - shown.length })}
        </Button>
      )}
    </>
  );
}

/** The names of a meeting's accounts; empty while they are open to choice. */
export function accountNames({ accounts }: Meeting): string {
  return accounts.map(({ name }) => name).join(', ');
}
