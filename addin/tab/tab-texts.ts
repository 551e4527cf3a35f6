/** What the tab says, one chunk per language. */
import type { FaceTexts } from '../../api/contract/text/languages.ts';

export const tabTexts: FaceTexts = {
  en: async () => (await import('../../api/contract/text/en/tab-face.ts')).tabFace,
  de: async () => (await import('../../api/contract/text/de/tab-face.ts')).tabFace,
  es: async () => (await import('../../api/contract/text/es/tab-face.ts')).tabFace,
};
