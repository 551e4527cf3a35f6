/** "I met someone": stores a meeting that no calendar has, tagged at once, and refreshes the health of its account. */
import { sql } from 'kysely';
import type { addMeeting as route } from '../../contract/tagging.ts';
import { type CalendarDay, calendarDay, dayOf, startOfDay } from '../../domain/calendar-day.ts';
import { decideMeetingByHand } from '../../domain/meeting-by-hand.ts';
import { ok, refused } from '../../domain/result.ts';
import { newId } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { insertTag } from './store-tag.ts';
import { wordChange } from './word-change.ts';

export const addMeeting: Handler<typeof route> = ({ caller, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId: sellerId } = caller;
    const { accountId, modality, place, timeZone } = request;
    const account = await tx
      .selectFrom('account')
      .where('account_id', '=', accountId)
      .where('merged_into_id', 'is', null)
      .select('account_id')
      .executeTakeFirst();
    if (!account) return refused({ kind: 'account_not_found' });
    const contacts = await tx.selectFrom('contact').where('account_id', '=', accountId).select('contact_id').execute();
    const claim = { on: calendarDay(request.on), contactIds: [...new Set(request.contactIds)] };
    const decision = decideMeetingByHand(claim, new Set(contacts.map(({ contact_id }) => contact_id)), dayOf(nowAt, timeZone));
    if (!decision.ok) return decision;

    const meetingId = newId();
    await insertMeeting(tx, { tenantId, meetingId, sellerId, timeZone, nowAt, ...decision.value });
    const tag = {
      version: 1,
      outcome: 'held',
      modality,
      place,
      presentContactIds: decision.value.contactIds,
      absentContactIds: [],
      engagement: {},
      answersContradiction: false,
      taggedBy: sellerId,
      taggedAt: nowAt,
    } as const;
    await insertTag(tx, { tenantId, meetingId }, tag, decision.value.on);
    const changes = await refreshHealth(tx, [accountId], { tenantId, nowAt });
    const [newest] = await readNewestTags(tx, [meetingId]);
    if (!newest) throw new Error('the tag just stored is not there');
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ meetingId, todayOn, tag: newest.tag, changes: changes.map(wordChange) });
  });

interface MeetingByHand {
  readonly tenantId: string;
  readonly meetingId: string;
  readonly sellerId: string;
  readonly timeZone: string;
  readonly on: CalendarDay;
  readonly contactIds: readonly string[];
  readonly nowAt: Date;
}

/** Of the whole day, since nobody asked for the hour; it ends as the day begins, so that one of today is over already. */
async function insertMeeting(tx: TenantTransaction, meeting: MeetingByHand): Promise<void> {
  const { tenantId, meetingId, sellerId, timeZone, on, contactIds, nowAt } = meeting;
  const startsAt = startOfDay(on, timeZone);
  await sql`
    insert into meeting (
      tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled, location_text, is_own_room,
      is_online_meeting, last_modified_at, is_added_by_hand
    )
    values (
      ${tenantId}, ${meetingId}, ${`by-hand:${meetingId}`}, '', ${startsAt}, ${startsAt}, ${timeZone}, true, false, '', false, false,
      ${nowAt}, true
    )`.execute(tx);
  await sql`
    insert into meeting_seller (tenant_id, meeting_id, seller_id, event_id, response, read_number)
    values (${tenantId}, ${meetingId}, ${sellerId}, null, 'organizer', 0)`.execute(tx);
  await sql`
    insert into meeting_contact (tenant_id, meeting_id, contact_id, response)
    select ${tenantId}, ${meetingId}, contact_id, 'none' from unnest(${contactIds}::uuid[]) as c (contact_id)`.execute(tx);
}
