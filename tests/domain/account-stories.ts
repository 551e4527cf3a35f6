/** An account's facts told in days before a fixed today, by hand for tables and at random for properties. */
import fc from 'fast-check';
import { addDays, type CalendarDay, calendarDay } from '../../api/domain/calendar-day.ts';
import type { AccountFacts } from '../../api/domain/timeline.ts';
import type { Touchpoint } from '../../api/domain/touchpoint.ts';

export const todayOn = calendarDay('2026-11-23');

/** Days before today, or with the contacts who were present; Dana if nobody is named. A negative number lies ahead. */
export type Encounter = number | readonly [daysAgo: number, ...contactIds: string[]];

export interface PartnerStory {
  readonly contactId: string;
  readonly named: number;
  readonly removed?: number | undefined;
  readonly hasLeft?: boolean | undefined;
}

/** Everything in days before today. */
export interface Story {
  readonly cadenceDays: number;
  readonly nextCadence?: { readonly days: number; readonly from: number } | undefined;
  readonly near?: readonly Encounter[];
  readonly remote?: readonly Encounter[];
  readonly unanswered?: readonly number[];
  readonly enrolled?: number | undefined;
  readonly history?: boolean;
  readonly partners?: readonly PartnerStory[];
}

export function daysAgo(days: number): CalendarDay {
  return addDays(todayOn, -days);
}

export function factsOf({ cadenceDays, nextCadence, near = [], remote = [], unanswered = [], enrolled, ...rest }: Story): AccountFacts {
  return {
    cadence: { days: cadenceDays, next: nextCadence && { days: nextCadence.days, fromOn: daysAgo(nextCadence.from) } },
    touchpoints: [...touchpoints(near, true), ...touchpoints(remote, false)],
    unansweredOn: unanswered.map(daysAgo),
    ownerEnrolledOn: enrolled === undefined ? undefined : daysAgo(enrolled),
    hasUnansweredHistory: rest.history ?? false,
    keyPartners: (rest.partners ?? []).map(({ contactId, named, removed, hasLeft }) => ({
      contactId,
      namedOn: daysAgo(named),
      removedOn: removed === undefined ? undefined : daysAgo(removed),
      hasLeft,
    })),
  };
}

function touchpoints(encounters: readonly Encounter[], isNear: boolean): readonly Touchpoint[] {
  return encounters.map((encounter) => {
    const [days, ...contactIds] = typeof encounter === 'number' ? [encounter] : encounter;
    return { on: daysAgo(days), isNear, contactIds: contactIds.length > 0 ? contactIds : ['dana'] };
  });
}

/** How far a seller's day can lie ahead of the tenant's: from UTC-12 to UTC+14. */
const maxDaysAhead = 2;
const contactIds = ['dana', 'eve', 'max', 'sam'];

const pastDays = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 800 }));
const encounters: fc.Arbitrary<readonly Encounter[]> = fc
  .uniqueArray(fc.tuple(fc.oneof(fc.integer({ min: -maxDaysAhead, max: 10 }), pastDays), fc.subarray(contactIds, { minLength: 1 })), {
    maxLength: 5,
    selector: ([days]) => days,
  })
  .map((some) => some.map(([days, present]): Encounter => [days, ...present]));
const partners: fc.Arbitrary<readonly PartnerStory[]> = fc.uniqueArray(
  fc
    .record({
      contactId: fc.constantFrom(...contactIds),
      named: pastDays,
      removedAfter: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
      hasLeft: fc.boolean(),
    })
    .map(({ removedAfter, ...partner }) => ({
      ...partner,
      removed: removedAfter === undefined ? undefined : Math.max(0, partner.named - removedAfter),
    })),
  { maxLength: 4, selector: ({ contactId }) => contactId },
);
const cadences = fc.oneof(fc.constantFrom(1, 2, 3, 5, 8, 44, 45, 90, 365), fc.integer({ min: 1, max: 365 })).chain((cadenceDays) =>
  fc.record({
    cadenceDays: fc.constant(cadenceDays),
    nextCadence:
      cadenceDays === 1
        ? fc.constant(undefined)
        : fc.option(fc.record({ days: fc.integer({ min: 1, max: cadenceDays - 1 }), from: fc.integer({ min: -30, max: 30 }) }), {
            nil: undefined,
          }),
  }),
);

export const stories: fc.Arbitrary<Story> = fc
  .tuple(
    cadences,
    fc.record({
      near: encounters,
      remote: encounters,
      unanswered: fc.array(pastDays, { maxLength: 3 }),
      enrolled: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      history: fc.boolean(),
      partners,
    }),
  )
  .map(([cadence, rest]) => ({ ...cadence, ...rest }));

/** Any contacts who may have been in one meeting. */
export const presentContactIds = fc.subarray(contactIds, { minLength: 1 });
