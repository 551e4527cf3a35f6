/** Weeks: on which day the one around a day began, wherever weeks begin. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay, dayFromNumber, dayNumber } from '../../api/domain/calendar-day.ts';
import { type Weekday, weekStart } from '../../api/domain/week.ts';

describe('the week of a day', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-23', 'a Monday, where weeks begin on Monday'],
    ['2026-11-29', 1, '2026-11-23', 'the Sunday after it'],
    ['2026-11-30', 1, '2026-11-30', 'the next Monday'],
    ['2026-11-23', 7, '2026-11-22', 'a Monday, where weeks begin on Sunday'],
    ['2026-11-22', 7, '2026-11-22', 'that Sunday'],
    ['2026-11-28', 7, '2026-11-22', 'the Saturday after it'],
    ['2026-11-27', 6, '2026-11-21', 'a Friday, where weeks begin on Saturday'],
    ['2027-01-02', 1, '2026-12-28', 'a day whose week began in the year before'],
    ['1969-12-31', 1, '1969-12-29', 'a day before the first numbered one'],
  ] as const)('%s with weeks from day %i began on %s: %s', (day, firstWeekday, startsOn, _what) => {
    expect(weekStart(calendarDay(day), firstWeekday)).toBe(startsOn);
  });

  it('begins with the day or up to six days before, and the next one seven days later', () => {
    const aDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(dayFromNumber);
    const aWeekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
    fc.assert(
      fc.property(aDay, aWeekday, (day, firstWeekday) => {
        const start = weekStart(day, firstWeekday);
        expect(dayNumber(day) - dayNumber(start)).toBeGreaterThanOrEqual(0);
        expect(dayNumber(day) - dayNumber(start)).toBeLessThan(7);
        expect(weekStart(addDays(start, 7), firstWeekday)).toBe(addDays(start, 7));
        expect(weekStart(start, firstWeekday)).toBe(start);
      }),
    );
  });
});
