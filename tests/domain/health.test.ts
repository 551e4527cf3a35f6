/** What stands beside the word and the score, until when the whole answer holds, and that the order of events changes nothing. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../api/domain/calendar-day.ts';
import { accountHealth, type AccountHealth } from '../../api/domain/health.ts';
import type { AccountFacts } from '../../api/domain/timeline.ts';
import { daysAgo, factsOf, stories, type Story, todayOn } from './account-stories.ts';

describe('the examples of domain.md', () => {
  it.each<[string, string, Story]>([
    ['new', 'first meeting yesterday, virtual', { cadenceDays: 45, remote: [1] }],
    ['new', 'none in person, H = 30, C = 45', { cadenceDays: 45, remote: [30] }],
    ['completely_virtual', 'last in person 400 days ago and answered calls since', { cadenceDays: 45, near: [400], remote: [300, 5] }],
  ])('%s: %s', (word, _, story) => {
    expect(accountHealth(factsOf(story), todayOn).word).toBe(word);
  });

  it('"last in person 400 days ago" stands beside completely virtual', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45, near: [400], remote: [5] }), todayOn)).toMatchObject({ lastNearOn: daysAgo(400) });
  });
});

describe('beside the word', () => {
  it('the last near touchpoint and the last touchpoint stand as days', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45, near: [72, 400], remote: [3, 80], unanswered: [1] }), todayOn)).toMatchObject({
      lastNearOn: daysAgo(72),
      lastTouchpointOn: daysAgo(3),
      unanswered: 1,
    });
  });

  it('nothing stands as undefined, never as today', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45 }), todayOn)).toMatchObject({
      word: 'no_contact',
      decidingUnanswered: 0,
      unanswered: 0,
      score: 0,
      lastNearOn: undefined,
      lastTouchpointOn: undefined,
      virtualStreak: 0,
      validUntilOn: undefined,
    });
  });

  it.each<[number, string, Story]>([
    [0, 'none on the day of the last near one', { cadenceDays: 45, near: [10], remote: [10, 20] }],
    [2, 'only those on later days', { cadenceDays: 45, near: [10, 30], remote: [1, 9, 10, 20] }],
    [3, 'all when there was never a near one', { cadenceDays: 45, remote: [1, 9, 400] }],
  ])('the virtual streak is %i: %s', (streak, _, story) => {
    expect(accountHealth(factsOf(story), todayOn).virtualStreak).toBe(streak);
  });
});

describe('the answer is valid', () => {
  it.each<[number, string, Story]>([
    [33, 'to the last day of the three quarters', { cadenceDays: 45, near: [0] }],
    [34, "three quarters from a day of the seller's ahead of the tenant", { cadenceDays: 45, near: [-1] }],
    [11, 'due soon to the end of the cadence', { cadenceDays: 45, near: [34] }],
    [1, 'until the next point of recency is lost', { cadenceDays: 45, near: [46], remote: [800] }],
    [0, 'the day before a point of recency is lost', { cadenceDays: 45, near: [47], remote: [800] }],
    [10, 'until the last near touchpoint leaves the window of frequency', { cadenceDays: 45, near: [170], remote: [800, 0] }],
    [44, 'new for one cadence', { cadenceDays: 45, remote: [1] }],
    [9, 'the grace after enrolment', { cadenceDays: 45, remote: [300], enrolled: 20, history: true }],
    [
      15,
      'an unanswered meeting that stops deciding, though the word stays',
      { cadenceDays: 45, near: [140], unanswered: [30], remote: [800] },
    ],
    [6, 'until more is expected: a third meeting', { cadenceDays: 45, remote: [128] }],
    [19, 'until a newly named key partner is expected', { cadenceDays: 45, remote: [300], partners: [{ contactId: 'eve', named: 10 }] }],
    [
      13,
      'until a removal is longer ago than two cadences',
      { cadenceDays: 45, remote: [300], partners: [{ contactId: 'eve', named: 800, removed: 77 }] },
    ],
    [
      9,
      'until a meeting with a key partner is longer ago than two cadences',
      { cadenceDays: 45, near: [[81, 'eve'], 1], remote: [800], partners: [{ contactId: 'eve', named: 800 }] },
    ],
    [4, 'to the day before the shorter cadence', { cadenceDays: 90, nextCadence: { days: 45, from: -5 }, near: [0] }],
    [4, 'to the day before the shorter cadence, even without any meeting', { cadenceDays: 90, nextCadence: { days: 45, from: -5 } }],
    [0, 'while two days count as today, and one more of frequency tomorrow', { cadenceDays: 4, near: [-2, 1], remote: [800] }],
    [1, 'while two days are one, until the newer moves away', { cadenceDays: 2, near: [-2, -1], remote: [800] }],
    [0, 'the day before a fourth meeting is expected', { cadenceDays: 45, remote: [179] }],
    [4, 'until late is too late, though no point is left to lose', { cadenceDays: 365, near: [1_090], remote: [1] }],
    [265, 'silence for a year', { cadenceDays: 45, remote: [366, 100] }],
  ])('for %i days more: %s', (validDays, _, story) => {
    expect(accountHealth(factsOf(story), todayOn).validUntilOn).toBe(daysAgo(-validDays));
  });

  it('for ever after a year of silence', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45, near: [1_200], remote: [366], enrolled: 400 }), todayOn).validUntilOn).toBeUndefined();
  });
});

describe('for any facts', () => {
  const shuffled = <T>(some: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...some], { minLength: some.length });

  it('the order of events changes nothing', () => {
    const reordered = stories.map(factsOf).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        touchpoints: shuffled(facts.touchpoints.map((touchpoint) => ({ ...touchpoint, contactIds: touchpoint.contactIds.toReversed() }))),
        unansweredOn: shuffled(facts.unansweredOn),
        keyPartners: shuffled(facts.keyPartners),
      }),
    );
    fc.assert(
      fc.property(reordered, ({ facts, ...others }) => {
        expect(accountHealth({ ...facts, ...others }, todayOn)).toEqual(accountHealth(facts, todayOn));
      }),
    );
  });

  it('the whole answer stays the same until the day it is valid to, and is another on the day after', () => {
    /** Longer than any rule remembers, from the newest fact. */
    const longestMemoryDays = 1_200;
    const answerOn = (facts: AccountFacts, on: CalendarDay): AccountHealth => ({ ...accountHealth(facts, on), validUntilOn: undefined });
    fc.assert(
      fc.property(stories, fc.oneof(fc.constant(0), fc.nat({ max: 400 })), (story, later) => {
        const facts = factsOf(story);
        const fromOn = addDays(todayOn, later);
        const { validUntilOn } = accountHealth(facts, fromOn);
        const answer = answerOn(facts, fromOn);
        const lastOn = validUntilOn ?? addDays(fromOn, longestMemoryDays);
        for (let on = addDays(fromOn, 1); on <= lastOn; on = addDays(on, 1)) {
          if (!isDeepStrictEqual(answerOn(facts, on), answer)) expect.fail(`another answer on ${on}`);
        }
        if (validUntilOn) expect(answerOn(facts, addDays(validUntilOn, 1))).not.toEqual(answer);
      }),
      { numRuns: 80 },
    );
  });

  it('the answer until then says the same of how long it is valid', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const facts = factsOf(story);
        const { validUntilOn } = accountHealth(facts, todayOn);
        if (validUntilOn) expect(accountHealth(facts, validUntilOn).validUntilOn).toBe(validUntilOn);
      }),
    );
  });
});

describe('bad facts', () => {
  it('of ten thousand touchpoints with ten thousand contacts have an answer', () => {
    const contactIds = Array.from({ length: 10_000 }, (_, index) => `c${String(index)}`);
    const touchpoints = Array.from({ length: 10_000 }, (_, index) => ({ on: daysAgo(index), isNear: index % 2 === 0, contactIds: ['c1'] }));
    const keyPartners = contactIds.map((contactId) => ({ contactId, namedOn: daysAgo(100) }));
    const facts: AccountFacts = {
      ...factsOf({ cadenceDays: 45 }),
      touchpoints: [...touchpoints, { on: daysAgo(1), isNear: true, contactIds }],
      keyPartners,
    };
    expect(accountHealth(facts, todayOn)).toMatchObject({ word: 'on_track', score: 100 });
  });

  it.each(['2026-02-30', '2026-13-01', 'yesterday', ''])('with the impossible today "%s" are refused', (text) => {
    expect(() => accountHealth(factsOf({ cadenceDays: 45 }), text as CalendarDay)).toThrow(RangeError);
  });
});
