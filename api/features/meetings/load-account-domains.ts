/** What account matching needs to know: every account's domains, our own and our partners', and the contacts that somebody gave to an account. */
import { sql } from 'kysely';
import { type AccountDomains, registrableDomain } from '../../domain/account-match.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** `mails`: the addresses that will be asked about, as normaliseMail gives them. A merged account's domains lead to the one it was merged into. */
export async function loadAccountDomains(tx: TenantTransaction, mails: readonly string[]): Promise<AccountDomains> {
  const { rows: domains } = await sql<{ domain: string; account_id: string }>`
    select distinct d.domain, coalesce(a.merged_into_id, a.account_id) as account_id
    from account_domain d join account a on a.tenant_id = d.tenant_id and a.account_id = d.account_id
    order by account_id`.execute(tx);
  const contacts =
    mails.length === 0
      ? []
      : await sql<{ mail: string; account_id: string }>`
          select mail, account_id from contact
          where mail = any(${mails}::text[]) and account_source <> 'domain' and account_id is not null`
          .execute(tx)
          .then(({ rows }) => rows);
  const tenant = await tx.selectFrom('tenant').select(['own_domains', 'partner_domains']).executeTakeFirstOrThrow();
  const byDomain = Map.groupBy(domains, ({ domain }) => domain);
  return {
    accountIdsByDomain: new Map([...byDomain].map(([domain, rows]) => [domain, rows.map(({ account_id }) => account_id)])),
    accountIdByMail: new Map(contacts.map(({ mail, account_id }) => [mail, account_id])),
    ownDomains: registrable(tenant.own_domains),
    partnerDomains: registrable(tenant.partner_domains),
  };
}

function registrable(domains: readonly string[]): ReadonlySet<string> {
  return new Set(domains.flatMap((domain) => registrableDomain(domain) ?? []));
}
