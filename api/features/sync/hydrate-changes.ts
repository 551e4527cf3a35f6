/** Makes whole events of what delta tells: occurrences get what their series says, and what was removed is looked at before it counts as gone. */
import { ok, type Result } from '../../domain/result.ts';
import { type CalendarWindow, readEventsNow } from '../../platform/graph/calendar.ts';
import type { BareOccurrence, CalendarChange } from '../../platform/graph/calendar-delta.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';
import { lookForRemoved } from './look-for-removed.ts';

export interface HydratedChanges {
  /** As they are now, without series masters. */
  readonly events: readonly CalendarEvent[];
  /** Stored before, and no longer where they were. */
  readonly goneIds: readonly string[];
}

export interface Round {
  readonly sellerId: string;
  /** Series that earlier pages of this round have told, by event id; this page adds its own. */
  readonly masters: Map<string, CalendarEvent>;
  /** When the removed ones among the changes take place, as far as they are stored. */
  readonly storedTimes: ReadonlyMap<string, CalendarWindow>;
}

export async function hydrateChanges(
  graph: GraphClient,
  changes: readonly CalendarChange[],
  round: Round,
): Promise<Result<HydratedChanges, GraphFailure>> {
  const whole = changes.flatMap((change) => (change.kind === 'event' ? [change.event] : []));
  for (const event of whole) if (event.isSeriesMaster) round.masters.set(event.eventId, event);
  const occurrences = await hydrateOccurrences(graph, changes.filter(isOccurrence), round);
  if (!occurrences.ok) return occurrences;
  const removedIds = changes.flatMap((change) =>
    change.kind === 'removed' && round.storedTimes.has(change.eventId) ? [change.eventId] : [],
  );
  const removed = await lookForRemoved(graph, [...new Set(removedIds)], round);
  if (!removed.ok) return removed;
  const singles = whole.filter(({ isSeriesMaster }) => !isSeriesMaster);
  return ok({ events: [...singles, ...occurrences.value, ...removed.value.events], goneIds: removed.value.goneIds });
}

function isOccurrence(change: CalendarChange): change is BareOccurrence {
  return change.kind === 'occurrence';
}

/** One read per series that this round has not told, however many of its occurrences changed. */
async function hydrateOccurrences(
  graph: GraphClient,
  occurrences: readonly BareOccurrence[],
  { sellerId, masters }: Round,
): Promise<Result<readonly CalendarEvent[], GraphFailure>> {
  const missing = [...new Set(occurrences.map(({ seriesMasterId }) => seriesMasterId))].filter((id) => !masters.has(id));
  if (missing.length > 0) {
    const read = await readEventsNow(graph, sellerId, missing);
    if (!read.ok) return read;
    for (const { eventId, event } of read.value) if (event) masters.set(eventId, event);
  }
  return ok(occurrences.flatMap((bare) => occurrenceOf(masters.get(bare.seriesMasterId), bare)));
}

/**
 * An occurrence that nobody changed differs from its series in nothing but its id and its time. None without the series: one that is
 * gone meanwhile takes its occurrences along, and the next round tells so.
 */
function occurrenceOf(master: CalendarEvent | undefined, { eventId, startsAt, endsAt }: BareOccurrence): readonly CalendarEvent[] {
  return master ? [{ ...master, eventId, startsAt, endsAt, originalStartsAt: startsAt, isSeriesMaster: false }] : [];
}
