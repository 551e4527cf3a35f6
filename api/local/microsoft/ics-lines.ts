// An iCalendar file (RFC 5545) as calendars, events and zones, each a list of whole lines with their place in the file.
// Keeps only the properties named here: what a calendar says in its bodies, alarms and attachments is dropped unread.

export interface IcsLine {
  /** Of the file, 1 for its first: where the line begins, should it be folded. */
  readonly line: number;
  /** Unfolded, in the original case: `DTSTART;TZID=Europe/Berlin:20260504T103000`. */
  readonly text: string;
}

/** An event or a zone. */
export interface IcsBlock {
  readonly line: number;
  /** In the order of the file; of a zone with the BEGIN and END of its parts. */
  readonly lines: readonly IcsLine[];
}

export interface IcsCalendarBlock {
  readonly lines: readonly IcsLine[];
  readonly events: readonly IcsBlock[];
  readonly zones: readonly IcsBlock[];
}

/** Why nothing of a file is read. */
export interface IcsFault {
  readonly line: number;
  /** The rest of a sentence that begins with the file's name, without a full stop. */
  readonly because: string;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: IcsFault };

export const maxIcsBytes = 100_000_000;
/** Ten years of a busy calendar. */
const maxEvents = 50_000;
const maxDepth = 8;

const keptOf: Readonly<Record<string, ReadonlySet<string>>> = {
  VCALENDAR: new Set(['METHOD', 'X-WR-TIMEZONE', 'X-WR-CALNAME']),
  VEVENT: new Set([
    'UID',
    'RECURRENCE-ID',
    'SEQUENCE',
    'DTSTAMP',
    'CREATED',
    'LAST-MODIFIED',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'RDATE',
    'EXDATE',
    'EXRULE',
    'SUMMARY',
    'LOCATION',
    'STATUS',
    'CLASS',
    'TRANSP',
    'ORGANIZER',
    'ATTENDEE',
    'CONFERENCE',
    'X-GOOGLE-CONFERENCE',
    'X-MICROSOFT-CDO-BUSYSTATUS',
    'X-MICROSOFT-CDO-ALLDAYEVENT',
    'X-MICROSOFT-SKYPETEAMSMEETINGURL',
    'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  ]),
  VTIMEZONE: new Set(['TZID', 'X-LIC-LOCATION']),
  STANDARD: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
  DAYLIGHT: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
};

/** Splits the file. Refused when it is no calendar, is cut off, or is not in UTF-8, as RFC 5545 asks (section 3.1.4). */
export function readIcsBlocks(bytes: Buffer): Read<readonly IcsCalendarBlock[]> {
  const otherFormat = nameOfOtherFormat(bytes);
  if (otherFormat !== undefined) return refusedAt(1, otherFormat);
  const reader = new BlockReader();
  for (const raw of rawLines(bytes)) {
    const fault = reader.take(raw);
    if (fault !== undefined) return { ok: false, fault };
  }
  return reader.finish();
}

function refusedAt(line: number, because: string): { readonly ok: false; readonly fault: IcsFault } {
  return { ok: false, fault: { line, because } };
}

function nameOfOtherFormat(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff') || start.includes('\0')) {
    return 'this is not UTF-8 but UTF-16 or binary: export the calendar again, or save the file as UTF-8';
  }
  return start.startsWith('PK') ? 'this is a zip archive: unpack it and name one of the .ics files in it' : undefined;
}

/** A line with what is folded into it. Each byte is one character still: a fold may cut a UTF-8 character in two. */
interface RawLine {
  /** Of the file, 1 for its first. */
  readonly line: number;
  /** Up to its first fold. */
  readonly start: string;
  /** Most lines are dropped by their names: only the others are unfolded. */
  readonly unfolded: () => string;
}

function* rawLines(bytes: Buffer): Generator<RawLine> {
  const byteOrderMark = bytes.subarray(0, 3).toString('latin1') === '\u00ef\u00bb\u00bf';
  const text = bytes.toString('latin1', byteOrderMark ? 3 : 0);
  const endFrom = lineEnds(text);
  let line = 1;
  for (let from = 0; from <= text.length;) {
    const startsAt = from;
    const startLine = line;
    const startEndsAt = endFrom(from);
    let endsAt = startEndsAt;
    for (from = behindBreak(text, endsAt), line += 1; isFold(text, from); line += 1) {
      endsAt = endFrom(from);
      from = behindBreak(text, endsAt);
    }
    yield {
      line: startLine,
      start: text.slice(startsAt, startEndsAt),
      unfolded: () => text.slice(startsAt, endsAt).replaceAll(/(?:\r\n|\n|\r)[ \t]/g, ''),
    };
  }
}

/** Finds the next line break from a place on, or the end of the text; the places must ascend. */
function lineEnds(text: string): (from: number) => number {
  const finderOf = (mark: string): ((from: number) => number) => {
    let next = -1;
    return (from) => {
      if (next < from) next = text.indexOf(mark, from);
      if (next < 0) next = text.length;
      return next;
    };
  };
  const [lineFeed, carriageReturn] = [finderOf('\n'), finderOf('\r')];
  return (from) => Math.min(lineFeed(from), carriageReturn(from));
}

const behindBreak = (text: string, at: number): number => (text.startsWith('\r\n', at) ? at + 2 : at + 1);

const isFold = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Well-formed UTF-8, or undefined. */
function decoded(raw: string): string | undefined {
  if (/^[\0-\u007f]*$/.test(raw)) return raw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1'));
  } catch {
    return undefined;
  }
}

