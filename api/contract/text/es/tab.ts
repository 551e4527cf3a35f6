/** The frame of the Teams tab. */
import type { Translation } from '../en.ts';
import type { tab as english } from '../en/tab.ts';

export const tab: Translation<typeof english> = {
  'nav.label': 'Páginas',
  'nav.to_tag': 'Por responder',
  'nav.my_accounts': 'Mis cuentas',
  'nav.team': 'Equipo',
  'nav.settings': 'Configuración',
};
