/** Finds the event behind an item that is open in Outlook, by its id or, where Outlook gives none or another's, by its times. Stores nothing. */
import type * as z from 'zod';
import type { OpenItem } from '../../contract/tagging.ts';
import { masterUid } from '../../domain/meeting-key.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { readCalendarPage, readEvent } from '../../platform/graph/calendar.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';

/** A calendar that the caller may read: the own one, or one that is shared with the caller. */
export interface ReadableCalendar {
  readonly graph: GraphClient;
  /** Whose mailbox it is. */
  readonly userId: string;
}

export type FoundItem =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  /** The pattern of a series of which no date begins at the item's start. */
  | { readonly kind: 'series' }
  /** Outlook gave no id, and several events have the item's times; at least two, by subject. */
  | { readonly kind: 'ambiguous'; readonly events: readonly CalendarEvent[] };

type Item = Pick<z.output<typeof OpenItem>, 'itemId' | 'startsAt' | 'endsAt'>;

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** An all-day event begins at midnight UTC in Graph and at the seller's own midnight in Outlook. */
const maxZoneMs = 14 * 3_600_000;
/** Of a day on which the clocks change. */
const clockChangeMs = 3_600_000;

/**
 * Classic Outlook gives the series' id for one of its dates, another date's, or none at all: the start on the screen decides which it is.
 * `not_found` when neither id nor times lead to an event.
 */
export async function findOpenItem(calendar: ReadableCalendar, item: Item): Promise<Result<FoundItem, GraphFailure>> {
  const times = { startsAt: new Date(item.startsAt), endsAt: new Date(item.endsAt) };
  if (item.itemId === undefined) return findByTimes(calendar, times);
  const read = await readEvent(calendar.graph, calendar.userId, restId(item.itemId));
  if (!read.ok) return read;
  const event = read.value;
  const isOfSeries = event.isSeriesMaster || event.originalStartsAt !== undefined;
  if (!isOfSeries || (!event.isSeriesMaster && beginsAt(event, times.startsAt))) return ok({ kind: 'event', event });
  const around = await eventsAround(calendar, times);
  if (!around.ok) return around;
  const series = masterUid(event.iCalUId);
  const date = around.value.find((other) => masterUid(other.iCalUId) === series && beginsAt(other, times.startsAt));
  if (date) return ok({ kind: 'event', event: date });
  // A date whose start somebody is changing on the screen is still that date; a pattern is none.
  return ok(event.isSeriesMaster ? { kind: 'series' } : { kind: 'event', event });
}

async function findByTimes(calendar: ReadableCalendar, times: Times): Promise<Result<FoundItem, GraphFailure>> {
  const around = await eventsAround(calendar, times);
  if (!around.ok) return around;
  const events = around.value.filter((event) => beginsAt(event, times.startsAt) && lastsAsLong(event, times));
  const [event, ...others] = events.toSorted((a, b) => a.subject.localeCompare(b.subject));
  if (!event) return refused({ kind: 'not_found' });
  return ok(others.length === 0 ? { kind: 'event', event } : { kind: 'ambiguous', events: [event, ...others] });
}

async function eventsAround(
  { graph, userId }: ReadableCalendar,
  { startsAt, endsAt }: Times,
): Promise<Result<readonly CalendarEvent[], GraphFailure>> {
  const window = { startsAt: new Date(startsAt.getTime() - maxZoneMs), endsAt: new Date(endsAt.getTime() + maxZoneMs) };
  const page = await readCalendarPage(graph, userId, window);
  return page.ok ? ok(page.value.events) : page;
}

function beginsAt(event: CalendarEvent, startsAt: Date): boolean {
  const offMs = Math.abs(event.startsAt.getTime() - startsAt.getTime());
  return offMs === 0 || (event.isAllDay && offMs <= maxZoneMs);
}

function lastsAsLong(event: CalendarEvent, { startsAt, endsAt }: Times): boolean {
  const offMs = Math.abs(event.endsAt.getTime() - event.startsAt.getTime() - (endsAt.getTime() - startsAt.getTime()));
  return offMs === 0 || (event.isAllDay && offMs <= clockChangeMs);
}

/** Office.js's `convertToRestId`, for an Outlook that hands out the EWS id all the same; a REST id has neither character. */
function restId(itemId: string): string {
  return itemId.replaceAll('/', '-').replaceAll('+', '_');
}
