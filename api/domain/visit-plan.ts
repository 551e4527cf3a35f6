/** A visit that somebody plans and that no calendar has yet: which days it may have, and what has become of it. */
import { addDays, type CalendarDay } from './calendar-day.ts';
import { ok, refused, type Result } from './result.ts';
import type { Place } from './tag-vocabulary.ts';

export const visitPlanPolicy = {
  /** Nobody plans further ahead than the longest cadence. */
  maxDaysAhead: 365,
  /** So long after its day somebody is asked what became of it; later nobody remembers. */
  askedForDays: 90,
} as const;

export interface PlanClaim {
  readonly plannedOn: CalendarDay;
  /** Whom it is with; nobody in particular while it is empty. */
  readonly contactIds: readonly string[];
  readonly place: Place | undefined;
}

export type PlanRefusal =
  | { readonly kind: 'plan_day_not_possible'; readonly firstOn: CalendarDay; readonly lastOn: CalendarDay }
  | { readonly kind: 'not_of_this_account'; readonly contactIds: readonly string[] };

/** `todayOn` is the tenant's business date; `accountContactIds` are all contacts of the account. */
export function decidePlan(claim: PlanClaim, accountContactIds: ReadonlySet<string>, todayOn: CalendarDay): Result<PlanClaim, PlanRefusal> {
  const lastOn = addDays(todayOn, visitPlanPolicy.maxDaysAhead);
  if (claim.plannedOn < todayOn || claim.plannedOn > lastOn) return refused({ kind: 'plan_day_not_possible', firstOn: todayOn, lastOn });
  const strangers = claim.contactIds.filter((contactId) => !accountContactIds.has(contactId));
  if (strangers.length > 0) return refused({ kind: 'not_of_this_account', contactIds: strangers });
  return ok(claim);
}

export const planStandings = ['ahead', 'passed', 'met'] as const;
/** `passed`: the day is over, and nobody has said what became of it. */
export type PlanStanding = (typeof planStandings)[number];

/** `met` once the account was seen in person on that day or later: then the plan has done its work. `lastNearOn` is the account's. */
export function planStanding(plannedOn: CalendarDay, lastNearOn: CalendarDay | undefined, todayOn: CalendarDay): PlanStanding {
  if (lastNearOn !== undefined && lastNearOn >= plannedOn) return 'met';
  return plannedOn >= todayOn ? 'ahead' : 'passed';
}

/** The earliest day that still lies ahead; undefined when there is none. In any order. */
export function nextPlannedOn(
  plannedOn: readonly CalendarDay[],
  lastNearOn: CalendarDay | undefined,
  todayOn: CalendarDay,
): CalendarDay | undefined {
  return plannedOn.filter((on) => planStanding(on, lastNearOn, todayOn) === 'ahead').sort()[0];
}
