/** The sure suggestions: how many there are of each kind, and what came of confirming them. Pure. */
import type { TagRequest } from '../../../api/contract/tagging.ts';
import { modalities, type Modality } from '../../../api/contract/vocabulary.ts';
import type { WelcomeReply } from '../../../api/contract/welcome.ts';
import type { Reply } from '../../client/call.ts';
import { joinChanges, type WordChange } from './word-changes.ts';

export type Sure = WelcomeReply['sure'][number];

/** In the order of the modalities; those that do not occur are left out. */
export function countSure(sure: readonly Sure[]): readonly { readonly modality: Modality; readonly count: number }[] {
  return modalities
    .map((modality) => ({ modality, count: sure.filter((suggestion) => suggestion.modality === modality).length }))
    .filter(({ count }) => count > 0);
}

/** The claim that confirms a suggestion. `timeZone` is IANA; nobody has tagged a meeting that is offered. */
export function claimOf({ meetingId, modality }: Sure, timeZone: string): TagRequest & { readonly meetingId: string } {
  return { meetingId, outcome: 'held', modality, timeZone, basedOnVersion: 0 };
}

export interface Confirmed {
  readonly tagged: readonly Sure[];
  /** Meetings that could not be confirmed, by the problem's code. */
  readonly refused: ReadonlyMap<string, number>;
  readonly changes: readonly WordChange[];
}

export const nothingConfirmed: Confirmed = { tagged: [], refused: new Map(), changes: [] };

/** With the answer to one further portion. */
export function withPortion(confirmed: Confirmed, portion: readonly Sure[], { outcomes, changes }: Reply<'tag-meetings'>): Confirmed {
  const taggedIds = new Set(outcomes.filter(({ kind }) => kind === 'tagged').map(({ meetingId }) => meetingId));
  const refused = new Map(confirmed.refused);
  for (const outcome of outcomes) {
    if (outcome.kind === 'refused') refused.set(outcome.code, (refused.get(outcome.code) ?? 0) + 1);
  }
  return {
    tagged: [...confirmed.tagged, ...portion.filter(({ meetingId }) => taggedIds.has(meetingId))],
    refused,
    changes: joinChanges(confirmed.changes, changes),
  };
}
