/** One account was two customers: domains with their contacts, and single contacts, go to another. What a person moved stays so at every import. */
import { sql } from 'kysely';
import type { splitAccount as route } from '../../contract/accounts.ts';
import { registrableDomain } from '../../domain/account-match.ts';
import { defaultCadenceDays } from '../../domain/health-policy.ts';
import { ok, refused } from '../../domain/result.ts';
import { newId } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { lockStanding, settleAccounts } from './merge-account.ts';

export const splitAccount: Handler<typeof route> = ({ caller, params: { accountId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const scope = { tenantId: caller.tenantId, nowAt };
    if (!(await lockStanding(tx, [accountId])).has(accountId)) return refused({ kind: 'account_not_found' });
    const domains = request.domains.map((domain) => registrableDomain(domain.toLowerCase()) ?? domain);
    if (!(await holdsAll(tx, accountId, { domains, contactIds: request.contactIds }))) return refused({ kind: 'accounts_not_separable' });
    const target =
      'accountId' in request.into
        ? await standUp(tx, request.into.accountId)
        : await addAccount(tx, scope.tenantId, accountId, request.into);
    if (target === undefined) return refused({ kind: 'accountId' in request.into ? 'account_not_found' : 'account_id_taken' });
    if (target === accountId || (domains.length === 0 && request.contactIds.length === 0 && !('accountId' in request.into))) {
      return refused({ kind: 'accounts_not_separable' });
    }
    await moveDomains(tx, scope.tenantId, { from: accountId, to: target, domains });
    await giveContacts(tx, target, request.contactIds);
    return ok({ accountIds: [...(await settleAccounts(tx, [accountId, target], scope))] });
  });

interface Moved {
  readonly domains: readonly string[];
  readonly contactIds: readonly string[];
}

/** Whether the account, with those merged into it, has every domain and contact that shall go. */
async function holdsAll(tx: TenantTransaction, accountId: string, { domains, contactIds }: Moved): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select not exists (
      select from unnest(${domains}::text[]) as wanted (domain)
      where not exists (
        select from account_domain d join account a on a.tenant_id = d.tenant_id and a.account_id = d.account_id
        where d.domain = wanted.domain and ${accountId} in (a.account_id, a.merged_into_id)
      )
    ) and not exists (
      select from unnest(${contactIds}::uuid[]) as wanted (contact_id)
      where not exists (select from contact c where c.contact_id = wanted.contact_id and c.account_id = ${accountId})
    ) as holds`.execute(tx);
  return rows[0]?.holds ?? false;
}

/** An account that was merged away stands on its own again. */
async function standUp(tx: TenantTransaction, accountId: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('account')
    .set({ merged_into_id: null })
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id;
}

/** Owned by the same seller until an import says otherwise; without revenue of its own. Undefined when the id is taken. */
async function addAccount(
  tx: TenantTransaction,
  tenantId: string,
  fromId: string,
  { externalId, name }: { readonly externalId: string; readonly name: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ account_id: string }>`
    insert into account (
      tenant_id, account_id, external_id, name, owner_id, revenue_minor, revenue_currency, own_tenant_revenue_minor, tenant_revenue_minor,
      tier, cadence_days
    )
    select ${tenantId}, ${newId()}, ${externalId}, ${name}, a.owner_id, 0, a.revenue_currency, 0, 0, 'C', ${defaultCadenceDays.C}
    from account a where a.account_id = ${fromId}
    on conflict (tenant_id, external_id) do nothing
    returning account_id`.execute(tx);
  return rows[0]?.account_id;
}

async function moveDomains(
  tx: TenantTransaction,
  tenantId: string,
  { from, to, domains }: { readonly from: string; readonly to: string; readonly domains: readonly string[] },
): Promise<void> {
  await sql`
    delete from account_domain d using account a
    where a.tenant_id = d.tenant_id and a.account_id = d.account_id and ${from} in (a.account_id, a.merged_into_id)
      and d.domain = any(${domains}::text[])`.execute(tx);
  await sql`
    insert into account_domain (tenant_id, domain, account_id, is_chosen)
    select ${tenantId}, domain, ${to}, true from unnest(${domains}::text[]) as d (domain)
    on conflict (tenant_id, domain, account_id) do update set is_chosen = true`.execute(tx);
}

export async function giveContacts(tx: TenantTransaction, accountId: string, contactIds: readonly string[]): Promise<void> {
  await sql`
    update contact set account_source = 'person', given_account_id = ${accountId} where contact_id = any(${contactIds}::uuid[])`.execute(
    tx,
  );
}
