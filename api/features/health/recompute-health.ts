/** Proves the stored health: computes every account anew from its meetings and tags, and says where the stored row differs. Writes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts';
import { healthPolicy } from '../../domain/health-policy.ts';
import type { StripEntry } from '../../domain/touch-strip.ts';
import type { Database, TenantTransaction } from '../../platform/db/database.ts';
import { computeHealth } from './compute-health.ts';
import { loadAccountRecords } from './load-facts.ts';
import { businessDay, healthRow } from './refresh-health.ts';

export interface HealthDifference {
  readonly accountId: string;
  readonly name: string;
  /** Column of `account_health`; `row` when the whole row is missing. */
  readonly column: string;
  readonly stored: unknown;
  readonly computed: unknown;
}

export interface RecomputeReport {
  readonly accounts: number;
  /** Rows whose day or meeting has come since the timer ran last: they are its next work, no difference. */
  readonly due: number;
  readonly differences: readonly HealthDifference[];
}

interface RecomputedBatch extends RecomputeReport {
  /** Where the next batch goes on; undefined when this was the last. */
  readonly after: string | undefined;
}

/** Every account of every tenant. Each batch reads in a transaction of its own, so that nothing waits for the whole. */
export async function recomputeHealth(database: Pick<Database, 'tenantIds' | 'withTenant'>, nowAt: Date): Promise<RecomputeReport> {
  const batches: RecomputedBatch[] = [];
  for (const tenantId of await database.tenantIds()) {
    let after: string | undefined;
    do {
      const from = after;
      const batch = await database.withTenant(tenantId, (tx) => recomputeBatch(tx, { after: from, nowAt }));
      batches.push(batch);
      after = batch.after;
    } while (after !== undefined);
  }
  return {
    accounts: batches.reduce((sum, { accounts }) => sum + accounts, 0),
    due: batches.reduce((sum, { due }) => sum + due, 0),
    differences: batches.flatMap(({ differences }) => differences),
  };
}

/** Accounts read at a time. */
const accountsPerBatch = 200;

/** The accounts after the id `after`, in the order of their ids. */
async function recomputeBatch(
  tx: TenantTransaction,
  { after, nowAt }: { readonly after: string | undefined; readonly nowAt: Date },
): Promise<RecomputedBatch> {
  const { todayOn, timeZone } = await businessDay(tx, nowAt);
  const { rows: accounts } = await sql<{ account_id: string }>`
    select account_id from account
    where merged_into_id is null and (${after ?? null}::uuid is null or account_id > ${after ?? null}::uuid)
    order by account_id
    limit ${accountsPerBatch}`.execute(tx);
  const accountIds = accounts.map(({ account_id }) => account_id);
  if (accountIds.length === 0) return { accounts: 0, due: 0, differences: [], after: undefined };
  const stored = new Map((await loadStored(tx, accountIds)).map((row) => [row.account_id, row]));
  const records = await loadAccountRecords(tx, { accountIds, timeZone, nowAt });
  const isDue = (accountId: string): boolean => {
    const row = stored.get(accountId);
    return (
      row !== undefined &&
      ((row.valid_until_on !== null && row.valid_until_on < todayOn) || (row.next_end_at !== null && row.next_end_at <= nowAt))
    );
  };
  const settled = records.filter(({ accountId }) => !isDue(accountId));
  return {
    accounts: records.length,
    due: records.length - settled.length,
    differences: settled.flatMap((record) => {
      const computed = comparable(healthRow(computeHealth(record, todayOn)), todayOn);
      const row = stored.get(record.accountId);
      const { accountId, name } = record;
      if (!row) return [{ accountId, name, column: 'row', stored: undefined, computed }];
      const asStored = comparable(row, todayOn);
      return Object.keys(computed)
        .filter((column) => !isDeepStrictEqual(asStored[column], computed[column]))
        .map((column) => ({ accountId, name, column, stored: asStored[column], computed: computed[column] }));
    }),
    after: accountIds.length < accountsPerBatch ? undefined : accountIds.at(-1),
  };
}

interface StoredRow {
  readonly account_id: string;
  readonly valid_until_on: string | null;
  readonly next_end_at: Date | null;
  readonly strip: readonly StripEntry[];
}

async function loadStored(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`select * from account_health where account_id = any(${accountIds}::uuid[])`.execute(tx);
  return rows;
}

/** Columns that may differ while the row still holds, and the tenant. */
const uncompared: ReadonlySet<string> = new Set(['computed_on', 'tenant_id']);

/** As JSON has it; marks that have left the strip since the row was written count as gone. */
function comparable(row: { readonly strip: readonly StripEntry[] }, todayOn: CalendarDay): Readonly<Record<string, unknown>> {
  const firstOn = addDays(todayOn, -healthPolicy.stripDays);
  const current = { ...row, strip: row.strip.filter(({ on }) => on >= firstOn) };
  const asJson = JSON.parse(JSON.stringify(current)) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(asJson).filter(([column]) => !uncompared.has(column)));
}
