// Graph's reads of single directory objects: a user, a user's manager, the organization.
import type { Hono } from 'hono';
import { requireRole, requireUser } from './graph-access.ts';
import { graphOrigin, readSelect, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import { renderUser, userProperties } from './graph-user.ts';
import type { SimulatedTenant, SimulatedUser } from './tenant.ts';

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
  app.get('/v1.0/organization', async (context) => {
    await pause();
    requireRole(context, 'Organization.Read.All', 'User.Read.All', 'Directory.Read.All');
    return answerOrganization(context);
  });
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

function answerOrganization(context: GraphContext): Response {
  const query = context.req.query();
  refuseOtherOptions({ query, allowed: ['$select'] });
  const organization = organizationOf(context.get('tenant').tenant);
  const known = new Set(Object.keys(organization));
  const select = readSelect({ text: query['$select'], known, type: 'microsoft.graph.organization' });
  const fields = Object.entries(organization).filter(([name]) => select === undefined || select.includes(name));
  return context.json({ '@odata.context': `${graphOrigin}/v1.0/$metadata#organization`, value: [Object.fromEntries(fields)] });
}

/** A few of the documented properties: those of the tenant's name and domains. */
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
