// One VEVENT as its times, its rules, and the part of a Graph event that all copies of the meeting share.
import type { FreeBusyStatus, Event as GraphEvent, Sensitivity } from '@microsoft/microsoft-graph-types';
import type { IcsBlock } from './ics-lines.ts';
import { attendeesOf, organizerOf } from './ics-people.ts';
import { type IcsProperty, type ReadProperty, textOf } from './ics-property.ts';
import { type IcsLength, type IcsTime, instantOf, lengthOf, timesOf } from './ics-time.ts';
import { type CalendarZones, utc } from './ics-zone.ts';

export interface IcsEvent {
  readonly line: number;
  /** Undefined when the file has none. */
  readonly uid: string | undefined;
  readonly sequence: number;
  readonly start: IcsTime;
  readonly length: IcsLength;
  /** RRULE and EXRULE as they stand in the file. */
  readonly rules: readonly string[];
  readonly excludingRules: readonly string[];
  readonly addedTimes: readonly IcsTime[];
  readonly excludedTimes: readonly IcsTime[];
  /** The start that the series gave this occurrence; undefined for a series or a single meeting. */
  readonly recurrenceId: IcsTime | undefined;
  /** What is said of this occurrence holds for all later ones. */
  readonly isThisAndFuture: boolean;
  /** Without times, ids and type. */
  readonly fields: GraphEvent;
}

/** A line that made an event unreadable, or was itself left out. */
export interface IcsNotice {
  readonly line: number;
  /** The rest of a sentence, without a full stop. */
  readonly because: string;
}

/** Without these an event is still a true meeting. */
const dispensable = /^(?:SUMMARY|LOCATION|ATTENDEE|ORGANIZER|CONFERENCE|X-|CREATED|LAST-MODIFIED|DTSTAMP|SEQUENCE)/i;

/** The event, or the line for which it is left out; `notices` gathers lines that were left out of a good event. */
export function readEvent(
  block: IcsBlock,
  { readProperty, zones }: { readonly readProperty: ReadProperty; readonly zones: CalendarZones },
  notices: IcsNotice[],
): IcsEvent | IcsNotice {
  const properties: IcsProperty[] = [];
  for (const line of block.lines) {
    const property = readProperty(line);
    if (property !== undefined) properties.push(property);
    else if (dispensable.test(line.text)) notices.push({ line: line.line, because: `${nameOf(line.text)} cannot be read and is left out` });
    else return leftOut(line.line, `its ${nameOf(line.text)} cannot be read`);
  }
  const times = new EventTimes(properties, zones);
  const [start] = times.all('dtstart');
  const [end] = times.all('dtend');
  if (start === undefined)
    return leftOut(times.brokenLine ?? block.line, times.brokenLine === undefined ? 'it has no start' : 'its DTSTART is no time');
  const wholeDays = wholeDaysOf(properties, { start, end });
  const length = readLength(properties, wholeDays);
  const event = {
    line: block.line,
    uid: textOf(properties, 'uid'),
    sequence: Number(properties.find(({ name }) => name === 'sequence')?.values[0] ?? 0) || 0,
    start: wholeDays.start,
    rules: rulesOf(properties, 'rrule'),
    excludingRules: rulesOf(properties, 'exrule'),
    addedTimes: times.all('rdate'),
    excludedTimes: times.all('exdate'),
    recurrenceId: times.all('recurrence-id')[0],
    isThisAndFuture: properties.some(
      ({ name, parameters }) => name === 'recurrence-id' && parameters.get('range')?.toUpperCase() === 'THISANDFUTURE',
    ),
    fields: fieldsOf(properties, { zones, start }),
  };
  if (times.brokenLine !== undefined) return leftOut(times.brokenLine, 'one of its times is no time, or one too many');
  return length === undefined ? leftOut(block.line, 'its DURATION cannot be read') : { ...event, length };
}

export function isEvent(read: IcsEvent | IcsNotice): read is IcsEvent {
  return 'start' in read;
}

function leftOut(line: number, why: string): IcsNotice {
  return { line, because: `an event is left out, because ${why}` };
}

const nameOf = (text: string): string => /^[^;:]*/.exec(text)?.[0].toUpperCase() ?? '';

/** Of all its properties together: a daily meeting of thirty years with every day taken out. */
const maxTimes = 10_000;

/** Reads times by name, and remembers the first line that has none, or one too many. */
class EventTimes {
  brokenLine: number | undefined;
  #count = 0;
  readonly #properties: readonly IcsProperty[];
  readonly #zones: CalendarZones;

