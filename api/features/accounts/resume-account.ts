/** A manager ends the pause of an account before its day; that it was, stays on record. */
import type { resumeAccount as route } from '../../contract/accounts.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { accessTo } from './account-access.ts';

export const resumeAccount: Handler<typeof route> = ({ caller, params: { accountId }, transaction, nowAt }) =>
  transaction(async (tx) => {
    if ((await accessTo(tx, accountId, caller.userId)) !== 'manages') return refused({ kind: 'not_your_account' });
    await endPause(tx, accountId, nowAt);
    return ok({ pause: null });
  });

export async function endPause(tx: TenantTransaction, accountId: string, nowAt: Date): Promise<void> {
  await tx
    .updateTable('account_pause')
    .set({ ended_at: nowAt })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
}
