/** Graph refuses us altogether: consent was withdrawn, or never given. Then the tenant is left alone but for one try now and then. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** Between two tries. */
export const refusedPauseMs = 15 * 60_000;

/** Whether it is news: the first one since something got through. */
export async function noteRefusal(tx: TenantTransaction, nowAt: Date): Promise<boolean> {
  const { rows } = await sql<{ is_news: boolean }>`
    update tenant t set graph_refused_at = ${nowAt}, graph_refused_since = coalesce(t.graph_refused_since, ${nowAt})
    from (select tenant_id, graph_refused_since from tenant for update) before
    where t.tenant_id = before.tenant_id
    returning before.graph_refused_since is null as is_news`.execute(tx);
  return rows[0]?.is_news ?? false;
}

/** After a read that got through. */
export async function forgetRefusal(tx: TenantTransaction): Promise<void> {
  await tx
    .updateTable('tenant')
    .set({ graph_refused_at: null, graph_refused_since: null })
    .where('graph_refused_at', 'is not', null)
    .execute();
}

/** How many mailboxes may be asked for: all, none while the refusal is fresh, otherwise one to try with. */
export async function allowedReads(tx: TenantTransaction, nowAt: Date): Promise<number> {
  const tenant = await tx.selectFrom('tenant').select('graph_refused_at').executeTakeFirst();
  const refusedAt = tenant?.graph_refused_at;
  if (!refusedAt) return Infinity;
  return nowAt.getTime() - refusedAt.getTime() < refusedPauseMs ? 0 : 1;
}
