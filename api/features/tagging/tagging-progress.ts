/** How many of this week's meetings are answered, and the coverage of the seller's own A accounts, which the answers change. */
import { sql } from 'kysely';
import type { taggingProgress as route } from '../../contract/tagging-progress.ts';
import { addDays, type CalendarDay, dayOf, startOfDay } from '../../domain/calendar-day.ts';
import { coverageOf } from '../../domain/headline.ts';
import type { HealthWord } from '../../domain/health-word.ts';
import { ok } from '../../domain/result.ts';
import { daysPerWeek, weekStart } from '../../domain/week.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { pausedUntilOn } from '../health/running-pause.ts';
import { fromOwnMeetings } from './own-meetings.ts';

export const taggingProgress: Handler<typeof route> = ({ caller, request: { timeZone, firstWeekday }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { userId: sellerId } = caller;
    const fromOn = weekStart(dayOf(nowAt, timeZone), firstWeekday);
    const fromAt = startOfDay(fromOn, timeZone);
    const untilAt = startOfDay(addDays(fromOn, daysPerWeek), timeZone);
    const week = await countMeetings(tx, { sellerId, nowAt, fromAt, untilAt });
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ week, coverage: coverageOf(await settledWords(tx, sellerId, todayOn)) ?? null });
  });

interface WeekScope {
  readonly sellerId: string;
  readonly nowAt: Date;
  /** Half-open. */
  readonly fromAt: Date;
  readonly untilAt: Date;
}

async function countMeetings(
  tx: TenantTransaction,
  { fromAt, untilAt, ...scope }: WeekScope,
): Promise<{ readonly answered: number; readonly total: number }> {
  const { rows } = await sql<{ answered: number; total: number }>`
    select count(*) filter (where m.tag_version > 0) as answered, count(*) as total
    ${fromOwnMeetings(scope)} and m.starts_at >= ${fromAt} and m.starts_at < ${untilAt}`.execute(tx);
  return rows[0] ?? { answered: 0, total: 0 };
}

/** Of the seller's own A accounts that count: none of a paused account, and none at all before the calendar was read once. */
async function settledWords(tx: TenantTransaction, sellerId: string, todayOn: CalendarDay): Promise<readonly HealthWord[]> {
  const { rows } = await sql<{ word: HealthWord }>`
    select h.word
    from account a
    join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
    join mailbox b on b.tenant_id = a.tenant_id and b.seller_id = a.owner_id and b.first_read_at is not null
    where a.owner_id = ${sellerId} and a.tier = 'A' and a.merged_into_id is null and ${pausedUntilOn(todayOn)} is null`.execute(tx);
  return rows.map(({ word }) => word);
}
