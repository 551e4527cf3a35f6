/** One product on the real parts, for one test file: own database, own simulators, the local host, and calls with signed tokens. */
import { randomBytes } from 'node:crypto';
import { QueueServiceClient } from '@azure/storage-queue';
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import pg from 'pg';
import type * as z from 'zod';
import { type Config, readConfig } from '../../api/config.ts';
import { idempotencyKeyHeader } from '../../api/contract/idempotency-key.ts';
import type { Problem } from '../../api/contract/problem.ts';
import { type RouteName, routes } from '../../api/contract/routes.ts';
import { type LocalHost, startHost } from '../../api/local/host.ts';
import { startEntraSimulator } from '../../api/local/microsoft/entra-simulator.ts';
import { serveLocally } from '../../api/local/microsoft/local-server.ts';
import { startGraphSimulator } from '../../api/local/microsoft/graph-simulator.ts';
import { jsonLog } from '../../api/platform/log.ts';
import { type Machine, templateDatabase } from './machine.ts';
import { berlin, type Name, testTenant, type TestTenant } from './tenant.ts';

export type Answer<N extends RouteName> =
  | { readonly status: 200; readonly value: z.output<(typeof routes)[N]['reply']>; readonly problem?: undefined }
  | { readonly status: number; readonly problem: Problem; readonly value?: undefined };

export interface Call<N extends RouteName> {
  readonly params?: Readonly<Record<string, string>>;
  readonly request?: z.input<(typeof routes)[N]['request']>;
  /** The Idempotency-Key. */
  readonly key?: string;
}

export interface House {
  readonly tenants: readonly TestTenant[];
  readonly tenant: TestTenant;
  readonly config: Config;
  readonly host: LocalHost;
  readonly graphBaseUrl: string;
  readonly entraBaseUrl: string;
  readonly addinOrigin: string;
  /** Everything that was logged, one JSON line each. */
  readonly logLines: readonly string[];
  /** Queries as the superuser, past row level security: what is really stored. */
  readonly sql: <T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<T[]>;
  readonly setNow: (at: string) => void;
  readonly token: (name: Name, tenant?: TestTenant) => Promise<string>;
  readonly call: <N extends RouteName>(who: Name, name: N, call?: Call<N>, tenant?: TestTenant) => Promise<Answer<N>>;
  /** Any request to the API with any token. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sets a tenant up and imports accounts; the sellers are enrolled at that moment. */
  readonly setUp: (csv?: string, tenant?: TestTenant) => Promise<void>;
  /** Puts an event into the true calendar of an organizer (or of the invited seller) and of every colleague invited. */
  readonly addEvent: (who: Name, event: GraphEvent, tenant?: TestTenant) => Promise<TrueEvent>;
  readonly changeEvent: (who: Name, eventId: string, patch: GraphEvent, tenant?: TestTenant) => Promise<void>;
  readonly deleteEvent: (who: Name, eventId: string, tenant?: TestTenant) => Promise<void>;
  /** Asks for every calendar and waits until all are read. */
  readonly readCalendars: () => Promise<void>;
  /** Asks every calendar for its changes, for a baseline where there is none, and waits until all rounds have ended. */
  readonly readChanges: () => Promise<void>;
  /** Does it while nobody has consented to reading calendars that others share. */
  readonly withoutConsent: <T>(work: () => Promise<T>) => Promise<T>;
  readonly queues: QueueServiceClient;
  readonly stop: () => Promise<void>;
}

export interface TrueEvent {
  readonly id: string;
  readonly restId: string;
  readonly iCalUId: string;
}

export const accountsHeader = 'account_id,name,domains,revenue,currency,owner,key_partners';
export const contoral = 'dana@contoral.example';

/** Contoral (ana's, 900 k) and Fabrigon (bob's, 100 k); Dana is a key partner. */
export function testAccounts(tenant: TestTenant): string {
  const { ana, bob } = tenant.people;
  return [
    accountsHeader,
    `A-1,Contoral,contoral.example,900000.00,EUR,${ana.mail},${contoral}`,
    `A-2,Fabrigon,fabrigon.example,100000.00,EUR,${bob.mail},`,
  ].join('\n');
}

/** An upload of CSV text or of any bytes. */
export function accountsFile(content: string | Uint8Array, rates: Readonly<Record<string, number>> = {}): Upload {
  return { fileName: 'accounts.csv', contentBase64: Buffer.from(content).toString('base64'), rates: { ...rates } };
}

