/** What the tab says: the pane's texts, since the tab asks the same questions, and those of its own pages. */
import { accountRules } from './account-rules.ts';
import { accountWords } from './account-words.ts';
import { accounts } from './accounts.ts';
import { calendars } from './calendars.ts';
import { fileFaults } from './file-faults.ts';
import { accountImport } from './import.ts';
import { myData } from './my-data.ts';
import { myAccounts } from './my-accounts.ts';
import { paneFace } from './pane-face.ts';
import { putRight } from './put-right.ts';
import { settings } from './settings.ts';
import { tab } from './tab.ts';
import { team } from './team.ts';
import { toTag } from './to-tag.ts';
import { welcome } from './welcome.ts';

export const tabFace = {
  ...paneFace,
  ...tab,
  ...toTag,
  ...welcome,
  ...team,
  ...accountWords,
  ...accounts,
  ...myAccounts,
  ...settings,
  ...calendars,
  ...fileFaults,
  ...accountImport,
  ...accountRules,
  ...putRight,
  ...myData,
} as const;
