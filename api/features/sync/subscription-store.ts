/** How a mailbox's subscription is kept in its row. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Subscription } from '../../platform/graph/subscriptions.ts';
import type { SubscriptionStanding } from './subscription-step.ts';

interface SubscriptionRow {
  readonly state: string;
  readonly is_seller: boolean;
  readonly subscription_id: string | null;
  readonly subscription_ends_at: Date | null;
  readonly has_newest_key: boolean | null;
  readonly subscription_refused_at: Date | null;
}

function columns(newestKeyName: string) {
  return sql`b.state, p.is_seller, b.subscription_id, b.subscription_ends_at, b.subscription_key = ${newestKeyName} as has_newest_key, b.subscription_refused_at`;
}

/** Undefined when nobody ever was a seller there. */
export async function loadSubscription(
  tx: TenantTransaction,
  sellerId: string,
  newestKeyName: string,
): Promise<SubscriptionStanding | undefined> {
  const { rows } = await sql<SubscriptionRow>`
    select ${columns(newestKeyName)}
    from mailbox b join person p on p.tenant_id = b.tenant_id and p.person_id = b.seller_id
    where b.seller_id = ${sellerId}`.execute(tx);
  return rows[0] && standingOf(rows[0]);
}

/** Of every seller, and of who left with one; those first whose subscription ends first. */
export async function loadSubscriptions(
  tx: TenantTransaction,
  newestKeyName: string,
): Promise<readonly { readonly sellerId: string; readonly standing: SubscriptionStanding }[]> {
  const { rows } = await sql<SubscriptionRow & { readonly seller_id: string }>`
    select b.seller_id, ${columns(newestKeyName)}
    from mailbox b join person p on p.tenant_id = b.tenant_id and p.person_id = b.seller_id
    where p.is_seller or b.subscription_id is not null
    order by b.subscription_ends_at nulls first, b.seller_id`.execute(tx);
  return rows.map((row) => ({ sellerId: row.seller_id, standing: standingOf(row) }));
}

function standingOf(row: SubscriptionRow): SubscriptionStanding {
  const { subscription_id, subscription_ends_at } = row;
  return {
    isSeller: row.is_seller,
    isRead: row.state === 'read' || row.state === 'reading',
    current:
      subscription_id === null || subscription_ends_at === null
        ? undefined
        : { subscriptionId: subscription_id, endsAt: subscription_ends_at, hasNewestKey: row.has_newest_key === true },
    refusedAt: row.subscription_refused_at ?? undefined,
  };
}

export async function storeSubscription(
  tx: TenantTransaction,
  sellerId: string,
  { subscriptionId, endsAt, keyName }: Subscription & { readonly keyName: string },
): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set({ subscription_id: subscriptionId, subscription_ends_at: endsAt, subscription_key: keyName, subscription_refused_at: null })
    .where('seller_id', '=', sellerId)
    .execute();
}

/** After it was given up. */
export async function forgetSubscription(tx: TenantTransaction, sellerId: string): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set({ subscription_id: null, subscription_ends_at: null, subscription_key: null })
    .where('seller_id', '=', sellerId)
    .execute();
}

export async function storeRefusal(tx: TenantTransaction, sellerId: string, nowAt: Date): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set({ subscription_id: null, subscription_ends_at: null, subscription_key: null, subscription_refused_at: nowAt })
    .where('seller_id', '=', sellerId)
    .execute();
}
