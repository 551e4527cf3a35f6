/** Keeps what this instance has asked of Graph: every instance adds its share, so that the figure is the fleet's. */
import { sql } from 'kysely';
import type { Background } from '../../platform/trigger/handler.ts';

/** Spans that the counts are kept by. */
const spanMs = 10 * 60_000;
const keptMs = 48 * 3_600_000;

/** At most once a minute; what an instance counted since is lost when it is killed, which a share can bear. */
export async function storeGraphUsage({
  graphUsage,
  withTenant,
  nowAt,
}: Pick<Background, 'graphUsage' | 'withTenant' | 'nowAt'>): Promise<void> {
  const now = nowAt();
  const counts = graphUsage.take(now);
  if (!counts) return;
  const beginsAt = new Date(Math.floor(now.getTime() / spanMs) * spanMs);
  const keptSince = new Date(now.getTime() - keptMs);
  for (const [tenantId, { requests, throttled }] of counts) {
    await withTenant(tenantId, async (tx) => {
      // Whoever asks Graph before the tenant is set up has nowhere to be counted.
      await sql`
        insert into graph_usage (tenant_id, begins_at, requests, throttled)
        select tenant_id, ${beginsAt}, ${requests}::integer, ${throttled}::integer from tenant
        on conflict (tenant_id, begins_at) do update set
          requests = graph_usage.requests + excluded.requests, throttled = graph_usage.throttled + excluded.throttled`.execute(tx);
      await sql`delete from graph_usage where begins_at < ${keptSince}`.execute(tx);
    });
  }
}
