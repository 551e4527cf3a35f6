/** Writes what an import planned, and keeps how everything was before, so that the import can be undone. */
import { sql } from 'kysely';
import { defaultCadenceDays } from '../../domain/health-policy.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { newId } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { ImportPlan, PlannedAccount } from './plan-import.ts';
import { rankAccounts } from './rank-accounts.ts';
import { rehomeContacts } from './rehome-contacts.ts';

export interface ImportScope {
  readonly tenantId: string;
  readonly importedBy: string;
  readonly fileName: string;
  readonly nowAt: Date;
  readonly todayOn: CalendarDay;
}

export interface StoredImport {
  readonly importNumber: number;
  /** Accounts whose health may differ now. */
  readonly accountIds: readonly string[];
  /** Whether other meetings than before are customer meetings. */
  readonly changesMatching: boolean;
}

/** A planned account with its id, made now for one that is added. */
interface Target extends PlannedAccount {
  readonly accountId: string;
}

export async function storeImport(tx: TenantTransaction, plan: ImportPlan, scope: ImportScope): Promise<StoredImport> {
  const added = plan.added.map((account): Target => ({ ...account, accountId: newId() }));
  const changed = plan.changed.map((account): Target => ({ ...account, accountId: account.accountId ?? newId() }));
  const same = plan.unchanged.map((account): Target => ({ ...account, accountId: account.accountId ?? newId() }));
  const written = [...added, ...changed];
  const before = await loadDomains(tx, changed);
  const importNumber = await rememberBefore(tx, plan, scope, mailsOf([...written, ...same]));
  await storeAccounts(tx, scope.tenantId, written);
  await storeDomains(tx, scope.tenantId, written);
  const named = await storeContacts(tx, scope, [...written, ...same]);
  const domains = changedDomains(before, written);
  const rehomed = await rehomeContacts(tx, { domains, contactIds: named, accountIds: [] });
  const ranked = await rankAccounts(tx, { todayOn: scope.todayOn, addedIds: new Set(added.map(({ accountId }) => accountId)) });
  await forgetUnchanged(tx, importNumber, added);
  return {
    importNumber,
    accountIds: [...new Set([...written.map(({ accountId }) => accountId), ...rehomed, ...ranked])],
    changesMatching: domains.length > 0 || rehomed.length > 0,
  };
}

function mailsOf(accounts: readonly Target[]): readonly string[] {
  return [...new Set(accounts.flatMap(({ fields, contacts }) => [...fields.keyPartnerMails, ...contacts.map(({ mail }) => mail)]))];
}

/** Every account as it is now; what turns out unchanged is forgotten again at the end. Only the newest import can be undone. */
async function rememberBefore(
  tx: TenantTransaction,
  plan: ImportPlan,
  { tenantId, importedBy, fileName, nowAt }: ImportScope,
  mails: readonly string[],
): Promise<number> {
  await sql`delete from account_before_import`.execute(tx);
  await sql`update account_import set contacts_before = '[]' where contacts_before <> '[]'`.execute(tx);
  const { rows } = await sql<{ import_number: number }>`
    insert into account_import (
      tenant_id, import_number, file_name, imported_by, imported_at, added, changed, unchanged, contacts_before
    )
    select ${tenantId}, coalesce(max(import_number), 0) + 1, ${fileName}, ${importedBy}::uuid, ${nowAt}::timestamptz,
      ${plan.added.length}::integer, ${plan.changed.length}::integer, ${plan.unchanged.length}::integer,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'contact_id', c.contact_id, 'account_source', c.account_source, 'given_account_id', c.given_account_id,
          'named_on', k.named_on, 'removed_on', k.removed_on
        ))
        from contact c
        left join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id
        where c.account_source = 'import' or c.mail = any(${mails}::text[])
      ), '[]')
    from account_import
    returning import_number`.execute(tx);
  const importNumber = rows[0]?.import_number;
  if (importNumber === undefined) throw new Error('the import has no number');
  await sql`
    insert into account_before_import (tenant_id, import_number, account_id, was)
    select a.tenant_id, ${importNumber}, a.account_id, ${accountState}
    from account a`.execute(tx);
  return importNumber;
}