  constructor(properties: readonly IcsProperty[], zones: CalendarZones) {
    this.#properties = properties;
    this.#zones = zones;
  }

  all(name: string): readonly IcsTime[] {
    return this.#properties
      .filter((property) => property.name === name)
      .flatMap((property) => {
        this.#count += property.raw.split(',').length;
        const times = this.#count > maxTimes ? undefined : timesOf(property, this.#zones);
        if (times === undefined) this.brokenLine ??= property.line;
        return times ?? [];
      });
  }
}

interface StartAndEnd {
  readonly start: IcsTime;
  readonly end: IcsTime | undefined;
}

/** Outlook may write a whole day as midnight to midnight, and say so beside it. */
function wholeDaysOf(properties: readonly IcsProperty[], { start, end }: StartAndEnd): StartAndEnd {
  const isSaid = textOf(properties, 'x-microsoft-cdo-alldayevent')?.toUpperCase() === 'TRUE';
  const isMidnight = (time: IcsTime): boolean => new Date(time.wallMs).toISOString().endsWith('T00:00:00.000Z');
  if (!isSaid || start.isDay || !isMidnight(start) || (end !== undefined && !isMidnight(end))) return { start, end };
  const asDay = (time: IcsTime): IcsTime => ({ ...time, isDay: true, zone: utc });
  return { start: asDay(start), end: end && asDay(end) };
}

function readLength(properties: readonly IcsProperty[], { start, end }: StartAndEnd): IcsLength | undefined {
  try {
    return lengthOf(start, { end, duration: textOf(properties, 'duration') });
  } catch {
    return undefined;
  }
}

function rulesOf(properties: readonly IcsProperty[], name: string): readonly string[] {
  return properties.filter((property) => property.name === name && property.raw !== '').map(({ raw }) => raw);
}

const sensitivities: Readonly<Record<string, Sensitivity>> = { PRIVATE: 'private', CONFIDENTIAL: 'confidential' };
const busyStates: Readonly<Record<string, FreeBusyStatus>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  OOF: 'oof',
  WORKINGELSEWHERE: 'workingElsewhere',
};

interface Context {
  readonly zones: CalendarZones;
  readonly start: IcsTime;
}

function fieldsOf(properties: readonly IcsProperty[], { zones, start }: Context): GraphEvent {
  const word = (name: string): string => textOf(properties, name)?.toUpperCase() ?? '';
  const organizer = organizerOf(properties);
  const place = textOf(properties, 'location');
  const changedAt = instantText(properties, ['last-modified', 'dtstamp', 'created'], zones);
  const createdAt = instantText(properties, ['created'], zones);
  return {
    subject: textOf(properties, 'summary') ?? '',
    ...(place !== undefined && { location: { displayName: place, locationType: 'default' } }),
    sensitivity: sensitivities[word('class')] ?? 'normal',
    showAs: word('transp') === 'TRANSPARENT' ? 'free' : (busyStates[word('x-microsoft-cdo-busystatus')] ?? 'busy'),
    isCancelled: word('status') === 'CANCELLED',
    attendees: [...attendeesOf(properties)],
    ...(organizer && { organizer }),
    originalStartTimeZone: start.zone.name,
    ...(createdAt !== undefined && { createdDateTime: createdAt }),
    ...(changedAt !== undefined && { lastModifiedDateTime: changedAt }),
    ...onlineMeetingOf(properties),
  };
}

function instantText(properties: readonly IcsProperty[], names: readonly string[], zones: CalendarZones): string | undefined {
  const property = names.map((wanted) => properties.find(({ name }) => name === wanted)).find((found) => found !== undefined);
  const [time] = (property && timesOf(property, zones)) ?? [];
  return time && new Date(instantOf(time)).toISOString();
}

/** Where a calendar keeps its join link beside the body, which is never read. */
const linkNames = ['x-microsoft-skypeteamsmeetingurl', 'x-microsoft-onlinemeetingexternallink', 'x-google-conference', 'conference'];

function onlineMeetingOf(properties: readonly IcsProperty[]): GraphEvent {
  const joinUrl = linkNames.map((name) => textOf(properties, name)).find((link) => link !== undefined && /^https?:\/\//i.test(link));
  if (joinUrl === undefined) return {};
  const isTeams = textOf(properties, 'x-microsoft-skypeteamsmeetingurl') !== undefined;
  return { isOnlineMeeting: true, onlineMeetingProvider: isTeams ? 'teamsForBusiness' : 'unknown', onlineMeeting: { joinUrl } };
}
