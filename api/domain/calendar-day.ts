/** Days without a time of day: in which zone an instant falls on which day, and how far two days lie apart. */
import { Temporal } from 'temporal-polyfill';

/** A local day, `YYYY-MM-DD`. Two of them compare as strings in calendar order. */
export type CalendarDay = string & { readonly calendarDay: unique symbol };

const calendarDayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Accepts an ISO day as the calendar has it; undefined for anything else, 30 February included. */
export function parseCalendarDay(text: string): CalendarDay | undefined {
  if (!calendarDayForm.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDay;
  } catch {
    return undefined;
  }
}

/** The same for a literal or a stored value that is known to be a day; throws otherwise. */
export function calendarDay(text: string): CalendarDay {
  const day = parseCalendarDay(text);
  if (!day) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** The day on which an instant falls in an IANA time zone. Throws for a zone that does not exist. */
export function dayOf(instant: Date, timeZone: string): CalendarDay {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDate().toString() as CalendarDay;
}

/** The instant at which a day begins in a zone; where midnight is skipped, the first moment after the gap. */
export function startOfDay(day: CalendarDay, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const millisecondsPerDay = 86_400_000;
/** Day numbers of 0000-01-01 and 9999-12-31: between them a day is written with ten characters. */
const firstNumber = -719_528;
const lastNumber = 2_932_896;
/** From 0000-03-01, the first day of the years that are counted from March, to 1970-01-01. */
const daysFromMarchOfYearZero = 719_468;

/**
 * Days since 1970-01-01; whole, may be negative. Cheap, for comparisons inside a computation: no Date, no Temporal. Throws a RangeError for a
 * day that no calendar has.
 */
export function dayNumber(day: CalendarDay): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  if (!calendarDayForm.test(day) || date < 1 || date > daysInMonth(year, month)) throw new RangeError(`not a calendar day: ${day}`);
  // A year that begins in March has its leap day at its end, so that months before it need no second look.
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysOfMonths = Math.floor((153 * monthsSinceMarch + 2) / 5);
  return 365 * marchYear + leapDays + daysOfMonths + date - 1 - daysFromMarchOfYearZero;
}

/** 0 for a month that no calendar has. */
function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (daysInMonths[month - 1] ?? 0);
}

/** The day with that number; the inverse of dayNumber. Throws a RangeError beyond the years 0 to 9999. */
export function dayFromNumber(number: number): CalendarDay {
  if (number < firstNumber || number > lastNumber) throw new RangeError(`not the number of a calendar day: ${String(number)}`);
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10) as CalendarDay;
}

/** Difference of two dates in days: 0 on the same day, at least 0 (`domain.md`, Days). */
export function daysSince(day: CalendarDay, todayOn: CalendarDay): number {
  return Math.max(0, dayNumber(todayOn) - dayNumber(day));
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayFromNumber(dayNumber(day) + days);
}
