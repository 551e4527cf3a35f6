/** Computes the stored health of accounts anew, in the transaction that changed their facts. The words come from api/domain alone. */
import { sql } from 'kysely';
import { type CalendarDay, calendarDay, dayOf } from '../../domain/calendar-day.ts';
import type { HealthWord } from '../../domain/health-word.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { computeHealth, type ComputedHealth } from './compute-health.ts';
import { loadAccountRecords } from './load-facts.ts';

export interface HealthChange {
  readonly accountId: string;
  readonly name: string;
  /** Absent when the account had no row yet. */
  readonly before: { readonly word: HealthWord; readonly lastNearOn: CalendarDay | undefined } | undefined;
  readonly after: ComputedHealth;
}

/**
 * One entry per account that exists and is not merged away, sorted by name. Locks the accounts first: two changes of one account at once
 * follow each other, and the second sees the first.
 */
export async function refreshHealth(
  tx: TenantTransaction,
  accountIds: readonly string[],
  { tenantId, nowAt }: { readonly tenantId: string; readonly nowAt: Date },
): Promise<readonly HealthChange[]> {
  if (accountIds.length === 0) return [];
  const locked = await tx
    .selectFrom('account')
    .where('account_id', 'in', [...new Set(accountIds)])
    .where('merged_into_id', 'is', null)
    .select('account_id')
    .orderBy('account_id')
    .forUpdate()
    .execute();
  if (locked.length === 0) return [];
  const ids = locked.map(({ account_id }) => account_id);
  const before = await loadWords(tx, ids);
  const { todayOn, timeZone } = await businessDay(tx, nowAt);
  const records = await loadAccountRecords(tx, { accountIds: ids, timeZone, nowAt });
  const computed = records.map((record) => ({ record, after: computeHealth(record, todayOn) }));
  await storeHealth(
    tx,
    tenantId,
    computed.map(({ after }) => after),
  );
  return computed
    .map(({ record, after }) => ({ accountId: record.accountId, name: record.name, before: before.get(record.accountId), after }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Today in the tenant's time zone: the business date of every page. */
export async function businessDay(
  tx: TenantTransaction,
  nowAt: Date,
): Promise<{ readonly todayOn: CalendarDay; readonly timeZone: string }> {
  const { time_zone: timeZone } = await tx.selectFrom('tenant').select('time_zone').executeTakeFirstOrThrow();
  return { todayOn: dayOf(nowAt, timeZone), timeZone };
}

async function loadWords(
  tx: TenantTransaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, { word: HealthWord; lastNearOn: CalendarDay | undefined }>> {
  const rows = await tx
    .selectFrom('account_health')
    .where('account_id', 'in', [...accountIds])
    .select(['account_id', 'word', 'last_near_on'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.account_id,
      { word: row.word as HealthWord, lastNearOn: row.last_near_on === null ? undefined : calendarDay(row.last_near_on) },
    ]),
  );
}

/** The columns of `account_health` but the tenant, as JSON has them. */
export function healthRow(health: ComputedHealth) {
  return {
    account_id: health.accountId,
    word: health.word,
    score: health.score,
    lines: health.lines,
    unanswered: health.unanswered,
    deciding_unanswered: health.decidingUnanswered,
    last_near_on: health.lastNearOn ?? null,
    last_touchpoint_on: health.lastTouchpointOn ?? null,
    virtual_streak: health.virtualStreak,
    key_partners: health.keyPartners.length,
    key_partners_met: health.keyPartners.filter(({ lastNearOn }) => lastNearOn !== null).length,
    key_partner_facts: health.keyPartners,
    colleagues: health.colleagues,
    next_visit_on: health.nextVisitOn ?? null,
    strip: health.strip,
    computed_on: health.computedOn,
    valid_until_on: health.validUntilOn ?? null,
    next_end_at: health.nextEndAt?.toISOString() ?? null,
  };
}

async function storeHealth(tx: TenantTransaction, tenantId: string, rows: readonly ComputedHealth[]): Promise<void> {
  await sql`
    insert into account_health (
      tenant_id, account_id, word, score, lines, unanswered, deciding_unanswered, last_near_on, last_touchpoint_on, virtual_streak,
      key_partners, key_partners_met, key_partner_facts, colleagues, next_visit_on, strip, computed_on, valid_until_on, next_end_at
    )
    select ${tenantId}, r.*
    from jsonb_to_recordset(${JSON.stringify(rows.map(healthRow))}::jsonb) as r (
      account_id uuid, word text, score integer, lines jsonb, unanswered integer, deciding_unanswered integer, last_near_on date,
      last_touchpoint_on date, virtual_streak integer, key_partners integer, key_partners_met integer, key_partner_facts jsonb,
      colleagues jsonb, next_visit_on date, strip jsonb, computed_on date, valid_until_on date, next_end_at timestamptz
    )
    on conflict (tenant_id, account_id) do update set
      word = excluded.word,
      score = excluded.score,
      lines = excluded.lines,
      unanswered = excluded.unanswered,
      deciding_unanswered = excluded.deciding_unanswered,
      last_near_on = excluded.last_near_on,
      last_touchpoint_on = excluded.last_touchpoint_on,
      virtual_streak = excluded.virtual_streak,
      key_partners = excluded.key_partners,
      key_partners_met = excluded.key_partners_met,
      key_partner_facts = excluded.key_partner_facts,
      colleagues = excluded.colleagues,
      next_visit_on = excluded.next_visit_on,
      strip = excluded.strip,
      computed_on = excluded.computed_on,
      valid_until_on = excluded.valid_until_on,
      next_end_at = excluded.next_end_at`.execute(tx);
}
