// Graph's calendar reads: calendarView with paging, and one event by id. Delta stands apart; no writing.
import type { Hono } from 'hono';
import { readWindow } from './calendar-window.ts';
import { withMailbox } from './graph-access.ts';
import { asSeen } from './graph-delegates.ts';
import { eventProperties, renderEvent } from './graph-event.ts';
import { badRequest, graphOrigin, nextLink, readCount, readPreferences, readSelect, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import { findItem, itemsWithin } from './mailbox-store.ts';
import type { Mailbox } from './mailbox-store.ts';

/** Graph's default for events when neither `$top` nor a page size is given. */
export const defaultEventsPerPage = 10;
const maxPageSize = 1000;
const maxSkip = 1_000_000;

/** Adds the routes; `pause` is the simulated latency and is waited for inside the mailbox's slot. */
export function addCalendarRoutes(app: Hono<GraphEnvironment>, pause: () => Promise<void>): void {
  app.get('/v1.0/users/:userId/calendarView', (context) =>
    withMailbox(context, async (mailbox) => {
      await pause();
      return answerCalendarView(context, mailbox);
    }),
  );
  app.get('/v1.0/users/:userId/events/:eventId', (context) =>
    withMailbox(context, async (mailbox) => {
      await pause();
      return answerEvent(context, mailbox);
    }),
  );
}

function answerCalendarView(context: GraphContext, mailbox: Mailbox): Response {
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select', '$top', '$skip', '$orderby'] });
  const preferences = readPreferences(context.req.header('prefer'));
  const select = readSelect({ text: query['$select'], known: eventProperties, type: 'microsoft.graph.event' });
  const window = readWindow(query);
  const skip = query['$skip'] === undefined ? 0 : readCount({ name: '$skip', text: query['$skip'], least: 0, most: maxSkip });
  const top = query['$top'] === undefined ? undefined : readCount({ name: '$top', text: query['$top'], least: 1, most: maxPageSize });
  const size = top ?? preferences.maxPageSize ?? defaultEventsPerPage;
  const found = itemsWithin(mailbox, window);
  const ordered = readsBackwards(query['$orderby']) ? found.toReversed() : found;
  const page = ordered.slice(skip, skip + size);
  const path = `/v1.0/users/${context.req.param('userId') ?? ''}/calendarView`;
  const next =
    skip + size < ordered.length
      ? { '@odata.nextLink': nextLink({ path, query, changed: { $top: String(size), $skip: String(skip + size) } }) }
      : {};
  if (preferences.applied !== '') context.header('Preference-Applied', preferences.applied);
  return context.json({
    '@odata.context': contextUrl({ userId: mailbox.user.id, collection: 'calendarView', select }),
    value: page.map((item) => renderEvent({ item: asSeen(context, mailbox, item), view: preferences, select })),
    ...next,
  });
}

function answerEvent(context: GraphContext, mailbox: Mailbox): Response {
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select'] });
  const preferences = readPreferences(context.req.header('prefer'));
  const select = readSelect({ text: query['$select'], known: eventProperties, type: 'microsoft.graph.event' });
  const id = context.req.param('eventId') ?? '';
  // An EWS id has + and /, which Graph does not accept.
  const item = /[+/]/.test(id) ? undefined : findItem(mailbox, id);
  if (item === undefined)
    return refuse({ status: 404, code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' });
  if (preferences.applied !== '') context.header('Preference-Applied', preferences.applied);
  const url = `${contextUrl({ userId: mailbox.user.id, collection: 'events', select })}/$entity`;
  return context.json({ '@odata.context': url, ...renderEvent({ item: asSeen(context, mailbox, item), view: preferences, select }) });
}

function contextUrl(options: {
  readonly userId: string;
  readonly collection: string;
  readonly select: readonly string[] | undefined;
}): string {
  const fields = options.select === undefined ? '' : `(${options.select.join(',')})`;
  return `${graphOrigin}/v1.0/$metadata#users('${options.userId}')/${options.collection}${fields}`;
}

function readsBackwards(orderBy: string | undefined): boolean {
  const [name, direction = 'asc'] = (orderBy ?? 'start/dateTime').trim().split(/\s+/);
  if (name !== 'start/dateTime' || !['asc', 'desc'].includes(direction))
    refuse(badRequest(`The order '${orderBy ?? ''}' is not supported.`));
  return direction === 'desc';
}
