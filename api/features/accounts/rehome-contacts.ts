/** Puts contacts where their account is after domains, merges or a person's choice have changed. Their meetings and tags go with them. */
import { sql } from 'kysely';
import { matchAccount } from '../../domain/account-match.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { loadAccountDomains } from '../meetings/load-account-domains.ts';

export interface RehomeScope {
  /** Registrable domains whose accounts changed: everybody below them is looked at. */
  readonly domains: readonly string[];
  readonly contactIds: readonly string[];
  /** Accounts that were merged, split or deleted: everybody who is there, or was given to them. */
  readonly accountIds: readonly string[];
}

interface ContactRow {
  readonly contact_id: string;
  readonly mail: string;
  readonly account_id: string | null;
  /** Where the account is that the file or a person gave; null while the domain decides. */
  readonly given_root_id: string | null;
}

/** Returns the accounts that lost or gained somebody, each once. */
export async function rehomeContacts(tx: TenantTransaction, scope: RehomeScope): Promise<readonly string[]> {
  const contacts = await loadContacts(tx, scope);
  const known = await loadAccountDomains(tx, []);
  const moved = contacts.flatMap((contact) => {
    const match = matchAccount(contact.mail, known);
    const byDomain = match.kind === 'account' ? match.accountId : null;
    const accountId = contact.given_root_id ?? byDomain;
    return accountId === contact.account_id ? [] : [{ contact_id: contact.contact_id, account_id: accountId, was: contact.account_id }];
  });
  if (moved.length === 0) return [];
  await sql`
    update contact c set account_id = m.account_id
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (contact_id uuid, account_id uuid)
    where c.contact_id = m.contact_id`.execute(tx);
  return [...new Set(moved.flatMap(({ account_id, was }) => [account_id, was]).filter((id) => id !== null))];
}

async function loadContacts(tx: TenantTransaction, { domains, contactIds, accountIds }: RehomeScope): Promise<readonly ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select c.contact_id, c.mail, c.account_id, coalesce(given.merged_into_id, given.account_id) as given_root_id
    from contact c
    left join account given on given.tenant_id = c.tenant_id and given.account_id = c.given_account_id
    where c.contact_id = any(${contactIds}::uuid[])
      or c.account_id = any(${accountIds}::uuid[])
      or c.given_account_id = any(${accountIds}::uuid[])
      or c.contact_id in (
        select below.contact_id
        from contact below
        cross join lateral string_to_array(split_part(below.mail, '@', 2), '.') as labels
        cross join lateral generate_subscripts(labels, 1) as label
        where array_to_string(labels[label:], '.') = any(${domains}::text[])
      )
    order by c.contact_id
    for update of c`.execute(tx);
  return rows;
}
