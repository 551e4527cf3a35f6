/** The closed lists of an account: its score line by line, the rule behind its health word, reasons to pause. */
import type { HealthWord } from '../../../domain/health-word.ts';
import type { PauseReason } from '../../../domain/pause.ts';
import type { ScoreLineName, ScoreReason } from '../../../domain/score.ts';

export const accountWords = {
  'word.rule.on_track': 'The last meeting in person lies at most {onTrackDays} days back, three quarters of the cadence.',
  'word.rule.due_soon':
    'The last meeting in person lies more than {onTrackDays} days back, three quarters of the cadence, and at most {cadenceDays}.',
  'word.rule.new': 'The first meeting lies at most {cadenceDays} days back, one cadence, and nobody was met in person yet.',
  'word.rule.not_enough_data': 'The owner joined less than {graceDays} days ago, and meetings before that are not answered yet.',
  'word.rule.overdue': 'The last meeting in person lies more than {cadenceDays} days back, the cadence.',
  'word.rule.completely_virtual': 'There were meetings in the last {memoryDays} days, none of them in person.',
  'word.rule.no_contact': 'There was no meeting of any kind in the last {memoryDays} days.',

  'pauseReason.contract_ending': 'The contract is ending',
  'pauseReason.dispute': 'There is a dispute',
  'pauseReason.customer_reorganising': 'The customer is reorganising',
  'pauseReason.no_travel': 'No travel for now',
  'pauseReason.owner_absent': 'The owner is away',
  'pauseReason.handover': 'It is being handed over',

  'score.recency': 'Recency',
  'score.frequency': 'Frequency',
  'score.reach': 'Key-partner reach',
  'score.rule.recency':
    'All {maxPoints} points up to {cadenceDays} days after the last meeting in person, one cadence; then fewer from day to day, and none after {zeroDays}.',
  'score.rule.frequency':
    'All {maxPoints} points for {expected, plural, one {# meeting} other {# meetings}} in person in the last {windowDays} days, a share of them for fewer. Meetings less than half a cadence apart count once.',
  'score.rule.reach':
    'A share of {maxPoints} points: the key partners met in person in the last {withinDays} days, of all who are named. Somebody newly named is expected after {graceDays} days.',
  'score.because.never_in_person': 'Never in person yet.',
  'score.because.in_person_within_cadence': 'In person {ago}, within the cadence of {cadenceDays} days.',
  'score.because.in_person_late':
    'In person {ago}, {lateDays, plural, one {# day} other {# days}} later than the cadence of {cadenceDays}.',
  'score.because.in_person_too_late': 'In person {ago}; three cadences of {cadenceDays} days have passed since.',
  'score.because.near_touchpoints':
    '{counted, plural, =0 {Not in person} one {Once in person} other {# times in person}} in the last {windowDays} days, of {expected} expected.',
  'score.because.no_key_partner_named': 'Name the people who decide.',
  'score.because.no_key_partner_expected_yet':
    '{named, plural, one {# key partner, newly named} other {# key partners, newly named}}: nobody has to be met before {graceDays} days have passed.',
  'score.because.key_partners_met':
    '{met} of {total} met in person in the last {withinDays} days{missing, select, none {} other {. Not yet: {missing}}}.',
} as const satisfies Record<
  | `pauseReason.${PauseReason}`
  | `score.${ScoreLineName}`
  | `score.rule.${ScoreLineName}`
  | `score.because.${ScoreReason['code']}`
  | `word.rule.${HealthWord}`,
  string
>;
