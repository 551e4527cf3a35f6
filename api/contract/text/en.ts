/**
 * Every sentence of the add-in, in English, as ICU messages. The sentences stand in en/, one file per feature; a new file belongs to the
 * pane's face or to the tab's. Other languages have the same keys; a missing one does not compile.
 */
import type { paneFace } from './en/pane-face.ts';
import { tabFace } from './en/tab-face.ts';

export const en = tabFace;

/** The keys that exist; a component that asks for another does not compile. */
export type TextKey = keyof typeof tabFace;

/** The keys that the pane has loaded. */
export type PaneTextKey = keyof typeof paneFace;

/** What another language has to bring. */
export type Catalogue = Readonly<Record<TextKey, string>>;
