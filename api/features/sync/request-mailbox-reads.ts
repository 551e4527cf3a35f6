/** A timer: asks for every mailbox that was never read to the end, or not for a while. The queue does the reading. */
import { sql } from 'kysely';
import type { Background } from '../../platform/trigger/handler.ts';
import { queueNames } from './messages.ts';

/** A calendar is read again when the last read is older than this. */
const rereadAfterMs = 15 * 60_000;
/** Mailboxes asked for at once per tenant; the rest at the next tick. */
const maxRequests = 500;

export async function requestMailboxReads(background: Background): Promise<void> {
  for (const tenantId of await background.tenantIds()) {
    const sellerIds = await background.withTenant(tenantId, async (tx) => {
      const nowAt = background.nowAt();
      const { rows } = await sql<{ seller_id: string }>`
        select b.seller_id from mailbox b
        join person p on p.tenant_id = b.tenant_id and p.person_id = b.seller_id and p.is_seller
        where (b.lease_until is null or b.lease_until <= ${nowAt})
          and (b.state in ('waiting', 'reading', 'failed')
            or coalesce(b.last_read_at, '-infinity') < ${new Date(nowAt.getTime() - rereadAfterMs)})
        order by b.last_read_at nulls first, b.seller_id
        limit ${maxRequests}`.execute(tx);
      return rows.map(({ seller_id }) => seller_id);
    });
    for (const sellerId of sellerIds) await background.queue.send(queueNames.readMailbox, { tenantId, sellerId });
  }
}
