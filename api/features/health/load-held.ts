/** The held, tagged meetings of accounts, with colleagues' answers united and contradictions marked. The rules are api/domain's. */
import { sql } from 'kysely';
import { calendarDay } from '../../domain/calendar-day.ts';
import { type PresenceClaim, unitePresence } from '../../domain/presence.ts';
import type { Modality } from '../../domain/tag-vocabulary.ts';
import type { HeldMeeting } from '../../domain/touchpoint.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { loadContradicted } from './load-contradicted.ts';

export interface HeldRecord extends HeldMeeting {
  readonly accountId: string;
  readonly meetingId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Present in one colleague's answer and absent in another's. */
  readonly disputedContactIds: readonly string[];
  /** Whose newest answers it comes from. */
  readonly sellerIds: readonly string[];
  /** Until the seller has answered the question about it, the meeting counts as unanswered. */
  readonly isContradicted: boolean;
}

/** One record per meeting and account of which a contact was present. */
export async function loadHeldMeetings(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly HeldRecord[]> {
  const claims = await loadClaims(tx, accountIds);
  const contradicted = await loadContradicted(tx, accountIds);
  const byMeeting = Map.groupBy(claims, ({ account_id, meeting_id }) => `${account_id} ${meeting_id}`);
  return [...byMeeting.values()].flatMap((rows) => heldRecord(rows, contradicted) ?? []);
}

interface ClaimRow {
  readonly account_id: string;
  readonly meeting_id: string;
  /** Milliseconds since 1970, which reach us without being parsed as dates. */
  readonly starts_at_ms: number;
  readonly ends_at_ms: number;
  /** Of the meeting's newest tag. */
  readonly held_on: string;
  readonly modality: Modality;
  /** Of this seller's newest answer. */
  readonly claimed_modality: Modality;
  readonly is_newest: boolean;
  readonly seller_id: string;
  /** Ids with blanks between; null for nobody. */
  readonly present_ids: string | null;
  readonly absent_ids: string | null;
}

function heldRecord(rows: readonly ClaimRow[], contradicted: ReadonlySet<string>): HeldRecord | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const newest = rows.find(({ is_newest }) => is_newest);
  const nobody: PresenceClaim = { modality: first.modality, presentContactIds: [], absentContactIds: [] };
  const others = rows.filter(({ is_newest }) => !is_newest);
  const { contactIds, disputedContactIds } = unitePresence(newest ? claimOf(newest) : nobody, others.map(claimOf));
  if (contactIds.length === 0) return undefined;
  return {
    accountId: first.account_id,
    meetingId: first.meeting_id,
    startsAt: new Date(first.starts_at_ms),
    endsAt: new Date(first.ends_at_ms),
    heldOn: calendarDay(first.held_on),
    modality: first.modality,
    presentContactIds: contactIds,
    disputedContactIds,
    sellerIds: rows.map(({ seller_id }) => seller_id),
    isContradicted: contradicted.has(first.meeting_id),
  };
}

function claimOf({ claimed_modality: modality, present_ids, absent_ids }: ClaimRow): PresenceClaim {
  return { modality, presentContactIds: present_ids?.split(' ') ?? [], absentContactIds: absent_ids?.split(' ') ?? [] };
}

/**
 * The newest answer of each seller about meetings whose newest tag says held, with what it says of the account's contacts. From the account's
 * contacts to each row by its key: `offset 0` keeps the planner to that order, where for many accounts it would rather read whole tables each time.
 */
async function loadClaims(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select c.account_id, m.meeting_id, (extract(epoch from m.starts_at) * 1000)::float8 as starts_at_ms,
      (extract(epoch from m.ends_at) * 1000)::float8 as ends_at_ms, newest.held_on, newest.modality, t.modality as claimed_modality,
      t.version = m.tag_version as is_newest, coalesce(t.on_behalf_of, t.tagged_by) as seller_id,
      string_agg(c.contact_id::text, ' ') filter (where tc.was_present) as present_ids,
      string_agg(c.contact_id::text, ' ') filter (where not tc.was_present) as absent_ids
    from (select * from contact mine where mine.account_id = any(${accountIds}::uuid[]) offset 0) c
    cross join lateral (
      select * from tag_contact said where said.tenant_id = c.tenant_id and said.contact_id = c.contact_id offset 0
    ) tc
    cross join lateral (
      select * from tag claim
      where claim.tenant_id = tc.tenant_id and claim.meeting_id = tc.meeting_id and claim.version = tc.version and claim.outcome = 'held'
      offset 0
    ) t
    cross join lateral (select * from meeting met where met.tenant_id = t.tenant_id and met.meeting_id = t.meeting_id offset 0) m
    cross join lateral (
      select * from tag latest
      where latest.tenant_id = m.tenant_id and latest.meeting_id = m.meeting_id and latest.version = m.tag_version
        and latest.outcome = 'held'
      offset 0
    ) newest
    where t.version = m.tag_version or not exists (
      select from tag later
      where later.tenant_id = t.tenant_id and later.meeting_id = t.meeting_id
        and coalesce(later.on_behalf_of, later.tagged_by) = coalesce(t.on_behalf_of, t.tagged_by) and later.version > t.version
    )
    group by c.account_id, m.tenant_id, m.meeting_id, m.starts_at, m.ends_at, m.tag_version, newest.held_on, newest.modality, t.modality, t.version,
      t.tagged_by, t.on_behalf_of
    order by c.account_id, m.meeting_id, t.version`.execute(tx);
  return rows;
}
