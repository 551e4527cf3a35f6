/** Stores a seller's claim about a meeting and refreshes the health of its accounts, in one transaction. */
import type { tagMeeting as route } from '../../contract/tagging.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Call, Handler, Refusal } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { withNewestTag } from './newest-tag.ts';
import { type Proof, proveAccess, storeDelegate } from './prove-access.ts';
import { storeTag } from './store-tag.ts';
import { wordChange } from './word-change.ts';

export const tagMeeting: Handler<typeof route> = async (call) => {
  const { caller, params, request, transaction, nowAt } = call;
  const { meetingId } = params;
  const proof = await proofOf(call);
  if (!proof.ok) return proof;
  return transaction(async (tx) => {
    const { tenantId, userId: sellerId } = caller;
    if (proof.value && !(await isOfMeeting(tx, meetingId, proof.value))) return refused({ kind: 'meeting_not_found' });
    if (proof.value) await storeDelegate(tx, proof.value.delegate, tenantId);
    const claim = { ...request, onBehalfOf: proof.value?.ownerId };
    const stored = await storeTag(tx, meetingId, claim, { tenantId, sellerId, nowAt });
    if (!stored.ok) return await withNewestTag(tx, meetingId, stored.failure);
    const changes = await refreshHealth(tx, stored.value.accountIds, { tenantId, nowAt });
    const [newest] = await readNewestTags(tx, [meetingId]);
    if (!newest) throw new Error('the tag just stored is not there');
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ todayOn, tag: newest.tag, changes: changes.map(wordChange) });
  });
};

/** Undefined for a seller who answers for themselves. */
async function proofOf(call: Call<typeof route>): Promise<Result<Proof | undefined, Refusal>> {
  const { sharedItem } = call.request;
  if (sharedItem) return proveAccess(call, sharedItem);
  return call.caller.roles.includes('seller') ? ok(undefined) : refused({ kind: 'role_missing' });
}

async function isOfMeeting(tx: TenantTransaction, meetingId: string, proof: Proof): Promise<boolean> {
  const meeting = await tx.selectFrom('meeting').where('meeting_id', '=', meetingId).select('meeting_key').executeTakeFirst();
  return meeting?.meeting_key === proof.meetingKey;
}
