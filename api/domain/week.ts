/** Weeks as a place counts them: on which day the one around a given day began. Pure. */
import { addDays, type CalendarDay, dayNumber } from './calendar-day.ts';

/** ISO 8601: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const daysPerWeek = 7;
/** 1970-01-01, day number 0, was a Thursday. */
const weekdayOfDayZero = 4;

/** The first day of the week in which `day` lies, `day` itself or one of the six before it. Weeks begin on `firstWeekday`. */
export function weekStart(day: CalendarDay, firstWeekday: Weekday): CalendarDay {
  const daysIn = dayNumber(day) + weekdayOfDayZero - firstWeekday;
  return addDays(day, -(((daysIn % daysPerWeek) + daysPerWeek) % daysPerWeek));
}
