/** Graph's change notifications for one mailbox's calendar: asking for them, prolonging, giving up. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import { graphOrigin } from '../identity/microsoft-hosts.ts';
import { type GraphClient, type GraphFailure, graphFailure } from './graph-client.ts';

export interface Subscription {
  readonly subscriptionId: string;
  readonly endsAt: Date;
}

export interface SubscriptionOrder {
  readonly userId: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly clientState: string;
  readonly endsAt: Date;
}

/** Under seven days for events without their content (change-notifications-overview, "Subscription lifetime"): a little less, since clocks differ. */
export const maxSubscriptionMs = 10_070 * 60_000;

const GraphSubscription = z
  .object({ id: z.string().min(1), expirationDateTime: z.string() })
  .transform(({ id, expirationDateTime }): Subscription => ({ subscriptionId: id, endsAt: new Date(expirationDateTime) }))
  .refine(({ endsAt }) => !Number.isNaN(endsAt.getTime()));

function resourceOf(userId: string): string {
  return `/users/${userId}/events`;
}

/** Graph asks both addresses whether they are ours before it answers. `conflict`: one of ours exists that we do not know of. */
export async function subscribe(graph: GraphClient, order: SubscriptionOrder): Promise<Result<Subscription, GraphFailure>> {
  const { userId, endsAt, ...rest } = order;
  return asSubscription(() =>
    graph.api('/subscriptions').post({
      ...rest,
      changeType: 'created,updated,deleted',
      resource: resourceOf(userId),
      expirationDateTime: endsAt.toISOString(),
    }),
  );
}

/** Prolongs it, and answers a request to authorise it anew. `not_found`: Graph has dropped it. */
export async function prolong(graph: GraphClient, subscriptionId: string, endsAt: Date): Promise<Result<Subscription, GraphFailure>> {
  return asSubscription(() =>
    graph.api(`/subscriptions/${encodeURIComponent(subscriptionId)}`).patch({ expirationDateTime: endsAt.toISOString() }),
  );
}

/** It is gone afterwards, whether or not it was there. */
export async function unsubscribe(graph: GraphClient, subscriptionId: string): Promise<Result<void, GraphFailure>> {
  try {
    await graph.api(`/subscriptions/${encodeURIComponent(subscriptionId)}`).delete();
    return ok(undefined);
  } catch (error) {
    const failure = graphFailure(error);
    return !failure.ok && failure.failure.kind === 'not_found' ? ok(undefined) : failure;
  }
}

/** A million subscriptions; a tenant has one per seller. */
const maxListPages = 1_000;
const List = z.object({
  value: z.array(z.object({ id: z.string(), resource: z.string() })),
  '@odata.nextLink': z.string().startsWith(`${graphOrigin}/`).optional(),
});

/** Ids of the app's subscriptions to this mailbox, known to us or not. Reads the whole list: Graph has no filter for it. */
export async function subscriptionsOf(graph: GraphClient, userId: string): Promise<Result<readonly string[], GraphFailure>> {
  const wanted = resourceOf(userId).toLowerCase();
  const found: string[] = [];
  let link: string | undefined = '/subscriptions';
  try {
    for (let pages = 0; pages < maxListPages && link !== undefined; pages += 1) {
      const list = List.safeParse(await graph.api(link).get());
      if (!list.success) return refused({ kind: 'unreadable', what: 'subscriptions' });
      found.push(
        ...list.data.value.filter(({ resource }) => `/${resource.replace(/^\//, '').toLowerCase()}` === wanted).map(({ id }) => id),
      );
      link = list.data['@odata.nextLink'];
    }
    return ok(found);
  } catch (error) {
    return graphFailure(error);
  }
}

async function asSubscription(request: () => Promise<unknown>): Promise<Result<Subscription, GraphFailure>> {
  try {
    const subscription = GraphSubscription.safeParse(await request());
    return subscription.success ? ok(subscription.data) : refused({ kind: 'unreadable', what: 'subscription' });
  } catch (error) {
    return graphFailure(error);
  }
}
