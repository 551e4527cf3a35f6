/** How it stands with the calendars: what an admin should know, and what is done again. */
import type { Translation } from '../en.ts';
import type { calendars as english } from '../en/calendars.ts';

export const calendars: Translation<typeof english> = {
  'calendars.title': 'Estado de los calendarios',
  'calendars.sentence': 'Si los calendarios están al día, y qué espera algo de ti.',
  'calendars.well': 'Todo en orden.',
  'calendars.longestLag': 'La consulta más antigua de un calendario fue {when}.',
  'calendars.sinceWhen': 'Desde el {when}.',
  'calendars.directoryRead': 'Última comparación de vendedores y responsables con el directorio: {when}.',
  'calendars.requests':
    '{sent, plural, one {# solicitud} other {# solicitudes}} a Microsoft 365 en la última hora, {throttled, plural, =0 {ninguna frenada} one {# frenada} other {# frenadas}}.',
  'calendars.trouble.consent_refused':
    'Microsoft 365 rechaza a Firsthand por completo. Comprueba en Entra que sus permisos siguen concedidos; después la lectura continúa automáticamente.',
  'calendars.trouble.directory_refused':
    'Firsthand no puede leer el directorio, así que nadie entra ni sale y ningún responsable cambia. Concede de nuevo sus permisos de directorio.',
  'calendars.trouble.directory_gone':
    'El grupo o la unidad de los vendedores ya no existe, así que nadie entra ni sale. Configura Firsthand con otro grupo u otra unidad.',
  'calendars.trouble.directory_unreadable':
    'La respuesta del directorio no se pudo entender, así que nadie entra ni sale. Se vuelve a intentar cada hora.',
  'calendars.trouble.set_aside':
    '{count, plural, one {# tarea falló varias veces y te espera.} other {# tareas fallaron varias veces y te esperan.}}',
  'calendars.trouble.failed':
    '{count, plural, one {# calendario no se pudo leer. Se vuelve a intentar cada cuarto de hora.} other {# calendarios no se pudieron leer. Se vuelve a intentar cada cuarto de hora.}}',
  'calendars.trouble.late':
    '{count, plural, one {# calendario lleva sin consultarse más de lo habitual.} other {# calendarios llevan sin consultarse más de lo habitual.}}',
  'calendars.trouble.out_of_scope':
    '{count, plural, one {Firsthand no tiene acceso al calendario de # vendedor: Exchange no lo incluye en el ámbito de la aplicación.} other {Firsthand no tiene acceso a los calendarios de # vendedores: Exchange no los incluye en el ámbito de la aplicación.}}',
  'calendars.trouble.no_mailbox':
    '{count, plural, one {# vendedor no tiene buzón en Microsoft 365, o está en tus propios servidores.} other {# vendedores no tienen buzón en Microsoft 365, o está en tus propios servidores.}}',
  'calendars.trouble.not_told':
    '{count, plural, one {Microsoft 365 no avisa de los cambios de # calendario. Se consulta cada cuarto de hora.} other {Microsoft 365 no avisa de los cambios de # calendarios. Se consultan cada cuarto de hora.}}',
  'calendars.trouble.throttled':
    'Microsoft 365 pidió a Firsthand ir más despacio en el {count, number}\u00a0% de sus solicitudes de la última hora. La lectura tarda más y continúa automáticamente.',
  'calendars.setAside.read-mailbox':
    '{count, plural, one {# consulta de un calendario} other {# consultas de calendarios}}, desde el {when}',
  'calendars.setAside.keep-subscription':
    '{count, plural, one {# petición de aviso de cambios} other {# peticiones de aviso de cambios}}, desde el {when}',
  'calendars.setAside.read-directory':
    '{count, plural, one {# consulta del directorio} other {# consultas del directorio}}, desde el {when}',
  'calendars.redrive': 'Repetir',
  'calendars.redriving': 'Solicitándose',
  'calendars.redriven': '{redriven, plural, =0 {Ya no esperaba nada.} one {# se hace de nuevo.} other {# se hacen de nuevo.}}',
  'calendars.each': '{count, plural, one {El calendario} other {Cada uno de los # calendarios}}',
  'calendars.column.name': 'Vendedor',
  'calendars.column.lag': 'Última consulta',
  'calendars.column.difference': 'Corregido en la comparación diaria',
  'calendars.column.subscription': 'Aviso de cambios',
  'calendars.lag.never': 'Aún no',
  'calendars.lag.minutes': '{count, plural, =0 {hace menos de un minuto} one {hace # minuto} other {hace # minutos}}',
  'calendars.lag.hours': '{count, plural, one {hace # hora} other {hace # horas}}',
  'calendars.lag.days': '{count, plural, one {hace # día} other {hace # días}}',
  'calendars.difference': '{count, plural, =0 {Nada} one {# reunión} other {# reuniones}}',
  'calendars.difference.unknown': 'Aún sin comparar',
  'calendars.subscription.told': 'Sí, hasta el {when}',
  'calendars.subscription.refused': 'No, rechazado',
  'calendars.subscription.none': 'Aún no',
};
