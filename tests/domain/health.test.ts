/** The word of an account at, below and above every threshold, and what holds for all facts. Touchpoints themselves are tested beside. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay, calendarDay, daysSince } from '../../api/domain/calendar-day.ts';
import { accountHealth, type AccountFacts, type HealthWord, healthWords, isOnCadence } from '../../api/domain/health.ts';
import { defaultCadenceDays } from '../../api/domain/health-policy.ts';
import type { Touchpoint } from '../../api/domain/touchpoint.ts';

const todayOn = calendarDay('2026-11-23');
const ago = (days: number): CalendarDay => addDays(todayOn, -days);
const near = (daysAgo: number): Touchpoint => ({ on: ago(daysAgo), isNear: true, contactIds: ['dana'] });
const remote = (daysAgo: number): Touchpoint => ({ on: ago(daysAgo), isNear: false, contactIds: ['dana'] });

/** An account of tier A whose owner enrolled long ago. */
function facts(given: Partial<AccountFacts>): AccountFacts {
  return { cadenceDays: 45, touchpoints: [], unansweredOn: [], ownerEnrolledOn: ago(1_000), hasUnansweredHistory: false, ...given };
}

const wordOf = (given: Partial<AccountFacts>): HealthWord => accountHealth(facts(given), todayOn).word;

describe('the word by days since the last near touchpoint', () => {
  it.each<[cadenceDays: number, daysAgo: number, word: HealthWord]>([
    [45, 0, 'on_track'],
    [45, 33, 'on_track'],
    [45, 34, 'due_soon'],
    [45, 45, 'due_soon'],
    [45, 46, 'overdue'],
    [90, 67, 'on_track'],
    [90, 68, 'due_soon'],
    [90, 90, 'due_soon'],
    [90, 91, 'overdue'],
    [180, 135, 'on_track'],
    [180, 136, 'due_soon'],
    [180, 180, 'due_soon'],
    [180, 181, 'overdue'],
    [1, 0, 'on_track'],
    [1, 1, 'due_soon'],
    [1, 2, 'overdue'],
    [3, 2, 'on_track'],
    [3, 3, 'due_soon'],
    [4, 3, 'on_track'],
    [4, 4, 'due_soon'],
    [4, 5, 'overdue'],
    [365, 273, 'on_track'],
    [365, 274, 'due_soon'],
    [365, 365, 'due_soon'],
    [365, 366, 'completely_virtual'],
    [45, 365, 'overdue'],
    [45, 366, 'completely_virtual'],
  ])('cadence %i, met %i days ago, called yesterday: %s', (cadenceDays, daysAgo, word) => {
    expect(wordOf({ cadenceDays, touchpoints: [near(daysAgo), remote(1)] })).toBe(word);
  });

  it('takes the newest near touchpoint', () => {
    expect(wordOf({ touchpoints: [near(300), near(10), near(200)] })).toBe('on_track');
  });

  it('knows the default cadences of the tiers', () => {
    expect(defaultCadenceDays).toEqual({ A: 45, B: 90, C: 180 });
  });
});

describe('an account never met in person', () => {
  it('is new after a first virtual meeting yesterday', () => {
    expect(wordOf({ touchpoints: [remote(1)] })).toBe('new');
  });

  it.each<[historyDays: number, word: HealthWord]>([
    [30, 'new'],
    [45, 'new'],
    [46, 'completely_virtual'],
  ])('known for %i days at cadence 45 is %s', (historyDays, word) => {
    expect(wordOf({ touchpoints: [remote(1), remote(historyDays)] })).toBe(word);
    expect(wordOf({ touchpoints: [remote(1)], unansweredOn: [ago(historyDays)] })).toBe(word);
    expect(wordOf({ touchpoints: [remote(historyDays)], unansweredOn: [ago(1)] })).toBe(word);
  });

  it('has no contact when nothing was ever tagged or left unanswered', () => {
    expect(wordOf({})).toBe('no_contact');
  });

  it.each<[daysAgo: number, word: HealthWord]>([
    [365, 'completely_virtual'],
    [366, 'no_contact'],
  ])('and last dealt with %i days ago is %s', (daysAgo, word) => {
    expect(wordOf({ touchpoints: [remote(daysAgo)] })).toBe(word);
    expect(wordOf({ unansweredOn: [ago(daysAgo)] })).toBe(word);
  });
});

