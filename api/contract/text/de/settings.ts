/** Sellers and the reading of their calendars. */
import type { Translation } from '../en.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  'settings.sellers': 'Vertrieb und Kalender',
  'settings.sellers.sentence': 'Kundenbesprechungen werden aus den Kalendern dieser Personen gelesen und aus keinen anderen.',
  'settings.sellers.none': 'Aus dem Vertrieb ist noch niemand registriert.',
  'settings.accounts': '{count, plural, =0 {Noch kein Kunde importiert} one {# Kunde} other {# Kunden}}',
  'settings.progress': '{read, number} von {total, number} Kalendern gelesen',
  'settings.events': '{count, plural, one {# Termin gelesen} other {# Termine gelesen}}',
  'settings.eventsShort': '{count, plural, one {# Termin} other {# Termine}}',
  'settings.column.name': 'Person',
  'settings.column.state': 'Kalender',
  'settings.column.events': 'Gelesene Termine',
  'settings.column.meetings': 'Mit Kunden',

  'mailbox.waiting': 'Wartet',
  'mailbox.reading': 'Wird gelesen',
  'mailbox.read': 'Gelesen',
  'mailbox.out_of_scope': 'Nicht in der Gruppe, die gelesen werden darf',
  'mailbox.no_mailbox': 'Hat kein Postfach',
  'mailbox.failed': 'Konnte nicht gelesen werden; wird erneut versucht',

  'settings.sellers.each': '{count, plural, one {Die Person im Vertrieb} other {Jede der # Personen im Vertrieb}}',
  'settings.cancel': 'Abbrechen',
  'settings.instant': '{day}, {time}',
};
