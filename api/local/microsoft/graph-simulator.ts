// Stands for Microsoft Graph v1.0 as far as the product reads it: calendars and their changes, people, groups, batches. A real HTTP
// server with Graph's permissions, throttling and errors. Reads no data of its own and keeps nothing after it is closed.
import { setTimeout as delay } from 'node:timers/promises';
import { Hono } from 'hono';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createTokenVerifier } from './graph-access.ts';
import { answerBatch } from './graph-batch.ts';
import { addCalendarDeltaRoute } from './graph-calendar-delta.ts';
import { addCalendarRoutes } from './graph-calendar.ts';
import { addDirectoryRoutes } from './graph-directory.ts';
import { addMemberRoutes } from './graph-members.ts';
import { addSubscriptionRoutes } from './graph-subscriptions.ts';
import { addUsersDeltaRoute } from './graph-users-delta.ts';
import { badRequest, faultOf, graphError, graphOrigin, refuse } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import { serveLocally } from './local-server.ts';
import type { LocalServer } from './local-server.ts';
import { openTenant } from './mailbox-store.ts';
import { openNotifier } from './notifications.ts';
import { createRequestCounter } from './request-counter.ts';
import { addControlRoutes } from './simulator-control.ts';
import { addDirectoryControl } from './simulator-directory.ts';
import { addNotificationControl } from './simulator-notifications.ts';
import { createSettings } from './simulator-settings.ts';
import { spoilAnswer } from './spoiled-answers.ts';
import type { SimulatedTenant } from './tenant.ts';

interface GraphOptions {
  readonly tenants: readonly SimulatedTenant[];
  /** Where the keys of the tokens are published. */
  readonly entraBaseUrl: string;
  readonly nowAt: () => Date;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Milliseconds that every Graph request takes at least; 0 or absent: none. */
  readonly latencyMs?: number;
}

/**
 * Starts the Graph simulator on 127.0.0.1. Next links point to graph.microsoft.com, as in production: the caller's last
 * middleware leads them back here.
 * @throws the system's error when the port is taken.
 */
export async function startGraphSimulator(options: GraphOptions): Promise<LocalServer> {
  const states = options.tenants.map(openTenant);
  const verify = createTokenVerifier({
    tenants: new Map(states.map((state) => [state.tenant.tenantId, state])),
    entraBaseUrl: options.entraBaseUrl,
    nowAt: options.nowAt,
  });
  const faults = createFaults();
  const latencyMs = options.latencyMs ?? 0;
  const pause = async (): Promise<void> => {
    if (latencyMs > 0) await delay(latencyMs);
  };
  const app = new Hono<GraphEnvironment>();
  answerErrors(app, options.nowAt);
  const counter = createRequestCounter();
  const settings = createSettings();
  app.use('/v1.0/*', async (context, next) => {
    await next();
    counter.count({ path: context.req.path, status: context.res.status, isBatchItem: context.env.isBatchItem === true });
  });
  app.use('/v1.0/*', async (context, next) => {
    const caller = await verify(context.req.header('authorization'));
    context.set('tenant', caller.tenant);
    context.set('roles', caller.roles);
    context.set('delegate', caller.delegate);
    context.set('applicationId', caller.applicationId);
    context.set('nowAt', options.nowAt());
    context.set('settings', settings.current());
    await underFaults(context, { faults, next });
  });
  addCalendarRoutes(app, pause);
  addCalendarDeltaRoute(app, pause);
  addUsersDeltaRoute(app, pause);
  addDirectoryRoutes(app, pause);
  addMemberRoutes(app, pause);
  app.post('/v1.0/$batch', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const dispatch = async (request: Request): Promise<Response> => await app.fetch(request, { isBatchItem: true });
    return context.json(await answerBatch({ body, authorization: context.req.header('authorization') ?? '', dispatch }));
  });
  const notifier = openNotifier({ nowAt: options.nowAt, settings: settings.current, faults });
  addSubscriptionRoutes(app, { pause, subscriptions: notifier.subscriptions, watch: notifier.watch });
  addNotificationControl(app, notifier);
  addControlRoutes(app, { states, faults, settings, counter, nowAt: options.nowAt });
  addDirectoryControl(app, states);
  const server = await serveLocally({ app, port: options.port ?? 0 });
  return {
    baseUrl: server.baseUrl,
    close: async () => {
      notifier.queue.close();
      await server.close();
    },
  };
}

/** Everything that is refused, and everything that does not exist, in Graph's form. */
function answerErrors(app: Hono<GraphEnvironment>, nowAt: () => Date): void {
  app.onError((error, context) => {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return graphError({ context, fault, nowAt: nowAt() });
  });
  app.notFound((context) =>
    graphError({
      context,
      fault: badRequest(`Resource not found for the segment '${lastSegment(context.req.path)}'.`),
      nowAt: nowAt(),
    }),
  );
}

const lastSegment = (path: string): string => path.split('/').at(-1) ?? '';

/** Lets the request meet the faults that are switched on, before it is answered or in its answer. */
async function underFaults(context: GraphContext, options: { readonly faults: Faults; readonly next: () => Promise<void> }): Promise<void> {
  const { pathname: path, search, searchParams } = new URL(context.req.url);
  const followsDelta = path.endsWith('/delta') && (searchParams.has('$skiptoken') || searchParams.has('$deltatoken'));
  const effect = options.faults.next({ path, tenantId: context.get('tenant').tenant.tenantId, followsDelta });
  if (effect.kind === 'refuse') refuse(effect.fault);
  if (effect.kind === 'wait') await delay(effect.delayMs);
  await options.next();
  if (effect.kind !== 'spoil') return;
  const spoiled = await spoilAnswer({ answer: context.res, spoil: effect.spoil, url: `${graphOrigin}${path}${search}` });
  context.res = undefined;
  context.res = spoiled;
}
