/** The accounts as an import finds them: what it compares its rows with. */
import { sql } from 'kysely';
import { matchAccount } from '../../domain/account-match.ts';
import type { Tier } from '../../domain/health-policy.ts';
import type { VisitorPolicy } from '../../domain/visitor-policy.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { loadAccountDomains } from '../meetings/load-account-domains.ts';
import type { AccountFields, AccountsNow } from './plan-import.ts';

/** Undefined until an admin has set the tenant up. */
export async function loadAccountsNow(tx: TenantTransaction): Promise<AccountsNow | undefined> {
  const tenant = await tx.selectFrom('tenant').select('currency').executeTakeFirst();
  if (!tenant) return undefined;
  const people = await tx.selectFrom('person').where('left_at', 'is', null).select(['person_id', 'mail']).execute();
  const { ownDomains, partnerDomains } = await loadAccountDomains(tx, []);
  const nobody = { ownDomains, partnerDomains, accountIdsByDomain: new Map(), accountIdByMail: new Map() };
  return {
    currency: tenant.currency,
    accounts: await loadFields(tx),
    personIdByMail: new Map(people.map(({ mail, person_id }) => [mail, person_id])),
    externalIdByChosenDomain: await loadChosenDomains(tx),
    externalIdByChosenMail: await loadChosenMails(tx),
    keyPartnerMailsSaidByPerson: await loadSaidMails(tx),
    isCustomerDomain: (domain) => {
      const match = matchAccount(`somebody@${domain}`, nobody);
      return match.kind === 'none' && match.because === 'unknown_domain';
    },
  };
}

interface FieldsRow {
  readonly account_id: string;
  readonly external_id: string;
  readonly name: string;
  readonly owner_id: string | null;
  readonly revenue_minor: number;
  readonly revenue_currency: string;
  readonly own_tenant_revenue_minor: number;
  readonly tier_override: Tier | null;
  readonly tier_override_reason: string | null;
  readonly cadence_override_days: number | null;
  readonly visitor_policy: VisitorPolicy;
  readonly is_visitor_policy_said: boolean;
  readonly parent_external_id: string | null;
  readonly domains: readonly string[];
  readonly key_partner_mails: readonly string[];
}

async function loadFields(tx: TenantTransaction): Promise<AccountsNow['accounts']> {
  const { rows } = await sql<FieldsRow>`
    select a.account_id, a.external_id, a.name, a.owner_id, a.revenue_minor, a.revenue_currency, a.own_tenant_revenue_minor,
      a.tier_override, a.tier_override_reason, a.cadence_override_days, a.visitor_policy,
      a.visitor_policy_said_by is not null as is_visitor_policy_said, parent.external_id as parent_external_id,
      array(
        select d.domain from account_domain d
        where d.tenant_id = a.tenant_id and d.account_id = a.account_id and not d.is_chosen
        order by d.domain collate "C"
      ) as domains,
      array(
        select c.mail from contact c
        join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
          and k.named_by is null
        where c.tenant_id = a.tenant_id and c.given_account_id = a.account_id
        order by c.mail collate "C"
      ) as key_partner_mails
    from account a
    left join account parent on parent.tenant_id = a.tenant_id and parent.account_id = a.parent_id`.execute(tx);
  return new Map(
    rows.map((row) => [row.external_id, { accountId: row.account_id, isVisitorPolicySaid: row.is_visitor_policy_said, ...fieldsOf(row) }]),
  );
}

function fieldsOf(row: FieldsRow): AccountFields {
  return {
    name: row.name,
    ownerId: row.owner_id,
    revenueMinor: row.revenue_minor,
    revenueCurrency: row.revenue_currency,
    ownTenantRevenueMinor: row.own_tenant_revenue_minor,
    tierOverride: row.tier_override,
    tierOverrideReason: row.tier_override_reason,
    cadenceOverrideDays: row.cadence_override_days,
    visitorPolicy: row.visitor_policy,
    parentExternalId: row.parent_external_id,
    domains: row.domains,
    keyPartnerMails: row.key_partner_mails,
  };
}

async function loadChosenDomains(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ domain: string; external_id: string }>`
    select d.domain, a.external_id
    from account_domain d join account a on a.tenant_id = d.tenant_id and a.account_id = d.account_id
    where d.is_chosen`.execute(tx);
  return new Map(rows.map(({ domain, external_id }) => [domain, external_id]));
}

async function loadChosenMails(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ mail: string; external_id: string }>`
    select c.mail, a.external_id
    from contact c join account a on a.tenant_id = c.tenant_id and a.account_id = c.given_account_id
    where c.account_source = 'person'`.execute(tx);
  return new Map(rows.map(({ mail, external_id }) => [mail, external_id]));
}

async function loadSaidMails(tx: TenantTransaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ mail: string }>`
    select c.mail from key_partner k join contact c on c.tenant_id = k.tenant_id and c.contact_id = k.contact_id
    where k.named_by is not null`.execute(tx);
  return new Set(rows.map(({ mail }) => mail));
}
