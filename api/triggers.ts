/** Every route, queue and timer as data. main.ts registers the list with the Functions runtime; the local host mounts the same. */
import { workerQueues } from './contract/admin.ts';
import { type RouteName, routes } from './contract/routes.ts';
import { account } from './features/accounts/account.ts';
import { accountContacts } from './features/accounts/account-contacts.ts';
import { accountMeetings } from './features/accounts/account-meetings.ts';
import { accountRules } from './features/accounts/account-rules.ts';
import { answerAsk } from './features/accounts/answer-ask.ts';
import { askInPerson } from './features/accounts/ask-in-person.ts';
import { chooseAccount } from './features/accounts/choose-account.ts';
import { contactLeft } from './features/accounts/contact-left.ts';
import { dropPlan } from './features/accounts/drop-plan.ts';
import { importAccounts } from './features/accounts/import-accounts.ts';
import { lastImport } from './features/accounts/last-import.ts';
import { listAccounts } from './features/accounts/list-accounts.ts';
import { mergeAccount } from './features/accounts/merge-account.ts';
import { myAccounts } from './features/accounts/my-accounts.ts';
import { nameKeyPartner } from './features/accounts/name-key-partner.ts';
import { pauseAccount } from './features/accounts/pause-account.ts';
import { planVisit } from './features/accounts/plan-visit.ts';
import { previewImport } from './features/accounts/preview-import.ts';
import { removeKeyPartner } from './features/accounts/remove-key-partner.ts';
import { resumeAccount } from './features/accounts/resume-account.ts';
import { setAccountRules } from './features/accounts/set-account-rules.ts';
import { setVisitorPolicy } from './features/accounts/set-visitor-policy.ts';
import { splitAccount } from './features/accounts/split-account.ts';
import { undoAsk } from './features/accounts/undo-ask.ts';
import { undoImport } from './features/accounts/undo-import.ts';
import { callerRoles } from './features/admin/caller-roles.ts';
import { followDirectory } from './features/admin/follow-directory.ts';
import { me } from './features/admin/me.ts';
import { redriveMessages } from './features/admin/redrive-messages.ts';
import { directoryQueue, ReadDirectoryMessage, requestDirectoryReads } from './features/admin/request-directory-reads.ts';
import { setUpTenant } from './features/admin/set-up-tenant.ts';
import { status } from './features/admin/status.ts';
import { refreshDueHealth } from './features/health/refresh-due-health.ts';
import { team } from './features/health/team.ts';
import { myData } from './features/people/my-data.ts';
import { myDataExport } from './features/people/my-data-export.ts';
import { myRecords } from './features/people/my-records.ts';
import { keepSubscription } from './features/sync/keep-subscription.ts';
import { keepSubscriptions } from './features/sync/keep-subscriptions.ts';
import { KeepSubscriptionMessage, queueNames, ReadMailboxMessage } from './features/sync/messages.ts';
import { readMailbox } from './features/sync/read-mailbox.ts';
import { requestMailboxReads } from './features/sync/request-mailbox-reads.ts';
import { addMeeting } from './features/tagging/add-meeting.ts';
import { answerWelcome } from './features/tagging/answer-welcome.ts';
import { closeWelcome } from './features/tagging/close-welcome.ts';
import { meetingOfItem } from './features/tagging/meeting-of-item.ts';
import { pendingMeetings } from './features/tagging/pending-meetings.ts';
import { planMeeting } from './features/tagging/plan-meeting.ts';
import { tagMeeting } from './features/tagging/tag-meeting.ts';
import { tagMeetings } from './features/tagging/tag-meetings.ts';
import { tagVersions } from './features/tagging/tag-versions.ts';
import { taggingProgress } from './features/tagging/tagging-progress.ts';
import { welcome } from './features/tagging/welcome.ts';
import { withdrawTag } from './features/tagging/withdraw-tag.ts';
import { withdrawTags } from './features/tagging/withdraw-tags.ts';
import type { VerifiedUser } from './platform/identity/verify-token.ts';
import { purgeKeys } from './platform/trigger/carry-out-once.ts';
import type { Background, Handler } from './platform/trigger/handler.ts';
import { httpTrigger, type HttpTrigger } from './platform/trigger/http.ts';
import { type Dependencies, live, ready } from './platform/trigger/probes.ts';
import { queueTrigger, type QueueTrigger } from './platform/trigger/queue.ts';
import { poisonQueueOf, setAsideTrigger } from './platform/trigger/set-aside.ts';
import { webhookTrigger } from './platform/trigger/webhook.ts';
import { notificationPaths, type Parts } from './parts.ts';

