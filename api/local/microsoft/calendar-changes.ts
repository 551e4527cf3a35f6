// Changes the true calendars as Exchange would: all copies of a meeting in the tenant follow the organizer's change.
// What a change does to a series as a whole stands in series-changes.
import type { Attendee, Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { badRequest, refuse } from './graph-http.ts';
import { putItems, removeItems } from './mailbox-store.ts';
import type { Mailbox, TenantState } from './mailbox-store.ts';
import { attendeesSeenBy, copyMeeting, isOrganizedBy, noTime, utcTimes } from './meeting-copies.ts';
import { copiesOf, timesAfter } from './meeting-place.ts';
import type { Place } from './meeting-place.ts';
import { globalObjectId } from './outlook-ids.ts';
import { moveSeries, seriesOf } from './series-changes.ts';
import type { SimulatedEvent } from './tenant.ts';

/** Fields that belong to one mailbox alone; every other field is the meeting's and follows in all copies. */
const ownFields = ['responseStatus', 'showAs', 'categories', 'isReminderOn', 'reminderMinutesBeforeStart'] as const;
const ownFieldNames: ReadonlySet<string> = new Set(ownFields);

/**
 * Applies a partial Graph event. Shared fields change every copy, whichever mailbox is named (for a meeting of an outside
 * organizer that stands for their update); own fields, and the sensitivity on an attendee's copy, change this copy alone; an
 * answer shows in the organizer's tracking. A changed occurrence becomes an exception. What is changed on a series master, its
 * unchanged occurrences follow; new times of a master move the series as `moveSeries` says.
 * @returns the changed copy of this mailbox, or undefined when the change took it out of the mailbox.
 */
export function patchMeeting(place: Place & { readonly item: SimulatedEvent; readonly patch: GraphEvent }): SimulatedEvent | undefined {
  const { mailbox, item, patch } = place;
  if (item.event.type === 'seriesMaster' && (patch.start || patch.end)) {
    moveSeries({ ...place, master: item, times: timesAfter(item, patch) });
    const rest = Object.fromEntries(Object.entries(patch).filter(([name]) => name !== 'start' && name !== 'end'));
    const moved = mailbox.itemsByRestId.get(item.restId);
    return moved === undefined ? undefined : patchMeeting({ ...place, item: moved, patch: rest });
  }
  const { own, shared } = splitPatch(item, patch);
  if (Object.keys(shared).length > 0) patchShared({ ...place, patch: shared });
  const current = mailbox.itemsByRestId.get(item.restId);
  if (current !== undefined && Object.keys(own).length > 0) patchOwn({ ...place, item: current, patch: own });
  return mailbox.itemsByRestId.get(item.restId);
}

/** The item itself, and the occurrences that follow it when it is a master. */
function itemAndFollowers(mailbox: Mailbox, item: SimulatedEvent): readonly SimulatedEvent[] {
  if (item.event.type !== 'seriesMaster') return [item];
  const isFollower = (other: SimulatedEvent): boolean => other.seriesKey === item.seriesKey && other.event.type === 'occurrence';
  return [item, ...[...mailbox.itemsByRestId.values()].filter(isFollower)];
}

/** A change to one occurrence alone makes it an exception; with its whole series it stays what it is. */
function typeAfter(event: GraphEvent, isWholeSeries: boolean): NonNullable<GraphEvent['type']> {
  return event.type === 'occurrence' && !isWholeSeries ? 'exception' : (event.type ?? 'singleInstance');
}

function patchOwn(place: Place & { readonly item: SimulatedEvent; readonly patch: GraphEvent }): void {
  const { state, mailbox, patch, nowAt } = place;
  const isWholeSeries = place.item.event.type === 'seriesMaster';
  for (const item of itemAndFollowers(mailbox, place.item)) {
    const event = { ...item.event, ...patch, type: typeAfter(item.event, isWholeSeries), lastModifiedDateTime: nowAt.toISOString() };
    putItems(mailbox, [{ ...item, revision: item.revision + 1, event }]);
    if (patch.responseStatus) trackResponse({ state, mailbox, item, response: patch.responseStatus, isWholeSeries });
  }
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
  const isWholeSeries = item.event.type === 'seriesMaster';
  const copies = copiesOf(state, item.meetingKey).flatMap(({ mailbox, item: copy }) =>
    itemAndFollowers(mailbox, copy).map((each) => ({ mailbox, item: each })),
  );
  for (const copy of copies) {
    const { event } = copy.item;
    const times = timesAfter(copy.item, patch);
    const merged: GraphEvent = { ...event, ...patch, ...utcTimes(times), lastModifiedDateTime: nowAt.toISOString() };
    const changed: GraphEvent = {
      ...merged,
      ...(patch.location === undefined || patch.locations !== undefined
        ? {}
        : { locations: patch.location === null ? [] : [patch.location] }),
      ...(patch.attendees === undefined ? {} : { attendees: attendeesSeenBy(merged, copy.mailbox.user) }),
      type: typeAfter(event, isWholeSeries),
      ...(patch.isCancelled === true ? { showAs: 'free' as const } : {}),
    };
    putItems(copy.mailbox, [{ ...copy.item, ...times, revision: copy.item.revision + 1, event: changed }]);
  }
  if (!patch.attendees) return;
  const meetings = new Map(copies.map(({ item: each }) => [each.meetingKey, each]));
  for (const each of meetings.values()) reinvite({ ...place, item: each, attendees: patch.attendees });
}

/** People newly invited get a copy, people no longer invited lose theirs; the organizer keeps it. */
function reinvite(place: Place & { readonly item: SimulatedEvent; readonly attendees: readonly Attendee[] }): void {
  const { state, item, attendees } = place;
  const invited = new Set(attendees.map((attendee) => attendee.emailAddress?.address?.toLowerCase()));
  const template = copiesOf(state, item.meetingKey)[0]?.item;
  if (template === undefined) return;
  const masterKey = masterKeyOf(state, item);
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

/** The key of the item's series master, wherever it lies; undefined for a single meeting. */
function masterKeyOf(state: TenantState, item: SimulatedEvent): string | undefined {
  for (const mailbox of state.mailboxes.values()) {
    const master = mailbox.itemsByRestId.get(item.seriesMasterRestId ?? '');
    if (master !== undefined) return master.meetingKey;
  }
  return undefined;
}

/** An answer travels to the organizer, whose copy tracks it; without an organizer of ours it travels nowhere we can see. */
function trackResponse(options: {
  readonly state: TenantState;
  readonly mailbox: Mailbox;
  readonly item: SimulatedEvent;
  readonly response: NonNullable<GraphEvent['responseStatus']>;
  readonly isWholeSeries: boolean;
}): void {
  const { state, mailbox, item, response, isWholeSeries } = options;
  for (const copy of copiesOf(state, item.meetingKey).filter((candidate) => candidate.item.event.isOrganizer === true)) {
    const { event } = copy.item;
    const attendees = (event.attendees ?? []).map((attendee) =>
      attendee.emailAddress?.address?.toLowerCase() === mailbox.user.mail.toLowerCase() ? { ...attendee, status: response } : attendee,
    );
    const type = typeAfter(event, isWholeSeries);
    putItems(copy.mailbox, [{ ...copy.item, revision: copy.item.revision + 1, event: { ...event, attendees, type } }]);
  }
}

/**
 * Deletes an item. The organizer's deletion takes it out of their mailbox and cancels the copies of the others, which stay as
 * "Canceled: …"; an attendee's deletion takes it out of their mailbox alone and tells the organizer "declined". A master takes its occurrences along.
 */
export function deleteMeeting(place: Place & { readonly item: SimulatedEvent }): void {
  const { state, mailbox, item, nowAt } = place;
  const isWholeSeries = item.event.type === 'seriesMaster';
  const gone = isWholeSeries ? [...mailbox.itemsByRestId.values()].filter((other) => other.seriesKey === item.seriesKey) : [item];
  const response = { response: 'declined', time: nowAt.toISOString() } as const;
  for (const one of gone) {
    if (one.event.isOrganizer === true) cancelOthers({ state, mailbox, item: one, nowAt, isWholeSeries });
    else trackResponse({ state, mailbox, item: one, response, isWholeSeries });
  }
  removeItems(mailbox, gone);
  if (!isWholeSeries && item.seriesMasterRestId !== undefined) noteDeletedOccurrence(mailbox, item);
}

/** The master of a series lists the days whose occurrence was deleted. */
function noteDeletedOccurrence(mailbox: Mailbox, item: SimulatedEvent): void {
  const master = mailbox.itemsByRestId.get(item.seriesMasterRestId ?? '');
  const day = item.event.originalStart?.slice(0, 10);
  if (master === undefined || day === undefined) return;
  const cancelledOccurrences = [...(master.event.cancelledOccurrences ?? []), day];
  putItems(mailbox, [{ ...master, revision: master.revision + 1, event: { ...master.event, cancelledOccurrences } }]);
}

function cancelOthers(place: Place & { readonly item: SimulatedEvent; readonly isWholeSeries: boolean }): void {
  for (const copy of copiesOf(place.state, place.item.meetingKey).filter((candidate) => candidate.mailbox !== place.mailbox)) {
    const { event } = copy.item;
    const cancelled: GraphEvent = {
      ...event,
      isCancelled: true,
      subject: `Canceled: ${event.subject ?? ''}`,
      showAs: 'free',
      type: typeAfter(event, place.isWholeSeries),
      lastModifiedDateTime: place.nowAt.toISOString(),
    };
    putItems(copy.mailbox, [{ ...copy.item, revision: copy.item.revision + 1, event: cancelled }]);
  }
}

/**
 * Adds a meeting from a partial Graph event with `start` and `end`, with `recurrence` a series and its occurrences; without
 * `organizer` the mailbox's user organizes it. Every attendee of the tenant with a mailbox gets a copy, not yet answered; so does
 * the user of this mailbox. `serial` makes the meeting distinct.
 * @returns this mailbox's copy, of a series the master.
 */
export function addMeeting(place: Place & { readonly event: GraphEvent; readonly serial: number }): SimulatedEvent {
  const { state, mailbox, event } = place;
  if (!event.start || !event.end) return refuse(badRequest('A new event needs start and end.'));
  const times = timesAfter({ startsAtMs: 0, endsAtMs: 0 }, event);
  const meetingKey = `added-${place.serial}`;
  const shared = { ...newEventOf({ ...place, meetingKey }), ...utcTimes(times) };
  const meeting = { meetingKey, shared, ...times };
  const all = event.recurrence ? seriesOf(meeting, event.recurrence) : [meeting];
  const invited = new Set(shared.attendees?.map((attendee) => attendee.emailAddress?.address?.toLowerCase()));
  const response = event.responseStatus?.response ?? 'notResponded';
  for (const other of state.mailboxes.values()) {
    if (other !== mailbox && !invited.has(other.user.mail.toLowerCase()) && !isOrganizedBy(shared, other.user)) continue;
    putItems(
      other,
      all.map((each) => copyMeeting({ user: other.user, response, ...each })),
    );
  }
  const added = [...mailbox.itemsByRestId.values()].find((item) => item.meetingKey === meetingKey);
  return added ?? refuse(badRequest('The event could not be added.'));
}

/** What all copies of a new meeting share, without its times. */
function newEventOf(place: Place & { readonly event: GraphEvent; readonly meetingKey: string }): GraphEvent {
  const { state, mailbox, event, nowAt, meetingKey } = place;
  return {
    organizer: { emailAddress: { name: mailbox.user.displayName, address: mailbox.user.mail } },
    iCalUId: globalObjectId({ seed: `${state.tenant.tenantId}|${meetingKey}` }),
    originalStartTimeZone: mailbox.user.timeZone,
    ...event,
    type: event.recurrence ? 'seriesMaster' : 'singleInstance',
    createdDateTime: nowAt.toISOString(),
    lastModifiedDateTime: nowAt.toISOString(),
    attendees: (event.attendees ?? []).map((attendee) => ({ type: 'required', status: { response: 'none', time: noTime }, ...attendee })),
  };
}
