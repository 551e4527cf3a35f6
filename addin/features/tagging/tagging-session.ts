/** One meeting being tagged: takes every tap at once, hands the answers to the outbox, and knows what the server has. Draws nothing. */
import type * as z from 'zod/mini';
import { answer, type Answer, type Draft, draftOf, emptyDraft, saysTheSame, toTag } from '../../../api/contract/tag-form.ts';
import { type Meeting, type SharedItem, StoredTag as StoredTagSchema, TagReply, WithdrawReply } from '../../../api/contract/tagging.ts';
import type { CallFailure } from '../../client/call.ts';
import type { OutboxEntry } from '../../client/outbox/outbox-entry.ts';
import type { Settled } from '../../client/outbox/outbox-channel.ts';
import type { Outbox } from '../../client/outbox/outbox.ts';
import { draftIn, lineOf, type Saying, sayingsOf, type TwoAnswers, withoutUnsent, withSayings } from './tag-line.ts';

export type StoredTag = z.output<typeof StoredTagSchema>;
export type WordChange = TagReply['changes'][number];

export interface TaggingState {
  /** What the seller sees as answered, stored or not. */
  readonly draft: Draft;
  /** The tag that counts, as far as the server is known to have it. */
  readonly storedTag: StoredTag | undefined;
  /** `waiting`: kept on this device and sent by itself. `failed`: the server will never take it. */
  readonly phase: 'idle' | 'saving' | 'waiting' | 'saved' | 'failed' | 'conflict';
  /** While `failed`. */
  readonly failure: CallFailure | undefined;
  /** While in `conflict`: the answer that counts; undefined when it was taken back, or this page cannot read it. */
  readonly theirs: StoredTag | undefined;
  /** While it is not stored: when the seller gave the answer on the screen, an instant by the device's clock. */
  readonly answeredAt: string | undefined;
  /** What the answers of this visit changed: `before` of the first, `after` of the last. */
  readonly changes: readonly WordChange[];
  /** While the first question is asked again: what stands until another answer is given. */
  readonly kept: Draft | undefined;
  /** What `undo` would do: the last answer of this visit, or all that the seller ever said about the meeting. */
  readonly undoes: 'last_answer' | 'everything' | undefined;
}

export interface TaggingSession {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => TaggingState;
  readonly answer: (given: Answer) => void;
  /** Takes "change" back: nothing was sent meanwhile. */
  readonly keep: () => void;
  /** Takes the last answer back, stored or waiting; does nothing where there is none. */
  readonly undo: () => void;
  /** Tries at once what waits, and once more what was refused. */
  readonly retry: () => void;
  /** Gives up the answer that was refused, and shows what the server has. */
  readonly discard: () => void;
  /** Of two answers the other one counts; one's own is kept as a version before it. */
  readonly keepTheirs: () => void;
  /** Of two answers one's own counts; the other one is a version before it. */
  readonly useMine: () => void;
  /** Takes over what a newer read of the meeting says, unless an answer is on its way. */
  readonly sync: (meeting: Meeting) => void;
}

export interface TaggingOptions {
  readonly meeting: Meeting;
  /** Where it stands in somebody else's calendar, in whose place the answers are given; such an answer is changed, never undone. */
  readonly sharedItem?: SharedItem | undefined;
  /** IANA. */
  readonly timeZone: string;
  readonly outbox: Pick<Outbox, 'state' | 'subscribe' | 'change' | 'onSettled' | 'wake' | 'tryAgain'>;
  /** An answer in words, to be recognised in a list of what could not be sent. */
  readonly about: (meeting: Meeting, draft: Draft) => string;
  /** An answer was stored, or has to be decided upon: the meeting is to stay on the screen. */
  readonly onAnswered: () => void;
}

/** What stood before an answer. */
interface Step {
  /** Undefined while nothing was answered. */
  readonly before: Draft | undefined;
  /** Whether it was somebody else's, or nobody's: then undo withdraws instead of claiming it. */
  readonly wasNotMine: boolean;
}

