/** The word of an account at, below and above each threshold, and what holds for every set of facts. Knows no storage. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay } from '../../api/domain/calendar-day.ts';
import { type AccountFacts, accountHealth, type HealthWord, healthWords, isOnCadence } from '../../api/domain/health.ts';
import { defaultCadenceDays } from '../../api/domain/health-policy.ts';
import type { Touchpoint } from '../../api/domain/touchpoint.ts';

const todayOn = calendarDay('2026-11-23');

/** Facts in days before today; a negative number lies ahead. */
interface Story {
  readonly cadenceDays: number;
  readonly near?: readonly number[];
  readonly remote?: readonly number[];
  readonly unanswered?: readonly number[];
  readonly enrolled?: number;
  readonly history?: boolean;
}

function touchpoints(daysAgo: readonly number[], isNear: boolean): readonly Touchpoint[] {
  return daysAgo.map((days) => ({ on: addDays(todayOn, -days), isNear, contactIds: ['dana'] }));
}

function factsOf({ cadenceDays, near = [], remote = [], unanswered = [], enrolled, history = false }: Story): AccountFacts {
  return {
    cadenceDays,
    touchpoints: [...touchpoints(near, true), ...touchpoints(remote, false)],
    unansweredOn: unanswered.map((days) => addDays(todayOn, -days)),
    ownerEnrolledOn: enrolled === undefined ? undefined : addDays(todayOn, -enrolled),
    hasUnansweredHistory: history,
  };
}

describe('the word', () => {
  it.each<[HealthWord, string, Story]>([
    ['on_track', 'met today', { cadenceDays: 45, near: [0] }],
    ['on_track', 'the last day below three quarters of 45', { cadenceDays: 45, near: [33] }],
    ['due_soon', 'the first day above three quarters of 45', { cadenceDays: 45, near: [34] }],
    ['on_track', 'exactly three quarters of 44', { cadenceDays: 44, near: [33] }],
    ['due_soon', 'one day above three quarters of 44', { cadenceDays: 44, near: [34] }],
    ['due_soon', 'the last day of the cadence', { cadenceDays: 45, near: [45] }],
    ['overdue', 'one day past the cadence', { cadenceDays: 45, near: [46] }],
    ['overdue', 'the last day within a year', { cadenceDays: 45, near: [365] }],
    ['completely_virtual', 'longer than a year ago, calls since', { cadenceDays: 45, near: [366], remote: [1] }],
    ['completely_virtual', 'longer than a year ago, an unanswered meeting since', { cadenceDays: 45, near: [366], unanswered: [1] }],
    ['no_contact', 'longer than a year ago and nothing since', { cadenceDays: 45, near: [366] }],
    ['on_track', 'the shortest cadence, met today', { cadenceDays: 1, near: [0] }],
    ['due_soon', 'the shortest cadence, met yesterday', { cadenceDays: 1, near: [1] }],
    ['overdue', 'the shortest cadence, met the day before yesterday', { cadenceDays: 1, near: [2] }],
    ['on_track', 'the longest cadence, below three quarters', { cadenceDays: 365, near: [273] }],
    ['due_soon', 'the longest cadence, above three quarters', { cadenceDays: 365, near: [274] }],
    ['due_soon', 'the longest cadence, on its last day', { cadenceDays: 365, near: [365] }],
    ['completely_virtual', 'the longest cadence, never overdue', { cadenceDays: 365, near: [366], remote: [1] }],
    ['on_track', 'cadence of tier B, the last day below three quarters', { cadenceDays: 90, near: [67] }],
    ['due_soon', 'cadence of tier B, the first day above three quarters', { cadenceDays: 90, near: [68] }],
    ['overdue', 'cadence of tier B, one day past it', { cadenceDays: 90, near: [91] }],
    ['on_track', 'cadence of tier C, exactly three quarters', { cadenceDays: 180, near: [135] }],
    ['due_soon', 'cadence of tier C, one day above three quarters', { cadenceDays: 180, near: [136] }],
    ['overdue', 'cadence of tier C, one day past it', { cadenceDays: 180, near: [181] }],
    ['on_track', 'the newest of several near touchpoints counts', { cadenceDays: 45, near: [300, 10, 200] }],
    ['no_contact', 'never anything', { cadenceDays: 45 }],
    ['completely_virtual', 'a call on the last day within a year', { cadenceDays: 45, remote: [365] }],
    ['no_contact', 'a call longer than a year ago', { cadenceDays: 45, remote: [366] }],
    ['completely_virtual', 'an unanswered meeting on the last day within a year', { cadenceDays: 45, unanswered: [365] }],
    ['no_contact', 'an unanswered meeting longer than a year ago', { cadenceDays: 45, unanswered: [366] }],
    ['new', 'first meeting yesterday, virtual', { cadenceDays: 45, remote: [1] }],
    ['new', 'none in person since a first call 30 days ago', { cadenceDays: 45, remote: [30] }],
    ['new', 'the first call exactly one cadence ago', { cadenceDays: 45, remote: [45] }],
    ['completely_virtual', 'the first call one day longer than a cadence ago', { cadenceDays: 45, remote: [46, 1] }],
    ['new', 'the first meeting unanswered, exactly one cadence ago', { cadenceDays: 45, unanswered: [45] }],
    ['completely_virtual', 'the first meeting unanswered, longer ago', { cadenceDays: 45, unanswered: [46], remote: [1] }],
    ['completely_virtual', 'last in person 400 days ago and calls since', { cadenceDays: 45, near: [400], remote: [200, 100, 3] }],
    ['not_enough_data', 'owner enrolled 29 days ago', { cadenceDays: 45, unanswered: [60], enrolled: 29, history: true }],
    ['completely_virtual', 'owner enrolled 30 days ago', { cadenceDays: 45, unanswered: [60], enrolled: 30, history: true }],
    ['completely_virtual', 'owner enrolled, history answered', { cadenceDays: 45, remote: [60], enrolled: 29 }],
    ['completely_virtual', 'owner not enrolled', { cadenceDays: 45, unanswered: [60], history: true }],
    ['new', 'a new account of a new owner', { cadenceDays: 45, unanswered: [45], enrolled: 0, history: true }],
    ['no_contact', 'a silent account of a new owner', { cadenceDays: 45, unanswered: [366], enrolled: 0, history: true }],
    ['not_enough_data', 'overdue with a new owner', { cadenceDays: 45, near: [100], unanswered: [60], enrolled: 29, history: true }],
    ['due_soon', 'on cadence with a new owner', { cadenceDays: 45, near: [45], unanswered: [60], enrolled: 0, history: true }],
    ['on_track', 'a day of a seller ahead of the tenant counts as today', { cadenceDays: 45, near: [-1] }],
    ['overdue', 'remote touchpoints never stand for near ones', { cadenceDays: 45, near: [46], remote: [0, 1, 2] }],
    ['overdue', 'unanswered meetings never stand for near ones', { cadenceDays: 45, near: [46], unanswered: [0, 1, 2] }],
  ])('is %s: %s', (word, _, story) => {
    expect(accountHealth(factsOf(story), todayOn).word).toBe(word);
  });

  it('has the default cadences of the tiers', () => {
    expect(defaultCadenceDays).toEqual({ A: 45, B: 90, C: 180 });
  });

  it('stands in the order from best to worst', () => {
    expect(healthWords).toEqual(['on_track', 'due_soon', 'new', 'not_enough_data', 'overdue', 'completely_virtual', 'no_contact']);
  });

  it('is on cadence exactly when it is on track or due soon', () => {
    expect(healthWords.filter(isOnCadence)).toEqual(['on_track', 'due_soon']);
  });
});

