/** Reads what `accountHealth` needs from the stored meetings and tags; decides nothing. */
import { sql } from 'kysely';
import type { Cadence } from '../../domain/cadence.ts';
import { type CalendarDay, calendarDay, dayOf } from '../../domain/calendar-day.ts';
import type { KeyPartner } from '../../domain/key-partner.ts';
import { isPlannedVisit } from '../../domain/planned-visit.ts';
import type { Modality, Outcome } from '../../domain/tag-vocabulary.ts';
import type { StripMeeting } from '../../domain/touch-strip.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type HeldRecord, loadHeldMeetings } from './load-held.ts';
import { type CadenceColumns, storedCadence } from './stored-cadence.ts';
import { storedSuggestion, type SuggestionColumns } from './stored-suggestion.ts';

export interface AccountRecord {
  readonly accountId: string;
  readonly name: string;
  readonly cadence: Cadence;
  readonly ownerEnrolledOn: CalendarDay | undefined;
  /** Held, tagged, and not contradicted. */
  readonly held: readonly HeldRecord[];
  /** One day per meeting that ended without a tag, or whose tag is contradicted. */
  readonly unansweredOn: readonly CalendarDay[];
  readonly hasUnansweredHistory: boolean;
  /** Those named now and those removed. */
  readonly keyPartners: readonly KeyPartner[];
  /** Every meeting with the account that has ended. */
  readonly pastMeetings: readonly PastMeeting[];
  /** Day of the next meeting that is or looks like a visit. */
  readonly nextVisitOn: CalendarDay | undefined;
  /** Days of plans from today on, in any order. */
  readonly plannedOn: readonly CalendarDay[];
  readonly nextEndAt: Date | undefined;
}

export interface PastMeeting extends StripMeeting {
  readonly meetingId: string;
  readonly startsAt: Date;
  /** Of the account, and present; empty unless the meeting was held. */
  readonly presentContactIds: readonly string[];
  readonly disputedContactIds: readonly string[];
}

interface Scope {
  readonly accountIds: readonly string[];
  readonly timeZone: string;
  readonly nowAt: Date;
}

/** One entry per account id that exists. Days of untagged meetings are those of the tenant's time zone. */
export async function loadAccountRecords(tx: TenantTransaction, scope: Scope): Promise<readonly AccountRecord[]> {
  const accounts = await loadAccounts(tx, scope.accountIds);
  const held = groupByAccount(await loadHeldMeetings(tx, scope.accountIds));
  const others = groupByAccount(await loadNotHeld(tx, scope));
  const partners = groupByAccount(await loadKeyPartners(tx, scope.accountIds));
  const plans = groupByAccount(await loadPlans(tx, scope));
  return accounts.map((account) => {
    const { accountId } = account;
    const facts = {
      held: held.get(accountId) ?? [],
      others: others.get(accountId) ?? [],
      partners: partners.get(accountId) ?? [],
      plans: plans.get(accountId) ?? [],
    };
    return accountRecord(account, facts, scope);
  });
}

interface AccountRow extends CadenceColumns {
  readonly accountId: string;
  readonly name: string;
  readonly enrolled_at: Date | null;
}

async function loadAccounts(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly AccountRow[]> {
  return await tx
    .selectFrom('account as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.person_id', '=', 'a.owner_id').on('p.is_seller', '=', true),
    )
    .where('a.account_id', 'in', [...accountIds])
    .select(['a.account_id as accountId', 'a.name', 'a.cadence_days', 'a.next_cadence_days', 'a.next_cadence_on', 'p.enrolled_at'])
    .orderBy('a.account_id')
    .execute();
}

interface Facts {
  readonly held: readonly HeldRecord[];
  readonly others: readonly NotHeldRow[];
  readonly partners: readonly KeyPartnerRow[];
  readonly plans: readonly PlanRow[];
}

function accountRecord(account: AccountRow, { held, others, partners, plans }: Facts, { timeZone, nowAt }: Scope): AccountRecord {
  const untagged = others.filter((row) => row.outcome === null && row.ends_at <= nowAt);
  const contradicted = held.filter(({ isContradicted }) => isContradicted);
  const standing = held.filter(({ isContradicted }) => !isContradicted);
  const planned = others.filter((row) => row.outcome === null && row.ends_at > nowAt);
  const visits = planned.filter((row) => isVisit(row, timeZone)).map((row) => dayOf(row.starts_at, timeZone));
  const enrolledAt = account.enrolled_at;
  return {
    accountId: account.accountId,
    name: account.name,
    cadence: storedCadence(account),
    ownerEnrolledOn: enrolledAt ? dayOf(enrolledAt, timeZone) : undefined,
    held: standing,
    unansweredOn: [...untagged.map((row) => dayOf(row.starts_at, timeZone)), ...contradicted.map(({ heldOn }) => heldOn)],
    hasUnansweredHistory:
      enrolledAt !== null &&
      [...untagged.map(({ ends_at }) => ends_at), ...contradicted.map(({ endsAt }) => endsAt)].some((at) => at < enrolledAt),
    keyPartners: partners.map(keyPartner),
    pastMeetings: [...held.map(pastHeld), ...others.filter((row) => row.ends_at <= nowAt).map((row) => pastNotHeld(row, timeZone))],
    nextVisitOn: visits.sort()[0],
    plannedOn: plans.map(({ planned_on: on }) => calendarDay(on)),
    nextEndAt: planned.reduce<Date | undefined>((next, { ends_at: at }) => (next && next <= at ? next : at), undefined),
  };
}

