/** The pause of an account that runs on a day: the newest that nobody has ended. */
import { type RawBuilder, sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar-day.ts';

/** Which rows of `account_pause p` run on the day. */
export function isRunning(todayOn: CalendarDay): RawBuilder<boolean> {
  return sql`p.ended_at is null and ${todayOn} between p.from_on and p.until_on`;
}

/** The last paused day of account `a`, null when it is not paused: an expression for a select list. */
export function pausedUntilOn(todayOn: CalendarDay): RawBuilder<string | null> {
  return sql`(
    select max(p.until_on) from account_pause p where p.tenant_id = a.tenant_id and p.account_id = a.account_id and ${isRunning(todayOn)}
  )`;
}
