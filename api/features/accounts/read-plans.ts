/** The plans of an account that still ask for something: those ahead, and those of which nobody has said what became of them. */
import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import type { Plan } from '../../contract/plans.ts';
import { addDays, type CalendarDay, calendarDay } from '../../domain/calendar-day.ts';
import type { Place } from '../../domain/tag-vocabulary.ts';
import { planStanding, visitPlanPolicy } from '../../domain/visit-plan.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** Plans in one answer. */
const maxPlans = 100;

interface PlanRow {
  readonly plan_id: string;
  readonly planned_on: string;
  readonly place: Place | null;
  readonly planned_by: string;
  readonly planned_by_name: string;
  readonly contacts: readonly { readonly contactId: string; readonly name: string }[];
}

interface PlanScope {
  readonly todayOn: CalendarDay;
  /** Of the account. */
  readonly lastNearOn: CalendarDay | undefined;
  readonly callerId: string;
  /** Whether the caller owns the account or manages its owner. */
  readonly mayDropAll: boolean;
}

/** Earliest first. */
export async function readPlans(tx: TenantTransaction, accountId: string, scope: PlanScope): Promise<z.input<typeof Plan>[]> {
  const { rows } = await sql<PlanRow>`
    select p.plan_id, p.planned_on, p.place, p.planned_by, person.display_name as planned_by_name,
      coalesce((
        select jsonb_agg(jsonb_build_object('contactId', c.contact_id, 'name', c.display_name) order by c.display_name, c.contact_id)
        from visit_plan_contact pc
        join contact c on c.tenant_id = pc.tenant_id and c.contact_id = pc.contact_id
        where pc.tenant_id = p.tenant_id and pc.plan_id = p.plan_id
      ), '[]') as contacts
    from account a
    join visit_plan p on p.tenant_id = a.tenant_id and p.account_id = a.account_id
    join person on person.tenant_id = p.tenant_id and person.person_id = p.planned_by
    where ${accountId} in (a.account_id, a.merged_into_id) and ${isOpenPlan(scope.todayOn)}
    order by p.planned_on, p.recorded_at, p.plan_id
    limit ${maxPlans}`.execute(tx);
  return rows.flatMap((row) => wirePlan(row, scope));
}

/** Which rows of `visit_plan p` are not given up, and not so old that nobody is asked about them any more. */
export function isOpenPlan(todayOn: CalendarDay): RawBuilder<boolean> {
  return sql`p.dropped_at is null and p.planned_on >= ${addDays(todayOn, -visitPlanPolicy.askedForDays)}`;
}

function wirePlan(row: PlanRow, { todayOn, lastNearOn, callerId, mayDropAll }: PlanScope): z.input<typeof Plan>[] {
  const standing = planStanding(calendarDay(row.planned_on), lastNearOn, todayOn);
  if (standing === 'met') return [];
  return [
    {
      planId: row.plan_id,
      plannedOn: row.planned_on,
      place: row.place,
      contacts: [...row.contacts],
      by: { id: row.planned_by, name: row.planned_by_name },
      standing,
      mayDrop: mayDropAll || row.planned_by === callerId,
    },
  ];
}
