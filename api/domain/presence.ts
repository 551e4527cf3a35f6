/** Who was in a meeting: colleagues' answers unite, where they disagree both are asked, and what a machine observed may raise a question. */
import { isNear, type Modality } from './tag-vocabulary.ts';

/** The newest answer of one seller about a held meeting. */
export interface PresenceClaim {
  readonly modality: Modality;
  readonly presentContactIds: readonly string[];
  /** Of whom the seller said that they were not there, as against saying nothing. */
  readonly absentContactIds: readonly string[];
}

export interface Presence {
  /** Each once, sorted. */
  readonly contactIds: readonly string[];
  /** Present in one answer and absent in another: counted as present until the sellers, both asked, agree. */
  readonly disputedContactIds: readonly string[];
}

/**
 * `newest` is the meeting's tag; `others` are the newest answers of its other sellers, in any order. An answer of another class (near, remote)
 * speaks of another room: the newest has replaced it.
 */
export function unitePresence(newest: PresenceClaim, others: readonly PresenceClaim[]): Presence {
  const claims = claimsOfOneRoom(newest, others);
  const contactIds = [...new Set(claims.flatMap(({ presentContactIds }) => presentContactIds))].sort();
  const absent = new Set(claims.flatMap(({ absentContactIds }) => absentContactIds));
  return { contactIds, disputedContactIds: contactIds.filter((contactId) => absent.has(contactId)) };
}

/** The newest answer of one seller, known by whose it is. */
export interface SellersClaim extends PresenceClaim {
  readonly sellerId: string;
}

export interface Dispute {
  readonly contactId: string;
  /** Each once, in the order of the claims; neither list is empty. */
  readonly presentBySellerIds: readonly string[];
  readonly absentBySellerIds: readonly string[];
}

/** Whose answers stand against each other, by contact; of the class of the newest answer alone. Sorted by contact id. */
export function disputesOf(newest: SellersClaim, others: readonly SellersClaim[]): readonly Dispute[] {
  const claims = claimsOfOneRoom(newest, others);
  return unitePresence(newest, others).disputedContactIds.map((contactId) => ({
    contactId,
    presentBySellerIds: claims.filter(({ presentContactIds }) => presentContactIds.includes(contactId)).map(({ sellerId }) => sellerId),
    absentBySellerIds: claims.filter(({ absentContactIds }) => absentContactIds.includes(contactId)).map(({ sellerId }) => sellerId),
  }));
}

/** The newest answer first; an answer of another class speaks of another room. */
export function claimsOfOneRoom<C extends PresenceClaim>(newest: C, others: readonly C[]): readonly C[] {
  return [newest, ...others.filter(({ modality }) => isNear(modality) === isNear(newest.modality))];
}

export interface ObservedMeeting {
  readonly modality: Modality;
  readonly presentContactIds: readonly string[];
  /** Contacts whom attendance shows to have joined online. */
  readonly joinedOnlineContactIds: readonly string[];
  /** Whether the tag was given in answer to the question about this contradiction: then it is final. */
  readonly answersContradiction: boolean;
}

/** Whether the seller is to be asked again; until then the meeting counts as unanswered. Only if every contact marked present joined online. */
export function isContradicted({ modality, presentContactIds, joinedOnlineContactIds, answersContradiction }: ObservedMeeting): boolean {
  if (answersContradiction || !isNear(modality) || presentContactIds.length === 0) return false;
  const online = new Set(joinedOnlineContactIds);
  return presentContactIds.every((contactId) => online.has(contactId));
}
