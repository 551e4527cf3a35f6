/** The questions about one meeting, in order, and what the answers claim. Draws nothing and sends nothing: pane, list row and card share it. */
import { creditedContactIds, type InvitationResponse } from '../domain/tag.ts';
import { type Engagement, engagements, isNear, type Modality, type Outcome, places, type Place } from '../domain/tag-vocabulary.ts';
import type { Spend } from '../domain/spend.ts';
import type { TagRequest } from './tagging.ts';

/** What the questions need of a meeting; every `Meeting` of the wire fits. */
export interface TagFormMeeting {
  /** Key partners first, then by name. */
  readonly contacts: readonly { readonly contactId: string; readonly isKeyPartner: boolean; readonly response: InvitationResponse }[];
  readonly suggestion: { readonly modality: Modality | 'unknown' };
}

/** What the seller has answered so far. Presence and engagement outlive a change of the modality, so that no tap is lost. */
export interface Draft {
  readonly outcome: Outcome | 'did_not_happen' | undefined;
  /** Only while the outcome is `held`. */
  readonly modality: Modality | undefined;
  readonly place: Place | undefined;
  /** Undefined until the seller touched presence: then the contacts who accepted the invitation or sent it are credited. */
  readonly presentContactIds: readonly string[] | undefined;
  readonly engagement: Readonly<Record<string, Engagement>>;
  readonly spend: Spend | undefined;
  /** Whether the modality was given in answer to the question that attendance raised. */
  readonly answersContradiction: boolean;
}

/** The part of a stored tag from which the questions go on. */
export interface DraftSource {
  readonly outcome: Outcome;
  readonly modality: Modality | null;
  readonly place: Place | null;
  readonly presentContactIds: readonly string[];
  readonly engagement: Readonly<Record<string, Engagement>>;
  readonly spend: Spend | null;
}

export const emptyDraft: Draft = {
  outcome: undefined,
  modality: undefined,
  place: undefined,
  presentContactIds: undefined,
  engagement: {},
  spend: undefined,
  answersContradiction: false,
};

/** The engagements on offer, the most usual first; `not_noticed` is what saying nothing means. */
const engagementAnswers = engagements.filter((engagement) => engagement !== 'not_noticed');

/** The outcomes behind "Didn't happen". */
export const otherOutcomes = ['no_show', 'cancelled', 'rescheduled'] as const satisfies readonly Outcome[];
export type OtherOutcome = (typeof otherOutcomes)[number];

export type Question =
  /** `suggested` is absent when nothing points either way. */
  | { readonly kind: 'modality'; readonly suggested: Modality | undefined }
  | { readonly kind: 'outcome'; readonly options: readonly OtherOutcome[] }
  /** The place, who was there, and what was spent. */
  | { readonly kind: 'place'; readonly options: readonly Place[]; readonly presentContactIds: readonly string[] }
  /** Nobody came: what was spent all the same. */
  | { readonly kind: 'spend' }
  /** Key partners first; everybody here was present. */
  | { readonly kind: 'engagement'; readonly options: readonly Engagement[]; readonly presentContactIds: readonly string[] };

export type Answer =
  | { readonly kind: 'modality'; readonly modality: Modality }
  | { readonly kind: 'did_not_happen' }
  | { readonly kind: 'outcome'; readonly outcome: OtherOutcome }
  /** Undefined takes the place back. */
  | { readonly kind: 'place'; readonly place: Place | undefined }
  | { readonly kind: 'presence'; readonly contactId: string; readonly isPresent: boolean }
  /** Undefined takes the note back. */
  | { readonly kind: 'engagement'; readonly contactId: string; readonly engagement: Engagement | undefined }
  | { readonly kind: 'all_engaged' }
  /** Undefined takes the amount back. */
  | { readonly kind: 'spend'; readonly spend: Spend | undefined }
  /** The answer that a colleague gave is one's own too. */
  | { readonly kind: 'me_too' }
  /** Answers the question that attendance has raised: final. */
  | { readonly kind: 'contradiction'; readonly modality: Modality }
  /** Asks the first question again; the rest of the draft stays. */
  | { readonly kind: 'change' };

/**
 * The question that stands open, undefined when there is none left. The questions after the modality are optional and stay open:
 * a tag may be sent (`toTag`) while one of them is on the screen.
 */
export function nextQuestion(meeting: TagFormMeeting, draft: Draft): Question | undefined {
  switch (draft.outcome) {
    case undefined:
      return { kind: 'modality', suggested: meeting.suggestion.modality === 'unknown' ? undefined : meeting.suggestion.modality };
    case 'did_not_happen':
      return { kind: 'outcome', options: otherOutcomes };
    case 'held':
      return questionAboutHeld(meeting, draft);
    case 'no_show':
      return { kind: 'spend' };
    default:
      return undefined;
  }
}

function questionAboutHeld(meeting: TagFormMeeting, draft: Draft): Question {
  const presentContactIds = presentIn(meeting, draft);
  if (draft.modality && isNear(draft.modality)) return { kind: 'place', options: places, presentContactIds };
  return { kind: 'engagement', options: engagementAnswers, presentContactIds };
}

