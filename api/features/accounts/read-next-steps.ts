/** What a seller does next for each of some accounts: reads rollups, invitations and plans; api/domain/next-step.ts decides. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { NextStep as WireStep } from '../../contract/next-step.ts';
import { addDays, type CalendarDay, calendarDay } from '../../domain/calendar-day.ts';
import type { HealthWord } from '../../domain/health-word.ts';
import type { AskAnswer } from '../../domain/in-person-ask.ts';
import { type NextStep, nextStep, nextStepPolicy, type StepAsk, type StepPartner } from '../../domain/next-step.ts';
import { planStanding } from '../../domain/visit-plan.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { KeyPartnerFacts } from '../health/compute-health.ts';
import { isOpenPlan } from './read-plans.ts';

/** What is known of an account from its rollup. */
export interface StepRow {
  readonly account_id: string;
  readonly word: HealthWord;
  readonly is_owner: boolean;
  readonly deciding_unanswered: number;
  readonly cadenceDays: number;
  readonly last_near_on: string | null;
  readonly virtual_streak: number;
  readonly next_visit_on: string | null;
  readonly paused_until_on: string | null;
  readonly key_partner_facts: readonly KeyPartnerFacts[];
  readonly has_contacts: boolean;
}

export interface DecidedStep {
  readonly step: NextStep;
  readonly wire: z.input<typeof WireStep>;
}

/** By account id, one for each row. */
export async function readNextSteps(
  tx: TenantTransaction,
  rows: readonly StepRow[],
  todayOn: CalendarDay,
): Promise<ReadonlyMap<string, DecidedStep>> {
  const accountIds = rows.map(({ account_id }) => account_id);
  const asks = await loadAsks(tx, accountIds, todayOn);
  const plans = await loadPlannedOn(tx, accountIds, todayOn);
  const steps = rows.map((row): readonly [string, NextStep] => {
    const { account_id: id } = row;
    return [id, stepOf(row, { asks: asks.get(id) ?? [], plannedOn: plans.get(id) ?? [], todayOn })];
  });
  const names = await loadNames(
    tx,
    steps.flatMap(([, step]) => contactIdsIn(step)),
  );
  return new Map(steps.map(([accountId, step]) => [accountId, { step, wire: wireStep(step, names) }]));
}

interface StepFacts {
  readonly asks: readonly StepAsk[];
  /** Earliest first. */
  readonly plannedOn: readonly CalendarDay[];
  readonly todayOn: CalendarDay;
}

function stepOf(row: StepRow, { asks, plannedOn, todayOn }: StepFacts): NextStep {
  const lastNearOn = day(row.last_near_on);
  return nextStep(
    {
      word: row.word,
      isOwner: row.is_owner,
      decidingUnanswered: row.deciding_unanswered,
      cadenceDays: row.cadenceDays,
      lastNearOn,
      virtualStreak: row.virtual_streak,
      nextVisitOn: day(row.next_visit_on),
      pausedUntilOn: day(row.paused_until_on),
      passedPlanOn: plannedOn.find((on) => planStanding(on, lastNearOn, todayOn) === 'passed'),
      keyPartners: row.key_partner_facts.map(stepPartner),
      asks,
      hasContacts: row.has_contacts,
    },
    todayOn,
  );
}

function stepPartner({ contactId, standing, lastNearOn, lastTouchpointOn }: KeyPartnerFacts): StepPartner {
  return { contactId, standing, lastNearOn: lastNearOn ?? undefined, lastTouchpointOn: lastTouchpointOn ?? undefined };
}

function day(on: string | null): CalendarDay | undefined {
  return on === null ? undefined : calendarDay(on);
}

interface AskRow {
  readonly account_id: string;
  readonly contact_id: string;
  readonly asked_on: string;
  readonly answer: AskAnswer | null;
}

/** To people who are at the account and have not left it. */
async function loadAsks(
  tx: TenantTransaction,
  accountIds: readonly string[],
  todayOn: CalendarDay,
): Promise<ReadonlyMap<string, readonly StepAsk[]>> {
  const { rows } = await sql<AskRow>`
    select c.account_id, ask.contact_id, ask.asked_on, ask.answer
    from in_person_ask ask
    join contact c on c.tenant_id = ask.tenant_id and c.contact_id = ask.contact_id
    where ask.asked_on >= ${addDays(todayOn, -nextStepPolicy.askMemoryDays)} and c.account_id = any(${accountIds}::uuid[])
      and not c.has_left`.execute(tx);
  const asks = rows.map((row) => ({
    accountId: row.account_id,
    contactId: row.contact_id,
    askedOn: calendarDay(row.asked_on),
    answer: row.answer ?? undefined,
  }));
  return Map.groupBy(asks, ({ accountId }) => accountId);
}

async function loadPlannedOn(
  tx: TenantTransaction,
  accountIds: readonly string[],
  todayOn: CalendarDay,
): Promise<ReadonlyMap<string, readonly CalendarDay[]>> {
  const { rows } = await sql<{ account_id: string; planned_on: string }>`
    select coalesce(a.merged_into_id, a.account_id) as account_id, p.planned_on
    from account a
    join visit_plan p on p.tenant_id = a.tenant_id and p.account_id = a.account_id
    where (a.account_id = any(${accountIds}::uuid[]) or a.merged_into_id = any(${accountIds}::uuid[])) and ${isOpenPlan(todayOn)}
    order by p.planned_on`.execute(tx);
  const byAccount = Map.groupBy(rows, ({ account_id }) => account_id);
  return new Map([...byAccount].map(([accountId, plans]) => [accountId, plans.map(({ planned_on: on }) => calendarDay(on))]));
}

function contactIdsIn(step: NextStep): readonly string[] {
  const { contactId, otherContactId } = { contactId: undefined, otherContactId: undefined, ...step };
  return [contactId, otherContactId].filter((id) => id !== undefined);
}

async function loadNames(tx: TenantTransaction, contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ contact_id: string; display_name: string }>`
    select contact_id, display_name from contact where contact_id = any(${contactIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ contact_id, display_name }) => [contact_id, display_name]));
}

function wireStep(step: NextStep, names: ReadonlyMap<string, string>): z.input<typeof WireStep> {
  const named = (contactId: string): { contactId: string; name: string } => ({ contactId, name: names.get(contactId) ?? '' });
  const namedOrNone = (contactId: string | undefined) => (contactId === undefined ? null : named(contactId));
  switch (step.code) {
    case 'set_day':
      return { code: step.code, contact: named(step.contactId) };
    case 'meet_key_partner':
      return { code: step.code, contact: named(step.contactId), lastNearOn: step.lastNearOn ?? null };
    case 'await_answer':
      return { code: step.code, contact: named(step.contactId), askedOn: step.askedOn };
    case 'ask_again':
      return { code: step.code, contact: named(step.contactId), times: step.times, askedOn: step.askedOn };
    case 'ask_somebody_else':
      return { code: step.code, contact: named(step.contactId), times: step.times, other: namedOrNone(step.otherContactId) };
    case 'invite': {
      const { code, contactId, virtualStreak, lastNearOn = null, dueOn = null } = step;
      return { code, contact: namedOrNone(contactId), virtualStreak, lastNearOn, dueOn };
    }
    default:
      return step;
  }
}
