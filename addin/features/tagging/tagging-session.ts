/** One meeting being tagged: takes every tap at once, sends one request at a time, and knows what the server has. Draws nothing. */
import { answer, type Answer, type Draft, draftOf, emptyDraft, saysTheSame, toTag } from '../../../api/contract/tag-form.ts';
import { type Meeting, StoredTag as StoredTagSchema, type TagReply, type TagRequest } from '../../../api/contract/tagging.ts';
import type * as z from 'zod';
import type { CallFailure, CallResult } from '../../client/call.ts';
import { isPassing } from '../../client/failure.ts';

export type StoredTag = z.output<typeof StoredTagSchema>;
export type WordChange = TagReply['changes'][number];

export interface TaggingState {
  /** What the seller sees as answered, stored or not. */
  readonly draft: Draft;
  /** The newest tag that the server is known to have. */
  readonly storedTag: StoredTag | undefined;
  /** `left`: the seller kept an answer that this page has not seen. */
  readonly phase: 'idle' | 'saving' | 'saved' | 'failed' | 'conflict' | 'left';
  /** While `failed`. */
  readonly failure: CallFailure | undefined;
  /** While in `conflict`: the other answer, as the refusal brought it. */
  readonly theirs: StoredTag | undefined;
  /** What the answers of this visit changed: `before` of the first, `after` of the last. */
  readonly changes: readonly WordChange[];
  /** While the first question is asked again: what stands until another answer is given. */
  readonly kept: Draft | undefined;
}

export interface TaggingSession {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => TaggingState;
  readonly answer: (given: Answer) => void;
  /** Takes "change" back: nothing was sent meanwhile. */
  readonly keep: () => void;
  /** Sends again what could not be sent. */
  readonly retry: () => void;
  /** The same without a person, a limited number of times for one answer; does nothing where waiting mends nothing. */
  readonly retryByItself: () => void;
  readonly keepTheirs: () => void;
  readonly useMine: () => void;
  /** Takes over what a newer read of the meeting says, unless an answer is on its way. */
  readonly sync: (meeting: Meeting) => void;
}

export interface TaggingOptions {
  readonly meeting: Meeting;
  /** IANA. */
  readonly timeZone: string;
  readonly send: (request: TagRequest) => Promise<CallResult<TagReply>>;
  readonly onStored: (reply: TagReply) => void;
  /** The seller kept an answer that this page has not seen: its lists are out of date. */
  readonly onLeft: () => void;
}

/** Five minutes at one try every ten seconds; then a person decides. */
const maxOwnRetries = 30;
export const ownRetryAfterMs = 10_000;

export function createTaggingSession({ meeting: firstMeeting, timeZone, send, onStored, onLeft }: TaggingOptions): TaggingSession {
  let meeting = firstMeeting;
  let version = meeting.tag?.version ?? 0;
  let isSending = false;
  let ownRetriesLeft = maxOwnRetries;
  let state = stateOf(meeting.tag ?? undefined);
  const listeners = new Set<() => void>();

  function set(changes: Partial<TaggingState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  /** Requests of one meeting follow each other; taps in between travel together in the next one, since each carries the whole claim. */
  async function sendDraft(): Promise<void> {
    if (isSending || state.phase === 'conflict') return;
    const sent = state.draft;
    const request = toTag(sent, { timeZone, basedOnVersion: version });
    if (!request) return;
    isSending = true;
    set({ phase: 'saving', failure: undefined });
    const result = await send(request);
    if (result.ok) stored(result.value);
    else refused(result.failure, sent);
    isSending = false;
    if (state.phase === 'saved' && state.draft !== sent) await sendDraft();
  }

  function stored(reply: TagReply): void {
    version = reply.tag.version;
    set({ phase: 'saved', storedTag: reply.tag, changes: mergeChanges(state.changes, reply.changes) });
    onStored(reply);
  }

  function refused(failure: CallFailure, sent: Draft): void {
    if (failure.kind !== 'problem' || failure.code !== 'tagged_meanwhile') {
      set({ phase: 'failed', failure });
      return;
    }
    const theirs = tagIn(failure);
    version = theirs?.version ?? currentVersionIn(failure) ?? version;
    // An earlier request whose answer got lost may have arrived: then nobody else spoke.
    if (theirs && saysTheSame(meeting, sent, theirs)) set({ phase: 'saved', storedTag: theirs });
    else set({ phase: 'conflict', theirs });
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    answer: (given) => {
      const kept = given.kind === 'change' ? (state.kept ?? answeredIn(state.draft)) : isDecided(given) ? undefined : state.kept;
      ownRetriesLeft = maxOwnRetries;
      set({ draft: answer(meeting, state.draft, given), kept });
      void sendDraft();
    },
    keep: () => {
      if (state.kept) set({ draft: state.kept, kept: undefined });
    },
    retry: () => {
      if (state.phase === 'failed') void sendDraft();
    },
    retryByItself: () => {
      if (!waitsToRetry(state) || ownRetriesLeft === 0) return;
      ownRetriesLeft -= 1;
      void sendDraft();
    },
    keepTheirs: () => {
      const { theirs } = state;
      set(theirs ? { ...stateOf(theirs), changes: state.changes } : { ...stateOf(undefined), phase: 'left' });
      if (!theirs) onLeft();
    },
    useMine: () => {
      set({ phase: 'idle', storedTag: state.theirs ?? state.storedTag, theirs: undefined });
      void sendDraft();
    },
    sync: (newer) => {
      const newerVersion = newer.tag?.version ?? 0;
      if (isSending || state.phase === 'conflict' || state.phase === 'failed' || state.kept) return;
      meeting = newer;
      if (!newer.tag || newerVersion <= version) return;
      version = newerVersion;
      set(stateOf(newer.tag));
    },
  };
}

function stateOf(tag: StoredTag | undefined): TaggingState {
  return {
    draft: tag ? draftOf(tag) : emptyDraft,
    storedTag: tag,
    phase: tag ? 'saved' : 'idle',
    failure: undefined,
    theirs: undefined,
    changes: [],
    kept: undefined,
  };
}

/** "Didn't happen" still asks what happened instead; until then the former answer can be kept. */
function isDecided(given: Answer): boolean {
  return given.kind === 'modality' || given.kind === 'outcome';
}

/** Undefined while a draft claims nothing yet: there is nothing to keep. */
function answeredIn(draft: Draft): Draft | undefined {
  return draft.outcome === undefined || draft.outcome === 'did_not_happen' ? undefined : draft;
}

/** One entry per account: how it stood before the first answer of this visit, and how it stands after the last. */
export function mergeChanges(earlier: readonly WordChange[], later: readonly WordChange[]): readonly WordChange[] {
  const before = new Map(earlier.map((change) => [change.accountId, change.before]));
  const merged = later.map((change) => ({ ...change, before: before.get(change.accountId) ?? change.before }));
  const named = new Set(later.map(({ accountId }) => accountId));
  return [...merged, ...earlier.filter(({ accountId }) => !named.has(accountId))];
}

/** The refusal brings the other answer along. */
function tagIn(failure: CallFailure & { readonly kind: 'problem' }): StoredTag | undefined {
  return StoredTagSchema.safeParse(failure.details['tag']).data;
}

function currentVersionIn(failure: CallFailure & { readonly kind: 'problem' }): number | undefined {
  const { currentVersion } = failure.details;
  return typeof currentVersion === 'number' ? currentVersion : undefined;
}

/** Whether a failed answer is worth sending again without anybody doing anything. */
export function waitsToRetry({ phase, failure }: TaggingState): boolean {
  return phase === 'failed' && failure !== undefined && isPassing(failure);
}
