/** Two accounts are one customer: from now on contacts, domains and revenue of the first count for the other. Nothing of its history is lost. */
import { sql } from 'kysely';
import type { mergeAccount as route } from '../../contract/accounts.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { rankAccounts } from './rank-accounts.ts';
import { refreshAfterAccounts } from './refresh-after-accounts.ts';
import { rehomeContacts } from './rehome-contacts.ts';

export const mergeAccount: Handler<typeof route> = ({ caller, params: { accountId }, request: { intoAccountId }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const standing = await lockStanding(tx, [accountId, intoAccountId]);
    if (!standing.has(accountId) || !standing.has(intoAccountId)) return refused({ kind: 'account_not_found' });
    if (accountId === intoAccountId) return refused({ kind: 'accounts_not_separable' });
    await sql`
      update account set merged_into_id = ${intoAccountId} where account_id = ${accountId} or merged_into_id = ${accountId}`.execute(tx);
    await tx.deleteFrom('account_health').where('account_id', '=', accountId).execute();
    const accountIds = await settleAccounts(tx, [accountId, intoAccountId], { tenantId: caller.tenantId, nowAt });
    return ok({ accountIds: [...accountIds] });
  });

/** Those of the accounts that are not merged away; locked until the end of the transaction. */
export async function lockStanding(tx: TenantTransaction, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('account')
    .where('account_id', 'in', [...accountIds])
    .where('merged_into_id', 'is', null)
    .select('account_id')
    .orderBy('account_id')
    .forUpdate()
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/** After accounts were merged or split: contacts to their place, tiers, health, calendars. Returns the accounts concerned. */
export async function settleAccounts(
  tx: TenantTransaction,
  accountIds: readonly string[],
  scope: { readonly tenantId: string; readonly nowAt: Date },
): Promise<readonly string[]> {
  await sql`update account_import set is_undoable = false where is_undoable`.execute(tx);
  const { todayOn } = await businessDay(tx, scope.nowAt);
  const { rows } = await sql<{ domain: string }>`
    select domain from account_domain d join account a on a.tenant_id = d.tenant_id and a.account_id = d.account_id
    where a.account_id = any(${accountIds}::uuid[]) or a.merged_into_id = any(${accountIds}::uuid[])`.execute(tx);
  const domains = rows.map(({ domain }) => domain);
  const rehomed = await rehomeContacts(tx, { domains, contactIds: [], accountIds });
  const ranked = await rankAccounts(tx, { todayOn, addedIds: new Set() });
  const concerned = [...new Set([...accountIds, ...rehomed, ...ranked])];
  await refreshAfterAccounts(tx, { accountIds: concerned, changesMatching: true }, scope);
  return concerned;
}