type Upload = z.input<(typeof routes)['import-accounts']['request']>;

export interface HouseOptions {
  readonly tenants?: readonly TestTenant[];
  /** The clock stands still at this instant until it is set. */
  readonly nowAt: string;
  /** Serves the API on a port of this machine, where Graph can tell of changes. */
  readonly isTold?: boolean;
  /** Of a bench; a test run has one for all its files. */
  readonly machine?: Machine;
}

const clientId = '11111111-2222-4333-8444-555555555555';
const addinOrigin = 'https://addin.test';
const identity = {
  managedIdentityClientId: '22222222-2222-4333-8444-555555555555',
  managedIdentityPrincipalId: '33333333-2222-4333-8444-555555555555',
  identityHeader: 'only-for-tests',
};
const graphRoles = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All', 'Organization.Read.All'];
const pollEveryMs = 50;
const maxPolls = 400;

export async function openHouse(options: HouseOptions): Promise<House> {
  const machine = options.machine ?? (await import('vitest')).inject('machine');
  const tenants = options.tenants ?? [testTenant()];
  const [tenant] = tenants;
  if (!tenant) throw new RangeError('a house needs a tenant');
  let now = new Date(options.nowAt);
  const nowAt = (): Date => now;
  const logLines: string[] = [];

  const databaseName = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(machine.adminUrl, `create database ${databaseName} template ${templateDatabase}`);
  const adminUrl = new URL(machine.adminUrl);
  adminUrl.pathname = `/${databaseName}`;
  const appUrl = new URL(adminUrl);
  appUrl.username = 'firsthand_app';
  appUrl.password = machine.appPassword;
  const admin = new pg.Pool({ connectionString: adminUrl.href, max: 2 });
  // The database is dropped at the end while the server may still be closing a connection that the pool has let go.
  admin.on('error', () => undefined);
  admin.on('connect', (client) => client.on('error', () => undefined));

  const queues = QueueServiceClient.fromConnectionString(machine.queueConnection);
  for await (const { name } of queues.listQueues()) await queues.getQueueClient(name).clearMessages();

  const graphScopes = ['Calendars.Read.Shared'];
  const entra = await startEntraSimulator({ tenants, app: { clientId, graphRoles, graphScopes, ...identity }, nowAt });
  const graph = await startGraphSimulator({ tenants, entraBaseUrl: entra.baseUrl, nowAt });
  process.env['IDENTITY_ENDPOINT'] = `${entra.baseUrl}/msi/token`;
  process.env['IDENTITY_HEADER'] = identity.identityHeader;
  // Its port is known before the API behind it is made.
  let answer = (_request: Request): Response | Promise<Response> => new Response(null, { status: 503 });
  const door = options.isTold ? await serveLocally({ app: { fetch: (request) => answer(request) }, port: 0 }) : undefined;
  const config = readConfig({
    ENROLLED_TENANTS: tenants.map(({ tenantId }) => tenantId).join(','),
    CLIENT_ID: clientId,
    MANAGED_IDENTITY_CLIENT_ID: identity.managedIdentityClientId,
    ADDIN_ORIGIN: addinOrigin,
    DATABASE_URL: appUrl.href,
    AzureWebJobsStorage: machine.queueConnection,
    GRAPH_BASE_URL: graph.baseUrl,
    ENTRA_AUTHORITY: entra.baseUrl,
    ...(door && { NOTIFICATION_ORIGIN: door.baseUrl, NOTIFICATION_KEYS: notificationKey }),
  });
  if (!config.ok) throw new Error(JSON.stringify(config.failure));
  const host = await startHost({
    config: config.value,
    clock: { now: nowAt },
    log: jsonLog((line) => logLines.push(line)),
    hasSchedules: false,
  });
  answer = (request) => host.app.fetch(request);

  async function token(name: Name, of: TestTenant = tenant as TestTenant): Promise<string> {
    const answer = await postJson(`${entra.baseUrl}/simulator/sign-in`, {
      tenantId: of.tenantId,
      userId: of.people[name].id,
      scope: `api://${clientId}/access_as_user`,
    });
    return String(answer['access_token']);
  }
  const request = async (path: string, init?: RequestInit): Promise<Response> => host.app.request(`/api/${path}`, init);
  const sql: House['sql'] = async (text, values = []) => (await admin.query(text, [...values])).rows;

  async function call<N extends RouteName>(
    who: Name,
    name: N,
    given: Call<N> = {},
    of: TestTenant = tenant as TestTenant,
  ): Promise<Answer<N>> {
    const { params = {} } = given;
    const body: object = given.request ?? {};
    const route = routes[name];
    const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
    const isRead = route.method === 'GET';
    const query = isRead ? `?${new URLSearchParams(body as Record<string, string>)}` : '';
    const response = await request(`${path}${query}`, {
      method: route.method,
      headers: {
        authorization: `Bearer ${await token(who, of)}`,
        'content-type': 'application/json',
        ...(given.key !== undefined && { [idempotencyKeyHeader]: given.key }),
      },
      ...(!isRead && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.status !== 200) return { status: response.status, problem: answer as Problem };
    return { status: 200, value: route.reply.parse(answer) as z.output<(typeof routes)[N]['reply']> };
  }

  const mailboxUrl = (who: Name, of: TestTenant): string => `${graph.baseUrl}/simulator/mailboxes/${of.people[who].id}/events`;

  return {
    tenants,
    tenant,
    config: config.value,
    host,
    graphBaseUrl: graph.baseUrl,
    entraBaseUrl: entra.baseUrl,
    addinOrigin,
    logLines,
    sql,
    queues,
    token,
    call,
    fetch: request,
    setNow: (at) => {
      now = new Date(at);
    },
    async setUp(csv, of = tenant) {
      const settings = { sellerGroupId: of.sellerGroupId, timeZone: berlin, currency: 'EUR' };
      const set = await call('adam', 'set-up-tenant', { request: settings }, of);
      const imported = await call('adam', 'import-accounts', { request: accountsFile(csv ?? testAccounts(of)) }, of);
      if (set.status !== 200 || imported.status !== 200) throw new Error(JSON.stringify([set.problem, imported.problem]));
    },
    async addEvent(who, event, of = tenant) {
      return (await postJson(mailboxUrl(who, of), event)) as unknown as TrueEvent;
    },
    async changeEvent(who, eventId, patch, of = tenant) {
      await sendJson('PATCH', `${mailboxUrl(who, of)}/${encodeURIComponent(eventId)}`, patch);
    },
    async deleteEvent(who, eventId, of = tenant) {
      await sendJson('DELETE', `${mailboxUrl(who, of)}/${encodeURIComponent(eventId)}`, undefined);
    },
    async withoutConsent(work) {
      const scopes = graphScopes.splice(0);
      return work().finally(() => graphScopes.push(...scopes));
    },
    async readCalendars() {
      await sql(`update mailbox set state = 'waiting', lease_until = null`);
      await host.runTimer('request-mailbox-reads');
      for (let polls = 0; polls < maxPolls; polls += 1) {
        const [row] = await sql<{ open: number }>(`select count(*)::int as open from mailbox where state in ('waiting', 'reading')`);
        if (row?.open === 0) return;
        await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
      }
      throw new Error(`calendars were not read: ${logLines.slice(-3).join('\n')}`);
    },
    async readChanges() {
      await sql(`update mailbox set changes_at = '2000-01-01Z', lease_until = null where state = 'read'`);
      await host.runTimer('request-mailbox-reads');
      for (let polls = 0; polls < maxPolls; polls += 1) {
        const [row] = await sql<{ open: number }>(
          `select count(*)::int as open from mailbox where state = 'read' and changes_at < '2001-01-01Z'`,
        );
        if (row?.open === 0) return;
        await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
      }
      throw new Error(`changes were not read: ${logLines.slice(-3).join('\n')}`);
    },
    async stop() {
      await door?.close();
      await host.stop();
      await Promise.all([graph.close(), entra.close(), admin.end()]);
      await asAdmin(machine.adminUrl, `drop database if exists ${databaseName} with (force)`);
    },
  };
}

/** Of the tests' own; 32 bytes. */
const notificationKey = Buffer.alloc(32, 'k').toString('base64');

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function sendJson(method: string, url: string, body: unknown): Promise<Response> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response;
}

async function postJson(url: string, body: unknown): Promise<Record<string, unknown>> {
  return (await (await sendJson('POST', url, body)).json()) as Record<string, unknown>;
}
