/** What a seller may claim about a meeting, and when. Knows nothing of storage, transport or the clock. */
import { type Engagement, isNear, type Modality, type Outcome, type Place } from './tag-vocabulary.ts';
import { ok, refused, type Result } from './result.ts';
import type { Spend } from './spend.ts';

export const invitationResponses = ['organizer', 'accepted', 'tentative', 'declined', 'none'] as const;
export type InvitationResponse = (typeof invitationResponses)[number];

export interface InvitedContact {
  readonly contactId: string;
  readonly response: InvitationResponse;
}

export interface TaggableMeeting {
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  /** The newest version of the tag, also when it does not count; 0 when there is none. */
  readonly lastTagVersion: number;
  /** Sellers whose calendar holds the meeting, or who added it by hand. */
  readonly sellerIds: readonly string[];
  readonly contacts: readonly InvitedContact[];
}

/** What happened, as the seller says it; everything beyond the outcome and the modality is one optional tap. */
export interface TagClaim {
  readonly outcome: Outcome;
  /** Present exactly when the meeting was held. */
  readonly modality?: Modality | undefined;
  /** Only for a near meeting. */
  readonly place?: Place | undefined;
  /** Contacts who took part; when absent, those who accepted the invitation or sent it. */
  readonly presentContactIds?: readonly string[] | undefined;
  /** Observations of single contacts; only for a remote meeting. */
  readonly engagement?: Readonly<Record<string, Engagement>> | undefined;
  /** Only for a near meeting, or one to which nobody came. */
  readonly spend?: Spend | undefined;
  /** Whether it answers the question that attendance has raised: then it is final. */
  readonly answersContradiction?: boolean | undefined;
  /** Whose answer it is, when somebody else gives it; whether they may is proved before. */
  readonly onBehalfOf?: string | undefined;
  /** The version that the seller saw when answering. */
  readonly basedOnVersion: number;
}

export interface Tag {
  readonly version: number;
  readonly outcome: Outcome;
  readonly modality: Modality | undefined;
  readonly place: Place | undefined;
  /** Empty unless the meeting was held. */
  readonly presentContactIds: readonly string[];
  /** Contacts whom one tap would have credited, and of whom the seller says that they were not there. */
  readonly absentContactIds: readonly string[];
  readonly engagement: Readonly<Record<string, Engagement>>;
  readonly spend: Spend | undefined;
  readonly answersContradiction: boolean;
  readonly taggedBy: string;
  /** The seller whose answer it is, unless that is who gave it. */
  readonly onBehalfOf: string | undefined;
  readonly taggedAt: Date;
}

export type TagRefusal =
  | { readonly kind: 'not_your_meeting' }
  | { readonly kind: 'meeting_not_over'; readonly endsAt: string }
  | { readonly kind: 'meeting_cancelled' }
  | { readonly kind: 'tagged_meanwhile'; readonly currentVersion: number }
  | { readonly kind: 'not_invited'; readonly contactIds: readonly string[] }
  | { readonly kind: 'claim_contradicts_itself'; readonly member: 'modality' | 'place' | 'engagement' | 'presentContactIds' | 'spend' };

/**
 * Turns a claim into the next version of the meeting's tag, or says why not.
 * A refusal never depends on what was claimed before the version check, so two devices that disagree both learn of it.
 */
export function decideTag(meeting: TaggableMeeting, claim: TagClaim, sellerId: string, nowAt: Date): Result<Tag, TagRefusal> {
  const { ownerId, ...author } = authorOf(claim, sellerId);
  if (!meeting.sellerIds.includes(ownerId)) return refused({ kind: 'not_your_meeting' });
  if (meeting.isCancelled) return refused({ kind: 'meeting_cancelled' });
  if (meeting.endsAt > nowAt) return refused({ kind: 'meeting_not_over', endsAt: meeting.endsAt.toISOString() });
  if (claim.basedOnVersion !== meeting.lastTagVersion) {
    return refused({ kind: 'tagged_meanwhile', currentVersion: meeting.lastTagVersion });
  }
  const contradiction = contradictionIn(claim);
  if (contradiction) return refused({ kind: 'claim_contradicts_itself', member: contradiction });
  const strangers = strangersIn(meeting, claim);
  if (strangers.length > 0) return refused({ kind: 'not_invited', contactIds: strangers });

  const credited = claim.outcome === 'held' ? creditedContactIds(meeting.contacts) : [];
  const presentContactIds = claim.presentContactIds ?? credited;
  return ok({
    version: meeting.lastTagVersion + 1,
    outcome: claim.outcome,
    modality: claim.modality,
    place: claim.place,
    presentContactIds,
    absentContactIds: credited.filter((contactId) => !presentContactIds.includes(contactId)),
    engagement: claim.engagement ?? {},
    spend: claim.spend,
    // The question is for the seller alone: nobody else's answer is final.
    answersContradiction: author.onBehalfOf === undefined && (claim.answersContradiction ?? false),
    ...author,
    taggedAt: nowAt,
  });
}

/** Whose answer it is, and who gave it. */
function authorOf({ onBehalfOf }: TagClaim, taggedBy: string): Pick<Tag, 'taggedBy' | 'onBehalfOf'> & { readonly ownerId: string } {
  const isForOther = onBehalfOf !== undefined && onBehalfOf !== taggedBy;
  return isForOther ? { ownerId: onBehalfOf, taggedBy, onBehalfOf } : { ownerId: taggedBy, taggedBy, onBehalfOf: undefined };
}

/** Whom one tap credits: the contacts who accepted the invitation, or sent it (`domain.md`, presence). */
export function creditedContactIds(contacts: readonly InvitedContact[]): readonly string[] {
  return contacts.filter(({ response }) => response === 'accepted' || response === 'organizer').map(({ contactId }) => contactId);
}

type Member = (TagRefusal & { readonly kind: 'claim_contradicts_itself' })['member'];

function contradictionIn({ outcome, modality, place, spend, presentContactIds = [], engagement = {} }: TagClaim): Member | undefined {
  const isHeld = outcome === 'held';
  const wasNear = modality !== undefined && isNear(modality);
  const fits: readonly (readonly [Member, boolean])[] = [
    ['modality', isHeld === (modality !== undefined)],
    ['presentContactIds', isHeld || presentContactIds.length === 0],
    ['place', wasNear || place === undefined],
    ['spend', wasNear || outcome === 'no_show' || spend === undefined],
    ['engagement', (isHeld && !wasNear) || Object.keys(engagement).length === 0],
  ];
  return fits.find(([, isFitting]) => !isFitting)?.[0];
}

function strangersIn(meeting: TaggableMeeting, claim: TagClaim): readonly string[] {
  const invited = new Set(meeting.contacts.map(({ contactId }) => contactId));
  const named = new Set([...(claim.presentContactIds ?? []), ...Object.keys(claim.engagement ?? {})]);
  return [...named].filter((contactId) => !invited.has(contactId));
}
