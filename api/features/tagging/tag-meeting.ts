/** Stores a seller's claim about a meeting and refreshes the health of its accounts, in one transaction. */
import type { tagMeeting as route } from '../../contract/tagging.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { storeTag } from './store-tag.ts';
import { wordChange } from './word-change.ts';

export const tagMeeting: Handler<typeof route> = ({ caller, params: { meetingId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId: sellerId } = caller;
    const stored = await storeTag(tx, meetingId, request, { tenantId, sellerId, nowAt });
    if (!stored.ok) return stored.failure.kind === 'tagged_meanwhile' ? await withNewestTag(tx, meetingId, stored.failure) : stored;
    const changes = await refreshHealth(tx, stored.value.accountIds, { tenantId, nowAt });
    const [newest] = await readNewestTags(tx, [meetingId]);
    if (!newest) throw new Error('the tag just stored is not there');
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ todayOn, tag: newest.tag, changes: changes.map(wordChange) });
  });

/** The other device's answer goes with the refusal, so that the seller can choose with both on the screen. */
async function withNewestTag<F extends object>(
  tx: TenantTransaction,
  meetingId: string,
  failure: F,
): Promise<Result<never, F & { tag: unknown }>> {
  const [newest] = await readNewestTags(tx, [meetingId]);
  return refused({ ...failure, tag: newest?.tag ?? null });
}
