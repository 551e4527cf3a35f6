/** Looks at events that delta calls removed: they may be deleted, or only moved out of its window. Reads the fewest pages that tell. */
import { ok, refused, type Result } from '../../domain/result.ts';
import { type CalendarWindow, eventsPerPage, readCalendarPage, readEventsNow } from '../../platform/graph/calendar.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';
import type { HydratedChanges, Round } from './hydrate-changes.ts';

/** What a calendar usually holds: decides between asking for each event and reading the days on which they were. */
const usualEventsPerDay = 8;
const millisecondsPerDay = 86_400_000;
/** Pages of one look; a calendar with more events on those days is asked event by event. */
const maxPages = 20;

/** `removedIds`: each once, all among the stored times. */
export async function lookForRemoved(
  graph: GraphClient,
  removedIds: readonly string[],
  { sellerId, storedTimes }: Pick<Round, 'sellerId' | 'storedTimes'>,
): Promise<Result<HydratedChanges, GraphFailure>> {
  if (removedIds.length === 0) return ok({ events: [], goneIds: [] });
  const days = spanOf(removedIds.flatMap((id) => storedTimes.get(id) ?? []));
  if (removedIds.length <= pagesOf(days)) return askEach(graph, sellerId, removedIds);
  const seen = await readDays(graph, sellerId, days);
  if (!seen.ok) return seen;
  if (!seen.value) return askEach(graph, sellerId, removedIds);
  const byId = new Map(seen.value.map((event) => [event.eventId, event]));
  return ok({ events: removedIds.flatMap((id) => byId.get(id) ?? []), goneIds: removedIds.filter((id) => !byId.has(id)) });
}

async function askEach(graph: GraphClient, sellerId: string, ids: readonly string[]): Promise<Result<HydratedChanges, GraphFailure>> {
  const read = await readEventsNow(graph, sellerId, ids);
  if (!read.ok) return read;
  return ok({
    events: read.value.flatMap(({ event }) => event ?? []),
    goneIds: read.value.flatMap(({ eventId, event }) => (event ? [] : [eventId])),
  });
}

/** Undefined when there is more than the limit of pages. */
async function readDays(
  graph: GraphClient,
  sellerId: string,
  days: CalendarWindow,
): Promise<Result<readonly CalendarEvent[] | undefined, GraphFailure>> {
  const events: CalendarEvent[] = [];
  let from: CalendarWindow | { readonly nextLink: string } = days;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const page = await readCalendarPage(graph, sellerId, from);
    if (!page.ok) return page;
    // An event that cannot be read is no event that is gone.
    if (page.value.unreadable > 0) return refused({ kind: 'unreadable', what: 'an event on the days of removed ones' });
    events.push(...page.value.events);
    if (page.value.nextLink === undefined) return ok(events);
    from = { nextLink: page.value.nextLink };
  }
  return ok(undefined);
}

function spanOf(times: readonly CalendarWindow[]): CalendarWindow {
  return {
    startsAt: new Date(Math.min(...times.map(({ startsAt }) => startsAt.getTime()))),
    // An event without a length takes place all the same.
    endsAt: new Date(Math.max(...times.map(({ endsAt }) => endsAt.getTime())) + 1),
  };
}

function pagesOf({ startsAt, endsAt }: CalendarWindow): number {
  const days = (endsAt.getTime() - startsAt.getTime()) / millisecondsPerDay;
  return Math.ceil((Math.max(1, days) * usualEventsPerDay) / eventsPerPage);
}
