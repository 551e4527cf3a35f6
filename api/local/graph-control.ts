/** `/local/graph/*` is the Graph simulator's control surface: its faults, settings, counts, people, subscriptions and calendars. */
import { Hono } from 'hono';

const prefix = '/local/graph/';

/** Hands requests on as they are, with their method, query and body, and the answers back. */
export function graphControl(graphBaseUrl: string): Hono {
  const app = new Hono();
  app.all(`${prefix}*`, async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const body = ['GET', 'HEAD'].includes(context.req.method) ? null : await context.req.text();
    const answer = await fetch(`${graphBaseUrl}/simulator/${pathname.slice(prefix.length)}${search}`, { method: context.req.method, body });
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  });
  return app;
}
