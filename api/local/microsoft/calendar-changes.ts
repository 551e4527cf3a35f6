// Changes the true calendars as Exchange would: all copies of a meeting in the tenant follow the organizer's change.
// Series cannot be created or moved as a whole here; their occurrences can.
import type { Attendee, DateTimeTimeZone, Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { badRequest, refuse } from './graph-http.ts';
import { putItems, removeItems } from './mailbox-store.ts';
import type { Mailbox, TenantState } from './mailbox-store.ts';
import { attendeesSeenBy, copyMeeting, isOrganizedBy, noTime, utcTimes } from './meeting-copies.ts';
import { globalObjectId } from './outlook-ids.ts';
import type { SimulatedEvent } from './tenant.ts';

interface Place {
  readonly state: TenantState;
  readonly mailbox: Mailbox;
  readonly nowAt: Date;
}

interface Copy {
  readonly mailbox: Mailbox;
  readonly item: SimulatedEvent;
}

/** Fields that belong to one mailbox alone; every other field is the meeting's and follows in all copies. */
const ownFields = ['responseStatus', 'showAs', 'categories', 'isReminderOn', 'reminderMinutesBeforeStart'] as const;
const ownFieldNames: ReadonlySet<string> = new Set(ownFields);

function copiesOf(state: TenantState, meetingKey: string): readonly Copy[] {
  return [...state.mailboxes.values()].flatMap((mailbox) => {
    const item = [...mailbox.itemsByRestId.values()].find((candidate) => candidate.meetingKey === meetingKey);
    return item === undefined ? [] : [{ mailbox, item }];
  });
}

/** Instants of a meeting after a patch; the zone may be UTC or an IANA name, and an end before the start is refused. */
function timesAfter(
  item: Pick<SimulatedEvent, 'startsAtMs' | 'endsAtMs'>,
  patch: GraphEvent,
): { readonly startsAtMs: number; readonly endsAtMs: number } {
  const startsAtMs = patch.start ? readInstant(patch.start) : item.startsAtMs;
  const endsAtMs = patch.end ? readInstant(patch.end) : item.endsAtMs;
  return endsAtMs < startsAtMs ? refuse(badRequest('The end is before the start.')) : { startsAtMs, endsAtMs };
}

function readInstant(value: DateTimeTimeZone): number {
  try {
    return Temporal.PlainDateTime.from(value.dateTime?.replace(/Z$/, '') ?? '').toZonedDateTime(value.timeZone ?? 'UTC').epochMilliseconds;
  } catch {
    return refuse(badRequest(`The time '${value.dateTime ?? ''}' in zone '${value.timeZone ?? ''}' is not understood.`));
  }
}

/**
 * Applies a partial Graph event. Shared fields change every copy, whichever mailbox is named (for a meeting of an outside
 * organizer that stands for their update); own fields, and the sensitivity on an attendee's copy, change this copy alone; an
 * answer shows in the organizer's tracking. A changed occurrence becomes an exception. On a series master all its
 * unchanged occurrences follow, times excepted.
 * @returns the changed copy of this mailbox, or undefined when the change took it out of the mailbox.
 */
export function patchMeeting(place: Place & { readonly item: SimulatedEvent; readonly patch: GraphEvent }): SimulatedEvent | undefined {
  const { state, mailbox, item, patch } = place;
  const isMaster = item.event.type === 'seriesMaster';
  if (isMaster && (patch.start || patch.end))
    return refuse(badRequest('The times of a whole series cannot be changed here; change its occurrences.'));
  const { own, shared } = splitPatch(item, patch);
  const followers = isMaster
    ? [...mailbox.itemsByRestId.values()].filter((other) => other.seriesKey === item.seriesKey && other.event.type === 'occurrence')
    : [];
  if (Object.keys(shared).length > 0) {
    for (const changed of [item, ...followers]) patchShared({ ...place, item: changed, patch: shared });
  }
  const current = mailbox.itemsByRestId.get(item.restId);
  if (current === undefined || Object.keys(own).length === 0) return current;
  putItems(mailbox, [
    { ...current, revision: current.revision + 1, event: { ...current.event, ...own, lastModifiedDateTime: place.nowAt.toISOString() } },
  ]);
  if (own.responseStatus) trackResponse({ state, mailbox, item: current, response: own.responseStatus });
  return mailbox.itemsByRestId.get(item.restId);
}

function splitPatch(item: SimulatedEvent, patch: GraphEvent): { readonly own: GraphEvent; readonly shared: GraphEvent } {
  const isOwn = (name: string): boolean => ownFieldNames.has(name) || (name === 'sensitivity' && item.event.isOrganizer === false);
  const entries = Object.entries(patch).filter(([name]) => name !== 'id');
  return {
    own: Object.fromEntries(entries.filter(([name]) => isOwn(name))),
    shared: Object.fromEntries(entries.filter(([name]) => !isOwn(name))),
  };
}

function patchShared(place: Place & { readonly item: SimulatedEvent; readonly patch: GraphEvent }): void {
  const { state, item, patch, nowAt } = place;
  const times = timesAfter(item, patch);
  for (const copy of copiesOf(state, item.meetingKey)) {
    const { event } = copy.item;
    const merged: GraphEvent = { ...event, ...patch, ...utcTimes(times), lastModifiedDateTime: nowAt.toISOString() };
    const changed: GraphEvent = {
      ...merged,
      ...(patch.location === undefined || patch.locations !== undefined
        ? {}
        : { locations: patch.location === null ? [] : [patch.location] }),
      ...(patch.attendees === undefined ? {} : { attendees: attendeesSeenBy(merged, copy.mailbox.user) }),
      type: event.type === 'occurrence' ? 'exception' : (event.type ?? 'singleInstance'),
      ...(patch.isCancelled === true ? { showAs: 'free' as const } : {}),
    };
    putItems(copy.mailbox, [{ ...copy.item, ...times, revision: copy.item.revision + 1, event: changed }]);
  }
  if (patch.attendees) reinvite({ ...place, attendees: patch.attendees });
}

/** People newly invited get a copy, people no longer invited lose theirs; the organizer keeps it. */
function reinvite(place: Place & { readonly item: SimulatedEvent; readonly attendees: readonly Attendee[] }): void {
  const { state, item, attendees } = place;
  const invited = new Set(attendees.map((attendee) => attendee.emailAddress?.address?.toLowerCase()));
  const template = copiesOf(state, item.meetingKey)[0]?.item;
  if (template === undefined) return;
  const masterKey = [...place.mailbox.itemsByRestId.values()].find((other) => other.restId === item.seriesMasterRestId)?.meetingKey;
  for (const mailbox of state.mailboxes.values()) {
    const isIn = invited.has(mailbox.user.mail.toLowerCase()) || isOrganizedBy(template.event, mailbox.user);
    const existing = copiesOf(state, item.meetingKey).find((copy) => copy.mailbox === mailbox);
    if (!isIn && existing !== undefined) removeItems(mailbox, [existing.item]);
    if (isIn && existing === undefined) {
      putItems(mailbox, [
        copyMeeting({
          user: mailbox.user,
          meetingKey: item.meetingKey,
          ...(item.seriesKey === undefined ? {} : { seriesKey: item.seriesKey }),
          ...(masterKey === undefined ? {} : { masterKey }),
          shared: { ...template.event, attendees: [...attendees] },
          startsAtMs: template.startsAtMs,
          endsAtMs: template.endsAtMs,
          response: 'notResponded',
        }),
      ]);
    }
  }
}

/** An answer travels to the organizer, whose copy tracks it; without an organizer of ours it travels nowhere we can see. */
function trackResponse(options: {
  readonly state: TenantState;
  readonly mailbox: Mailbox;
  readonly item: SimulatedEvent;
  readonly response: NonNullable<GraphEvent['responseStatus']>;
}): void {
  const { state, mailbox, item, response } = options;
  for (const copy of copiesOf(state, item.meetingKey).filter((candidate) => candidate.item.event.isOrganizer === true)) {
    const attendees = (copy.item.event.attendees ?? []).map((attendee) =>
      attendee.emailAddress?.address?.toLowerCase() === mailbox.user.mail.toLowerCase() ? { ...attendee, status: response } : attendee,
    );
    putItems(copy.mailbox, [{ ...copy.item, revision: copy.item.revision + 1, event: { ...copy.item.event, attendees } }]);
  }
}

/**
 * Deletes an item. The organizer's deletion takes it out of their mailbox and cancels the copies of the others, which stay as
 * "Canceled: …"; an attendee's deletion takes it out of their mailbox alone and tells the organizer "declined". A master takes its occurrences along.
 */
export function deleteMeeting(place: Place & { readonly item: SimulatedEvent }): void {
  const { state, mailbox, item, nowAt } = place;
  const isMaster = item.event.type === 'seriesMaster';
  const gone = isMaster ? [...mailbox.itemsByRestId.values()].filter((other) => other.seriesKey === item.seriesKey) : [item];
  for (const one of gone) {
    if (one.event.isOrganizer === true) cancelOthers({ state, mailbox, item: one, nowAt });
    else trackResponse({ state, mailbox, item: one, response: { response: 'declined', time: nowAt.toISOString() } });
  }
  removeItems(mailbox, gone);
  if (!isMaster && item.seriesMasterRestId !== undefined) noteDeletedOccurrence(mailbox, item);
}

/** The master of a series lists the days whose occurrence was deleted. */
function noteDeletedOccurrence(mailbox: Mailbox, item: SimulatedEvent): void {
  const master = mailbox.itemsByRestId.get(item.seriesMasterRestId ?? '');
  const day = item.event.originalStart?.slice(0, 10);
  if (master === undefined || day === undefined) return;
  const cancelledOccurrences = [...(master.event.cancelledOccurrences ?? []), day];
  putItems(mailbox, [{ ...master, revision: master.revision + 1, event: { ...master.event, cancelledOccurrences } }]);
}

function cancelOthers(place: Place & { readonly item: SimulatedEvent }): void {
  for (const copy of copiesOf(place.state, place.item.meetingKey).filter((candidate) => candidate.mailbox !== place.mailbox)) {
    const { event } = copy.item;
    const cancelled: GraphEvent = {
      ...event,
      isCancelled: true,
      subject: `Canceled: ${event.subject ?? ''}`,
      showAs: 'free',
      type: event.type === 'occurrence' ? 'exception' : (event.type ?? 'singleInstance'),
      lastModifiedDateTime: place.nowAt.toISOString(),
    };
    putItems(copy.mailbox, [{ ...copy.item, revision: copy.item.revision + 1, event: cancelled }]);
  }
}

/**
 * Adds a single meeting from a partial Graph event with `start` and `end`; without `organizer` the mailbox's user organizes it.
 * Every attendee of the tenant with a mailbox gets a copy, not yet answered; so does the user of this mailbox.
 * `serial` makes the meeting distinct.
 */
export function addMeeting(place: Place & { readonly event: GraphEvent; readonly serial: number }): SimulatedEvent {
  const { state, mailbox, event, nowAt } = place;
  if (!event.start || !event.end) return refuse(badRequest('A new event needs start and end.'));
  const times = timesAfter({ startsAtMs: 0, endsAtMs: 0 }, event);
  const meetingKey = `added-${place.serial}`;
  const shared: GraphEvent = {
    organizer: { emailAddress: { name: mailbox.user.displayName, address: mailbox.user.mail } },
    iCalUId: globalObjectId({ seed: `${state.tenant.tenantId}|${meetingKey}` }),
    originalStartTimeZone: mailbox.user.timeZone,
    ...event,
    ...utcTimes(times),
    type: 'singleInstance',
    createdDateTime: nowAt.toISOString(),
    lastModifiedDateTime: nowAt.toISOString(),
    attendees: (event.attendees ?? []).map((attendee) => ({ type: 'required', status: { response: 'none', time: noTime }, ...attendee })),
  };
  const invited = new Set(shared.attendees?.map((attendee) => attendee.emailAddress?.address?.toLowerCase()));
  for (const other of state.mailboxes.values()) {
    if (other !== mailbox && !invited.has(other.user.mail.toLowerCase()) && !isOrganizedBy(shared, other.user)) continue;
    putItems(other, [
      copyMeeting({ user: other.user, meetingKey, shared, ...times, response: event.responseStatus?.response ?? 'notResponded' }),
    ]);
  }
  const added = [...mailbox.itemsByRestId.values()].find((item) => item.meetingKey === meetingKey);
  return added ?? refuse(badRequest('The event could not be added.'));
}
