/** The meeting behind the item open in Outlook: reads that one event from the calendar, stores it as a sync would, and shows it. */
import type * as z from 'zod';
import type { ItemReply, meetingOfItem as route } from '../../contract/tagging.ts';
import { masterUid } from '../../domain/meeting-key.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { type CalendarEvent, readCalendarPage, readEvent } from '../../platform/graph/calendar.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler, Refusal } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readMeetings } from '../meetings/read-meetings.ts';
import { storeMeetings } from '../meetings/store-meetings.ts';

type Reply = z.input<typeof ItemReply>;

export const meetingOfItem: Handler<typeof route> = async ({ caller, request, transaction, graph, nowAt }) => {
  const startsAt = new Date(request.startsAt);
  const read = await readItem(graph(), { userId: caller.userId, itemId: request.itemId, startsAt });
  if (!read.ok) return refused(refusalOf(read.failure));
  const event = read.value;
  if (!event.isNormalSensitivity) return ok({ kind: 'private' } as const);
  return transaction((tx) => storeAndShow(tx, event, { tenantId: caller.tenantId, sellerId: caller.userId, nowAt }));
};

interface Viewer {
  readonly tenantId: string;
  readonly sellerId: string;
  readonly nowAt: Date;
}

async function storeAndShow(tx: TenantTransaction, event: CalendarEvent, viewer: Viewer): Promise<Result<Reply, never>> {
  const { sellerId, nowAt } = viewer;
  const mailbox = await tx.selectFrom('mailbox').where('seller_id', '=', sellerId).select('read_number').executeTakeFirst();
  const { accountIds, meetingIdByKey } = await storeMeetings(tx, [event], { ...viewer, readNumber: mailbox?.read_number ?? 0 });
  await refreshHealth(tx, accountIds, viewer);
  const [meeting] = await readMeetings(tx, { meetingIds: [...meetingIdByKey.values()], sellerId, nowAt });
  if (!meeting) return ok({ kind: 'not_customer_meeting' });
  if (event.response === 'declined' && !meeting.tag) return ok({ kind: 'declined' });
  const { todayOn } = await businessDay(tx, nowAt);
  return ok({ kind: 'meeting', todayOn, meeting });
}

interface Item {
  readonly userId: string;
  readonly itemId: string;
  readonly startsAt: Date;
}

/** Classic Outlook gives the series' id for one of its occurrences: then the start on the screen decides which it is. */
async function readItem(graph: GraphClient, { userId, itemId, startsAt }: Item): Promise<Result<CalendarEvent, GraphFailure>> {
  const read = await readEvent(graph, userId, itemId);
  if (!read.ok || !read.value.isSeriesMaster) return read;
  const series = masterUid(read.value.iCalUId);
  const page = await readCalendarPage(graph, userId, { startsAt, endsAt: new Date(startsAt.getTime() + 1) });
  if (!page.ok) return page;
  const occurrence = page.value.events.find(
    (event) => masterUid(event.iCalUId) === series && event.startsAt.getTime() === startsAt.getTime(),
  );
  return occurrence ? ok(occurrence) : refused({ kind: 'not_found' });
}

function refusalOf(failure: GraphFailure): Refusal {
  switch (failure.kind) {
    case 'not_found':
      return { kind: 'meeting_not_found' };
    case 'out_of_scope':
    case 'no_mailbox':
      return { kind: 'calendar_not_in_scope' };
    case 'access_refused':
    case 'unavailable':
    case 'unreadable':
      return { kind: 'calendar_not_reachable' };
  }
}
