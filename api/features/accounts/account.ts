/** The account page: who it is, its stored health with the three lines, key partners, colleagues. Reads rollups, never history. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { account as route, AccountReply, ScoreLine } from '../../contract/accounts.ts';
import { cadenceDaysOn } from '../../domain/cadence.ts';
import { type CalendarDay, calendarDay } from '../../domain/calendar-day.ts';
import type { HealthWord } from '../../domain/health-word.ts';
import type { Tier } from '../../domain/health-policy.ts';
import { ok, refused } from '../../domain/result.ts';
import type { VisitorPolicy } from '../../domain/visitor-policy.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import type { ColleagueFacts, KeyPartnerFacts } from '../health/compute-health.ts';
import { businessDay } from '../health/refresh-health.ts';
import { type CadenceColumns, storedCadence } from '../health/stored-cadence.ts';
import { recordViews } from '../people/record-views.ts';
import { accessTo } from './account-access.ts';
import { readAsks } from './read-asks.ts';
import { readCandidates } from './read-candidates.ts';
import { readIdeas } from './read-ideas.ts';
import { readKeyPartners } from './read-key-partners.ts';
import { readPause } from './read-pause.ts';
import { readPlans } from './read-plans.ts';

type WireAccount = z.input<typeof AccountReply>;
type WireLine = z.input<typeof ScoreLine>;

export const account: Handler<typeof route> = ({ caller, params, transaction, nowAt }) =>
  transaction(async (tx) => {
    const access = await accessTo(tx, params.accountId, caller.userId);
    if (access === 'none') return refused({ kind: 'account_not_found' });
    const { todayOn } = await businessDay(tx, nowAt);
    const row = await loadAccount(tx, params.accountId);
    if (!row) return refused({ kind: 'account_not_found' });
    const keyPartners = await readKeyPartners(tx, row.key_partner_facts);
    const page: WireAccount = {
      todayOn,
      currency: row.currency,
      account: {
        ...wireAccount(row, todayOn),
        domains: await loadDomains(tx, params.accountId),
        merged: await loadMerged(tx, params.accountId),
      },
      pause: await readPause(tx, params.accountId, todayOn),
      mayPause: access === 'manages',
      health: wireHealth(row),
      keyPartners,
      candidates: await readCandidates(tx, params.accountId),
      asks: await readAsks(tx, params.accountId, { callerId: caller.userId, todayOn }),
      plans: await readPlans(tx, params.accountId, {
        todayOn,
        lastNearOn: row.last_near_on === null ? undefined : calendarDay(row.last_near_on),
        callerId: caller.userId,
        mayDropAll: access === 'manages' || row.owner_id === caller.userId,
      }),
      ideas: await readIdeas(tx, params.accountId, {
        visitorPolicy: row.visitor_policy,
        tier: row.tier_override ?? row.tier,
        keyPartners,
      }),
      contactNames: await readNames(tx, row.lines),
      colleagues: await readColleagues(tx, row.colleagues),
    };
    const look = { tenantId: caller.tenantId, viewerId: caller.userId, nowAt, todayOn };
    await recordViews(tx, look, { page: 'account', accountId: params.accountId, personIds: peopleOn(page) });
    return ok(page);
  });

/** Everybody of ours whom the page names. */
function peopleOn({ account: { visitorPolicySaid }, pause, keyPartners, asks, plans, colleagues }: WireAccount): readonly string[] {
  const named = keyPartners.map(({ namedBy }) => namedBy);
  const people = [visitorPolicySaid?.by, pause?.by, ...named, ...asks.map(({ by }) => by), ...plans.map(({ by }) => by), ...colleagues];
  return people.flatMap((person) => (person ? [person.id] : []));
}

interface AccountRow extends CadenceColumns {
  readonly account_id: string;
  readonly name: string;
  readonly currency: string;
  readonly tier: Tier;
  readonly tier_override: Tier | null;
  readonly tier_override_reason: string | null;
  readonly cadence_override_days: number | null;
  readonly tenant_revenue_minor: number;
  readonly visitor_policy: VisitorPolicy;
  readonly policy_said_by: string | null;
  readonly policy_said_by_name: string | null;
  readonly policy_said_at: Date | null;
  readonly parent_id: string | null;
  readonly parent_name: string | null;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly owner_state: 'counted' | 'unread' | 'not_enrolled';
  readonly word: HealthWord;
  readonly score: number;
  readonly lines: readonly WireLine[];
  readonly unanswered: number;
  readonly deciding_unanswered: number;
  readonly last_near_on: string | null;
  readonly last_touchpoint_on: string | null;
  readonly virtual_streak: number;
  readonly next_visit_on: string | null;
  readonly key_partner_facts: readonly KeyPartnerFacts[];
  readonly colleagues: readonly ColleagueFacts[];
}

