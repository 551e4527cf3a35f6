/** The seller's open meetings by day, newest first; what was answered a moment ago stays until the page is left. */
import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add';
import type { JSX } from 'react';
import type { Me } from '../../api/contract/person.ts';
import { usePendingMeetings } from '../client/queries.ts';
import type { PendingList } from '../client/pending-pages.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { meetingDays } from '../features/tagging/meeting-days.ts';
import { MeetingRow } from '../features/tagging/MeetingRow.tsx';
import { MoreButton } from '../features/tagging/NextToTag.tsx';
import { useAnsweredHere } from '../features/tagging/use-tagging.tsx';
import { WelcomeNotice } from '../features/welcome/WelcomeNotice.tsx';
import { useRovingRows } from '../ui/roving-rows.ts';
import { EmptyState } from '../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../ui/text.tsx';
import { byHandPath, hrefOf, welcomePath } from './hash-route.ts';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', justifyContent: 'space-between', gap: tokens.spacingHorizontalL },
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, width: '320px', maxWidth: '100%' },
  day: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  when: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

export function ToTagPage({ me }: { readonly me: Me }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <WelcomeNotice href={hrefOf(welcomePath)} />
      <LoadingList me={me} />
    </div>
  );
}

function LoadingList({ me }: { readonly me: Me }): JSX.Element {
  const pending = usePendingMeetings();
  if (pending.data) return <LoadedList pending={pending} list={pending.data} myId={me.id} />;
  if (pending.error) return <FailureState failure={pending.error} onRetry={() => void pending.refetch()} />;
  return <TabSkeleton />;
}

interface LoadedListProps {
  readonly pending: Pick<ReturnType<typeof usePendingMeetings>, 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'>;
  readonly list: PendingList;
  readonly myId: string;
}

function LoadedList({ pending, list, myId }: LoadedListProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const answered = useAnsweredHere();
  const { todayOn, total, meetings, isCalendarRead, nextCount } = list;
  const openIds = new Set(meetings.map(({ meetingId }) => meetingId));
  const answeredCount = answered.filter(({ meetingId }) => !openIds.has(meetingId)).length;
  const days = meetingDays({ pending: meetings, answered }, timeZone);
  const { stopId, ...rows } = useRovingRows(days.flatMap((day) => day.meetings.map(({ meetingId }) => meetingId)));
  if (days.length === 0) return <NothingToTag isCalendarRead={isCalendarRead} />;
  return (
    <div className={styles.page} {...rows}>
      {!isCalendarRead && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text('toTag.reading')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.top}>
        <Progress answered={answeredCount} open={total} />
        <MetSomeoneLink />
      </div>
      {days.map((day) => (
        <section key={day.on} aria-labelledby={`day-${day.on}`}>
          <h2 id={`day-${day.on}`} className={styles.day}>
            {formats.fullDay(day.on)} <span className={styles.when}>{formats.daysAgo({ on: day.on, todayOn })}</span>
          </h2>
          <ul className={styles.list}>
            {day.meetings.map((meeting) => (
              <MeetingRow key={meeting.meetingId} meeting={meeting} todayOn={todayOn} myId={myId} isStop={meeting.meetingId === stopId} />
            ))}
          </ul>
        </section>
      ))}
      {nextCount > 0 && (
        <div className={styles.more}>
          <Text className={styles.quiet}>{text('toTag.shownOf', { shown: meetings.length, total })}</Text>
          <MoreButton
            count={nextCount}
            isLoadingMore={pending.isFetchingNextPage}
            hasFailed={pending.isFetchNextPageError}
            onMore={() => void pending.fetchNextPage()}
          />
        </div>
      )}
    </div>
  );
}

function Progress({ answered, open }: { readonly answered: number; readonly open: number }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const all = answered + open;
  const sentence = open === 0 ? text('toTag.allDone') : text('toTag.progress', { answered, total: all });
  return (
    <div className={styles.progress}>
      <Text role="status">{answered === 0 ? text('toTag.count', { total: open }) : sentence}</Text>
      <ProgressBar value={answered} max={all} aria-label={sentence} />
    </div>
  );
}

function NothingToTag({ isCalendarRead }: { readonly isCalendarRead: boolean }): JSX.Element {
  const text = useText();
  const state = isCalendarRead ? 'empty' : 'emptyReading';
  return (
    <EmptyState title={text(`toTag.${state}.title`)}>
      <Text>{text(`toTag.${state}.sentence`)}</Text>
      <MetSomeoneLink />
    </EmptyState>
  );
}

function MetSomeoneLink(): JSX.Element {
  const text = useText();
  return (
    <Button as="a" icon={<PersonAdd20Regular />} href={hrefOf(byHandPath)}>
      {text('byHand.action')}
    </Button>
  );
}
