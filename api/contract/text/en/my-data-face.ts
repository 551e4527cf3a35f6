/** What My data says inside the pane, which loads it only when it is opened. */
import { myData } from './my-data.ts';
import { paneFace } from './pane-face.ts';
import { settings } from './settings.ts';

export const myDataFace = { ...paneFace, ...settings, ...myData } as const;
