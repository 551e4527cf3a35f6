/** What My data says inside the pane, which loads it only when it is opened. */
import type { Translation } from '../en.ts';
import type { myDataFace as english } from '../en/my-data-face.ts';
import { myData } from './my-data.ts';
import { paneFace } from './pane-face.ts';
import { settings } from './settings.ts';

export const myDataFace: Translation<typeof english> = { ...paneFace, ...settings, ...myData };
