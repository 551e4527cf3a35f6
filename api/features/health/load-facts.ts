/** Reads what `accountHealth` needs from the stored meetings and tags; decides nothing. */
import { sql } from 'kysely';
import { type CalendarDay, calendarDay, dayOf } from '../../domain/calendar-day.ts';
import { joinProviders } from '../../domain/meeting-link.ts';
import { suggestModality } from '../../domain/modality.ts';
import { isNear, type Modality, type Outcome } from '../../domain/tag-vocabulary.ts';
import type { HeldMeeting } from '../../domain/touchpoint.ts';
import type { StripMeeting } from '../../domain/touch-strip.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

export interface AccountRecord {
  readonly accountId: string;
  readonly name: string;
  readonly cadenceDays: number;
  readonly ownerEnrolledOn: CalendarDay | undefined;
  readonly held: readonly HeldMeeting[];
  /** One day per meeting that ended without a tag. */
  readonly unansweredOn: readonly CalendarDay[];
  readonly hasUnansweredHistory: boolean;
  readonly keyPartnerIds: readonly string[];
  readonly stripMeetings: readonly StripMeeting[];
  readonly nextVisitOn: CalendarDay | undefined;
  readonly nextEndAt: Date | undefined;
}

interface Scope {
  readonly accountIds: readonly string[];
  readonly timeZone: string;
  readonly nowAt: Date;
}

/** One entry per account id that exists. Days of untagged meetings are those of the tenant's time zone. */
export async function loadAccountRecords(tx: TenantTransaction, scope: Scope): Promise<readonly AccountRecord[]> {
  const accounts = await tx
    .selectFrom('account as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.person_id', '=', 'a.owner_id').on('p.is_seller', '=', true),
    )
    .where('a.account_id', 'in', [...scope.accountIds])
    .select(['a.account_id', 'a.name', 'a.cadence_days', 'p.enrolled_at'])
    .orderBy('a.account_id')
    .execute();
  const held = groupByAccount(await loadHeld(tx, scope.accountIds));
  const others = groupByAccount(await loadNotHeld(tx, scope.accountIds));
  const partners = groupByAccount(await loadKeyPartners(tx, scope.accountIds));
  return accounts.map((account) =>
    accountRecord(account, held.get(account.account_id) ?? [], others.get(account.account_id) ?? [], {
      ...scope,
      keyPartnerIds: (partners.get(account.account_id) ?? []).map(({ contact_id }) => contact_id),
    }),
  );
}

interface AccountRow {
  readonly account_id: string;
  readonly name: string;
  readonly cadence_days: number;
  readonly enrolled_at: Date | null;
}

function accountRecord(
  account: AccountRow,
  held: readonly HeldRow[],
  others: readonly NotHeldRow[],
  { timeZone, nowAt, keyPartnerIds }: Scope & { readonly keyPartnerIds: readonly string[] },
): AccountRecord {
  const heldMeetings = held.map(heldMeeting);
  const unanswered = others.filter((row) => row.outcome === null && row.ends_at <= nowAt);
  const planned = others.filter((row) => row.outcome === null && row.ends_at > nowAt);
  const visits = planned.filter(isVisit).map((row) => dayOf(row.starts_at, timeZone));
  const enrolledAt = account.enrolled_at;
  return {
    accountId: account.account_id,
    name: account.name,
    cadenceDays: account.cadence_days,
    ownerEnrolledOn: enrolledAt ? dayOf(enrolledAt, timeZone) : undefined,
    held: heldMeetings,
    unansweredOn: unanswered.map((row) => dayOf(row.starts_at, timeZone)),
    hasUnansweredHistory: enrolledAt !== null && unanswered.some((row) => row.ends_at < enrolledAt),
    keyPartnerIds,
    stripMeetings: [
      ...heldMeetings.map(({ heldOn, modality }): StripMeeting => ({ on: heldOn, outcome: 'held', modality, hasContactPresent: true })),
      ...others.filter((row) => row.ends_at <= nowAt).map((row) => stripMeeting(row, timeZone)),
    ],
    nextVisitOn: visits.sort()[0],
    nextEndAt: planned.reduce<Date | undefined>((next, { ends_at: at }) => (next && next <= at ? next : at), undefined),
  };
}

