/** Meetings as both faces show them: people, accounts, suggestion, tag. Reads only; which meetings is the caller's choice. */
import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import type { AccountGlance, Meeting, MeetingContact, StoredTag, TagVersion } from '../../contract/tagging.ts';
import type { InvitationResponse } from '../../domain/tag.ts';
import type { Engagement, Modality, Outcome, Place } from '../../domain/tag-vocabulary.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { loadContradictedMeetings } from '../health/load-contradicted.ts';
import { readAccountGlances } from '../health/read-glances.ts';
import { meetingSuggestion, type ShownMeeting } from './meeting-suggestion.ts';
import { type AccountChoice, readAccountChoices } from './read-account-choices.ts';
import { type MeetingPresence, readPresence } from './read-presence.ts';

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
  const contactRows = await loadContacts(tx, scope.meetingIds);
  const contacts = Map.groupBy(contactRows, ({ meeting_id }) => meeting_id);
  const openMails = contactRows.flatMap(({ account_id, mail }) => (account_id === null ? [mail] : []));
  const choices = await readAccountChoices(tx, [...new Set(openMails)]);
  const tags = new Map((await readNewestTags(tx, scope.meetingIds)).map(({ meetingId, tag }) => [meetingId, tag]));
  const accountIds = [...contacts.values()].flat().flatMap(({ account_id }) => (account_id === null ? [] : [account_id]));
  const glances = await readAccountGlances(tx, accountIds);
  const taggedIds = [...tags.keys()];
  const presence = await readPresence(tx, taggedIds, scope.sellerId);
  const contradicted = await loadContradictedMeetings(tx, taggedIds);
  return meetings.map((row) => {
    const tag = tags.get(row.meeting_id);
    return wireMeeting(row, {
      contacts: contacts.get(row.meeting_id) ?? [],
      choices,
      glances,
      tag,
      presence: presence.get(row.meeting_id),
      isContradicted: contradicted.has(row.meeting_id) && (tag?.onBehalfOf ?? tag?.taggedBy)?.id === scope.sellerId,
      nowAt: scope.nowAt,
    });
  });
}

interface MeetingRow extends ShownMeeting {
  readonly meeting_id: string;
  readonly is_cancelled: boolean;
  readonly is_history: boolean;
  readonly planned_modality: Modality | null;
  readonly last_tag_version: number;
}

async function loadMeetings(tx: TenantTransaction, { meetingIds, sellerId }: Scope): Promise<readonly MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.meeting_id, m.subject, m.starts_at, m.ends_at, m.is_all_day, m.is_cancelled, m.location_text, m.location_type,
      m.is_own_room, m.is_online_meeting, m.join_provider, coalesce(m.ends_at < p.enrolled_at, false) as is_history,
      m.planned_modality, m.last_tag_version, m.time_zone, tenant.time_zone as tenant_time_zone,
      (
        select count(*) filter (where e.joined_online) from meeting_evidence e
        where e.tenant_id = m.tenant_id and e.meeting_id = m.meeting_id
        having count(*) > 0
      ) as contacts_joined
    from unnest(${meetingIds}::uuid[]) with ordinality as wanted (meeting_id, position)
    join meeting m on m.meeting_id = wanted.meeting_id
    join tenant on tenant.tenant_id = m.tenant_id
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
  readonly choices: ReadonlyMap<string, readonly AccountChoice[]>;
  readonly glances: ReadonlyMap<string, z.input<typeof AccountGlance>>;
  readonly tag: z.input<typeof StoredTag> | undefined;
  readonly presence: MeetingPresence | undefined;
  readonly isContradicted: boolean;
  readonly nowAt: Date;
}

function wireMeeting(row: MeetingRow, { contacts, choices, glances, tag, presence, isContradicted, nowAt }: Parts): WireMeeting {
  const accountIds = new Set(contacts.flatMap(({ account_id }) => (account_id === null ? [] : [account_id])));
  const accounts = [...accountIds].flatMap((accountId) => glances.get(accountId) ?? []).sort((a, b) => a.name.localeCompare(b.name));
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
    accounts,
    contacts: contacts.map((contact) => wireContact(contact, choices)),
    suggestion: meetingSuggestion(row, { contacts, accounts }),
    plannedModality: row.planned_modality,
    tag: tag ?? null,
    lastTagVersion: row.last_tag_version,
    colleaguesPresent: [...(presence?.colleagues ?? [])],
    disputedPresence: [...(presence?.disputed ?? [])],
    isContradicted,
  };
}

