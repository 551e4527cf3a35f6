/** A seller marks what a meeting to come is planned to be: as in person it counts as a planned visit of its accounts. */
import type { planMeeting as route } from '../../contract/tagging.ts';
import { decidePlan } from '../../domain/planned-visit.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { refreshHealth } from '../health/refresh-health.ts';
import { accountsOfMeetings } from '../meetings/accounts-of-meetings.ts';

export const planMeeting: Handler<typeof route> = ({ caller, params: { meetingId }, request: { modality }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId: sellerId } = caller;
    const meeting = await tx
      .selectFrom('meeting')
      .where('meeting_id', '=', meetingId)
      .select(['ends_at', 'is_cancelled'])
      .forUpdate()
      .executeTakeFirst();
    if (!meeting) return refused({ kind: 'meeting_not_found' });
    const sellers = await tx.selectFrom('meeting_seller').where('meeting_id', '=', meetingId).select('seller_id').execute();
    const plannable = {
      endsAt: meeting.ends_at,
      isCancelled: meeting.is_cancelled,
      sellerIds: sellers.map(({ seller_id }) => seller_id),
    };
    const decision = decidePlan(plannable, sellerId, nowAt);
    if (!decision.ok) return decision;
    await tx
      .updateTable('meeting')
      .set({ planned_modality: modality, planned_by: modality === null ? null : sellerId })
      .where('meeting_id', '=', meetingId)
      .execute();
    await refreshHealth(tx, await accountsOfMeetings(tx, [meetingId]), { tenantId, nowAt });
    return ok({ plannedModality: modality });
  });
