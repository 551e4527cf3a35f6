// Graph's `calendarView/delta`: the wire form of a round of changes. Occurrences come bare, everything else in full, body and all,
// since `$select` is not supported here.
import type { Hono } from 'hono';
import * as z from 'zod';
import { readWindow } from './calendar-window.ts';
import { readToken, syncFaults, writeToken } from './delta-token.ts';
import { withMailbox } from './graph-access.ts';
import { defaultEventsPerPage } from './graph-calendar.ts';
import { asSeen } from './graph-delegates.ts';
import { idOf, renderEvent } from './graph-event.ts';
import { badRequest, graphOrigin, readPreferences, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment, Preferences } from './graph-http.ts';
import { firstCursor, isRemembered, readRound } from './mailbox-delta.ts';
import type { DeltaEntry } from './mailbox-delta.ts';
import type { Mailbox } from './mailbox-store.ts';

const Cursor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('baseline'), sinceSerial: z.number(), afterRestId: z.string() }),
  z.object({ kind: z.literal('rest'), sinceSerial: z.number() }),
  z.object({ kind: z.literal('changes'), sinceSerial: z.number(), toSerial: z.number(), afterSerial: z.number() }),
]);
const Token = z.object({
  of: z.string(),
  issuedAtMs: z.number(),
  window: z.object({ fromMs: z.number(), toMs: z.number() }),
  cursor: Cursor,
});

/** Adds the route, for the primary calendar only, as documented; `pause` is the simulated latency. */
export function addCalendarDeltaRoute(app: Hono<GraphEnvironment>, pause: () => Promise<void>): void {
  app.get('/v1.0/users/:userId/calendarView/delta', (context) =>
    withMailbox(context, async (mailbox) => {
      await pause();
      return answerDelta(context, mailbox);
    }),
  );
}

function answerDelta(context: GraphContext, mailbox: Mailbox): Response {
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$skiptoken', '$deltatoken'] });
  const preferences = readPreferences(context.req.header('prefer'));
  const { window, cursor } = stateOf(context, mailbox);
  if (!isRemembered(mailbox, cursor)) return refuse(syncFaults.sync_state_not_found);
  const page = readRound({ mailbox, window, cursor, size: preferences.maxPageSize ?? defaultEventsPerPage });
  const token = writeToken({ of: mailbox.user.id, issuedAtMs: context.get('nowAt').getTime(), window, cursor: page.next });
  if (preferences.applied !== '') context.header('Preference-Applied', preferences.applied);
  return context.json({
    '@odata.context': `${graphOrigin}/v1.0/$metadata#Collection(event)`,
    ...linkOf({ path: context.req.path, isEnd: page.next.kind === 'rest', token }),
    value: page.entries.map(({ item, isRemoved }) => renderEntry({ item: asSeen(context, mailbox, item), isRemoved }, preferences)),
  });
}

/** The window comes with the first call only; from then on the token carries it. An empty token stands for none. */
function stateOf(context: GraphContext, mailbox: Mailbox): Pick<z.output<typeof Token>, 'window' | 'cursor'> {
  const query = context.req.query();
  const text = query['$skiptoken'] || query['$deltatoken'];
  if (!text) return { window: readWindow(query), cursor: firstCursor(mailbox) };
  if (Object.keys(query).some((name) => !name.startsWith('$')))
    return refuse(badRequest('The window belongs to the first request only; follow the link as it is.'));
  const lifetimeMinutes = context.get('settings').deltaTokenLifetimeMinutes;
  return readToken({ text, schema: Token, of: mailbox.user.id, nowAt: context.get('nowAt'), lifetimeMinutes });
}

function linkOf(options: { readonly path: string; readonly isEnd: boolean; readonly token: string }): Readonly<Record<string, string>> {
  const { path, token } = options;
  return options.isEnd
    ? { '@odata.deltaLink': `${graphOrigin}${path}?$deltatoken=${token}` }
    : { '@odata.nextLink': `${graphOrigin}${path}?$skiptoken=${token}` };
}

/** All that Graph gives of an occurrence (microsoft-graph-docs, issue 22197), beside its id and etag. */
const occurrenceFields = ['seriesMasterId', 'type', 'start', 'end'] as const;

function renderEntry({ item, isRemoved }: DeltaEntry, view: Preferences): Readonly<Record<string, unknown>> {
  const type = { '@odata.type': '#microsoft.graph.event' };
  if (isRemoved) return { ...type, id: idOf(item, view.idKind), '@removed': { reason: 'deleted' } };
  return { ...type, ...renderEvent({ item, view, select: item.event.type === 'occurrence' ? occurrenceFields : undefined }) };
}
