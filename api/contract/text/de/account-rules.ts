/** Cadences and partner domains. */
import type { Translation } from '../en.ts';
import type { accountRules as english } from '../en/account-rules.ts';

export const accountRules: Translation<typeof english> = {
  'rules.title': 'Regeln für Kunden',
  'rules.sentence': 'Wie oft ein Kunde persönlich getroffen werden soll, und wessen Besprechungen mit Partnern statt mit Kunden sind.',
  'rules.cadence': 'Rhythmus je Klasse',
  'rules.cadence.sentence':
    'Die Tage, innerhalb derer ein Kunde persönlich getroffen werden soll, {minDays, number} bis {maxDays, number}. Ein längerer Rhythmus gilt sofort; ein kürzerer gilt in {noticeDays, number} Tagen, damit niemand über Nacht zu spät ist.',
  'rules.tier': 'Klasse {tier}',
  'rules.days': 'Tage',
  'rules.cadence.wrong': '{minDays, number} bis {maxDays, number}',
  'rules.cadence.shorter':
    '{count, plural, one {Klasse {tiers} ist kürzer als jetzt: Das gilt in {noticeDays, number} Tagen.} other {Die Klassen {tiers} sind kürzer als jetzt: Das gilt in {noticeDays, number} Tagen.}}',
  'rules.partners': 'Domänen von Partnern',
  'rules.partners.label': 'Domänen von Firmen, mit denen Sie zusammenarbeiten',
  'rules.partners.hint':
    'Eine pro Zeile, zum Beispiel partner.com. Dort zählt niemand als Kunde. Bei einer Änderung werden die Kalender neu gelesen.',
  'rules.partners.wrong': '„{domain}“ ist keine Internetdomäne. Nichts wurde gespeichert.',
  'rules.save': 'Regeln speichern',
  'rules.saving': 'Wird gespeichert',
  'rules.saved': 'Die Regeln sind gespeichert.',
};
