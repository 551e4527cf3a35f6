/** Pausing an account: a manager takes it out of coverage for a while, with a reason, by name (`domain.md`, Pause). */
import { addDays, type CalendarDay } from './calendar-day.ts';
import { pausePolicy } from './health-policy.ts';
import { ok, refused, type Result } from './result.ts';

export const pauseReasons = ['contract_ending', 'dispute', 'customer_reorganising', 'no_travel', 'owner_absent', 'handover'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export interface Pause {
  readonly reason: PauseReason;
  readonly fromOn: CalendarDay;
  /** The last paused day. */
  readonly untilOn: CalendarDay;
  readonly pausedBy: string;
}

export type PauseRefusal = { readonly kind: 'pause_ends_wrongly'; readonly firstOn: CalendarDay; readonly lastOn: CalendarDay };

/** From today on; refused when the last day lies before today or beyond the longest pause. Whether the caller manages the account is not asked here. */
export function decidePause(
  claim: { readonly reason: PauseReason; readonly untilOn: CalendarDay },
  managerId: string,
  todayOn: CalendarDay,
): Result<Pause, PauseRefusal> {
  const lastOn = addDays(todayOn, pausePolicy.maxDays);
  if (claim.untilOn < todayOn || claim.untilOn > lastOn) return refused({ kind: 'pause_ends_wrongly', firstOn: todayOn, lastOn });
  return ok({ reason: claim.reason, fromOn: todayOn, untilOn: claim.untilOn, pausedBy: managerId });
}
