/** Serves the HTTP triggers as the Functions host does, with the exact-origin CORS that Azure would apply. */
import type { HttpRequest as FunctionRequest, HttpResponseInit } from '@azure/functions';
import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { idempotencyKeyHeader } from '../contract/idempotency-key.ts';
import { problemStatus } from '../contract/problem.ts';
import { problemResponse } from '../platform/trigger/http.ts';
import type { RouteTrigger } from '../triggers.ts';
import { HttpRequest } from './functions-package.ts';
import { newInvocation } from './invocation.ts';

export interface HttpHostOptions {
  readonly routePrefix: string;
  /** The one origin that may call from a browser. */
  readonly addinOrigin: string;
  /** Stands before every route: faults, on this machine. */
  readonly before?: MiddlewareHandler | undefined;
}

const preflightMaxAgeSeconds = 600;

export function httpApp(triggers: readonly RouteTrigger[], { routePrefix, addinOrigin, before }: HttpHostOptions): Hono {
  const app = new Hono();
  app.use(
    `/${routePrefix}/*`,
    cors({
      origin: (origin) => (origin === addinOrigin ? origin : null),
      allowMethods: ['GET', 'PUT', 'POST', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', idempotencyKeyHeader],
      maxAge: preflightMaxAgeSeconds,
    }),
  );
  if (before) app.use(`/${routePrefix}/*`, before);
  for (const trigger of triggers) {
    const path = `/${routePrefix}/${trigger.path.replace(/\{(\w+)\}/g, ':$1')}`;
    app.on(trigger.method, path, async (context) => {
      const invocation = newInvocation(trigger.name);
      return responseOf(await trigger.handler(await functionRequest(context.req.raw, context.req.param()), invocation));
    });
  }
  app.all(`/${routePrefix}/*`, (context) => {
    const isKnown = triggers.some((trigger) => matches(`/${routePrefix}/${trigger.path}`, context.req.path));
    const code = isKnown ? 'method_not_allowed' : 'route_not_found';
    return responseOf({ ...problemResponse({ kind: code }, newInvocation('').invocationId), status: problemStatus[code] });
  });
  return app;
}

function matches(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return (
    wanted.length === parts.length && wanted.every((part, index) => (part.startsWith('{') ? parts[index] !== '' : part === parts[index]))
  );
}

async function functionRequest(request: Request, params: Record<string, string>): Promise<FunctionRequest> {
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE';
  return new HttpRequest({
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    query: Object.fromEntries(new URL(request.url).searchParams),
    params,
    ...(hasBody && { body: { bytes: new Uint8Array(await request.arrayBuffer()) } }),
  });
}

function responseOf({ status = 200, headers, jsonBody, body }: HttpResponseInit): Response {
  if (jsonBody !== undefined) return Response.json(jsonBody, { status, headers: new Headers(headers as Record<string, string>) });
  return new Response(typeof body === 'string' ? body : null, { status, headers: new Headers(headers as Record<string, string>) });
}
