/** What we think a meeting's modality is, with reasons a seller can read. Never counted until a person confirms it. */
import { type JoinProvider, meetingLinkIn, withoutLinks } from './meeting-link.ts';
import { onlineWords, phoneWords, placeWords } from './modality-words.ts';
import type { Modality, ReasonCode } from './tag-vocabulary.ts';

/** Everything is optional: what is absent is unknown, which is never evidence. */
export interface ModalityFacts {
  readonly locationText?: string | undefined;
  readonly subject?: string | undefined;
  readonly isOnlineMeeting?: boolean | undefined;
  readonly onlineProvider?: JoinProvider | undefined;
  readonly joinUrl?: string | undefined;
  /** Graph's `locationType`: restaurant, hotel, streetAddress, conferenceRoom, ... */
  readonly locationType?: string | undefined;
  /** Whether a room mailbox of ours was booked. */
  readonly isOwnRoom?: boolean | undefined;
}

export interface Reason {
  readonly code: ReasonCode;
  /** The words of the meeting that triggered it, as they stand there; empty when a field did. */
  readonly words: string;
}

export interface ModalitySuggestion {
  readonly modality: Modality | 'unknown';
  /** 0 to 1; 0 exactly when the modality is unknown. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

interface Signs {
  readonly place: Reason | undefined;
  readonly online: Reason | undefined;
  readonly isOnlineField: boolean;
  readonly phone: Reason | undefined;
  readonly isOwnRoom: boolean;
}

const unknown: ModalitySuggestion = { modality: 'unknown', confidence: 0, reasons: [] };

/** Never concludes in person from a missing link alone (`domain.md`, Modality suggestion). */
export function suggestModality(facts: ModalityFacts): ModalitySuggestion {
  const signs = signsOf(facts);
  const { place, online, phone, isOwnRoom } = signs;
  if (isOwnRoom) return ownRoom(signs);
  if (place && (online || signs.isOnlineField)) {
    return { modality: 'in_person', confidence: 0.55, reasons: [place, online ?? { code: 'place_and_link', words: '' }] };
  }
  if (online) return { modality: 'virtual', confidence: 0.95, reasons: [online] };
  if (place) return { modality: 'in_person', confidence: 0.9, reasons: [place] };
  if (signs.isOnlineField) return { modality: 'virtual', confidence: 0.85, reasons: [{ code: 'online_meeting', words: '' }] };
  if (phone) return { modality: 'phone', confidence: 0.8, reasons: [phone] };
  return unknown;
}

function ownRoom({ place, online, isOnlineField }: Signs): ModalitySuggestion {
  const room: Reason = { code: 'own_room', words: place?.words ?? '' };
  if (online || isOnlineField) {
    return { modality: 'hybrid', confidence: 0.5, reasons: [room, online ?? { code: 'room_and_link', words: '' }] };
  }
  return { modality: 'in_person', confidence: 0.75, reasons: [room] };
}

function signsOf(facts: ModalityFacts): Signs {
  const text = facts.locationText ?? '';
  const link = meetingLinkIn(text);
  const words = withoutLinks(text);
  return {
    place: typedPlace(facts.locationType, words) ?? placeIn(words),
    online: link ? { code: 'link_in_location', words: link.host } : found(onlineWords, words, 'online_word'),
    isOnlineField: facts.isOnlineMeeting === true || facts.joinUrl !== undefined || facts.onlineProvider !== undefined,
    phone: phoneIn(words),
    isOwnRoom: facts.isOwnRoom === true,
  };
}

const typedPlaces: ReadonlyMap<string, ReasonCode> = new Map([
  ['restaurant', 'restaurant'],
  ['hotel', 'hotel'],
  ['streetAddress', 'address'],
  ['businessAddress', 'address'],
  ['postalAddress', 'address'],
]);

function typedPlace(locationType: string | undefined, words: string): Reason | undefined {
  const code = locationType === undefined ? undefined : typedPlaces.get(locationType);
  return code ? { code, words: words.trim() } : undefined;
}

function placeIn(words: string): Reason | undefined {
  for (const code of ['restaurant', 'hotel', 'office', 'address'] as const) {
    const reason = found(placeWords[code], words, code);
    if (reason) return reason;
  }
  return undefined;
}

function phoneIn(words: string): Reason | undefined {
  return found(phoneWords, words, 'phone_number');
}

function found(pattern: RegExp, text: string, code: ReasonCode): Reason | undefined {
  const match = pattern.exec(text);
  return match ? { code, words: match[0].trim() } : undefined;
}
