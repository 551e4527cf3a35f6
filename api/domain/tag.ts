/** What a seller may claim about a meeting, and when. Knows nothing of storage, transport or the clock. */
import { type Engagement, isNear, type Modality, type Outcome, type Place } from './tag-vocabulary.ts';
import { ok, refused, type Result } from './result.ts';

export const invitationResponses = ['organizer', 'accepted', 'tentative', 'declined', 'none'] as const;
export type InvitationResponse = (typeof invitationResponses)[number];

export interface InvitedContact {
  readonly contactId: string;
  readonly response: InvitationResponse;
}

export interface TaggableMeeting {
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  /** Version of the newest tag, 0 when there is none. */
  readonly tagVersion: number;
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
  /** Whether it answers the question that attendance has raised: then it is final. */
  readonly answersContradiction?: boolean | undefined;
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
  readonly answersContradiction: boolean;
  readonly taggedBy: string;
  readonly taggedAt: Date;
}

export type TagRefusal =
  | { readonly kind: 'not_your_meeting' }
  | { readonly kind: 'meeting_not_over'; readonly endsAt: string }
  | { readonly kind: 'meeting_cancelled' }
  | { readonly kind: 'tagged_meanwhile'; readonly currentVersion: number }
  | { readonly kind: 'not_invited'; readonly contactIds: readonly string[] }
  | { readonly kind: 'claim_contradicts_itself'; readonly member: 'modality' | 'place' | 'engagement' | 'presentContactIds' };

/**
 * Turns a claim into the next version of the meeting's tag, or says why not.
 * A refusal never depends on what was claimed before the version check, so two devices that disagree both learn of it.
 */
export function decideTag(meeting: TaggableMeeting, claim: TagClaim, sellerId: string, nowAt: Date): Result<Tag, TagRefusal> {
  if (!meeting.sellerIds.includes(sellerId)) return refused({ kind: 'not_your_meeting' });
  if (meeting.isCancelled) return refused({ kind: 'meeting_cancelled' });
  if (meeting.endsAt > nowAt) return refused({ kind: 'meeting_not_over', endsAt: meeting.endsAt.toISOString() });
  if (claim.basedOnVersion !== meeting.tagVersion) {
    return refused({ kind: 'tagged_meanwhile', currentVersion: meeting.tagVersion });
  }
  const contradiction = contradictionIn(claim);
  if (contradiction) return refused({ kind: 'claim_contradicts_itself', member: contradiction });
  const strangers = strangersIn(meeting, claim);
  if (strangers.length > 0) return refused({ kind: 'not_invited', contactIds: strangers });

  const credited = claim.outcome === 'held' ? creditedContactIds(meeting.contacts) : [];
  const presentContactIds = claim.presentContactIds ?? credited;
  return ok({
    version: meeting.tagVersion + 1,
    outcome: claim.outcome,
    modality: claim.modality,
    place: claim.place,
    presentContactIds,
    absentContactIds: credited.filter((contactId) => !presentContactIds.includes(contactId)),
    engagement: claim.engagement ?? {},
    answersContradiction: claim.answersContradiction ?? false,
    taggedBy: sellerId,
    taggedAt: nowAt,
  });
}

/** Whom one tap credits: the contacts who accepted the invitation, or sent it (`domain.md`, presence). */
export function creditedContactIds(contacts: readonly InvitedContact[]): readonly string[] {
  return contacts.filter(({ response }) => response === 'accepted' || response === 'organizer').map(({ contactId }) => contactId);
}

function contradictionIn(claim: TagClaim): 'modality' | 'place' | 'engagement' | 'presentContactIds' | undefined {
  const isHeld = claim.outcome === 'held';
  if (isHeld !== (claim.modality !== undefined)) return 'modality';
  if (!isHeld && (claim.presentContactIds ?? []).length > 0) return 'presentContactIds';
  const wasNear = claim.modality !== undefined && isNear(claim.modality);
  if (claim.place !== undefined && !wasNear) return 'place';
  if (Object.keys(claim.engagement ?? {}).length > 0 && (!isHeld || wasNear)) return 'engagement';
  return undefined;
}

function strangersIn(meeting: TaggableMeeting, claim: TagClaim): readonly string[] {
  const invited = new Set(meeting.contacts.map(({ contactId }) => contactId));
  const named = new Set([...(claim.presentContactIds ?? []), ...Object.keys(claim.engagement ?? {})]);
  return [...named].filter((contactId) => !invited.has(contactId));
}
