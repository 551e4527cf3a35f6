/** Takes the newest import back: what it changed is as it was, what it added is gone, contacts and key partners are where they were. */
import { sql } from 'kysely';
import type { undoImport as route } from '../../contract/account-import.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { rankAccounts } from './rank-accounts.ts';
import { refreshAfterAccounts } from './refresh-after-accounts.ts';
import { rehomeContacts } from './rehome-contacts.ts';

export const undoImport: Handler<typeof route> = ({ caller, request: { importNumber }, transaction, nowAt }) =>
  transaction(async (tx) => {
    await tx.selectFrom('tenant').select('tenant_id').forUpdate().execute();
    if (!(await isUndoable(tx, importNumber))) return refused({ kind: 'no_import_to_undo' });
    const { todayOn } = await businessDay(tx, nowAt);
    const { restoredIds, addedIds } = await loadTouched(tx, importNumber);
    const domains = await restoreDomains(tx, importNumber, addedIds);
    await restoreAccounts(tx, importNumber);
    const { contactIds, keyPartnerIds } = await restoreContacts(tx, importNumber, addedIds);
    const rehomed = await rehomeContacts(tx, { domains, contactIds, accountIds: addedIds });
    await sql`update account_import set undone_at = ${nowAt}, contacts_before = '[]' where import_number = ${importNumber}`.execute(tx);
    await sql`delete from account_before_import`.execute(tx);
    await tx
      .deleteFrom('account')
      .where('account_id', 'in', [...addedIds, noAccount])
      .execute();
    const ranked = await rankAccounts(tx, { todayOn, addedIds: new Set() });
    const renamed = await accountsOf(tx, keyPartnerIds);
    await refreshAfterAccounts(
      tx,
      { accountIds: [...restoredIds, ...rehomed, ...ranked, ...renamed], changesMatching: domains.length > 0 || rehomed.length > 0 },
      { tenantId: caller.tenantId, nowAt },
    );
    return ok({ restored: restoredIds.length, removed: addedIds.length });
  });

/** No account has it: keeps a list that may be empty a valid one. */
const noAccount = '00000000-0000-0000-0000-000000000000';

/** Only the newest import, once, and not after a merge or a split. */
async function isUndoable(tx: TenantTransaction, importNumber: number): Promise<boolean> {
  const newest = await tx
    .selectFrom('account_import')
    .select(['import_number', 'undone_at', 'is_undoable'])
    .orderBy('import_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.import_number === importNumber && newest.undone_at === null && newest.is_undoable;
}

async function loadTouched(
  tx: TenantTransaction,
  importNumber: number,
): Promise<{ readonly restoredIds: readonly string[]; readonly addedIds: readonly string[] }> {
  const { rows } = await sql<{ account_id: string; was_there: boolean }>`
    select account_id, was is not null as was_there from account_before_import where import_number = ${importNumber}`.execute(tx);
  const idsOf = (wasThere: boolean): readonly string[] =>
    rows.filter((row) => row.was_there === wasThere).map(({ account_id }) => account_id);
  return { restoredIds: idsOf(true), addedIds: idsOf(false) };
}

/** Returns the domains that some account gained or lost by it. */
async function restoreDomains(tx: TenantTransaction, importNumber: number, addedIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ domain: string }>`
    with was as (
      select b.tenant_id, b.account_id, d.domain
      from account_before_import b cross join lateral jsonb_array_elements_text(b.was -> 'domains') as d (domain)
      where b.import_number = ${importNumber}
    ), removed as (
      delete from account_domain d
      where not d.is_chosen and d.account_id in (select account_id from account_before_import where import_number = ${importNumber})
        and (d.account_id, d.domain) not in (select account_id, domain from was)
      returning d.domain
    ), returned as (
      insert into account_domain (tenant_id, domain, account_id)
      select tenant_id, domain, account_id from was
      on conflict do nothing
      returning domain
    )
    select domain from removed union select domain from returned
    union select domain from account_domain where account_id = any(${addedIds}::uuid[])`.execute(tx);
  return rows.map(({ domain }) => domain);
}

