/** A person says that a contact is no longer at the account, or is there after all. Nobody is expected to meet somebody who left. */
import type { contactLeft as route } from '../../contract/key-partners.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { accessTo } from './account-access.ts';
import { isContactOf } from './contact-of-account.ts';
import { endNaming } from './remove-key-partner.ts';

export const contactLeft: Handler<typeof route> = ({ caller, params, request: { hasLeft }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId } = caller;
    const { accountId, contactId } = params;
    if ((await accessTo(tx, accountId, userId)) === 'none') return refused({ kind: 'account_not_found' });
    if (!(await isContactOf(tx, params))) return refused({ kind: 'not_of_this_account', contactIds: [contactId] });
    await tx.updateTable('contact').set({ has_left: hasLeft }).where('contact_id', '=', contactId).execute();
    const { todayOn } = await businessDay(tx, nowAt);
    if (hasLeft) await endNaming(tx, { contactId, removedBy: userId, removedOn: todayOn });
    await refreshHealth(tx, [accountId], { tenantId, nowAt });
    return ok({});
  });
