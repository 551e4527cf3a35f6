/** Stores customer meetings once per occurrence, however many colleagues' calendars hold them. Every way in comes through here. */
import { sql } from 'kysely';
import { newId } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import { type CustomerMeeting, mailsOf, sortEvent } from './customer-meetings.ts';
import { loadAccountDomains } from './load-account-domains.ts';

export interface StoreScope {
  readonly tenantId: string;
  /** Whose calendar the events come from. */
  readonly sellerId: string;
  /** Number of the read that saw them. */
  readonly readNumber: number;
  readonly nowAt: Date;
}

export interface StoredMeetings {
  /** Accounts whose facts may have changed; each once. */
  readonly accountIds: readonly string[];
  /** Ids of the meetings by their key, those of cancelled events only when they were stored before. */
  readonly meetingIdByKey: ReadonlyMap<string, string>;
  /** Meetings that are new or other than stored. */
  readonly changed: number;
}

/** Idempotent: the same events again change nothing. Rows are written in key order, so that two calendars never wait for each other in a circle. */
export async function storeMeetings(tx: TenantTransaction, events: readonly CalendarEvent[], scope: StoreScope): Promise<StoredMeetings> {
  const known = await loadAccountDomains(tx, [...new Set(events.flatMap(mailsOf))]);
  const sorted = events.map((event) => sortEvent(event, known));
  const meetings = uniqueByKey(sorted.flatMap((entry) => (entry.kind === 'customer' ? [entry.meeting] : [])));
  if (meetings.length === 0) return { accountIds: [], meetingIdByKey: new Map(), changed: 0 };

  const contactIdByMail = await storeContacts(tx, scope.tenantId, meetings);
  const changed = await upsertMeetings(tx, scope, meetings);
  const meetingIdByKey = await loadMeetingIds(tx, meetings);
  const stored = meetings.flatMap((meeting) => {
    const meetingId = meetingIdByKey.get(meeting.key);
    return meetingId === undefined ? [] : [{ meetingId, meeting }];
  });
  const removedFrom = await storeInvitations(tx, scope.tenantId, stored, contactIdByMail);
  await linkSeller(tx, scope, stored);
  const accountIds = stored.flatMap(({ meeting }) => meeting.contacts.flatMap(({ accountId }) => accountId ?? []));
  return { accountIds: [...new Set([...accountIds, ...removedFrom])], meetingIdByKey, changed };
}