async function loadAccount(tx: TenantTransaction, accountId: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select a.account_id, a.name, t.currency, a.tier, a.tier_override, a.tier_override_reason, a.cadence_days, a.cadence_override_days,
      a.next_cadence_days, a.next_cadence_on, a.tenant_revenue_minor, a.visitor_policy, a.visitor_policy_said_by as policy_said_by,
      said_by.display_name as policy_said_by_name, a.visitor_policy_said_at as policy_said_at, a.parent_id, parent.name as parent_name,
      a.owner_id, p.display_name as owner_name,
      case when not p.is_seller then 'not_enrolled' when b.first_read_at is null then 'unread' else 'counted' end as owner_state,
      h.word, h.score, h.lines, h.unanswered, h.deciding_unanswered, h.last_near_on, h.last_touchpoint_on, h.virtual_streak,
      h.next_visit_on, h.key_partner_facts, h.colleagues
    from account a
    join tenant t on t.tenant_id = a.tenant_id
    join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
    left join account parent on parent.tenant_id = a.tenant_id and parent.account_id = a.parent_id
    left join person p on p.tenant_id = a.tenant_id and p.person_id = a.owner_id
    left join person said_by on said_by.tenant_id = a.tenant_id and said_by.person_id = a.visitor_policy_said_by
    left join mailbox b on b.tenant_id = p.tenant_id and b.seller_id = p.person_id
    where a.account_id = ${accountId}`.execute(tx);
  return rows[0];
}

function wireAccount(row: AccountRow, todayOn: CalendarDay): Omit<WireAccount['account'], 'domains' | 'merged'> {
  const cadence = storedCadence(row);
  return {
    accountId: row.account_id,
    name: row.name,
    tier: row.tier,
    tierOverride: row.tier_override === null ? null : { tier: row.tier_override, reason: row.tier_override_reason ?? '' },
    cadenceDays: cadenceDaysOn(cadence, todayOn),
    isCadenceOwn: row.cadence_override_days !== null,
    nextCadence: cadence.next && cadence.next.fromOn > todayOn ? cadence.next : null,
    revenueMinor: row.tenant_revenue_minor,
    owner: row.owner_id === null || row.owner_name === null ? null : { id: row.owner_id, name: row.owner_name, state: row.owner_state },
    visitorPolicy: row.visitor_policy,
    visitorPolicySaid: visitorPolicySaid(row),
    parent: row.parent_id === null || row.parent_name === null ? null : { accountId: row.parent_id, name: row.parent_name },
  };
}

function visitorPolicySaid({ policy_said_by: id, policy_said_by_name: name, policy_said_at: at }: AccountRow) {
  return id === null || name === null || at === null ? null : { by: { id, name }, at: at.toISOString() };
}

function wireHealth(row: AccountRow): WireAccount['health'] {
  return {
    word: row.word,
    score: row.score,
    lines: [...row.lines],
    unanswered: row.unanswered,
    decidingUnanswered: row.deciding_unanswered,
    lastNearOn: row.last_near_on,
    lastTouchpointOn: row.last_touchpoint_on,
    virtualStreak: row.virtual_streak,
    nextVisitOn: row.next_visit_on,
  };
}

/** Its own, and those of the accounts merged into it. */
async function loadDomains(tx: TenantTransaction, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct d.domain
    from account a join account_domain d on d.tenant_id = a.tenant_id and d.account_id = a.account_id
    where ${accountId} in (a.account_id, a.merged_into_id)
    order by d.domain`.execute(tx);
  return rows.map(({ domain }) => domain);
}

async function loadMerged(tx: TenantTransaction, accountId: string): Promise<WireAccount['account']['merged']> {
  return await tx
    .selectFrom('account')
    .where('merged_into_id', '=', accountId)
    .select(['account_id as accountId', 'name'])
    .orderBy('name')
    .execute();
}

async function readNames(tx: TenantTransaction, lines: readonly WireLine[]): Promise<Record<string, string>> {
  const ids = lines.flatMap((line) => (line.code === 'key_partners_met' ? line.values.expectedContactIds : []));
  if (ids.length === 0) return {};
  const rows = await tx.selectFrom('contact').where('contact_id', 'in', ids).select(['contact_id', 'display_name']).execute();
  return Object.fromEntries(rows.map(({ contact_id, display_name }) => [contact_id, display_name]));
}

async function readColleagues(tx: TenantTransaction, facts: readonly ColleagueFacts[]): Promise<WireAccount['colleagues']> {
  if (facts.length === 0) return [];
  const rows = await tx
    .selectFrom('person')
    .where(
      'person_id',
      'in',
      facts.map(({ sellerId }) => sellerId),
    )
    .select(['person_id', 'display_name'])
    .execute();
  const names = new Map(rows.map(({ person_id, display_name }) => [person_id, display_name]));
  return facts
    .map(({ sellerId, ...mix }) => ({ id: sellerId, name: names.get(sellerId) ?? '', ...mix }))
    .sort((a, b) => (a.lastTouchpointOn ?? '').localeCompare(b.lastTouchpointOn ?? '') * -1 || a.name.localeCompare(b.name));
}
