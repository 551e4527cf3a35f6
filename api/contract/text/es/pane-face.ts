/** What the pane says: each of these is loaded before its first paint, so texts that only the tab shows belong to the tab's face. */
import type { Translation } from '../en.ts';
import type { paneFace as english } from '../en/pane-face.ts';
import { app } from './app.ts';
import { byHand } from './by-hand.ts';
import { pane } from './pane.ts';
import { problems } from './problems.ts';
import { reasons } from './reasons.ts';
import { start } from './start.ts';
import { tagging } from './tagging.ts';
import { visits } from './visits.ts';
import { words } from './words.ts';

export const paneFace: Translation<typeof english> = {
  ...start,
  ...app,
  ...problems,
  ...words,
  ...reasons,
  ...tagging,
  ...pane,
  ...byHand,
  ...visits,
};
