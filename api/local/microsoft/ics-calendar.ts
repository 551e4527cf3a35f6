// An exported calendar (.ics) as the meetings that it says take place within a window. Invents none: what it cannot read it names.
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { type IcsEvent, type IcsNotice, isEvent, readEvent } from './ics-event.ts';
import { type IcsCalendarBlock, type IcsFault, type Read, readIcsBlocks } from './ics-lines.ts';
import { propertyReader, type ReadProperty, textOf } from './ics-property.ts';
import { exclusionOf, maxOccurrences, occurrencesOf, startInstant, wallWindow, type Window } from './ics-recurrence.ts';
import { type IcsSeries, repeats, seriesOf } from './ics-series.ts';
import { instantOf, spanOf, wallInSeries } from './ics-time.ts';
import { CalendarZones, ianaZone, type Zone } from './ics-zone.ts';

export interface IcsMeeting {
  readonly uid: string;
  readonly type: 'singleInstance' | 'occurrence' | 'exception';
  /** The start that the series gave it; undefined for a single meeting. */
  readonly originalStartsAtMs: number | undefined;
  /** All day: midnight UTC of that day. */
  readonly startsAtMs: number;
  /** Exclusive; the start itself when the meeting has no length. */
  readonly endsAtMs: number;
  readonly fields: GraphEvent;
}

/** The pattern of a series, which never takes place itself. */
export interface IcsMaster {
  readonly uid: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly fields: GraphEvent;
}

export interface IcsPerson {
  readonly name: string | undefined;
  /** In how many events of the file, whenever they are. */
  readonly events: number;
}

export interface IcsCalendar {
  /** In no particular order. */
  readonly meetings: readonly IcsMeeting[];
  readonly masters: readonly IcsMaster[];
  /** Events of the file that could be read; a series is one, and each of its exceptions. */
  readonly events: number;
  /** Everything that was left out or cut, by line. */
  readonly notices: readonly IcsNotice[];
  /** Organizers and attendees by lower-case mail address. */
  readonly people: ReadonlyMap<string, IcsPerson>;
  /** IANA name, when the calendar says which its owner's is. */
  readonly timeZone: string | undefined;
  /** As the calendar names itself; Google writes the owner's address here. */
  readonly name: string | undefined;
}

export interface ReadCalendarOptions {
  readonly bytes: Buffer;
  /** IANA name of the owner's zone, for floating times when the calendar does not say. */
  readonly timeZone: string;
  /** Half-open, by overlap. */
  readonly window: Window;
  /** True when no more time is left; asked between events. The last resort: size and counts are limited below. */
  readonly isLate: () => boolean;
}

