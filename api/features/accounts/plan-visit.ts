/** Stores a visit with a day that is in no calendar yet; from now on it counts as planned. */
import { sql } from 'kysely';
import type { planVisit as route } from '../../contract/plans.ts';
import { calendarDay } from '../../domain/calendar-day.ts';
import { ok, refused } from '../../domain/result.ts';
import { decidePlan } from '../../domain/visit-plan.ts';
import { newId } from '../../platform/clock.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { accessTo } from './account-access.ts';
import { contactIdsOf } from './contact-of-account.ts';

export const planVisit: Handler<typeof route> = ({ caller, params: { accountId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId } = caller;
    if ((await accessTo(tx, accountId, userId)) === 'none') return refused({ kind: 'account_not_found' });
    const { todayOn } = await businessDay(tx, nowAt);
    const claim = {
      plannedOn: calendarDay(request.plannedOn),
      contactIds: [...new Set(request.contactIds)],
      place: request.place,
    };
    const decision = decidePlan(claim, await contactIdsOf(tx, accountId), todayOn);
    if (!decision.ok) return decision;
    const { plannedOn, contactIds, place = null } = decision.value;
    const planId = newId();
    await sql`
      insert into visit_plan (tenant_id, plan_id, account_id, planned_by, planned_on, place, recorded_at)
      values (${tenantId}, ${planId}, ${accountId}, ${userId}, ${plannedOn}, ${place}, ${nowAt})`.execute(tx);
    await sql`
      insert into visit_plan_contact (tenant_id, plan_id, contact_id)
      select ${tenantId}, ${planId}, contact_id from unnest(${contactIds}::uuid[]) as c (contact_id)`.execute(tx);
    await refreshHealth(tx, [accountId], { tenantId, nowAt });
    return ok({ planId });
  });
