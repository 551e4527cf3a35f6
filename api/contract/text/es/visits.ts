/** Inviting, asking and planning, wherever a seller is: after a tag, in a list, on an account's page. */
import type { Translation } from '../en.ts';
import type { visits as english } from '../en/visits.ts';

export const visits: Translation<typeof english> = {
  'visit.ask': '¿Invitar a {name} a un café?',
  'visit.plan': 'Planificar',
  'visit.asked': 'Ya invité',
  'visit.askedNow': 'Anotado: invitaste a {name}.',
  'visit.kept': 'Guardado en este dispositivo. Se envía automáticamente cuando haya conexión.',
  'visit.undo': 'Deshacer',
  'visit.next': 'Próxima visita: {day}, {when}',
  'visit.subject':
    '{place, select, coffee {Café con {account}} meal {Comida con {account}} entertainment {Velada con {account}} other {Visita: {account}}}',
  'visit.location':
    '{place, select, client_office {En su oficina} our_office {En nuestra oficina} meal {Restaurante cercano} coffee {Cafetería cercana} conference {Congreso} other {}}',
  'visit.about.ask': 'Tu invitación a {name}',
};