async function restoreAccounts(tx: TenantTransaction, importNumber: number): Promise<void> {
  await sql`
    update account a set
      name = was.name,
      owner_id = was.owner_id,
      revenue_minor = was.revenue_minor,
      revenue_currency = was.revenue_currency,
      own_tenant_revenue_minor = was.own_tenant_revenue_minor,
      tenant_revenue_minor = was.tenant_revenue_minor,
      tier = was.tier,
      tier_override = was.tier_override,
      tier_override_reason = was.tier_override_reason,
      cadence_days = was.cadence_days,
      next_cadence_days = was.next_cadence_days,
      next_cadence_on = was.next_cadence_on,
      cadence_override_days = was.cadence_override_days,
      visitor_policy = case when a.visitor_policy_said_by is null then was.visitor_policy else a.visitor_policy end,
      parent_id = was.parent_id
    from account_before_import b cross join lateral jsonb_populate_record(null::account, b.was -> 'account') was
    where b.import_number = ${importNumber} and b.was is not null and a.account_id = b.account_id`.execute(tx);
}

interface RestoredContacts {
  /** Those whose account may differ now. */
  readonly contactIds: readonly string[];
  /** Those whose naming as key partner differs now. */
  readonly keyPartnerIds: readonly string[];
}

/** Those whom the import made stay, as contacts whose domain decides; what a person said about key partners since stays too. */
async function restoreContacts(tx: TenantTransaction, importNumber: number, addedIds: readonly string[]): Promise<RestoredContacts> {
  const before = sql`
    jsonb_to_recordset((select contacts_before from account_import where import_number = ${importNumber})) as was (
      contact_id uuid, account_source text, given_account_id uuid, named_on date, removed_on date
    )`;
  const given = await sql<{ contact_id: string }>`
    update contact c set account_source = 'domain', given_account_id = null
    where c.account_source = 'import' and c.contact_id not in (select was.contact_id from ${before})
    returning c.contact_id`.execute(tx);
  const fromImport = given.rows.map(({ contact_id }) => contact_id);
  const forgotten = await sql<{ contact_id: string }>`
    delete from key_partner where contact_id = any(${fromImport}::uuid[]) and named_by is null returning contact_id`.execute(tx);
  const restored = await sql<{ contact_id: string }>`
    update contact c set account_source = was.account_source, given_account_id = was.given_account_id
    from ${before}
    where c.contact_id = was.contact_id and c.account_source <> 'person'
    returning c.contact_id`.execute(tx);
  const renamed = await sql<{ contact_id: string }>`
    update key_partner k set named_on = was.named_on, removed_on = was.removed_on
    from ${before}
    where k.contact_id = was.contact_id and was.named_on is not null and k.named_by is null
      and (k.named_on, k.removed_on) is distinct from (was.named_on, was.removed_on)
    returning k.contact_id`.execute(tx);
  const unnamed = await sql<{ contact_id: string }>`
    delete from key_partner k using ${before}
    where k.contact_id = was.contact_id and was.named_on is null and k.named_by is null
    returning k.contact_id`.execute(tx);
  // A person may have given somebody to an account that goes now.
  await sql`
    update contact set account_source = 'domain', given_account_id = null where given_account_id = any(${addedIds}::uuid[])`.execute(tx);
  return {
    contactIds: [...fromImport, ...restored.rows.map(({ contact_id }) => contact_id)],
    keyPartnerIds: [forgotten, renamed, unnamed].flatMap(({ rows }) => rows.map(({ contact_id }) => contact_id)),
  };
}

async function accountsOf(tx: TenantTransaction, contactIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct account_id from contact where contact_id = any(${contactIds}::uuid[]) and account_id is not null`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}
