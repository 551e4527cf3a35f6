/** What a calendar no longer holds. Tagged meetings stay, since nothing that a seller said is lost; what was added by hand is in no calendar and stays too. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Lease } from './mailbox-lease.ts';

export interface Forgotten {
  /** Accounts of the meetings concerned; each once. */
  readonly accountIds: readonly string[];
  /** How many meetings left this calendar. */
  readonly count: number;
}

/** After every event of the window was read: what this read did not see (deleted, moved away, made private). */
export async function forgetUnseen(
  tx: TenantTransaction,
  { sellerId, readNumber, window }: Pick<Lease, 'sellerId' | 'readNumber' | 'window'>,
  nowAt: Date,
): Promise<Forgotten> {
  const { rows } = await sql<{ meeting_id: string }>`
    delete from meeting_seller ms
    using meeting m
    where ms.seller_id = ${sellerId} and ms.read_number < ${readNumber} and ms.event_id is not null
      and m.tenant_id = ms.tenant_id and m.meeting_id = ms.meeting_id
      and m.starts_at < ${window.endsAt} and m.ends_at > ${window.startsAt}
    returning ms.meeting_id`.execute(tx);
  return forgetLeft(tx, idsOf(rows), nowAt);
}

export interface ForgottenEvents {
  readonly sellerId: string;
  /** Of this seller's mailbox. */
  readonly eventIds: readonly string[];
  /** Meetings that these events are now. */
  readonly keptMeetingIds: readonly string[];
}

/** Events that are gone, or no customer meetings any more, or another meeting than before. */
export async function forgetEvents(
  tx: TenantTransaction,
  { sellerId, eventIds, keptMeetingIds }: ForgottenEvents,
  nowAt: Date,
): Promise<Forgotten> {
  const { rows } = await sql<{ meeting_id: string }>`
    delete from meeting_seller
    where seller_id = ${sellerId} and event_id = any(${eventIds}::text[]) and meeting_id <> all(${keptMeetingIds}::uuid[])
    returning meeting_id`.execute(tx);
  return forgetLeft(tx, idsOf(rows), nowAt);
}

function idsOf(rows: readonly { readonly meeting_id: string }[]): readonly string[] {
  return rows.map(({ meeting_id }) => meeting_id).sort();
}

/** Of meetings that left a calendar: those in no other one are deleted, or marked when a seller has said something about them. */
async function forgetLeft(tx: TenantTransaction, meetingIds: readonly string[], nowAt: Date): Promise<Forgotten> {
  if (meetingIds.length === 0) return { accountIds: [], count: 0 };
  const accounts = await sql<{ account_id: string }>`
    select distinct c.account_id from meeting_contact mc
    join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
    where mc.meeting_id = any(${meetingIds}::uuid[]) and c.account_id is not null`.execute(tx);
  const isInNoCalendar = sql`m.meeting_id = any(${meetingIds}::uuid[])
    and not exists (select from meeting_seller ms where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id)`;
  await sql`delete from meeting m where ${isInNoCalendar} and m.last_tag_version = 0`.execute(tx);
  await sql`update meeting m set vanished_at = ${nowAt} where ${isInNoCalendar}`.execute(tx);
  return { accountIds: accounts.rows.map(({ account_id }) => account_id), count: meetingIds.length };
}