/** Of account `a`: its row and the domains that an import may change. */
const accountState = sql`jsonb_build_object('account', to_jsonb(a), 'domains', array(
  select d.domain from account_domain d
  where d.tenant_id = a.tenant_id and d.account_id = a.account_id and not d.is_chosen order by d.domain
))`;

async function forgetUnchanged(tx: TenantTransaction, importNumber: number, added: readonly Target[]): Promise<void> {
  await sql`
    delete from account_before_import b using account a
    where b.import_number = ${importNumber} and a.account_id = b.account_id and b.was = ${accountState}`.execute(tx);
  await sql`
    insert into account_before_import (tenant_id, import_number, account_id, was)
    select a.tenant_id, ${importNumber}, a.account_id, null
    from account a where a.account_id = any(${added.map(({ accountId }) => accountId)}::uuid[])`.execute(tx);
}

async function storeAccounts(tx: TenantTransaction, tenantId: string, accounts: readonly Target[]): Promise<void> {
  const values = accounts.map(({ accountId, externalId, fields }) => ({
    account_id: accountId,
    external_id: externalId,
    name: fields.name,
    owner_id: fields.ownerId,
    revenue_minor: fields.revenueMinor,
    revenue_currency: fields.revenueCurrency,
    own_tenant_revenue_minor: fields.ownTenantRevenueMinor,
    tier_override: fields.tierOverride,
    tier_override_reason: fields.tierOverrideReason,
    cadence_override_days: fields.cadenceOverrideDays,
    visitor_policy: fields.visitorPolicy,
    parent_external_id: fields.parentExternalId,
  }));
  const json = JSON.stringify(values);
  await sql`
    insert into account (
      tenant_id, account_id, external_id, name, owner_id, revenue_minor, revenue_currency, own_tenant_revenue_minor, tenant_revenue_minor,
      tier_override, tier_override_reason, cadence_override_days, visitor_policy, tier, cadence_days
    )
    select ${tenantId}, a.account_id, a.external_id, a.name, a.owner_id, a.revenue_minor, a.revenue_currency, a.own_tenant_revenue_minor,
      a.own_tenant_revenue_minor, a.tier_override, a.tier_override_reason, a.cadence_override_days, a.visitor_policy,
      'C', ${defaultCadenceDays.C}
    from jsonb_to_recordset(${json}::jsonb) as a (
      account_id uuid, external_id text, name text, owner_id uuid, revenue_minor bigint, revenue_currency text,
      own_tenant_revenue_minor bigint, tier_override text, tier_override_reason text, cadence_override_days integer, visitor_policy text
    )
    on conflict (tenant_id, external_id) do update set
      name = excluded.name,
      owner_id = excluded.owner_id,
      revenue_minor = excluded.revenue_minor,
      revenue_currency = excluded.revenue_currency,
      own_tenant_revenue_minor = excluded.own_tenant_revenue_minor,
      tier_override = excluded.tier_override,
      tier_override_reason = excluded.tier_override_reason,
      cadence_override_days = excluded.cadence_override_days,
      visitor_policy = excluded.visitor_policy`.execute(tx);
  // Only now: a parent may stand further down in the same file.
  await sql`
    update account a set parent_id = parent.account_id
    from jsonb_to_recordset(${json}::jsonb) as v (account_id uuid, parent_external_id text)
    left join account parent on parent.external_id = v.parent_external_id
    where a.account_id = v.account_id and a.parent_id is distinct from parent.account_id`.execute(tx);
}

async function loadDomains(tx: TenantTransaction, accounts: readonly Target[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ account_id: string; domain: string }>`
    select account_id, domain from account_domain
    where account_id = any(${accounts.map(({ accountId }) => accountId)}::uuid[]) and not is_chosen`.execute(tx);
  const byAccount = Map.groupBy(rows, ({ account_id }) => account_id);
  return new Map([...byAccount].map(([accountId, entries]) => [accountId, new Set(entries.map(({ domain }) => domain))]));
}

