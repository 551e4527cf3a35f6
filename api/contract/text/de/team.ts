/** The team’s page. */
import type { Translation } from '../en.ts';
import type { team as english } from '../en/team.ts';

export const team: Translation<typeof english> = {
  'team.title': 'Team',
  'team.headline':
    'Wichtigste Kunden (80 % des Umsatzes): {onCadence} von {accounts} im Rhythmus{share, select, none {} other {, {share} ihres Umsatzes}}.',
  'team.headline.virtual':
    '{count, plural, =0 {Keiner rein virtuell} one {# rein virtuell, {revenue} im Jahr} other {# rein virtuell, {revenue} im Jahr}}.',
  'team.headline.overdue':
    '{count, plural, =0 {Keiner überfällig ohne geplanten Besuch} one {Überfällig ohne geplanten Besuch: # Kunde, Umsatz {revenue}} other {Überfällig ohne geplanten Besuch: # Kunden, Umsatz {revenue}}}.',
  'team.headline.keyPartners':
    '{count, plural, =0 {Alle Schlüsselpersonen wurden persönlich getroffen} one {# Schlüsselperson nie persönlich getroffen} other {# Schlüsselpersonen nie persönlich getroffen}}.',
  'team.headline.paused': '{count, number} pausiert',
  'team.headline.coverage': 'Abdeckung {share}, ohne neue und pausierte.',
  'team.headline.outside':
    '{count, plural, one {# wichtiger Kunde steht außerhalb dieser Zahlen: Die zuständige Person ist nicht registriert, oder der Kalender ist noch nicht gelesen} other {# wichtige Kunden stehen außerhalb dieser Zahlen: Die zuständigen Personen sind nicht registriert, oder die Kalender sind noch nicht gelesen}}.',
  'team.headline.none': 'Noch bringt kein Kunde Umsatz. Importieren Sie Umsätze, um zu sehen, welche Kunden am wichtigsten sind.',
  'team.headline.nobody':
    'Von den wichtigsten Kunden kann noch keiner gezählt werden: Die zuständigen Personen sind nicht registriert, oder die Kalender sind nicht gelesen.',
  'team.reading': '{read, number} von {total, number} Kalendern gelesen. Bis alle gelesen sind, sind die Zahlen unvollständig.',
  'team.empty.title': '{count, plural, one {Ein Schritt, bis diese Seite etwas zeigt} other {# Schritte, bis diese Seite etwas zeigt}}',
  'team.empty.accounts': 'Importieren Sie die Kunden, mit Umsatz und Zuständigen.',
  'team.empty.sellers': 'Benennen Sie die Vertriebsgruppe; die Führungskräfte kommen aus dem Verzeichnis.',
  'team.empty.calendars': 'Lassen Sie Firsthand die Kalender des Vertriebs lesen.',
  'team.empty.done': 'erledigt',
  'team.empty.open': 'noch zu tun',
  'team.empty.hint': 'Was fehlt, kann Ihre Administration erledigen.',
  'team.search': 'Kunde oder Zuständige suchen',
  'team.words': 'Stand',
  'team.words.all': 'Alle',
  'team.sortBy': 'Sortieren nach',
  'team.shown': '{shown, number} von {total, number} Kunden',
  'team.noMatch.title': 'Kein Kunde passt',
  'team.noMatch.sentence': 'Versuchen Sie ein anderes Wort oder eine kürzere Suche.',
  'team.noMatch.action': 'Alle Kunden zeigen',
  'team.table': 'Kunden Ihres Teams',
  'team.column.account': 'Kunde',
  'team.column.word': 'Stand',
  'team.column.strip': 'Letzte 12 Monate',
  'team.column.lastNear': 'Zuletzt persönlich',
  // With a place to break, and its figures without one: on a narrow card they stand beside the revenue.
  'team.column.keyPartners': 'Schlüssel\u00ADpersonen',
  'team.column.revenue': 'Umsatz',
  'team.column.owner': 'Zuständig',
  'team.column.next': 'Nächster Besuch',
  'team.never': 'nie',
  'team.keyPartners': '{met, number}\u00A0von\u00A0{total, number}',
  'team.keyPartners.none': 'keine benannt',
  'team.noOwner': 'niemand',
  'team.owner.unread': '{name} (Kalender noch nicht gelesen)',
  'team.owner.not_enrolled': '{name} (nicht registriert)',
  'team.next.none': 'keiner',

  'paused.until': 'Pausiert bis {day}',
};
