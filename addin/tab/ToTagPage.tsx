/** The seller's open meetings by day, newest first; what was answered a moment ago stays until the page is left. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { Keyboard20Regular } from '@fluentui/react-icons/svg/keyboard';
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add';
import { type JSX, lazy, Suspense, useMemo, useState } from 'react';
import type { Me } from '../../api/contract/person.ts';
import type { PendingList } from '../client/pending-pages.ts';
import { usePendingMeetings, useTaggingProgress } from '../client/queries.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { meetingDays } from '../features/tagging/meeting-days.ts';
import { MoreButton } from '../features/tagging/NextToTag.tsx';
import { AllDone } from '../features/tagging/to-tag/AllDone.tsx';
import { BulkChoice, BulkResult } from '../features/tagging/to-tag/BulkBar.tsx';
import { firstWeekdayOf } from '../features/tagging/to-tag/first-weekday.ts';
import { ToTagList } from '../features/tagging/to-tag/ToTagList.tsx';
import { ToTagSkeleton } from '../features/tagging/to-tag/ToTagSkeleton.tsx';
import { useRestOfPages } from '../features/tagging/to-tag/use-rest-of-pages.ts';
import { useToTagList } from '../features/tagging/to-tag/use-to-tag-list.ts';
import { WeekProgress } from '../features/tagging/to-tag/WeekProgress.tsx';
import { useAnsweredHere, useSessions } from '../features/tagging/use-tagging.tsx';
import { WelcomeNotice } from '../features/welcome/WelcomeNotice.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../ui/text.tsx';
import { byHandPath, hrefOf, welcomePath } from './hash-route.ts';

const KeysDialog = lazy(async () => {
  const { KeysDialog: loaded } = await import('../features/tagging/to-tag/KeysDialog.tsx');
  return { default: loaded };
});

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', justifyContent: 'space-between', gap: tokens.spacingHorizontalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
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
  return <ToTagSkeleton />;
}

interface LoadedListProps {
  readonly pending: ReturnType<typeof usePendingMeetings>;
  readonly list: PendingList;
  readonly myId: string;
}

function LoadedList({ pending, list: { todayOn, total, meetings, isCalendarRead, nextCount }, myId }: LoadedListProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const timeZone = useTimeZone();
  const answered = useAnsweredHere();
  const progress = useProgress();
  const [isAskingOutcome, setIsAskingOutcome] = useState(false);
  const days = useMemo(() => meetingDays({ pending: meetings, answered }, timeZone), [meetings, answered, timeZone]);
  const rest = useRestOfPages(pending);
  const list = useToTagList({
    days,
    loadRest: nextCount > 0 ? rest.load : undefined,
    onAskOutcome: () => setIsAskingOutcome(true),
  });
  const { selection, bulk } = list;
  if (days.length === 0) return <NothingToTag isCalendarRead={isCalendarRead} />;
  return (
    <div className={styles.page}>
      {!isCalendarRead && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text('toTag.reading')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.top}>
        {total === 0 ? (
          <AllDone progress={progress.isFetching ? undefined : progress.data} />
        ) : (
          <WeekProgress week={progress.data?.week} open={total} />
        )}
        <div className={styles.actions}>
          <Button appearance="subtle" icon={<Keyboard20Regular />} onClick={() => list.openHelp()}>
            {text('toTag.keys')}
          </Button>
          <MetSomeoneLink />
        </div>
      </div>
      <ToTagList list={list} todayOn={todayOn} myId={myId} isComplete={nextCount === 0} onDrawn={rest.onDrawn} />
      {pending.isFetchingNextPage && (
        <Text className={styles.quiet} role="status">
          {text('toTag.loadingMore')}
        </Text>
      )}
      {pending.isFetchNextPageError && (
        <MoreButton count={nextCount} isLoadingMore={pending.isFetchingNextPage} hasFailed onMore={() => void pending.fetchNextPage()} />
      )}
      {selection.meetings.length > 0 ? (
        <BulkChoice
          meetings={selection.meetings}
          isAskingOutcome={isAskingOutcome}
          onAskOutcome={setIsAskingOutcome}
          onAnswer={list.answerSelected}
          onClear={list.clearSelection}
        />
      ) : (
        bulk.run && <BulkResult run={bulk.run} onUndo={() => void bulk.undoAll()} onClose={list.closeBulk} />
      )}
      <div className={styles.heard} role="status">
        {list.said}
      </div>
      {list.isHelpOpen && (
        <Suspense>
          <KeysDialog onClose={list.closeHelp} />
        </Suspense>
      )}
    </div>
  );
}

function useProgress(): ReturnType<typeof useTaggingProgress> {
  const sessions = useSessions();
  const { locale } = useFormats();
  const timeZone = useTimeZone();
  return useTaggingProgress({
    timeZone,
    firstWeekday: useMemo(() => firstWeekdayOf(locale), [locale]),
    hasAnswered: () => sessions.answered().length > 0,
  });
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
