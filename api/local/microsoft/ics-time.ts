// The times of an iCalendar event: days, local times and instants, and how long it lasts.
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { IcsProperty } from './ics-property.ts';
import { type CalendarZones, utc, wallMsOf, type Zone } from './ics-zone.ts';

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
  const [, day, time, mark] = /^(\d{8})(?:T(\d{6})(Z?))?(?:\/.*)?$/i.exec(text) ?? [];
  if (day === undefined) return undefined;
  try {
    const plain = Temporal.PlainDateTime.from(`${day}T${time ?? '000000'}`, { overflow: 'reject' });
    if (plain.year < years.first || plain.year > years.last) return undefined;
    const zone = time === undefined || mark !== '' ? utc : zones.zoneOf(zoneName);
    return { isDay: time === undefined, wallMs: wallMsOf(plain), zone };
  } catch {
    return undefined;
  }
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
