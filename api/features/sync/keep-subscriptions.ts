/** A timer: asks for every subscription about which something is to be done. The queue does it. */
import type { Background } from '../../platform/trigger/handler.ts';
import { allowedReads } from './graph-refusal.ts';
import { queueNames } from './messages.ts';
import { subscriptionStep } from './subscription-step.ts';
import { loadSubscriptions } from './subscription-store.ts';

/** Subscriptions asked for at once per tenant, those first that end first; the rest at the next tick. */
const maxRequests = 500;

export async function keepSubscriptions(background: Background): Promise<void> {
  const { notifications } = background;
  if (!notifications) return;
  for (const tenantId of await background.tenantIds()) {
    const nowAt = background.nowAt();
    const all = await background.withTenant(tenantId, async (tx) =>
      (await allowedReads(tx, nowAt)) === Infinity ? loadSubscriptions(tx, notifications.clientStates.newestKeyName) : [],
    );
    const due = all.filter(({ sellerId, standing }) => subscriptionStep(standing, { sellerId, nowAt }));
    for (const { sellerId } of due.slice(0, maxRequests)) await background.queue.send(queueNames.keepSubscription, { tenantId, sellerId });
  }
}
