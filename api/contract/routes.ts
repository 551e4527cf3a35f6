/** Every route of the API, by name. The server refuses to compile while one has no handler. */
import { importAccounts, setUpTenant, status } from './admin.ts';
import { me } from './person.ts';
import { meetingOfItem, pendingMeetings, tagMeeting } from './tagging.ts';
import { team } from './team.ts';

export const routes = {
  me,
  'pending-meetings': pendingMeetings,
  'meeting-of-item': meetingOfItem,
  'tag-meeting': tagMeeting,
  team,
  'set-up-tenant': setUpTenant,
  'import-accounts': importAccounts,
  status,
} as const;

export type RouteName = keyof typeof routes;
