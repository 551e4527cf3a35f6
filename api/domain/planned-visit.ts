/** What a meeting to come is planned to be, and whether that makes it a visit (`domain.md`, planned visit). */
import { ok, refused, type Result } from './result.ts';
import { isNear, type Modality } from './tag-vocabulary.ts';

export interface PlannableMeeting {
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  /** Sellers whose calendar holds the meeting. */
  readonly sellerIds: readonly string[];
}

export type PlanRefusal =
  { readonly kind: 'not_your_meeting' } | { readonly kind: 'meeting_cancelled' } | { readonly kind: 'meeting_over' };

/** Whether this seller may mark the meeting now. Once it has ended, an answer takes the place of a plan. */
export function decidePlan(meeting: PlannableMeeting, sellerId: string, nowAt: Date): Result<undefined, PlanRefusal> {
  if (!meeting.sellerIds.includes(sellerId)) return refused({ kind: 'not_your_meeting' });
  if (meeting.isCancelled) return refused({ kind: 'meeting_cancelled' });
  return meeting.endsAt <= nowAt ? refused({ kind: 'meeting_over' }) : ok(undefined);
}

/** Whether a meeting to come counts as a planned visit: what a person has marked outweighs what is suggested. */
export function isPlannedVisit(planned: Modality | undefined, suggested: Modality | 'unknown'): boolean {
  const modality = planned ?? suggested;
  return modality !== 'unknown' && isNear(modality);
}
