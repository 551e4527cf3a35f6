/** A person says that a contact matters for the decision, and may say how. Who is named is there: it takes back that they left. */
import { sql } from 'kysely';
import type { nameKeyPartner as route } from '../../contract/key-partners.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { accessTo } from './account-access.ts';
import { isContactOf } from './contact-of-account.ts';

export const nameKeyPartner: Handler<typeof route> = ({ caller, params, request: { role = null }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId } = caller;
    const { accountId, contactId } = params;
    if ((await accessTo(tx, accountId, userId)) === 'none') return refused({ kind: 'account_not_found' });
    if (!(await isContactOf(tx, params))) return refused({ kind: 'not_of_this_account', contactIds: [contactId] });
    const { todayOn } = await businessDay(tx, nowAt);
    await sql`
      insert into key_partner (tenant_id, contact_id, named_on, named_by, role)
      values (${tenantId}, ${contactId}, ${todayOn}, ${userId}, ${role})
      on conflict (tenant_id, contact_id) do update set removed_on = null, named_by = excluded.named_by, role = excluded.role`.execute(tx);
    await tx.updateTable('contact').set({ has_left: false }).where('contact_id', '=', contactId).where('has_left', '=', true).execute();
    await refreshHealth(tx, [accountId], { tenantId, nowAt });
    return ok({});
  });
