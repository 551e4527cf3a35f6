/** My data: what is recorded about the reader, who looked, what is never recorded, and how long it stays. */
import type { KeyPartnerRole } from '../../../domain/key-partner-role.ts';
import type { RecordKind, ViewPage } from '../../my-data.ts';
import type { Role } from '../../route.ts';

/** What a column of the tables is called. */
const columns = {
  'myData.column.who': 'Who',
  'myData.column.whose': 'Whose',
  'myData.column.page': 'What',
  'myData.column.when': 'When',
  'myData.column.times': 'Visits',
  'myData.column.account': 'Account',
  'myData.column.near': 'In person',
  'myData.column.remote': 'Remote',
  'myData.column.lastNear': 'Last in person',
  'myData.column.meeting': 'Meeting',
  'myData.column.people': 'With',
  'myData.column.response': 'You',
  'myData.column.said': 'Said',
  'myData.column.saidBy': 'By',
  'myData.column.answer': 'Answer',
  'myData.column.day': 'For',
  'myData.column.place': 'Place',
  'myData.column.person': 'Person',
  'myData.column.role': 'Role',
  'myData.column.since': 'Named',
  'myData.column.policy': 'Visitors',
  'myData.column.reason': 'Reason',
  'myData.column.span': 'From, to',
  'myData.column.file': 'File',
  'myData.column.accounts': 'Accounts',
  'myData.column.request': 'Request',
} as const;

const kinds: Record<`myData.kind.${Exclude<RecordKind, 'viewed_by'>}` | `myData.page.${ViewPage}`, string> = {
  'myData.kind.accounts': '{count, plural, one {# account that you own or have met} other {# accounts that you own or have met}}',
  'myData.kind.meetings': '{count, plural, one {# meeting with customers} other {# meetings with customers}}',
  'myData.kind.tags': '{count, plural, one {# version of your answers} other {# versions of your answers}}, with notes, people and spend',
  'myData.kind.asks': '{count, plural, one {# invitation to meet in person} other {# invitations to meet in person}}',
  'myData.kind.plans': '{count, plural, one {# planned visit} other {# planned visits}}',
  'myData.kind.key_partners':
    '{count, plural, one {# key partner that you named or removed} other {# key partners that you named or removed}}',
  'myData.kind.visitor_policies': '{count, plural, one {# visitor policy that you set} other {# visitor policies that you set}}',
  'myData.kind.pauses': '{count, plural, one {# pause that you set} other {# pauses that you set}}',
  'myData.kind.welcome_answers': '{count, plural, one {# answer to the welcome} other {# answers to the welcome}}',
  'myData.kind.imports': '{count, plural, one {# import of accounts} other {# imports of accounts}}',
  'myData.kind.viewed': '{count, plural, one {# look of yours at somebody else’s pages} other {# looks of yours at other people’s pages}}',
  'myData.kind.requests':
    '{count, plural, one {# request, kept so that a tap sent twice counts once} other {# requests, kept so that a tap sent twice counts once}}',

  'myData.page.team': 'Team',
  'myData.page.account': 'Page of {account}',
  'myData.page.account_meetings': 'Meetings with {account}',
};

const roles: Record<`myData.appRole.${Role}` | `myData.partnerRole.${KeyPartnerRole}`, string> = {
  'myData.appRole.seller': 'Seller',
  'myData.appRole.manager': 'Manager',
  'myData.appRole.admin': 'Admin',
  'myData.appRole.delegate': 'Delegate',

  'myData.partnerRole.economic_buyer': 'Decides on the money',
  'myData.partnerRole.champion': 'Champion',
  'myData.partnerRole.technical_buyer': 'Decides on the technology',
  'myData.partnerRole.user_buyer': 'Speaks for the users',
  'myData.partnerRole.coach': 'Coach',
};

/** What stands in the tables beside names, days and the words of the closed lists. */
const cells = {
  'myData.instant': '{day}, {time}',
  'myData.nobody': 'Somebody who is not in the directory any more',
  'myData.owner': '{account} (yours)',
  'myData.cancelled': '{subject} (cancelled)',
  'myData.byHand': '{subject} (added by you)',
  'myData.response.organizer': 'Organizer',
  'myData.response.accepted': 'Accepted',
  'myData.response.tentative': 'Tentative',
  'myData.response.declined': 'Declined',
  'myData.response.none': 'No response',
  'myData.response.planned': 'Planned it',
  'myData.withdrawn': 'Taken back',
  'myData.spend': 'spent {amount}',
  'myData.note': '{name}: {engagement}',
  'myData.absent': '{name}: not there',
  'myData.saidBy': '{name}, {at}',
  'myData.saidFor': '{name} for {owner}, {at}',
  'myData.answer.open': 'No answer yet',
  'myData.answer.accepted': 'Accepted, {day}',
  'myData.answer.declined': 'Declined, {day}',
  'myData.answer.no_answer': 'Not answered, {day}',
  'myData.dropped': '{day}, given up',
  'myData.removed': '{from}, removed {to}',
  'myData.span': '{from}, {to}',
  'myData.welcome.not_in_the_last_year': 'Not in the last year',
  'myData.welcome.skipped': 'Skipped',
  'myData.importCounts': '{added, number} added, {changed, number} changed, {unchanged, number} unchanged',
  'myData.importUndone': '{at}, taken back',
} as const;

