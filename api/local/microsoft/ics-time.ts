// The times of an iCalendar event: days, local times and instants, and how long it lasts.
import ICAL from 'ical.js';
import type { IcsProperty } from './ics-property.ts';
import { type CalendarZones, utc, type Zone } from './ics-zone.ts';

export interface IcsTime {
  /** A day has no time of day and no zone: midnight UTC stands for it. */
  readonly isDay: boolean;
  readonly wallMs: number;
  readonly zone: Zone;
}

/** Nominal days, then exact time: a day over a change of the clocks is 23 or 25 hours long (RFC 5545, 3.3.6). */
export interface IcsLength {
  readonly days: number;
  readonly ms: number;
}

export const dayMs = 86_400_000;
/** Outside of these years a time is a mistake, and a rule would be followed for centuries. */
const years = { first: 1900, last: 2200 } as const;

/** All times of a property; undefined when one of them is none. Of a period its start. */
export function timesOf(property: IcsProperty, zones: CalendarZones): readonly IcsTime[] | undefined {
  const zoneName = property.parameters.get('tzid');
  const times = property.raw.split(',').map((text) => readTime(text.trim(), zoneName, zones));
  return times.every((time) => time !== undefined) ? times : undefined;
}

/** A day is told by its form: many programs forget to say VALUE=DATE. */
function readTime(text: string, zoneName: string | undefined, zones: CalendarZones): IcsTime | undefined {
  const [, year, month, day, time, hour = '0', minute = '0', second = '0', mark] = timeForm.exec(text) ?? [];
  if (year === undefined || Number(year) < years.first || Number(year) > years.last) return undefined;
  // A leap second is the one before it: no calendar means it.
  const wallMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Math.min(Number(second), 59));
  if (Number(second) > 60 || !isSameTime(wallMs, { month, day, hour, minute })) return undefined;
  const zone = time === undefined || mark !== '' ? utc : zones.zoneOf(zoneName);
  return { isDay: time === undefined, wallMs, zone };
}

const timeForm = /^(\d{4})(\d{2})(\d{2})(T(\d{2})(\d{2})(\d{2})(Z?))?(?:\/.*)?$/i;

type Written = Readonly<Record<'month' | 'day' | 'hour' | 'minute', string | undefined>>;

/** 30 February would have become 2 March. */
function isSameTime(wallMs: number, { month, day, hour, minute }: Written): boolean {
  const made = new Date(wallMs);
  const parts = [made.getUTCMonth() + 1, made.getUTCDate(), made.getUTCHours(), made.getUTCMinutes()];
  return [month, day, hour, minute].every((part, index) => Number(part) === parts[index]);
}

export function instantOf(time: IcsTime): number {
  return time.zone.instantOf(time.wallMs);
}

/** The local time of another time of a series, in the zone of its start; of a day alone the start's time on that day. */
export function wallInSeries(time: IcsTime, start: IcsTime): number {
  if (start.isDay) return Math.floor(time.wallMs / dayMs) * dayMs;
  if (time.isDay) return time.wallMs + timeOfDay(start.wallMs);
  return start.zone === time.zone ? time.wallMs : start.zone.wallOf(instantOf(time));
}

const timeOfDay = (wallMs: number): number => ((wallMs % dayMs) + dayMs) % dayMs;

/** Never negative. Without an end a day lasts one day, and a time no time (RFC 5545, 3.6.1). */
export function lengthOf(start: IcsTime, given: { readonly end: IcsTime | undefined; readonly duration: string | undefined }): IcsLength {
  const { end, duration } = given;
  if (end !== undefined) {
    if (start.isDay) return { days: Math.max(1, Math.round((end.wallMs - start.wallMs) / dayMs)), ms: 0 };
    return { days: 0, ms: Math.max(0, instantOf(end) - instantOf(start)) };
  }
  if (duration === undefined) return { days: start.isDay ? 1 : 0, ms: 0 };
  const parsed = ICAL.Duration.fromString(duration);
  if (parsed.isNegative) return { days: start.isDay ? 1 : 0, ms: 0 };
  const days = parsed.weeks * 7 + parsed.days;
  if (start.isDay) return { days: Math.max(1, days), ms: 0 };
  return { days, ms: ((parsed.hours * 60 + parsed.minutes) * 60 + parsed.seconds) * 1_000 };
}

/** Instants of a meeting that begins at this local time of the zone. */
export function spanOf(
  wallMs: number,
  { zone, length }: { readonly zone: Zone; readonly length: IcsLength },
): { readonly startsAtMs: number; readonly endsAtMs: number } {
  return { startsAtMs: zone.instantOf(wallMs), endsAtMs: zone.instantOf(wallMs + length.days * dayMs) + length.ms };
}
