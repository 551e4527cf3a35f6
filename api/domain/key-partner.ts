/** Which key partners the score expects to be met, and which it counts as met (`domain.md`, The score). */
import type { CalendarDay } from './calendar-day.ts';
import { scorePolicy } from './health-policy.ts';

export interface KeyPartner {
  readonly contactId: string;
  readonly namedOn: CalendarDay;
  /** Since when the contact is no longer marked as mattering; a renewed naming takes it away. */
  readonly removedOn?: CalendarDay | undefined;
  /** Whether the contact is no longer at the account. */
  readonly hasLeft?: boolean | undefined;
}

/** The same as whole day numbers, with the newest near touchpoint in which the contact was present. */
export interface KeyPartnerTimeline {
  readonly contactId: string;
  readonly named: number;
  readonly removed: number | undefined;
  readonly hasLeft: boolean;
  readonly lastMet: number | undefined;
}

export type KeyPartnerStanding = 'met' | 'not_met' | 'outside';

const { withinCadences, graceDays } = scorePolicy.reach;

/**
 * `outside` the denominator: a newly named one who is not met, a removed one who left, or whose removal is longer ago than 2C.
 * One removed before the thirty days were over, and not met, was never expected. A meeting longer ago than 2C brings nobody in, so that a
 * near tag never lowers a score.
 */
export function standingOn(partner: KeyPartnerTimeline, today: number, cadenceDays: number): KeyPartnerStanding {
  const reachDays = withinCadences * cadenceDays;
  const { named, removed, lastMet } = partner;
  if (removed !== undefined && (partner.hasLeft || today - removed > reachDays)) return 'outside';
  if (lastMet !== undefined && today - lastMet <= reachDays) return 'met';
  return Math.min(today, removed ?? today) - named >= graceDays ? 'not_met' : 'outside';
}

/** Days on which time alone may change the standing, in no order. */
export function standingTurns({ named, removed, lastMet }: KeyPartnerTimeline, cadenceDays: number): readonly number[] {
  const reachDays = withinCadences * cadenceDays;
  const turns = [named + graceDays];
  if (removed !== undefined) turns.push(removed + reachDays + 1);
  if (lastMet !== undefined) turns.push(lastMet + reachDays + 1);
  return turns;
}
