/** The team’s page. */
import type { Translation } from '../en.ts';
import type { team as english } from '../en/team.ts';

export const team: Translation<typeof english> = {
  'team.title': 'Equipo',
  'team.headline':
    'Cuentas principales (80\u00a0% de los ingresos): {onCadence} de {accounts} dentro de la cadencia{share, select, none {} other {, {share} de sus ingresos}}.',
  'team.headline.virtual':
    '{count, plural, =0 {Ninguna totalmente virtual} one {# totalmente virtual, {revenue} al año} other {# totalmente virtuales, {revenue} al año}}.',
  'team.headline.overdue':
    '{count, plural, =0 {Ninguna atrasada sin visita planificada} one {Atrasada y sin visita planificada: # cuenta, {revenue}} other {Atrasadas y sin visita planificada: # cuentas, {revenue}}}.',
  'team.headline.keyPartners':
    '{count, plural, =0 {Todos los contactos clave vistos en persona} one {# contacto clave nunca visto en persona} other {# contactos clave nunca vistos en persona}}.',
  'team.headline.paused': '{count, number} en pausa',
  'team.headline.coverage': 'Cobertura: {share}, sin contar las nuevas ni las que están en pausa.',
  'team.headline.outside':
    '{count, plural, one {# cuenta principal queda fuera de estas cifras: su propietario no tiene alta, o su calendario aún no se ha leído} other {# cuentas principales quedan fuera de estas cifras: sus propietarios no tienen alta, o sus calendarios aún no se han leído}}.',
  'team.headline.none': 'Ninguna cuenta aporta ingresos aún. Importa los ingresos para ver qué cuentas importan más.',
  'team.headline.nobody':
    'Ninguna de las cuentas principales se puede contar aún: sus propietarios no tienen alta, o sus calendarios no se han leído.',
  'team.reading': '{read, number} de {total, number} calendarios leídos. Las cifras están incompletas hasta que se lean todos.',
  'team.empty.title':
    '{count, plural, one {Falta un paso para que esta página muestre algo} other {Faltan # pasos para que esta página muestre algo}}',
  'team.empty.accounts': 'Importa las cuentas, con ingresos y propietarios.',
  'team.empty.sellers': 'Indica el grupo de vendedores; sus responsables vienen del directorio.',
  'team.empty.calendars': 'Permite que Firsthand lea los calendarios de los vendedores.',
  'team.empty.done': 'hecho',
  'team.empty.open': 'pendiente',
  'team.empty.hint': 'Tu administrador puede hacer lo que falta.',
  'team.search': 'Buscar cuenta o propietario',
  'team.words': 'Estado',
  'team.words.all': 'Todos',
  'team.sortBy': 'Ordenar por',
  'team.shown': '{shown, number} de {total, number} cuentas',
  'team.noMatch.title': 'Ninguna cuenta coincide',
  'team.noMatch.sentence': 'Prueba otro estado o una búsqueda más corta.',
  'team.noMatch.action': 'Mostrar todas las cuentas',
  'team.table': 'Cuentas de tu equipo',
  'team.column.account': 'Cuenta',
  'team.column.word': 'Estado',
  'team.column.strip': 'Últimos 12 meses',
  'team.column.lastNear': 'Última vez en persona',
  'team.column.keyPartners': 'Contactos clave vistos',
  'team.column.revenue': 'Ingresos',
  'team.column.owner': 'Propietario',
  'team.column.next': 'Próxima visita',
  'team.never': 'nunca',
  'team.keyPartners': '{met, number}\u00a0de\u00a0{total, number}',
  'team.keyPartners.none': 'ninguno nombrado',
  'team.noOwner': 'sin propietario',
  'team.owner.unread': '{name} (calendario aún sin leer)',
  'team.owner.not_enrolled': '{name} (sin alta)',
  'team.next.none': 'ninguna',

  'paused.until': 'En pausa hasta el {day}',
};