function heldMeeting(row: HeldRow): HeldMeeting {
  return { heldOn: calendarDay(row.held_on), modality: row.modality, presentContactIds: row.contact_ids };
}

function stripMeeting(row: NotHeldRow, timeZone: string): StripMeeting {
  return { on: dayOf(row.starts_at, timeZone), outcome: row.outcome ?? undefined, hasContactPresent: false };
}

/** A planned visit: a future meeting that is suggested to be near. */
function isVisit(row: NotHeldRow): boolean {
  const { modality } = suggestModality({
    locationText: row.location_text,
    subject: row.subject,
    isOnlineMeeting: row.is_online_meeting,
    onlineProvider: joinProviders.find((provider) => provider === row.join_provider),
    locationType: row.location_type ?? undefined,
    isOwnRoom: row.is_own_room,
  });
  return modality !== 'unknown' && isNear(modality);
}

interface HeldRow {
  readonly account_id: string;
  readonly held_on: string;
  readonly modality: Modality;
  readonly contact_ids: readonly string[];
}

/** Held, tagged meetings with a contact of the account present, by the newest tag. */
async function loadHeld(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select c.account_id, t.held_on, t.modality, array_agg(c.contact_id) as contact_ids
    from contact c
    join tag_contact tc on tc.tenant_id = c.tenant_id and tc.contact_id = c.contact_id and tc.was_present
    join meeting m on m.tenant_id = tc.tenant_id and m.meeting_id = tc.meeting_id and m.tag_version = tc.version
    join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.version = m.tag_version
    where c.account_id = any(${accountIds}::uuid[]) and t.outcome = 'held'
    group by c.account_id, t.meeting_id, t.held_on, t.modality`.execute(tx);
  return rows;
}

interface NotHeldRow {
  readonly account_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** Null while nobody has tagged it. */
  readonly outcome: Outcome | null;
  readonly subject: string;
  readonly location_text: string;
  readonly location_type: string | null;
  readonly is_own_room: boolean;
  readonly is_online_meeting: boolean;
  readonly join_provider: string | null;
}

/** Meetings with a contact of the account invited that are untagged (past or to come) or were tagged as not held. */
async function loadNotHeld(tx: TenantTransaction, accountIds: readonly string[]): Promise<readonly NotHeldRow[]> {
  const { rows } = await sql<NotHeldRow>`
    select distinct on (c.account_id, m.meeting_id)
      c.account_id, m.starts_at, m.ends_at, t.outcome, m.subject, m.location_text, m.location_type, m.is_own_room,
      m.is_online_meeting, m.join_provider
    from contact c
    join meeting_contact mc on mc.tenant_id = c.tenant_id and mc.contact_id = c.contact_id
    join meeting m on m.tenant_id = mc.tenant_id and m.meeting_id = mc.meeting_id
    left join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.version = m.tag_version
    where c.account_id = any(${accountIds}::uuid[])
      and (t.outcome <> 'held' or (m.tag_version = 0 and not m.is_cancelled and exists (
        select from meeting_seller ms
        join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id and p.is_seller
        where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id and ms.response <> 'declined'
      )))`.execute(tx);
  return rows;
}

async function loadKeyPartners(
  tx: TenantTransaction,
  accountIds: readonly string[],
): Promise<readonly { readonly account_id: string; readonly contact_id: string }[]> {
  const rows = await tx
    .selectFrom('contact')
    .where('account_id', 'in', [...accountIds])
    .where('is_key_partner', '=', true)
    .select(['account_id', 'contact_id'])
    .execute();
  return rows.flatMap(({ account_id, contact_id }) => (account_id === null ? [] : [{ account_id, contact_id }]));
}

function groupByAccount<T extends { readonly account_id: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(rows, ({ account_id }) => account_id);
}