const handlers = {
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
} satisfies { readonly [Name in RouteName]: Handler<(typeof routes)[Name]> };

export interface RouteTrigger {
  readonly kind: 'http';
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the route prefix of host.json, with {placeholders}. */
  readonly path: string;
  readonly handler: HttpTrigger;
}

export interface QueueFunction {
  readonly kind: 'queue';
  readonly name: string;
  readonly queueName: string;
  readonly handler: QueueTrigger;
}

export interface TimerFunction {
  readonly kind: 'timer';
  readonly name: string;
  /** NCRONTAB with seconds, UTC. */
  readonly schedule: string;
  readonly handler: () => Promise<void>;
}

export type Trigger = RouteTrigger | QueueFunction | TimerFunction;

/** `parts` is asked for at each call, so that registering needs no settings. */
export function triggers(parts: () => Parts): readonly Trigger[] {
  const background = (): Background => parts().background;
  return [
    { kind: 'http', name: 'live', method: 'GET', path: 'live', handler: live },
    { kind: 'http', name: 'ready', method: 'GET', path: 'ready', handler: ready(() => dependenciesOf(parts())) },
    ...(Object.keys(routes) as RouteName[]).map((name) => routeTrigger(name, parts)),
    ...Object.entries(notificationPaths).map(([name, path]) => webhook(`notifications-of-${name}`, path, parts)),
    {
      kind: 'queue',
      name: 'keep-subscription',
      queueName: queueNames.keepSubscription,
      handler: queueTrigger(KeepSubscriptionMessage, keepSubscription, background),
    },
    {
      kind: 'queue',
      name: 'read-mailbox',
      queueName: queueNames.readMailbox,
      handler: queueTrigger(ReadMailboxMessage, readMailbox, background),
    },
    {
      kind: 'queue',
      name: 'follow-directory',
      queueName: directoryQueue,
      handler: queueTrigger(ReadDirectoryMessage, followDirectory, background),
    },
    ...workerQueues.map((queueName): QueueFunction => ({
      kind: 'queue',
      name: `set-aside-${queueName}`,
      queueName: poisonQueueOf(queueName),
      handler: setAsideTrigger(queueName, background),
    })),
    timer('request-mailbox-reads', '0 * * * * *', () => requestMailboxReads(background())),
    timer('request-directory-reads', '45 */5 * * * *', () => requestDirectoryReads(background())),
    timer('keep-subscriptions', '15 */5 * * * *', () => keepSubscriptions(background())),
    timer('refresh-due-health', '30 * * * * *', () => refreshDueHealth(background())),
    timer('purge-keys', '0 17 * * * *', () => purgeKeys(background())),
  ];
}

function dependenciesOf({ database, http }: Parts): Dependencies {
  return { database: database.isReady, queue: http.queue.isReady };
}

function routeTrigger(name: RouteName, parts: () => Parts): RouteTrigger {
  const route = routes[name];
  // Each handler belongs to the route of its own name, as `satisfies` above has checked; the union of all loses that.
  const handler = handlers[name] as Handler<typeof route>;
  const http = (): Parts['http'] & { rolesOf: (user: VerifiedUser) => ReturnType<typeof callerRoles> } => {
    const shared = parts().http;
    return { ...shared, rolesOf: (user) => shared.database.withTenant(user.tenantId, (tx) => callerRoles(tx, user)) };
  };
  return { kind: 'http', name, method: route.method, path: route.path, handler: httpTrigger(route, handler, http) };
}

function webhook(name: string, path: string, parts: () => Parts): RouteTrigger {
  return { kind: 'http', name, method: 'POST', path, handler: webhookTrigger(name, () => parts().webhook()) };
}

function timer(name: string, schedule: string, handler: () => Promise<void>): TimerFunction {
  return { kind: 'timer', name, schedule, handler };
}
