/** The few words for when a page itself cannot start. */
import type { Translation } from '../en.ts';
import type { start as english } from '../en/start.ts';

export const start: Translation<typeof english> = {
  'app.name': 'Firsthand',
  'app.loading': 'Cargando',
  'failure.start.title': 'Firsthand no pudo iniciarse',
  'failure.start.sentence': 'Su configuración o el programa que lo contiene no respondió. Vuelve a cargar para intentarlo otra vez.',
  'failure.reload': 'Volver a cargar',
};
