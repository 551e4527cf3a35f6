/** What the pane says, one chunk per language. */
import type { FaceTexts } from '../../api/contract/text/languages.ts';

export const paneTexts: FaceTexts = {
  en: async () => (await import('../../api/contract/text/en/pane-face.ts')).paneFace,
  de: async () => (await import('../../api/contract/text/de/pane-face.ts')).paneFace,
  es: async () => (await import('../../api/contract/text/es/pane-face.ts')).paneFace,
};