describe('beside the word', () => {
  it.each<[number, string, Story]>([
    [0, 'none while the word could not be better', { cadenceDays: 45, near: [0], unanswered: [1, 2, 3] }],
    [0, 'none when they are older than the last near touchpoint', { cadenceDays: 45, near: [46], unanswered: [47, 60] }],
    [3, 'each that would bring the account back on cadence', { cadenceDays: 45, near: [46], unanswered: [0, 1, 2] }],
    [1, 'only the recent enough', { cadenceDays: 45, near: [100], unanswered: [45, 46] }],
    [1, 'also from due soon to on track', { cadenceDays: 45, near: [40], unanswered: [33, 34] }],
    [2, 'also from completely virtual to overdue, each by itself', { cadenceDays: 45, unanswered: [60, 365, 366] }],
  ])('%i unanswered decide: %s', (deciding, _, story) => {
    expect(accountHealth(factsOf(story), todayOn)).toMatchObject({
      decidingUnanswered: deciding,
      unanswered: story.unanswered?.length,
    });
  });

  it('the last near touchpoint and the last touchpoint stand as days', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45, near: [72, 400], remote: [3, 80], unanswered: [1] }), todayOn)).toMatchObject({
      lastNearOn: '2026-09-12',
      lastTouchpointOn: '2026-11-20',
    });
  });

  it('nothing stands as undefined, never as today', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45 }), todayOn)).toEqual({
      word: 'no_contact',
      decidingUnanswered: 0,
      unanswered: 0,
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

  it('the answer is valid until the last day of the three quarters', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45, near: [0] }), todayOn).validUntilOn).toBe('2026-12-26');
  });

  it.each<[number, string, Story]>([
    [34, "three quarters from a day of the seller's ahead of the tenant", { cadenceDays: 45, near: [-1] }],
    [11, 'due soon to the end of the cadence', { cadenceDays: 45, near: [34] }],
    [265, 'overdue until a year of silence', { cadenceDays: 45, near: [100] }],
    [45, 'new for one cadence', { cadenceDays: 45, remote: [0] }],
    [9, 'the grace after enrolment', { cadenceDays: 45, remote: [100], enrolled: 20, history: true }],
    [15, 'an unanswered meeting that stops deciding, though the word stays', { cadenceDays: 45, near: [100], unanswered: [30] }],
  ])('the answer is valid for %i days more: %s', (validDays, _, story) => {
    expect(accountHealth(factsOf(story), todayOn).validUntilOn).toBe(addDays(todayOn, validDays));
  });

  it('silence is valid for ever', () => {
    expect(accountHealth(factsOf({ cadenceDays: 45, remote: [366] }), todayOn).validUntilOn).toBeUndefined();
  });
});

