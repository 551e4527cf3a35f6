/** What My data says in the pane, one chunk per language, loaded when it is opened. */
import type { FaceTexts } from '../../api/contract/text/languages.ts';

export const myDataTexts: FaceTexts = {
  en: async () => (await import('../../api/contract/text/en/my-data-face.ts')).myDataFace,
  de: async () => (await import('../../api/contract/text/de/my-data-face.ts')).myDataFace,
  es: async () => (await import('../../api/contract/text/es/my-data-face.ts')).myDataFace,
};
