/** Sellers and the reading of their calendars. */
import type { Translation } from '../en.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  'settings.sellers': 'Vendedores y sus calendarios',
  'settings.sellers.sentence': 'Las reuniones con clientes se leen de los calendarios de estas personas y de nadie más.',
  'settings.sellers.none': 'Aún no hay ningún vendedor dado de alta.',
  'settings.accounts': '{count, plural, =0 {Aún no se importó ninguna cuenta} one {# cuenta} other {# cuentas}}',
  'settings.progress': '{read, number} de {total, number} calendarios leídos',
  'settings.events': '{count, plural, one {# evento leído} other {# eventos leídos}}',
  'settings.eventsShort': '{count, plural, one {# evento} other {# eventos}}',
  'settings.column.name': 'Vendedor',
  'settings.column.state': 'Calendario',
  'settings.column.events': 'Eventos leídos',
  'settings.column.meetings': 'Reuniones con clientes',

  'mailbox.waiting': 'En espera',
  'mailbox.reading': 'Leyéndose',
  'mailbox.read': 'Leído',
  'mailbox.out_of_scope': 'Fuera del grupo que se puede leer',
  'mailbox.no_mailbox': 'No tiene buzón',
  'mailbox.failed': 'No se pudo leer; se vuelve a intentar',

  'settings.sellers.each': '{count, plural, one {El vendedor} other {Cada uno de los # vendedores}}',
  'settings.cancel': 'Cancelar',
  'settings.instant': '{day}, {time}',
};
