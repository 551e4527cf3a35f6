/** Days: which text is one, on which an instant falls, when one begins, and how far two lie apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDay,
  type CalendarDay,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysSince,
  parseCalendarDay,
  startOfDay,
} from '../../api/domain/calendar-day.ts';
import { isTimeZone } from '../../api/domain/time-zone.ts';

describe('a text is a day', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1970-01-01'])('when it is one: %s', (text) => {
    expect(parseCalendarDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-11-23T00:00',
    ' 2026-11-23',
    '',
  ])('never when it is none: "%s"', (text) => {
    expect(parseCalendarDay(text)).toBeUndefined();
    expect(() => calendarDay(text)).toThrow(RangeError);
  });
});

describe('an instant falls on the day', () => {
  it.each([
    ['2026-11-23T22:59:59Z', 'Europe/Berlin', '2026-11-23'],
    ['2026-11-23T23:00:00Z', 'Europe/Berlin', '2026-11-24'],
    ['2026-07-23T21:59:59Z', 'Europe/Berlin', '2026-07-23'],
    ['2026-07-23T22:00:00Z', 'Europe/Berlin', '2026-07-24'],
    ['2026-11-23T10:00:00Z', 'Pacific/Kiritimati', '2026-11-24'],
    ['2026-11-23T10:00:00Z', 'Pacific/Pago_Pago', '2026-11-22'],
    ['2026-11-23T18:29:59Z', 'Asia/Kolkata', '2026-11-23'],
    ['2026-11-23T18:30:00Z', 'Asia/Kolkata', '2026-11-24'],
    ['2024-02-29T23:30:00Z', 'UTC', '2024-02-29'],
  ])('%s in %s: %s', (instant, timeZone, day) => {
    expect(dayOf(new Date(instant), timeZone)).toBe(day);
  });

  it('of no zone that does not exist', () => {
    expect(() => dayOf(new Date(0), 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('a day begins', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s at %s', (day, timeZone, instant) => {
    expect(startOfDay(calendarDay(day), timeZone).toISOString()).toBe(instant);
  });

  it('at an instant of that day, the one before at an instant of the day before', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Africa/Cairo');
    fc.assert(
      fc.property(fc.integer({ min: 12_000, max: 24_000 }).map(dayFromNumber), zones, (day, timeZone) => {
        const startsAt = startOfDay(day, timeZone);
        expect(dayOf(startsAt, timeZone)).toBe(day);
        expect(dayOf(new Date(startsAt.getTime() - 1), timeZone)).toBe(addDays(day, -1));
      }),
    );
  });
});

describe('the difference of two days', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-22', '2026-11-23', 1],
    ['2026-11-24', '2026-11-23', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2025-11-23', '2026-11-23', 365],
    ['2023-11-23', '2024-11-23', 366],
  ])('from %s to %s is %i', (day, todayOn, days) => {
    expect(daysSince(calendarDay(day), calendarDay(todayOn))).toBe(days);
  });

  it('is what was added, for any days; a number and its day are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.nat({ max: 2_000 }), (number, days) => {
        const day = dayFromNumber(number);
        expect(dayNumber(day)).toBe(number);
        expect(daysSince(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(day <= addDays(day, days)).toBe(true);
      }),
    );
  });
});

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1972-02-29', 789],
    ['1972-03-01', 790],
    ['2000-02-29', 11_016],
    ['2100-02-28', 47_540],
    ['2100-03-01', 47_541],
    ['2026-12-31', 20_818],
    ['0000-01-01', -719_528],
    ['9999-12-31', 2_932_896],
  ])('%s is %i', (day, number) => {
    expect(dayNumber(calendarDay(day))).toBe(number);
    expect(dayFromNumber(number)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '2026-01-32',
    '2026-01-00',
    '2026-00-01',
    '2026-13-01',
    '2026',
    '2026-01-1',
    '2026-01-011',
    ' 026-01-01',
    '2026/01/01',
    '+026-01-01',
    '',
  ])('"%s" has none, whoever vouches for it', (text) => {
    expect(() => dayNumber(text as CalendarDay)).toThrow(RangeError);
  });

  it.each([-719_529, 2_932_897, NaN, Infinity, -Infinity])('%d is no day: years have four digits', (number) => {
    expect(() => dayFromNumber(number)).toThrow(RangeError);
  });

  it('agrees with the calendar on every day around a century without its leap day', () => {
    for (let number = dayNumber(calendarDay('2095-12-31')); number <= dayNumber(calendarDay('2104-12-31')); number += 1) {
      if (dayNumber(dayFromNumber(number)) !== number) expect.fail(`another number for ${dayFromNumber(number)}`);
    }
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])('%s exists, for pages and for days', (name) => {
    expect(isTimeZone(name)).toBe(true);
    expect(dayOf(new Date('2026-11-23T12:00:00Z'), name)).toBe('2026-11-23');
  });

  it('that a page accepts is one that days understand, by any name', () => {
    for (const name of [...Intl.supportedValuesOf('timeZone'), '+02:00', '-0330', 'utc', 'EST', 'US/Pacific', 'Etc/GMT+12', 'GMT+1', 'Z']) {
      if (isTimeZone(name)) expect(() => dayOf(new Date(0), name), name).not.toThrow();
    }
  });

  it.each(['', 'Europe/Atlantis', 'W. Europe Standard Time', 'Berlin'])('"%s" does not', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
