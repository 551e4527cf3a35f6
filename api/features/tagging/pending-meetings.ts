/** What a seller still has to tag: the truth behind pane and tab. */
import { sql } from 'kysely';
import type { pendingMeetings as route } from '../../contract/tagging.ts';
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { readMeetings } from '../meetings/read-meetings.ts';
import { fromOwnMeetings } from './own-meetings.ts';

export const pendingMeetings: Handler<typeof route> = ({ caller, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { todayOn } = await businessDay(tx, nowAt);
    const { ids, total } = await pendingIds(tx, { sellerId: caller.userId, nowAt, ...request });
    const meetings = await readMeetings(tx, { meetingIds: ids, sellerId: caller.userId, nowAt });
    const mailbox = await tx.selectFrom('mailbox').where('seller_id', '=', caller.userId).select('first_read_at').executeTakeFirst();
    return ok({ todayOn, total, meetings: [...meetings], isCalendarRead: (mailbox?.first_read_at ?? null) !== null });
  });

interface PendingScope {
  readonly sellerId: string;
  readonly nowAt: Date;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Newest first: own, ended after the enrolment, not cancelled, not declined, not tagged by anybody. `total` counts every page. */
async function pendingIds(
  tx: TenantTransaction,
  { sellerId, nowAt, limit, after }: PendingScope,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const pending = sql`${fromOwnMeetings({ sellerId, nowAt })} and m.tag_version = 0`;
  const following = after
    ? sql`and (m.ends_at, m.meeting_id) < (select last.ends_at, last.meeting_id from meeting last where last.meeting_id = ${after})`
    : sql``;
  const { rows } = await sql<{ meeting_id: string }>`
    select m.meeting_id ${pending} ${following}
    order by m.ends_at desc, m.meeting_id desc
    limit ${limit}`.execute(tx);
  const counted = await sql<{ total: number }>`select count(*) as total ${pending}`.execute(tx);
  return { ids: rows.map(({ meeting_id }) => meeting_id), total: counted.rows[0]?.total ?? 0 };
}
