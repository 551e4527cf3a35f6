/** The frame of the Teams tab. */
import type { Translation } from '../en.ts';
import type { tab as english } from '../en/tab.ts';

export const tab: Translation<typeof english> = {
  'nav.label': 'Seiten',
  'nav.to_tag': 'Offen',
  'nav.my_accounts': 'Meine Kunden',
  'nav.team': 'Team',
  'nav.settings': 'Einstellungen',
};