function keyPartner(row: KeyPartnerRow): KeyPartner {
  return {
    contactId: row.contact_id,
    namedOn: calendarDay(row.named_on),
    removedOn: row.removed_on === null ? undefined : calendarDay(row.removed_on),
    hasLeft: row.has_left,
  };
}

/** A contradicted meeting counts as unanswered, and shows so. */
function pastHeld({
  meetingId,
  startsAt,
  heldOn,
  modality,
  presentContactIds,
  disputedContactIds,
  isContradicted,
}: HeldRecord): PastMeeting {
  const claim = isContradicted ? { hasContactPresent: false } : { outcome: 'held' as const, modality, hasContactPresent: true };
  return { meetingId, startsAt, on: heldOn, presentContactIds, disputedContactIds, ...claim };
}

function pastNotHeld(row: NotHeldRow, timeZone: string): PastMeeting {
  return {
    meetingId: row.meeting_id,
    startsAt: row.starts_at,
    on: dayOf(row.starts_at, timeZone),
    outcome: row.outcome ?? undefined,
    hasContactPresent: false,
    presentContactIds: [],
    disputedContactIds: [],
  };
}

/** A planned visit: a future meeting that is suggested to be near, or marked so. */
function isVisit(row: NotHeldRow, timeZone: string): boolean {
  const suggested = storedSuggestion(row, {
    timeZone,
    contactHosts: row.contact_hosts ?? [],
    isDeclinedByAll: row.is_declined_by_all ?? false,
  });
  return isPlannedVisit(row.planned_modality ?? undefined, suggested.modality);
}

interface NotHeldRow extends SuggestionColumns {
  readonly accountId: string;
  readonly meeting_id: string;
  /** Null while nobody has tagged it. */
  readonly outcome: Outcome | null;
  /** Of everybody of the customers' side; these two are null once the meeting has ended. */
  readonly contact_hosts: readonly string[] | null;
  readonly is_declined_by_all: boolean | null;
  /** What a seller has marked a meeting to come as. */
  readonly planned_modality: Modality | null;
}

/**
 * Meetings with a contact of the account invited that are untagged (past or to come) or were tagged as not held. From the account's contacts to
 * each row by its key: `offset 0` keeps the planner to that order, where for many accounts it would rather read whole tables each time.
 */
async function loadNotHeld(tx: TenantTransaction, { accountIds, nowAt }: Scope): Promise<readonly NotHeldRow[]> {
  const { rows } = await sql<NotHeldRow>`
    select invited.account_id as "accountId", m.meeting_id, m.starts_at, m.ends_at, t.outcome, m.subject, m.location_text, m.location_type,
      m.is_own_room, m.is_online_meeting, m.join_provider, m.planned_modality, m.time_zone, m.is_all_day, guests.contact_hosts,
      guests.is_declined_by_all
    from (
      select distinct c.tenant_id, c.account_id, mc.meeting_id
      from (select * from contact mine where mine.account_id = any(${accountIds}::uuid[]) offset 0) c
      cross join lateral (
        select own.meeting_id from meeting_contact own where own.tenant_id = c.tenant_id and own.contact_id = c.contact_id offset 0
      ) mc
      offset 0
    ) invited
    cross join lateral (
      select * from meeting met where met.tenant_id = invited.tenant_id and met.meeting_id = invited.meeting_id offset 0
    ) m
    left join lateral (
      select latest.outcome from tag latest
      where latest.tenant_id = m.tenant_id and latest.meeting_id = m.meeting_id and latest.version = m.tag_version
      offset 0
    ) t on true
    left join lateral (
      select array_agg(distinct split_part(guest.mail, '@', 2)) as contact_hosts, bool_and(asked.response = 'declined') as is_declined_by_all
      from meeting_contact asked
      join contact guest on guest.tenant_id = asked.tenant_id and guest.contact_id = asked.contact_id
      where asked.tenant_id = m.tenant_id and asked.meeting_id = m.meeting_id
      offset 0
    ) guests on m.tag_version = 0 and m.ends_at > ${nowAt}
    where t.outcome <> 'held' or (m.tag_version = 0 and not m.is_cancelled and exists (
      select from meeting_seller ms
      join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id and p.is_seller
      where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id and ms.response <> 'declined'
      offset 0
    ))`.execute(tx);
  return rows;
}

interface KeyPartnerRow {
  readonly accountId: string;
  readonly contact_id: string;
  readonly named_on: string;
  readonly removed_on: string | null;
  readonly has_left: boolean;
}

async function loadKeyPartners(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly KeyPartnerRow[]> {
  const { rows } = await sql<KeyPartnerRow>`
    select c.account_id as "accountId", k.contact_id, k.named_on, k.removed_on, c.has_left
    from key_partner k
    join contact c on c.tenant_id = k.tenant_id and c.contact_id = k.contact_id
    where c.account_id = any(${accountIds}::uuid[])
    order by k.contact_id`.execute(tx);
  return rows;
}

interface PlanRow {
  readonly accountId: string;
  readonly planned_on: string;
}

/** Plans from the tenant's today on that nobody has given up; those of merged accounts count where these went. */
async function loadPlans(tx: TenantTransaction, { accountIds, timeZone, nowAt }: Scope): Promise<readonly PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select coalesce(a.merged_into_id, a.account_id) as "accountId", p.planned_on
    from account a
    join visit_plan p on p.tenant_id = a.tenant_id and p.account_id = a.account_id
    where (a.account_id = any(${accountIds}::uuid[]) or a.merged_into_id = any(${accountIds}::uuid[])) and p.dropped_at is null
      and p.planned_on >= ${dayOf(nowAt, timeZone)}`.execute(tx);
  return rows;
}

function groupByAccount<T extends { readonly accountId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(rows, ({ accountId }) => accountId);
}
