/** A timer: computes anew the accounts whose day has come, or one of whose meetings has ended since. */
import { sql } from 'kysely';
import { forEachAtOnce } from '../../platform/at-once.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from './refresh-health.ts';

/** Accounts per transaction. */
const accountsPerBatch = 100;
/** Batches per tenant and tick; the rest at the next one. */
const maxBatches = 200;
/** Of one tenant: while the database reads for one, the other is computed. */
const concurrentBatches = 2;

export async function refreshDueHealth(background: Pick<Background, 'nowAt' | 'withTenant' | 'tenantIds'>): Promise<void> {
  for (const tenantId of await background.tenantIds()) {
    let isMore = true;
    const batches = Array.from({ length: maxBatches }, (_, number) => number);
    await forEachAtOnce(batches, concurrentBatches, async () => {
      if (!isMore) return;
      const nowAt = background.nowAt();
      const refreshed = await background.withTenant(tenantId, (tx) => refreshBatch(tx, tenantId, nowAt));
      isMore &&= refreshed === accountsPerBatch;
    });
  }
}

/** Leaves out the accounts that another transaction holds: it refreshes them itself, or the next tick does. */
async function refreshBatch(tx: TenantTransaction, tenantId: string, nowAt: Date): Promise<number> {
  const { todayOn } = await businessDay(tx, nowAt);
  const { rows } = await sql<{ account_id: string }>`
    select a.account_id
    from account_health h join account a on a.tenant_id = h.tenant_id and a.account_id = h.account_id
    where h.valid_until_on < ${todayOn} or h.next_end_at <= ${nowAt}
    order by a.account_id
    limit ${accountsPerBatch}
    for update of a skip locked`.execute(tx);
  await refreshHealth(
    tx,
    rows.map(({ account_id }) => account_id),
    { tenantId, nowAt },
  );
  return rows.length;
}