describe('an account met in person long ago', () => {
  it('is completely virtual after 400 days with answered calls since, and still says when it was', () => {
    const health = accountHealth(facts({ touchpoints: [near(400), remote(200), remote(20), remote(3)] }), todayOn);
    expect(health).toMatchObject({ word: 'completely_virtual', lastNearOn: ago(400), lastTouchpointOn: ago(3), virtualStreak: 3 });
    expect(daysSince(ago(400), todayOn)).toBe(400);
  });

  it('has no contact when nothing followed within 365 days', () => {
    expect(wordOf({ touchpoints: [near(366), remote(400)] })).toBe('no_contact');
    expect(wordOf({ touchpoints: [near(365), remote(400)] })).toBe('overdue');
  });
});

describe('too little is known', () => {
  const history = { touchpoints: [remote(100)], unansweredOn: [ago(60)], hasUnansweredHistory: true };

  it.each<[enrolledDaysAgo: number, word: HealthWord]>([
    [0, 'not_enough_data'],
    [29, 'not_enough_data'],
    [30, 'completely_virtual'],
  ])('%i days after the owner enrolled, while history is unanswered: %s', (daysAgo, word) => {
    expect(wordOf({ ...history, ownerEnrolledOn: ago(daysAgo) })).toBe(word);
    expect(wordOf({ ...history, touchpoints: [near(100)], ownerEnrolledOn: ago(daysAgo) })).toBe(
      word === 'completely_virtual' ? 'overdue' : word,
    );
  });

  it('not when all history is answered', () => {
    expect(wordOf({ ...history, hasUnansweredHistory: false, ownerEnrolledOn: ago(1) })).toBe('completely_virtual');
  });

  it('not when nobody who is enrolled owns the account', () => {
    expect(wordOf({ ...history, ownerEnrolledOn: undefined })).toBe('completely_virtual');
  });

  it('comes after every better word and after silence', () => {
    const enrolled = { hasUnansweredHistory: true, ownerEnrolledOn: ago(1) };
    expect(wordOf({ ...enrolled, touchpoints: [near(45)] })).toBe('due_soon');
    expect(wordOf({ ...enrolled, unansweredOn: [ago(45)] })).toBe('new');
    expect(wordOf({ ...enrolled, unansweredOn: [ago(366)] })).toBe('no_contact');
  });
});

describe('unanswered meetings', () => {
  it('are counted, all of them', () => {
    expect(accountHealth(facts({ unansweredOn: [ago(1), ago(1), ago(500)] }), todayOn).unanswered).toBe(3);
  });

  it.each<[because: string, given: Partial<AccountFacts>, deciding: number]>([
    ['none was met: each would bring it on cadence', { touchpoints: [remote(100)], unansweredOn: [ago(1), ago(2), ago(45)] }, 3],
    ['a visit beyond a year would still make it overdue', { touchpoints: [remote(400)], unansweredOn: [ago(300)] }, 1],
    ['beyond the cadence, overdue stays overdue', { touchpoints: [near(320)], unansweredOn: [ago(46)] }, 0],
    ['at the cadence it would be due soon', { touchpoints: [near(320)], unansweredOn: [ago(45)] }, 1],
    ['on track is not bettered', { touchpoints: [near(10)], unansweredOn: [ago(5)] }, 0],
    ['due soon would be on track', { touchpoints: [near(40)], unansweredOn: [ago(33), ago(34)] }, 1],
    ['older than the last visit, or of its day, it changes nothing', { touchpoints: [near(40)], unansweredOn: [ago(40), ago(41)] }, 0],
    ['a new account would be on track', { unansweredOn: [ago(1)] }, 1],
  ])('%s', (_because, given, deciding) => {
    expect(accountHealth(facts(given), todayOn).decidingUnanswered).toBe(deciding);
  });
});

