/** What a seller still has to tag: the truth behind pane and tab. */
import { sql } from 'kysely';
import type { pendingMeetings as route } from '../../contract/tagging.ts';
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { readMeetings } from '../meetings/read-meetings.ts';

export const pendingMeetings: Handler<typeof route> = ({ caller, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { todayOn } = await businessDay(tx, nowAt);
    const { ids, total } = await pendingIds(tx, { sellerId: caller.userId, nowAt, limit: request.limit });
    const meetings = await readMeetings(tx, { meetingIds: ids, sellerId: caller.userId, nowAt });
    const mailbox = await tx.selectFrom('mailbox').where('seller_id', '=', caller.userId).select('first_read_at').executeTakeFirst();
    return ok({ todayOn, total, meetings: [...meetings], isCalendarRead: (mailbox?.first_read_at ?? null) !== null });
  });

interface PendingScope {
  readonly sellerId: string;
  readonly nowAt: Date;
  readonly limit: number;
}

/** Newest first: own, ended after the enrolment, not cancelled, not declined, not tagged by anybody. */
async function pendingIds(
  tx: TenantTransaction,
  { sellerId, nowAt, limit }: PendingScope,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { rows } = await sql<{ meeting_id: string; total: number }>`
    select m.meeting_id, count(*) over () as total
    from meeting m
    join meeting_seller ms on ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id
    join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id
    where ms.seller_id = ${sellerId} and ms.response <> 'declined'
      and m.tag_version = 0 and not m.is_cancelled
      and m.ends_at <= ${nowAt} and m.ends_at >= p.enrolled_at
    order by m.ends_at desc, m.meeting_id
    limit ${limit}`.execute(tx);
  return { ids: rows.map(({ meeting_id }) => meeting_id), total: rows[0]?.total ?? 0 };
}
