/** Meetings as both faces show them: people, accounts, suggestion, tag. Reads only; which meetings is the caller's choice. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { AccountGlance, Meeting, MeetingContact, StoredTag } from '../../contract/tagging.ts';
import type { InvitationResponse } from '../../domain/tag.ts';
import type { Engagement, Modality, Outcome, Place } from '../../domain/tag-vocabulary.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { readAccountGlances } from '../health/read-glances.ts';
import { storedSuggestion, type SuggestionColumns } from '../health/stored-suggestion.ts';

type WireMeeting = z.input<typeof Meeting>;
type WireContact = z.input<typeof MeetingContact>;

interface Scope {
  readonly meetingIds: readonly string[];
  /** The seller who looks: history is what ended before this one enrolled. */
  readonly sellerId: string;
  readonly nowAt: Date;
}

/** In the order of `meetingIds`; ids that do not exist are left out. */
export async function readMeetings(tx: TenantTransaction, scope: Scope): Promise<readonly WireMeeting[]> {
  if (scope.meetingIds.length === 0) return [];
  const meetings = await loadMeetings(tx, scope);
  const contacts = Map.groupBy(await loadContacts(tx, scope.meetingIds), ({ meeting_id }) => meeting_id);
  const tags = new Map((await readNewestTags(tx, scope.meetingIds)).map(({ meetingId, tag }) => [meetingId, tag]));
  const accountIds = [...contacts.values()].flat().flatMap(({ account_id }) => (account_id === null ? [] : [account_id]));
  const glances = await readAccountGlances(tx, accountIds);
  return meetings.map((row) =>
    wireMeeting(row, { contacts: contacts.get(row.meeting_id) ?? [], glances, tag: tags.get(row.meeting_id), nowAt: scope.nowAt }),
  );
}

interface MeetingRow extends SuggestionColumns {
  readonly meeting_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly is_all_day: boolean;
  readonly is_cancelled: boolean;
  readonly is_history: boolean;
}

async function loadMeetings(tx: TenantTransaction, { meetingIds, sellerId }: Scope): Promise<readonly MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.meeting_id, m.subject, m.starts_at, m.ends_at, m.is_all_day, m.is_cancelled, m.location_text, m.location_type,
      m.is_own_room, m.is_online_meeting, m.join_provider, coalesce(m.ends_at < p.enrolled_at, false) as is_history
    from unnest(${meetingIds}::uuid[]) with ordinality as wanted (meeting_id, position)
    join meeting m on m.meeting_id = wanted.meeting_id
    left join person p on p.tenant_id = m.tenant_id and p.person_id = ${sellerId}
    order by wanted.position`.execute(tx);
  return rows;
}

interface ContactRow {
  readonly meeting_id: string;
  readonly contact_id: string;
  readonly account_id: string | null;
  readonly display_name: string;
  readonly mail: string;
  readonly is_key_partner: boolean;
  readonly response: InvitationResponse;
}

async function loadContacts(tx: TenantTransaction, meetingIds: readonly string[]): Promise<readonly ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select mc.meeting_id, c.contact_id, c.account_id, c.display_name, c.mail, k.contact_id is not null as is_key_partner, mc.response
    from meeting_contact mc
    join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
    left join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
    where mc.meeting_id = any(${meetingIds}::uuid[])
    order by is_key_partner desc, c.display_name, c.contact_id`.execute(tx);
  return rows;
}

interface Parts {
  readonly contacts: readonly ContactRow[];
  readonly glances: ReadonlyMap<string, z.input<typeof AccountGlance>>;
  readonly tag: z.input<typeof StoredTag> | undefined;
  readonly nowAt: Date;
}

function wireMeeting(row: MeetingRow, { contacts, glances, tag, nowAt }: Parts): WireMeeting {
  const accountIds = new Set(contacts.flatMap(({ account_id }) => (account_id === null ? [] : [account_id])));
  return {
    meetingId: row.meeting_id,
    subject: row.subject,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    isAllDay: row.is_all_day,
    locationText: row.location_text,
    isOver: row.ends_at <= nowAt,
    isCancelled: row.is_cancelled,
    isHistory: row.is_history,
    accounts: [...accountIds].flatMap((accountId) => glances.get(accountId) ?? []).sort((a, b) => a.name.localeCompare(b.name)),
    contacts: contacts.map(wireContact),
    suggestion: suggestionOf(row),
    tag: tag ?? null,
  };
}

function wireContact(row: ContactRow): WireContact {
  return {
    contactId: row.contact_id,
    accountId: row.account_id,
    name: row.display_name,
    mail: row.mail,
    isKeyPartner: row.is_key_partner,
    response: row.response,
  };
}

function suggestionOf(row: MeetingRow): WireMeeting['suggestion'] {
  const { modality, confidence, reasons } = storedSuggestion(row);
  return { modality, confidence, reasons: [...reasons] };
}

interface TagRow {
  readonly meeting_id: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly modality: Modality | null;
  readonly place: Place | null;
  readonly tagged_by: string;
  readonly tagged_by_name: string;
  readonly tagged_at: Date;
  readonly present_contact_ids: readonly string[];
  readonly engagement: Readonly<Record<string, Engagement>>;
}

/** The newest tag of each tagged meeting. */
export async function readNewestTags(
  tx: TenantTransaction,
  meetingIds: readonly string[],
): Promise<readonly { readonly meetingId: string; readonly tag: z.input<typeof StoredTag> }[]> {
  const { rows } = await sql<TagRow>`
    select t.meeting_id, t.version, t.outcome, t.modality, t.place, t.tagged_by, p.display_name as tagged_by_name, t.tagged_at,
      coalesce(array_agg(tc.contact_id) filter (where tc.was_present), '{}') as present_contact_ids,
      coalesce(jsonb_object_agg(tc.contact_id, tc.engagement) filter (where tc.engagement is not null), '{}') as engagement
    from meeting m
    join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.version = m.tag_version
    join person p on p.tenant_id = t.tenant_id and p.person_id = t.tagged_by
    left join tag_contact tc on tc.tenant_id = t.tenant_id and tc.meeting_id = t.meeting_id and tc.version = t.version
    where m.meeting_id = any(${meetingIds}::uuid[])
    group by t.tenant_id, t.meeting_id, t.version, p.display_name`.execute(tx);
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    tag: {
      version: row.version,
      outcome: row.outcome,
      modality: row.modality,
      place: row.place,
      presentContactIds: [...row.present_contact_ids],
      engagement: { ...row.engagement },
      taggedBy: { id: row.tagged_by, name: row.tagged_by_name },
      taggedAt: row.tagged_at.toISOString(),
    },
  }));
}
