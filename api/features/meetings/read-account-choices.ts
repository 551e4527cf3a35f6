/** Between which accounts a person is to choose for a contact: those that share the contact's domain. Names alone, never what is known of them. */
import { sql } from 'kysely';
import { registrableDomain } from '../../domain/account-match.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

export interface AccountChoice {
  readonly accountId: string;
  readonly name: string;
}

/** By mail address, sorted by name; an address of no account's domain is absent. A merged account stands for the one it went into. */
export async function readAccountChoices(
  tx: TenantTransaction,
  mails: readonly string[],
): Promise<ReadonlyMap<string, readonly AccountChoice[]>> {
  const domainByMail = new Map(
    mails.flatMap((mail) => {
      const domain = registrableDomain(mail.slice(mail.lastIndexOf('@') + 1));
      return domain === undefined ? [] : [[mail, domain]];
    }),
  );
  if (domainByMail.size === 0) return new Map();
  const { rows } = await sql<AccountChoice & { readonly domain: string }>`
    select distinct d.domain, standing.account_id as "accountId", standing.name
    from account_domain d
    join account a on a.tenant_id = d.tenant_id and a.account_id = d.account_id
    join account standing on standing.tenant_id = a.tenant_id and standing.account_id = coalesce(a.merged_into_id, a.account_id)
    where d.domain = any(${[...new Set(domainByMail.values())]}::text[])
    order by standing.name`.execute(tx);
  const byDomain = Map.groupBy(rows, ({ domain }) => domain);
  return new Map(
    [...domainByMail].flatMap(([mail, domain]) => {
      const choices = byDomain.get(domain);
      return choices ? [[mail, choices.map(({ accountId, name }) => ({ accountId, name }))]] : [];
    }),
  );
}
