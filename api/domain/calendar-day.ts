/** Days without a time of day: in which zone an instant falls on which day, and how far two days lie apart. */
import { Temporal } from 'temporal-polyfill';

/** A local day, `YYYY-MM-DD`. Two of them compare as strings in calendar order. */
export type CalendarDay = string & { readonly calendarDay: unique symbol };

/** Accepts an ISO day as the calendar has it; undefined for anything else, 30 February included. */
export function parseCalendarDay(text: string): CalendarDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
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

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a valid day; whole, may be negative. Cheap, for comparisons inside a computation. */
export function dayNumber(day: CalendarDay): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay);
}

/** The day with that number; the inverse of dayNumber. */
export function dayFromNumber(number: number): CalendarDay {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10) as CalendarDay;
}

/** Difference of two dates in days: 0 on the same day, at least 0 (`domain.md`, Days). */
export function daysSince(day: CalendarDay, todayOn: CalendarDay): number {
  return Math.max(0, dayNumber(todayOn) - dayNumber(day));
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayFromNumber(dayNumber(day) + days);
}
