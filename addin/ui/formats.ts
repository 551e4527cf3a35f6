/** Days, times, money and shares as people read them, by Intl alone. Pure: today and the time zone are arguments. */

import { type AmountMarks, minorDigits } from '../../api/contract/vocabulary.ts';

/** `2 500 000` minor units and the like; the currency itself says how many make one. */
interface Money {
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Formats {
  readonly locale: string;
  /** `14:00` or `2:00 PM`, in the device's zone. */
  readonly time: (instant: string) => string;
  /** `12:30–14:00`; the end may lie on the next day. */
  readonly timeRange: (range: { readonly startsAt: string; readonly endsAt: string }) => string;
  /** `Tue 3 Nov` of a day. */
  readonly day: (on: string) => string;
  /** `Tuesday 3 November 2026` of a day. */
  readonly fullDay: (on: string) => string;
  /** `3 Nov 2026` of a day. */
  readonly date: (on: string) => string;
  /** `Nov` of a day. */
  readonly shortMonth: (on: string) => string;
  /** `March 2026` of a day. */
  readonly month: (on: string) => string;
  /** `today`, `yesterday`, `48 days ago`, `in 3 days`. */
  readonly daysAgo: (range: { readonly on: string; readonly todayOn: string }) => string;
  /** `11 months`, or `40 days` below two months. */
  readonly duration: (days: number) => string;
  /** `€1.9M`. */
  readonly money: (money: Money) => string;
  /** `€1,912,400`. */
  readonly fullMoney: (money: Money) => string;
  /** `€84.00`, to the last minor unit. */
  readonly exactMoney: (money: Money) => string;
  /** `1234.50`, as somebody of this language would type it: without a sign of the currency and without groups. */
  readonly typedAmount: (money: Money) => string;
  /** The marks of this language's amounts. */
  readonly amountMarks: AmountMarks;
  /** `61%` of 0.61. */
  readonly share: (share: number) => string;
  /** `Dana Lee, Sam Ortiz and Priya Nair`. */
  readonly list: (items: readonly string[]) => string;
}

const millisecondsPerDay = 86_400_000;
/** Average Gregorian month. */
const daysPerMonth = 30.44;
/** Shorter durations are told in days. */
const monthsFromDays = 61;

/** Whole days from one local day (`YYYY-MM-DD`) to another; negative when the second is earlier. */
export function daysBetween({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }): number {
  return Math.round((Date.parse(`${toOn}T00:00:00Z`) - Date.parse(`${fromOn}T00:00:00Z`)) / millisecondsPerDay);
}

/** The day so many days later; earlier when `days` is negative. */
export function dayAfter({ on, days }: { readonly on: string; readonly days: number }): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The local day, `YYYY-MM-DD`, of an instant in an IANA zone. */
export function localDayOf(instant: string, timeZone: string): string {
  return isoDays(timeZone).format(new Date(instant));
}

/** One per zone: making one costs more than a hundred days written with it. */
const isoDayFormats = new Map<string, Intl.DateTimeFormat>();

function isoDays(timeZone: string): Intl.DateTimeFormat {
  // Swedish writes days as ISO 8601 does.
  const format = isoDayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  isoDayFormats.set(timeZone, format);
  return format;
}

/** The zone of this device, IANA. */
export function deviceTimeZone(): string {
  return usableTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** A device that does not know its zone reports `Etc/Unknown` or nothing, at which Intl itself would throw: then UTC. */
export function usableTimeZone(reported: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: reported ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** `timeZone` is IANA and holds for instants; days have no zone. */
export function createFormats({ locale, timeZone }: { readonly locale: string; readonly timeZone: string }): Formats {
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
  const fullDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const shortMonth = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' });
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    time: (instant) => time.format(new Date(instant)),
    // Not formatRange: past midnight that repeats both dates.
    timeRange: ({ startsAt, endsAt }) => `${time.format(new Date(startsAt))}–${time.format(new Date(endsAt))}`,
    day: (on) => day.format(utcDay(on)),
    fullDay: (on) => fullDay.format(utcDay(on)),
    date: (on) => date.format(utcDay(on)),
    shortMonth: (on) => shortMonth.format(utcDay(on)),
    month: (on) => month.format(utcDay(on)),
    daysAgo: ({ on, todayOn }) => relative.format(daysBetween({ fromOn: todayOn, toOn: on }), 'day'),
    duration: (days) => durationIn(locale, days),
    money: (money) => formatMoney(locale, money, shortAmount),
    fullMoney: (money) => formatMoney(locale, money, { maximumFractionDigits: 0 }),
    exactMoney: (money) => formatMoney(locale, money, minorUnits(money.currency)),
    typedAmount: ({ minor, currency }) =>
      new Intl.NumberFormat(locale, { useGrouping: false, ...minorUnits(currency) }).format(minor / 10 ** minorDigits(currency)),
    amountMarks: amountMarksOf(locale),
    share: (share) => percent.format(share),
    list: (items) => list.format(items),
  };
}

/** One decimal of a million, and four digits at most: some languages, such as German, have no short word for thousands. */
const shortAmount = {
  notation: 'compact',
  maximumFractionDigits: 1,
  maximumSignificantDigits: 4,
  roundingPriority: 'lessPrecision',
} as const satisfies Intl.NumberFormatOptions;

/** Our own count, since Intl's differs for some currencies. */
function minorUnits(currency: string): { readonly minimumFractionDigits: number; readonly maximumFractionDigits: number } {
  const digits = minorDigits(currency);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function amountMarksOf(locale: string): AmountMarks {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.8);
  const valueOf = (type: Intl.NumberFormatPartTypes): string | undefined => parts.find((part) => part.type === type)?.value;
  return { decimal: valueOf('decimal') ?? '.', group: valueOf('group') ?? ',' };
}

function utcDay(on: string): Date {
  return new Date(`${on}T00:00:00Z`);
}

function durationIn(locale: string, days: number): string {
  const isLong = days >= monthsFromDays;
  const value = isLong ? Math.round(days / daysPerMonth) : days;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: isLong ? 'month' : 'day', unitDisplay: 'long' }).format(value);
}

function formatMoney(locale: string, { minor, currency }: Money, options: Intl.NumberFormatOptions): string {
  const units = minor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 0, ...options }).format(units);
}
