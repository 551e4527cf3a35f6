/** Who of ours was in a meeting, as the page knows it: what the meeting said, and what was answered since. Pure. */
import type { Meeting } from '../../../api/contract/tagging.ts';
import type { TaggingState } from './tagging-session.ts';

type Colleague = Meeting['colleaguesPresent'][number];

export interface ColleaguesPresent {
  /** Empty while the only one is the seller who looks: then it says nothing new. */
  readonly names: readonly string[];
  /** Whether the seller has not said yet that they were there, and may by one tap. */
  readonly mayJoin: boolean;
}

/** `sellerId`: whose answer it would be; undefined while that is not known. */
export function colleaguesThere(
  present: readonly Colleague[],
  { draft, storedTag, phase }: Pick<TaggingState, 'draft' | 'storedTag' | 'phase'>,
  sellerId: string | undefined,
): ColleaguesPresent {
  if (draft.outcome !== 'held' || storedTag?.outcome !== 'held') return { names: [], mayJoin: false };
  const answered = storedTag.onBehalfOf ?? storedTag.taggedBy;
  const everybody = present.some(({ id }) => id === answered.id) ? present : [...present, answered];
  const isOwnAlone = everybody.every(({ id }) => id === sellerId);
  const mayJoin = sellerId !== undefined && phase === 'saved' && everybody.every(({ id }) => id !== sellerId);
  return { names: isOwnAlone ? [] : everybody.map(({ name }) => name), mayJoin };
}
