/** The three lines of the score to the digit, with what they say of themselves, and what holds for every set of facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountHealth } from '../../api/domain/health.ts';
import { scorePolicy } from '../../api/domain/health-policy.ts';
import { type ScoreLine, type ScoreLineName, scoreLineNames } from '../../api/domain/score.ts';
import type { AccountFacts } from '../../api/domain/timeline.ts';
import { daysAgo, factsOf, presentContactIds, stories, type Story, todayOn } from './account-stories.ts';

const scoreOf = (facts: AccountFacts): number => accountHealth(facts, todayOn).score;

function lineOf(name: ScoreLineName, story: Story): ScoreLine {
  const line = accountHealth(factsOf(story), todayOn).lines.find((some) => some.line === name);
  if (!line) throw new Error(`no line ${name}`);
  return line;
}

describe('the score', () => {
  it('is the worked example of domain.md: 35 + 15 + 5 = 55', () => {
    const { score, lines } = accountHealth(
      factsOf({
        cadenceDays: 45,
        near: [
          [72, 'dana'],
          [120, 'lee'],
        ],
        remote: [300],
        partners: ['dana', 'eve', 'max', 'sam'].map((contactId) => ({ contactId, named: 200 })),
      }),
      todayOn,
    );
    expect(lines).toEqual([
      {
        line: 'recency',
        points: 35,
        maxPoints: 50,
        code: 'in_person_late',
        values: { lastNearOn: daysAgo(72), cadenceDays: 45 },
      },
      {
        line: 'frequency',
        points: 15,
        maxPoints: 30,
        code: 'near_touchpoints',
        values: { countedOn: [daysAgo(72), daysAgo(120)], expected: 4, windowDays: 180 },
      },
      {
        line: 'reach',
        points: 5,
        maxPoints: 20,
        code: 'key_partners_met',
        values: { metContactIds: ['dana'], expectedContactIds: ['dana', 'eve', 'max', 'sam'], withinDays: 90 },
      },
    ]);
    expect(score).toBe(55);
  });

  it('has three lines of 50, 30 and 20 points, together 100', () => {
    expect(scoreLineNames).toEqual(['recency', 'frequency', 'reach']);
    expect(scoreLineNames.map((name) => scorePolicy[name].maxPoints)).toEqual([50, 30, 20]);
  });

  it('is 100 when everything is as it should be, and 0 when nothing is', () => {
    expect(scoreOf(factsOf({ cadenceDays: 45, near: [0], partners: [{ contactId: 'dana', named: 0 }] }))).toBe(100);
    expect(scoreOf(factsOf({ cadenceDays: 45 }))).toBe(0);
  });

  it('follows the shorter cadence from its first day on', () => {
    const story: Story = { cadenceDays: 90, near: [72], remote: [300] };
    expect(lineOf('recency', { ...story, nextCadence: { days: 45, from: -1 } })).toMatchObject({ points: 50, values: { cadenceDays: 90 } });
    expect(lineOf('recency', { ...story, nextCadence: { days: 45, from: 0 } })).toMatchObject({ points: 35, values: { cadenceDays: 45 } });
    expect(lineOf('frequency', { ...story, nextCadence: { days: 45, from: 0 } })).toMatchObject({ values: { windowDays: 180 } });
    expect(lineOf('reach', { ...story, nextCadence: { days: 45, from: 0 }, partners: [{ contactId: 'dana', named: 100 }] })).toMatchObject({
      values: { withinDays: 90 },
    });
  });
});

describe('recency', () => {
  it.each([
    [50, 'in_person_within_cadence', 'met today', 45, 0],
    [50, 'in_person_within_cadence', 'a day of a seller ahead of the tenant', 45, -1],
    [50, 'in_person_within_cadence', 'the last day of the cadence', 45, 45],
    [49, 'in_person_late', 'one day late', 45, 46],
    [35, 'in_person_late', '27 late of 90', 45, 72],
    [25, 'in_person_late', 'half way down', 45, 90],
    [1, 'in_person_late', 'the last day before three cadences', 45, 134],
    [0, 'in_person_too_late', 'three cadences', 45, 135],
    [0, 'in_person_too_late', 'longer', 45, 136],
    [0, 'in_person_too_late', 'much longer', 45, 800],
    [50, 'in_person_late', '49.5 rounded up', 50, 51],
    [49, 'in_person_late', '49 as it is', 50, 52],
    [1, 'in_person_late', '0.5 rounded up', 50, 149],
    [1, 'in_person_late', '0.55 rounded up', 365, 1_087],
    [0, 'in_person_late', '0.48 rounded down', 365, 1_088],
    [25, 'in_person_late', 'the shortest cadence, half way down', 1, 2],
    [0, 'in_person_too_late', 'the shortest cadence, three days', 1, 3],
  ])('has %i points, %s: %s', (points, code, _, cadenceDays, near) => {
    expect(lineOf('recency', { cadenceDays, near: [1_500, near], remote: [0] })).toEqual({
      line: 'recency',
      points,
      maxPoints: 50,
      code,
      values: { lastNearOn: daysAgo(near), cadenceDays },
    });
  });

  it('has no points without a near touchpoint', () => {
    expect(lineOf('recency', { cadenceDays: 45, remote: [1], unanswered: [2] })).toEqual({
      line: 'recency',
      points: 0,
      maxPoints: 50,
      code: 'never_in_person',
      values: { cadenceDays: 45 },
    });
  });
});

describe('frequency', () => {
  /** What it counts, in days ago, of how many it expects. */
  const rows: readonly [points: number, counted: readonly number[], expected: number, name: string, story: Story][] = [
    [0, [], 1, 'nothing ever', { cadenceDays: 45 }],
    [30, [0], 1, 'first met today', { cadenceDays: 45, near: [0] }],
    [30, [-1], 1, "a first meeting on a day of the seller's ahead of the tenant", { cadenceDays: 45, near: [-1] }],
    [30, [0], 1, 'a history of one day less than two cadences', { cadenceDays: 45, near: [0], remote: [89] }],
    [15, [0], 2, 'a history of two cadences', { cadenceDays: 45, near: [0], remote: [90] }],
    [15, [0], 2, 'a history of an unanswered meeting', { cadenceDays: 45, near: [0], unanswered: [90] }],
    [15, [0], 2, 'a history of one day less than three', { cadenceDays: 45, near: [0], remote: [134] }],
    [10, [0], 3, 'a history of three cadences', { cadenceDays: 45, near: [0], remote: [135] }],
    [10, [0], 3, 'a history of one day less than four', { cadenceDays: 45, near: [0], remote: [179] }],
    [8, [0], 4, 'a history of four cadences, 7.5 rounded up', { cadenceDays: 45, near: [0], remote: [180] }],
    [8, [0], 4, 'a history of years', { cadenceDays: 45, near: [0], remote: [800] }],
    [23, [0, 45, 90], 4, 'three of four, 22.5 rounded up', { cadenceDays: 45, near: [0, 45, 90], remote: [800] }],
    [30, [0, 45, 90], 2, 'more than expected is no more than all', { cadenceDays: 45, near: [0, 45, 90] }],
    [8, [180], 4, 'the last day of the window', { cadenceDays: 45, near: [180], remote: [800] }],
    [0, [], 4, 'one day past the window', { cadenceDays: 45, near: [181], remote: [800] }],
    [8, [0], 4, '22 days apart of 22.5 count once', { cadenceDays: 45, near: [0, 22], remote: [800] }],
    [15, [0, 23], 4, '23 days apart of 22.5 count twice', { cadenceDays: 45, near: [0, 23], remote: [800] }],
    [8, [0], 4, '21 days apart of 22 count once', { cadenceDays: 44, near: [0, 21], remote: [800] }],
    [15, [0, 22], 4, 'exactly 22 days apart count twice', { cadenceDays: 44, near: [0, 22], remote: [800] }],
    [15, [0, 40], 4, 'greedily from the newest, whatever stands between', { cadenceDays: 45, near: [20, 60, 0, 40], remote: [800] }],
    [8, [-1], 4, 'a day ahead counts as today: 22 days apart', { cadenceDays: 45, near: [-1, 22], remote: [800] }],
    [15, [-1, 23], 4, 'a day ahead counts as today: 23 days apart', { cadenceDays: 45, near: [-1, 23], remote: [800] }],
    [8, [-2], 4, 'two days ahead are one', { cadenceDays: 2, near: [-2, -1], remote: [800] }],
    [10, [365], 3, 'no window is longer than a year: its last day', { cadenceDays: 100, near: [365], remote: [800] }],
    [0, [], 3, 'no window is longer than a year: one day past it', { cadenceDays: 100, near: [366], remote: [800] }],
    [8, [364], 4, 'the longest window of four cadences', { cadenceDays: 91, near: [364], remote: [800] }],
    [0, [], 4, 'one day past the longest window of four cadences', { cadenceDays: 91, near: [365], remote: [800] }],
    [30, [365], 1, 'the longest cadence expects one', { cadenceDays: 365, near: [365], remote: [800] }],
    [23, [0, 1, 2], 4, 'the shortest cadence', { cadenceDays: 1, near: [0, 1, 2], remote: [800] }],
    [0, [], 4, 'remote touchpoints never stand for near ones', { cadenceDays: 45, remote: [0, 50, 100, 800] }],
  ];

  it.each(rows)('has %i points, counts %j of %i: %s', (points, counted, expected, _, story) => {
    const windowDays = Math.min(4 * story.cadenceDays, 365);
    expect(lineOf('frequency', story)).toEqual({
      line: 'frequency',
      points,
      maxPoints: 30,
      code: 'near_touchpoints',
      values: { countedOn: counted.map(daysAgo), expected, windowDays },
    });
  });
});

