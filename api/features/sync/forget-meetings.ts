/** What a calendar no longer holds. Tagged meetings stay, since nothing that a seller said is lost; what was added by hand is in no calendar and stays too. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import { accountsOfMeetings } from '../meetings/accounts-of-meetings.ts';
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

/** Events that are private by now are gone from us; of a meeting that has a tag, and so stays, no word of theirs is kept. */
export async function forgetPrivate(
  tx: TenantTransaction,
  { sellerId, events }: { readonly sellerId: string; readonly events: readonly CalendarEvent[] },
  nowAt: Date,
): Promise<Forgotten> {
  const eventIds = events.flatMap(({ eventId, isNormalSensitivity }) => (isNormalSensitivity ? [] : [eventId]));
  if (eventIds.length === 0) return { accountIds: [], count: 0 };
  const { rows } = await sql<{ meeting_id: string }>`
    select meeting_id from meeting_seller where seller_id = ${sellerId} and event_id = any(${eventIds}::text[])`.execute(tx);
  const forgotten = await forgetEvents(tx, { sellerId, eventIds, keptMeetingIds: [] }, nowAt);
  await sql`
    update meeting set subject = '', location_text = ''
    where meeting_id = any(${idsOf(rows)}::uuid[]) and vanished_at is not null`.execute(tx);
  return forgotten;
}

function idsOf(rows: readonly { readonly meeting_id: string }[]): readonly string[] {
  return rows.map(({ meeting_id }) => meeting_id).sort();
}

/** Of meetings that left a calendar: those in no other one are deleted, or marked when a seller has said something about them. */
async function forgetLeft(tx: TenantTransaction, meetingIds: readonly string[], nowAt: Date): Promise<Forgotten> {
  if (meetingIds.length === 0) return { accountIds: [], count: 0 };
  // Of two calendars that a meeting leaves at once the later waits here, and then sees that it is the last one.
  await sql`select from meeting where meeting_id = any(${meetingIds}::uuid[]) order by meeting_id for update`.execute(tx);
  const accountIds = await accountsOfMeetings(tx, meetingIds);
  const isInNoCalendar = sql`m.meeting_id = any(${meetingIds}::uuid[])
    and not exists (select from meeting_seller ms where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id)`;
  await sql`delete from meeting m where ${isInNoCalendar} and m.last_tag_version = 0`.execute(tx);
  await sql`update meeting m set vanished_at = ${nowAt} where ${isInNoCalendar}`.execute(tx);
  return { accountIds, count: meetingIds.length };
}
