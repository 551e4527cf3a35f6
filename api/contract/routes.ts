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
  setVisitorPolicy,
  splitAccount,
} from './accounts.ts';
import { accountRules, redriveMessages, setAccountRules, setUpTenant, status } from './admin.ts';
import { answerAsk, askInPerson, undoAsk } from './asks.ts';
import { contactLeft, nameKeyPartner, removeKeyPartner } from './key-partners.ts';
import { myData, myDataExport, myRecords } from './my-data.ts';
import { me } from './person.ts';
import { dropPlan, planVisit } from './plans.ts';
import { addMeeting, meetingOfItem, pendingMeetings, planMeeting, tagMeeting, tagMeetings, tagVersions, withdrawTag } from './tagging.ts';
import { taggingProgress } from './tagging-progress.ts';
import { team } from './team.ts';
import { answerWelcome, closeWelcome, welcome } from './welcome.ts';
import { withdrawTags } from './withdraw-tags.ts';

export const routes = {
  me,
  'pending-meetings': pendingMeetings,
  'tagging-progress': taggingProgress,
  'meeting-of-item': meetingOfItem,
  'tag-meeting': tagMeeting,
  'plan-meeting': planMeeting,
  'tag-meetings': tagMeetings,
  'withdraw-tag': withdrawTag,
  'withdraw-tags': withdrawTags,
  'tag-versions': tagVersions,
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
  'set-visitor-policy': setVisitorPolicy,
  'name-key-partner': nameKeyPartner,
  'remove-key-partner': removeKeyPartner,
  'contact-left': contactLeft,
  'ask-in-person': askInPerson,
  'answer-ask': answerAsk,
  'undo-ask': undoAsk,
  'plan-visit': planVisit,
  'drop-plan': dropPlan,
  status,
  'redrive-messages': redriveMessages,
  'my-data': myData,
  'my-records': myRecords,
  'my-data-export': myDataExport,
} as const;

export type RouteName = keyof typeof routes;
