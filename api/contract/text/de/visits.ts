/** Inviting, asking and planning, wherever a seller is: after a tag, in a list, on an account's page. */
import type { Translation } from '../en.ts';
import type { visits as english } from '../en/visits.ts';

export const visits: Translation<typeof english> = {
  'visit.ask': '{name} auf einen Kaffee einladen?',
  'visit.plan': 'Planen',
  'visit.asked': 'Habe gefragt',
  'visit.askedNow': 'Notiert: Sie haben {name} gefragt.',
  'visit.kept': 'Auf diesem Gerät aufbewahrt. Wird von selbst gesendet, sobald es eine Verbindung gibt.',
  'visit.undo': 'Rückgängig',
  'visit.next': 'Nächster Besuch: {day}, {when}',
  'visit.subject':
    '{place, select, coffee {Kaffee mit {account}} meal {Mittagessen mit {account}} entertainment {Abend mit {account}} other {Besuch: {account}}}',
  'visit.location':
    '{place, select, client_office {Beim Kunden} our_office {Bei uns} meal {Restaurant in der Nähe} coffee {Café in der Nähe} conference {Konferenz} other {}}',
  'visit.about.ask': 'Dass Sie {name} gefragt haben',
};
