// Graph's lists of members: of a group, and of an administrative unit. Direct members only, in pages.
import type { Hono } from 'hono';
import type { MemberList, MemberListKind } from './directory-store.ts';
import { requireRole } from './graph-access.ts';
import { graphOrigin, nextLink, readCount, readSelect, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import { renderUser, userProperties } from './graph-user.ts';

const defaultMembersPageSize = 100;
const maxMembersPageSize = 999;

/** Adds the routes; `pause` is the simulated latency. */
export function addMemberRoutes(app: Hono<GraphEnvironment>, pause: () => Promise<void>): void {
  app.get('/v1.0/groups/:listId/members', async (context) => {
    await pause();
    requireRole(context, 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
    return answerMembers(context, 'groups');
  });
  app.get('/v1.0/directory/administrativeUnits/:listId/members', async (context) => {
    await pause();
    requireRole(context, 'AdministrativeUnit.Read.All', 'Directory.Read.All');
    return answerMembers(context, 'administrativeUnits');
  });
}

/** Without a role that reads users only type and id come, as Graph does for hidden properties. */
function answerMembers(context: GraphContext, kind: MemberListKind): Response {
  const { directory } = context.get('tenant');
  const memberIds = [...requireList(context, kind).memberIds];
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select', '$top', '$skiptoken'] });
  const select = readSelect({ text: query['$select'], known: userProperties, type: 'microsoft.graph.directoryObject' });
  const size =
    query['$top'] === undefined
      ? defaultMembersPageSize
      : readCount({ name: '$top', text: query['$top'], least: 1, most: maxMembersPageSize });
  const skip = query['$skiptoken'] === undefined ? 0 : readSkipToken(query['$skiptoken']);
  const isReader = ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'].some((role) => context.get('roles').has(role));
  const page = memberIds.slice(skip, skip + size).flatMap((id) => directory.users.get(id.toLowerCase()) ?? []);
  const next =
    skip + size < memberIds.length
      ? { '@odata.nextLink': nextLink({ path: context.req.path, query, changed: { $skiptoken: skipTokenOf(skip + size) } }) }
      : {};
  return context.json({
    '@odata.context': `${graphOrigin}/v1.0/$metadata#directoryObjects`,
    ...next,
    value: page.map((user) => ({ '@odata.type': '#microsoft.graph.user', ...renderUser(user, isReader ? select : ['id']) })),
  });
}

function requireList(context: GraphContext, kind: MemberListKind): MemberList {
  const listId = context.req.param('listId') ?? '';
  return (
    context.get('tenant').directory[kind].get(listId.toLowerCase()) ??
    refuse({
      status: 404,
      code: 'Request_ResourceNotFound',
      message: `Resource '${listId}' does not exist or one of its queried reference-property objects are not present.`,
    })
  );
}

const skipTokenOf = (skip: number): string => Buffer.from(`members:${skip}`).toString('base64url');

function readSkipToken(token: string): number {
  const skip = /^members:(\d{1,6})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  return skip === undefined
    ? refuse({
        status: 400,
        code: 'Directory_ExpiredPageToken',
        message: 'The specified page token value has expired and can no longer be included in your request.',
      })
    : Number(skip);
}
