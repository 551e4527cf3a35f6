// Makes one mailbox's copy of a meeting, as Exchange does when it delivers an invitation: own ids, own answer, own busy state.
import type { Attendee, Event as GraphEvent, ResponseType } from '@microsoft/microsoft-graph-types';
import { itemIdsOf } from './outlook-ids.ts';
import type { SimulatedEvent, SimulatedUser } from './tenant.ts';

/** Graph's way to say that there was no answer yet. */
export const noTime = '0001-01-01T00:00:00Z';

interface MeetingCopyOptions {
  readonly user: SimulatedUser;
  readonly meetingKey: string;
  readonly seriesKey?: string;
  /** `meetingKey` of the series master; absent for a master and a single meeting. */
  readonly masterKey?: string;
  /** What all copies share. Attendees in full, also when they are hidden from each other. */
  readonly shared: GraphEvent;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** This user's own answer; the organizer's is always `organizer`. */
  readonly response: ResponseType;
}

const sameAddress = (a: string | null | undefined, b: string): boolean => (a ?? '').toLowerCase() === b.toLowerCase();

/** Whether the user is the organizer of the meeting, by address. */
export function isOrganizedBy(event: GraphEvent, user: SimulatedUser): boolean {
  return sameAddress(event.organizer?.emailAddress?.address, user.mail);
}

/** The attendees that this user sees: all, or only themselves where the organizer hides the list. */
export function attendeesSeenBy(event: GraphEvent, user: SimulatedUser): Attendee[] {
  const attendees = event.attendees ?? [];
  if (event.hideAttendees !== true || isOrganizedBy(event, user)) return attendees;
  return attendees.filter((attendee) => sameAddress(attendee.emailAddress?.address, user.mail));
}

function busyState(event: GraphEvent, response: ResponseType): NonNullable<GraphEvent['showAs']> {
  if (event.isCancelled === true || response === 'declined') return 'free';
  if (response === 'tentativelyAccepted' || response === 'notResponded') return 'tentative';
  return event.showAs ?? 'busy';
}

/** One mailbox's copy, revision 1. */
export function copyMeeting(options: MeetingCopyOptions): SimulatedEvent {
  const { user, shared, meetingKey } = options;
  const isOrganizer = isOrganizedBy(shared, user);
  const response = isOrganizer ? 'organizer' : options.response;
  const hasAnswered = !isOrganizer && response !== 'notResponded' && response !== 'none';
  const master = options.masterKey === undefined ? undefined : itemIdsOf({ userId: user.id, meetingKey: options.masterKey });
  return {
    meetingKey,
    ...(options.seriesKey === undefined ? {} : { seriesKey: options.seriesKey }),
    ...itemIdsOf({ userId: user.id, meetingKey }),
    ...(master === undefined ? {} : { seriesMasterRestId: master.restId, seriesMasterImmutableId: master.immutableId }),
    startsAtMs: options.startsAtMs,
    endsAtMs: options.endsAtMs,
    revision: 1,
    event: {
      ...shared,
      attendees: attendeesSeenBy(shared, user),
      isOrganizer,
      responseStatus: { response, time: hasAnswered ? (shared.createdDateTime ?? noTime) : noTime },
      showAs: busyState(shared, response),
    },
  };
}

/** Start and end of an event's shared part from two instants, in UTC with seven decimals. */
export function utcTimes(times: { readonly startsAtMs: number; readonly endsAtMs: number }): Required<Pick<GraphEvent, 'start' | 'end'>> {
  return { start: { dateTime: utcText(times.startsAtMs), timeZone: 'UTC' }, end: { dateTime: utcText(times.endsAtMs), timeZone: 'UTC' } };
}

function utcText(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '0000');
}
