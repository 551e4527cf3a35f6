// Graph's calendar reads: calendarView with paging, and one event by id. No delta and no writing.
import type { Hono } from 'hono';
import { withMailbox } from './graph-access.ts';
import { eventProperties, renderEvent } from './graph-event.ts';
import {
  badRequest,
  graphOrigin,
  invalidParameter,
  nextLink,
  readCount,
  readPreferences,
  readSelect,
  refuse,
  refuseOtherOptions,
} from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import { findItem, itemsWithin } from './mailbox-store.ts';
import type { Mailbox } from './mailbox-store.ts';

/** Graph's default for events when neither `$top` nor a page size is given. */
const defaultPageSize = 10;
const maxPageSize = 1000;
/** Exchange refuses a longer view. */
const maxWindowDays = 1825;
const maxSkip = 1_000_000;
const dayMs = 86_400_000;

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
  const size = top ?? preferences.maxPageSize ?? defaultPageSize;
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
    value: page.map((item) => renderEvent({ item, view: preferences, select })),
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
  return context.json({ '@odata.context': url, ...renderEvent({ item, view: preferences, select }) });
}

function contextUrl(options: {
  readonly userId: string;
  readonly collection: string;
  readonly select: readonly string[] | undefined;
}): string {
  const fields = options.select === undefined ? '' : `(${options.select.join(',')})`;
  return `${graphOrigin}/v1.0/$metadata#users('${options.userId}')/${options.collection}${fields}`;
}

/** The half-open window; both ends are required, a value without offset is UTC. */
function readWindow(query: Readonly<Record<string, string>>): { readonly fromMs: number; readonly toMs: number } {
  const lowered = new Map(Object.entries(query).map(([name, value]) => [name.toLowerCase(), value]));
  const from = lowered.get('startdatetime');
  const to = lowered.get('enddatetime');
  if (from === undefined || to === undefined) {
    return refuse(
      invalidParameter('This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.'),
    );
  }
  const window = { fromMs: readInstant(from), toMs: readInstant(to) };
  if (!(window.fromMs <= window.toMs)) return refuse(invalidParameter('EndDateTime must not be before StartDateTime.'));
  if (window.toMs - window.fromMs > maxWindowDays * dayMs) {
    return refuse({
      status: 400,
      code: 'ErrorCalendarViewRangeTooBig',
      message: `The specified view range exceeds the maximum range of ${maxWindowDays} days.`,
    });
  }
  return window;
}

function readInstant(text: string): number {
  const atMs = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(atMs) ? refuse(invalidParameter(`The value '${text}' is not a valid date and time.`)) : atMs;
}

function readsBackwards(orderBy: string | undefined): boolean {
  const [name, direction = 'asc'] = (orderBy ?? 'start/dateTime').trim().split(/\s+/);
  if (name !== 'start/dateTime' || !['asc', 'desc'].includes(direction))
    refuse(badRequest(`The order '${orderBy ?? ''}' is not supported.`));
  return direction === 'desc';
}
