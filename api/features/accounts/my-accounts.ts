/** The accounts that a seller owns or has met, by what to do next, with their stored health and the people to choose from. */
import { sql } from 'kysely';
import type * as z from 'zod';
import { maxOwnAccounts, type myAccounts as route, type OwnAccount } from '../../contract/accounts.ts';
import { cadenceDaysOn } from '../../domain/cadence.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { AccountGlance } from '../../contract/tagging.ts';
import { byUrgency, type StepAccount } from '../../domain/next-step.ts';
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { readAccountGlances } from '../health/read-glances.ts';
import { businessDay } from '../health/refresh-health.ts';
import { pausedUntilOn } from '../health/running-pause.ts';
import { type CadenceColumns, storedCadence } from '../health/stored-cadence.ts';
import { type DecidedStep, readNextSteps, type StepRow } from './read-next-steps.ts';

type WireContact = z.input<typeof OwnAccount>['contacts'][number];

/** People per account. */
const maxContacts = 50;

export const myAccounts: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { todayOn } = await businessDay(tx, nowAt);
    const rows = (await loadOwn(tx, caller.userId, todayOn)).map((row) => ({
      ...row,
      cadenceDays: cadenceDaysOn(storedCadence(row), todayOn),
    }));
    const glances = await readAccountGlances(
      tx,
      rows.map(({ account_id }) => account_id),
    );
    const steps = await readNextSteps(tx, rows, todayOn);
    const accounts = rows.flatMap((row) => {
      const glance = glances.get(row.account_id);
      const decided = steps.get(row.account_id);
      return glance && decided ? [{ sort: sortFacts(row, decided), wire: { ...glance, ...wireOwn(row, decided) } }] : [];
    });
    accounts.sort((a, b) => byUrgency(a.sort, b.sort));
    return ok({ todayOn, accounts: accounts.map(({ wire }) => wire) });
  });

interface OwnRow extends CadenceColumns, Omit<StepRow, 'cadenceDays'> {
  readonly name: string;
  readonly tenant_revenue_minor: number;
  readonly key_partners: number;
  readonly key_partners_met: number;
  readonly contacts: readonly WireContact[];
}

/** The largest by revenue, where there are more than one answer holds. */
async function loadOwn(tx: TenantTransaction, sellerId: string, todayOn: CalendarDay): Promise<readonly OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select a.account_id, a.name, coalesce(a.owner_id = ${sellerId}, false) as is_owner, a.tenant_revenue_minor, a.cadence_days,
      a.next_cadence_days, a.next_cadence_on, h.word, h.deciding_unanswered, h.last_near_on, h.virtual_streak, h.key_partners,
      h.key_partners_met, h.key_partner_facts, h.next_visit_on, ${pausedUntilOn(todayOn)} as paused_until_on,
      people.contacts is not null as has_contacts, coalesce(people.contacts, '[]') as contacts
    from account a
    join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('contactId', c.contact_id, 'name', c.display_name, 'isKeyPartner', c.is_key_partner)) as contacts
      from (
        select c.contact_id, c.display_name, k.contact_id is not null as is_key_partner
        from contact c
        left join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
        where c.tenant_id = a.tenant_id and c.account_id = a.account_id and not c.has_left
        order by k.contact_id is null, c.display_name, c.contact_id
        limit ${maxContacts}
      ) c
    ) people on true
    where a.merged_into_id is null and (a.owner_id = ${sellerId} or a.account_id in (
      select c.account_id
      from meeting_seller ms
      join meeting_contact mc on mc.tenant_id = ms.tenant_id and mc.meeting_id = ms.meeting_id
      join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
      where ms.seller_id = ${sellerId}
    ))
    order by a.tenant_revenue_minor desc, a.name, a.account_id
    limit ${maxOwnAccounts}`.execute(tx);
  return rows;
}

function sortFacts(row: OwnRow, { step }: DecidedStep): StepAccount {
  return { accountId: row.account_id, name: row.name, word: row.word, isOwner: row.is_owner, revenueMinor: row.tenant_revenue_minor, step };
}

type OwnPart = Omit<z.input<typeof OwnAccount>, keyof z.input<typeof AccountGlance>>;

function wireOwn(row: OwnRow & Pick<StepRow, 'cadenceDays'>, { wire: step }: DecidedStep): OwnPart {
  return {
    isOwner: row.is_owner,
    cadenceDays: row.cadenceDays,
    step,
    pausedUntilOn: row.paused_until_on,
    virtualStreak: row.virtual_streak,
    keyPartners: row.key_partners,
    keyPartnersMet: row.key_partners_met,
    nextVisitOn: row.next_visit_on,
    contacts: [...row.contacts],
  };
}
