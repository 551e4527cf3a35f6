// Graph's directory reads: a user, a user's manager, the direct members of a group, the organization.
import type { User } from '@microsoft/microsoft-graph-types';
import type { Hono } from 'hono';
import { requireRole, requireUser } from './graph-access.ts';
import { graphOrigin, nextLink, readCount, readSelect, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import type { SimulatedTenant, SimulatedUser } from './tenant.ts';

type UserProperty = Exclude<
  keyof User &
    (
      | 'displayName'
      | 'givenName'
      | 'surname'
      | 'mail'
      | 'userPrincipalName'
      | 'jobTitle'
      | 'businessPhones'
      | 'mobilePhone'
      | 'officeLocation'
      | 'preferredLanguage'
      | 'accountEnabled'
      | 'userType'
      | 'department'
      | 'usageLocation'
      | 'companyName'
    ),
  'id'
>;

const defaultMembersPageSize = 100;
const maxMembersPageSize = 999;

/** What Graph gives without `$select`. */
const defaultUserProperties: readonly UserProperty[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

const renderUserProperty: { readonly [name in UserProperty]: (user: SimulatedUser) => unknown } = {
  businessPhones: () => [],
  displayName: (user) => user.displayName,
  givenName: (user) => user.displayName.split(' ')[0] ?? null,
  jobTitle: (user) => (user.appRoles.includes('Manager') ? 'Sales Manager' : null),
  mail: (user) => user.mail,
  mobilePhone: () => null,
  officeLocation: () => null,
  preferredLanguage: () => null,
  surname: (user) => user.displayName.split(' ').slice(1).join(' '),
  userPrincipalName: (user) => user.userPrincipalName,
  accountEnabled: () => true,
  userType: () => 'Member',
  department: () => null,
  usageLocation: () => null,
  companyName: () => null,
};
const userProperties: ReadonlySet<string> = new Set(Object.keys(renderUserProperty));

/** Adds the routes; `pause` is the simulated latency. */
export function addDirectoryRoutes(app: Hono<GraphEnvironment>, pause: () => Promise<void>): void {
  app.get('/v1.0/users/:userId', async (context) => {
    await pause();
    requireRole(context, 'User.Read.All', 'Directory.Read.All');
    return answerUser(context, requireUser(context), '');
  });
  app.get('/v1.0/users/:userId/manager', async (context) => {
    await pause();
    requireRole(context, 'User.Read.All', 'Directory.Read.All');
    return answerManager(context);
  });
  app.get('/v1.0/groups/:groupId/members', async (context) => {
    await pause();
    requireRole(context, 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
    return answerMembers(context);
  });
  app.get('/v1.0/organization', async (context) => {
    await pause();
    requireRole(context, 'Organization.Read.All', 'User.Read.All', 'Directory.Read.All');
    return context.json({
      '@odata.context': `${graphOrigin}/v1.0/$metadata#organization`,
      value: [organizationOf(context.get('tenant').tenant)],
    });
  });
}

function renderUser(user: SimulatedUser, select: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  const names = select ?? defaultUserProperties;
  const chosen = (Object.keys(renderUserProperty) as readonly UserProperty[]).filter((name) => names.includes(name));
  const id = select === undefined || select.includes('id') ? { id: user.id } : {};
  return { ...id, ...Object.fromEntries(chosen.map((name) => [name, renderUserProperty[name](user)])) };
}

function answerUser(context: GraphContext, user: SimulatedUser, odataType: string): Response {
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select'] });
  const select = readSelect({ text: query['$select'], known: userProperties, type: 'microsoft.graph.user' });
  const fields = select === undefined ? '' : `(${select.join(',')})`;
  const type = odataType === '' ? {} : { '@odata.type': odataType };
  return context.json({ '@odata.context': `${graphOrigin}/v1.0/$metadata#users${fields}/$entity`, ...type, ...renderUser(user, select) });
}

function answerManager(context: GraphContext): Response {
  const user = requireUser(context);
  const manager = context.get('tenant').usersByName.get(user.managerId?.toLowerCase() ?? '');
  if (manager === undefined) {
    return refuse({
      status: 404,
      code: 'Request_ResourceNotFound',
      message: "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    });
  }
  return answerUser(context, manager, '#microsoft.graph.user');
}

/** Direct members. Without a role that reads users only type and id come, as Graph does for hidden properties. */
function answerMembers(context: GraphContext): Response {
  const tenant = context.get('tenant');
  const groupId = context.req.param('groupId') ?? '';
  const group = tenant.tenant.groups.find((candidate) => candidate.id.toLowerCase() === groupId.toLowerCase());
  if (group === undefined) {
    return refuse({
      status: 404,
      code: 'Request_ResourceNotFound',
      message: `Resource '${groupId}' does not exist or one of its queried reference-property objects are not present.`,
    });
  }
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select', '$top', '$skiptoken'] });
  const select = readSelect({ text: query['$select'], known: userProperties, type: 'microsoft.graph.directoryObject' });
  const size =
    query['$top'] === undefined
      ? defaultMembersPageSize
      : readCount({ name: '$top', text: query['$top'], least: 1, most: maxMembersPageSize });
  const skip = query['$skiptoken'] === undefined ? 0 : readSkipToken(query['$skiptoken']);
  const isReader = ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'].some((role) => context.get('roles').has(role));
  const page = group.memberIds.slice(skip, skip + size).flatMap((id) => tenant.usersByName.get(id.toLowerCase()) ?? []);
  const path = `/v1.0/groups/${groupId}/members`;
  const next =
    skip + size < group.memberIds.length
      ? { '@odata.nextLink': nextLink({ path, query, changed: { $skiptoken: skipTokenOf(skip + size) } }) }
      : {};
  return context.json({
    '@odata.context': `${graphOrigin}/v1.0/$metadata#directoryObjects`,
    ...next,
    value: page.map((user) => ({ '@odata.type': '#microsoft.graph.user', ...renderUser(user, isReader ? select : ['id']) })),
  });
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

function organizationOf(tenant: SimulatedTenant): Readonly<Record<string, unknown>> {
  return {
    id: tenant.tenantId,
    displayName: tenant.displayName,
    tenantType: 'AAD',
    verifiedDomains: tenant.domains.map((name, index) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      isDefault: index === 0,
      isInitial: index === 0,
      name,
      type: 'Managed',
    })),
  };
}
