// The control surface of subscriptions: what is subscribed, notifications sent now, and what happens to subscriptions. Not Graph.
import type { Hono } from 'hono';
import * as z from 'zod';
import { badRequest, refuse } from './graph-http.ts';
import type { GraphEnvironment } from './graph-http.ts';
import { tellLifecycle } from './notifications.ts';
import type { NotifierOptions } from './notifications.ts';

const Lifecycle = z.object({
  event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']),
  /** Only the subscriptions to this user's events; absent: all. */
  userId: z.string().optional(),
});

/** Adds the routes; they take no token. */
export function addNotificationControl(app: Hono<GraphEnvironment>, options: NotifierOptions): void {
  app.get('/simulator/subscriptions', (context) => context.json(options.subscriptions.active(options.nowAt())));
  app.post('/simulator/notifications/deliver', async (context) => context.json({ waiting: await options.queue.deliver() }));
  app.post('/simulator/lifecycle', async (context) => {
    const body = Lifecycle.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return refuse(badRequest(z.prettifyError(body.error)));
    const { event, userId } = body.data;
    const concerned = options.subscriptions.active(options.nowAt()).filter((each) => userId === undefined || each.userId === userId);
    for (const subscription of concerned) tellLifecycle({ ...options, subscription, event });
    return context.json({ concerned: concerned.length, waiting: await options.queue.deliver() });
  });
}
