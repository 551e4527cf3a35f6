/** What follows when accounts have changed: their health anew, and the calendars read again where other meetings are customer meetings now. */
import type { TenantTransaction } from '../../platform/db/database.ts';
import { refreshHealth } from '../health/refresh-health.ts';

export interface ChangedAccounts {
  readonly accountIds: readonly string[];
  /** Whether domains or contacts have moved between accounts. */
  readonly changesMatching: boolean;
}

/** Accounts computed at a time, so that a large import needs no memory for all their meetings at once. */
const accountsPerBatch = 200;

export async function refreshAfterAccounts(
  tx: TenantTransaction,
  { accountIds, changesMatching }: ChangedAccounts,
  scope: { readonly tenantId: string; readonly nowAt: Date },
): Promise<void> {
  const sorted = [...new Set(accountIds)].sort();
  for (let from = 0; from < sorted.length; from += accountsPerBatch) {
    await refreshHealth(tx, sorted.slice(from, from + accountsPerBatch), scope);
  }
  // The next tick of the timer reads every calendar again.
  if (changesMatching) await tx.updateTable('mailbox').set({ state: 'waiting', next_link: null, lease_until: null }).execute();
}
