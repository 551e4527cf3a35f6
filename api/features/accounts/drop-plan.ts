/** Gives a planned visit up: it counts as planned no more, and that it was planned stays. */
import { sql } from 'kysely';
import type { dropPlan as route } from '../../contract/plans.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { refreshHealth } from '../health/refresh-health.ts';
import { accessTo } from './account-access.ts';

export const dropPlan: Handler<typeof route> = ({ caller: { tenantId, userId }, params: { planId }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const plan = await lockPlan(tx, planId);
    const access = plan && (await accessTo(tx, plan.account_id, userId));
    if (!plan || access === 'none') return refused({ kind: 'plan_not_found' });
    if (plan.planned_by !== userId && plan.owner_id !== userId && access !== 'manages') return refused({ kind: 'not_your_plan' });
    if (plan.is_dropped) return ok({});
    await tx.updateTable('visit_plan').set({ dropped_at: nowAt }).where('plan_id', '=', planId).execute();
    await refreshHealth(tx, [plan.account_id], { tenantId, nowAt });
    return ok({});
  });

interface PlanRow {
  /** For which it counts: that into which its own was merged. */
  readonly account_id: string;
  readonly owner_id: string | null;
  readonly planned_by: string;
  readonly is_dropped: boolean;
}

async function lockPlan(tx: TenantTransaction, planId: string): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    select root.account_id, root.owner_id, p.planned_by, p.dropped_at is not null as is_dropped
    from visit_plan p
    join account own on own.tenant_id = p.tenant_id and own.account_id = p.account_id
    join account root on root.tenant_id = own.tenant_id and root.account_id = coalesce(own.merged_into_id, own.account_id)
    where p.plan_id = ${planId}
    for update of p`.execute(tx);
  return rows[0];
}
