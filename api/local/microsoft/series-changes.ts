// What happens to a whole series: how it is laid out into occurrences, how it moves, how its items come anew. Exchange writes an
// occurrence's original day into its id, so that a new hour keeps the ids and a new day makes new ones.
import type { Event as GraphEvent, PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { putItems, removeItems } from './mailbox-store.ts';
import type { Mailbox } from './mailbox-store.ts';
import { utcTimes } from './meeting-copies.ts';
import { copiesOf } from './meeting-place.ts';
import type { Place } from './meeting-place.ts';
import { itemIdsOf, occurrenceUidOf } from './outlook-ids.ts';
import { daysOf } from './series-days.ts';
import type { SimulatedEvent } from './tenant.ts';

interface Times {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

interface Meeting extends Times {
  readonly meetingKey: string;
  readonly shared: GraphEvent;
}

interface SeriesPart extends Meeting {
  readonly seriesKey: string;
  /** Absent for the master itself. */
  readonly masterKey?: string;
}

/** The master and its occurrences, at the master's time of day in the zone of the series. */
export function seriesOf(master: Meeting, recurrence: PatternedRecurrence): readonly SeriesPart[] {
  const seriesKey = master.meetingKey;
  const occurrences = daysOf(recurrence).map((on): SeriesPart => {
    const { event, ...times } = occurrenceOf(master.shared, { on, times: master });
    return { meetingKey: `${seriesKey}@${on}`, seriesKey, masterKey: seriesKey, shared: event, ...times };
  });
  return [{ ...master, seriesKey }, ...occurrences];
}

const zoneOf = (event: GraphEvent): string => event.recurrence?.range?.recurrenceTimeZone || (event.originalStartTimeZone ?? 'UTC');

/** The master's event as that of the occurrence of a day, with its times; `times` are the master's. */
function occurrenceOf(master: GraphEvent, options: { readonly on: string; readonly times: Times }): Times & { readonly event: GraphEvent } {
  const { on, times } = options;
  const zone = zoneOf(master);
  const plainTime = localOf(times.startsAtMs, zone).toPlainTime();
  const startsAtMs = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
  const endsAtMs = startsAtMs + times.endsAtMs - times.startsAtMs;
  const event: GraphEvent = {
    ...master,
    recurrence: null,
    cancelledOccurrences: [],
    type: 'occurrence',
    originalStart: new Date(startsAtMs).toISOString().replace('.000Z', 'Z'),
    iCalUId: occurrenceUidOf({ seriesUid: master.iCalUId ?? '', on }),
    ...utcTimes({ startsAtMs, endsAtMs }),
  };
  return { startsAtMs, endsAtMs, event };
}

const localOf = (atMs: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);

/**
 * Gives the series new times in every copy, as Exchange does when the pattern changes: exceptions and deleted occurrences are
 * forgotten, and every occurrence lies as many days later and at the new time of day. The series keeps its ids; an occurrence keeps
 * its own when its day stays, otherwise it goes and another comes.
 */
export function moveSeries(place: Place & { readonly master: SimulatedEvent; readonly times: Times }): void {
  const { master, times } = place;
  const dayOf = dayIn(zoneOf(master.event));
  const copies = copiesOf(place.state, master.meetingKey);
  const former = copies.flatMap(({ mailbox, item }) => occurrencesOf(mailbox, item));
  const keyByDay = new Map(former.map((item) => [dayOf(originalStartMs(item)).toString(), item.meetingKey]));
  const formerDays = new Set([...keyByDay.keys(), ...copies.flatMap(({ item }) => item.event.cancelledOccurrences ?? [])]);
  const daysLater = dayOf(master.startsAtMs).until(dayOf(times.startsAtMs)).days;
  const days = [...formerDays].map((day) => Temporal.PlainDate.from(day).add({ days: daysLater }).toString());
  const parts = days.map((on) => ({ on, meetingKey: keyByDay.get(on) ?? `${master.meetingKey}@${on}` }));
  for (const copy of copies) moveCopy({ ...copy, times, parts, daysLater, nowAt: place.nowAt });
}

const dayIn =
  (zone: string) =>
  (atMs: number): Temporal.PlainDate =>
    localOf(atMs, zone).toPlainDate();

function occurrencesOf(mailbox: Mailbox, master: SimulatedEvent): readonly SimulatedEvent[] {
  return [...mailbox.itemsByRestId.values()].filter((item) => item.seriesMasterRestId === master.restId);
}

function moveCopy(options: {
  readonly mailbox: Mailbox;
  readonly item: SimulatedEvent;
  readonly times: Times;
  /** The occurrences that the series now has, by day. */
  readonly parts: readonly { readonly on: string; readonly meetingKey: string }[];
  readonly daysLater: number;
  readonly nowAt: Date;
}): void {
  const { mailbox, item: master, times, nowAt } = options;
  const dayOf = dayIn(zoneOf(master.event));
  const former = occurrencesOf(mailbox, master);
  const formerByDay = new Map(former.map((item) => [dayOf(originalStartMs(item)).toString(), item]));
  const moved: SimulatedEvent = {
    ...master,
    ...times,
    revision: master.revision + 1,
    event: { ...movedEvent(master.event, options.daysLater), ...utcTimes(times), lastModifiedDateTime: nowAt.toISOString() },
  };
  const masterIds = { seriesMasterRestId: master.restId, seriesMasterImmutableId: master.immutableId };
  const occurrences = options.parts.map(({ on, meetingKey }): SimulatedEvent => {
    const { event, ...at } = occurrenceOf(moved.event, { on, times });
    const same = formerByDay.get(on);
    const { restId, immutableId } = same ?? itemIdsOf({ userId: mailbox.user.id, meetingKey });
    return { ...moved, ...at, ...masterIds, event, meetingKey, restId, immutableId, revision: (same?.revision ?? 0) + 1 };
  });
  const kept = new Set(occurrences.map(({ restId }) => restId));
  const gone = former.filter(({ restId }) => !kept.has(restId));
  removeItems(mailbox, gone);
  putItems(mailbox, [moved, ...occurrences]);
}

function originalStartMs({ event, startsAtMs }: SimulatedEvent): number {
  return event.originalStart ? Date.parse(event.originalStart) : startsAtMs;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The master's event with its pattern some days later. */
function movedEvent(event: GraphEvent, days: number): GraphEvent {
  const { pattern, range } = event.recurrence ?? {};
  const laterDay = (day: string | null | undefined): string | null =>
    day ? Temporal.PlainDate.from(day).add({ days }).toString() : (day ?? null);
  const daysOfWeek = (pattern?.daysOfWeek ?? []).map((name) => weekdays[(((weekdays.indexOf(name) + days) % 7) + 7) % 7] ?? name);
  const recurrence = event.recurrence && {
    pattern: pattern ? { ...pattern, ...(pattern.daysOfWeek && { daysOfWeek }) } : null,
    range: range ? { ...range, startDate: laterDay(range.startDate), endDate: laterDay(range.endDate) } : null,
  };
  return { ...event, cancelledOccurrences: [], ...(recurrence && { recurrence }) };
}

/**
 * Puts an item, and with a master its whole series, into the mailbox anew, as when a mailbox is restored or an invitation is accepted
 * again: every id is another one, the iCalUIds stay. `serial` makes the ids distinct.
 */
export function recreate(options: { readonly mailbox: Mailbox; readonly item: SimulatedEvent; readonly serial: number }): SimulatedEvent {
  const { mailbox, item, serial } = options;
  const isPart = (other: SimulatedEvent): boolean => other === item || other.seriesMasterRestId === item.restId;
  const former = [...mailbox.itemsByRestId.values()].filter(isPart);
  const idsOf = ({ meetingKey }: SimulatedEvent): ReturnType<typeof itemIdsOf> =>
    itemIdsOf({ userId: mailbox.user.id, meetingKey: `${meetingKey}#${serial}` });
  const masterIds = idsOf(item);
  const anew = former.map((part) => ({
    ...part,
    ...idsOf(part),
    ...(part !== item && { seriesMasterRestId: masterIds.restId, seriesMasterImmutableId: masterIds.immutableId }),
  }));
  removeItems(mailbox, former);
  putItems(mailbox, anew);
  return anew.find(({ restId }) => restId === masterIds.restId) ?? item;
}
