/** Stores a seller's claim about a meeting and refreshes the health of its accounts, in one transaction. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { tagMeeting as route, WordChange } from '../../contract/tagging.ts';
import { type CalendarDay, dayOf } from '../../domain/calendar-day.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { decideTag, type InvitationResponse, type Tag, type TaggableMeeting } from '../../domain/tag.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, type HealthChange, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';

export const tagMeeting: Handler<typeof route> = ({ caller, params, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const meeting = await lockTaggableMeeting(tx, params.meetingId);
    if (!meeting) return refused({ kind: 'meeting_not_found' });
    const decision = decideTag(meeting, request, caller.userId, nowAt);
    if (!decision.ok)
      return decision.failure.kind === 'tagged_meanwhile' ? await withNewestTag(tx, params.meetingId, decision.failure) : decision;

    const target = { tenantId: caller.tenantId, meetingId: params.meetingId };
    await insertTag(tx, target, decision.value, dayOf(meeting.startsAt, request.timeZone));
    const accountIds = await accountsOfMeeting(tx, params.meetingId);
    const changes = await refreshHealth(tx, accountIds, { tenantId: caller.tenantId, nowAt });
    const [stored] = await readNewestTags(tx, [params.meetingId]);
    if (!stored) throw new Error('the tag just stored is not there');
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ todayOn, tag: stored.tag, changes: changes.map(wordChange) });
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

type LockedMeeting = TaggableMeeting & { readonly startsAt: Date };

/**
 * Two statements on purpose: a single one would read the tags with the snapshot taken before it waited for the lock,
 * and two devices answering at once would both see the old version.
 */
async function lockTaggableMeeting(tx: TenantTransaction, meetingId: string): Promise<LockedMeeting | undefined> {
  const locked = await tx
    .selectFrom('meeting')
    .where('meeting_id', '=', meetingId)
    .select(['starts_at as startsAt', 'ends_at as endsAt', 'is_cancelled as isCancelled', 'tag_version as tagVersion'])
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return undefined;

  const sellers = await tx.selectFrom('meeting_seller').where('meeting_id', '=', meetingId).select('seller_id').execute();
  const contacts = await tx
    .selectFrom('meeting_contact')
    .where('meeting_id', '=', meetingId)
    .select(['contact_id as contactId', 'response'])
    .execute();
  return {
    ...locked,
    sellerIds: sellers.map(({ seller_id }) => seller_id),
    contacts: contacts.map(({ contactId, response }) => ({ contactId, response: response as InvitationResponse })),
  };
}

async function insertTag(
  tx: TenantTransaction,
  { tenantId, meetingId }: { readonly tenantId: string; readonly meetingId: string },
  tag: Tag,
  heldOn: CalendarDay,
): Promise<void> {
  const key = { tenant_id: tenantId, meeting_id: meetingId, version: tag.version };
  await tx
    .insertInto('tag')
    .values({
      ...key,
      outcome: tag.outcome,
      modality: tag.modality ?? null,
      place: tag.place ?? null,
      held_on: heldOn,
      answers_contradiction: tag.answersContradiction,
      tagged_by: tag.taggedBy,
      tagged_at: tag.taggedAt,
    })
    .execute();
  const present = new Set(tag.presentContactIds);
  const named = [...new Set([...present, ...tag.absentContactIds, ...Object.keys(tag.engagement)])].sort();
  if (named.length > 0) {
    await tx
      .insertInto('tag_contact')
      .values(
        named.map((contactId) => ({
          ...key,
          contact_id: contactId,
          was_present: present.has(contactId),
          engagement: tag.engagement[contactId] ?? null,
        })),
      )
      .execute();
  }
  await tx.updateTable('meeting').set({ tag_version: tag.version }).where('meeting_id', '=', meetingId).execute();
}

/** Accounts of everybody invited, and of everybody whom any version of the tag names. */
async function accountsOfMeeting(tx: TenantTransaction, meetingId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct c.account_id
    from contact c
    where c.account_id is not null and c.contact_id in (
      select contact_id from meeting_contact where meeting_id = ${meetingId}
      union
      select contact_id from tag_contact where meeting_id = ${meetingId}
    )`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}

function wordChange({ accountId, name, before, after }: HealthChange): z.input<typeof WordChange> {
  const { word, decidingUnanswered, lastNearOn = null, strip, virtualStreak } = after;
  return {
    accountId,
    name,
    before: before ? { word: before.word, lastNearOn: before.lastNearOn ?? null } : { word, lastNearOn },
    after: { accountId, name, word, decidingUnanswered, lastNearOn, strip: [...strip], virtualStreak },
  };
}
