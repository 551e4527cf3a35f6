/** The manager's page: the accounts whose owners report to the caller, directly or further down, and the headline over them. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { ownerStates, team as route, TeamAccount } from '../../contract/team.ts';
import { calendarDay, type CalendarDay, daysSince } from '../../domain/calendar-day.ts';
import { type Headline, headlineOf } from '../../domain/headline.ts';
import type { HealthWord } from '../../domain/health-word.ts';
import type { Tier } from '../../domain/health-policy.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { recordViews } from '../people/record-views.ts';
import { storedStrip } from './read-glances.ts';
import { reportingLine } from './reporting-line.ts';
import { pausedUntilOn } from './running-pause.ts';
import { businessDay } from './refresh-health.ts';

type WireAccount = z.input<typeof TeamAccount>;

/** Accounts on one page; a reporting line with more is shown by its largest. */
const maxAccounts = 2_000;

export const team: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    const tenant = await tx.selectFrom('tenant').select('currency').executeTakeFirst();
    if (!tenant) return refused({ kind: 'tenant_not_set_up' });
    const { todayOn } = await businessDay(tx, nowAt);
    const rows = await loadAccounts(tx, caller.userId, todayOn);
    const look = { tenantId: caller.tenantId, viewerId: caller.userId, nowAt, todayOn };
    await recordViews(tx, look, { page: 'team', personIds: rows.map(({ owner_id }) => owner_id) });
    const headline = headlineOf(
      rows.map((row) => ({
        accountId: row.account_id,
        revenueMinor: row.tenant_revenue_minor,
        word: row.word,
        hasPlannedVisit: row.next_visit_on !== null,
        keyPartnersNeverMet: row.key_partners - row.key_partners_met,
        isCounted: row.owner_state === 'counted',
        isPaused: row.paused_until_on !== null,
      })),
    );
    return ok({
      todayOn,
      currency: tenant.currency,
      headline: headline ? wireHeadline(headline) : null,
      accounts: rows.map((row) => wireAccount(row, headline, todayOn)),
      calendars: await countCalendars(tx, caller.userId),
    });
  });

interface AccountRow {
  readonly account_id: string;
  readonly name: string;
  readonly tier: Tier;
  readonly cadence_days: number;
  readonly tenant_revenue_minor: number;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly owner_state: (typeof ownerStates)[number];
  readonly word: HealthWord;
  readonly deciding_unanswered: number;
  readonly last_near_on: string | null;
  readonly strip: unknown;
  readonly key_partners: number;
  readonly key_partners_met: number;
  readonly next_visit_on: string | null;
  /** The last day of a pause that runs. */
  readonly paused_until_on: string | null;
}

async function loadAccounts(tx: TenantTransaction, managerId: string, todayOn: CalendarDay): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    with ${reportingLine(managerId)}
    select a.account_id, a.name, a.tier, case when a.next_cadence_on <= ${todayOn} then a.next_cadence_days else a.cadence_days end as cadence_days,
      a.tenant_revenue_minor, a.owner_id, p.display_name as owner_name,
      case when not p.is_seller then 'not_enrolled' when b.first_read_at is null then 'unread' else 'counted' end as owner_state,
      h.word, h.deciding_unanswered, h.last_near_on, h.strip, h.key_partners, h.key_partners_met, h.next_visit_on,
      ${pausedUntilOn(todayOn)} as paused_until_on
    from account a
    join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
    join person p on p.tenant_id = a.tenant_id and p.person_id = a.owner_id
    left join mailbox b on b.tenant_id = p.tenant_id and b.seller_id = p.person_id
    where a.owner_id in (select person_id from line) and a.merged_into_id is null
    order by a.tenant_revenue_minor desc, a.name
    limit ${maxAccounts}`.execute(tx);
  return rows;
}

async function countCalendars(tx: TenantTransaction, managerId: string): Promise<{ readonly read: number; readonly total: number }> {
  const { rows } = await sql<{ read: number; total: number }>`
    with ${reportingLine(managerId)}
    select count(*) filter (where b.first_read_at is not null) as read, count(*) as total
    from person p
    left join mailbox b on b.tenant_id = p.tenant_id and b.seller_id = p.person_id
    where p.is_seller and p.person_id in (select person_id from line)`.execute(tx);
  return rows[0] ?? { read: 0, total: 0 };
}

function wireHeadline({ accountIds: _accountIds, ...headline }: Headline) {
  return {
    ...headline,
    words: { ...headline.words },
    onCadenceRevenueShare: headline.onCadenceRevenueShare ?? null,
    coverage: headline.coverage ?? null,
  };
}

function wireAccount(row: AccountRow, headline: Headline | undefined, todayOn: CalendarDay): WireAccount {
  return {
    accountId: row.account_id,
    name: row.name,
    tier: row.tier,
    cadenceDays: row.cadence_days,
    isTop: headline?.accountIds.has(row.account_id) ?? false,
    word: row.word,
    decidingUnanswered: row.deciding_unanswered,
    lastNearOn: row.last_near_on,
    daysSinceNear: row.last_near_on === null ? null : daysSince(calendarDay(row.last_near_on), todayOn),
    strip: storedStrip(row.strip),
    keyPartners: row.key_partners,
    keyPartnersMet: row.key_partners_met,
    revenueMinor: row.tenant_revenue_minor,
    owner: { id: row.owner_id, name: row.owner_name, state: row.owner_state },
    nextVisitOn: row.next_visit_on,
    pausedUntilOn: row.paused_until_on,
  };
}
