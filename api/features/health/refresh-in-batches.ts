/** Computes many accounts anew in one transaction, some at a time, so that it needs no memory for all their meetings at once. */
import type { TenantTransaction } from '../../platform/db/database.ts';
import { refreshHealth } from './refresh-health.ts';

/** Accounts computed at a time. */
const accountsPerBatch = 200;

/** In the order of the ids, so that two of these never wait for each other in a circle. */
export async function refreshInBatches(
  tx: TenantTransaction,
  accountIds: readonly string[],
  scope: { readonly tenantId: string; readonly nowAt: Date },
): Promise<void> {
  const sorted = [...new Set(accountIds)].sort();
  for (let from = 0; from < sorted.length; from += accountsPerBatch) {
    await refreshHealth(tx, sorted.slice(from, from + accountsPerBatch), scope);
  }
}
