/** The answer about one account on its way to the server: one request at a time, its failure as a value. Draws nothing. */
import { useState } from 'react';
import type { TagReply, TagRequest } from '../../../api/contract/tagging.ts';
import { isNear } from '../../../api/contract/vocabulary.ts';
import type { Candidate, WelcomeQuestion } from '../../../api/contract/welcome.ts';
import { useCall } from '../../client/api-context.tsx';
import type { CallFailure, CallResult } from '../../client/call.ts';
import { useTimeZone } from '../../ui/text.tsx';
import { accountsMet } from './welcome-questions.ts';
import type { WelcomeVisit } from './use-welcome-visit.ts';

/** A day that is in no calendar. */
export interface DayAnswer {
  readonly on: string;
  readonly contactIds: readonly string[];
}

/** A meeting is tagged, and nobody of the account is credited by it: the seller says who was there. */
export interface OpenPresence {
  readonly candidate: Candidate;
  readonly stored: TagReply;
}

export interface AccountAnswer {
  readonly isSaving: boolean;
  /** Of the last request; undefined when it succeeded. */
  readonly failure: CallFailure | undefined;
  readonly openPresence: OpenPresence | undefined;
  readonly choose: (candidate: Candidate) => Promise<void>;
  /** Answers `openPresence`. */
  readonly credit: (contactIds: readonly string[]) => Promise<void>;
  /** Leaves `openPresence` unanswered: the meeting stays tagged, and the question stays open. */
  readonly leavePresence: () => Promise<void>;
  readonly addDay: (answer: DayAnswer) => Promise<void>;
  readonly answerWithoutMeeting: (answer: 'not_in_the_last_year' | 'skipped') => Promise<void>;
}

export function useAccountAnswer({ accountId }: WelcomeQuestion, visit: WelcomeVisit): AccountAnswer {
  const call = useCall();
  const timeZone = useTimeZone();
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<CallFailure | undefined>();
  const [openPresence, setOpenPresence] = useState<OpenPresence | undefined>();

  /** Does nothing while a request is under way: a second tap is not a second answer. */
  async function run<T>(send: () => Promise<CallResult<T>>, onStored: (value: T) => Promise<void>): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    setFailure(undefined);
    const result = await send();
    if (result.ok) await onStored(result.value);
    else {
      setFailure(result.failure);
      // The server knows better: the question, or one of its meetings, may be settled.
      if (result.failure.kind === 'problem') await visit.refresh();
    }
    setIsSaving(false);
  }

  const tag = (meetingId: string, request: TagRequest): Promise<CallResult<TagReply>> =>
    call('tag-meeting', { params: { meetingId }, request });

  const sendPresence = ({ candidate, stored }: OpenPresence, contactIds: readonly string[]): Promise<CallResult<TagReply>> =>
    tag(candidate.meetingId, {
      outcome: 'held',
      modality: stored.tag.modality ?? 'in_person',
      presentContactIds: [...new Set([...stored.tag.presentContactIds, ...contactIds])],
      timeZone,
      basedOnVersion: stored.tag.version,
    });

  const settle = (meetingIds: readonly string[], changes: TagReply['changes'] = []): Promise<void> =>
    visit.settle({ accountIds: [accountId], meetingIds, changes });

  /** The only one who was invited is the one who was met, even without an answer to the invitation; of several the seller is asked. */
  async function creditOnlyOne(open: OpenPresence): Promise<void> {
    const { meetingId, contacts } = open.candidate;
    if (contacts.length !== 1) {
      setOpenPresence(open);
      return;
    }
    const result = await sendPresence(
      open,
      contacts.map(({ contactId }) => contactId),
    );
    if (result.ok) await settle([meetingId], result.value.changes);
    else {
      setFailure(result.failure);
      setOpenPresence(open);
    }
  }

  async function choose(candidate: Candidate): Promise<void> {
    const { meetingId, suggestion } = candidate;
    const modality = suggestion.modality !== 'unknown' && isNear(suggestion.modality) ? suggestion.modality : 'in_person';
    await run(
      () => tag(meetingId, { outcome: 'held', modality, timeZone, basedOnVersion: 0 }),
      (stored) =>
        accountsMet(stored.changes).includes(accountId) ? settle([meetingId], stored.changes) : creditOnlyOne({ candidate, stored }),
    );
  }

  return {
    isSaving,
    failure,
    openPresence,
    choose,
    credit: async (contactIds) => {
      if (!openPresence) return;
      await run(
        () => sendPresence(openPresence, contactIds),
        (stored) => settle([openPresence.candidate.meetingId], stored.changes),
      );
    },
    leavePresence: async () => {
      if (!openPresence) return;
      setOpenPresence(undefined);
      await visit.settle({ accountIds: [], meetingIds: [openPresence.candidate.meetingId], changes: openPresence.stored.changes });
    },
    addDay: ({ on, contactIds }) =>
      run(
        () => call('add-meeting', { params: {}, request: { accountId, contactIds: [...contactIds], on, modality: 'in_person', timeZone } }),
        ({ changes }) => settle([], changes),
      ),
    answerWithoutMeeting: (answer) =>
      run(
        () => call('answer-welcome', { params: { accountId }, request: { answer } }),
        () => settle([]),
      ),
  };
}
