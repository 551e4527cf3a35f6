/** The names of the closed lists that pages show: health words, answers, marks. */
import type { HealthWord } from '../../../domain/health-word.ts';
import type { Engagement, Modality, Outcome, Place } from '../../../domain/tag-vocabulary.ts';
import type { TouchMark } from '../../../domain/touch-strip.ts';
import type { VisitorPolicy } from '../../../domain/visitor-policy.ts';

export const words = {
  'word.on_track': 'On track',
  'word.due_soon': 'Due soon',
  'word.new': 'New',
  'word.not_enough_data': 'Not enough data',
  'word.overdue': 'Overdue',
  'word.completely_virtual': 'Completely virtual',
  'word.no_contact': 'No contact',

  'wordMeans.on_track': 'Seen in person well within the cadence.',
  'wordMeans.due_soon': 'Seen in person within the cadence, in its last quarter.',
  'wordMeans.new': 'Known for less than one cadence, not seen in person yet.',
  'wordMeans.not_enough_data': 'The owner joined lately and earlier meetings are not answered yet.',
  'wordMeans.overdue': 'Last seen in person longer ago than the cadence.',
  'wordMeans.completely_virtual': 'Not seen in person for a year or more, only on calls.',
  'wordMeans.no_contact': 'No meeting of any kind for a year.',

  'modality.in_person': 'In person',
  'modality.hybrid': 'Hybrid',
  'modality.virtual': 'Virtual',
  'modality.phone': 'Phone',

  'outcome.held': 'Held',
  'outcome.no_show': 'They did not come',
  'outcome.cancelled': 'It was called off',
  'outcome.rescheduled': 'It was moved',

  'place.client_office': 'Client office',
  'place.our_office': 'Our office',
  'place.meal': 'Meal',
  'place.coffee': 'Coffee',
  'place.entertainment': 'Entertainment',
  'place.leisure': 'Leisure',
  'place.conference': 'Conference',
  'place.other_offsite': 'Other',

  'engagement.engaged': 'Engaged',
  'engagement.camera_off': 'Camera off',
  'engagement.disengaged': 'Disengaged',
  'engagement.not_noticed': 'Not noticed',

  'mark.in_person': 'In person',
  'mark.hybrid': 'Hybrid',
  'mark.virtual': 'Virtual',
  'mark.phone': 'Phone',
  'mark.untagged': 'Not answered yet',
  'mark.not_held': 'Did not happen',

  'visitors.welcome': 'Welcome',
  'visitors.by_exception': 'By exception',
  'visitors.forbidden': 'Not allowed',
  'visitors.unknown': 'Not known',
} as const satisfies Record<
  | `word.${HealthWord}`
  | `wordMeans.${HealthWord}`
  | `modality.${Modality}`
  | `outcome.${Outcome}`
  | `place.${Place}`
  | `engagement.${Engagement}`
  | `mark.${TouchMark}`
  | `visitors.${VisitorPolicy}`,
  string
>;
