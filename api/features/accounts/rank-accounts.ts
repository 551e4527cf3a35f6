/** Tiers and cadences of every account anew: after an import, a merge, a split, or when an admin changes the cadences. */
import { sql } from 'kysely';
import { type Cadence, decideCadence } from '../../domain/cadence.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Tier } from '../../domain/health-policy.ts';
import { cadenceDaysFor, tiersOf } from '../../domain/tier.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type CadenceColumns, storedCadence } from '../health/stored-cadence.ts';

interface AccountRow extends CadenceColumns {
  readonly account_id: string;
  readonly merged_into_id: string | null;
  readonly own_tenant_revenue_minor: number;
  readonly tenant_revenue_minor: number;
  readonly tier: Tier;
  readonly tier_override: Tier | null;
  readonly cadence_override_days: number | null;
}

export interface RankOptions {
  readonly todayOn: CalendarDay;
  /** Accounts that are new: their cadence holds at once, since nobody was promised another. */
  readonly addedIds: ReadonlySet<string>;
}

/**
 * Tiers are tenant-wide: every account's may change with one account's revenue. The revenue of a merged account counts where it was merged
 * into. Returns the accounts whose row changed.
 */
export async function rankAccounts(tx: TenantTransaction, { todayOn, addedIds }: RankOptions): Promise<readonly string[]> {
  const tenant = await tx.selectFrom('tenant').select(['cadence_days_a', 'cadence_days_b', 'cadence_days_c']).executeTakeFirstOrThrow();
  const tenantDays = { A: tenant.cadence_days_a, B: tenant.cadence_days_b, C: tenant.cadence_days_c };
  const accounts = await loadAccounts(tx);
  const revenue = revenueWithMerged(accounts);
  const standing = accounts.filter(({ merged_into_id }) => merged_into_id === null);
  const tiers = tiersOf(standing.map(({ account_id: accountId }) => ({ accountId, revenueMinor: revenue.get(accountId) ?? 0 })));
  const ranked = standing.map((row) => {
    const tier = tiers.get(row.account_id) ?? 'C';
    const overrides = { tier: row.tier_override ?? undefined, cadenceDays: row.cadence_override_days ?? undefined };
    const days = cadenceDaysFor(tier, overrides, tenantDays);
    const cadence: Cadence = addedIds.has(row.account_id) ? { days } : decideCadence(storedCadence(row), days, todayOn);
    return {
      account_id: row.account_id,
      tenant_revenue_minor: revenue.get(row.account_id) ?? 0,
      tier,
      cadence_days: cadence.days,
      next_cadence_days: cadence.next?.days ?? null,
      next_cadence_on: cadence.next?.fromOn ?? null,
    };
  });
  return await storeRanks(tx, ranked);
}

async function loadAccounts(tx: TenantTransaction): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select account_id, merged_into_id, own_tenant_revenue_minor, tenant_revenue_minor, tier, tier_override, cadence_override_days,
      cadence_days, next_cadence_days, next_cadence_on
    from account
    order by account_id
    for update`.execute(tx);
  return rows;
}

function revenueWithMerged(accounts: readonly AccountRow[]): ReadonlyMap<string, number> {
  const revenue = new Map<string, number>();
  for (const { account_id, merged_into_id, own_tenant_revenue_minor } of accounts) {
    const target = merged_into_id ?? account_id;
    revenue.set(target, (revenue.get(target) ?? 0) + own_tenant_revenue_minor);
  }
  return revenue;
}

async function storeRanks(tx: TenantTransaction, ranked: readonly object[]): Promise<readonly string[]> {
  const { rows } = await sql<{ account_id: string }>`
    update account a
    set tenant_revenue_minor = r.tenant_revenue_minor, tier = r.tier, cadence_days = r.cadence_days,
      next_cadence_days = r.next_cadence_days, next_cadence_on = r.next_cadence_on
    from jsonb_to_recordset(${JSON.stringify(ranked)}::jsonb) as r (
      account_id uuid, tenant_revenue_minor bigint, tier text, cadence_days integer, next_cadence_days integer, next_cadence_on date
    )
    where a.account_id = r.account_id
      and (a.tenant_revenue_minor, a.tier, a.cadence_days, a.next_cadence_days, a.next_cadence_on)
        is distinct from (r.tenant_revenue_minor, r.tier, r.cadence_days, r.next_cadence_days, r.next_cadence_on)
    returning a.account_id`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}
