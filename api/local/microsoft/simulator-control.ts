// The simulator's own surface under /simulator, which is not Graph: faults, what Outlook shows, and changes to the true calendars.
import type { Attendee, AttendeeType, Event as GraphEvent, Recipient } from '@microsoft/microsoft-graph-types';
import type { Context, Hono } from 'hono';
import { addMeeting, deleteMeeting, patchMeeting } from './calendar-changes.ts';
import { faultKinds, readFaultPlans } from './faults.ts';
import type { Faults } from './faults.ts';
import { renderEvent, textOf } from './graph-event.ts';
import { badRequest, refuse } from './graph-http.ts';
import type { GraphEnvironment } from './graph-http.ts';
import { findItem, itemsWithin } from './mailbox-store.ts';
import type { Mailbox, TenantState } from './mailbox-store.ts';
import { toEwsId } from './outlook-ids.ts';
import type { RequestCounter } from './request-counter.ts';
import { recreate } from './series-changes.ts';
import type { SettingsHolder } from './simulator-settings.ts';
import type { SimulatedEvent } from './tenant.ts';

interface ControlOptions {
  readonly states: readonly TenantState[];
  readonly faults: Faults;
  readonly settings: SettingsHolder;
  readonly counter: RequestCounter;
  readonly nowAt: () => Date;
}

interface OwnedMailbox {
  readonly state: TenantState;
  readonly mailbox: Mailbox;
}

/** Adds the routes. They take no token: they stand for the people at their own Outlook, and for the test. */
export function addControlRoutes(app: Hono<GraphEnvironment>, options: ControlOptions): void {
  const { states, faults, settings, counter, nowAt } = options;
  let serial = 0;
  app.post('/simulator/faults', async (context) => {
    const plans = readFaultPlans(await readJson(context));
    if (plans === undefined) return refuse(badRequest(`The kind must be one of ${faultKinds.join(', ')}.`));
    faults.set(plans);
    return context.json({ faults: plans });
  });
  app.patch('/simulator/settings', async (context) => {
    const unknown = settings.change(await readRecord(context));
    return unknown.length === 0 ? context.json(settings.current()) : refuse(badRequest(`Not understood: ${unknown.join(', ')}.`));
  });
  app.get('/simulator/requests', (context) => context.json(counter.counts()));
  app.delete('/simulator/requests', (context) => {
    counter.reset();
    return context.body(null, 204);
  });
  app.get('/simulator/outlook/:userId/items', (context) => context.json(outlookItems(context, states)));
  app.get('/simulator/mailboxes/:userId/events', (context) => {
    const { mailbox } = requireMailbox(context, states);
    return context.json([...mailbox.itemsByRestId.values()].sort((a, b) => a.startsAtMs - b.startsAtMs).map(truthOf));
  });
  app.post('/simulator/mailboxes/:userId/events', async (context) => {
    const owned = requireMailbox(context, states);
    serial += 1;
    return context.json(truthOf(addMeeting({ ...owned, nowAt: nowAt(), serial, event: await readEvent(context) })), 201);
  });
  app.patch('/simulator/mailboxes/:userId/events/:eventId', async (context) => {
    const owned = requireMailbox(context, states);
    const patch = await readEvent(context);
    const changed = patchMeeting({ ...owned, nowAt: nowAt(), item: requireItem(context, owned.mailbox), patch });
    return changed === undefined ? context.body(null, 204) : context.json(truthOf(changed));
  });
  app.post('/simulator/mailboxes/:userId/events/:eventId/recreate', (context) => {
    const { mailbox } = requireMailbox(context, states);
    serial += 1;
    return context.json(truthOf(recreate({ mailbox, serial, item: requireItem(context, mailbox) })), 201);
  });
  app.delete('/simulator/mailboxes/:userId/events/:eventId', (context) => {
    const owned = requireMailbox(context, states);
    deleteMeeting({ ...owned, nowAt: nowAt(), item: requireItem(context, owned.mailbox) });
    return context.body(null, 204);
  });
}

const notFound = (what: string): never => refuse({ status: 404, code: 'NotFound', message: `There is no such ${what}.` });

