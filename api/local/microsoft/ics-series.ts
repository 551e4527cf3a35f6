// Brings together what a calendar says of one meeting: a series and its exceptions, newer and older versions, events without a name.
import { createHash } from 'node:crypto';
import type { IcsEvent } from './ics-event.ts';
import { wallInSeries } from './ics-time.ts';

export interface IcsSeries {
  readonly uid: string;
  /** A single meeting, or the pattern of a series; undefined when the file has only occurrences of it. */
  readonly master: IcsEvent | undefined;
  /** One per original start at most, in no particular order. */
  readonly exceptions: readonly IcsEvent[];
}

/** In the order in which the file first names them. */
export function seriesOf(events: readonly IcsEvent[]): readonly IcsSeries[] {
  const byUid = new Map<string, IcsEvent[]>();
  for (const event of events) {
    const uid = event.uid ?? inventedUid(event);
    const known = byUid.get(uid);
    if (known === undefined) byUid.set(uid, [event]);
    else known.push(event);
  }
  return [...byUid].flatMap(([uid, versions]) => together(uid, versions));
}

/** The same for the same meeting in the next export. */
function inventedUid({ start, fields }: IcsEvent): string {
  const text = JSON.stringify([start.wallMs, start.zone.name, fields.subject, fields.organizer?.emailAddress?.address]);
  return `without-uid-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

function together(uid: string, versions: readonly IcsEvent[]): readonly IcsSeries[] {
  const exceptions = newestBy(
    versions.filter(({ recurrenceId }) => recurrenceId !== undefined),
    ({ recurrenceId, start }) => (recurrenceId === undefined ? 0 : wallInSeries(recurrenceId, start)),
  );
  const masters = newestBy(
    versions.filter(({ recurrenceId }) => recurrenceId === undefined),
    ({ start }) => start.wallMs,
  );
  const newest = masters.reduce<IcsEvent | undefined>(
    (best, master) => (best === undefined || isNewer(master, best) ? master : best),
    undefined,
  );
  const isOneMeeting =
    newest === undefined || exceptions.length > 0 || masters.some((master) => repeats(master) || master.sequence !== newest.sequence);
  if (isOneMeeting) return [{ uid, master: newest, exceptions }];
  // Programs that give every event one UID mean as many meetings as there are starts.
  return masters.map((master, index) => ({ uid: index === 0 ? uid : `${uid}-${master.start.wallMs}`, master, exceptions: [] }));
}

export function repeats({ rules, addedTimes }: IcsEvent): boolean {
  return rules.length > 0 || addedTimes.length > 0;
}

function newestBy(events: readonly IcsEvent[], keyOf: (event: IcsEvent) => number): readonly IcsEvent[] {
  const byKey = new Map<number, IcsEvent>();
  for (const event of events) {
    const known = byKey.get(keyOf(event));
    if (known === undefined || isNewer(event, known)) byKey.set(keyOf(event), event);
  }
  return [...byKey.values()];
}

/** By SEQUENCE, then by the last change; of equals the later one in the file. */
function isNewer(event: IcsEvent, other: IcsEvent): boolean {
  if (event.sequence !== other.sequence) return event.sequence > other.sequence;
  return (event.fields.lastModifiedDateTime ?? '') >= (other.fields.lastModifiedDateTime ?? '');
}