describe('key-partner reach', () => {
  const partnersMet = (met: number, all: number): Story => ({
    cadenceDays: 45,
    near: met > 0 ? [[90, ...Array.from({ length: met }, (_, index) => `p${String(index)}`)]] : [],
    partners: Array.from({ length: all }, (_, index) => ({ contactId: `p${String(index)}`, named: 30 })),
  });

  it.each([
    [0, 0, 1],
    [20, 1, 1],
    [10, 1, 2],
    [7, 1, 3],
    [13, 2, 3],
    [5, 1, 4],
    [3, 1, 8],
    [8, 3, 8],
    [20, 8, 8],
  ])('has %i points when %i of %i were met, rounded half up', (points, met, all) => {
    expect(lineOf('reach', partnersMet(met, all))).toMatchObject({ points, code: 'key_partners_met' });
  });

  it('names those met and all who are expected, in one order', () => {
    const story: Story = {
      cadenceDays: 45,
      near: [[90, 'sam', 'dana']],
      partners: ['sam', 'max', 'dana', 'eve'].map((contactId) => ({ contactId, named: contactId === 'eve' ? 29 : 30 })),
    };
    expect(lineOf('reach', story)).toMatchObject({
      points: 13,
      values: { metContactIds: ['dana', 'sam'], expectedContactIds: ['dana', 'max', 'sam'], withinDays: 90 },
    });
  });

  it.each<[string, string, object, Story['partners']]>([
    ['no_key_partner_named', 'nobody was ever named', {}, []],
    ['no_key_partner_named', 'the only one left', {}, [{ contactId: 'eve', named: 100, removed: 1, hasLeft: true }]],
    ['no_key_partner_named', 'the only one was removed long ago', {}, [{ contactId: 'eve', named: 200, removed: 91 }]],
    ['no_key_partner_expected_yet', 'all are named newly', { named: 2 }, ['eve', 'max'].map((contactId) => ({ contactId, named: 29 }))],
    [
      'no_key_partner_expected_yet',
      'those removed are not named',
      { named: 1 },
      [
        { contactId: 'eve', named: 29 },
        { contactId: 'max', named: 29, removed: 1 },
      ],
    ],
  ])('has no points, %s: %s', (code, _, values, partners = []) => {
    expect(lineOf('reach', { cadenceDays: 45, near: [[0, 'dana']], partners })).toEqual({
      line: 'reach',
      points: 0,
      maxPoints: 20,
      code,
      values,
    });
  });
});

