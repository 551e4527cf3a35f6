/** A manager takes an account out of coverage for a while; the pause that runs ends with the new one. */
import { sql } from 'kysely';
import type { pauseAccount as route } from '../../contract/accounts.ts';
import { calendarDay } from '../../domain/calendar-day.ts';
import { decidePause } from '../../domain/pause.ts';
import { ok, refused } from '../../domain/result.ts';
import { newId } from '../../platform/clock.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { accessTo } from './account-access.ts';
import { endPause } from './resume-account.ts';
import { readPause } from './read-pause.ts';

export const pauseAccount: Handler<typeof route> = ({ caller, params: { accountId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    if ((await accessTo(tx, accountId, caller.userId)) !== 'manages') return refused({ kind: 'not_your_account' });
    const { todayOn } = await businessDay(tx, nowAt);
    const decision = decidePause({ reason: request.reason, untilOn: calendarDay(request.untilOn) }, caller.userId, todayOn);
    if (!decision.ok) return decision;
    const { reason, fromOn, untilOn, pausedBy } = decision.value;
    await tx.selectFrom('account').where('account_id', '=', accountId).select('account_id').forUpdate().execute();
    await endPause(tx, accountId, nowAt);
    await sql`
      insert into account_pause (tenant_id, pause_id, account_id, reason, from_on, until_on, paused_by, paused_at)
      values (${caller.tenantId}, ${newId()}, ${accountId}, ${reason}, ${fromOn}, ${untilOn}, ${pausedBy}, ${nowAt})`.execute(tx);
    return ok({ pause: await readPause(tx, accountId, todayOn) });
  });
