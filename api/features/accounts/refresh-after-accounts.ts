/** What follows when accounts have changed: their health anew, and the calendars read again where other meetings are customer meetings now. */
import type { TenantTransaction } from '../../platform/db/database.ts';
import { refreshInBatches } from '../health/refresh-in-batches.ts';

export interface ChangedAccounts {
  readonly accountIds: readonly string[];
  /** Whether domains or contacts have moved between accounts. */
  readonly changesMatching: boolean;
}

export async function refreshAfterAccounts(
  tx: TenantTransaction,
  { accountIds, changesMatching }: ChangedAccounts,
  scope: { readonly tenantId: string; readonly nowAt: Date },
): Promise<void> {
  await refreshInBatches(tx, accountIds, scope);
  if (!changesMatching) return;
  // The next tick of the timer reads every calendar again. A read under way may have passed what counts now: it loses its lease.
  await tx
    .updateTable('mailbox')
    .set(({ eb, ref }) => ({ state: 'waiting', next_link: null, lease_until: null, lease_number: eb(ref('lease_number'), '+', 1) }))
    .execute();
}
