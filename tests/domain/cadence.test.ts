/** Which cadence is in force on a day, and when a newly decided one takes effect. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, cadenceDaysOn, decideCadence, isCadenceDays } from '../../api/domain/cadence.ts';
import { cadencePolicy } from '../../api/domain/health-policy.ts';
import { daysAgo, todayOn } from './account-stories.ts';

/** A shorter cadence that takes effect so many days after today. */
const announced = (days: number, nextDays: number, inDays: number): Cadence => ({
  days,
  next: { days: nextDays, fromOn: daysAgo(-inDays) },
});

describe('a cadence', () => {
  it.each([
    [0, false],
    [1, true],
    [365, true],
    [366, false],
    [44.5, false],
    [NaN, false],
    [Infinity, false],
    [-45, false],
  ])('of %d days: %s', (days, isOne) => {
    expect(isCadenceDays(days)).toBe(isOne);
  });

  it.each<[number, string, Cadence]>([
    [90, 'by itself', { days: 90 }],
    [90, 'the day before the shorter one', announced(90, 45, 1)],
    [45, 'the first day of the shorter one', announced(90, 45, 0)],
    [45, 'the day after', announced(90, 45, -1)],
  ])('of %i days is in force: %s', (days, _, cadence) => {
    expect(cadenceDaysOn(cadence, todayOn)).toBe(days);
  });
});

describe('a decided cadence', () => {
  it.each<[string, Cadence, number, Cadence]>([
    ['a longer one holds at once', { days: 45 }, 90, { days: 90 }],
    ['the same changes nothing', { days: 45 }, 45, { days: 45 }],
    ['a shorter one takes effect 30 days later', { days: 90 }, 45, announced(90, 45, 30)],
    ['by one day shorter is shorter', { days: 90 }, 89, announced(90, 89, 30)],
    ['the same shorter one again keeps its day', announced(90, 45, 10), 45, announced(90, 45, 10)],
    ['one less short keeps the day', announced(90, 45, 10), 60, announced(90, 60, 10)],
    ['a still shorter one has its own 30 days', announced(90, 45, 10), 30, announced(90, 30, 30)],
    ['the present one takes the announcement back', announced(90, 45, 10), 90, { days: 90 }],
    ['a longer one takes the announcement back', announced(90, 45, 10), 120, { days: 120 }],
    ['one in force since today is the one to compare with', announced(90, 45, 0), 45, { days: 45 }],
    ['one between the two, after the shorter took over, is longer', announced(90, 45, 0), 60, { days: 60 }],
    ['shorter than the one in force since today has its own 30 days', announced(90, 45, 0), 30, announced(45, 30, 30)],
    ['shorter than the one in force since long has its own 30 days', announced(90, 45, -100), 30, announced(45, 30, 30)],
  ])('%s', (_, current, days, expected) => {
    expect(decideCadence(current, days, todayOn)).toEqual(expected);
  });

  it('is never shorter today than the one in force, and is the decided one 30 days later, for any', () => {
    const days = fc.integer({ min: 1, max: 365 });
    const cadences = fc.oneof(
      days.map((only): Cadence => ({ days: only })),
      fc
        .tuple(days, days, fc.integer({ min: -40, max: cadencePolicy.noticeDays }))
        .map(([now, next, inDays]) => announced(Math.max(now, next), Math.min(now, next), inDays)),
    );
    fc.assert(
      fc.property(cadences, days, (current, decided) => {
        const after = decideCadence(current, decided, todayOn);
        expect(cadenceDaysOn(after, todayOn)).toBe(Math.max(decided, cadenceDaysOn(current, todayOn)));
        expect(cadenceDaysOn(after, daysAgo(-cadencePolicy.noticeDays))).toBe(decided);
      }),
    );
  });
});
