/** A seller takes back what they said about a meeting: a version of its own, after which it is open again or a colleague's answer counts. */
import { sql } from 'kysely';
import type { withdrawTag as route } from '../../contract/tagging.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import {
  type AnsweredMeeting,
  decideWithdrawal,
  type SaidVersion,
  type Withdrawal,
  type WithdrawalRefusal,
} from '../../domain/tag-withdrawal.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { withNewestTag } from './newest-tag.ts';
import { accountsOfMeetings } from '../meetings/accounts-of-meetings.ts';
import type { TagScope } from './store-tag.ts';
import { wordChange } from './word-change.ts';

export const withdrawTag: Handler<typeof route> = ({ caller, params: { meetingId }, request: { basedOnVersion }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const scope = { tenantId: caller.tenantId, sellerId: caller.userId, nowAt };
    const withdrawn = await withdraw(tx, { meetingId, basedOnVersion }, scope);
    if (!withdrawn.ok) return await withNewestTag(tx, meetingId, withdrawn.failure);
    const { accountIds, lastTagVersion } = withdrawn.value;
    const changes = await refreshHealth(tx, accountIds, scope);
    const [newest] = await readNewestTags(tx, [meetingId]);
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ todayOn, tag: newest?.tag ?? null, lastTagVersion, changes: changes.map(wordChange) });
  });

/** The accounts whose facts the withdrawal has changed, and the version that it became. */
export interface Withdrawn {
  readonly accountIds: readonly string[];
  readonly lastTagVersion: number;
}

/** Writes nothing when it refuses. Whoever calls refreshes the health. */
export async function withdraw(
  tx: TenantTransaction,
  { meetingId, basedOnVersion }: { readonly meetingId: string; readonly basedOnVersion: number },
  scope: TagScope,
): Promise<Result<Withdrawn, WithdrawalRefusal | { readonly kind: 'meeting_not_found' }>> {
  const meeting = await lockAnsweredMeeting(tx, meetingId);
  if (!meeting) return refused({ kind: 'meeting_not_found' });
  const decision = decideWithdrawal(meeting, { sellerId: scope.sellerId, basedOnVersion });
  if (!decision.ok) return decision;
  await storeWithdrawal(tx, meetingId, decision.value, scope);
  return ok({ accountIds: await accountsOfMeetings(tx, [meetingId]), lastTagVersion: decision.value.version });
}

/** The lock first and the versions after it, for the reason that store-tag.ts gives. */
async function lockAnsweredMeeting(tx: TenantTransaction, meetingId: string): Promise<AnsweredMeeting | undefined> {
  const locked = await tx
    .selectFrom('meeting')
    .where('meeting_id', '=', meetingId)
    .select('last_tag_version as lastTagVersion')
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return undefined;
  const sellers = await tx.selectFrom('meeting_seller').where('meeting_id', '=', meetingId).select('seller_id').execute();
  const { rows: versions } = await sql<SaidVersion>`
    select version, coalesce(on_behalf_of, tagged_by) as "sellerId", is_withdrawn as "isWithdrawn"
    from tag where meeting_id = ${meetingId}`.execute(tx);
  return { ...locked, sellerIds: sellers.map(({ seller_id }) => seller_id), versions };
}

/** A meeting added by hand is nothing but what was said of it: without an answer it is off, not open, unless a calendar has it as well. */
async function storeWithdrawal(
  tx: TenantTransaction,
  meetingId: string,
  { version, countingVersion }: Withdrawal,
  { tenantId, sellerId, nowAt }: TagScope,
): Promise<void> {
  await sql`
    insert into tag (tenant_id, meeting_id, version, outcome, held_on, answers_contradiction, tagged_by, tagged_at, is_withdrawn)
    select tenant_id, meeting_id, ${version}, null, held_on, false, ${sellerId}, ${nowAt}, true
    from tag
    where tenant_id = ${tenantId} and meeting_id = ${meetingId} and coalesce(on_behalf_of, tagged_by) = ${sellerId}
    order by version desc
    limit 1`.execute(tx);
  await sql`
    update meeting
    set tag_version = ${countingVersion}, last_tag_version = ${version},
      is_cancelled = is_cancelled or (is_added_by_hand and ${countingVersion}::integer = 0 and not exists (
        select from meeting_seller ms
        where ms.tenant_id = meeting.tenant_id and ms.meeting_id = meeting.meeting_id and ms.event_id is not null
      ))
    where meeting_id = ${meetingId}`.execute(tx);
}