export const myData = {
  ...columns,
  ...kinds,
  ...roles,
  ...cells,
  'myData.title': 'My data',
  'myData.back': 'Back',
  'myData.sentence': 'Everything that Firsthand has recorded about you. It is there for coaching, not for pay or discipline.',

  'myData.export': 'Download everything',
  'myData.export.sentence': 'One file (JSON) with all that this page shows, and every detail of it.',
  'myData.export.working': 'Your file is being put together',
  'myData.export.done': '{name} is ready and was given to this program to save.',
  'myData.export.missing':
    'No file there? Outlook for Mac and the apps on phones save none. Copy the text instead, or open Firsthand in Teams or Outlook in your browser.',
  'myData.export.failed': 'The file could not be put together. Try again in a moment.',
  'myData.export.copy': 'Copy the text',
  'myData.export.copied': 'Copied',
  'myData.export.copyRefused': 'This program does not let the page copy. Open Firsthand in Teams or Outlook in your browser.',
  'myData.export.cut':
    'The file does not hold everything: of {count, plural, one {one list} other {# lists}} only the newest {limit, number} lines are in it.',

  'myData.viewers': 'Who looked',
  'myData.viewers.sentence':
    'Written down whenever somebody else opens a page with something about you: one line for each page and day. A page that stays open counts as one visit.',
  'myData.viewers.none': 'Nobody has looked yet.',

  'myData.shown': 'What others see',
  'myData.shown.sentence': 'Nobody sees more about you than you can see yourself.',
  'myData.shown.managers':
    'Your managers see the accounts that you own: how each stands, its touch strip, when it was last seen in person, and what is planned next.',
  'myData.shown.colleagues':
    'On an account’s page, its owner, their managers and colleagues who have met it see how often each of us met it in person and remotely, its meetings with subject and people, its invitations and plans, and the newest note on each key partner.',
  'myData.shown.meetings': 'Colleagues who share a meeting with you see what each of you said of it.',
  'myData.shown.admins': 'Admins see how far your calendar is read: a state and two counts, no meeting.',

  'myData.recorded': 'What is recorded',
  'myData.recorded.sentence': 'From your calendar, from your answers, and from your use of Firsthand.',
  'myData.recorded.none': 'Nothing of any other kind is recorded.',
  'myData.more': 'Show more',
  'myData.profile.name': 'Name',
  'myData.profile.mail': 'Mail',
  'myData.profile.manager': 'Reports to',
  'myData.profile.roles': 'Roles',
  'myData.profile.enrolled': 'Enrolled',
  'myData.profile.calendar': 'Calendar',
  'myData.profile.calendarRead': '{state}, last on {at}',
  'myData.profile.counts': '{events, plural, one {# event} other {# events}} read, {meetings, number} with customers',

  'myData.never': 'What is never recorded',
  'myData.never.sentence': 'Firsthand has no place for it.',
  'myData.never.body': 'The text of an invitation, and attachments.',
  'myData.never.private': 'Anything of a private meeting.',
  'myData.never.others': 'Meetings without a customer. They are counted while your calendar is read, nothing more.',
  'myData.never.senses':
    'Camera, microphone, face and voice. Nobody listens to calls, and no mood is guessed. How somebody took part is a note that you write yourself, or leave out.',

  'myData.kept': 'How long it stays',
  'myData.kept.sentence': 'What holds today.',
  'myData.kept.calendar': 'Your calendar is read from a little more than a year back to two months ahead.',
  'myData.kept.meetings':
    'A meeting that leaves your calendar goes from here too, unless somebody has said how it went: what was said is kept.',
  'myData.kept.answers':
    'Your answers are kept in every version, also what you took back. Who looked is kept, and nobody can delete it here.',
  'myData.kept.requests': 'Requests are deleted after {days} days. Nothing else goes by itself yet.',
} as const;
