/** The names of the closed lists that pages show: health words, answers, marks. */
import type { Translation } from '../en.ts';
import type { words as english } from '../en/words.ts';

export const words: Translation<typeof english> = {
  'word.on_track': 'Auf Kurs',
  'word.due_soon': 'Bald fällig',
  'word.new': 'Neu',
  'word.not_enough_data': 'Zu wenig Daten',
  'word.overdue': 'Überfällig',
  'word.completely_virtual': 'Rein virtuell',
  'word.no_contact': 'Kein Kontakt',

  'wordMeans.on_track': 'Persönlich getroffen, deutlich innerhalb des Rhythmus.',
  'wordMeans.due_soon': 'Persönlich getroffen innerhalb des Rhythmus, in seinem letzten Viertel.',
  'wordMeans.new': 'Seit weniger als einem Rhythmus bekannt, noch nicht persönlich getroffen.',
  'wordMeans.not_enough_data': 'Die zuständige Person ist erst seit Kurzem dabei, und frühere Besprechungen sind noch nicht beantwortet.',
  'wordMeans.overdue': 'Das letzte persönliche Treffen liegt länger zurück als der Rhythmus.',
  'wordMeans.completely_virtual': 'Seit einem Jahr oder länger nicht persönlich getroffen, nur per Video oder Telefon.',
  'wordMeans.no_contact': 'Seit einem Jahr keine Besprechung irgendeiner Art.',

  'modality.in_person': 'Persönlich',
  'modality.hybrid': 'Hybrid',
  'modality.virtual': 'Virtuell',
  'modality.phone': 'Telefon',

  'outcome.held': 'Fand statt',
  'outcome.no_show': 'Niemand vom Kunden kam',
  'outcome.cancelled': 'Wurde abgesagt',
  'outcome.rescheduled': 'Wurde verschoben',

  'place.client_office': 'Beim Kunden',
  'place.our_office': 'Bei uns',
  'place.meal': 'Essen',
  'place.coffee': 'Kaffee',
  'place.entertainment': 'Veranstaltung',
  'place.leisure': 'Freizeit',
  'place.conference': 'Konferenz',
  'place.other_offsite': 'Anderswo',

  'engagement.engaged': 'Beteiligt',
  'engagement.camera_off': 'Kamera aus',
  'engagement.disengaged': 'Unbeteiligt',
  'engagement.not_noticed': 'Nicht bemerkt',

  'mark.in_person': 'Persönlich',
  'mark.hybrid': 'Hybrid',
  'mark.virtual': 'Virtuell',
  'mark.phone': 'Telefon',
  'mark.untagged': 'Noch nicht beantwortet',
  'mark.not_held': 'Fand nicht statt',

  'visitors.welcome': 'Willkommen',
  'visitors.by_exception': 'Ausnahmsweise',
  'visitors.forbidden': 'Nicht erlaubt',
  'visitors.unknown': 'Nicht bekannt',
};