interface OpenBlock {
  readonly name: string;
  readonly line: number;
}

class BlockReader {
  readonly #calendars: IcsCalendarBlock[] = [];
  readonly #open: OpenBlock[] = [];
  #calendar: { readonly lines: IcsLine[]; readonly events: IcsBlock[]; readonly zones: IcsBlock[] } = { lines: [], events: [], zones: [] };
  #block: IcsLine[] = [];
  #events = 0;

  /** Takes the next line; the fault when the file ends there for us. */
  take(raw: RawLine): IcsFault | undefined {
    const name = nameOf(raw);
    if (name === 'BEGIN') return this.#begin({ name: valueOf(raw.unfolded()), line: raw.line });
    if (this.#open.length === 0) return raw.unfolded().trim() === '' || this.#calendars.length > 0 ? undefined : notACalendar(raw.line);
    if (name === 'END') return this.#end({ name: valueOf(raw.unfolded()), line: raw.line });
    return this.#property(name, raw);
  }

  finish(): Read<readonly IcsCalendarBlock[]> {
    const open = this.#open.findLast(({ name }) => name === 'VEVENT') ?? this.#open.at(-1);
    if (open !== undefined) return refusedAt(open.line, `the file is cut off: ${open.name} begins here and never ends; export it again`);
    return this.#calendars.length === 0 ? { ok: false, fault: notACalendar(1) } : { ok: true, value: this.#calendars };
  }

  #begin(opened: OpenBlock): IcsFault | undefined {
    if (this.#open.length === 0 && opened.name !== 'VCALENDAR') return notACalendar(opened.line);
    if (this.#open.length >= maxDepth) return { line: opened.line, because: 'more components stand in each other than a calendar has' };
    if (opened.name === 'VCALENDAR') this.#calendar = { lines: [], events: [], zones: [] };
    this.#open.push(opened);
    if (opened.name === 'VEVENT' || opened.name === 'VTIMEZONE') this.#block = [];
    if (isZonePart(opened.name)) this.#block.push({ line: opened.line, text: `BEGIN:${opened.name}` });
    return undefined;
  }

  #end({ name, line }: OpenBlock): IcsFault | undefined {
    const opened = this.#open.pop();
    if (opened === undefined || opened.name !== name) {
      return { line, because: `the file is damaged: ${name} ends here, where ${opened?.name ?? 'nothing'} is open` };
    }
    if (isZonePart(name)) this.#block.push({ line, text: `END:${name}` });
    if (name === 'VTIMEZONE') this.#calendar.zones.push({ line: opened.line, lines: this.#block });
    if (name === 'VCALENDAR' && this.#open.length === 0) this.#calendars.push(this.#calendar);
    if (name !== 'VEVENT') return undefined;
    this.#calendar.events.push({ line: opened.line, lines: this.#block });
    this.#events += 1;
    return this.#events > maxEvents ? { line, because: `more than ${maxEvents} events: export a shorter time` } : undefined;
  }

  #property(name: string, { line, unfolded }: RawLine): IcsFault | undefined {
    const inside = this.#open.at(-1)?.name ?? '';
    if (keptOf[inside]?.has(name) !== true) return undefined;
    const whole = unfolded();
    if (!whole.includes(':')) return undefined;
    const text = decoded(whole);
    if (text === undefined) {
      return {
        line,
        because: 'this line is not in UTF-8 (Windows-1252, perhaps): export the calendar again, or save the file as UTF-8',
      };
    }
    (inside === 'VCALENDAR' ? this.#calendar.lines : this.#block).push({ line, text: text.trimStart() });
    return undefined;
  }
}

/** Upper case. It may be folded too, though nobody does. */
function nameOf({ start, unfolded }: RawLine): string {
  const name = /^[^;:]*/.exec(start)?.[0] ?? '';
  return (name === start ? unfolded().replace(/[;:].*/s, '') : name).trim().toUpperCase();
}

const isZonePart = (name: string): boolean => name === 'STANDARD' || name === 'DAYLIGHT';

const valueOf = (text: string): string =>
  text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase();

function notACalendar(line: number): IcsFault {
  return { line, because: 'this is not a calendar: an .ics file begins with BEGIN:VCALENDAR' };
}
