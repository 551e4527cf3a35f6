/** One mailbox's calendar as facts. Bodies are never asked for; what Graph sends beyond the contract is dropped here. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import { graphOrigin } from '../identity/microsoft-hosts.ts';
import { readInBatches } from './batch.ts';
import { type CalendarEvent, calendarEvent, GraphEvent, selectedFields } from './calendar-event.ts';
import { type GraphClient, type GraphFailure, graphFailure } from './graph-client.ts';

export interface CalendarPage {
  readonly events: readonly CalendarEvent[];
  /** Events that could not be read as documented; they are left out and counted. */
  readonly unreadable: number;
  readonly nextLink: string | undefined;
}

export interface CalendarWindow {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const eventsPerPage = 250;
const prefer = `outlook.timezone="UTC", IdType="ImmutableId", odata.maxpagesize=${eventsPerPage}`;

/** Reads one page: the first of a window (half-open, by overlap) or the one behind a link of an earlier page. */
export async function readCalendarPage(
  graph: GraphClient,
  userId: string,
  from: CalendarWindow | { readonly nextLink: string },
): Promise<Result<CalendarPage, GraphFailure>> {
  try {
    const answer: unknown = await calendarRequest(graph, userId, from).header('Prefer', prefer).get();
    return parsePage(answer);
  } catch (error) {
    return graphFailure(error);
  }
}

function calendarRequest(graph: GraphClient, userId: string, from: CalendarWindow | { readonly nextLink: string }) {
  if ('nextLink' in from) return graph.api(from.nextLink);
  return graph
    .api(`/users/${userId}/calendarView`)
    .query({ startDateTime: from.startsAt.toISOString(), endDateTime: from.endsAt.toISOString() })
    .select(selectedFields)
    .orderby('start/dateTime')
    .top(eventsPerPage);
}

/** Reads one event by any id that Outlook or Graph gave for it; the answer carries the immutable one. */
export async function readEvent(graph: GraphClient, userId: string, eventId: string): Promise<Result<CalendarEvent, GraphFailure>> {
  try {
    const answer: unknown = await graph
      .api(`/users/${userId}/events/${encodeURIComponent(eventId)}`)
      .header('Prefer', prefer)
      .select(selectedFields)
      .get();
    const event = GraphEvent.safeParse(answer);
    return event.success ? ok(calendarEvent(event.data)) : refused({ kind: 'unreadable', what: 'event' });
  } catch (error) {
    return graphFailure(error);
  }
}

/** Graph's answer about one event: as it is now, or that this mailbox has none. */
export type EventNow = { readonly eventId: string; readonly event: CalendarEvent | undefined };

/** Reads events by id, many at a time; in the order of the ids. A failure that says nothing about the event fails the whole. */
export async function readEventsNow(
  graph: GraphClient,
  userId: string,
  eventIds: readonly string[],
): Promise<Result<readonly EventNow[], GraphFailure>> {
  const select = selectedFields.join(',');
  const answers = await readInBatches(
    graph,
    eventIds.map((eventId) => ({
      path: `/users/${userId}/events/${encodeURIComponent(eventId)}?$select=${select}`,
      headers: { Prefer: prefer },
    })),
  );
  const found: EventNow[] = [];
  for (const [index, eventId] of eventIds.entries()) {
    const answer = answers[index];
    if (!answer?.ok) {
      if (answer?.failure.kind !== 'not_found') return answer ?? refused({ kind: 'unreadable', what: 'batch' });
      found.push({ eventId, event: undefined });
      continue;
    }
    const event = GraphEvent.safeParse(answer.value);
    if (!event.success) return refused({ kind: 'unreadable', what: 'event' });
    found.push({ eventId, event: calendarEvent(event.data) });
  }
  return ok(found);
}

const maxPageItems = 1_000;
const Page = z.object({ value: z.array(z.unknown()).max(maxPageItems), '@odata.nextLink': z.string().optional() });

function parsePage(answer: unknown): Result<CalendarPage, GraphFailure> {
  const page = Page.safeParse(answer);
  if (!page.success) return refused({ kind: 'unreadable', what: 'page' });
  const nextLink = page.data['@odata.nextLink'];
  if (nextLink !== undefined && !nextLink.startsWith(`${graphOrigin}/`)) {
    return refused({ kind: 'unreadable', what: 'a next link to another host' });
  }
  const parsed = page.data.value.map((item) => GraphEvent.safeParse(item));
  const events = parsed.flatMap((event) => (event.success ? [calendarEvent(event.data)] : []));
  return ok({ events, unreadable: parsed.length - events.length, nextLink });
}