function wireContact(row: ContactRow, choices: Parts['choices']): WireContact {
  return {
    contactId: row.contact_id,
    accountId: row.account_id,
    name: row.display_name,
    mail: row.mail,
    isKeyPartner: row.is_key_partner,
    response: row.response,
    accountChoices: row.account_id === null ? [...(choices.get(row.mail) ?? [])] : [],
  };
}

interface TagRow {
  readonly meeting_id: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly modality: Modality | null;
  readonly place: Place | null;
  readonly spend_minor: number | null;
  readonly spend_currency: string | null;
  readonly tagged_by: string;
  readonly tagged_by_name: string;
  readonly on_behalf_of: string | null;
  readonly on_behalf_of_name: string | null;
  readonly tagged_at: Date;
  readonly present_contact_ids: readonly string[];
  readonly engagement: Readonly<Record<string, Engagement>>;
}

/** The newest tag of each tagged meeting. */
export async function readNewestTags(
  tx: TenantTransaction,
  meetingIds: readonly string[],
): Promise<readonly { readonly meetingId: string; readonly tag: z.input<typeof StoredTag> }[]> {
  const rows = await loadTags(tx, meetingIds, sql`t.version = m.tag_version`);
  return rows.map((row) => ({ meetingId: row.meeting_id, tag: wireTag(row) }));
}

/** Versions told of one meeting; older ones are in the seller's export. */
const maxVersions = 100;

/** What was said of one meeting and taken back, newest first. */
export async function readTagVersions(tx: TenantTransaction, meetingId: string): Promise<z.input<typeof TagVersion>[]> {
  const said = await loadTags(tx, [meetingId], sql`not t.is_withdrawn`);
  const { rows: withdrawn } = await sql<WithdrawnRow>`
    select t.version, t.tagged_by, p.display_name as tagged_by_name, t.tagged_at
    from tag t join person p on p.tenant_id = t.tenant_id and p.person_id = t.tagged_by
    where t.meeting_id = ${meetingId} and t.is_withdrawn`.execute(tx);
  return [
    ...said.map((row) => ({ kind: 'said' as const, version: row.version, tag: wireTag(row) })),
    ...withdrawn.map((row) => ({ kind: 'withdrawn' as const, version: row.version, ...signature(row) })),
  ]
    .sort((a, b) => b.version - a.version)
    .slice(0, maxVersions);
}

type WithdrawnRow = Pick<TagRow, 'version' | 'tagged_by' | 'tagged_by_name' | 'tagged_at'>;

/** Versions of the meetings' tags that `isWanted` of `meeting m` and `tag t`, and that say something. */
async function loadTags(tx: TenantTransaction, meetingIds: readonly string[], isWanted: RawBuilder<unknown>): Promise<readonly TagRow[]> {
  const { rows } = await sql<TagRow>`
    select t.meeting_id, t.version, t.outcome, t.modality, t.place, t.spend_minor, t.spend_currency,
      t.on_behalf_of, o.display_name as on_behalf_of_name, t.tagged_by, p.display_name as tagged_by_name, t.tagged_at,
      coalesce(array_agg(tc.contact_id) filter (where tc.was_present), '{}') as present_contact_ids,
      coalesce(jsonb_object_agg(tc.contact_id, tc.engagement) filter (where tc.engagement is not null), '{}') as engagement
    from meeting m
    join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and ${isWanted}
    join person p on p.tenant_id = t.tenant_id and p.person_id = t.tagged_by
    left join person o on o.tenant_id = t.tenant_id and o.person_id = t.on_behalf_of
    left join tag_contact tc on tc.tenant_id = t.tenant_id and tc.meeting_id = t.meeting_id and tc.version = t.version
    where m.meeting_id = any(${meetingIds}::uuid[])
    group by t.tenant_id, t.meeting_id, t.version, p.display_name, o.display_name`.execute(tx);
  return rows;
}

function wireTag(row: TagRow): z.input<typeof StoredTag> {
  return {
    version: row.version,
    outcome: row.outcome,
    modality: row.modality,
    place: row.place,
    presentContactIds: [...row.present_contact_ids],
    engagement: { ...row.engagement },
    spend: row.spend_minor === null || row.spend_currency === null ? null : { minor: row.spend_minor, currency: row.spend_currency },
    onBehalfOf: row.on_behalf_of === null ? null : { id: row.on_behalf_of, name: row.on_behalf_of_name ?? '' },
    ...signature(row),
  };
}

function signature(row: WithdrawnRow): Pick<z.input<typeof StoredTag>, 'taggedBy' | 'taggedAt'> {
  return { taggedBy: { id: row.tagged_by, name: row.tagged_by_name }, taggedAt: row.tagged_at.toISOString() };
}
