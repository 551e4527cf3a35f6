/** A person says that a contact does not matter for the decision any more; that they once did stays, with its dates. */
import { sql } from 'kysely';
import type { removeKeyPartner as route } from '../../contract/key-partners.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { accessTo } from './account-access.ts';
import { isContactOf } from './contact-of-account.ts';

export const removeKeyPartner: Handler<typeof route> = ({ caller, params, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId } = caller;
    const { accountId, contactId } = params;
    if ((await accessTo(tx, accountId, userId)) === 'none') return refused({ kind: 'account_not_found' });
    if (!(await isContactOf(tx, params))) return refused({ kind: 'not_of_this_account', contactIds: [contactId] });
    const { todayOn } = await businessDay(tx, nowAt);
    await endNaming(tx, { contactId, removedBy: userId, removedOn: todayOn });
    await refreshHealth(tx, [accountId], { tenantId, nowAt });
    return ok({});
  });

/** Nothing changes for somebody who is no key partner. The remover stands as who said it last, so that no import names them again. */
export async function endNaming(
  tx: TenantTransaction,
  { contactId, removedBy, removedOn }: { readonly contactId: string; readonly removedBy: string; readonly removedOn: string },
): Promise<void> {
  await sql`
    update key_partner set removed_on = greatest(named_on, ${removedOn}::date), named_by = ${removedBy}
    where contact_id = ${contactId} and removed_on is null`.execute(tx);
}