/** Answers to invitations are about a meeting and are none (RFC 5546). */
const answerMethods: ReadonlySet<string> = new Set(['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

export function readIcsCalendar(options: ReadCalendarOptions): Read<IcsCalendar> {
  const blocks = readIcsBlocks(options.bytes);
  if (!blocks.ok) return blocks;
  const notices: IcsNotice[] = [];
  const readProperty = propertyReader();
  const heads = blocks.value.map((block) => headOf(block, readProperty));
  const events: IcsEvent[] = [];
  for (const [index, block] of blocks.value.entries()) {
    const fault = readEvents(block, { events, notices, head: heads[index] ?? noHead, readProperty, options });
    if (fault !== undefined) return { ok: false, fault };
  }
  if (events.length === 0) return { ok: false, fault: emptyFault(notices) };
  const expanded = expand(events, { notices, options });
  if (!expanded.ok) return expanded;
  return {
    ok: true,
    value: {
      ...expanded.value,
      events: events.length,
      notices: notices.sort((a, b) => a.line - b.line),
      people: peopleOf(events),
      timeZone: heads.find(({ zone }) => zone !== undefined)?.zone?.name,
      name: heads.find(({ name }) => name !== undefined)?.name,
    },
  };
}

function emptyFault([first]: readonly IcsNotice[]): IcsFault {
  return first === undefined
    ? { line: 1, because: 'this calendar has no events' }
    : { line: first.line, because: `no event can be read; of the first ${first.because}` };
}

interface Head {
  readonly method: string;
  readonly zone: Zone | undefined;
  readonly name: string | undefined;
}

const noHead: Head = { method: '', zone: undefined, name: undefined };

function headOf({ lines }: IcsCalendarBlock, readProperty: ReadProperty): Head {
  const properties = lines.flatMap((line) => readProperty(line) ?? []);
  const zoneName = textOf(properties, 'x-wr-timezone');
  return {
    method: textOf(properties, 'method')?.toUpperCase() ?? '',
    zone: zoneName === undefined ? undefined : ianaZone(zoneName),
    name: textOf(properties, 'x-wr-calname'),
  };
}

interface Reading {
  readonly events: IcsEvent[];
  readonly notices: IcsNotice[];
  readonly head: Head;
  readonly readProperty: ReadProperty;
  readonly options: ReadCalendarOptions;
}

function readEvents(block: IcsCalendarBlock, { events, notices, head, readProperty, options }: Reading): IcsFault | undefined {
  const floating = head.zone ?? ianaZone(options.timeZone);
  if (floating === undefined) throw new RangeError(`${options.timeZone} is no time zone`);
  const zones = new CalendarZones(block.zones, floating);
  for (const eventBlock of block.events) {
    if (options.isLate()) return tooSlow(eventBlock.line);
    if (answerMethods.has(head.method)) {
      notices.push({ line: eventBlock.line, because: 'an answer to an invitation is left out' });
      continue;
    }
    const event = readEvent(eventBlock, { readProperty, zones }, notices);
    if (!isEvent(event)) notices.push(event);
    else events.push(head.method === 'CANCEL' ? { ...event, fields: { ...event.fields, isCancelled: true } } : event);
    for (const name of zones.takeUnknown()) {
      notices.push({
        line: eventBlock.line,
        because: `the time zone ${name} is not known: its times are read as those of ${floating.name}`,
      });
    }
  }
  return undefined;
}

function tooSlow(line: number): IcsFault {
  return { line, because: 'reading the calendar up to here took too long: export a shorter time' };
}

/** Within the time that is read: a hundred a day and more. */
const maxMeetings = 100_000;
/** Series that repeat more often than is kept. A true calendar has none; each takes a third of a second to be cut. */
const maxCutSeries = 20;

interface Expanding {
  readonly notices: IcsNotice[];
  readonly options: ReadCalendarOptions;
}

function expand(events: readonly IcsEvent[], { notices, options }: Expanding): Read<Pick<IcsCalendar, 'meetings' | 'masters'>> {
  const meetings: IcsMeeting[] = [];
  const masters: IcsMaster[] = [];
  let cutSeries = 0;
  for (const series of seriesOf(events)) {
    const { master } = series;
    const line = (master ?? series.exceptions[0])?.line ?? 1;
    if (options.isLate()) return { ok: false, fault: tooSlow(line) };
    const { found, isCut } =
      master === undefined || isSingle(series)
        ? { found: singlesOf(series), isCut: false }
        : ruledOf(series, { master, window: options.window, notices });
    const within = found.filter((meeting) => overlaps(meeting, options.window));
    if (master !== undefined && within.some(({ type }) => type !== 'singleInstance')) masters.push(masterOf(series.uid, master));
    meetings.push(...within);
    cutSeries += Number(isCut);
    if (meetings.length > maxMeetings) return tooMuch(line, `more than ${maxMeetings} meetings`);
    if (cutSeries > maxCutSeries) return tooMuch(line, `more than ${maxCutSeries} series that repeat more than ${maxOccurrences} times`);
  }
  return { ok: true, value: { meetings, masters } };
}

function tooMuch(line: number, what: string): { readonly ok: false; readonly fault: IcsFault } {
  return { ok: false, fault: { line, because: `${what} are in the time that is read: export fewer of them` } };
}

function masterOf(uid: string, master: IcsEvent): IcsMaster {
  return { uid, ...spanOf(master.start.wallMs, { zone: master.start.zone, length: master.length }), fields: fieldsOf(master) };
}

const isSingle = ({ master, exceptions }: IcsSeries): boolean => master !== undefined && !repeats(master) && exceptions.length === 0;

function overlaps({ startsAtMs, endsAtMs }: IcsMeeting, { fromMs, toMs }: Window): boolean {
  return startsAtMs < toMs && (endsAtMs > fromMs || (endsAtMs === startsAtMs && startsAtMs >= fromMs));
}

const fieldsOf = (event: IcsEvent): GraphEvent => ({ ...event.fields, isAllDay: event.start.isDay });

/** A meeting at its own times: a single one, or an exception of a series. */
function meetingOf(uid: string, event: IcsEvent, originalStartsAtMs: number | undefined): IcsMeeting {
  return {
    uid,
    type: originalStartsAtMs === undefined ? 'singleInstance' : 'exception',
    originalStartsAtMs,
    ...spanOf(event.start.wallMs, { zone: event.start.zone, length: event.length }),
    fields: fieldsOf(event),
  };
}

function singlesOf({ uid, master, exceptions }: IcsSeries): readonly IcsMeeting[] {
  if (master !== undefined) return [meetingOf(uid, master, undefined)];
  return exceptions.map((event) =>
    meetingOf(uid, event, event.recurrenceId && instantOf({ ...event.start, wallMs: wallInSeries(event.recurrenceId, event.start) })),
  );
}

interface Ruled {
  readonly master: IcsEvent;
  readonly window: Window;
  readonly notices: IcsNotice[];
}

interface RuledMeetings {
  readonly found: readonly IcsMeeting[];
  /** The series has more. */
  readonly isCut: boolean;
}

function ruledOf({ uid, exceptions }: IcsSeries, { master, window, notices }: Ruled): RuledMeetings {
  const occurrences = occurrencesOf(master, wallWindow(master, window));
  if (occurrences === undefined) {
    notices.push({ line: master.line, because: 'a series is left out, because its rule cannot be followed' });
    return { found: [], isCut: false };
  }
  if (!occurrences.isWhole) {
    const kept = occurrences.wallsMs.length;
    notices.push({
      line: master.line,
      because: `a series repeats more than ${maxOccurrences} times in the time that is read: the first ${kept} are kept`,
    });
  }
  const changed = new Map(
    exceptions.flatMap((event) => (event.recurrenceId ? [[wallInSeries(event.recurrenceId, master.start), event] as const] : [])),
  );
  const excludes = exclusionOf(master);
  const later = [...changed].filter(([, { isThisAndFuture }]) => isThisAndFuture).sort(([a], [b]) => b - a);
  const regular = occurrences.wallsMs
    .filter((wallMs) => !changed.has(wallMs))
    .map((wallMs) => occurrenceOf(uid, wallMs, { master, later: later.find(([fromMs]) => fromMs <= wallMs) }));
  const exceptional = [...changed]
    .filter(([wallMs]) => !excludes(wallMs))
    .map(([wallMs, event]) => meetingOf(uid, event, startInstant(master, wallMs)));
  return { found: [...regular, ...exceptional], isCut: !occurrences.isWhole };
}

interface Pattern {
  readonly master: IcsEvent;
  /** The change that holds from an earlier occurrence on, with the original local start of that one. */
  readonly later: readonly [number, IcsEvent] | undefined;
}

function occurrenceOf(uid: string, wallMs: number, { master, later }: Pattern): IcsMeeting {
  const originalStartsAtMs = startInstant(master, wallMs);
  if (later === undefined) {
    const span = spanOf(wallMs, { zone: master.start.zone, length: master.length });
    return { uid, type: 'occurrence', originalStartsAtMs, ...span, fields: fieldsOf(master) };
  }
  const [changedWallMs, event] = later;
  const span = spanOf(event.start.wallMs + wallMs - changedWallMs, { zone: event.start.zone, length: event.length });
  return { uid, type: 'exception', originalStartsAtMs, ...span, fields: fieldsOf(event) };
}

function peopleOf(events: readonly IcsEvent[]): ReadonlyMap<string, IcsPerson> {
  const people = new Map<string, IcsPerson>();
  for (const { fields } of events) {
    const mails = new Map(
      [fields.organizer, ...(fields.attendees ?? [])].map((person) => [
        person?.emailAddress?.address?.toLowerCase(),
        person?.emailAddress?.name,
      ]),
    );
    for (const [mail, name] of mails) {
      if (mail === undefined) continue;
      const known = people.get(mail);
      people.set(mail, { name: known?.name ?? name ?? undefined, events: (known?.events ?? 0) + 1 });
    }
  }
  return people;
}
