/** The contacts of an account, for claims that name some of them. */
import type { TenantTransaction } from '../../platform/db/database.ts';

export async function contactIdsOf(tx: TenantTransaction, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('contact').where('account_id', '=', accountId).select('contact_id').execute();
  return new Set(rows.map(({ contact_id }) => contact_id));
}

/** Locks the contact until the end of the transaction, so that no import or merge moves it meanwhile. */
export async function isContactOf(tx: TenantTransaction, { accountId, contactId }: ContactOfAccount): Promise<boolean> {
  const row = await tx
    .selectFrom('contact')
    .where('contact_id', '=', contactId)
    .where('account_id', '=', accountId)
    .select('contact_id')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export interface ContactOfAccount {
  readonly accountId: string;
  readonly contactId: string;
}
