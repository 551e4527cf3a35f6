/** On which day weeks begin where the seller is, by the locale's region. Pure. */

/** ISO 8601: 1 is Monday, 7 Sunday. */
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekday = (typeof weekdays)[number];

/** As ISO 8601 has it, for browsers that do not say. */
const monday: Weekday = 1;

interface WeekInfo {
  readonly firstDay?: unknown;
}

/** A method in the standard and in newer browsers, a property in older ones; none of them is in TypeScript's own types. */
interface LocaleWithWeek {
  readonly getWeekInfo?: () => WeekInfo;
  readonly weekInfo?: WeekInfo;
}

/** `locale` is BCP 47 and known to Intl. */
export function firstWeekdayOf(locale: string): Weekday {
  const { firstDay } = weekInfoOf(new Intl.Locale(locale));
  return weekdays.find((weekday) => weekday === firstDay) ?? monday;
}

function weekInfoOf(locale: Intl.Locale & LocaleWithWeek): WeekInfo {
  return locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
}
