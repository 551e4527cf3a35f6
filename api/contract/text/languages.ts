/** The languages that the pages speak. */
import type { Catalogue } from './en.ts';

/** The first one stands in for every other. */
export const languages = ['en', 'de', 'es'] as const;
export type Language = (typeof languages)[number];

/** How a page fetches what it says, one chunk per language. A page has only the keys of its face. */
export type FaceTexts = Readonly<Record<Language, () => Promise<Partial<Catalogue>>>>;
