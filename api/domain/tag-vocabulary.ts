/** The closed lists of a tag: how a meeting took place, how it ended, where, and how engaged people were. */

export const modalities = ['in_person', 'hybrid', 'virtual', 'phone'] as const;
export type Modality = (typeof modalities)[number];

export const outcomes = ['held', 'no_show', 'cancelled', 'rescheduled'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where a near meeting was. */
export const places = ['client_office', 'our_office', 'meal', 'coffee', 'entertainment', 'leisure', 'conference', 'other_offsite'] as const;
export type Place = (typeof places)[number];

/** A seller's observation of one contact in a remote meeting: chosen by a human, never measured. */
export const engagements = ['engaged', 'camera_off', 'disengaged', 'not_noticed'] as const;
export type Engagement = (typeof engagements)[number];

/** Near: at least one of ours and one contact were in the same place. The rest is remote. */
export function isNear(modality: Modality): boolean {
  return modality === 'in_person' || modality === 'hybrid';
}

/** Why a modality is suggested; the catalogue turns each into a sentence. */
export const reasonCodes = [
  'link_in_location',
  'invitation',
  'link_announced',
  'online_meeting',
  'online_word',
  'in_person_word',
  'hybrid_word',
  'phone_number',
  'phone_word',
  'dial_in',
  'restaurant',
  'hotel',
  'address',
  'room',
  'office',
  'venue',
  'customer_named',
  'own_room',
  'place_and_link',
  'room_and_link',
  'online_in_subject',
  'phone_in_subject',
  'meal_in_subject',
  'over_lunch',
  'contacts_joined',
  'nobody_joined',
  'mostly_near',
  'mostly_remote',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
