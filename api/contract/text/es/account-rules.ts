/** Cadences and partner domains. */
import type { Translation } from '../en.ts';
import type { accountRules as english } from '../en/account-rules.ts';

export const accountRules: Translation<typeof english> = {
  'rules.title': 'Reglas de las cuentas',
  'rules.sentence': 'Cada cuánto hay que ver a una cuenta en persona, y qué reuniones son con socios y no con clientes.',
  'rules.cadence': 'Cadencia por nivel',
  'rules.cadence.sentence':
    'Los días en que hay que ver a una cuenta en persona, de {minDays, number} a {maxDays, number}. Una cadencia más larga vale enseguida; una más corta, a los {noticeDays, number} días, para que nadie se retrase de un día para otro.',
  'rules.tier': 'Nivel {tier}',
  'rules.days': 'días',
  'rules.cadence.wrong': 'De {minDays, number} a {maxDays, number}',
  'rules.cadence.shorter':
    '{count, plural, one {El nivel {tiers} es más corto que ahora: valdrá dentro de {noticeDays, number} días.} other {Los niveles {tiers} son más cortos que ahora: valdrán dentro de {noticeDays, number} días.}}',
  'rules.partners': 'Dominios de socios',
  'rules.partners.label': 'Dominios de empresas con las que trabajas',
  'rules.partners.hint':
    'Uno por línea, como partner.com. Nadie de ahí cuenta como cliente. Si esto cambia, los calendarios se leen otra vez.',
  'rules.partners.wrong': '“{domain}” no es un dominio de internet. No se guardó nada.',
  'rules.save': 'Guardar reglas',
  'rules.saving': 'Guardando',
  'rules.saved': 'Las reglas están guardadas.',
};
