/** What was before a seller enrolled: one question per account with the calendar's candidates, and the suggestions that are sure. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Meeting } from '../../contract/tagging.ts';
import type { Candidate, welcome as route, WelcomeQuestion } from '../../contract/welcome.ts';
import { ok } from '../../domain/result.ts';
import { candidatesOf, sureModality } from '../../domain/welcome.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { readMeetings } from '../meetings/read-meetings.ts';

type WireMeeting = z.input<typeof Meeting>;

/** Newest meetings of the past that are looked at. */
const maxHistory = 2_000;
/** Accounts asked about in one answer. */
const maxQuestions = 100;
/** Contacts offered per account. */
const maxContacts = 5;

export const welcome: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { todayOn } = await businessDay(tx, nowAt);
    const seller = await loadSeller(tx, caller.userId);
    const isCalendarRead = (seller?.first_read_at ?? null) !== null;
    if (seller?.welcomed_at !== null) return ok({ todayOn, isDue: false, isCalendarRead, questions: [], open: 0, answered: 0, sure: [] });
    const meetingIds = await loadHistory(tx, caller.userId);
    const meetings = await readMeetings(tx, { meetingIds, sellerId: caller.userId, nowAt });
    const accounts = await loadAccounts(tx, caller.userId);
    const open = accounts.filter(({ is_answered }) => !is_answered);
    const asked = open.slice(0, maxQuestions);
    const contacts = await loadContacts(tx, { accountIds: asked.map(({ account_id }) => account_id), sellerId: caller.userId });
    const questions = asked.map((account) => question(account, contacts.get(account.account_id) ?? [], meetings));
    const sure = meetings.flatMap(({ meetingId, suggestion }) => {
      const modality = sureModality(suggestion);
      return modality ? [{ meetingId, modality }] : [];
    });
    return ok({
      todayOn,
      isDue: isCalendarRead && questions.length + sure.length > 0,
      isCalendarRead,
      questions,
      open: open.length,
      answered: accounts.length - open.length,
      sure,
    });
  });

interface SellerRow {
  readonly welcomed_at: Date | null;
  readonly first_read_at: Date | null;
}

async function loadSeller(tx: TenantTransaction, sellerId: string): Promise<SellerRow | undefined> {
  const { rows } = await sql<SellerRow>`
    select p.welcomed_at, b.first_read_at
    from person p left join mailbox b on b.tenant_id = p.tenant_id and b.seller_id = p.person_id
    where p.person_id = ${sellerId} and p.is_seller`.execute(tx);
  return rows[0];
}

/** The seller's own meetings that ended before the enrolment and that nobody has answered, newest first. */
async function loadHistory(tx: TenantTransaction, sellerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ meeting_id: string }>`
    select m.meeting_id
    from meeting_seller ms
    join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id
    join meeting m on m.tenant_id = ms.tenant_id and m.meeting_id = ms.meeting_id
    where ms.seller_id = ${sellerId} and ms.response <> 'declined' and m.tag_version = 0 and not m.is_cancelled and m.ends_at < p.enrolled_at
    order by m.ends_at desc, m.meeting_id
    limit ${maxHistory}`.execute(tx);
  return rows.map(({ meeting_id }) => meeting_id);
}

interface AskedAccount {
  readonly account_id: string;
  readonly name: string;
  /** Somebody was met in person, or the seller has answered without a meeting. */
  readonly is_answered: boolean;
}

/**
 * The accounts that the seller owns, and those met before the enrolment, answered or not: an answer moves an account from open to answered and
 * takes none away. Largest revenue first.
 */
async function loadAccounts(tx: TenantTransaction, sellerId: string): Promise<readonly AskedAccount[]> {
  const { rows } = await sql<AskedAccount>`
    select a.account_id, a.name, h.last_near_on is not null or w.account_id is not null as is_answered
    from account a
    join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
    left join welcome_answer w on w.tenant_id = a.tenant_id and w.account_id = a.account_id and w.seller_id = ${sellerId}
    where a.merged_into_id is null and (a.owner_id = ${sellerId} or a.account_id in (
      select c.account_id
      from meeting_seller ms
      join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id
      join meeting m on m.tenant_id = ms.tenant_id and m.meeting_id = ms.meeting_id
      join meeting_contact mc on mc.tenant_id = m.tenant_id and mc.meeting_id = m.meeting_id
      join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
      where ms.seller_id = ${sellerId} and ms.response <> 'declined' and not m.is_cancelled and m.ends_at < p.enrolled_at
    ))
    order by a.tenant_revenue_minor desc, a.name, a.account_id`.execute(tx);
  return rows;
}

type WireContact = z.input<typeof WelcomeQuestion>['contacts'][number];

function question(
  { account_id: accountId, name }: AskedAccount,
  contacts: readonly WireContact[],
  history: readonly WireMeeting[],
): z.input<typeof WelcomeQuestion> {
  const own = history.filter(({ accounts }) => accounts.some((account) => account.accountId === accountId));
  const candidates = candidatesOf(own.map((meeting) => ({ ...meeting, startsAt: new Date(meeting.startsAt), meeting })));
  return {
    accountId,
    name,
    unanswered: own.length,
    candidates: candidates.map(({ meeting }) => wireCandidate(meeting, accountId)),
    contacts: [...contacts],
  };
}

function wireCandidate(
  { meetingId, startsAt, subject, locationText, suggestion, contacts }: WireMeeting,
  accountId: string,
): z.input<typeof Candidate> {
  return {
    meetingId,
    startsAt,
    subject,
    locationText,
    suggestion,
    contacts: contacts.filter((contact) => contact.accountId === accountId).map(({ contactId, name }) => ({ contactId, name })),
  };
}

interface ContactScope {
  readonly accountIds: readonly string[];
  readonly sellerId: string;
}

/** By account id: key partners first, then those with whom the seller has most meetings; at most `maxContacts` each. */
async function loadContacts(tx: TenantTransaction, { accountIds, sellerId }: ContactScope): Promise<ReadonlyMap<string, WireContact[]>> {
  const { rows } = await sql<WireContact & { readonly accountId: string }>`
    select asked.account_id as "accountId", met.contact_id as "contactId", met.display_name as name
    from unnest(${accountIds}::uuid[]) as asked (account_id)
    cross join lateral (
      select c.contact_id, c.display_name
      from contact c
      left join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
      left join meeting_contact mc on mc.tenant_id = c.tenant_id and mc.contact_id = c.contact_id
      left join meeting_seller ms on ms.tenant_id = mc.tenant_id and ms.meeting_id = mc.meeting_id and ms.seller_id = ${sellerId}
      where c.account_id = asked.account_id
      group by c.contact_id, c.display_name, k.contact_id
      order by k.contact_id is null, count(ms.meeting_id) desc, c.display_name
      limit ${maxContacts}
    ) met`.execute(tx);
  const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
  return new Map([...byAccount].map(([accountId, contacts]) => [accountId, contacts.map(({ contactId, name }) => ({ contactId, name }))]));
}
