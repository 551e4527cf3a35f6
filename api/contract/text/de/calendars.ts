/** How it stands with the calendars: what an admin should know, and what is done again. */
import type { Translation } from '../en.ts';
import type { calendars as english } from '../en/calendars.ts';

export const calendars: Translation<typeof english> = {
  'calendars.title': 'Stand der Dinge',
  'calendars.sentence': 'Ob die Kalender auf dem neuesten Stand sind und was Sie tun müssen.',
  'calendars.well': 'Alles in Ordnung.',
  'calendars.longestLag': 'Der älteste Blick in einen Kalender war {when}.',
  'calendars.sinceWhen': 'Seit {when}.',
  'calendars.directoryRead': 'Vertrieb und Führungskräfte wurden zuletzt am {when} mit dem Verzeichnis verglichen.',
  'calendars.requests':
    '{sent, plural, one {# Anfrage} other {# Anfragen}} an Microsoft 365 in der letzten Stunde, {throttled, plural, =0 {keine davon gebremst} one {# davon gebremst} other {# davon gebremst}}.',
  'calendars.trouble.consent_refused':
    'Microsoft 365 weist Firsthand ganz ab. Prüfen Sie in Entra, ob die Berechtigungen noch erteilt sind; danach wird von selbst weitergelesen.',
  'calendars.trouble.directory_refused':
    'Firsthand darf das Verzeichnis nicht lesen. Deshalb kommt niemand hinzu, niemand geht, und Führungskräfte wechseln nicht. Erteilen Sie die Berechtigungen für das Verzeichnis neu.',
  'calendars.trouble.directory_gone':
    'Die Gruppe oder Einheit des Vertriebs gibt es nicht mehr. Deshalb kommt niemand hinzu, und niemand geht. Richten Sie Firsthand mit einer anderen ein.',
  'calendars.trouble.directory_unreadable':
    'Die Antwort des Verzeichnisses war nicht zu verstehen. Deshalb kommt niemand hinzu, und niemand geht. Es wird jede Stunde erneut versucht.',
  'calendars.trouble.set_aside':
    '{count, plural, one {# Aufgabe ist mehrmals fehlgeschlagen und wartet auf Sie.} other {# Aufgaben sind mehrmals fehlgeschlagen und warten auf Sie.}}',
  'calendars.trouble.failed':
    '{count, plural, one {# Kalender konnte nicht gelesen werden. Es wird jede Viertelstunde erneut versucht.} other {# Kalender konnten nicht gelesen werden. Es wird jede Viertelstunde erneut versucht.}}',
  'calendars.trouble.late':
    '{count, plural, one {# Kalender wurde länger als üblich nicht angesehen.} other {# Kalender wurden länger als üblich nicht angesehen.}}',
  'calendars.trouble.out_of_scope':
    '{count, plural, one {# Kalender ist für Firsthand nicht offen: In Exchange gehört er nicht zum Bereich der App.} other {# Kalender sind für Firsthand nicht offen: In Exchange gehören sie nicht zum Bereich der App.}}',
  'calendars.trouble.no_mailbox':
    '{count, plural, one {# Person hat kein Postfach in Microsoft 365, oder es liegt auf Ihren eigenen Servern.} other {# Personen haben kein Postfach in Microsoft 365, oder es liegt auf Ihren eigenen Servern.}}',
  'calendars.trouble.not_told':
    '{count, plural, one {Microsoft 365 meldet Änderungen von # Kalender nicht. Er wird stattdessen jede Viertelstunde angesehen.} other {Microsoft 365 meldet Änderungen von # Kalendern nicht. Sie werden stattdessen jede Viertelstunde angesehen.}}',
  'calendars.trouble.throttled':
    'Microsoft 365 hat Firsthand in der letzten Stunde bei {count, number} % der Anfragen gebremst. Das Lesen dauert länger und geht von selbst weiter.',
  'calendars.setAside.read-mailbox': '{count, plural, one {# Blick in einen Kalender} other {# Blicke in Kalender}}, seit {when}',
  'calendars.setAside.keep-subscription':
    '{count, plural, one {# Bitte um Meldung von Änderungen} other {# Bitten um Meldung von Änderungen}}, seit {when}',
  'calendars.setAside.read-directory': '{count, plural, one {# Blick ins Verzeichnis} other {# Blicke ins Verzeichnis}}, seit {when}',
  'calendars.redrive': 'Erneut ausführen',
  'calendars.redriving': 'Wird veranlasst',
  'calendars.redriven':
    '{redriven, plural, =0 {Es wartete nichts mehr.} one {# wird erneut ausgeführt.} other {# werden erneut ausgeführt.}}',
  'calendars.each': '{count, plural, one {Der Kalender} other {Jeder der # Kalender}}',
  'calendars.column.name': 'Person',
  'calendars.column.lag': 'Zuletzt angesehen',
  'calendars.column.difference': 'Beim täglichen Vergleich berichtigt',
  'calendars.column.subscription': 'Änderungen gemeldet',
  'calendars.lag.never': 'Noch nicht',
  'calendars.lag.minutes': '{count, plural, =0 {vor weniger als einer Minute} one {vor # Minute} other {vor # Minuten}}',
  'calendars.lag.hours': '{count, plural, one {vor # Stunde} other {vor # Stunden}}',
  'calendars.lag.days': '{count, plural, one {vor # Tag} other {vor # Tagen}}',
  'calendars.difference': '{count, plural, =0 {Nichts} one {# Besprechung} other {# Besprechungen}}',
  'calendars.difference.unknown': 'Noch nicht verglichen',
  'calendars.subscription.told': 'Ja, bis {when}',
  'calendars.subscription.refused': 'Nein, abgelehnt',
  'calendars.subscription.none': 'Noch nicht',
};
