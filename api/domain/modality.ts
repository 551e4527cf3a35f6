/** What we think a meeting's modality is, with reasons a seller can read. Never counted until a person confirms it. */
import type { JoinProvider } from './meeting-link.ts';
import { isOverLunch } from './modality/lunch.ts';
import { type LocationSigns, readLocation, type Sign } from './modality/location-signs.ts';
import { subjectSuggestion } from './modality/subject-signs.ts';
import type { Reason } from './modality-reason.ts';
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
  /** Start in the meeting's time zone or else the seller's, 0 to 23; absent for a whole day. */
  readonly startHourLocal?: number | undefined;
  readonly durationMinutes?: number | undefined;
  /** Registrable domains of the customers invited. */
  readonly contactDomains?: readonly string[] | undefined;
  /** Every customer invited has declined. */
  readonly isDeclinedByAll?: boolean | undefined;
  /** People who joined the online meeting, after the fact; absent while nobody has looked. Of ours it may not be known. */
  readonly attendance?: { readonly ours?: number | undefined; readonly contacts: number } | undefined;
  /** Earlier meetings with the account that a person has answered: near is in person or hybrid. */
  readonly history?: { readonly near: number; readonly remote: number } | undefined;
}

export interface ModalitySuggestion {
  readonly modality: Modality | 'unknown';
  /** 0 to 1; 0 exactly when the modality is unknown. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

const unknown: ModalitySuggestion = { modality: 'unknown', confidence: 0, reasons: [] };

/** Never concludes in person from a missing link alone (`domain.md`, Modality suggestion). */
export function suggestModality(facts: ModalityFacts): ModalitySuggestion {
  return withHistory(facts, afterTheFact(facts, beforeTheFact(facts)));
}

interface Signs extends LocationSigns {
  /** The calendar's own fields say that it is online. */
  readonly field: Reason | undefined;
}

function beforeTheFact(facts: ModalityFacts): ModalitySuggestion {
  // What was planned as a visit is none without anybody to visit, and no call either.
  if (facts.isDeclinedByAll) return unknown;
  const read = readLocation(facts.locationText ?? '', facts.isOwnRoom ? [] : facts.contactDomains);
  const signs: Signs = { ...read, place: typedPlace(facts) ?? read.place, field: onlineField(facts) };
  if (facts.isOwnRoom) return ownRoom(signs);
  const said = spokenOf(signs) ?? placed(signs, facts) ?? lunchDespiteField(signs, facts);
  return said ?? remote(signs) ?? subjectSuggestion(facts) ?? unknown;
}

function onlineField({ isOnlineMeeting, joinUrl, onlineProvider }: ModalityFacts): Reason | undefined {
  const isSet = isOnlineMeeting === true || joinUrl !== undefined || onlineProvider !== undefined;
  return isSet ? { code: 'online_meeting', words: '' } : undefined;
}

function ownRoom({ place, online, link, field, hybrid }: Signs): ModalitySuggestion {
  const room: Reason = { code: 'own_room', words: place?.reason.words ?? '' };
  if (hybrid) return suggestion('hybrid', 0.85, room, hybrid.reason);
  const linked = online?.reason ?? link?.reason ?? (field && { code: 'room_and_link' as const, words: '' });
  return linked ? suggestion('hybrid', 0.5, room, linked) : suggestion('in_person', 0.75, room);
}

/** What somebody wrote about the modality itself outweighs every place and link. */
function spokenOf({ hybrid, inPerson, online, link, field }: Signs): ModalitySuggestion | undefined {
  if (hybrid) return suggestion('hybrid', 0.8, hybrid.reason);
  if (!inPerson) return undefined;
  if (online) return suggestion('hybrid', 0.5, inPerson.reason, online.reason);
  return link || field ? suggestion('in_person', 0.75, inPerson.reason, linkReason(link)) : suggestion('in_person', 0.95, inPerson.reason);
}

/** A place, alone or against a link that the calendar may have added to it by itself. */
function placed({ place, online, link, field, phone }: Signs, facts: ModalityFacts): ModalitySuggestion | undefined {
  if (!place) return undefined;
  if (online) return suggestion('virtual', 0.6, online.reason, place.reason);
  if (phone?.reason.code === 'phone_word') return suggestion('phone', 0.6, phone.reason, place.reason);
  if (link && isPerhapsOnline(place)) return suggestion('virtual', 0.6, link.reason, place.reason);
  if (link || field) return placeDespiteLink(place, linkReason(link), facts);
  return suggestion('in_person', placeConfidence(place), place.reason);
}

/** At lunchtime a restaurant is not there by chance. */
function placeDespiteLink({ reason }: Sign, link: Reason, facts: ModalityFacts): ModalitySuggestion {
  return reason.code === 'restaurant' && isOverLunch(facts)
    ? suggestion('in_person', 0.7, reason, overLunch, link)
    : suggestion('in_person', 0.55, reason, link);
}

const overLunch: Reason = { code: 'over_lunch', words: '' };

/** Many calendars add a link to every meeting, to "Lunch with Dana" at noon as well; a link that somebody wrote is another thing. */
function lunchDespiteField({ online, link, field, phone }: Signs, facts: ModalityFacts): ModalitySuggestion | undefined {
  if (!field || online || link || phone || !isOverLunch(facts)) return undefined;
  const spoken = subjectSuggestion(facts);
  return spoken?.modality === 'in_person' ? suggestion('in_person', 0.55, ...spoken.reasons, field) : undefined;
}

/** A bare `room` may be the service's own: "I opened a room: zoom.us/j/1". */
function isPerhapsOnline({ reason, isSure }: Sign): boolean {
  return reason.code === 'room' && !isSure;
}

/** A name and a number may be something else than a house, and the customer's name what the meeting is about. */
function placeConfidence({ reason, isSure }: Sign): number {
  if (isSure) return 0.92;
  return reason.code === 'address' || reason.code === 'customer_named' ? 0.75 : 0.85;
}

/** The link in the text is named; one in the calendar's fields is only there. */
function linkReason(link: Sign | undefined): Reason {
  return link?.reason ?? { code: 'place_and_link', words: '' };
}

/** Neither a place nor a word about one: by link, by word, by field, by telephone. */
function remote({ online, link, field, phone }: Signs): ModalitySuggestion | undefined {
  if (phone?.reason.code === 'phone_word') return spokenPhone(phone, online, link, field);
  if (link?.isSure) return suggestion('virtual', 0.97, link.reason);
  if (online) return suggestion('virtual', online.isSure ? 0.95 : 0.75, online.reason);
  if (link) return suggestion('virtual', 0.92, link.reason);
  if (phone) return suggestion('phone', 0.8, phone.reason);
  return field && suggestion('virtual', 0.85, field);
}

/** A calendar adds links by itself, but nobody writes "by phone" without meaning it. */
function spokenPhone(phone: Sign, online: Sign | undefined, link: Sign | undefined, field: Reason | undefined): ModalitySuggestion {
  if (online) return suggestion('virtual', 0.6, online.reason, phone.reason);
  return link || field
    ? suggestion('phone', 0.6, phone.reason, link?.reason ?? { code: 'online_meeting', words: '' })
    : suggestion('phone', 0.9, phone.reason);
}

const typedPlaces: ReadonlyMap<string, ReasonCode> = new Map([
  ['restaurant', 'restaurant'],
  ['hotel', 'hotel'],
  ['streetAddress', 'address'],
  ['businessAddress', 'address'],
  ['postalAddress', 'address'],
]);

function typedPlace({ locationType, locationText }: ModalityFacts): Sign | undefined {
  const code = locationType === undefined ? undefined : typedPlaces.get(locationType);
  return code && { reason: { code, words: (locationText ?? '').trim() }, isSure: true };
}

/** Who joined online was not in the room; a link that nobody joined says little, a person may have stayed away. */
function afterTheFact({ attendance }: ModalityFacts, before: ModalitySuggestion): ModalitySuggestion {
  if (!attendance) return before;
  const joined: Reason = { code: 'contacts_joined', words: '' };
  if (attendance.contacts > 0) return { modality: 'virtual', confidence: before.modality === 'virtual' ? 0.97 : 0.8, reasons: [joined] };
  if ((attendance.ours ?? 0) > 0 || before.modality === 'unknown' || before.modality === 'phone') return before;
  const nobody: Reason = { code: 'nobody_joined', words: '' };
  if (before.modality === 'in_person') {
    return { ...before, confidence: Math.max(before.confidence, 0.7), reasons: [...before.reasons, nobody] };
  }
  // One of ours may have waited there alone.
  if (attendance.ours === undefined) return before;
  if (before.modality === 'hybrid') return { modality: 'in_person', confidence: 0.6, reasons: [...before.reasons, nobody] };
  return suggestion('in_person', 0.5, nobody);
}

/** Meetings with the account that make a habit, and the confidence below which a habit matters. */
const minHistory = 4;
const habitShare = 0.8;
const doubtful = 0.7;
const habitWeight = 0.1;

/** A habit makes a doubtful suggestion a little surer or less so; it never makes one. */
function withHistory({ history }: ModalityFacts, before: ModalitySuggestion): ModalitySuggestion {
  const met = (history?.near ?? 0) + (history?.remote ?? 0);
  if (!history || met < minHistory || before.modality === 'unknown' || before.confidence >= doubtful) return before;
  const isNearSuggested = before.modality === 'in_person' || before.modality === 'hybrid';
  const habit = habitOf(history.near / met);
  if (!habit) return before;
  const weight = (habit === 'mostly_near') === isNearSuggested ? habitWeight : -habitWeight;
  return { ...before, confidence: before.confidence + weight, reasons: [...before.reasons, { code: habit, words: '' }] };
}

function habitOf(nearShare: number): ReasonCode | undefined {
  if (nearShare >= habitShare) return 'mostly_near';
  return nearShare <= 1 - habitShare ? 'mostly_remote' : undefined;
}

function suggestion(modality: Modality, confidence: number, ...reasons: readonly Reason[]): ModalitySuggestion {
  return { modality, confidence, reasons };
}
