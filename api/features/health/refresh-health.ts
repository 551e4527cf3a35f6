/** Computes the stored health of accounts anew, in the transaction that changed their facts. The words come from api/domain alone. */
import { sql } from 'kysely';
import { type CalendarDay, calendarDay, dayOf } from '../../domain/calendar-day.ts';
import { accountHealth, type AccountHealth, type HealthWord } from '../../domain/health.ts';
import { touchpointsOf } from '../../domain/touchpoint.ts';
import { type StripEntry, touchStrip } from '../../domain/touch-strip.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type AccountRecord, loadAccountRecords } from './load-facts.ts';

export interface StoredHealth extends AccountHealth {
  readonly accountId: string;
  readonly keyPartners: number;
  /** Key partners who were ever present in a near meeting. */
  readonly keyPartnersMet: number;
  /** Day of the next meeting that looks like a visit, in the tenant's zone. */
  readonly nextVisitOn: CalendarDay | undefined;
  readonly strip: readonly StripEntry[];
  readonly computedOn: CalendarDay;
  readonly nextEndAt: Date | undefined;
}

export interface HealthChange {
  readonly accountId: string;
  readonly name: string;
  /** Absent when the account had no row yet. */
  readonly before: { readonly word: HealthWord; readonly lastNearOn: CalendarDay | undefined } | undefined;
  readonly after: StoredHealth;
}

/**
 * One entry per account that exists, sorted by name. Locks the accounts first: two changes of one account at once follow
 * each other, and the second sees the first.
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
    .select('account_id')
    .orderBy('account_id')
    .forUpdate()
    .execute();
  if (locked.length === 0) return [];
  const ids = locked.map(({ account_id }) => account_id);
  const before = await loadWords(tx, ids);
  const { todayOn, timeZone } = await businessDay(tx, nowAt);
  const records = await loadAccountRecords(tx, { accountIds: ids, timeZone, nowAt });
  const computed = records.map((record) => ({ record, after: healthOf(record, todayOn) }));
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

/** From loaded facts to the row, without storage: the recompute uses the same. */
export function healthOf(record: AccountRecord, todayOn: CalendarDay): StoredHealth {
  const touchpoints = touchpointsOf(record.held);
  const health = accountHealth(
    {
      cadenceDays: record.cadenceDays,
      touchpoints,
      unansweredOn: record.unansweredOn,
      ownerEnrolledOn: record.ownerEnrolledOn,
      hasUnansweredHistory: record.hasUnansweredHistory,
    },
    todayOn,
  );
  const metNear = new Set(touchpoints.filter(({ isNear }) => isNear).flatMap(({ contactIds }) => contactIds));
  return {
    ...health,
    accountId: record.accountId,
    keyPartners: record.keyPartnerIds.length,
    keyPartnersMet: record.keyPartnerIds.filter((contactId) => metNear.has(contactId)).length,
    nextVisitOn: record.nextVisitOn,
    strip: touchStrip(record.stripMeetings, todayOn),
    computedOn: todayOn,
    nextEndAt: record.nextEndAt,
  };
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

async function storeHealth(tx: TenantTransaction, tenantId: string, rows: readonly StoredHealth[]): Promise<void> {
  const values = rows.map((row) => ({
    account_id: row.accountId,
    word: row.word,
    unanswered: row.unanswered,
    deciding_unanswered: row.decidingUnanswered,
    last_near_on: row.lastNearOn ?? null,
    last_touchpoint_on: row.lastTouchpointOn ?? null,
    virtual_streak: row.virtualStreak,
    key_partners: row.keyPartners,
    key_partners_met: row.keyPartnersMet,
    next_visit_on: row.nextVisitOn ?? null,
    strip: row.strip,
    computed_on: row.computedOn,
    valid_until_on: row.validUntilOn ?? null,
    next_end_at: row.nextEndAt?.toISOString() ?? null,
  }));
  await sql`
    insert into account_health (
      tenant_id, account_id, word, unanswered, deciding_unanswered, last_near_on, last_touchpoint_on, virtual_streak,
      key_partners, key_partners_met, next_visit_on, strip, computed_on, valid_until_on, next_end_at
    )
    select ${tenantId}, r.*
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (
      account_id uuid, word text, unanswered integer, deciding_unanswered integer, last_near_on date, last_touchpoint_on date,
      virtual_streak integer, key_partners integer, key_partners_met integer, next_visit_on date, strip jsonb,
      computed_on date, valid_until_on date, next_end_at timestamptz
    )
    on conflict (tenant_id, account_id) do update set
      word = excluded.word,
      unanswered = excluded.unanswered,
      deciding_unanswered = excluded.deciding_unanswered,
      last_near_on = excluded.last_near_on,
      last_touchpoint_on = excluded.last_touchpoint_on,
      virtual_streak = excluded.virtual_streak,
      key_partners = excluded.key_partners,
      key_partners_met = excluded.key_partners_met,
      next_visit_on = excluded.next_visit_on,
      strip = excluded.strip,
      computed_on = excluded.computed_on,
      valid_until_on = excluded.valid_until_on,
      next_end_at = excluded.next_end_at`.execute(tx);
}
