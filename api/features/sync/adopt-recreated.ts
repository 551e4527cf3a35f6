/** A tagged meeting that vanished and came again under another identity keeps its row and its tags: the new one's identity moves to it. */
import { sql } from 'kysely';
import type { CalendarWindow } from '../../platform/graph/calendar.ts';
import { matchRecreated, type MeetingTrace, type RecreatedMeeting, recreationPolicy } from '../../domain/recreated-meeting.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { accountsOfMeetings } from '../meetings/accounts-of-meetings.ts';

/**
 * After a round of one seller, when meetings may have left their last calendar: for this seller, and for colleagues who tagged what vanished with
 * it, since theirs may have been read before. Returns the accounts concerned; each once.
 */
export async function adoptRecreated(
  tx: TenantTransaction,
  { sellerId, nowAt }: { readonly sellerId: string; readonly nowAt: Date },
): Promise<readonly string[]> {
  const accountIds = new Set<string>();
  for (const taggerId of new Set([sellerId, ...(await loadTaggers(tx, nowAt))])) {
    for (const accountId of await adoptOf(tx, taggerId)) accountIds.add(accountId);
  }
  return [...accountIds];
}

/** Whose tags the meetings have that vanished at this instant. */
async function loadTaggers(tx: TenantTransaction, vanishedAt: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ seller_id: string }>`
    select distinct coalesce(t.on_behalf_of, t.tagged_by) as seller_id
    from meeting m join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id
    where m.vanished_at = ${vanishedAt}
    order by seller_id`.execute(tx);
  return rows.map(({ seller_id }) => seller_id);
}

/** Looks among what this seller tagged and what is in this seller's calendar. */
async function adoptOf(tx: TenantTransaction, sellerId: string): Promise<readonly string[]> {
  const vanished = await loadVanished(tx, sellerId);
  if (vanished.length === 0) return [];
  const pairs = matchRecreated(vanished, await loadAppeared(tx, sellerId, daysAround(vanished)));
  for (const pair of pairs) await adopt(tx, pair);
  return accountsOfMeetings(
    tx,
    pairs.map(({ vanishedId }) => vanishedId),
  );
}

/** Vanished meetings looked at in one round; the rest wait for the next. */
const maxVanished = 500;
const maxAppeared = 5_000;

interface TraceRow {
  readonly meeting_id: string;
  readonly meeting_key: string;
  readonly subject: string;
  readonly starts_at: Date;
  readonly contact_ids: readonly string[];
  readonly happened_at: Date;
  readonly answered_at: Date | null;
}

const contactIds = sql`array(
  select mc.contact_id::text from meeting_contact mc where mc.tenant_id = m.tenant_id and mc.meeting_id = m.meeting_id
)`;

/** One that was said not to have been held stays what it is: what is sent anew takes place for the first time. */
async function loadVanished(tx: TenantTransaction, sellerId: string): Promise<readonly MeetingTrace[]> {
  const { rows } = await sql<TraceRow>`
    select m.meeting_id, m.meeting_key, m.subject, m.starts_at, ${contactIds} as contact_ids, m.vanished_at as happened_at,
      counting.tagged_at as answered_at
    from meeting m
    left join tag counting
      on counting.tenant_id = m.tenant_id and counting.meeting_id = m.meeting_id and counting.version = m.tag_version
    where m.vanished_at is not null and (m.tag_version = 0 or counting.outcome = 'held')
      and exists (
        select from tag t
        where t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and coalesce(t.on_behalf_of, t.tagged_by) = ${sellerId}
      )
    order by m.vanished_at desc, m.meeting_id
    limit ${maxVanished}`.execute(tx);
  return rows.map(trace);
}

async function loadAppeared(
  tx: TenantTransaction,
  sellerId: string,
  { startsAt, endsAt }: CalendarWindow,
): Promise<readonly MeetingTrace[]> {
  const { rows } = await sql<TraceRow>`
    select m.meeting_id, m.meeting_key, m.subject, m.starts_at, ${contactIds} as contact_ids, m.stored_at as happened_at,
      null::timestamptz as answered_at
    from meeting_seller ms join meeting m on m.tenant_id = ms.tenant_id and m.meeting_id = ms.meeting_id
    where ms.seller_id = ${sellerId} and ms.event_id is not null and m.last_tag_version = 0 and not m.is_cancelled
      and m.stored_at is not null and m.starts_at between ${startsAt} and ${endsAt}
    order by m.starts_at, m.meeting_id
    limit ${maxAppeared}`.execute(tx);
  return rows.map(trace);
}

function trace(row: TraceRow): MeetingTrace {
  return {
    meetingId: row.meeting_id,
    iCalUId: row.meeting_key.slice(0, row.meeting_key.lastIndexOf('|')),
    subject: row.subject,
    startsAt: row.starts_at,
    contactIds: new Set(row.contact_ids),
    happenedAt: row.happened_at,
    answeredAt: row.answered_at ?? undefined,
  };
}

function daysAround(traces: readonly MeetingTrace[]): CalendarWindow {
  const starts = traces.map(({ startsAt }) => startsAt.getTime());
  return {
    startsAt: new Date(Math.min(...starts) - recreationPolicy.maxMoveOfSeriesMs),
    endsAt: new Date(Math.max(...starts) + recreationPolicy.maxMoveOfSeriesMs),
  };
}

/** The old row becomes the new meeting: its key, its facts, who was invited and in whose calendars it is. Nothing of the tag changes. */
async function adopt(tx: TenantTransaction, { vanishedId, appearedId }: RecreatedMeeting): Promise<void> {
  for (const table of [sql`meeting_seller`, sql`meeting_contact`]) {
    await sql`delete from ${table} where meeting_id = ${vanishedId}`.execute(tx);
    await sql`update ${table} set meeting_id = ${vanishedId} where meeting_id = ${appearedId}`.execute(tx);
  }
  // The key is unique: the new row goes before the old one takes it over.
  await sql`
    with appeared as (delete from meeting where meeting_id = ${appearedId} returning *)
    update meeting old set
      meeting_key = appeared.meeting_key, subject = appeared.subject, starts_at = appeared.starts_at, ends_at = appeared.ends_at,
      time_zone = appeared.time_zone, is_all_day = appeared.is_all_day, is_cancelled = appeared.is_cancelled,
      location_text = appeared.location_text, location_type = appeared.location_type, is_own_room = appeared.is_own_room,
      is_online_meeting = appeared.is_online_meeting, join_provider = appeared.join_provider,
      last_modified_at = appeared.last_modified_at, stored_at = appeared.stored_at, vanished_at = null
    from appeared
    where old.meeting_id = ${vanishedId}`.execute(tx);
}