function uniqueByKey(meetings: readonly CustomerMeeting[]): readonly CustomerMeeting[] {
  const newest = new Map<string, CustomerMeeting>();
  for (const meeting of meetings) {
    const other = newest.get(meeting.key);
    if (!other || other.event.lastModifiedAt <= meeting.event.lastModifiedAt) newest.set(meeting.key, meeting);
  }
  return [...newest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function storeContacts(
  tx: TenantTransaction,
  tenantId: string,
  meetings: readonly CustomerMeeting[],
): Promise<ReadonlyMap<string, string>> {
  const contacts = new Map(meetings.flatMap((meeting) => meeting.contacts.map((contact) => [contact.mail, contact])));
  const mails = [...contacts.keys()].sort();
  const values = mails.map((mail) => ({
    contact_id: newId(),
    mail,
    display_name: contacts.get(mail)?.name ?? mail,
    account_id: contacts.get(mail)?.accountId ?? null,
  }));
  // A name stays as it was first written, since calendars disagree about it; an import knows only the address.
  await sql`
    insert into contact (tenant_id, contact_id, mail, display_name, account_id)
    select ${tenantId}, c.contact_id, c.mail, c.display_name, c.account_id
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as c (contact_id uuid, mail text, display_name text, account_id uuid)
    order by c.mail
    on conflict (tenant_id, mail) do update set
      account_id = coalesce(contact.account_id, excluded.account_id),
      display_name = case when contact.display_name = contact.mail then excluded.display_name else contact.display_name end
      where (contact.account_id is null and excluded.account_id is not null)
        or (contact.display_name = contact.mail and excluded.display_name <> contact.mail)`.execute(tx);
  const { rows } = await sql<{ mail: string; contact_id: string }>`
    select mail, contact_id from contact where mail = any(${mails}::text[])`.execute(tx);
  return new Map(rows.map(({ mail, contact_id }) => [mail, contact_id]));
}

/** A cancelled event changes a meeting that is stored; it never adds one. The newest copy of a meeting wins. Returns how many rows are new or other. */
async function upsertMeetings(
  tx: TenantTransaction,
  { tenantId, nowAt }: StoreScope,
  meetings: readonly CustomerMeeting[],
): Promise<number> {
  const values = meetings.map(({ key, event, joinProvider, isOwnRoom }) => ({
    meeting_id: newId(),
    meeting_key: key,
    subject: event.subject,
    starts_at: event.startsAt.toISOString(),
    ends_at: event.endsAt.toISOString(),
    time_zone: event.timeZone,
    is_all_day: event.isAllDay,
    is_cancelled: event.isCancelled,
    location_text: event.locationText,
    location_type: event.locationType ?? null,
    is_own_room: isOwnRoom,
    is_online_meeting: event.isOnlineMeeting,
    join_provider: joinProvider ?? null,
    last_modified_at: event.lastModifiedAt.toISOString(),
  }));
  const { numAffectedRows } = await sql`
    insert into meeting (
      tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled, location_text,
      location_type, is_own_room, is_online_meeting, join_provider, last_modified_at, stored_at
    )
    select ${tenantId}, m.*, ${nowAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as m (
      meeting_id uuid, meeting_key text, subject text, starts_at timestamptz, ends_at timestamptz, time_zone text,
      is_all_day boolean, is_cancelled boolean, location_text text, location_type text, is_own_room boolean,
      is_online_meeting boolean, join_provider text, last_modified_at timestamptz
    )
    where not m.is_cancelled or exists (select from meeting old where old.meeting_key = m.meeting_key)
    order by m.meeting_key
    on conflict (tenant_id, meeting_key) do update set
      subject = excluded.subject,
      starts_at = excluded.starts_at,
      ends_at = excluded.ends_at,
      time_zone = excluded.time_zone,
      is_all_day = excluded.is_all_day,
      is_cancelled = excluded.is_cancelled,
      location_text = excluded.location_text,
      location_type = excluded.location_type,
      is_own_room = excluded.is_own_room,
      is_online_meeting = excluded.is_online_meeting,
      join_provider = excluded.join_provider,
      last_modified_at = excluded.last_modified_at
    where excluded.last_modified_at > meeting.last_modified_at`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

async function loadMeetingIds(tx: TenantTransaction, meetings: readonly CustomerMeeting[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ meeting_key: string; meeting_id: string }>`
    select meeting_key, meeting_id from meeting where meeting_key = any(${meetings.map(({ key }) => key)}::text[])`.execute(tx);
  return new Map(rows.map(({ meeting_key, meeting_id }) => [meeting_key, meeting_id]));
}

interface StoredMeeting {
  readonly meetingId: string;
  readonly meeting: CustomerMeeting;
}

/**
 * Writes who was invited and what they answered. Only the organizer's copy knows every answer, so an unknown one never
 * replaces a known one; a copy that hides the other attendees removes nobody, and whom a seller named by hand stays. Returns the accounts
 * that lost somebody.
 */
async function storeInvitations(
  tx: TenantTransaction,
  tenantId: string,
  stored: readonly StoredMeeting[],
  contactIdByMail: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const invitations = stored.flatMap(({ meetingId, meeting }) =>
    meeting.contacts.map(({ mail, response }) => ({ meeting_id: meetingId, contact_id: contactIdByMail.get(mail), response })),
  );
  const json = JSON.stringify(invitations);
  await sql`
    insert into meeting_contact (tenant_id, meeting_id, contact_id, response)
    select ${tenantId}, i.meeting_id, i.contact_id, i.response
    from jsonb_to_recordset(${json}::jsonb) as i (meeting_id uuid, contact_id uuid, response text)
    order by i.meeting_id, i.contact_id
    on conflict (tenant_id, meeting_id, contact_id) do update set response = excluded.response
      where excluded.response <> 'none' and excluded.response <> meeting_contact.response`.execute(tx);

  const complete = stored.filter(({ meeting: { event } }) => event.isOrganizer || !event.hidesAttendees).map(({ meetingId }) => meetingId);
  const { rows } = await sql<{ account_id: string }>`
    with removed as (
      delete from meeting_contact mc
      where mc.meeting_id = any(${complete}::uuid[]) and not exists (
        select from jsonb_to_recordset(${json}::jsonb) as i (meeting_id uuid, contact_id uuid)
        where i.meeting_id = mc.meeting_id and i.contact_id = mc.contact_id
      ) and not exists (
        select from meeting m where m.tenant_id = mc.tenant_id and m.meeting_id = mc.meeting_id and m.is_added_by_hand
      )
      returning mc.contact_id
    )
    select distinct c.account_id from contact c join removed using (contact_id) where c.account_id is not null`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}

async function linkSeller(tx: TenantTransaction, scope: StoreScope, stored: readonly StoredMeeting[]): Promise<void> {
  const links = stored.map(({ meetingId, meeting: { event } }) => ({
    meeting_id: meetingId,
    event_id: event.eventId,
    response: event.isOrganizer ? 'organizer' : event.response,
  }));
  await sql`
    insert into meeting_seller (tenant_id, meeting_id, seller_id, event_id, response, read_number)
    select ${scope.tenantId}, l.meeting_id, ${scope.sellerId}, l.event_id, l.response, ${scope.readNumber}
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (meeting_id uuid, event_id text, response text)
    order by l.meeting_id
    on conflict (tenant_id, meeting_id, seller_id) do update set
      event_id = excluded.event_id, response = excluded.response, read_number = excluded.read_number`.execute(tx);
  await sql`
    update meeting set vanished_at = null
    where meeting_id = any(${links.map(({ meeting_id }) => meeting_id)}::uuid[]) and vanished_at is not null`.execute(tx);
}
