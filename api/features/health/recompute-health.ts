/** Proves the stored health: computes every account anew from its meetings and tags, and says where the stored row differs. Writes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts';
import { healthPolicy } from '../../domain/health-policy.ts';
import type { StripEntry } from '../../domain/touch-strip.ts';
import { forEachAtOnce } from '../../platform/at-once.ts';
import type { Database, TenantTransaction } from '../../platform/db/database.ts';
import { computeHealth } from './compute-health.ts';
import { type AccountRecord, loadAccountRecords } from './load-facts.ts';
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

/** Accounts read at a time, each in a transaction of its own, so that nothing waits for the whole. */
const accountsPerBatch = 100;
/** While the database reads for one, the other is computed. */
const concurrentBatches = 2;

/** Every account of every tenant. */
export async function recomputeHealth(database: Pick<Database, 'tenantIds' | 'withTenant'>, nowAt: Date): Promise<RecomputeReport> {
  const reports: RecomputeReport[] = [];
  for (const tenantId of await database.tenantIds()) {
    const batches = await database.withTenant(tenantId, listBatches);
    await forEachAtOnce(batches, concurrentBatches, async (accountIds) => {
      reports.push(await database.withTenant(tenantId, (tx) => recomputeBatch(tx, accountIds, nowAt)));
    });
  }
  return {
    accounts: reports.reduce((sum, { accounts }) => sum + accounts, 0),
    due: reports.reduce((sum, { due }) => sum + due, 0),
    differences: reports.flatMap(({ differences }) => differences),
  };
}

async function listBatches(tx: TenantTransaction): Promise<readonly (readonly string[])[]> {
  const rows = await tx.selectFrom('account').where('merged_into_id', 'is', null).select('account_id').orderBy('account_id').execute();
  const ids = rows.map(({ account_id }) => account_id);
  return Array.from({ length: Math.ceil(ids.length / accountsPerBatch) }, (_, batch) =>
    ids.slice(batch * accountsPerBatch, (batch + 1) * accountsPerBatch),
  );
}

async function recomputeBatch(tx: TenantTransaction, accountIds: readonly string[], nowAt: Date): Promise<RecomputeReport> {
  const { todayOn, timeZone } = await businessDay(tx, nowAt);
  const stored = new Map((await loadStored(tx, accountIds)).map((row) => [row.account_id, row]));
  const records = await loadAccountRecords(tx, { accountIds, timeZone, nowAt });
  const settled = records.filter(({ accountId }) => !isDue(stored.get(accountId), { todayOn, nowAt }));
  return {
    accounts: records.length,
    due: records.length - settled.length,
    differences: settled.flatMap((record) => differencesOf(record, stored.get(record.accountId), todayOn)),
  };
}

function isDue(row: StoredRow | undefined, { todayOn, nowAt }: { readonly todayOn: CalendarDay; readonly nowAt: Date }): boolean {
  if (!row) return false;
  return (row.valid_until_on !== null && row.valid_until_on < todayOn) || (row.next_end_at !== null && row.next_end_at <= nowAt);
}

function differencesOf(record: AccountRecord, row: StoredRow | undefined, todayOn: CalendarDay): readonly HealthDifference[] {
  const { accountId, name } = record;
  const computed = comparable(healthRow(computeHealth(record, todayOn)), todayOn);
  if (!row) return [{ accountId, name, column: 'row', stored: undefined, computed }];
  const stored = comparable(row, todayOn);
  return Object.keys(computed)
    .filter((column) => !isDeepStrictEqual(stored[column], computed[column]))
    .map((column) => ({ accountId, name, column, stored: stored[column], computed: computed[column] }));
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
