/** "I met someone": stores a meeting that no calendar has among its customer meetings, tagged at once, and refreshes the health of its account. */
import { sql } from 'kysely';
import type { addMeeting as route } from '../../contract/tagging.ts';
import { type CalendarDay, calendarDay, dayOf, startOfDay } from '../../domain/calendar-day.ts';
import { decideMeetingByHand, type MeetingByHandClaim } from '../../domain/meeting-by-hand.ts';
import { meetingKey } from '../../domain/meeting-key.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { newId } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import type { Call, Handler, Refusal } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { calendarRefusal } from './open-calendar.ts';
import { findOpenItem } from './open-item.ts';
import { storeTag } from './store-tag.ts';
import { wordChange } from './word-change.ts';

export const addMeeting: Handler<typeof route> = async (call) => {
  const { caller, request, transaction, nowAt } = call;
  const { tenantId, userId: sellerId } = caller;
  const { accountId, modality, place, timeZone } = request;
  const appointment = await appointmentOf(call);
  if (!appointment.ok) return appointment;
  return transaction(async (tx) => {
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

    const stands = appointment.value ? ofAppointment(appointment.value) : ofDay(decision.value.on, { timeZone, nowAt });
    const { meetingId, lastTagVersion } = await insertMeeting(tx, { tenantId, sellerId, ...stands, ...decision.value });
    const presentContactIds = decision.value.contactIds;
    const tag = { outcome: 'held', modality, place, presentContactIds, timeZone, basedOnVersion: lastTagVersion } as const;
    const stored = await storeTag(tx, meetingId, tag, { tenantId, sellerId, nowAt });
    if (!stored.ok) return stored;
    const changes = await refreshHealth(tx, [...new Set([accountId, ...stored.value.accountIds])], { tenantId, nowAt });
    const [newest] = await readNewestTags(tx, [meetingId]);
    if (!newest) throw new Error('the tag just stored is not there');
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ meetingId, todayOn, tag: newest.tag, changes: changes.map(wordChange) });
  });
};

/**
 * The own appointment that the meeting is: of that day, over, and nothing private. Undefined when there is none; refused only while the calendar
 * does not answer, since a meeting stored without its appointment could be stored a second time with it.
 */
async function appointmentOf({ caller, request, graph, nowAt }: Call<typeof route>): Promise<Result<CalendarEvent | undefined, Refusal>> {
  const { item, on, timeZone } = request;
  if (!item || dayOf(new Date(item.startsAt), timeZone) !== calendarDay(on)) return ok(undefined);
  const found = await findOpenItem({ graph: graph(), userId: caller.userId }, item);
  if (!found.ok) {
    const refusal = calendarRefusal(found.failure, false);
    return refusal.kind === 'calendar_not_reachable' ? refused(refusal) : ok(undefined);
  }
  if (found.value.kind !== 'event') return ok(undefined);
  const { event } = found.value;
  return ok(event.isNormalSensitivity && !event.isDraft && event.endsAt <= nowAt ? event : undefined);
}

/** How the meeting stands in the store; nothing of what an appointment says is kept, only when it was. */
interface Standing {
  readonly key: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly isAllDay: boolean;
  readonly lastModifiedAt: Date;
}

/** Under the appointment's own key: should it get a customer among its people later, it is the same meeting. */
function ofAppointment(event: CalendarEvent): Standing {
  const { startsAt, endsAt, timeZone, isAllDay, lastModifiedAt } = event;
  return { key: meetingKey(event), startsAt, endsAt, timeZone, isAllDay, lastModifiedAt };
}

/** Of the whole day, since nobody asked for the hour; it ends as the day begins, so that one of today is over already. */
function ofDay(on: CalendarDay, { timeZone, nowAt }: { readonly timeZone: string; readonly nowAt: Date }): Standing {
  const startsAt = startOfDay(on, timeZone);
  return { key: `by-hand:${newId()}`, startsAt, endsAt: startsAt, timeZone, isAllDay: true, lastModifiedAt: nowAt };
}

type MeetingByHand = Standing & MeetingByHandClaim & { readonly tenantId: string; readonly sellerId: string };

interface InsertedMeeting {
  readonly meetingId: string;
  /** Not 0 where a colleague has said of the same appointment whom they met. */
  readonly lastTagVersion: number;
}

async function insertMeeting(tx: TenantTransaction, meeting: MeetingByHand): Promise<InsertedMeeting> {
  const { tenantId, sellerId, key, startsAt, endsAt, timeZone, isAllDay, lastModifiedAt, contactIds } = meeting;
  const { rows } = await sql<InsertedMeeting>`
    insert into meeting (
      tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled, location_text, is_own_room,
      is_online_meeting, last_modified_at, is_added_by_hand
    )
    values (
      ${tenantId}, ${newId()}, ${key}, '', ${startsAt}, ${endsAt}, ${timeZone}, ${isAllDay}, false, '', false, false, ${lastModifiedAt}, true
    )
    on conflict (tenant_id, meeting_key) do update set
      is_added_by_hand = true, is_cancelled = meeting.is_cancelled and not meeting.is_added_by_hand
    returning meeting_id as "meetingId", last_tag_version as "lastTagVersion"`.execute(tx);
  const [inserted] = rows;
  if (!inserted) throw new Error('the meeting just added is not there');
  const { meetingId } = inserted;
  await sql`
    insert into meeting_seller (tenant_id, meeting_id, seller_id, event_id, response, read_number)
    values (${tenantId}, ${meetingId}, ${sellerId}, null, 'organizer', 0)
    on conflict (tenant_id, meeting_id, seller_id) do nothing`.execute(tx);
  await sql`
    insert into meeting_contact (tenant_id, meeting_id, contact_id, response)
    select ${tenantId}, ${meetingId}, contact_id, 'none' from unnest(${contactIds}::uuid[]) as c (contact_id) order by contact_id
    on conflict (tenant_id, meeting_id, contact_id) do nothing`.execute(tx);
  return inserted;
}
