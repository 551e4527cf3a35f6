/** The names of the closed lists that pages show: health words, answers, marks. */
import type { Translation } from '../en.ts';
import type { words as english } from '../en/words.ts';

export const words: Translation<typeof english> = {
  'word.on_track': 'Al día',
  'word.due_soon': 'Vence pronto',
  'word.new': 'Nueva',
  'word.not_enough_data': 'Faltan datos',
  'word.overdue': 'Atrasada',
  'word.completely_virtual': 'Totalmente virtual',
  'word.no_contact': 'Sin contacto',

  'wordMeans.on_track': 'Vista en persona con holgura dentro de la cadencia.',
  'wordMeans.due_soon': 'Vista en persona dentro de la cadencia, en su último cuarto.',
  'wordMeans.new': 'Conocida desde hace menos de una cadencia, aún no vista en persona.',
  'wordMeans.not_enough_data': 'Su propietario se incorporó hace poco y hay reuniones anteriores aún sin responder.',
  'wordMeans.overdue': 'Vista en persona por última vez hace más tiempo que la cadencia.',
  'wordMeans.completely_virtual': 'No vista en persona desde hace un año o más, solo en llamadas.',
  'wordMeans.no_contact': 'Ninguna reunión de ningún tipo desde hace un año.',

  'modality.in_person': 'En persona',
  'modality.hybrid': 'Híbrida',
  'modality.virtual': 'Virtual',
  'modality.phone': 'Teléfono',

  'outcome.held': 'Se celebró',
  'outcome.no_show': 'No vinieron',
  'outcome.cancelled': 'Se canceló',
  'outcome.rescheduled': 'Se reprogramó',

  'place.client_office': 'Su oficina',
  'place.our_office': 'Nuestra oficina',
  'place.meal': 'Comida',
  'place.coffee': 'Café',
  'place.entertainment': 'Espectáculo',
  'place.leisure': 'Ocio',
  'place.conference': 'Congreso',
  'place.other_offsite': 'Otro',

  'engagement.engaged': 'Con interés',
  'engagement.camera_off': 'Cámara apagada',
  'engagement.disengaged': 'Poco interés',
  'engagement.not_noticed': 'No lo noté',

  'mark.in_person': 'En persona',
  'mark.hybrid': 'Híbrida',
  'mark.virtual': 'Virtual',
  'mark.phone': 'Teléfono',
  'mark.untagged': 'Aún sin responder',
  'mark.not_held': 'No se celebró',

  'visitors.welcome': 'Bienvenidas',
  'visitors.by_exception': 'Por excepción',
  'visitors.forbidden': 'No permitidas',
  'visitors.unknown': 'No se sabe',
};