/** Who counts as present: whom the seller named, otherwise whom one tap credits. In the meeting's order: key partners first, then by name. */
export function presentIn(meeting: TagFormMeeting, draft: Draft): readonly string[] {
  const present = new Set(draft.presentContactIds ?? creditedContactIds(meeting.contacts));
  return meeting.contacts.filter(({ contactId }) => present.has(contactId)).map(({ contactId }) => contactId);
}

/** The draft after one tap. Pure: the same tap on the same draft gives the same draft. */
export function answer(meeting: TagFormMeeting, draft: Draft, given: Answer): Draft {
  switch (given.kind) {
    case 'modality':
      return { ...draft, outcome: 'held', modality: given.modality };
    case 'did_not_happen':
      return { ...draft, outcome: 'did_not_happen', modality: undefined };
    case 'outcome':
      return { ...draft, outcome: given.outcome, modality: undefined };
    case 'place':
      return { ...draft, place: given.place };
    case 'presence':
      return withPresence(meeting, draft, given);
    case 'engagement':
      return withEngagement(meeting, draft, given);
    case 'all_engaged':
      return { ...draft, engagement: Object.fromEntries(presentIn(meeting, draft).map((contactId) => [contactId, 'engaged'])) };
    case 'spend':
      return { ...draft, spend: given.spend };
    case 'me_too':
      return { ...draft };
    case 'contradiction':
      return { ...draft, outcome: 'held', modality: given.modality, answersContradiction: true };
    case 'change':
      return { ...draft, outcome: undefined, modality: undefined };
  }
}

function withPresence(meeting: TagFormMeeting, draft: Draft, { contactId, isPresent }: { contactId: string; isPresent: boolean }): Draft {
  const others = presentIn(meeting, draft).filter((id) => id !== contactId);
  return {
    ...draft,
    presentContactIds: isPresent ? [...others, contactId] : others,
    engagement: isPresent ? draft.engagement : without(draft.engagement, contactId),
  };
}

/** A note about somebody says that they were there. */
function withEngagement(
  meeting: TagFormMeeting,
  draft: Draft,
  { contactId, engagement }: { contactId: string; engagement: Engagement | undefined },
): Draft {
  if (!engagement) return { ...draft, engagement: without(draft.engagement, contactId) };
  const isPresent = presentIn(meeting, draft).includes(contactId);
  const present = isPresent ? draft : withPresence(meeting, draft, { contactId, isPresent: true });
  return { ...present, engagement: { ...draft.engagement, [contactId]: engagement } };
}

function without(engagement: Draft['engagement'], contactId: string): Draft['engagement'] {
  return Object.fromEntries(Object.entries(engagement).filter(([id]) => id !== contactId));
}

/**
 * The whole claim that the draft makes, undefined while the first question is open. Place and spend are left out of a remote meeting and
 * engagement out of a near one, since the server refuses a claim that contradicts itself. `timeZone` is IANA; `basedOnVersion` 0 when untagged.
 */
export function toTag(draft: Draft, { timeZone, basedOnVersion }: { timeZone: string; basedOnVersion: number }): TagRequest | undefined {
  if (draft.outcome === undefined || draft.outcome === 'did_not_happen') return undefined;
  const spend = draft.spend ? { spend: draft.spend } : {};
  if (draft.outcome === 'no_show') return { outcome: draft.outcome, ...spend, timeZone, basedOnVersion };
  if (draft.outcome !== 'held') return { outcome: draft.outcome, timeZone, basedOnVersion };
  if (!draft.modality) return undefined;
  const present = draft.presentContactIds ? { presentContactIds: [...draft.presentContactIds] } : {};
  const final = draft.answersContradiction ? { answersContradiction: true } : {};
  const claim = { outcome: draft.outcome, modality: draft.modality, ...present, ...final, timeZone, basedOnVersion };
  if (isNear(draft.modality)) return { ...claim, ...(draft.place && { place: draft.place }), ...spend };
  return Object.keys(draft.engagement).length > 0 ? { ...claim, engagement: draft.engagement } : claim;
}

/** The draft from which a stored tag would follow, so that a change starts from what was said. */
export function draftOf(tag: DraftSource): Draft {
  return {
    outcome: tag.outcome,
    modality: tag.modality ?? undefined,
    place: tag.place ?? undefined,
    presentContactIds: tag.outcome === 'held' ? tag.presentContactIds : undefined,
    engagement: tag.engagement,
    spend: tag.spend ?? undefined,
    answersContradiction: false,
  };
}

/** Whether a stored tag says the same as the draft; used when the answer to a request got lost and the tag may have arrived all the same. */
export function saysTheSame(meeting: TagFormMeeting, draft: Draft, tag: DraftSource): boolean {
  return sayingOf(meeting, draft) === sayingOf(meeting, draftOf(tag));
}

function sayingOf(meeting: TagFormMeeting, draft: Draft): string {
  const spend = draft.spend ? [draft.spend.minor, draft.spend.currency] : null;
  if (draft.outcome === 'no_show') return JSON.stringify([draft.outcome, spend]);
  if (draft.outcome !== 'held') return String(draft.outcome);
  const near = draft.modality !== undefined && isNear(draft.modality);
  const notes = near ? [] : Object.entries(draft.engagement).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([draft.modality, near ? (draft.place ?? null) : null, near ? spend : null, presentIn(meeting, draft), notes]);
}
