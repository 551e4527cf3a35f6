/** The closed lists of an account: its score line by line, the rule behind its health word, reasons to pause. */
import type { Translation } from '../en.ts';
import type { accountWords as english } from '../en/account-words.ts';

export const accountWords: Translation<typeof english> = {
  'word.rule.on_track': 'La última reunión en persona fue hace {onTrackDays} días como mucho, tres cuartos de la cadencia.',
  'word.rule.due_soon':
    'La última reunión en persona fue hace más de {onTrackDays} días, tres cuartos de la cadencia, y {cadenceDays} como mucho.',
  'word.rule.new': 'La primera reunión fue hace {cadenceDays} días como mucho, una cadencia, y aún no se vio a nadie en persona.',
  'word.rule.not_enough_data': 'Su propietario se incorporó hace menos de {graceDays} días, y hay reuniones anteriores aún sin responder.',
  'word.rule.overdue': 'La última reunión en persona fue hace más de {cadenceDays} días, la cadencia.',
  'word.rule.completely_virtual': 'Hubo reuniones en los últimos {memoryDays} días, ninguna en persona.',
  'word.rule.no_contact': 'No hubo reuniones de ningún tipo en los últimos {memoryDays} días.',

  'pauseReason.contract_ending': 'El contrato termina',
  'pauseReason.dispute': 'Hay un conflicto',
  'pauseReason.customer_reorganising': 'El cliente se reorganiza',
  'pauseReason.no_travel': 'Sin viajes por ahora',
  'pauseReason.owner_absent': 'Su propietario está ausente',
  'pauseReason.handover': 'Se está traspasando',

  'score.recency': 'Última vez',
  'score.frequency': 'Frecuencia',
  'score.reach': 'Contactos clave vistos',
  'score.rule.recency':
    'Los {maxPoints} puntos hasta {cadenceDays} días después de la última reunión en persona, una cadencia; luego menos cada día, y ninguno pasados {zeroDays}.',
  'score.rule.frequency':
    'Los {maxPoints} puntos por {expected, plural, one {# reunión} other {# reuniones}} en persona en los últimos {windowDays} días; por menos, una parte. Las que distan menos de media cadencia cuentan una vez.',
  'score.rule.reach':
    'Una parte de {maxPoints} puntos: los contactos clave vistos en persona en los últimos {withinDays} días, de todos los nombrados. A quien se acaba de nombrar se le espera pasados {graceDays} días.',
  'score.because.never_in_person': 'Nunca en persona hasta ahora.',
  'score.because.in_person_within_cadence': 'En persona {ago}, dentro de la cadencia de {cadenceDays} días.',
  'score.because.in_person_late':
    'En persona {ago}, {lateDays, plural, one {# día} other {# días}} más tarde que la cadencia de {cadenceDays}.',
  'score.because.in_person_too_late': 'En persona {ago}; desde entonces pasaron tres cadencias de {cadenceDays} días.',
  'score.because.near_touchpoints':
    '{counted, plural, =0 {Ninguna vez en persona} one {Una vez en persona} other {# veces en persona}} en los últimos {windowDays} días, de {expected, plural, one {# esperada} other {# esperadas}}.',
  'score.because.no_key_partner_named': 'Nombra a quienes deciden.',
  'score.because.no_key_partner_expected_yet':
    '{named, plural, one {# contacto clave recién nombrado} other {# contactos clave recién nombrados}}: no hace falta ver a nadie antes de {graceDays} días.',
  'score.because.key_partners_met':
    '{met} de {total} en persona en los últimos {withinDays} días{missing, select, none {} other {. Aún no: {missing}}}.',
};
