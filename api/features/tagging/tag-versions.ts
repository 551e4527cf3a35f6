/** Everything that was ever said about a meeting, for the sellers whose meeting it is. */
import type { tagVersions as route } from '../../contract/tagging.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { readTagVersions } from '../meetings/read-meetings.ts';

export const tagVersions: Handler<typeof route> = ({ caller, params: { meetingId }, transaction }) =>
  transaction(async (tx) => {
    const meeting = await tx
      .selectFrom('meeting')
      .where('meeting_id', '=', meetingId)
      .select('tag_version as countingVersion')
      .executeTakeFirst();
    if (!meeting) return refused({ kind: 'meeting_not_found' });
    const mine = await tx
      .selectFrom('meeting_seller')
      .where('meeting_id', '=', meetingId)
      .where('seller_id', '=', caller.userId)
      .select('seller_id')
      .executeTakeFirst();
    if (!mine) return refused({ kind: 'not_your_meeting' });
    return ok({ countingVersion: meeting.countingVersion, versions: await readTagVersions(tx, meetingId) });
  });