/** Domains that some account has gained or lost. */
function changedDomains(before: ReadonlyMap<string, ReadonlySet<string>>, accounts: readonly Target[]): readonly string[] {
  const changed = accounts.flatMap(({ accountId, fields }) => {
    const old = before.get(accountId) ?? new Set<string>();
    const given = new Set(fields.domains);
    return [...[...old].filter((domain) => !given.has(domain)), ...fields.domains.filter((domain) => !old.has(domain))];
  });
  return [...new Set(changed)];
}

async function storeDomains(tx: TenantTransaction, tenantId: string, accounts: readonly Target[]): Promise<void> {
  const values = accounts.flatMap(({ accountId, fields }) => fields.domains.map((domain) => ({ account_id: accountId, domain })));
  const json = JSON.stringify(values);
  await sql`
    delete from account_domain d
    where d.account_id = any(${accounts.map(({ accountId }) => accountId)}::uuid[]) and not d.is_chosen
      and (d.account_id, d.domain) not in (select v.account_id, v.domain from jsonb_to_recordset(${json}::jsonb) as v (account_id uuid, domain text))`.execute(
    tx,
  );
  await sql`
    insert into account_domain (tenant_id, domain, account_id)
    select ${tenantId}, v.domain, v.account_id
    from jsonb_to_recordset(${json}::jsonb) as v (account_id uuid, domain text)
    on conflict do nothing`.execute(tx);
}

/**
 * The contacts and key partners that the file names; a contact is made for one whom no calendar has shown yet, and a key partner whom the
 * file no longer names is removed, with the day, unless a person named them. Returns the ids of everybody named.
 */
async function storeContacts(
  tx: TenantTransaction,
  { tenantId, todayOn }: ImportScope,
  accounts: readonly Target[],
): Promise<readonly string[]> {
  const named = accounts.flatMap(({ accountId, fields, contacts }) => {
    const names = new Map(contacts.map(({ mail, name }) => [mail, name]));
    for (const mail of fields.keyPartnerMails) if (!names.has(mail)) names.set(mail, undefined);
    const partners = new Set(fields.keyPartnerMails);
    return [...names].map(([mail, name]) => ({
      contact_id: newId(),
      account_id: accountId,
      mail,
      display_name: name ?? mail,
      is_key_partner: partners.has(mail),
    }));
  });
  const json = JSON.stringify(named);
  await sql`
    insert into contact (tenant_id, contact_id, mail, display_name, account_id, account_source, given_account_id)
    select distinct on (v.mail) ${tenantId}::uuid, v.contact_id, v.mail, v.display_name, null::uuid, 'import', v.account_id
    from jsonb_to_recordset(${json}::jsonb) as v (contact_id uuid, account_id uuid, mail text, display_name text)
    order by v.mail
    on conflict (tenant_id, mail) do update set
      given_account_id = case when contact.account_source = 'person' then contact.given_account_id else excluded.given_account_id end,
      account_source = case when contact.account_source = 'person' then 'person' else 'import' end,
      display_name = case when contact.display_name = contact.mail then excluded.display_name else contact.display_name end`.execute(tx);
  await sql`
    update key_partner k set removed_on = ${todayOn}
    from contact c
    where c.tenant_id = k.tenant_id and c.contact_id = k.contact_id and k.removed_on is null and k.named_by is null
      and c.given_account_id = any(${accounts.map(({ accountId }) => accountId)}::uuid[])
      and c.mail not in (
        select v.mail from jsonb_to_recordset(${json}::jsonb) as v (mail text, is_key_partner boolean) where v.is_key_partner
      )`.execute(tx);
  await sql`
    insert into key_partner (tenant_id, contact_id, named_on)
    select ${tenantId}::uuid, c.contact_id, ${todayOn}::date
    from contact c
    where c.mail in (
      select v.mail from jsonb_to_recordset(${json}::jsonb) as v (mail text, is_key_partner boolean) where v.is_key_partner
    )
    on conflict (tenant_id, contact_id) do update set removed_on = null
      where key_partner.removed_on is not null and key_partner.named_by is null`.execute(tx);
  const { rows } = await sql<{ contact_id: string }>`
    select contact_id from contact where mail = any(${named.map(({ mail }) => mail)}::text[])`.execute(tx);
  return rows.map(({ contact_id }) => contact_id);
}