describe('the virtual streak', () => {
  it('counts remote touchpoints on days after the last near one, not those of its day', () => {
    expect(accountHealth(facts({ touchpoints: [near(10), remote(10), remote(9), remote(2), remote(11)] }), todayOn).virtualStreak).toBe(2);
  });

  it('counts all of them when nobody was ever met', () => {
    expect(accountHealth(facts({ touchpoints: [remote(700), remote(9)] }), todayOn).virtualStreak).toBe(2);
  });
});

describe("a seller's day that lies ahead of the tenant's today", () => {
  it('counts as today: a dinner in Tokyo at once puts a Californian account on track', () => {
    const health = accountHealth(facts({ touchpoints: [near(-1), remote(300)] }), todayOn);
    expect(health).toMatchObject({ word: 'on_track', lastNearOn: addDays(todayOn, 1), validUntilOn: addDays(todayOn, 1 + 33) });
  });
});

describe('until when the answer holds', () => {
  it.each<[because: string, given: Partial<AccountFacts>, validDays: number | undefined]>([
    ['on track for 33 days', { touchpoints: [near(0)] }, 33],
    ['due soon for 11 more', { touchpoints: [near(34)] }, 11],
    ['overdue until nothing happened for a year', { touchpoints: [near(100)] }, 265],
    ['new for one cadence', { touchpoints: [remote(0)] }, 45],
    ['silence lasts', { touchpoints: [remote(366)] }, undefined],
    ['nothing ever lasts', {}, undefined],
    ['the grace after enrolment ends on its day', { touchpoints: [remote(100)], ownerEnrolledOn: ago(20), hasUnansweredHistory: true }, 9],
    ['an unanswered meeting stops deciding, though the word stays', { touchpoints: [near(100)], unansweredOn: [ago(30)] }, 15],
  ])('%s', (_because, given, validDays) => {
    const { validUntilOn } = accountHealth(facts(given), todayOn);
    expect(validUntilOn).toBe(validDays === undefined ? undefined : addDays(todayOn, validDays));
  });
});

describe('the words', () => {
  it('stand from best to worst', () => {
    expect(healthWords).toEqual(['on_track', 'due_soon', 'new', 'not_enough_data', 'overdue', 'completely_virtual', 'no_contact']);
  });

  it('of coverage are the first two', () => {
    expect(healthWords.filter(isOnCadence)).toEqual(['on_track', 'due_soon']);
  });
});

/** Facts whose days crowd around the thresholds. Touchpoints may lie two days ahead, as far as time zones lie apart. */
const anyFacts: fc.Arbitrary<AccountFacts> = fc
  .oneof(fc.integer({ min: 1, max: 365 }), fc.constantFrom(1, 2, 3, 4, 45, 90, 180, 364, 365))
  .chain((cadenceDays) => {
    const threeQuarters = Math.floor((3 * cadenceDays) / 4);
    const edge = fc.constantFrom(0, 1, threeQuarters, threeQuarters + 1, cadenceDays, cadenceDays + 1, 364, 365, 366);
    const daysAgo = fc.oneof(fc.integer({ min: 0, max: 800 }), edge);
    const touchpoint = fc.record({ isNear: fc.boolean(), daysAgo: fc.oneof({ weight: 9, arbitrary: daysAgo }, fc.constantFrom(-1, -2)) });
    return fc.record({
      cadenceDays: fc.constant(cadenceDays),
      touchpoints: fc
        .uniqueArray(touchpoint, { maxLength: 6, selector: ({ isNear, daysAgo: day }) => `${day}${isNear}` })
        .map((drawn) => drawn.map(({ isNear, daysAgo: day }) => (isNear ? near(day) : remote(day)))),
      unansweredOn: fc.array(daysAgo.map(ago), { maxLength: 6 }),
      ownerEnrolledOn: fc.option(fc.integer({ min: 0, max: 45 }).map(ago), { nil: undefined }),
      hasUnansweredHistory: fc.boolean(),
    });
  });

