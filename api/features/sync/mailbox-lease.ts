/** One worker per mailbox: a lease with a fencing number. Whoever lost it writes nothing. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarWindow } from '../../platform/graph/calendar.ts';
import { dueRead, type ReadKind } from './due-read.ts';
import { type MailboxStandingRow, standingColumns, standingOf } from './mailbox-standing.ts';
import type { ReadMailboxMessage } from './messages.ts';

export interface Lease {
  readonly tenantId: string;
  readonly sellerId: string;
  readonly leaseNumber: number;
  readonly readNumber: number;
  readonly kind: ReadKind;
  /** Of a whole read or a baseline; changes are bound to the window of their baseline. */
  readonly window: CalendarWindow;
  /** Where the read goes on; undefined at the beginning of a whole read or a baseline. */
  readonly link: string | undefined;
  readonly startedAt: Date;
}

/** Longer than any page takes; renewed with each. */
const leaseMs = 90_000;
/** A mailbox that is out of scope, gone, refused or not understood is left alone for this long. */
const settledPauseMs = 15 * 60_000;

const millisecondsPerDay = 86_400_000;
/** Days before and after the moment at which a read begins. */
const windowDays = {
  /** A little more than a year back, so that "not in person for a year" is known from the first day. */
  whole: { back: 400, ahead: 60 },
  /** Near enough that people still change it; a week longer ahead, since the link's window stands still until the next baseline. */
  baseline: { back: 30, ahead: 67 },
} as const;

function windowOf(kind: ReadKind, nowAt: Date): CalendarWindow {
  const { back, ahead } = kind === 'whole' ? windowDays.whole : windowDays.baseline;
  return {
    startsAt: new Date(nowAt.getTime() - back * millisecondsPerDay),
    endsAt: new Date(nowAt.getTime() + ahead * millisecondsPerDay),
  };
}

interface MailboxRow extends MailboxStandingRow {
  readonly lease_number: number;
  readonly read_number: number;
  readonly delta_link: string | null;
  readonly window_starts_at: Date | null;
  readonly window_ends_at: Date | null;
  readonly read_started_at: Date | null;
  readonly lease_until: Date | null;
}

/** `busy` while another worker holds the mailbox; undefined when nothing is due, or when it is no seller's. */
export async function leaseMailbox(
  tx: TenantTransaction,
  { tenantId, sellerId, changedAt }: ReadMailboxMessage,
  nowAt: Date,
): Promise<Lease | 'busy' | undefined> {
  const { rows } = await sql<MailboxRow>`
    select ${standingColumns}, b.lease_number, b.read_number, b.delta_link, b.window_starts_at, b.window_ends_at, b.read_started_at, b.lease_until
    from mailbox b join person p on p.tenant_id = b.tenant_id and p.person_id = b.seller_id and p.is_seller
    where b.seller_id = ${sellerId}
    for update of b`.execute(tx);
  const [row] = rows;
  if (row?.lease_until && row.lease_until > nowAt) return 'busy';
  const kind = row && dueRead(standingOf(row, nowAt), { nowAt, changedAt: changedAt === undefined ? undefined : new Date(changedAt) });
  if (!kind) return undefined;
  const lease = { tenantId, sellerId, leaseNumber: row.lease_number + 1, ...beginning(row, kind, nowAt) };
  await tx
    .updateTable('mailbox')
    .set((eb) => ({
      lease_number: lease.leaseNumber,
      lease_until: new Date(nowAt.getTime() + leaseMs),
      read_kind: kind,
      read_number: lease.readNumber,
      read_started_at: lease.startedAt,
      window_starts_at: lease.window.startsAt,
      window_ends_at: lease.window.endsAt,
      // One that could not be read says so until it can: the admin sees a state, not a flicker.
      ...(kind === 'whole' && { state: eb.case().when('state', 'in', troubledStates).then(eb.ref('state')).else('reading').end() }),
      ...(kind === 'whole' &&
        row.next_link === null && { events_read: 0, difference: eb.case().when('first_read_at', 'is', null).then(null).else(0).end() }),
    }))
    .where('seller_id', '=', sellerId)
    .execute();
  return lease;
}

/** Goes on with the read under way, or begins the next; a read that sees everything of its window has a number of its own. */
function beginning(row: MailboxRow, kind: ReadKind, nowAt: Date): Pick<Lease, 'kind' | 'readNumber' | 'window' | 'link' | 'startedAt'> {
  const { next_link, window_starts_at, window_ends_at } = row;
  if (next_link !== null && window_starts_at && window_ends_at) {
    const window = { startsAt: window_starts_at, endsAt: window_ends_at };
    return { kind, readNumber: row.read_number, window, link: next_link, startedAt: row.read_started_at ?? nowAt };
  }
  const window = windowOf(kind, nowAt);
  if (kind === 'changes') return { kind, readNumber: row.read_number, window, link: row.delta_link ?? undefined, startedAt: nowAt };
  return { kind, readNumber: row.read_number + 1, window, link: undefined, startedAt: nowAt };
}

