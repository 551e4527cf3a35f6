/** The meetings behind an account's figures: the same facts that its health is computed from, of a span of days, with who was there. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { AccountMeeting, accountMeetings as route } from '../../contract/accounts.ts';
import { addDays, calendarDay } from '../../domain/calendar-day.ts';
import { ok, refused } from '../../domain/result.ts';
import { markOf, type TouchMark } from '../../domain/touch-strip.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { loadAccountRecords, type PastMeeting } from '../health/load-facts.ts';
import { businessDay } from '../health/refresh-health.ts';
import { recordViews } from '../people/record-views.ts';
import { accessTo } from './account-access.ts';

type WireMeeting = z.input<typeof AccountMeeting>;

export const accountMeetings: Handler<typeof route> = ({ caller, params: { accountId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    if ((await accessTo(tx, accountId, caller.userId)) === 'none') return refused({ kind: 'account_not_found' });
    const { todayOn, timeZone } = await businessDay(tx, nowAt);
    const [record] = await loadAccountRecords(tx, { accountIds: [accountId], timeZone, nowAt });
    const since = calendarDay(request.since);
    // A seller's day may lie one ahead of the tenant's.
    const until = request.until === undefined ? addDays(todayOn, 1) : calendarDay(request.until);
    const inSpan = (record?.pastMeetings ?? [])
      .flatMap((meeting) => marked(meeting))
      .filter(({ on }) => on >= since && on <= until)
      .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
    const shown = inSpan.slice(0, request.limit);
    const meetings = await withPeople(tx, accountId, shown);
    const look = { tenantId: caller.tenantId, viewerId: caller.userId, nowAt, todayOn };
    const personIds = meetings.flatMap(({ sellers }) => sellers.map(({ id }) => id));
    await recordViews(tx, look, { page: 'account_meetings', accountId, personIds });
    return ok({ meetings, isCut: inSpan.length > shown.length });
  });

type MarkedMeeting = PastMeeting & { readonly mark: TouchMark };

function marked(meeting: PastMeeting): readonly MarkedMeeting[] {
  const mark = markOf(meeting);
  return mark ? [{ ...meeting, mark }] : [];
}

async function withPeople(tx: TenantTransaction, accountId: string, meetings: readonly MarkedMeeting[]): Promise<WireMeeting[]> {
  const meetingIds = meetings.map(({ meetingId }) => meetingId);
  const people = new Map((await loadPeople(tx, accountId, meetingIds)).map((row) => [row.meeting_id, row]));
  return meetings.flatMap((meeting): WireMeeting[] => {
    const row = people.get(meeting.meetingId);
    return row ? [wireMeeting(meeting, row)] : [];
  });
}

interface PeopleRow {
  readonly meeting_id: string;
  readonly subject: string;
  /** Invited, or named in a tag. Key partners first, then by name. */
  readonly contacts: readonly { readonly contactId: string; readonly name: string; readonly isKeyPartner: boolean }[];
  readonly sellers: readonly { readonly id: string; readonly name: string }[];
}

async function loadPeople(tx: TenantTransaction, accountId: string, meetingIds: readonly string[]): Promise<readonly PeopleRow[]> {
  if (meetingIds.length === 0) return [];
  const { rows } = await sql<PeopleRow>`
    select m.meeting_id, m.subject,
      coalesce((
        select jsonb_agg(
          jsonb_build_object('contactId', c.contact_id, 'name', c.display_name, 'isKeyPartner', k.contact_id is not null)
          order by k.contact_id is null, c.display_name, c.contact_id
        )
        from contact c
        left join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
        where c.account_id = ${accountId} and c.contact_id in (
          select contact_id from meeting_contact mc where mc.tenant_id = m.tenant_id and mc.meeting_id = m.meeting_id
          union
          select contact_id from tag_contact tc where tc.tenant_id = m.tenant_id and tc.meeting_id = m.meeting_id
        )
      ), '[]') as contacts,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.person_id, 'name', p.display_name) order by p.display_name)
        from person p
        where p.person_id in (
          select seller_id from meeting_seller ms
          where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id and ms.response <> 'declined'
          union
          select coalesce(on_behalf_of, tagged_by) from tag t where t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id
        )
      ), '[]') as sellers
    from meeting m
    where m.meeting_id = any(${meetingIds}::uuid[])`.execute(tx);
  return rows;
}

function wireMeeting(meeting: MarkedMeeting, { subject, contacts, sellers }: PeopleRow): WireMeeting {
  const present = new Set(meeting.presentContactIds);
  return {
    meetingId: meeting.meetingId,
    on: meeting.on,
    startsAt: meeting.startsAt.toISOString(),
    mark: meeting.mark,
    subject,
    contacts: contacts.filter(({ contactId }) => present.size === 0 || present.has(contactId)),
    disputedContactIds: [...meeting.disputedContactIds],
    sellers: [...sellers],
  };
}
