// Keeps the promise of Exchange that an occurrence is as its series says: one that says something else is an exception. Delta
// gives nothing of an occurrence but its times, so a reader takes the rest from the master.
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import type { SimulatedEvent } from './tenant.ts';

/** The items with their types put right; everything else stays. */
export function tellExceptions(items: readonly SimulatedEvent[]): readonly SimulatedEvent[] {
  const masters = new Map(items.filter(({ event }) => event.type === 'seriesMaster').map((item) => [item.restId, item]));
  return items.map((item) => {
    const master = masters.get(item.seriesMasterRestId ?? '');
    const isException = item.event.type === 'occurrence' && master !== undefined && saysOf(item) !== saysOf(master);
    return isException ? { ...item, event: { ...item.event, type: 'exception' as const } } : item;
  });
}

/** What an occurrence shares with its series. The body is left out: the demo writes a canary of its own into each. */
function saysOf({ event, startsAtMs, endsAtMs }: SimulatedEvent): string {
  return JSON.stringify([
    event.subject,
    endsAtMs - startsAtMs,
    event.isAllDay ?? false,
    event.isCancelled ?? false,
    event.sensitivity ?? 'normal',
    event.showAs ?? 'busy',
    event.responseStatus?.response ?? 'none',
    event.location?.displayName ?? '',
    event.onlineMeeting?.joinUrl ?? '',
    attendeesOf(event),
  ]);
}

function attendeesOf(event: GraphEvent): readonly unknown[] {
  return (event.attendees ?? []).map(({ emailAddress, status, type }) => [emailAddress?.address, type, status?.response]);
}
