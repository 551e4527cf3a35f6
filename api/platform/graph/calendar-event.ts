/** An event of Graph as facts: what is asked for, how an answer is read, and what is dropped (bodies, previews, attachments). */
import * as z from 'zod';
import type { InvitationResponse } from '../../domain/tag.ts';

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

/** Everything the product may know of an event: no body, no preview, no attachment. */
export const selectedFields = [
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

/** Graph: `2026-05-04T10:30:00.0000000` in UTC, as the Prefer header asked; the offset is for us to add. */
export const UtcDateTime = z
  .object({ dateTime: z.string() })
  .transform(({ dateTime }, context) => instant(`${dateTime.slice(0, 23)}Z`, context));
const Offset = z.string().transform(instant);

function instant(text: string, context: z.RefinementCtx): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) context.addIssue({ code: 'custom', message: 'not an instant' });
  return date;
}

const EmailAddress = z.object({ name: z.string().nullish(), address: z.string().nullish() });
const ResponseStatus = z.object({ response: z.string().nullish() }).nullish();
const Location = z.object({ displayName: z.string().nullish(), locationType: z.string().nullish() });

export const GraphEvent = z.object({
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

export function calendarEvent(event: z.output<typeof GraphEvent>): CalendarEvent {
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
