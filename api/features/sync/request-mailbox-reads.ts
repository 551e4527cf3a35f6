/** A timer: asks for every mailbox of which something is due. The queue does the reading. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { dueRead } from './due-read.ts';
import { allowedReads } from './graph-refusal.ts';
import { type MailboxStandingRow, standingColumns, standingOf } from './mailbox-standing.ts';
import { queueNames } from './messages.ts';

/** Mailboxes asked for at once per tenant, those first that were looked at longest ago; the rest at the next tick. */
const maxRequests = 1_000;

export async function requestMailboxReads(background: Background): Promise<void> {
  for (const tenantId of await background.tenantIds()) {
    const sellerIds = await background.withTenant(tenantId, (tx) => loadDue(tx, background.nowAt()));
    for (const sellerId of sellerIds) await background.queue.send(queueNames.readMailbox, { tenantId, sellerId });
  }
}

async function loadDue(tx: TenantTransaction, nowAt: Date): Promise<readonly string[]> {
  const allowed = Math.min(maxRequests, await allowedReads(tx, nowAt));
  if (allowed === 0) return [];
  const { rows } = await sql<MailboxStandingRow & { seller_id: string }>`
    select b.seller_id, ${standingColumns}
    from mailbox b join person p on p.tenant_id = b.tenant_id and p.person_id = b.seller_id and p.is_seller
    where b.lease_until is null or b.lease_until <= ${nowAt}
    order by greatest(b.last_read_at, b.changes_at) nulls first, b.seller_id`.execute(tx);
  const due = rows.filter((row) => dueRead(standingOf(row, nowAt), { nowAt, changedAt: undefined }));
  return due.slice(0, allowed).map(({ seller_id }) => seller_id);
}
