/** One worker per mailbox: a lease with a fencing number. Whoever lost it writes nothing. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarWindow } from '../../platform/graph/calendar.ts';
import type { ReadMailboxMessage } from './messages.ts';

export interface Lease extends ReadMailboxMessage {
  readonly leaseNumber: number;
  readonly readNumber: number;
  readonly window: CalendarWindow;
  /** Where the read under way goes on; undefined at its beginning. */
  readonly nextLink: string | undefined;
}

/** Longer than any page takes; renewed with each. */
const leaseMs = 90_000;
/** A mailbox that is out of scope, gone, refused or not understood is left alone for this long. */
const settledPauseMs = 15 * 60_000;

/** Undefined while another worker holds the mailbox, or when it is no seller's. Goes on with a read under way, or begins the next. */
export async function leaseMailbox(
  tx: TenantTransaction,
  { tenantId, sellerId }: ReadMailboxMessage,
  window: CalendarWindow,
  nowAt: Date,
): Promise<Lease | undefined> {
  const { rows } = await sql<{ lease_number: number; read_number: number; next_link: string | null; starts_at: Date; ends_at: Date }>`
    update mailbox b set
      lease_number = b.lease_number + 1,
      lease_until = ${new Date(nowAt.getTime() + leaseMs)},
      state = 'reading',
      read_number = case when b.next_link is null then b.read_number + 1 else b.read_number end,
      events_read = case when b.next_link is null then 0 else b.events_read end,
      window_starts_at = case when b.next_link is null then ${window.startsAt} else b.window_starts_at end,
      window_ends_at = case when b.next_link is null then ${window.endsAt} else b.window_ends_at end
    from person p
    where b.seller_id = ${sellerId} and p.person_id = b.seller_id and p.is_seller
      and (b.lease_until is null or b.lease_until <= ${nowAt})
    returning b.lease_number, b.read_number, b.next_link, b.window_starts_at as starts_at, b.window_ends_at as ends_at`.execute(tx);
  const [row] = rows;
  return (
    row && {
      tenantId,
      sellerId,
      leaseNumber: row.lease_number,
      readNumber: row.read_number,
      window: { startsAt: row.starts_at, endsAt: row.ends_at },
      nextLink: row.next_link ?? undefined,
    }
  );
}

interface Progress {
  readonly nextLink: string | undefined;
  readonly events: number;
  readonly nowAt: Date;
}

/** Writes the checkpoint of a page; false when the lease is somebody else's by now. */
export async function renewLease(tx: TenantTransaction, lease: Lease, { nextLink, events, nowAt }: Progress): Promise<boolean> {
  const { rows } = await sql`
    update mailbox set
      next_link = ${nextLink ?? null},
      events_read = events_read + ${events},
      lease_until = ${new Date(nowAt.getTime() + leaseMs)}
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}
    returning seller_id`.execute(tx);
  return rows.length === 1;
}

/** Ends the lease and says how the mailbox stands. Does nothing when the lease is somebody else's by now. */
export async function settleMailbox(
  tx: TenantTransaction,
  lease: Lease,
  state: 'read' | 'waiting' | 'out_of_scope' | 'no_mailbox' | 'failed',
  nowAt: Date,
): Promise<void> {
  const isRead = state === 'read';
  await sql`
    update mailbox set
      state = ${state},
      lease_until = ${state === 'read' || state === 'waiting' ? null : new Date(nowAt.getTime() + settledPauseMs)},
      first_read_at = case when ${isRead} then coalesce(first_read_at, ${nowAt}) else first_read_at end,
      last_read_at = case when ${isRead} then ${nowAt} else last_read_at end,
      customer_meetings = (select count(*) from meeting_seller ms where ms.seller_id = ${lease.sellerId})
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}`.execute(tx);
}