interface Progress {
  /** Where the read goes on; undefined after its last page. */
  readonly nextLink: string | undefined;
  readonly events: number;
  /** Meetings found other than stored. */
  readonly difference: number;
  readonly nowAt: Date;
}

/** Whether the lease is still ours; then its row keeps every other worker of this mailbox out until the transaction ends. */
export async function holdLease(tx: TenantTransaction, { sellerId, leaseNumber }: Lease): Promise<boolean> {
  const { rows } = await sql`
    select from mailbox where seller_id = ${sellerId} and lease_number = ${leaseNumber} for update`.execute(tx);
  return rows.length === 1;
}

/** Writes the checkpoint of a page; only while the lease is held. */
export async function renewLease(tx: TenantTransaction, lease: Lease, { nextLink, events, difference, nowAt }: Progress): Promise<void> {
  const isWhole = lease.kind === 'whole';
  await sql`
    update mailbox set
      next_link = ${nextLink ?? null},
      events_read = events_read + ${isWhole ? events : 0},
      difference = difference + ${isWhole ? difference : 0},
      lease_until = ${new Date(nowAt.getTime() + leaseMs)}
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}`.execute(tx);
}

/** Ends the lease after the last page of a whole read. */
export async function settleWhole(tx: TenantTransaction, lease: Lease, nowAt: Date): Promise<void> {
  await sql`
    update mailbox set state = 'read', lease_until = null, first_read_at = coalesce(first_read_at, ${nowAt}), last_read_at = ${nowAt},
      ${customerMeetings(lease.sellerId)}
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}`.execute(tx);
}

/** Ends the lease after the last page of a round: the next one starts at `deltaLink`. */
export async function settleRound(tx: TenantTransaction, lease: Lease, deltaLink: string): Promise<void> {
  await sql`
    update mailbox set lease_until = null, delta_link = ${deltaLink}, changes_at = ${lease.startedAt},
      baseline_at = case when ${lease.kind === 'baseline'} then ${lease.startedAt} else baseline_at end,
      ${customerMeetings(lease.sellerId)}
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}`.execute(tx);
}

function customerMeetings(sellerId: string) {
  return sql`customer_meetings = (select count(*) from meeting_seller ms where ms.seller_id = ${sellerId})`;
}

/** Ends the lease of a round whose link Graph no longer knows: nothing is forgotten, a new baseline follows. */
export async function dropDeltaLink(tx: TenantTransaction, lease: Lease): Promise<void> {
  await sql`
    update mailbox set lease_until = null, delta_link = null, next_link = null
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}`.execute(tx);
}

/** Ends the lease between two pages: whoever comes next goes on. */
export async function pauseRead(tx: TenantTransaction, lease: Lease): Promise<void> {
  await sql`
    update mailbox set lease_until = null
    where seller_id = ${lease.sellerId} and lease_number = ${lease.leaseNumber}`.execute(tx);
}

/** States in which nothing is expected to pass by itself. */
const troubledStates = ['out_of_scope', 'no_mailbox', 'failed'] as const;

/** How a read ended that did not get through: what may pass by itself keeps the mailbox's state, but for a whole read, which waits. */
export type ReadTrouble =
  | { readonly kind: 'passing'; readonly retryAfterMs: number }
  | { readonly kind: 'settled'; readonly state: (typeof troubledStates)[number] };

/** Ends the lease and leaves the mailbox alone for a while. Whether its state is another one now; not when the lease is somebody else's by now. */
export async function settleTrouble(tx: TenantTransaction, lease: Lease, trouble: ReadTrouble, nowAt: Date): Promise<boolean> {
  const isPassing = trouble.kind === 'passing';
  const state = isPassing ? (lease.kind === 'whole' ? 'waiting' : null) : trouble.state;
  const { rows } = await sql<{ is_news: boolean }>`
    update mailbox b set
      state = coalesce(${state}, b.state),
      lease_until = ${new Date(nowAt.getTime() + (isPassing ? trouble.retryAfterMs : settledPauseMs))},
      -- A round that did not get through is due at once, whoever asked for it.
      changes_at = case when ${lease.kind === 'changes'} then null else b.changes_at end,
      ${customerMeetings(lease.sellerId)}
    from (select tenant_id, seller_id, state from mailbox where seller_id = ${lease.sellerId} for update) before
    where b.tenant_id = before.tenant_id and b.seller_id = before.seller_id and b.lease_number = ${lease.leaseNumber}
    returning b.state is distinct from before.state as is_news`.execute(tx);
  return rows[0]?.is_news ?? false;
}
