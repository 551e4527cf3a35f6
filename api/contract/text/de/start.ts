/** The few words that are part of every page itself, for when its texts do not arrive. */
import type { Translation } from '../en.ts';
import type { start as english } from '../en/start.ts';

export const start: Translation<typeof english> = {
  'app.name': 'Firsthand',
  'app.loading': 'Wird geladen',
  'failure.start.title': 'Firsthand konnte nicht starten',
  'failure.start.sentence': 'Die Einstellungen oder das Programm darum haben nicht geantwortet. Laden Sie neu, um es erneut zu versuchen.',
  'failure.reload': 'Neu laden',
};
