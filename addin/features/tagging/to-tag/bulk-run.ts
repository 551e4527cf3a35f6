/** One answer to several meetings: what was stored, what waits, what was refused and why, and what an undo took back. Pure. */
import { answer as answerTo, emptyDraft, toTag } from '../../../../api/contract/tag-form.ts';
import type { Meeting, TagRequest } from '../../../../api/contract/tagging.ts';
import type { CallFailure, Reply } from '../../../client/call.ts';
import type { StoredTag } from '../tagging-session.ts';
import type { WholeAnswer } from './open-meeting.ts';

type TagOutcome = Reply<'tag-meetings'>['outcomes'][number];
type WithdrawOutcome = Reply<'withdraw-tags'>['outcomes'][number];

export interface StoredAnswer {
  readonly meeting: Meeting;
  readonly tag: StoredTag;
}

/** How many, by the problem's code. */
export type Refusals = ReadonlyMap<string, number>;

export interface BulkRun {
  readonly answer: WholeAnswer;
  readonly phase: 'saving' | 'saved' | 'undoing' | 'undone';
  /** What the answer was given for. */
  readonly total: number;
  readonly stored: readonly StoredAnswer[];
  /** Kept on this device: answers, or while undoing what takes them back. */
  readonly waiting: number;
  readonly refused: Refusals;
  /** Of the undo. */
  readonly undone: number;
  readonly standing: Refusals;
  /** What the server made of a whole portion that it did not take. */
  readonly failure: CallFailure | undefined;
}

export function startedRun(answer: WholeAnswer, total: number): BulkRun {
  return {
    answer,
    phase: 'saving',
    total,
    stored: [],
    waiting: 0,
    refused: new Map(),
    undone: 0,
    standing: new Map(),
    failure: undefined,
  };
}

/** With the reply to one portion. */
export function withTagged(run: BulkRun, portion: readonly Meeting[], outcomes: readonly TagOutcome[]): BulkRun {
  const byId = new Map(portion.map((meeting) => [meeting.meetingId, meeting]));
  const stored = outcomes.flatMap((outcome): readonly StoredAnswer[] => {
    const meeting = byId.get(outcome.meetingId);
    return outcome.kind === 'tagged' && meeting ? [{ meeting, tag: outcome.tag }] : [];
  });
  return { ...run, stored: [...run.stored, ...stored], refused: withRefusals(run.refused, outcomes) };
}

/** With the reply to one portion of an undo. */
export function withWithdrawn(run: BulkRun, outcomes: readonly WithdrawOutcome[]): BulkRun {
  const undone = outcomes.filter(({ kind }) => kind === 'withdrawn').length;
  return { ...run, undone: run.undone + undone, standing: withRefusals(run.standing, outcomes) };
}

/** How far the run is: of its answers, or of its undo. */
export function progressOf(run: BulkRun): { readonly done: number; readonly total: number } {
  const { phase, stored, waiting, refused, undone, standing, total } = run;
  if (phase === 'undoing') return { done: undone + sumOf(standing) + waiting, total: stored.length };
  return { done: stored.length + sumOf(refused) + waiting, total };
}

/** The claim that an answer makes about a meeting that stands open. `timeZone` is IANA. */
export function claimOf(meeting: Meeting, answer: WholeAnswer, timeZone: string): TagRequest & { readonly meetingId: string } {
  const claim = toTag(answerTo(meeting, emptyDraft, answer), { timeZone, basedOnVersion: meeting.lastTagVersion });
  if (!claim) throw new TypeError('a whole answer makes a claim');
  return { ...claim, meetingId: meeting.meetingId };
}

/** The answer to which every selected meeting's suggestion points; undefined where they differ or none points anywhere. */
export function commonSuggestion(meetings: readonly Meeting[]): Meeting['suggestion']['modality'] | undefined {
  const [first, ...others] = new Set(meetings.map(({ suggestion }) => suggestion.modality));
  return others.length === 0 && first !== 'unknown' ? first : undefined;
}

function withRefusals(refusals: Refusals, outcomes: readonly (TagOutcome | WithdrawOutcome)[]): Refusals {
  const counts = new Map(refusals);
  for (const outcome of outcomes) if (outcome.kind === 'refused') counts.set(outcome.code, (counts.get(outcome.code) ?? 0) + 1);
  return counts;
}

function sumOf(refusals: Refusals): number {
  return [...refusals.values()].reduce((sum, count) => sum + count, 0);
}
