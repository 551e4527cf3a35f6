/** The meeting behind the item open in Outlook: reads that one event from the calendar, stores it as a sync would, and shows it. */
import type * as z from 'zod';
import type { ItemReply, meetingOfItem as route } from '../../contract/tagging.ts';
import { meetingKey } from '../../domain/meeting-key.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import type { Call, Handler, Refusal } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readMeetings } from '../meetings/read-meetings.ts';
import { storeMeetings } from '../meetings/store-meetings.ts';
import { calendarRefusal, type CalendarOwner, findSeller, type OpenCalendar, ownCalendar, sharedCalendar } from './open-calendar.ts';
import { findOpenItem } from './open-item.ts';

type Reply = z.input<typeof ItemReply>;

export const meetingOfItem: Handler<typeof route> = async (call) => {
  const { caller, request, transaction, nowAt } = call;
  const calendar = await calendarOf(call);
  if (!calendar.ok) return calendar;
  const { owner, userId: sellerId } = calendar.value;
  const found = await findOpenItem(calendar.value, request);
  if (!found.ok) return refused(calendarRefusal(found.failure, owner !== undefined));
  switch (found.value.kind) {
    case 'series':
      return ok({ kind: 'series' } as const);
    case 'ambiguous':
      return ok({ kind: 'ambiguous' as const, candidates: found.value.events.map(candidate) });
    case 'event': {
      const { event } = found.value;
      if (!event.isNormalSensitivity) return ok({ kind: 'private' } as const);
      return transaction((tx) => storeAndShow(tx, event, { tenantId: caller.tenantId, sellerId, owner, nowAt }));
    }
  }
};

async function calendarOf(call: Call<typeof route>): Promise<Result<OpenCalendar, Refusal>> {
  const { caller, request, transaction } = call;
  const { ownerMail } = request;
  if (ownerMail === undefined) return ownCalendar(call);
  const owner = await transaction((tx) => findSeller(tx, ownerMail));
  if (!owner) return refused({ kind: 'calendar_owner_not_enrolled' });
  return owner.id === caller.userId ? ownCalendar(call) : sharedCalendar(call, owner);
}

/** The subject of a private event stays where it is: who opened it sees it in Outlook. */
function candidate({ eventId, subject, isNormalSensitivity }: CalendarEvent): { readonly itemId: string; readonly subject: string } {
  return { itemId: eventId, subject: isNormalSensitivity ? subject : '' };
}

interface Viewer {
  readonly tenantId: string;
  /** Whose calendar the event stands in. */
  readonly sellerId: string;
  /** Absent when that is the caller. */
  readonly owner: CalendarOwner | undefined;
  readonly nowAt: Date;
}

async function storeAndShow(tx: TenantTransaction, event: CalendarEvent, viewer: Viewer): Promise<Result<Reply, never>> {
  const { sellerId, owner, nowAt } = viewer;
  const mailbox = await tx.selectFrom('mailbox').where('seller_id', '=', sellerId).select('read_number').executeTakeFirst();
  const { accountIds, meetingIdByKey } = await storeMeetings(tx, [event], { ...viewer, readNumber: mailbox?.read_number ?? 0 });
  await refreshHealth(tx, accountIds, viewer);
  const [storedId] = meetingIdByKey.values();
  const meetingId = storedId ?? (await findAddedByHand(tx, meetingKey(event), sellerId));
  const [meeting] = meetingId === undefined ? [] : await readMeetings(tx, { meetingIds: [meetingId], sellerId, nowAt });
  if (!meeting) return ok({ kind: event.isCancelled ? 'cancelled' : 'not_customer_meeting' });
  if (event.response === 'declined' && !meeting.tag) return ok({ kind: 'declined' });
  const { todayOn } = await businessDay(tx, nowAt);
  if (!owner) return ok({ kind: 'meeting', todayOn, meeting, owner: null });
  // What is asked of the owner alone is not shown to somebody who answers in their place.
  return ok({ kind: 'meeting', todayOn, meeting: { ...meeting, isContradicted: false, disputedPresence: [] }, owner });
}

/** A customer of whom the calendar knows nothing: the seller has said whom this appointment was with, and has not taken it back. */
async function findAddedByHand(tx: TenantTransaction, key: string, sellerId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('meeting as m')
    .innerJoin('meeting_seller as s', (join) => join.onRef('s.tenant_id', '=', 'm.tenant_id').onRef('s.meeting_id', '=', 'm.meeting_id'))
    .where('m.meeting_key', '=', key)
    .where('m.is_cancelled', '=', false)
    .where('s.seller_id', '=', sellerId)
    .select('m.meeting_id')
    .executeTakeFirst();
  return row?.meeting_id;
}
