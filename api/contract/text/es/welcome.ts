/** The questions at enrolment. */
import type { Translation } from '../en.ts';
import type { welcome as english } from '../en/welcome.ts';

export const welcome: Translation<typeof english> = {
  'welcome.title': '¿Cuándo viste a tus clientes por última vez?',
  'welcome.sentence': 'Se trata del tiempo anterior a tu alta: una pregunta por cuenta. Puedes dejarlo cuando quieras y seguir más tarde.',
  'welcome.notice':
    '{count, plural, =0 {Se pueden confirmar algunas reuniones anteriores a tu alta.} one {Una pregunta breve sobre una cuenta, del tiempo anterior a tu alta.} other {# preguntas breves, una por cuenta, sobre el tiempo anterior a tu alta.}}',
  'welcome.notice.action': 'Responder',
  'welcome.reading.title': 'Tu calendario se está leyendo',
  'welcome.reading.sentence': 'En cuanto termine, las preguntas aparecen aquí. No hace falta volver a cargar nada.',
  'welcome.none.title': 'Nada que preguntar',
  'welcome.none.sentence': 'No queda nada abierto del tiempo anterior a tu alta.',
  'welcome.progress': '{answered, number} de {total, plural, one {# cuenta} other {# cuentas}}',
  'welcome.sure.title': 'Lo que tu calendario dice con claridad',
  'welcome.sure.sentence':
    '{kinds}. Un clic responde {count, plural, one {esta reunión} other {estas # reuniones}}; cada respuesta se puede cambiar después.',
  'welcome.sure.kind.in_person': '{count, number} en persona',
  'welcome.sure.kind.hybrid': '{count, plural, one {# híbrida} other {# híbridas}}',
  'welcome.sure.kind.virtual': '{count, plural, one {# virtual} other {# virtuales}}',
  'welcome.sure.kind.phone': '{count, number} por teléfono',
  'welcome.sure.confirm': 'Confirmar {count, plural, one {la segura} other {las # seguras}}',
  'welcome.sure.running': '{done, number} de {total, number} confirmadas',
  'welcome.sure.done': 'Confirmado: {kinds}.',
  'welcome.sure.gained':
    '{gained, plural, =0 {Ninguna cuenta cambió de estado por ello.} one {Una cuenta más está dentro de la cadencia.} other {# cuentas más están dentro de la cadencia.}}',
  'welcome.sure.refused': '{count, plural, one {Una no se confirmó} other {# no se confirmaron}}: {reason}',
  'welcome.sure.stopped': 'No se pudieron confirmar todas. Lo confirmado queda; el resto sigue aquí.',
  'welcome.question': '¿Cuándo viste a {account} en persona por última vez?',
  'welcome.candidates': '{count, plural, =0 {En tu calendario no hay ninguna reunión que parezca una visita.} other {De tu calendario:}}',
  'welcome.candidate.when': '{day}, {ago}',
  'welcome.notInTheLastYear': 'No en el último año',
  'welcome.skip': 'Omitir',
  'welcome.anotherDay': 'Otro día',
  'welcome.keys':
    '{candidates, plural, =0 {Teclas: N no en el último año, S omitir.} one {Teclas: 1 elige la reunión, N no en el último año, S omitir.} other {Teclas: 1 a # eligen una reunión, N no en el último año, S omitir.}}',
  'welcome.who': '¿Quién estuvo?',
  'welcome.who.sentence': 'Nadie de {account} había aceptado la invitación. Elige quién vino, para que cuente.',
  'welcome.who.save': 'Guardar',
  'welcome.who.none': 'Nadie de la lista',
  'welcome.done.title': 'Todo listo',
  'welcome.done.onCadence':
    'Dentro de la cadencia: {onCadence, number} de tus {total, plural, one {# cuenta} other {# cuentas}}{gained, plural, =0 {} other {, # más que antes}}.',
  'welcome.done.thanks': 'Desde ahora se te pregunta después de cada reunión, no por el pasado.',
  'welcome.later': 'Más tarde',
  'welcome.toTag': 'Ir a las reuniones por responder',
  'welcome.close': 'No volver a preguntar',
  'welcome.closed.title': 'No se te volverá a preguntar',
  'welcome.closed.sentence': 'Lo que respondiste queda. Las reuniones de ese tiempo aún se pueden responder desde el calendario.',
};