const daysAgo = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -1, max: 800 }));
const days = fc.uniqueArray(daysAgo, { maxLength: 4 });
const stories: fc.Arbitrary<Story> = fc.record(
  {
    cadenceDays: fc.oneof(fc.constantFrom(1, 44, 45, 90, 365), fc.integer({ min: 1, max: 365 })),
    near: days,
    remote: days,
    unanswered: fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 3 }),
    enrolled: fc.integer({ min: 0, max: 60 }),
    history: fc.boolean(),
  },
  { requiredKeys: ['cadenceDays'] },
);
const rank = (word: HealthWord): number => healthWords.indexOf(word);

/** More answers than any facts here can have one after another. */
const maxAnswers = 100;
/** Longer than any rule remembers, from the newest fact. */
const longestMemoryDays = 800;

describe('for any facts', () => {
  it('their order changes nothing', () => {
    const shuffled = stories.map(factsOf).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        touchpoints: fc.shuffledSubarray([...facts.touchpoints], { minLength: facts.touchpoints.length }),
        unansweredOn: fc.shuffledSubarray([...facts.unansweredOn], { minLength: facts.unansweredOn.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ facts, ...reordered }) => {
        expect(accountHealth({ ...facts, ...reordered }, todayOn)).toEqual(accountHealth(facts, todayOn));
      }),
    );
  });

  it('time alone never improves the word', () => {
    fc.assert(
      fc.property(stories, fc.nat({ max: 500 }), fc.nat({ max: 60 }), (story, later, more) => {
        const facts = factsOf(story);
        const before = accountHealth(facts, addDays(todayOn, later)).word;
        const after = accountHealth(facts, addDays(todayOn, later + more)).word;
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      }),
      { numRuns: 500 },
    );
  });

  it('time alone never improves the word, from each answer to the next', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const facts = factsOf(story);
        const words: HealthWord[] = [];
        for (let on = todayOn, answers = 0; answers < maxAnswers; answers += 1) {
          const { word, validUntilOn } = accountHealth(facts, on);
          words.push(word);
          if (validUntilOn === undefined) break;
          on = addDays(validUntilOn, 1);
        }
        expect(words.length).toBeLessThan(maxAnswers);
        expect(words.map(rank)).toEqual(words.map(rank).toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it('an unanswered meeting decides exactly when a near answer would change the word, and never for the worse', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const facts = factsOf(story);
        const { word, decidingUnanswered } = accountHealth(facts, todayOn);
        const answeredNear = facts.unansweredOn.map((on, index) => {
          const touchpoints = [...facts.touchpoints, { on, isNear: true, contactIds: ['dana'] }];
          return accountHealth({ ...facts, touchpoints, unansweredOn: facts.unansweredOn.toSpliced(index, 1) }, todayOn).word;
        });
        expect(decidingUnanswered).toBe(answeredNear.filter((other) => other !== word).length);
        for (const other of answeredNear) expect(rank(other)).toBeLessThanOrEqual(rank(word));
      }),
    );
  });

  it('a near touchpoint never worsens the word of its day', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const before = accountHealth(factsOf(story), todayOn).word;
        const after = accountHealth(factsOf({ ...story, near: [...new Set([...(story.near ?? []), 0])] }), todayOn).word;
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
      }),
    );
  });

  it('a meeting left unanswered never helps more than a remote answer', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 800 }), (story, day) => {
        const { remote = [], unanswered = [] } = story;
        const blank = accountHealth(factsOf({ ...story, unanswered: [...unanswered, day] }), todayOn).word;
        const answered = accountHealth(factsOf({ ...story, remote: [...new Set([...remote, day])] }), todayOn).word;
        expect(blank).toBe(answered);
      }),
    );
  });

  it('the answer stays the same exactly until the day it is valid to', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const facts = factsOf(story);
        const { word, decidingUnanswered, validUntilOn } = accountHealth(facts, todayOn);
        const lastOn = validUntilOn ?? addDays(todayOn, longestMemoryDays);
        for (let on = todayOn; on <= lastOn; on = addDays(on, 1)) {
          const answer = accountHealth(facts, on);
          if (answer.word !== word || answer.decidingUnanswered !== decidingUnanswered) expect.fail(`another answer on ${on}`);
        }
        if (validUntilOn === undefined) return;
        const next = accountHealth(facts, addDays(validUntilOn, 1));
        expect([next.word, next.decidingUnanswered]).not.toEqual([word, decidingUnanswered]);
      }),
      { numRuns: 150 },
    );
  });
});
