/** The whole of Firsthand on one machine: database, queue, simulators, host and the two origins, started and stopped together. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { type Config, readConfig } from '../config.ts';
import { migrate } from '../platform/db/migrate.ts';
import { recomputeHealth } from '../features/health/recompute-health.ts';
import type { Log } from '../platform/log.ts';
import { buildPages } from './build-pages.ts';
import { type LocalClock, localClock } from './clock.ts';
import { answerDemoYear, readDemoYear, readProgress } from './demo-year.ts';
import { type LocalHost, startHost } from './host.ts';
import { faultSwitch } from './faults.ts';
import type { OwnCalendar } from './own-calendar.ts';
import { ownProposals } from './own-proposals.ts';
import { readOwnYear } from './own-year.ts';
import { localEndpoints, type Progress } from './local-endpoints.ts';
import { startPostgres } from './machine/postgres.ts';
import { startQueue } from './machine/queue.ts';
import { buildDemoTenant, type DemoTenant } from './microsoft/demo-tenant.ts';
import type { LocalTenant } from './microsoft/tenant.ts';
import { type MicrosoftHere, startMicrosoft } from './microsoft-here.ts';
import { addinSite, workbenchSite } from './sites.ts';

/** Whose year is played: the demo tenant's, or that of somebody's own calendar. */
type Year = { readonly demo: { readonly seed: number; readonly todayOn: string } } | { readonly own: OwnCalendar };

export type FirsthandOptions = MachineOptions & Year;

interface MachineOptions {
  /** Held by the caller. */
  readonly dataFolder: string;
  /** Of the API and the workbench; the add-in's pages are on the next one. */
  readonly port: number;
  /** A PostgreSQL of the user's own, by an identity that may create roles; the built-in one when absent. */
  readonly databaseUrl?: string | undefined;
  /** Throw-away database without fsync, timers by name only: for tests. */
  readonly isForTest?: boolean;
  /** Aborted when the start is no longer wanted: what was started is stopped, and the start throws. */
  readonly stopAsked?: AbortSignal | undefined;
  readonly log: Log;
  readonly say: (line: string) => void;
}