function requireMailbox(context: Context, states: readonly TenantState[]): OwnedMailbox {
  const userId = (context.req.param('userId') ?? '').toLowerCase();
  const state = states.find((candidate) => candidate.usersByName.has(userId));
  const mailbox = state?.mailboxes.get(state.usersByName.get(userId)?.id ?? '');
  return state === undefined || mailbox === undefined ? notFound('mailbox') : { state, mailbox };
}

function requireItem(context: Context, mailbox: Mailbox): SimulatedEvent {
  return findItem(mailbox, context.req.param('eventId') ?? '') ?? notFound('event');
}

async function readJson(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return refuse(badRequest('The body is not JSON.'));
  }
}

/** The body as a record. */
async function readRecord(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const body = await readJson(context);
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Readonly<Record<string, unknown>>)
    : refuse(badRequest('The body must be an object.'));
}

/** A partial Graph event. Its fields are not checked: the caller is a test that knows Graph's types. */
async function readEvent(context: Context): Promise<GraphEvent> {
  return await readRecord(context);
}

/** An item with everything the simulator knows of it; `id` is the immutable one. */
function truthOf(item: SimulatedEvent): Readonly<Record<string, unknown>> {
  const { meetingKey, seriesKey, restId, immutableId, startsAtMs, endsAtMs, revision } = item;
  const known = { meetingKey, seriesKey, restId, immutableId, ewsId: toEwsId(restId), startsAtMs, endsAtMs, revision };
  return { ...known, ...renderEvent({ item, view: { idKind: 'immutable', timeZone: 'UTC', bodyKind: 'text' }, select: undefined }) };
}

/** What Office.js would give for each item of the mailbox's calendar within [from, to), by start. */
function outlookItems(context: Context, states: readonly TenantState[]): readonly Readonly<Record<string, unknown>>[] {
  const { mailbox } = requireMailbox(context, states);
  const readBound = (name: string, fallback: number): number => {
    const text = context.req.query(name);
    const atMs = text === undefined ? fallback : Date.parse(text);
    return Number.isNaN(atMs) ? refuse(badRequest(`The bound ${name} is not a date.`)) : atMs;
  };
  const window = { fromMs: readBound('from', Number.NEGATIVE_INFINITY), toMs: readBound('to', Number.POSITIVE_INFINITY) };
  return itemsWithin(mailbox, window).map(outlookItem);
}

function outlookItem(item: SimulatedEvent): Readonly<Record<string, unknown>> {
  const { event } = item;
  const fields = renderEvent({ item, view: { idKind: 'rest', timeZone: 'UTC', bodyKind: 'text' }, select: sameAsGraph });
  return {
    itemId: toEwsId(item.restId),
    seriesId: item.seriesMasterRestId === undefined ? null : toEwsId(item.seriesMasterRestId),
    ...Object.fromEntries(sameAsGraph.map((name) => [name, fields[name]])),
    start: new Date(item.startsAtMs).toISOString(),
    end: new Date(item.endsAtMs).toISOString(),
    location: event.location?.displayName ?? '',
    organizer: personOf(event.organizer),
    requiredAttendees: attendeesOf(event, 'required'),
    optionalAttendees: attendeesOf(event, 'optional'),
    body: textOf(event),
  };
}

/** Properties that Office.js gives as Graph does. */
const sameAsGraph = ['subject', 'isAllDay', 'isOrganizer', 'sensitivity', 'isCancelled'] as const;

function personOf(recipient: Recipient | null | undefined): Readonly<Record<string, string>> {
  return { name: recipient?.emailAddress?.name ?? '', address: recipient?.emailAddress?.address ?? '' };
}

function attendeesOf(event: GraphEvent, type: AttendeeType): readonly Readonly<Record<string, string>>[] {
  return (event.attendees ?? []).filter((attendee) => attendee.type === type).map(outlookAttendee);
}

/** Office.js has its own words for an answer; rooms (type resource) are not among its attendees. */
const outlookResponses: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentative',
  organizer: 'organizer',
};

function outlookAttendee(attendee: Attendee): Readonly<Record<string, string>> {
  return {
    displayName: attendee.emailAddress?.name ?? '',
    emailAddress: attendee.emailAddress?.address ?? '',
    appointmentResponse: outlookResponses[attendee.status?.response ?? 'none'] ?? 'none',
  };
}
