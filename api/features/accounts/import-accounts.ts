/** Brings the accounts in, all of the file or nothing of it: revenue, tiers, domains, owners, key partners. Idempotent by account id. */
import { sql } from 'kysely';
import type { importAccounts as route } from '../../contract/admin.ts';
import { matchAccount } from '../../domain/account-match.ts';
import { defaultCadenceDays, type Tier } from '../../domain/health-policy.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { tiersOf } from '../../domain/tier.ts';
import { newId } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { refreshHealth } from '../health/refresh-health.ts';
import { loadAccountDomains } from '../meetings/store-meetings.ts';
import { type AccountRow, parseAccountCsv, type RowFault } from './account-csv.ts';

/** Faults named in one refusal; more of them rarely tell more. */
const maxFaults = 50;

export const importAccounts: Handler<typeof route> = ({ caller, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const tenant = await tx.selectFrom('tenant').select('currency').forUpdate().executeTakeFirst();
    if (!tenant) return refused({ kind: 'tenant_not_set_up' });
    const parsed = parseAccountCsv(request.csv);
    if (!parsed.ok) return importRefused(parsed.failure);
    const resolved = await resolveRows(tx, parsed.value, new Map([...Object.entries(request.rates), [tenant.currency, 1]]));
    if (!resolved.ok) return importRefused(resolved.failure);

    const accounts = await storeAccounts(tx, caller.tenantId, resolved.value);
    await storeDomains(tx, caller.tenantId, accounts);
    await storeKeyPartners(tx, caller.tenantId, accounts);
    await storeTiers(tx);
    const all = await tx.selectFrom('account').select('account_id').execute();
    await refreshHealth(
      tx,
      all.map(({ account_id }) => account_id),
      { tenantId: caller.tenantId, nowAt },
    );
    await rereadCalendars(tx);
    return ok(countChanges(accounts));
  });

function importRefused(
  faults: readonly RowFault[],
): Result<never, { readonly kind: 'import_refused'; readonly faults: readonly RowFault[] }> {
  return refused({ kind: 'import_refused', faults: faults.slice(0, maxFaults) });
}

interface ResolvedRow extends AccountRow {
  readonly ownerId: string | undefined;
  readonly tenantRevenueMinor: number;
}

/** Checks what only our own records can say: owners are people we know, domains are customers', currencies have a rate. */
async function resolveRows(
  tx: TenantTransaction,
  rows: readonly AccountRow[],
  rates: ReadonlyMap<string, number>,
): Promise<Result<readonly ResolvedRow[], readonly RowFault[]>> {
  const people = await tx.selectFrom('person').where('left_at', 'is', null).select(['person_id', 'mail']).execute();
  const personIdByMail = new Map(people.map(({ mail, person_id }) => [mail, person_id]));
  const { ownDomains } = await loadAccountDomains(tx, []);
  const known = { ownDomains, accountIdsByDomain: new Map(), accountIdByMail: new Map() };
  const faults: RowFault[] = [];
  const resolved = rows.map((row): ResolvedRow => {
    const ownerId = row.ownerMail === undefined ? undefined : personIdByMail.get(row.ownerMail);
    const rate = rates.get(row.currency);
    if (row.ownerMail !== undefined && !ownerId) faults.push({ line: row.line, field: 'owner', fault: 'unknown_owner' });
    if (rate === undefined) faults.push({ line: row.line, field: 'currency', fault: 'no_rate' });
    if (row.domains.some((domain) => !isCustomerDomain(domain, known))) {
      faults.push({ line: row.line, field: 'domains', fault: 'not_a_domain' });
    }
    return { ...row, ownerId, tenantRevenueMinor: Math.round(row.revenueMinor * (rate ?? 0)) };
  });
  return faults.length > 0 ? refused(faults) : ok(resolved);
}

/** Our own and free-mail domains never make an account. */
function isCustomerDomain(domain: string, known: Parameters<typeof matchAccount>[1]): boolean {
  const match = matchAccount(`somebody@${domain}`, known);
  return match.kind === 'none' && match.because === 'unknown_domain';
}

interface StoredAccount {
  readonly accountId: string;
  readonly row: ResolvedRow;
  readonly change: 'added' | 'changed' | 'unchanged';
}

