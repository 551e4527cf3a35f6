/** A timer: computes anew the accounts whose day has come, or one of whose meetings has ended since. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from './refresh-health.ts';

/** Accounts per transaction. */
const accountsPerBatch = 200;
/** Batches per tenant and tick; the rest at the next one. */
const maxBatches = 100;

export async function refreshDueHealth(background: Pick<Background, 'nowAt' | 'withTenant' | 'tenantIds'>): Promise<void> {
  for (const tenantId of await background.tenantIds()) {
    for (let batches = 0; batches < maxBatches; batches += 1) {
      const nowAt = background.nowAt();
      const refreshed = await background.withTenant(tenantId, (tx) => refreshBatch(tx, tenantId, nowAt));
      if (refreshed < accountsPerBatch) break;
    }
  }
}

async function refreshBatch(tx: TenantTransaction, tenantId: string, nowAt: Date): Promise<number> {
  const { todayOn } = await businessDay(tx, nowAt);
  const { rows } = await sql<{ account_id: string }>`
    select account_id from account_health
    where valid_until_on < ${todayOn} or next_end_at <= ${nowAt}
    order by account_id
    limit ${accountsPerBatch}`.execute(tx);
  await refreshHealth(
    tx,
    rows.map(({ account_id }) => account_id),
    { tenantId, nowAt },
  );
  return rows.length;
}
