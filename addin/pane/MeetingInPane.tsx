/** One meeting in the pane: whose it is, and its question, or why there is none. */
import { Text } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useEffect } from 'react';
import type { Meeting, SharedItem } from '../../api/contract/tagging.ts';
import { queryKeys } from '../client/query-keys.ts';
import { MeetingHeader } from '../features/tagging/MeetingHeader.tsx';
import { openAccounts } from '../features/tagging/open-accounts.ts';
import { TagForm } from '../features/tagging/TagForm.tsx';
import { useTagging } from '../features/tagging/use-tagging.tsx';
import { localDayOf } from '../ui/formats.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../ui/text.tsx';
import { PaneSkeleton } from './PaneFrame.tsx';

/** Asked now and then, each brings more than the usual question. */
const { Part: AccountChoice } = lazyPart(async () => (await import('../features/tagging/AccountChoice.tsx')).AccountChoice, {
  waiting: PaneSkeleton,
});
const { Part: PlannedModality } = lazyPart(async () => (await import('./PlannedModality.tsx')).PlannedModality, { waiting: PaneSkeleton });

/** In whose calendar the meeting stands, and where. */
export interface SharedMeeting {
  readonly owner: { readonly id: string; readonly name: string };
  readonly item: SharedItem;
}

interface MeetingInPaneProps {
  readonly meeting: Meeting;
  readonly todayOn: string;
  readonly myId: string | undefined;
  /** Absent in one's own calendar. */
  readonly shared?: SharedMeeting | undefined;
}

export function MeetingInPane({ meeting, todayOn, myId, shared }: MeetingInPaneProps): JSX.Element {
  const text = useText();
  const tagging = useTagging(meeting, shared?.item);
  useReadAgain(meeting, tagging.now.storedTag?.version);
  return (
    <>
      {shared && <Text>{text('pane.onBehalf', { name: shared.owner.name })}</Text>}
      <MeetingHeader meeting={meeting} todayOn={todayOn} changes={tagging.now.changes} />
      {openAccounts(meeting.contacts).length > 0 && <AccountChoice meeting={meeting} />}
      {meeting.isCancelled && <Notice title={text('pane.cancelled.title')} sentence={text('pane.cancelled.sentence')} />}
      {!meeting.isCancelled && !meeting.isOver && <NotOver meeting={meeting} todayOn={todayOn} mayPlan={shared === undefined} />}
      {!meeting.isCancelled && meeting.isOver && (
        <TagForm meeting={meeting} tagging={tagging} todayOn={todayOn} myId={myId} hasFocus showsStrip owner={shared?.owner ?? null} />
      )}
    </>
  );
}

/** What is asked about several people's answers, or about attendance, only the server can settle: it is read again after each answer. */
function useReadAgain({ tag, disputedPresence, isContradicted }: Meeting, storedVersion: number | undefined): void {
  const queryClient = useQueryClient();
  const isOpen = disputedPresence.length > 0 || isContradicted;
  const isNewer = storedVersion !== undefined && storedVersion > (tag?.version ?? 0);
  useEffect(() => {
    if (isOpen && isNewer) void queryClient.invalidateQueries({ queryKey: queryKeys.meetingsOfItems });
  }, [isOpen, isNewer, storedVersion, queryClient]);
}

interface NotOverProps {
  readonly meeting: Meeting;
  readonly todayOn: string;
  readonly mayPlan: boolean;
}

function NotOver({ meeting, todayOn, mayPlan }: NotOverProps): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const end = { day: formats.daysAgo({ on: localDayOf(meeting.endsAt, timeZone), todayOn }), time: formats.time(meeting.endsAt) };
  return (
    <>
      {mayPlan && <PlannedModality meeting={meeting} />}
      <Notice title={text('pane.notOver.title')} sentence={text('pane.notOver.sentence', end)} />
    </>
  );
}

/** A title and one sentence, in place of a question. */
export function Notice({ title, sentence }: { readonly title: string; readonly sentence: string }): JSX.Element {
  return (
    <EmptyState title={title}>
      <Text>{sentence}</Text>
    </EmptyState>
  );
}