export interface Firsthand {
  readonly workbenchUrl: string;
  readonly apiUrl: string;
  readonly addinOrigin: string;
  readonly clock: LocalClock;
  readonly microsoft: MicrosoftHere;
  readonly host: LocalHost;
  readonly progress: () => Promise<Progress>;
  /** Sets the demo tenant up and reads its calendars; resolves when all are read. */
  readonly readDemoYear: () => Promise<void>;
  /** Lets its sellers answer for the year; resolves when they have. */
  readonly answerDemoYear: () => Promise<void>;
  /** Sets the tenant of one's own calendar up and reads it. Each of the three throws in the other's tenant. */
  readonly readOwnYear: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const progressEveryMs = 1_000;
/** The first read of the demo tenant takes seconds; this is for a machine that does a hundred other things. */
const maxProgressPolls = 900;

/** Resolves when every page answers. What was started is stopped again when a part fails or the start is no longer wanted. */
export async function startFirsthand(options: FirsthandOptions): Promise<Firsthand> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    const parts = await startParts(options, stops);
    options.stopAsked?.throwIfAborted();
    return { ...parts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(options: FirsthandOptions, stops: (() => Promise<void>)[]): Promise<Omit<Firsthand, 'stop'>> {
  options.stopAsked?.throwIfAborted();
  const clock = localClock();
  const apiOrigin = `http://localhost:${options.port}`;
  const addinOrigin = `http://localhost:${options.port + 1}`;
  const apiUrl = `${apiOrigin}/api`;
  const { tenant, demoTenant, own } = tenantOf(options);
  const [{ adminUrl, appUrl }, queue, pages, microsoft] = await allStarted([
    startDatabase(options, stops),
    stopped(startQueue({ folder: options.dataFolder }), stops),
    buildPages({ signal: options.stopAsked }),
    stopped(startMicrosoft({ tenant, nowAt: clock.now }), stops),
  ]);
  options.stopAsked?.throwIfAborted();
  const config = configOf({ microsoft, databaseUrl: appUrl, queueConnection: queue.connectionString, apiOrigin, addinOrigin });
  const faults = faultSwitch(microsoft.graphBaseUrl);
  const hasSchedules = options.isForTest !== true;
  const host = await stopped(startHost({ config, clock, log: options.log, hasSchedules, before: faults.middleware }), stops);
  const progress = (): Promise<Progress> => readProgress(microsoft, apiUrl);
  const year = {
    microsoft,
    apiUrl,
    clock,
    say: options.say,
    requestReads: () => host.runTimer('request-mailbox-reads'),
    waitUntilRead: () => waitUntilRead(progress, options.say),
    gatherStatistics: () => analyze(adminUrl),
  };
  const proposals = own && ownProposals({ ...year, own, database: host.database });
  const endpoints = localEndpoints({
    microsoft,
    clock,
    faults,
    addinOrigin,
    progress,
    proposals,
    recompute: () => recomputeHealth(host.database, clock.now()),
    onClockMoved: () => host.runTimer('refresh-due-health'),
  });
  const addresses = { apiOrigin, addinOrigin, clientId: microsoft.clientId };
  const api = new Hono();
  api.route('/', host.app);
  api.route('/', endpoints);
  api.route('/', workbenchSite(pages.workbenchFolder, addresses));
  await listen(api, options.port, stops);
  await listen(addinSite(pages.addinFolder, addresses), options.port + 1, stops);
  const workbenchUrl = `${apiOrigin}/`;
  return {
    workbenchUrl,
    apiUrl,
    addinOrigin,
    clock,
    microsoft,
    host,
    progress,
    readDemoYear: () => readDemoYear({ ...year, tenant: needed(demoTenant) }),
    answerDemoYear: () => answerDemoYear({ ...year, tenant: needed(demoTenant) }),
    readOwnYear: () =>
      readOwnYear({ ...year, own: needed(own), proposals: needed(proposals), workbenchUrl, dataFolder: options.dataFolder }),
  };
}

interface TenantHere {
  readonly tenant: LocalTenant;
  readonly demoTenant?: DemoTenant;
  readonly own?: OwnCalendar;
}

function tenantOf(year: Year): TenantHere {
  if ('own' in year) return { tenant: year.own.tenant, own: year.own };
  const demoTenant = buildDemoTenant(year.demo);
  return { tenant: demoTenant, demoTenant };
}

function needed<T>(part: T | undefined): T {
  if (part === undefined) throw new RangeError('this year is not the one that was started');
  return part;
}

/** Waits for every part even when one fails: what is still starting could not be stopped. */
async function allStarted<T extends readonly Promise<unknown>[]>(
  parts: readonly [...T],
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

async function stopped<T extends { readonly stop: () => Promise<void> }>(starting: Promise<T>, stops: (() => Promise<void>)[]): Promise<T> {
  const part = await starting;
  stops.push(part.stop);
  return part;
}

/** Migrated; the address is the app role's, whose password is new at every start. */
async function startDatabase(
  options: FirsthandOptions,
  stops: (() => Promise<void>)[],
): Promise<{ readonly adminUrl: string; readonly appUrl: string }> {
  const adminUrl = options.databaseUrl ?? (await startOwnPostgres(options, stops));
  const appPassword = randomBytes(24).toString('hex');
  await migrate({ adminUrl, appPassword });
  const appUrl = new URL(adminUrl);
  appUrl.username = 'firsthand_app';
  appUrl.password = appPassword;
  return { adminUrl, appUrl: appUrl.href };
}

async function analyze(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('analyze').finally(() => client.end());
}

async function startOwnPostgres({ dataFolder, isForTest, say }: FirsthandOptions, stops: (() => Promise<void>)[]): Promise<string> {
  const folder = join(dataFolder, 'postgres');
  const postgres = await stopped(startPostgres({ dataFolder: folder, isDisposable: isForTest === true, log: say }), stops);
  return postgres.url;
}

interface Settings {
  readonly microsoft: MicrosoftHere;
  readonly databaseUrl: string;
  readonly queueConnection: string;
  readonly apiOrigin: string;
  readonly addinOrigin: string;
}

const notificationKeyBytes = 32;

/** The same environment as in Azure, read by the same code. */
function configOf({ microsoft, databaseUrl, queueConnection, apiOrigin, addinOrigin }: Settings): Config {
  const config = readConfig({
    ENROLLED_TENANTS: microsoft.tenant.tenantId,
    CLIENT_ID: microsoft.clientId,
    MANAGED_IDENTITY_CLIENT_ID: microsoft.managedIdentityClientId,
    ADDIN_ORIGIN: addinOrigin,
    NOTIFICATION_ORIGIN: apiOrigin,
    // Graph's stand-in forgets its subscriptions at each start, and so may we.
    NOTIFICATION_KEYS: randomBytes(notificationKeyBytes).toString('base64'),
    DATABASE_URL: databaseUrl,
    AzureWebJobsStorage: queueConnection,
    GRAPH_BASE_URL: microsoft.graphBaseUrl,
    ENTRA_AUTHORITY: microsoft.entraBaseUrl,
  });
  if (!config.ok) throw new Error(config.failure.map(({ sentence }) => sentence).join(' '));
  return config.value;
}

function listen(app: Hono, port: number, stops: (() => Promise<void>)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
      server.off('error', reject);
      stops.push(() => closed(server));
      resolve();
    });
    server.once('error', reject);
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

async function waitUntilRead(progress: () => Promise<Progress>, say: (line: string) => void): Promise<void> {
  let said = '';
  for (let polls = 0; polls < maxProgressPolls; polls += 1) {
    const { mailboxesDone, mailboxesTotal, eventsRead, isComplete } = await progress();
    const line = `Reading calendars: ${mailboxesDone} of ${mailboxesTotal}, ${eventsRead} events`;
    if (line !== said) say(line);
    said = line;
    // A calendar that is read again was complete before.
    if (isComplete && mailboxesDone === mailboxesTotal) return;
    await sleep(progressEveryMs);
  }
  throw new Error('the calendars were not read in time');
}
