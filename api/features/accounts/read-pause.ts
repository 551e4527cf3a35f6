/** The pause of an account that runs today, as the wire has it. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Pause } from '../../contract/accounts.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { PauseReason } from '../../domain/pause.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { isRunning } from '../health/running-pause.ts';

interface PauseRow {
  readonly reason: PauseReason;
  readonly from_on: string;
  readonly until_on: string;
  readonly paused_by: string;
  readonly paused_by_name: string;
}

export async function readPause(tx: TenantTransaction, accountId: string, todayOn: CalendarDay): Promise<z.input<typeof Pause> | null> {
  const { rows } = await sql<PauseRow>`
    select p.reason, p.from_on, p.until_on, p.paused_by, person.display_name as paused_by_name
    from account_pause p
    join person on person.tenant_id = p.tenant_id and person.person_id = p.paused_by
    where p.account_id = ${accountId} and ${isRunning(todayOn)}
    order by p.paused_at desc
    limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  return { reason: row.reason, fromOn: row.from_on, untilOn: row.until_on, by: { id: row.paused_by, name: row.paused_by_name } };
}
