/** The closed lists of an account: its score line by line, the rule behind its health word, reasons to pause. */
import type { Translation } from '../en.ts';
import type { accountWords as english } from '../en/account-words.ts';

export const accountWords: Translation<typeof english> = {
  'word.rule.on_track': 'Das letzte persönliche Treffen liegt höchstens {onTrackDays} Tage zurück, drei Viertel des Rhythmus.',
  'word.rule.due_soon':
    'Das letzte persönliche Treffen liegt mehr als {onTrackDays} Tage zurück, drei Viertel des Rhythmus, und höchstens {cadenceDays}.',
  'word.rule.new':
    'Die erste Besprechung liegt höchstens {cadenceDays} Tage zurück, einen Rhythmus, und noch wurde niemand persönlich getroffen.',
  'word.rule.not_enough_data':
    'Die zuständige Person ist seit weniger als {graceDays} Tagen dabei, und Besprechungen davor sind noch nicht beantwortet.',
  'word.rule.overdue': 'Das letzte persönliche Treffen liegt mehr als {cadenceDays} Tage zurück, den Rhythmus.',
  'word.rule.completely_virtual': 'In den letzten {memoryDays} Tagen gab es Besprechungen, keine davon persönlich.',
  'word.rule.no_contact': 'In den letzten {memoryDays} Tagen gab es keine Besprechung irgendeiner Art.',

  'pauseReason.contract_ending': 'Vertrag läuft aus',
  'pauseReason.dispute': 'Streitfall',
  'pauseReason.customer_reorganising': 'Kunde organisiert sich neu',
  'pauseReason.no_travel': 'Vorerst keine Reisen',
  'pauseReason.owner_absent': 'Zuständige Person abwesend',
  'pauseReason.handover': 'Kunde wird übergeben',

  'score.recency': 'Aktualität',
  'score.frequency': 'Häufigkeit',
  'score.reach': 'Schlüsselpersonen',
  'score.rule.recency':
    'Alle {maxPoints} Punkte bis {cadenceDays} Tage nach dem letzten persönlichen Treffen, einen Rhythmus lang; dann von Tag zu Tag weniger und nach {zeroDays} Tagen keine mehr.',
  'score.rule.frequency':
    'Alle {maxPoints} Punkte für {expected, plural, one {# persönliches Treffen} other {# persönliche Treffen}} in den letzten {windowDays} Tagen, für weniger ein Teil davon. Treffen mit weniger als einem halben Rhythmus Abstand zählen einmal.',
  'score.rule.reach':
    'Ein Teil von {maxPoints} Punkten: die in den letzten {withinDays} Tagen persönlich getroffenen Schlüsselpersonen, von allen benannten. Wer neu benannt ist, wird nach {graceDays} Tagen erwartet.',
  'score.because.never_in_person': 'Noch nie persönlich.',
  'score.because.in_person_within_cadence': 'Persönlich {ago}, innerhalb des Rhythmus von {cadenceDays} Tagen.',
  'score.because.in_person_late':
    'Persönlich {ago}, {lateDays, plural, one {# Tag} other {# Tage}} später als der Rhythmus von {cadenceDays}.',
  'score.because.in_person_too_late': 'Persönlich {ago}; seitdem sind drei Rhythmen von {cadenceDays} Tagen vergangen.',
  'score.because.near_touchpoints':
    '{counted, plural, =0 {Nicht persönlich} one {Einmal persönlich} other {#-mal persönlich}} in den letzten {windowDays} Tagen, von {expected} erwarteten.',
  'score.because.no_key_partner_named': 'Benennen Sie, wer entscheidet.',
  'score.because.no_key_partner_expected_yet':
    '{named, plural, one {# Schlüsselperson, neu benannt} other {# Schlüsselpersonen, neu benannt}}: Vor Ablauf von {graceDays} Tagen muss niemand getroffen sein.',
  'score.because.key_partners_met':
    '{met} von {total} in den letzten {withinDays} Tagen persönlich getroffen{missing, select, none {} other {. Noch nicht: {missing}}}.',
};