const rank = (word: HealthWord): number => healthWords.indexOf(word);

/** No word changes more often than its facts have thresholds. */
const maxSteps = 100;

describe('for all facts', () => {
  it('their order changes nothing', () => {
    const shuffled = anyFacts.chain((given) =>
      fc.record({
        given: fc.constant(given),
        touchpoints: fc.shuffledSubarray([...given.touchpoints], { minLength: given.touchpoints.length }),
        unansweredOn: fc.shuffledSubarray([...given.unansweredOn], { minLength: given.unansweredOn.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, ...others }) => {
        expect(accountHealth({ ...given, ...others }, todayOn)).toEqual(accountHealth(given, todayOn));
      }),
    );
  });

  it('validUntilOn is exact: every day until then gives the same answer, the day after another', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { word, decidingUnanswered, validUntilOn } = accountHealth(given, todayOn);
        const answerOn = (on: CalendarDay): string => {
          const answer = accountHealth(given, on);
          return `${answer.word} ${answer.decidingUnanswered}`;
        };
        const same = `${word} ${decidingUnanswered}`;
        const lastDays = validUntilOn === undefined ? 900 : daysSince(todayOn, validUntilOn);
        for (let days = 1; days <= lastDays; days += 1) expect(answerOn(ago(-days)), `in ${days} days`).toBe(same);
        if (validUntilOn !== undefined) expect(answerOn(addDays(validUntilOn, 1))).not.toBe(same);
      }),
    );
  }, 20_000);

  it('time alone never improves a word', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        let on: CalendarDay = todayOn;
        let health = accountHealth(given, on);
        let steps = 0;
        while (health.validUntilOn !== undefined) {
          on = addDays(health.validUntilOn, 1);
          const later = accountHealth(given, on);
          expect(rank(later.word), `${health.word} before ${on}, then ${later.word}`).toBeGreaterThanOrEqual(rank(health.word));
          health = later;
          steps += 1;
          expect(steps).toBeLessThan(maxSteps);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a near touchpoint never worsens the word on its day: it puts the account on track', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 800 }), (given, daysAgo) => {
        const on = ago(daysAgo);
        const { word } = accountHealth({ ...given, touchpoints: [...given.touchpoints, near(daysAgo)] }, on);
        expect(word).toBe('on_track');
      }),
    );
  });

  it('blanks never help: an unanswered meeting weighs like one answered as remote', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const answered = given.unansweredOn.map((on): Touchpoint => ({ on, isNear: false, contactIds: [] }));
        const asRemote = { ...given, unansweredOn: [], touchpoints: [...given.touchpoints, ...answered] };
        expect(accountHealth(given, todayOn).word).toBe(accountHealth(asRemote, todayOn).word);
      }),
    );
  });

  it('an unanswered meeting decides exactly when a near answer would change the word, and that never worsens it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const health = accountHealth(given, todayOn);
        const answeredNear = given.unansweredOn.map((on, index) => {
          const touchpoints = [...given.touchpoints, { on, isNear: true, contactIds: [] }];
          return accountHealth({ ...given, touchpoints, unansweredOn: given.unansweredOn.toSpliced(index, 1) }, todayOn).word;
        });
        expect(health.decidingUnanswered).toBe(answeredNear.filter((word) => word !== health.word).length);
        for (const word of answeredNear) expect(rank(word)).toBeLessThanOrEqual(rank(health.word));
      }),
    );
  });
});
