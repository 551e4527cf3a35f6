/** Sees that Graph tells us of one seller's changes: makes the subscription, prolongs it, replaces it, or gives up that of who left. A queue function. */
import { ok, type Result } from '../../domain/result.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';
import {
  maxSubscriptionMs,
  prolong,
  subscribe,
  type Subscription,
  type SubscriptionOrder,
  subscriptionsOf,
  unsubscribe,
} from '../../platform/graph/subscriptions.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { type KeepSubscriptionMessage, queueNames } from './messages.ts';
import { type SubscriptionStep, subscriptionStep } from './subscription-step.ts';
import { forgetSubscription, loadSubscription, storeRefusal, storeSubscription } from './subscription-store.ts';

/** A failure that may pass is thrown, so that the queue tries again. Without an address of our own nothing is done: the clock asks. */
export async function keepSubscription(message: KeepSubscriptionMessage, background: Background): Promise<void> {
  const { tenantId, sellerId, told } = message;
  const { notifications, log } = background;
  if (!notifications) return;
  const { newestKeyName } = notifications.clientStates;
  const nowAt = background.nowAt();
  const standing = await background.withTenant(tenantId, (tx) => loadSubscription(tx, sellerId, newestKeyName));
  const step = standing && subscriptionStep(standing, { sellerId, nowAt, told });
  if (!step) return;
  if (step.kind === 'give_up') return giveUp(message, step.subscriptionId, background);
  const kept = await carryOut(background.graph(tenantId), step, {
    userId: sellerId,
    ...notifications.addressesOf(sellerId),
    clientState: notifications.clientStates.of({ tenantId, userId: sellerId }),
    endsAt: new Date(nowAt.getTime() + maxSubscriptionMs),
  });
  if (!kept.ok) {
    log.warn('subscription_not_kept', { tenantId, sellerId, step: step.kind, ...kept.failure });
    if (kept.failure.kind === 'unavailable') throw new Error('subscription not kept: unavailable');
    return background.withTenant(tenantId, (tx) => storeRefusal(tx, sellerId, nowAt));
  }
  await background.withTenant(tenantId, (tx) => storeSubscription(tx, sellerId, { ...kept.value, keyName: newestKeyName }));
  // What changed before somebody could tell is looked for once.
  if (kept.value.isNew)
    await background.queue.send(queueNames.readMailbox, { tenantId, sellerId, changedAt: background.nowAt().toISOString() });
}

type Kept = Subscription & { readonly isNew: boolean };

/** What Graph does not give up ends by itself within a week, and what it tells until then is not read. */
async function giveUp({ tenantId, sellerId }: KeepSubscriptionMessage, subscriptionId: string, background: Background): Promise<void> {
  const given = await unsubscribe(background.graph(tenantId), subscriptionId);
  if (!given.ok) {
    background.log.warn('subscription_not_given_up', { tenantId, sellerId, ...given.failure });
    if (given.failure.kind === 'unavailable') throw new Error('subscription not given up: unavailable');
  }
  await background.withTenant(tenantId, (tx) => forgetSubscription(tx, sellerId));
}

type KeepingStep = Exclude<SubscriptionStep, { kind: 'give_up' }>;

async function carryOut(graph: GraphClient, step: KeepingStep, order: SubscriptionOrder): Promise<Result<Kept, GraphFailure>> {
  if (step.kind === 'make') return make(graph, order, step.replacing);
  const prolonged = await prolong(graph, step.subscriptionId, order.endsAt);
  if (prolonged.ok) return ok({ ...prolonged.value, isNew: false });
  return prolonged.failure.kind === 'not_found' ? make(graph, order, undefined) : prolonged;
}

async function make(graph: GraphClient, order: SubscriptionOrder, replacing: string | undefined): Promise<Result<Kept, GraphFailure>> {
  const given = replacing === undefined ? ok(undefined) : await unsubscribe(graph, replacing);
  if (!given.ok) return given;
  const made = await subscribe(graph, order);
  if (made.ok) return ok({ ...made.value, isNew: true });
  return made.failure.kind === 'conflict' ? makeInPlaceOfOthers(graph, order) : made;
}

/** One of ours exists that the database does not know of: a request whose answer was lost, or a database restored from a backup. */
async function makeInPlaceOfOthers(graph: GraphClient, order: SubscriptionOrder): Promise<Result<Kept, GraphFailure>> {
  const others = await subscriptionsOf(graph, order.userId);
  if (!others.ok) return others;
  for (const subscriptionId of others.value) {
    const given = await unsubscribe(graph, subscriptionId);
    if (!given.ok) return given;
  }
  const made = await subscribe(graph, order);
  return made.ok ? ok({ ...made.value, isNew: true }) : made;
}
