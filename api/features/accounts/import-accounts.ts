/** Brings the accounts in, all of the file or nothing of it. Idempotent by account id. */
import type { importAccounts as route } from '../../contract/account-import.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { planFile, readUpload } from './plan-file.ts';
import { refreshAfterAccounts } from './refresh-after-accounts.ts';
import { remarksOf } from './row-remarks.ts';
import { storeImport } from './store-import.ts';

export const importAccounts: Handler<typeof route> = async ({ caller, request, transaction, nowAt }) => {
  const file = await readUpload(request);
  if (!file.ok) return file;
  return await transaction(async (tx) => {
    // Two imports at once follow each other, and the second sees the first.
    await tx.selectFrom('tenant').select('tenant_id').forUpdate().execute();
    const planned = await planFile(tx, file.value, request);
    if (!planned.ok) return planned;
    const { plan, faults, faultCount } = planned.value;
    if (faultCount > 0) return refused({ kind: 'import_refused', faultCount, faults: remarksOf(faults) });
    const { todayOn } = await businessDay(tx, nowAt);
    const { tenantId, userId: importedBy } = caller;
    const stored = await storeImport(tx, plan, { tenantId, importedBy, fileName: request.fileName, nowAt, todayOn });
    await refreshAfterAccounts(tx, stored, { tenantId, nowAt });
    return ok({
      importNumber: stored.importNumber,
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged.length,
    });
  });
};
