/** A person says to which account a contact belongs: two accounts share the domain, or the address is a private one. */
import { sql } from 'kysely';
import type { chooseAccount as route } from '../../contract/accounts.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Caller, Handler } from '../../platform/trigger/handler.ts';
import { lockStanding } from './merge-account.ts';
import { refreshAfterAccounts } from './refresh-after-accounts.ts';
import { rehomeContacts } from './rehome-contacts.ts';
import { giveContacts } from './split-account.ts';

export const chooseAccount: Handler<typeof route> = ({ caller, params: { contactId }, request: { accountId }, transaction, nowAt }) =>
  transaction(async (tx) => {
    if (!(await mayChoose(tx, caller, contactId))) return refused({ kind: 'contact_not_found' });
    if (!(await lockStanding(tx, [accountId])).has(accountId)) return refused({ kind: 'account_not_found' });
    await giveContacts(tx, accountId, [contactId]);
    const accountIds = await rehomeContacts(tx, { domains: [], contactIds: [contactId], accountIds: [] });
    await refreshAfterAccounts(tx, { accountIds, changesMatching: accountIds.length > 0 }, { tenantId: caller.tenantId, nowAt });
    return ok({ accountIds: [...accountIds] });
  });

/** An admin, or a seller who has a meeting with the contact. */
async function mayChoose(tx: TenantTransaction, { userId, roles }: Caller, contactId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${roles.includes('admin')}::boolean or exists (
      select from meeting_contact mc
      join meeting_seller ms on ms.tenant_id = mc.tenant_id and ms.meeting_id = mc.meeting_id
      where mc.contact_id = c.contact_id and ms.seller_id = ${userId}
    ) as may
    from contact c where c.contact_id = ${contactId}`.execute(tx);
  return rows[0]?.may ?? false;
}