export function createTaggingSession(options: TaggingOptions): TaggingSession {
  const { timeZone, outbox, about, onAnswered, sharedItem } = options;
  let meeting = options.meeting;
  let version = meeting.lastTagVersion;
  let steps: readonly Step[] = [];
  /** Answers on their way into the line. */
  let queueing = 0;
  /** Of the entry that says what is on the screen. */
  let shownKey: string | undefined;
  let state = withUndo(stateOf(meeting.tag ?? undefined));
  const listeners = new Set<() => void>();

  const line = (): readonly OutboxEntry[] => lineOf(meeting.meetingId, outbox.state().entries);
  const lineContext = (draft: Draft) => ({ meetingId: meeting.meetingId, timeZone, version, about: about(meeting, draft), sharedItem });

  function isMine({ taggedBy, onBehalfOf }: StoredTag): boolean {
    return (onBehalfOf ?? taggedBy).id === outbox.state().personId;
  }

  function set(changes: Partial<TaggingState>): void {
    state = withUndo({ ...state, ...changes });
    for (const listener of listeners) listener();
  }

  function withUndo(next: TaggingState): TaggingState {
    const isSettled = next.phase === 'saved' && next.storedTag !== undefined && isMine(next.storedTag);
    if (sharedItem) return { ...next, undoes: undefined };
    const canStepBack = steps.length > 0 && next.phase !== 'conflict' && next.phase !== 'failed';
    return { ...next, undoes: canStepBack ? 'last_answer' : isSettled ? 'everything' : undefined };
  }

  /** Writes the line anew, and shows it as being saved from this moment on. */
  async function queue(plan: Parameters<Outbox['change']>[0]): Promise<void> {
    queueing += 1;
    set({ phase: 'saving', failure: undefined, theirs: undefined });
    await outbox.change(plan);
    queueing -= 1;
    shownKey = line().at(-1)?.key;
    follow();
  }

  function say(...sayings: readonly Saying[]): Promise<void> {
    const shown = state.draft;
    return queue((entries) => withSayings(entries, sayings, lineContext(shown)));
  }

  /** Shows how it stands with what waits. */
  function follow(): void {
    const entries = line();
    if (withUndo(state).undoes !== state.undoes) set({});
    if (queueing > 0 || (entries.length === 0 && state.phase !== 'saving' && state.phase !== 'waiting')) return;
    showLatest(entries.at(-1));
    const refused = entries.find(({ refusal }) => refusal !== undefined);
    if (refused?.refusal) showRefusal({ kind: 'problem', ...refused.refusal }, entries);
    else if (entries.length > 0) showPhase(outbox.state().heldUpBy ? 'waiting' : 'saving', entries.at(-1)?.queuedAt);
    else showPhase(state.storedTag ? 'saved' : 'idle', undefined);
  }

  /** What an earlier visit or another page of this device left waiting is answered on this screen too. */
  function showLatest(last: OutboxEntry | undefined): void {
    const draft = last && last.key !== shownKey ? draftIn(last) : undefined;
    if (!last || !draft) return;
    shownKey = last.key;
    noteStep();
    set({ draft, kept: undefined, phase: 'saving', answeredAt: last.queuedAt });
  }

  function showPhase(phase: TaggingState['phase'], answeredAt: string | undefined): void {
    if (phase !== state.phase || answeredAt !== state.answeredAt) set({ phase, answeredAt, failure: undefined });
  }

  function showRefusal(failure: CallFailure & { readonly kind: 'problem' }, entries: readonly OutboxEntry[]): void {
    if (state.phase === 'conflict' || state.phase === 'failed') return;
    const answeredAt = entries.at(-1)?.queuedAt;
    if (failure.code === 'tagged_meanwhile') showConflict(failure, answeredAt);
    // Nothing is on the screen that could be given up: what the server has stands there again.
    else if (answeredIn(state.draft) === undefined) dropLine(stateOf(state.storedTag));
    else set({ phase: 'failed', failure, answeredAt });
    onAnswered();
  }

  function showConflict(failure: CallFailure & { readonly kind: 'problem' }, answeredAt: string | undefined): void {
    const theirs = tagIn(failure);
    version = currentVersionIn(failure) ?? theirs?.version ?? version;
    const isUndo = answeredIn(state.draft) === undefined;
    if (isUndo || (theirs && saysTheSame(meeting, state.draft, theirs))) dropLine(stateOf(theirs));
    else set({ phase: 'conflict', theirs, answeredAt });
  }

  /** Takes everything refused or never sent out of the line, and shows `next` instead. */
  function dropLine(next: TaggingState): void {
    steps = [];
    set({ ...next, changes: state.changes });
    void outbox.change((entries) => withoutUnsent(entries, { meetingId: meeting.meetingId, version }));
  }

  /** Only what is in line for this meeting alone was said here; the rest comes with the next read. */
  function hear({ entry, result }: Settled): void {
    if (!result.ok || lineOf(meeting.meetingId, [entry]).length === 0) return;
    const isLast = line().every(({ key }) => key === entry.key) && queueing === 0;
    if (entry.name === 'withdraw-tag') showWithdrawn(WithdrawReply.parse(result.value), isLast);
    else showStored(TagReply.parse(result.value), isLast && entry.key !== shownKey);
    onAnswered();
    if (isLast) showPhase(state.storedTag ? 'saved' : 'idle', undefined);
  }

  /** `isNews`: another page of this device said it, and this one has not shown it yet. */
  function showStored({ tag, changes }: TagReply, isNews: boolean): void {
    version = Math.max(version, tag.version);
    set({ storedTag: tag, changes: mergeChanges(state.changes, changes), ...(isNews && { draft: draftOf(tag), kept: undefined }) });
  }

  function showWithdrawn({ tag, lastTagVersion, changes }: WithdrawReply, isLast: boolean): void {
    version = Math.max(version, lastTagVersion);
    const storedTag = tag ?? undefined;
    const shown = isLast ? { draft: storedTag ? draftOf(storedTag) : emptyDraft, kept: undefined } : {};
    set({ storedTag, changes: mergeChanges(state.changes, changes), ...shown });
  }

  function noteStep(): void {
    const before = answeredIn(state.draft) ?? state.kept;
    const isOwn = steps.length > 0 || (state.storedTag !== undefined && isMine(state.storedTag));
    steps = [...steps, { before, wasNotMine: before === undefined || !isOwn }];
  }

  /** Nothing was sent, or the server has just this: then the line only has to forget the rest. */
  function isAsStored(step: Step): boolean {
    if (!step.before) return state.storedTag === undefined;
    return state.storedTag !== undefined && saysTheSame(meeting, step.before, state.storedTag);
  }

  function stepBack(step: Step): void {
    const draft = step.before ?? emptyDraft;
    const saying: Saying = step.wasNotMine ? { kind: 'withdrawal' } : { kind: 'claim', draft };
    set({ draft, kept: undefined });
    void queue((entries) => {
      const forgotten = withoutUnsent(entries, { meetingId: meeting.meetingId, version });
      return forgotten.isUnsaid && isAsStored(step) ? forgotten : withSayings(entries, [saying], lineContext(draft));
    });
  }

  function twoAnswers(): TwoAnswers {
    const { draft: mine, theirs } = state;
    const isBothMine = theirs !== undefined && isMine(theirs);
    return { mine, theirs: theirs && draftOf(theirs), isBothMine, isForOther: sharedItem !== undefined };
  }

  outbox.subscribe(follow);
  outbox.onSettled(hear);
  follow();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    answer: (given) => {
      const draft = answer(meeting, state.draft, given);
      const isComplete = toTag(draft, { timeZone, basedOnVersion: version }) !== undefined;
      if (isComplete && state.phase !== 'conflict') noteStep();
      const kept = given.kind === 'change' ? (state.kept ?? answeredIn(state.draft)) : isComplete ? undefined : state.kept;
      set({ draft, kept });
      if (isComplete && state.phase !== 'conflict') void say({ kind: 'claim', draft });
    },
    keep: () => {
      if (state.kept) set({ draft: state.kept, kept: undefined });
    },
    undo: () => {
      const step = steps.at(-1);
      if (state.undoes === undefined) return;
      steps = steps.slice(0, -1);
      if (step) stepBack(step);
      else {
        set({ draft: emptyDraft, kept: undefined });
        void say({ kind: 'withdrawal' });
      }
    },
    retry: () => {
      const refused = line().find(({ refusal }) => refusal !== undefined);
      if (refused) void outbox.tryAgain(refused.key);
      else outbox.wake();
    },
    discard: () => dropLine(stateOf(state.storedTag)),
    keepTheirs: () => {
      const sayings = sayingsOf('theirs', twoAnswers());
      steps = [];
      set({ ...stateOf(state.theirs), changes: state.changes });
      void say(...sayings);
    },
    useMine: () => {
      const sayings = sayingsOf('mine', twoAnswers());
      set({ storedTag: state.theirs });
      void say(...sayings);
    },
    sync: (newer) => {
      if (queueing > 0 || line().length > 0 || state.kept) return;
      meeting = newer;
      if (newer.lastTagVersion <= version) return;
      version = newer.lastTagVersion;
      steps = [];
      set(stateOf(newer.tag ?? undefined));
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
    answeredAt: undefined,
    changes: [],
    kept: undefined,
    undoes: undefined,
  };
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
export function tagIn(failure: { readonly details: Readonly<Record<string, unknown>> }): StoredTag | undefined {
  return StoredTagSchema.safeParse(failure.details['tag']).data;
}

export function currentVersionIn(failure: { readonly details: Readonly<Record<string, unknown>> }): number | undefined {
  const { currentVersion } = failure.details;
  return typeof currentVersion === 'number' ? currentVersion : undefined;
}
