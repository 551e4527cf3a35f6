/** What is recorded about the caller, counted: the first look at My data. */
import type { myData as route } from '../../contract/my-data.ts';
import { dayOf } from '../../domain/calendar-day.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { readPerson } from './read-person.ts';
import { countRecords } from './read-records.ts';

export const myData: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    const tenant = await tx.selectFrom('tenant').select('time_zone').executeTakeFirst();
    if (!tenant) return refused({ kind: 'tenant_not_set_up' });
    return ok({
      todayOn: dayOf(nowAt, tenant.time_zone),
      ...(await readPerson(tx, caller)),
      totals: await countRecords(tx, caller.userId),
    });
  });
