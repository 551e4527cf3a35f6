/** From loaded facts to the row that every page reads; without storage, so that refresh and recompute cannot differ. */
import { type CalendarDay, dayNumber } from '../../domain/calendar-day.ts';
import { cadenceDaysOn } from '../../domain/cadence.ts';
import { accountHealth, type AccountHealth } from '../../domain/health.ts';
import { type KeyPartnerStanding, standingOn } from '../../domain/key-partner.ts';
import { type Touchpoint, touchpointsOf } from '../../domain/touchpoint.ts';
import { type StripEntry, touchStrip } from '../../domain/touch-strip.ts';
import { nextPlannedOn } from '../../domain/visit-plan.ts';
import type { AccountRecord } from './load-facts.ts';

export interface ComputedHealth extends AccountHealth {
  readonly accountId: string;
  /** Those named now. */
  readonly keyPartners: readonly KeyPartnerFacts[];
  readonly colleagues: readonly ColleagueFacts[];
  /** Day of the next meeting that is or looks like a visit, in the tenant's zone, or of the next plan, whichever comes first. */
  readonly nextVisitOn: CalendarDay | undefined;
  readonly strip: readonly StripEntry[];
  readonly computedOn: CalendarDay;
  readonly nextEndAt: Date | undefined;
}

export interface KeyPartnerFacts {
  readonly contactId: string;
  readonly namedOn: CalendarDay;
  readonly standing: KeyPartnerStanding;
  readonly lastNearOn: CalendarDay | null;
  readonly lastTouchpointOn: CalendarDay | null;
}

/** A seller's own mix counts only their own presence. */
export interface ColleagueFacts {
  readonly sellerId: string;
  /** Touchpoints, of all time. */
  readonly near: number;
  readonly remote: number;
  readonly lastNearOn: CalendarDay | null;
  readonly lastTouchpointOn: CalendarDay | null;
}

/** `todayOn` is the tenant's business date. */
export function computeHealth(record: AccountRecord, todayOn: CalendarDay): ComputedHealth {
  const touchpoints = touchpointsOf(record.held);
  const health = accountHealth({ ...record, touchpoints }, todayOn);
  const plannedOn = nextPlannedOn(record.plannedOn, health.lastNearOn, todayOn);
  return {
    ...health,
    // The plan is one of the next visits until its day is over.
    validUntilOn: earlierOf(health.validUntilOn, plannedOn),
    accountId: record.accountId,
    keyPartners: keyPartnerFacts(record, touchpoints, todayOn),
    colleagues: colleagueFacts(record),
    nextVisitOn: earlierOf(record.nextVisitOn, plannedOn),
    strip: touchStrip(record.pastMeetings, todayOn),
    computedOn: todayOn,
    nextEndAt: record.nextEndAt,
  };
}

function earlierOf(a: CalendarDay | undefined, b: CalendarDay | undefined): CalendarDay | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function keyPartnerFacts(record: AccountRecord, touchpoints: readonly Touchpoint[], todayOn: CalendarDay): readonly KeyPartnerFacts[] {
  const cadence = cadenceDaysOn(record.cadence, todayOn);
  return record.keyPartners.flatMap(({ contactId, namedOn, removedOn }) => {
    if (removedOn !== undefined) return [];
    const own = touchpoints.filter(({ contactIds }) => contactIds.includes(contactId));
    const lastNearOn = own.find(({ isNear }) => isNear)?.on ?? null;
    const partner = { contactId, named: dayNumber(namedOn), removed: undefined, hasLeft: false };
    const standing = standingOn(
      { ...partner, lastMet: lastNearOn === null ? undefined : dayNumber(lastNearOn) },
      dayNumber(todayOn),
      cadence,
    );
    return [{ contactId, namedOn, standing, lastNearOn, lastTouchpointOn: own[0]?.on ?? null }];
  });
}

function colleagueFacts({ held }: AccountRecord): readonly ColleagueFacts[] {
  const sellerIds = [...new Set(held.flatMap((meeting) => meeting.sellerIds))].sort();
  return sellerIds.map((sellerId) => {
    const own = touchpointsOf(held.filter((meeting) => meeting.sellerIds.includes(sellerId)));
    const near = own.filter(({ isNear }) => isNear);
    return {
      sellerId,
      near: near.length,
      remote: own.length - near.length,
      lastNearOn: near[0]?.on ?? null,
      lastTouchpointOn: own[0]?.on ?? null,
    };
  });
}
