/** "I met someone": a meeting that no calendar has, as a seller may add it (`domain.md`, Added by hand). */
import { addDays, type CalendarDay } from './calendar-day.ts';
import { ok, refused, type Result } from './result.ts';

export const byHandPolicy = {
  /** Longer ago than any rule remembers, nothing is added. */
  maxDaysAgo: 730,
} as const;

export interface MeetingByHandClaim {
  readonly on: CalendarDay;
  /** Whom the seller met; at least one. */
  readonly contactIds: readonly string[];
}

export type MeetingByHandRefusal =
  | { readonly kind: 'day_not_possible'; readonly firstOn: CalendarDay; readonly lastOn: CalendarDay }
  | { readonly kind: 'not_of_this_account'; readonly contactIds: readonly string[] };

/** `todayOn` is the seller's own day; `accountContactIds` are all contacts of the account. */
export function decideMeetingByHand(
  claim: MeetingByHandClaim,
  accountContactIds: ReadonlySet<string>,
  todayOn: CalendarDay,
): Result<MeetingByHandClaim, MeetingByHandRefusal> {
  const firstOn = addDays(todayOn, -byHandPolicy.maxDaysAgo);
  if (claim.on < firstOn || claim.on > todayOn) return refused({ kind: 'day_not_possible', firstOn, lastOn: todayOn });
  const strangers = claim.contactIds.filter((contactId) => !accountContactIds.has(contactId));
  if (strangers.length > 0 || claim.contactIds.length === 0) return refused({ kind: 'not_of_this_account', contactIds: strangers });
  return ok(claim);
}
