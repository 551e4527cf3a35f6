/** An account's facts as whole day numbers, worked out once for all the days that are asked about. */
import { type Cadence, isCadenceDays } from './cadence.ts';
import { type CalendarDay, dayNumber } from './calendar-day.ts';
import type { KeyPartner, KeyPartnerTimeline } from './key-partner.ts';
import type { Touchpoint } from './touchpoint.ts';

export interface AccountFacts {
  readonly cadence: Cadence;
  /**
   * At most one per day and class, in any order. A day is the tagging seller's: it may lie ahead of the tenant's today, and counts as today
   * until then (`domain.md`, Days).
   */
  readonly touchpoints: readonly Touchpoint[];
  /** Days of the meetings that ended without a tag, never of one to come; one entry per meeting, in any order. */
  readonly unansweredOn: readonly CalendarDay[];
  /** Absent when the owner is not enrolled. */
  readonly ownerEnrolledOn?: CalendarDay | undefined;
  /** Whether a meeting that ended before the owner enrolled is unanswered. */
  readonly hasUnansweredHistory: boolean;
  /** Named now, or removed not long ago; each contact once, in any order. */
  readonly keyPartners: readonly KeyPartner[];
}

export interface Timeline {
  readonly cadenceDays: number;
  readonly nextCadence: { readonly days: number; readonly from: number } | undefined;
  /** Each day once, newest first. */
  readonly nearDays: readonly number[];
  readonly lastNear: number | undefined;
  readonly lastActivity: number | undefined;
  readonly firstActivity: number | undefined;
  readonly unanswered: readonly number[];
  readonly enrolled: number | undefined;
  readonly hasUnansweredHistory: boolean;
  readonly keyPartners: readonly KeyPartnerTimeline[];
}

/** Throws a RangeError for a day that no calendar has or a cadence outside 1 to 365. */
export function timelineOf(facts: AccountFacts): Timeline {
  const { cadence, keyPartners } = facts;
  if (!isCadenceDays(cadence.days) || (cadence.next && !isCadenceDays(cadence.next.days))) throw new RangeError('not a cadence');
  const near = new Set<number>();
  const lastMet = new Map(keyPartners.map(({ contactId }) => [contactId, -Infinity]));
  const unanswered = facts.unansweredOn.map(dayNumber);
  let firstActivity = unanswered.reduce((a, b) => Math.min(a, b), Infinity);
  let lastActivity = unanswered.reduce((a, b) => Math.max(a, b), -Infinity);
  for (const { on, isNear, contactIds } of facts.touchpoints) {
    const day = dayNumber(on);
    firstActivity = Math.min(firstActivity, day);
    lastActivity = Math.max(lastActivity, day);
    if (!isNear) continue;
    near.add(day);
    for (const contactId of contactIds) {
      const last = lastMet.get(contactId);
      if (last !== undefined && last < day) lastMet.set(contactId, day);
    }
  }
  const nearDays = [...near].sort((a, b) => b - a);
  return {
    cadenceDays: cadence.days,
    nextCadence: cadence.next && { days: cadence.next.days, from: dayNumber(cadence.next.fromOn) },
    nearDays,
    lastNear: nearDays[0],
    lastActivity: finite(lastActivity),
    firstActivity: finite(firstActivity),
    unanswered,
    enrolled: facts.ownerEnrolledOn && dayNumber(facts.ownerEnrolledOn),
    hasUnansweredHistory: facts.hasUnansweredHistory,
    keyPartners: keyPartners.map((partner) => keyPartnerTimeline(partner, lastMet.get(partner.contactId))),
  };
}

/** The cadence in force on a day. */
export function cadenceOn({ cadenceDays, nextCadence }: Timeline, today: number): number {
  return nextCadence && nextCadence.from <= today ? nextCadence.days : cadenceDays;
}

function keyPartnerTimeline({ contactId, namedOn, removedOn, hasLeft = false }: KeyPartner, lastMet = -Infinity): KeyPartnerTimeline {
  return { contactId, named: dayNumber(namedOn), removed: removedOn && dayNumber(removedOn), hasLeft, lastMet: finite(lastMet) };
}

function finite(day: number): number | undefined {
  return Number.isFinite(day) ? day : undefined;
}
