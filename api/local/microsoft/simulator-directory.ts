// The control surface of the directory: people join, leave and get other managers, groups and units change. Not Graph.
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { putUser, removeUser, setMembership, withManager } from './directory-store.ts';
import type { MemberList, MemberListKind } from './directory-store.ts';
import { badRequest, refuse } from './graph-http.ts';
import type { GraphEnvironment } from './graph-http.ts';
import { mailboxConditions, openMailbox } from './mailbox-store.ts';
import type { TenantState } from './mailbox-store.ts';
import type { SimulatedUser } from './tenant.ts';

const NewUser = z.object({
  tenantId: z.string(),
  id: z.guid(),
  displayName: z.string(),
  mail: z.string(),
  timeZone: z.string().default('UTC'),
  managerId: z.guid().optional(),
  hasMailbox: z.boolean().default(true),
});
const UserPatch = z.strictObject({
  displayName: z.string().optional(),
  mail: z.string().optional(),
  /** Null: nobody. */
  managerId: z.guid().nullish(),
  mailbox: z.enum(mailboxConditions).optional(),
});

/** Adds the routes; they take no token. */
export function addDirectoryControl(app: Hono<GraphEnvironment>, states: readonly TenantState[]): void {
  app.post('/simulator/users', async (context) => {
    const { tenantId, ...user } = await parsed(context, NewUser);
    const state = states.find(({ tenant }) => tenant.tenantId === tenantId);
    if (state === undefined) return refuse(badRequest('There is no such tenant.'));
    join(state, user);
    return context.body(null, 204);
  });
  app.patch('/simulator/users/:userId', async (context) => {
    const { state, user } = requireUser(context, states);
    change(state, user, await parsed(context, UserPatch));
    return context.body(null, 204);
  });
  app.delete('/simulator/users/:userId', (context) => {
    const { state, user } = requireUser(context, states);
    removeUser(state.directory, user);
    const mailbox = state.mailboxes.get(user.id);
    if (mailbox !== undefined) mailbox.condition = 'gone';
    return context.body(null, 204);
  });
  for (const kind of ['groups', 'administrativeUnits'] as const) {
    app.put(`/simulator/${kind}/:listId/members/:userId`, (context) => answerMembership(context, { states, kind, isMember: true }));
    app.delete(`/simulator/${kind}/:listId/members/:userId`, (context) => answerMembership(context, { states, kind, isMember: false }));
  }
}

function join(state: TenantState, options: Omit<z.output<typeof NewUser>, 'tenantId'>): void {
  const { managerId, ...rest } = options;
  const user: SimulatedUser = { ...rest, userPrincipalName: rest.mail, appRoles: [], ...(managerId !== undefined && { managerId }) };
  putUser(state.directory, user);
  if (user.hasMailbox) state.mailboxes.set(user.id, openMailbox(user, []));
}

function change(state: TenantState, user: SimulatedUser, patch: z.output<typeof UserPatch>): void {
  const managerId = patch.managerId === undefined ? user.managerId : (patch.managerId ?? undefined);
  const { displayName = user.displayName, mail = user.mail } = patch;
  putUser(state.directory, withManager({ ...user, displayName, mail }, managerId));
  const mailbox = state.mailboxes.get(user.id);
  if (mailbox !== undefined && patch.mailbox !== undefined) mailbox.condition = patch.mailbox;
}

function answerMembership(
  context: Context<GraphEnvironment>,
  options: { readonly states: readonly TenantState[]; readonly kind: MemberListKind; readonly isMember: boolean },
): Response {
  const { state, user } = requireUser(context, options.states);
  const list: MemberList | undefined = state.directory[options.kind].get((context.req.param('listId') ?? '').toLowerCase());
  if (list === undefined) return refuse({ status: 404, code: 'NotFound', message: 'There is no such list of members.' });
  setMembership(state.directory, { list, user, isMember: options.isMember });
  return context.body(null, 204);
}

function requireUser(
  context: Context<GraphEnvironment>,
  states: readonly TenantState[],
): { readonly state: TenantState; readonly user: SimulatedUser } {
  const name = (context.req.param('userId') ?? '').toLowerCase();
  const state = states.find(({ directory }) => directory.usersByName.has(name));
  const user = state?.directory.usersByName.get(name);
  return state === undefined || user === undefined
    ? refuse({ status: 404, code: 'NotFound', message: 'There is no such user.' })
    : { state, user };
}

async function parsed<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const result = schema.safeParse(body);
  return result.success ? result.data : refuse(badRequest(z.prettifyError(result.error)));
}
