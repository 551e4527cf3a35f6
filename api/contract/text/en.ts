/** Every sentence of the add-in, in English, as ICU messages. Other languages have the same keys; a missing one does not compile. */
import type { HealthWord } from '../../domain/health.ts';
import type { ReasonCode } from '../../domain/tag-vocabulary.ts';
import type { Engagement, Modality, Outcome, Place } from '../../domain/tag-vocabulary.ts';
import type { TouchMark } from '../../domain/touch-strip.ts';
import type { ProblemCode } from '../problem.ts';

/** The names of the closed lists: a new word in the domain asks for its text here. */
type ListTexts = Record<
  | `word.${HealthWord}`
  | `wordMeans.${HealthWord}`
  | `modality.${Modality}`
  | `outcome.${Outcome}`
  | `place.${Place}`
  | `engagement.${Engagement}`
  | `mark.${TouchMark}`
  | `reason.${ReasonCode}`
  | `problem.${ProblemCode}`,
  string
>;

const lists = {
  'word.on_track': 'On track',
  'word.due_soon': 'Due soon',
  'word.new': 'New',
  'word.not_enough_data': 'Not enough data',
  'word.overdue': 'Overdue',
  'word.completely_virtual': 'Completely virtual',
  'word.no_contact': 'No contact',

  'wordMeans.on_track': 'Seen in person well within the cadence.',
  'wordMeans.due_soon': 'Seen in person within the cadence, in its last quarter.',
  'wordMeans.new': 'Known for less than one cadence, not seen in person yet.',
  'wordMeans.not_enough_data': 'The owner joined lately and earlier meetings are not answered yet.',
  'wordMeans.overdue': 'Last seen in person longer ago than the cadence.',
  'wordMeans.completely_virtual': 'Not seen in person for a year or more, only on calls.',
  'wordMeans.no_contact': 'No meeting of any kind for a year.',

  'modality.in_person': 'In person',
  'modality.hybrid': 'Hybrid',
  'modality.virtual': 'Virtual',
  'modality.phone': 'Phone',

  'outcome.held': 'Held',
  'outcome.no_show': 'They did not come',
  'outcome.cancelled': 'It was called off',
  'outcome.rescheduled': 'It was moved',

  'place.client_office': 'Client office',
  'place.our_office': 'Our office',
  'place.meal': 'Meal',
  'place.coffee': 'Coffee',
  'place.entertainment': 'Entertainment',
  'place.leisure': 'Leisure',
  'place.conference': 'Conference',
  'place.other_offsite': 'Other',

  'engagement.engaged': 'Engaged',
  'engagement.camera_off': 'Camera off',
  'engagement.disengaged': 'Disengaged',
  'engagement.not_noticed': 'Not noticed',

  'mark.in_person': 'In person',
  'mark.hybrid': 'Hybrid',
  'mark.virtual': 'Virtual',
  'mark.phone': 'Phone',
  'mark.untagged': 'Not answered yet',
  'mark.not_held': 'Did not happen',

  'reason.link_in_location': 'a meeting link in the location{words, select, empty {} other { (“{words}”)}}',
  'reason.online_meeting': 'it was set up as an online meeting',
  'reason.online_word': '“{words}” in the invitation',
  'reason.phone_number': '{words, select, empty {a phone call in the invitation} other {“{words}” in the invitation}}',
  'reason.restaurant': '{words, select, empty {a restaurant in the location} other {“{words}” in the location}}',
  'reason.hotel': '{words, select, empty {a hotel in the location} other {“{words}” in the location}}',
  'reason.address': '{words, select, empty {an address in the location} other {“{words}” in the location}}',
  'reason.office': '{words, select, empty {an office in the location} other {“{words}” in the location}}',
  'reason.own_room': 'a room of ours was booked',
  'reason.place_and_link': 'it has a place and a meeting link',
  'reason.room_and_link': 'it has a room of ours and a meeting link',

  'problem.request_invalid': 'The server did not understand this request. Reload the page; it may be an older version.',
  'problem.not_signed_in': 'You are signed out. Sign in to go on.',
  'problem.not_enrolled': 'Your account is not enrolled in Firsthand yet. Your administrator can add you.',
  'problem.role_missing': 'Your account may not see this page. Your administrator can change that.',
  'problem.not_found': 'This is not there any more.',
  'problem.route_not_found': 'The server does not know this request. Reload the page; it may be an older version.',
  'problem.method_not_allowed': 'The server does not know this request. Reload the page; it may be an older version.',
  'problem.request_too_large': 'That was too much for one request.',
  'problem.media_type_unsupported': 'The server did not understand this request. Reload the page; it may be an older version.',
  'problem.meeting_not_found': 'This meeting is not in your calendar any more.',
  'problem.not_your_meeting': 'Only people who have this meeting in their calendar can answer for it.',
  'problem.meeting_not_over': 'This meeting has not ended yet. You can answer afterwards.',
  'problem.meeting_cancelled': 'This meeting was cancelled, so there is nothing to answer.',
  'problem.tagged_meanwhile': 'Somebody answered in the meantime.',
  'problem.not_invited': 'One of these people is not in the meeting any more. Reload to see who is.',
  'problem.claim_contradicts_itself': 'These answers do not fit together. Choose again how you met.',
  'problem.import_refused': 'Nothing was imported: the file has rows that need a look.',
  'problem.tenant_not_set_up': 'Firsthand is not set up for your organisation yet. Your administrator can do that.',
  'problem.calendar_not_reachable': 'Your calendar cannot be read at the moment. It is tried again by itself.',
  'problem.calendar_not_in_scope': 'Firsthand may not read your calendar. Your administrator can add you to the group of sellers.',
  'problem.not_ready': 'The server is just starting. It is tried again by itself.',
  'problem.internal_error': 'Something went wrong on the server. It is tried again by itself.',
} as const satisfies ListTexts;

