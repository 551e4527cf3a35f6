/** The contacts of an account by name and address, for the admin who moves some of them elsewhere. */
import type { accountContacts as route } from '../../contract/accounts.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

/** Contacts in one answer. */
const maxContacts = 500;

export const accountContacts: Handler<typeof route> = ({ params: { accountId }, transaction }) =>
  transaction(async (tx) => {
    const account = await tx.selectFrom('account').where('account_id', '=', accountId).select('account_id').executeTakeFirst();
    if (!account) return refused({ kind: 'account_not_found' });
    const contacts = await tx
      .selectFrom('contact')
      .where('account_id', '=', accountId)
      .select(['contact_id as contactId', 'display_name as name', 'mail'])
      .orderBy('display_name')
      .orderBy('contact_id')
      .limit(maxContacts)
      .execute();
    return ok({ contacts });
  });
