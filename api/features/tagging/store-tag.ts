/** Decides about a seller's claim and writes it as the next version of the meeting's tag. Whoever calls refreshes the health. */
import type * as z from 'zod';
import type { TagRequest } from '../../contract/tagging.ts';
import { type CalendarDay, dayOf } from '../../domain/calendar-day.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { decideTag, type InvitationResponse, type Tag, type TagClaim, type TaggableMeeting, type TagRefusal } from '../../domain/tag.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { accountsOfMeetings } from '../meetings/accounts-of-meetings.ts';

export interface TagScope {
  readonly tenantId: string;
  readonly sellerId: string;
  readonly nowAt: Date;
}

/** The accounts whose facts the tag has changed. */
export interface StoredClaim {
  readonly accountIds: readonly string[];
}

export type StoreRefusal = TagRefusal | { readonly kind: 'meeting_not_found' };

/** Writes nothing when it refuses. */
export async function storeTag(
  tx: TenantTransaction,
  meetingId: string,
  claim: TagClaim & Pick<z.output<typeof TagRequest>, 'timeZone'>,
  { tenantId, sellerId, nowAt }: TagScope,
): Promise<Result<StoredClaim, StoreRefusal>> {
  const meeting = await lockTaggableMeeting(tx, meetingId);
  if (!meeting) return refused({ kind: 'meeting_not_found' });
  const decision = decideTag(meeting, claim, sellerId, nowAt);
  if (!decision.ok) return decision;
  await insertTag(tx, { tenantId, meetingId }, decision.value, dayOf(meeting.startsAt, claim.timeZone));
  return ok({ accountIds: await accountsOfMeetings(tx, [meetingId]) });
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
    .select(['starts_at as startsAt', 'ends_at as endsAt', 'is_cancelled as isCancelled', 'last_tag_version as lastTagVersion'])
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

export async function insertTag(
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
      spend_minor: tag.spend?.minor ?? null,
      spend_currency: tag.spend?.currency ?? null,
      answers_contradiction: tag.answersContradiction,
      tagged_by: tag.taggedBy,
      on_behalf_of: tag.onBehalfOf ?? null,
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
  await tx
    .updateTable('meeting')
    .set({ tag_version: tag.version, last_tag_version: tag.version })
    .where('meeting_id', '=', meetingId)
    .execute();
}
