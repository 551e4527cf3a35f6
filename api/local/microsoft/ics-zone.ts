// Turns local times into instants and back, for the zones that calendars name: IANA names, Windows names, and zones of their own.
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import type { IcsBlock } from './ics-lines.ts';

/**
 * A local time is a number here, the milliseconds since 1970 that the same date and time has in UTC: `wallMs`.
 * A time that a zone skips is read with the offset before the gap, one that it has twice as the first (RFC 5545, 3.3.5).
 */
export interface Zone {
  /** IANA name; of a zone that only the calendar knows the name of its offset or UTC. */
  readonly name: string;
  readonly instantOf: (wallMs: number) => number;
  readonly wallOf: (instantMs: number) => number;
}

export const utc: Zone = { name: 'UTC', instantOf: (wallMs) => wallMs, wallOf: (instantMs) => instantMs };

const msPerDay = 86_400_000;

/** The zone of this IANA name, undefined when there is none. */
export function ianaZone(name: string): Zone | undefined {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch {
    return undefined;
  }
  return remembering({
    name,
    instantOf: (wallMs) => plainOf(wallMs).toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds,
    wallOf: (instantMs) => wallMsOf(Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(name).toPlainDateTime()),
  });
}

/**
 * The same zone, which asks itself twice a day at most while the clocks stay as they are: where a day and the next begin with one offset, no change
 * of the clocks lies between, since none is taken back within a day.
 */
function remembering(zone: Zone): Zone {
  return {
    name: zone.name,
    instantOf: byDay((wallMs) => zone.instantOf(wallMs) - wallMs),
    wallOf: byDay((instantMs) => zone.wallOf(instantMs) - instantMs),
  };
}

/** A mapping of times by what it adds to them; of a day on which that changes each time is asked for itself. Keeps a number a day, of 300 years at most. */
function byDay(offsetOf: (ms: number) => number): (ms: number) => number {
  const offsets = new Map<number, number | undefined>();
  const offsetOfDay = (dayStartsMs: number): number | undefined => {
    const offset = offsetOf(dayStartsMs);
    return offset === offsetOf(dayStartsMs + msPerDay) ? offset : undefined;
  };
  return (ms) => {
    const dayStartsMs = Math.floor(ms / msPerDay) * msPerDay;
    if (!offsets.has(dayStartsMs)) offsets.set(dayStartsMs, offsetOfDay(dayStartsMs));
    return ms + (offsets.get(dayStartsMs) ?? offsetOf(ms));
  };
}

const plainOf = (wallMs: number): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime();

const wallMsOf = (plain: Temporal.PlainDateTime): number => plain.toZonedDateTime('UTC').epochMilliseconds;

/** Finds zones by the names of one calendar. */
export class CalendarZones {
  #unknown: string[] = [];
  readonly #own = new Map<string, IcsBlock>();
  readonly #found = new Map<string, Zone>();
  readonly #floating: Zone;

  constructor(blocks: readonly IcsBlock[], floating: Zone) {
    this.#floating = floating;
    for (const block of blocks) {
      const name = /^TZID[^:]*:(.*)$/im.exec(block.lines.find(({ text }) => /^TZID/i.test(text))?.text ?? '')?.[1]?.trim();
      if (name !== undefined) this.#own.set(name, block);
    }
  }

  /** Without a name: a floating time, which is the calendar owner's. */
  zoneOf(name: string | undefined): Zone {
    if (name === undefined) return this.#floating;
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = publicZone(name) ?? zoneOfBlock(name, this.#own.get(name));
    if (found === undefined) this.#unknown.push(name);
    const zone = found ?? this.#floating;
    this.#found.set(name, zone);
    return zone;
  }

  /** Names met since the last call that nothing explains; their times are read as floating ones. */
  takeUnknown(): readonly string[] {
    const unknown = this.#unknown;
    this.#unknown = [];
    return unknown;
  }
}

/** IANA data first: what calendars carry along is often of one year alone. `/example.org/20260101_1/Europe/Berlin` names Europe/Berlin. */
function publicZone(name: string): Zone | undefined {
  if (/^(?:tzone:\/\/Microsoft\/)?(?:Utc|GMT|Z)$/i.test(name)) return utc;
  // An offset such as UTC+11 may be meant either way round: only the calendar's own zone tells.
  const parts = name.split('/').filter((part) => part !== '');
  const iana = parts.map((_, index) => parts.slice(index).join('/')).find((part) => /^[A-Za-z]/.test(part) && ianaZone(part) !== undefined);
  return iana === undefined ? windowsZone(name) : ianaZone(iana);
}

function windowsZone(name: string): Zone | undefined {
  const [iana] = findIana(name);
  return iana === undefined ? undefined : ianaZone(iana);
}

/** Rules that a zone may have: ical.js would look for ever for the next day of an impossible one. */
const yearlyRule =
  /^RRULE[^:]*:(?:(?:FREQ=YEARLY|BYDAY=[-+]?\d?[A-Z]{2}|BYMONTH=\d{1,2}|BYMONTHDAY=[\d,]+|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[\dTZ]+);?)+$/i;

function zoneOfBlock(name: string, block: IcsBlock | undefined): Zone | undefined {
  if (block === undefined || block.lines.some(({ text }) => /^RRULE/i.test(text) && !yearlyRule.test(text))) return undefined;
  const location = block.lines.find(({ text }) => /^X-LIC-LOCATION/i.test(text))?.text.split(':')[1];
  const located = location === undefined ? undefined : publicZone(location);
  if (located !== undefined) return located;
  try {
    const lines = ['BEGIN:VTIMEZONE', ...block.lines.map(({ text }) => text), 'END:VTIMEZONE'];
    return ownZone(new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(lines.join('\r\n'))), tzid: name }));
  } catch {
    return undefined;
  }
}

function ownZone(zone: ICAL.Timezone): Zone {
  const offsetMs = (wallMs: number): number => zone.utcOffset(timeOf(wallMs)) * 1_000;
  // Asked once, so that a zone that cannot answer is an unknown one.
  offsetMs(0);
  return remembering({
    name: 'UTC',
    instantOf: (wallMs) => wallMs - offsetMs(wallMs),
    wallOf: (instantMs) => {
      const near = instantMs + offsetMs(instantMs);
      return instantMs + offsetMs(near);
    },
  });
}

function timeOf(wallMs: number): ICAL.Time {
  const plain = plainOf(wallMs);
  const { year, month, day, hour, minute, second } = plain;
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone);
}
