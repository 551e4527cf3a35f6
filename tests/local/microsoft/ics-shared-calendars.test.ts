/**
 * Real and broken calendars of other projects, where they are at hand: each is read or refused in one clear sentence, and its occurrences are as
 * many as ical.js counts, which has a recurrence engine, a parser and time zones of its own. They ship nowhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readIcsCalendar } from '../../../api/local/microsoft/ics-calendar.ts';
import type { Window } from '../../../api/local/microsoft/ics-recurrence.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/ics');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ics')) : [];
const maxReadingMs = 10_000;
const dayMs = 86_400_000;
const always: Window = { fromMs: Date.UTC(1990, 0, 1), toMs: Date.UTC(2030, 0, 1) };
/** What `npm start` reads of a calendar, beginning with its first event. */
const windowDays = 613;
/** ical.js follows some rules for ever. */
const maxSteps = 50_000;

/** Why the counts differ, ours and theirs. */
const differences: Readonly<Record<string, { readonly ours: number; readonly theirs: number | 'refused'; readonly because: string }>> = {
  // A file with a mistake: ical.js gives all of it up, here only the line or the event is left out, and said.
  'collective-icalendar__issue_350.ics': { ours: 1, theirs: 'refused', because: 'a comment stands behind the calendar' },
  'collective-icalendar__multiple_calendar_components.ics': { ours: 2, theirs: 'refused', because: 'a VERSION without a value' },
  'collective-icalendar__parsing_error.ics': { ours: 20, theirs: 'refused', because: 'one event has an EXDATE without a day' },
  'collective-icalendar__timezone_rdate.ics': { ours: 1, theirs: 'refused', because: 'a SUMMARY with = for its colon' },
  'jens-maus-node-ical__multi-event-basic.ics': { ours: 8, theirs: 'refused', because: 'one event begins on the day “Next Year”' },
  'collective-icalendar__rfc_7529.ics': { ours: 51, theirs: 'refused', because: 'ical.js knows no other calendar than the Gregorian' },
  'collective-icalendar__period_with_timezone.ics': { ours: 9, theirs: 'refused', because: 'ical.js cannot follow an RDATE of periods' },
  'ical-org-ical.net__Categories1.ics': { ours: 24, theirs: 'refused', because: 'an EXDATE that is a day and does not say so' },
  'ical-org-ical.net__DateTime2.ics': { ours: 1, theirs: 'refused', because: 'a DTSTART that is a day and does not say so' },
  // Bounded, and said.
  'ical-org-ical.net__DailyByHourMinute1.ics': { ours: 1_000, theirs: 14_688, because: 'more than a thousand occurrences' },
  'ical-org-ical.net__Secondly1.ics': {
    ours: 1_000,
    theirs: 50_000,
    because: 'every second: the count of ical.js ends where the test stops',
  },
  // Two versions of one event.
  'jens-maus-node-ical__duplicate-rrule-sequence.ics': { ours: 5, theirs: 10, because: 'the higher SEQUENCE replaces the lower' },
  'jens-maus-node-ical__duplicate-uid-sequence.ics': { ours: 2, theirs: 4, because: 'the higher SEQUENCE replaces the lower' },
  // A mistake of ical.js.
  'ical-org-ical.net__ByMonth1.ics': { ours: 62, theirs: 63, because: 'the start is in September, and the rule says January' },
  'ical-org-ical.net__YearlyByWeekNo3.ics': { ours: 2, theirs: 0, because: 'BYWEEKNO without BYDAY means the weekday of the start' },
};

function bytesOf(file: string): Buffer {
  return readFileSync(join(folder, file));
}

function read(file: string, window: Window): ReturnType<typeof readIcsCalendar> {
  return readIcsCalendar({ bytes: bytesOf(file), timeZone: 'UTC', window, isLate: () => false });
}

function calendarsOf(file: string): readonly ICAL.Component[] {
  const parsed: unknown = ICAL.parse(
    bytesOf(file)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  );
  const roots = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  return roots.map((root: unknown[]) => new ICAL.Component(root));
}

function eventsOf(file: string): readonly ICAL.Event[] {
  return calendarsOf(file).flatMap((calendar) => calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)));
}

function windowOf(events: readonly ICAL.Event[]): Window {
  const starts = events.flatMap((event) => (event.startDate ? [event.startDate.toUnixTime() * 1_000] : []));
  const fromMs = Math.min(...starts) - dayMs;
  return { fromMs, toMs: fromMs + windowDays * dayMs };
}

/** Occurrences that begin within the window, as ical.js counts them. */
function countOf(events: readonly ICAL.Event[], { fromMs, toMs }: Window): number {
  const isWithin = (start: ICAL.Time): boolean => start.toUnixTime() * 1_000 >= fromMs && start.toUnixTime() * 1_000 < toMs;
  const masters = events.filter((event) => !event.isRecurrenceException());
  const uids = new Set(masters.map(({ uid }) => uid));
  const orphans = events.filter((event) => event.isRecurrenceException() && !uids.has(event.uid));
  const starts = [...orphans.map(({ startDate }) => startDate), ...masters.flatMap((event) => startsOf(event, toMs))];
  return starts.filter(isWithin).length;
}

function startsOf(event: ICAL.Event, toMs: number): readonly ICAL.Time[] {
  if (!event.isRecurring()) return [event.startDate];
  const iterator = event.iterator();
  const starts: ICAL.Time[] = [];
  for (let steps = 0; steps < maxSteps; steps += 1) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || next.toUnixTime() * 1_000 >= toMs) break;
    starts.push(event.getOccurrenceDetails(next).startDate);
  }
  return starts;
}

function theirCount(file: string): { readonly window: Window; readonly theirs: number | 'refused' } {
  try {
    const events = eventsOf(file);
    const window = windowOf(events);
    return { window, theirs: countOf(events, window) };
  } catch {
    return { window: always, theirs: 'refused' };
  }
}

describe.skipIf(files.length === 0)('every calendar at hand', () => {
  it.each(files)('%s is read or refused in one clear sentence, in time', (file) => {
    const startedAtMs = performance.now();
    const calendar = read(file, always);
    expect(performance.now() - startedAtMs).toBeLessThan(maxReadingMs);
    const said = calendar.ok ? calendar.value.notices : [calendar.fault];
    for (const { line, because } of said) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(because).toMatch(/^[^\n]{10,200}[^.\n]$/);
    }
  });

  it('has as many occurrences as another library counts, but for the differences that are explained', () => {
    const found: Record<string, unknown> = {};
    for (const file of files) {
      if (!read(file, always).ok) continue;
      const { window, theirs } = theirCount(file);
      const calendar = read(file, window);
      if (!calendar.ok) throw new Error(`${file} is read in one window and refused in another`);
      const ours = calendar.value.meetings.filter(({ startsAtMs }) => startsAtMs >= window.fromMs).length;
      if (ours !== theirs) found[file] = { ours, theirs, because: differences[file]?.because };
    }
    expect(found).toEqual(differences);
  });
});
