// Graph's `users/delta`: everybody at first, then whoever came, changed or left, and whose manager is another one.
import type { Hono } from 'hono';
import * as z from 'zod';
import { readToken, writeToken } from './delta-token.ts';
import type { Directory, DirectoryChange } from './directory-store.ts';
import { requireRole } from './graph-access.ts';
import { badRequest, graphOrigin, readSelect, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import { renderUser, userProperties } from './graph-user.ts';

const Token = z.object({
  of: z.string(),
  issuedAtMs: z.number(),
  /** As asked for at first; undefined: the default fields, without managers. */
  select: z.array(z.string()).optional(),
  /** Everybody, or the changes only. */
  isBaseline: z.boolean(),
  /** Serials of the directory's changes: the round covers those before `to`, beginning with `since`. */
  since: z.number(),
  to: z.number(),
  /** How many entries of the round were given. */
  given: z.number(),
});
type Round = Omit<z.output<typeof Token>, 'of' | 'issuedAtMs'>;

/** Adds the route, which must stand before that of one user; `pause` is the simulated latency. */
export function addUsersDeltaRoute(app: Hono<GraphEnvironment>, pause: () => Promise<void>): void {
  app.get('/v1.0/users/delta', async (context) => {
    await pause();
    requireRole(context, 'User.Read.All', 'Directory.Read.All');
    return answerUsersDelta(context);
  });
}

function answerUsersDelta(context: GraphContext): Response {
  const { directory, tenant } = context.get('tenant');
  const round = roundOf(context, directory);
  const ids = round.isBaseline ? [...directory.users.keys()] : changedIds(directory, round);
  const end = round.given + context.get('settings').usersPerDeltaPage;
  const isEnd = end >= ids.length;
  const next: Round = isEnd ? { ...round, isBaseline: false, since: round.to, given: 0 } : { ...round, given: end };
  const token = writeToken({ of: tenant.tenantId, issuedAtMs: context.get('nowAt').getTime(), ...next });
  const address = `${graphOrigin}/v1.0/users/delta`;
  const fields = round.select === undefined ? '' : `(${round.select.join(',')})`;
  return context.json({
    '@odata.context': `${graphOrigin}/v1.0/$metadata#users${fields}`,
    ...(isEnd ? { '@odata.deltaLink': `${address}?$deltatoken=${token}` } : { '@odata.nextLink': `${address}?$skiptoken=${token}` }),
    value: ids.slice(round.given, end).map((userId) => renderEntry({ directory, round, userId })),
  });
}

/** A link carries the whole round; without one everybody comes, or with the token `latest` nobody. */
function roundOf(context: GraphContext, directory: Directory): Round {
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select', '$skiptoken', '$deltatoken'] });
  const text = query['$skiptoken'] || query['$deltatoken'];
  const now = directory.changes.length;
  if (!text || text === 'latest') {
    const select = readSelect({ text: query['$select'], known: selectable, type: 'microsoft.graph.user' });
    const begun = { isBaseline: !text, since: now, to: now, given: 0 };
    return select === undefined ? begun : { ...begun, select: [...select] };
  }
  if (query['$select'] !== undefined) return refuse(badRequest('The fields are chosen with the first request; follow the link as it is.'));
  const { select, ...state } = readToken({
    text,
    schema: Token,
    of: context.get('tenant').tenant.tenantId,
    nowAt: context.get('nowAt'),
    lifetimeMinutes: context.get('settings').directoryTokenLifetimeMinutes,
  });
  const { isBaseline, since, given } = state;
  const round = { isBaseline, since, given, to: isBaseline || given > 0 ? state.to : now };
  return select === undefined ? round : { ...round, select };
}

const selectable: ReadonlySet<string> = new Set([...userProperties, 'manager']);

const changesOf = (directory: Directory, round: Round): readonly DirectoryChange[] => directory.changes.slice(round.since, round.to);

function changedIds(directory: Directory, round: Round): readonly string[] {
  return [...new Set(changesOf(directory, round).map(({ userId }) => userId.toLowerCase()))];
}

function renderEntry(options: {
  readonly directory: Directory;
  readonly round: Round;
  readonly userId: string;
}): Readonly<Record<string, unknown>> {
  const { directory, round, userId } = options;
  const user = directory.users.get(userId);
  // Soft-deleted, so that it could be restored for a month: the directory says "changed".
  if (user === undefined) return { id: userId, '@removed': { reason: 'changed' } };
  const select = round.select === undefined ? undefined : ['id', ...round.select];
  const before = round.isBaseline
    ? undefined
    : changesOf(directory, round).find((change) => change.userId.toLowerCase() === userId)?.managerIdBefore;
  const manager = managerDelta({ before, after: user.managerId });
  return {
    ...renderUser(user, select),
    ...(round.select?.includes('manager') === true && manager.length > 0 && { 'manager@delta': manager }),
  };
}

/** The new manager, and the former one as removed; empty when it is still the same. */
function managerDelta(options: { readonly before: string | undefined; readonly after: string | undefined }): readonly unknown[] {
  const { before, after } = options;
  if (before === after) return [];
  const reference = (id: string): Readonly<Record<string, unknown>> => ({ '@odata.type': '#microsoft.graph.user', id });
  return [
    ...(before === undefined ? [] : [{ ...reference(before), '@removed': { reason: 'deleted' } }]),
    ...(after === undefined ? [] : [reference(after)]),
  ];
}
