/** One mailbox's calendar as facts. Bodies are never asked for; what Graph sends beyond the contract is dropped here. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { InvitationResponse } from '../../domain/tag.ts';
import { graphOrigin } from '../identity/microsoft-hosts.ts';
import { type GraphClient, type GraphFailure, graphFailure } from './graph-client.ts';

export interface Attendee {
  readonly name: string;
  readonly mail: string;
  readonly isResource: boolean;
  readonly response: InvitationResponse;
}

/** One occurrence or single event in one mailbox; instants in UTC. */
export interface CalendarEvent {
  /** Immutable inside this mailbox, another in every other one, case-sensitive. */
  readonly eventId: string;
  readonly iCalUId: string;
  /** The pattern of a series, which never takes place itself. */
  readonly isSeriesMaster: boolean;
  /** Present for occurrences and exceptions of a series. */
  readonly originalStartsAt: Date | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly isNormalSensitivity: boolean;
  readonly isDraft: boolean;
  readonly subject: string;
  readonly locationText: string;
  readonly locationType: string | undefined;
  readonly isOnlineMeeting: boolean;
  readonly joinUrl: string | undefined;
  readonly response: InvitationResponse;
  readonly isOrganizer: boolean;
  readonly organizer: Attendee | undefined;
  readonly attendees: readonly Attendee[];
  /** True when an attendee's copy shows only that attendee. */
  readonly hidesAttendees: boolean;
  readonly lastModifiedAt: Date;
}

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

/** Everything the product may know of an event: no body, no preview, no attachment. */
const selectedFields = [
  'id',
  'iCalUId',
  'type',
  'originalStart',
  'originalStartTimeZone',
  'start',
  'end',
  'isAllDay',
  'isCancelled',
  'isDraft',
  'sensitivity',
  'subject',
  'location',
  'locations',
  'isOnlineMeeting',
  'onlineMeeting',
  'responseStatus',
  'isOrganizer',
  'organizer',
  'attendees',
  'hideAttendees',
  'lastModifiedDateTime',
];

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

/** Graph: `2026-05-04T10:30:00.0000000` in UTC, as the Prefer header asked; the offset is for us to add. */
const UtcDateTime = z.object({ dateTime: z.string() }).transform(({ dateTime }, context) => instant(`${dateTime.slice(0, 23)}Z`, context));
const Offset = z.string().transform(instant);

function instant(text: string, context: z.RefinementCtx): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) context.addIssue({ code: 'custom', message: 'not an instant' });
  return date;
}

const EmailAddress = z.object({ name: z.string().nullish(), address: z.string().nullish() });
const ResponseStatus = z.object({ response: z.string().nullish() }).nullish();
const Location = z.object({ displayName: z.string().nullish(), locationType: z.string().nullish() });

const GraphEvent = z.object({
  id: z.string().min(1),
  iCalUId: z.string().min(1),
  type: z.enum(['singleInstance', 'occurrence', 'exception', 'seriesMaster']),
  originalStart: Offset.nullish(),
  originalStartTimeZone: z.string().nullish(),
  start: UtcDateTime,
  end: UtcDateTime,
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  isDraft: z.boolean().nullish(),
  sensitivity: z.string().nullish(),
  subject: z.string().nullish(),
  location: Location.nullish(),
  locations: z.array(Location).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  responseStatus: ResponseStatus,
  isOrganizer: z.boolean().nullish(),
  organizer: z.object({ emailAddress: EmailAddress }).nullish(),
  attendees: z.array(z.object({ type: z.string().nullish(), status: ResponseStatus, emailAddress: EmailAddress.nullish() })).nullish(),
  hideAttendees: z.boolean().nullish(),
  lastModifiedDateTime: Offset,
});

function calendarEvent(event: z.output<typeof GraphEvent>): CalendarEvent {
  const isOccurrence = event.type === 'occurrence' || event.type === 'exception';
  return {
    eventId: event.id,
    iCalUId: event.iCalUId,
    isSeriesMaster: event.type === 'seriesMaster',
    originalStartsAt: isOccurrence ? (event.originalStart ?? event.start) : undefined,
    startsAt: event.start,
    endsAt: event.end,
    timeZone: event.originalStartTimeZone ?? 'UTC',
    isAllDay: event.isAllDay === true,
    isCancelled: event.isCancelled === true,
    isNormalSensitivity: (event.sensitivity ?? 'normal') === 'normal',
    isDraft: event.isDraft === true,
    subject: event.subject ?? '',
    ...locationOf(event),
    isOnlineMeeting: event.isOnlineMeeting === true,
    joinUrl: event.onlineMeeting?.joinUrl ?? undefined,
    response: responseOf(event.responseStatus?.response),
    isOrganizer: event.isOrganizer === true,
    organizer: event.organizer ? attendee(event.organizer.emailAddress, 'organizer', false) : undefined,
    attendees: (event.attendees ?? []).flatMap(({ emailAddress, status, type }) =>
      emailAddress ? [attendee(emailAddress, responseOf(status?.response), type === 'resource')] : [],
    ),
    hidesAttendees: event.hideAttendees === true,
    lastModifiedAt: event.lastModifiedDateTime,
  };
}

function locationOf({ location, locations }: z.output<typeof GraphEvent>): { locationText: string; locationType: string | undefined } {
  const names = [location, ...(locations ?? [])].map((place) => place?.displayName?.trim() ?? '').filter((name) => name !== '');
  return { locationText: [...new Set(names)].join('; '), locationType: location?.locationType ?? undefined };
}

function attendee(email: z.output<typeof EmailAddress>, response: InvitationResponse, isResource: boolean): Attendee {
  const mail = email.address ?? '';
  return { name: email.name?.trim() || mail, mail, isResource, response };
}

const responses: Readonly<Record<string, InvitationResponse>> = {
  organizer: 'organizer',
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

function responseOf(response: string | null | undefined): InvitationResponse {
  return responses[response ?? ''] ?? 'none';
}
