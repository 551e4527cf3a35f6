// Stands for Microsoft Graph v1.0 as far as the product reads it: calendars, people, groups, batches. A real HTTP server with
// Graph's permissions, throttling and errors. Reads no data of its own and keeps nothing after it is closed.
import { setTimeout as delay } from 'node:timers/promises';
import { Hono } from 'hono';
import { createFaults } from './faults.ts';
import { createTokenVerifier } from './graph-access.ts';
import { answerBatch } from './graph-batch.ts';
import { addCalendarRoutes } from './graph-calendar.ts';
import { addDirectoryRoutes } from './graph-directory.ts';
import { badRequest, faultOf, graphError, refuse } from './graph-http.ts';
import type { GraphEnvironment } from './graph-http.ts';
import { serveLocally } from './local-server.ts';
import type { LocalServer } from './local-server.ts';
import { openTenant } from './mailbox-store.ts';
import { addControlRoutes } from './simulator-control.ts';
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
  app.onError((error, context) => {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return graphError({ context, fault, nowAt: options.nowAt() });
  });
  app.notFound((context) =>
    graphError({
      context,
      fault: badRequest(`Resource not found for the segment '${lastSegment(context.req.path)}'.`),
      nowAt: options.nowAt(),
    }),
  );
  app.use('/v1.0/*', async (context, next) => {
    const caller = await verify(context.req.header('authorization'));
    context.set('tenant', caller.tenant);
    context.set('roles', caller.roles);
    const effect = faults.next(context.req.path);
    if (typeof effect !== 'number') return refuse(effect);
    if (effect > 0) await delay(effect);
    return await next();
  });
  addCalendarRoutes(app, pause);
  addDirectoryRoutes(app, pause);
  app.post('/v1.0/$batch', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const dispatch = async (request: Request): Promise<Response> => await app.fetch(request);
    return context.json(await answerBatch({ body, authorization: context.req.header('authorization') ?? '', dispatch }));
  });
  addControlRoutes(app, { states, faults, nowAt: options.nowAt });
  return await serveLocally({ app, port: options.port ?? 0 });
}

const lastSegment = (path: string): string => path.split('/').at(-1) ?? '';