export const en = {
  ...lists,

  'app.name': 'Firsthand',
  'app.loading': 'Loading',
  number: '{value, number}',

  'failure.offline': 'The server cannot be reached at the moment. It is tried again by itself.',
  'failure.timeout': 'The server took too long to answer. It is tried again by itself.',
  'failure.signed_out': 'You are signed out. Sign in to go on.',
  'failure.unexpected_reply': 'The server gave an answer that this page does not understand. Reload; it may be an older version.',
  'failure.title': 'This could not be loaded',
  'failure.stillWorks': 'Your calendar is not affected, and what you answered before is kept.',
  'failure.requestId': 'Number for support: {requestId}',
  'failure.retry': 'Try again',
  'failure.reload': 'Reload',
  'failure.start.title': 'Firsthand could not start',
  'failure.start.sentence': 'Its settings or the program around it did not answer. Reload to try again.',
  'failure.crash.title': 'This page has stopped',
  'failure.crash.sentence': 'That is our mistake. Reload to go on; what you answered is kept.',

  'signedOut.title': 'You are signed out',
  'signedOut.sentence': 'Sign in with your work account to see your meetings.',
  'signedOut.action': 'Sign in',
  'outside.title': 'Open Firsthand in Outlook or Teams',
  'outside.sentence': 'Here, in a plain browser, nobody is signed in.',
  'notEnrolled.title': 'You are not enrolled yet',
  'notEnrolled.sentence':
    'Firsthand asks sellers about their customer meetings. Your administrator can add you; until then nothing of yours is read.',

  'offline.bar': 'No connection. What you see may be older; it is refreshed when the connection is back.',

  'tag.question.modality': 'How did you meet?',
  'tag.suggestedBecause': 'Suggested: {reason}',
  'tag.noSuggestion': 'Nothing in the invitation says how.',
  'tag.didNotHappen': "Didn't happen",
  'tag.more': 'More answers',
  'tag.question.outcome': 'What happened?',
  'tag.question.place': 'Where was it?',
  'tag.question.presence': 'Who was there?',
  'tag.presence.nobody': 'Nobody is marked as present, so this does not count as seen yet.',
  'tag.presence.change': 'Change who was there',
  'tag.question.engagement': 'Who was with you?',
  'tag.engagement.optional': 'Optional, and only a note of yours.',
  'tag.engagement.all': 'All engaged',
  'tag.engagement.of': 'How engaged was {name}?',
  'tag.people.more': '{count, plural, one {# more} other {# more}}',
  'tag.change': 'Change',
  'tag.keep': 'Keep “{answer}”',
  'tag.saving': 'Saving',
  'tag.saved': 'Saved',
  'tag.notSaved': 'Not saved yet',
  'tag.by': '{name}, {when}',
  'tag.byYou': 'You, {when}',
  'tag.retry': 'Try again',
  'tag.conflict.theirs': '{name} answered meanwhile: {answer}.',
  'tag.conflict.unknown': 'Somebody answered this meeting meanwhile.',
  'tag.conflict.yours': 'Your answer: {answer}.',
  'tag.conflict.keep': 'Keep that answer',
  'tag.conflict.change': 'Use mine',
  'tag.keyPartner': 'key partner',
  'tag.notHeldEffect': 'Noted. It counts neither for nor against the account.',

  'effect.title': 'What it changed',
  'effect.then': 'then',
  'effect.firstNear': 'First in person in {duration}',
  'effect.firstNearEver': 'First in person on record',
  'effect.virtualStreak': '{count, plural, one {# remote meeting} other {# remote meetings in a row}} since the last time in person',
  'effect.metNow': '{names}: met in person',
  'effect.notMetNow': '{names}: not this time',

  'meeting.people.more': '+{count}',
  'meeting.allDay': 'all day',
  'meeting.accountOpen': 'Account still open',
  'meeting.accountOpen.sentence':
    'Two accounts share this customer’s domain. You will be asked which one it was; your answer here already counts for the meeting.',
  'meeting.history': 'This was before you joined. An answer still counts.',
  'meeting.unanswered': '{count, plural, one {# unanswered} other {# unanswered}}',
  'meeting.unanswered.means':
    '{count, plural, one {One meeting without an answer} other {# meetings without an answer}} could change this word.',

  'pane.open.title': 'Open a meeting',
  'pane.open.sentence': 'Choose a meeting in your calendar, and Firsthand asks how you met.',
  'pane.notCustomer.title': 'Nothing to tag here',
  'pane.notCustomer.sentence': 'No customer is among the people of this meeting, so nothing of it is kept.',
  'pane.notOver.title': 'Not over yet',
  'pane.notOver.sentence': 'You can answer here once it has ended, {when}.',
  'pane.private.title': 'This meeting is private',
  'pane.private.sentence': 'It stays that way: nothing of it is read or stored.',
  'pane.declined.title': 'You declined this meeting',
  'pane.declined.sentence': 'So there is nothing to answer.',
  'pane.cancelled.title': 'This meeting was cancelled',
  'pane.cancelled.sentence': 'So there is nothing to answer. A new date is a new meeting.',
  'pane.unsaved.title': 'Not saved yet',
  'pane.unsaved.sentence': 'Save or send this appointment first; you are asked after it has ended.',
  'pane.itemFailed.title': 'Outlook did not say which meeting is open',
  'pane.itemFailed.sentence': 'Close this pane and open it again. The list below still works.',
  'pane.next': 'Next to tag',
  'pane.next.count': '{position} of {total}',
  'pane.next.total': '{total, plural, one {# meeting} other {# meetings}}',
  'pane.next.reading': 'Your calendar is still being read; more may appear.',
  'pane.next.none': 'Nothing else to tag.',
  'pane.next.failed': 'The list of other meetings could not be loaded.',
  'pane.next.more': 'Show {count} more',
  'pane.next.open': 'Answer for {account}, {when}',
  'pane.back': 'Back to the open meeting',

  'nav.label': 'Pages',
  'nav.to_tag': 'To tag',
  'nav.team': 'Team',
  'nav.settings': 'Settings',

  'toTag.progress': '{answered, number} of {total, number} answered',
  'toTag.count': '{total, plural, =0 {Nothing to tag} one {# meeting to tag} other {# meetings to tag}}',
  'toTag.reading': 'Your calendar is being read for the first time; more may appear.',
  'toTag.empty.title': 'All done',
  'toTag.empty.sentence': 'When a customer meeting has ended, it appears here.',
  'toTag.emptyReading.title': 'Your calendar is being read',
  'toTag.emptyReading.sentence': 'Customer meetings that need an answer appear here as they are found.',
  'toTag.allDone': 'All done. Thank you.',
  'toTag.shownOf': 'Showing the newest {shown, number} of {total, number}.',
  'toTag.meeting': '{account}, {when}',

  'team.title': 'Team',
  'team.headline':
    'Top accounts (80% of revenue): {onCadence} of {accounts} on cadence{share, select, none {} other {, {share} of their revenue}}.',
  'team.headline.virtual':
    '{count, plural, =0 {None completely virtual} one {# completely virtual, {revenue} a year} other {# completely virtual, {revenue} a year}}.',
  'team.headline.overdue':
    '{count, plural, =0 {None overdue without a planned visit} one {Overdue with no visit planned: # account, {revenue}} other {Overdue with no visit planned: # accounts, {revenue}}}.',
  'team.headline.keyPartners':
    '{count, plural, =0 {Every key partner has been met in person} one {# key partner never met in person} other {# key partners never met in person}}.',
  'team.headline.outside':
    '{count, plural, one {# top account stands outside these figures: its owner is not enrolled, or the calendar is not read yet} other {# top accounts stand outside these figures: their owners are not enrolled, or the calendars are not read yet}}.',
  'team.headline.none': 'No account brings revenue yet. Import revenue to see which accounts matter most.',
  'team.headline.nobody': 'None of the top accounts can be counted yet: their owners are not enrolled, or the calendars are not read.',
  'team.reading': '{read, number} of {total, number} calendars read. Figures are incomplete until all are.',
  'team.empty.title': '{count, plural, one {One step until this page shows something} other {# steps until this page shows something}}',
  'team.empty.accounts': 'Import the accounts, with revenue and owners.',
  'team.empty.sellers': 'Name the group of sellers; their managers come from the directory.',
  'team.empty.calendars': 'Let Firsthand read the sellers’ calendars.',
  'team.empty.done': 'done',
  'team.empty.open': 'still to do',
  'team.empty.hint': 'Your administrator can do what is missing.',
  'team.search': 'Search account or owner',
  'team.words': 'Word',
  'team.words.all': 'All words',
  'team.sortBy': 'Sort by',
  'team.shown': '{shown, number} of {total, number} accounts',
  'team.noMatch.title': 'No account fits',
  'team.noMatch.sentence': 'Try another word or a shorter search.',
  'team.noMatch.action': 'Show all accounts',
  'team.table': 'Accounts of your team',
  'team.column.account': 'Account',
  'team.column.word': 'Word',
  'team.column.strip': 'Last 12 months',
  'team.column.lastNear': 'Last in person',
  'team.column.keyPartners': 'Key partners met',
  'team.column.revenue': 'Revenue',
  'team.column.owner': 'Owner',
  'team.column.next': 'Next visit',
  'team.never': 'never',
  'team.keyPartners': '{met, number} of {total, number}',
  'team.keyPartners.none': 'none named',
  'team.noOwner': 'no owner',
  'team.owner.unread': '{name} (calendar not read yet)',
  'team.owner.not_enrolled': '{name} (not enrolled)',
  'team.next.none': 'none',

  'settings.sellers': 'Sellers and their calendars',
  'settings.sellers.sentence': 'Customer meetings are read from the calendars of these people and no others.',
  'settings.sellers.none': 'No seller is enrolled yet.',
  'settings.accounts': '{count, plural, =0 {No account imported yet} one {# account} other {# accounts}}',
  'settings.progress': '{read, number} of {total, number} calendars read',
  'settings.events': '{count, plural, one {# event read} other {# events read}}',
  'settings.column.name': 'Seller',
  'settings.column.state': 'Calendar',
  'settings.column.events': 'Events read',
  'settings.column.meetings': 'Customer meetings',
  'mailbox.waiting': 'Waiting',
  'mailbox.reading': 'Being read',
  'mailbox.read': 'Read',
  'mailbox.out_of_scope': 'Not in the group that may be read',
  'mailbox.no_mailbox': 'Has no mailbox',
  'mailbox.failed': 'Could not be read; it is tried again',

  'strip.sentence':
    '{total, plural, =0 {No meeting in the last 12 months} one {# meeting in the last 12 months} other {# meetings in the last 12 months}}{near, plural, =0 {} other {: # in person, last {lastNear}}}{nearNone, select, yes {: none in person} other {}}{remoteSince, plural, =0 {} other {; # remote since}}{untagged, plural, =0 {} other {; # not answered}}.',
} as const;

/** The keys that exist; a component that asks for another does not compile. */
export type TextKey = keyof typeof en;

/** What another language has to bring. */
export type Catalogue = Readonly<Record<TextKey, string>>;
