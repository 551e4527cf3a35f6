/** Every route of the API, by name. The server refuses to compile while one has no handler. */
import { importAccounts, lastImport, previewImport, undoImport } from './account-import.ts';
import {
  account,
  accountContacts,
  accountMeetings,
  chooseAccount,
  listAccounts,
  mergeAccount,
  myAccounts,
  pauseAccount,
  resumeAccount,
  splitAccount,
} from './accounts.ts';
import { accountRules, setAccountRules, setUpTenant, status } from './admin.ts';
import { me } from './person.ts';
import { addMeeting, meetingOfItem, pendingMeetings, tagMeeting, tagMeetings } from './tagging.ts';
import { team } from './team.ts';
import { answerWelcome, closeWelcome, welcome } from './welcome.ts';

export const routes = {
  me,
  'pending-meetings': pendingMeetings,
  'meeting-of-item': meetingOfItem,
  'tag-meeting': tagMeeting,
  'tag-meetings': tagMeetings,
  'add-meeting': addMeeting,
  welcome,
  'answer-welcome': answerWelcome,
  'close-welcome': closeWelcome,
  team,
  'set-up-tenant': setUpTenant,
  'account-rules': accountRules,
  'set-account-rules': setAccountRules,
  'preview-import': previewImport,
  'import-accounts': importAccounts,
  'last-import': lastImport,
  'undo-import': undoImport,
  'my-accounts': myAccounts,
  'list-accounts': listAccounts,
  account,
  'account-contacts': accountContacts,
  'account-meetings': accountMeetings,
  'pause-account': pauseAccount,
  'resume-account': resumeAccount,
  'merge-account': mergeAccount,
  'split-account': splitAccount,
  'choose-account': chooseAccount,
  status,
} as const;

export type RouteName = keyof typeof routes;
