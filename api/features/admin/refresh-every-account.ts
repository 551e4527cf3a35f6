/** Computes every account of the tenant anew, after what concerns all of them. */
import type { TenantTransaction } from '../../platform/db/database.ts';
import { refreshInBatches } from '../health/refresh-in-batches.ts';

export async function refreshEveryAccount(
  tx: TenantTransaction,
  scope: { readonly tenantId: string; readonly nowAt: Date },
): Promise<void> {
  const accounts = await tx.selectFrom('account').select('account_id').execute();
  await refreshInBatches(
    tx,
    accounts.map(({ account_id }) => account_id),
    scope,
  );
}
