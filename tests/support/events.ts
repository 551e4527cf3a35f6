/** Events as an organizer would write them, with only what a test is about spelled out. */
import type { Attendee, Event as GraphEvent, ResponseType } from '@microsoft/microsoft-graph-types';

/** UTC instants; an hour long unless told. */
export function anEvent(startsAt: string, event: GraphEvent = {}, minutes = 60): GraphEvent {
  const start = new Date(startsAt);
  const end = new Date(start.getTime() + minutes * 60_000);
  return {
    subject: 'Review',
    location: { displayName: 'Trattoria Da Enzo, Via Garibaldi 12' },
    start: { dateTime: start.toISOString().slice(0, -1), timeZone: 'UTC' },
    end: { dateTime: end.toISOString().slice(0, -1), timeZone: 'UTC' },
    ...event,
  };
}

export function invited(address: string, response: ResponseType = 'accepted', name = address.split('@')[0] ?? address): Attendee {
  return { type: 'required', status: { response, time: '2026-01-01T00:00:00Z' }, emailAddress: { name, address } };
}
