/** The word of an account at, below and above each threshold, what unanswered meetings decide, and what holds for every set of facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../api/domain/calendar-day.ts';
import { accountHealth } from '../../api/domain/health.ts';
import { defaultCadenceDays, healthPolicy } from '../../api/domain/health-policy.ts';
import { type HealthWord, healthWords, isOnCadence } from '../../api/domain/health-word.ts';
import type { AccountFacts } from '../../api/domain/timeline.ts';
import { factsOf, presentContactIds, stories, type Story, todayOn } from './account-stories.ts';

const rank = (word: HealthWord): number => healthWords.indexOf(word);
const wordOf = (facts: AccountFacts, on = todayOn): HealthWord => accountHealth(facts, on).word;

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
    ['on_track', 'the seller stands two days ahead of the tenant', { cadenceDays: 1, near: [-2] }],
    ['completely_virtual', 'a long cadence, the first call one day longer ago', { cadenceDays: 364, remote: [365, 1] }],
    ['new', 'the longest cadence, the first call exactly as long ago', { cadenceDays: 365, remote: [365, 1] }],
    ['overdue', 'a shorter cadence from today on', { cadenceDays: 90, nextCadence: { days: 45, from: 0 }, near: [60] }],
    ['on_track', 'a shorter cadence from tomorrow on', { cadenceDays: 90, nextCadence: { days: 45, from: -1 }, near: [60] }],
    ['not_enough_data', 'an owner who enrols tomorrow', { cadenceDays: 45, unanswered: [60], enrolled: -1, history: true }],
  ])('is %s: %s', (word, _, story) => {
    expect(wordOf(factsOf(story))).toBe(word);
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

describe('unanswered meetings', () => {
  it.each<[number, string, Story]>([
    [0, 'none while the word could not be better', { cadenceDays: 45, near: [0], unanswered: [1, 2, 3] }],
    [0, 'none on the day of the last near touchpoint', { cadenceDays: 45, near: [46], unanswered: [46] }],
    [0, 'none when they are older than the last near touchpoint', { cadenceDays: 45, near: [46], unanswered: [47, 60] }],
    [3, 'each that would bring the account back on cadence', { cadenceDays: 45, near: [46], unanswered: [0, 1, 2] }],
    [2, 'two on one day are two', { cadenceDays: 45, near: [46], unanswered: [3, 3] }],
    [1, 'only the recent enough', { cadenceDays: 45, near: [100], unanswered: [45, 46] }],
    [1, 'also from due soon to on track', { cadenceDays: 45, near: [40], unanswered: [33, 34] }],
    [2, 'also from completely virtual to overdue, each by itself', { cadenceDays: 45, unanswered: [60, 365, 366] }],
    [1, 'by the cadence in force', { cadenceDays: 90, nextCadence: { days: 45, from: 0 }, near: [100], unanswered: [45, 46] }],
  ])('%i decide: %s', (deciding, _, story) => {
    expect(accountHealth(factsOf(story), todayOn)).toMatchObject({ decidingUnanswered: deciding, unanswered: story.unanswered?.length });
  });

  it('decide exactly when a near answer would change the word, and never for the worse', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const facts = factsOf(story);
        const { word, decidingUnanswered } = accountHealth(facts, todayOn);
        const answeredNear = facts.unansweredOn.map((on, index) => {
          const touchpoints = [...facts.touchpoints, { on, isNear: true, contactIds: ['dana'] }];
          return wordOf({ ...facts, touchpoints, unansweredOn: facts.unansweredOn.toSpliced(index, 1) });
        });
        expect(decidingUnanswered).toBe(answeredNear.filter((other) => other !== word).length);
        for (const other of answeredNear) expect(rank(other)).toBeLessThanOrEqual(rank(word));
      }),
    );
  });
});

describe('for any facts', () => {
  it('time alone never improves the word', () => {
    fc.assert(
      fc.property(stories, fc.nat({ max: 500 }), fc.nat({ max: 60 }), (story, later, more) => {
        const facts = factsOf(story);
        const before = wordOf(facts, addDays(todayOn, later));
        expect(rank(wordOf(facts, addDays(todayOn, later + more)))).toBeGreaterThanOrEqual(rank(before));
      }),
      { numRuns: 300 },
    );
  });

  it('time alone never improves the word, from each answer to the next', () => {
    /** More answers than any facts here can have one after another. */
    const maxAnswers = 300;
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
    );
  });

  /** Facts of one stored meeting while nobody has answered it, and after an answer; no longer within the days after enrolment. */
  const settled = stories.map(({ enrolled, ...story }) => ({
    ...story,
    enrolled: enrolled === undefined ? undefined : enrolled + healthPolicy.enrolmentGraceDays,
  }));
  const storedOn = fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 800 }));

  it('a meeting left unanswered never has a better word than one answered as virtual', () => {
    fc.assert(
      fc.property(settled, storedOn, fc.boolean(), (story, day, history) => {
        const { remote = [], unanswered = [] } = story;
        const blank = wordOf(factsOf({ ...story, unanswered: [...unanswered, day], history: story.history || history }));
        const answered = wordOf(factsOf({ ...story, remote: [...remote, day] }));
        expect(rank(blank)).toBeGreaterThanOrEqual(rank(answered));
      }),
      { numRuns: 200 },
    );
  });

  it('a near tag of a stored meeting never worsens a word, whether nobody had answered or another answer stood', () => {
    fc.assert(
      fc.property(settled, storedOn, presentContactIds, fc.boolean(), (story, day, present, history) => {
        const { near = [], remote = [], unanswered = [] } = story;
        const tagged = wordOf(factsOf({ ...story, near: [...near, [day, ...present]] }));
        expect(rank(tagged)).toBeLessThanOrEqual(rank(wordOf(factsOf({ ...story, unanswered: [...unanswered, day], history }))));
        expect(rank(tagged)).toBeLessThanOrEqual(rank(wordOf(factsOf({ ...story, remote: [...remote, day] }))));
      }),
      { numRuns: 200 },
    );
  });

  it('within the days after enrolment a near touchpoint of today is still on cadence', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(wordOf(factsOf({ ...story, near: [...(story.near ?? []), 0] }))).toBe('on_track');
      }),
    );
  });

  it('key partners never touch the word', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(wordOf(factsOf({ ...story, partners: [] }))).toBe(wordOf(factsOf(story)));
      }),
    );
  });
});