describe('for any facts', () => {
  it('each line is whole, from nothing to its most, and the score is their sum', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { score, lines } = accountHealth(factsOf(story), todayOn);
        expect(lines.map(({ line }) => line)).toEqual(scoreLineNames);
        for (const { points, maxPoints } of lines) {
          expect(Number.isInteger(points) && points >= 0 && points <= maxPoints).toBe(true);
        }
        expect(score).toBe(lines.reduce((sum, { points }) => sum + points, 0));
      }),
    );
  });

  it('a near tag of a stored meeting never lowers the score, whoever was there', () => {
    fc.assert(
      fc.property(stories, fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 800 })), presentContactIds, (story, day, present) => {
        const { near = [], remote = [], unanswered = [] } = story;
        const tagged = scoreOf(factsOf({ ...story, near: [...near, [day, ...present]] }));
        expect(tagged).toBeGreaterThanOrEqual(scoreOf(factsOf({ ...story, unanswered: [...unanswered, day] })));
        expect(tagged).toBeGreaterThanOrEqual(scoreOf(factsOf({ ...story, remote: [...remote, day] })));
      }),
      { numRuns: 300 },
    );
  });

  it('naming no key partner never helps', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(scoreOf(factsOf({ ...story, partners: [] }))).toBeLessThanOrEqual(scoreOf(factsOf(story)));
      }),
    );
  });

  it('removing a key partner who stays at the account never helps on that day', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { partners = [] } = story;
        const removed = partners.map((partner) => ({ ...partner, removed: partner.removed ?? 0, hasLeft: false }));
        const kept = partners.map((partner) => ({ ...partner, hasLeft: false }));
        expect(scoreOf(factsOf({ ...story, partners: removed }))).toBeLessThanOrEqual(scoreOf(factsOf({ ...story, partners: kept })));
      }),
    );
  });

  it('neither remote touchpoints nor unanswered meetings that begin no history score', () => {
    fc.assert(
      fc.property(stories, fc.nat({ max: 60 }), (story, day) => {
        const { near = [], remote = [], unanswered = [] } = story;
        const older: Story = { ...story, remote: [...remote, 900] };
        const before = scoreOf(factsOf({ ...older, near }));
        expect(scoreOf(factsOf({ ...older, remote: [...remote, 900, day], unanswered: [...unanswered, day] }))).toBe(before);
      }),
    );
  });
});
