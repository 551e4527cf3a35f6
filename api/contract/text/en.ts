/**
 * Every sentence of the add-in, in English, as ICU messages. The sentences stand in en/, one file per feature; a new file belongs to the
 * pane's face or to the tab's. Other languages have the same keys; a missing one does not compile.
 */
import { tabFace } from './en/tab-face.ts';

export const en = tabFace;

/** The keys that exist; a component that asks for another does not compile. */
export type TextKey = keyof typeof tabFace;

/** What another language has to bring. */
export type Catalogue = Readonly<Record<TextKey, string>>;

/** One file of another language, from the type of the English one: a missing or a surplus key does not compile. */
export type Translation<English> = Readonly<Record<keyof English, string>>;