async function storeAccounts(tx: TenantTransaction, tenantId: string, rows: readonly ResolvedRow[]): Promise<readonly StoredAccount[]> {
  const values = rows.map((row) => ({
    account_id: newId(),
    external_id: row.externalId,
    name: row.name,
    owner_id: row.ownerId ?? null,
    revenue_minor: row.revenueMinor,
    revenue_currency: row.currency,
    tenant_revenue_minor: row.tenantRevenueMinor,
  }));
  const written = await sql<{ external_id: string; is_new: boolean }>`
    insert into account (
      tenant_id, account_id, external_id, name, owner_id, revenue_minor, revenue_currency, tenant_revenue_minor, tier, cadence_days
    )
    select ${tenantId}, a.*, 'C', ${defaultCadenceDays.C}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as a (
      account_id uuid, external_id text, name text, owner_id uuid, revenue_minor bigint, revenue_currency text,
      tenant_revenue_minor bigint
    )
    on conflict (tenant_id, external_id) do update set
      name = excluded.name,
      owner_id = excluded.owner_id,
      revenue_minor = excluded.revenue_minor,
      revenue_currency = excluded.revenue_currency,
      tenant_revenue_minor = excluded.tenant_revenue_minor
    where (account.name, account.owner_id, account.revenue_minor, account.revenue_currency, account.tenant_revenue_minor)
      is distinct from (excluded.name, excluded.owner_id, excluded.revenue_minor, excluded.revenue_currency, excluded.tenant_revenue_minor)
    returning external_id, xmax = 0 as is_new`.execute(tx);
  const changes = new Map(written.rows.map(({ external_id, is_new }) => [external_id, is_new ? 'added' : 'changed'] as const));
  const ids = await tx
    .selectFrom('account')
    .where(
      'external_id',
      'in',
      rows.map(({ externalId }) => externalId),
    )
    .select(['account_id', 'external_id'])
    .execute();
  const idByExternal = new Map(ids.map(({ external_id, account_id }) => [external_id, account_id]));
  return rows.flatMap((row) => {
    const accountId = idByExternal.get(row.externalId);
    return accountId === undefined ? [] : [{ accountId, row, change: changes.get(row.externalId) ?? 'unchanged' }];
  });
}

async function storeDomains(tx: TenantTransaction, tenantId: string, accounts: readonly StoredAccount[]): Promise<void> {
  const values = accounts.flatMap(({ accountId, row }) => row.domains.map((domain) => ({ account_id: accountId, domain })));
  const json = JSON.stringify(values);
  await sql`
    delete from account_domain d
    where d.account_id = any(${accounts.map(({ accountId }) => accountId)}::uuid[]) and not exists (
      select from jsonb_to_recordset(${json}::jsonb) as v (account_id uuid, domain text)
      where v.account_id = d.account_id and v.domain = d.domain
    )`.execute(tx);
  await sql`
    insert into account_domain (tenant_id, domain, account_id)
    select ${tenantId}, v.domain, v.account_id
    from jsonb_to_recordset(${json}::jsonb) as v (account_id uuid, domain text)
    on conflict do nothing`.execute(tx);
}

/** The file says who the key partners of its accounts are; a contact is made for one whom no calendar has shown yet. */
async function storeKeyPartners(tx: TenantTransaction, tenantId: string, accounts: readonly StoredAccount[]): Promise<void> {
  const values = accounts.flatMap(({ accountId, row }) =>
    row.keyPartnerMails.map((mail) => ({ contact_id: newId(), account_id: accountId, mail, display_name: mail })),
  );
  const json = JSON.stringify(values);
  await sql`
    update contact set is_key_partner = false
    where is_key_partner and account_id = any(${accounts.map(({ accountId }) => accountId)}::uuid[])
      and mail not in (select v.mail from jsonb_to_recordset(${json}::jsonb) as v (mail text))`.execute(tx);
  await sql`
    insert into contact (tenant_id, contact_id, mail, display_name, account_id, is_key_partner)
    select distinct on (v.mail) ${tenantId}::uuid, v.contact_id, v.mail, v.display_name, v.account_id, true
    from jsonb_to_recordset(${json}::jsonb) as v (contact_id uuid, account_id uuid, mail text, display_name text)
    order by v.mail
    on conflict (tenant_id, mail) do update set account_id = excluded.account_id, is_key_partner = true`.execute(tx);
}

/** Tiers are tenant-wide: every account's may change with one account's revenue. */
async function storeTiers(tx: TenantTransaction): Promise<void> {
  const accounts = await tx.selectFrom('account').select(['account_id as accountId', 'tenant_revenue_minor as revenueMinor']).execute();
  const tiers = [...tiersOf(accounts)].map(([accountId, tier]: [string, Tier]) => ({
    account_id: accountId,
    tier,
    cadence_days: defaultCadenceDays[tier],
  }));
  await sql`
    update account set tier = t.tier, cadence_days = t.cadence_days
    from jsonb_to_recordset(${JSON.stringify(tiers)}::jsonb) as t (account_id uuid, tier text, cadence_days integer)
    where account.account_id = t.account_id and (account.tier, account.cadence_days) is distinct from (t.tier, t.cadence_days)`.execute(tx);
}

/** Whose meetings are customer meetings may have changed: the next tick of the timer reads every calendar again. */
async function rereadCalendars(tx: TenantTransaction): Promise<void> {
  await tx.updateTable('mailbox').set({ state: 'waiting', next_link: null, lease_until: null }).execute();
}

function countChanges(accounts: readonly StoredAccount[]): { added: number; changed: number; unchanged: number } {
  const count = (change: StoredAccount['change']): number => accounts.filter((account) => account.change === change).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}
