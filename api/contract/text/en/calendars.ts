/** How it stands with the calendars: what an admin should know, and what is done again. */
import type { WorkerQueue } from '../../admin.ts';
import type { SyncTrouble } from '../../../domain/sync-trouble.ts';

const troubles = {
  'calendars.trouble.consent_refused':
    'Microsoft 365 refuses Firsthand altogether. Check in Entra that its permissions are still granted; reading goes on by itself afterwards.',
  'calendars.trouble.directory_refused':
    'Firsthand may not read the directory, so nobody joins or leaves and no manager changes. Grant its directory permissions again.',
  'calendars.trouble.directory_gone':
    'The group or unit of the sellers is not there any more, so nobody joins or leaves. Set Firsthand up with another one.',
  'calendars.trouble.directory_unreadable':
    'The directory gave an answer that could not be understood, so nobody joins or leaves. It is tried again every hour.',
  'calendars.trouble.set_aside':
    '{count, plural, one {# piece of work failed several times and waits for you.} other {# pieces of work failed several times and wait for you.}}',
  'calendars.trouble.failed':
    '{count, plural, one {# calendar could not be read. It is tried again every quarter of an hour.} other {# calendars could not be read. They are tried again every quarter of an hour.}}',
  'calendars.trouble.late':
    '{count, plural, one {# calendar was not looked at for longer than usual.} other {# calendars were not looked at for longer than usual.}}',
  'calendars.trouble.out_of_scope':
    '{count, plural, one {# seller’s calendar is not open to Firsthand: Exchange does not have it in the scope of the app.} other {# sellers’ calendars are not open to Firsthand: Exchange does not have them in the scope of the app.}}',
  'calendars.trouble.no_mailbox':
    '{count, plural, one {# seller has no mailbox in Microsoft 365, or it is on your own servers.} other {# sellers have no mailbox in Microsoft 365, or it is on your own servers.}}',
  'calendars.trouble.not_told':
    '{count, plural, one {Microsoft 365 does not tell of changes of # calendar. It is looked at every quarter of an hour instead.} other {Microsoft 365 does not tell of changes of # calendars. They are looked at every quarter of an hour instead.}}',
  'calendars.trouble.throttled':
    'Microsoft 365 asked Firsthand to slow down at {count, number}% of its requests in the last hour. Reading takes longer and goes on by itself.',
} as const satisfies Record<`calendars.trouble.${SyncTrouble['kind']}`, string>;

const queues = {
  'calendars.setAside.read-mailbox': '{count, plural, one {# look at a calendar} other {# looks at calendars}}, since {when}',
  'calendars.setAside.keep-subscription':
    '{count, plural, one {# request to be told of changes} other {# requests to be told of changes}}, since {when}',
  'calendars.setAside.read-directory': '{count, plural, one {# look at the directory} other {# looks at the directory}}, since {when}',
} as const satisfies Record<`calendars.setAside.${WorkerQueue}`, string>;

export const calendars = {
  'calendars.title': 'How it stands',
  'calendars.sentence': 'Whether the calendars are up to date, and what needs you.',
  'calendars.well': 'All is well.',
  'calendars.longestLag': 'The oldest look at a calendar was {when}.',
  'calendars.sinceWhen': 'Since {when}.',
  'calendars.directoryRead': 'Sellers and managers were last compared with the directory on {when}.',
  'calendars.requests':
    '{sent, plural, one {# request} other {# requests}} to Microsoft 365 in the last hour, {throttled, plural, =0 {none of them slowed down} one {# of them slowed down} other {# of them slowed down}}.',
  ...troubles,
  ...queues,
  'calendars.redrive': 'Do it again',
  'calendars.redriving': 'Being asked for',
  'calendars.redriven':
    '{redriven, plural, =0 {Nothing was waiting any more.} one {# is being done again.} other {# are being done again.}}',
  'calendars.each': '{count, plural, one {The calendar} other {Each of the # calendars}}',
  'calendars.column.name': 'Seller',
  'calendars.column.lag': 'Last looked at',
  'calendars.column.difference': 'Put right by the daily comparison',
  'calendars.column.subscription': 'Told of changes',
  'calendars.lag.never': 'Not yet',
  'calendars.lag.minutes': '{count, plural, =0 {less than a minute ago} one {# minute ago} other {# minutes ago}}',
  'calendars.lag.hours': '{count, plural, one {# hour ago} other {# hours ago}}',
  'calendars.lag.days': '{count, plural, one {# day ago} other {# days ago}}',
  'calendars.difference': '{count, plural, =0 {Nothing} one {# meeting} other {# meetings}}',
  'calendars.difference.unknown': 'Not compared yet',
  'calendars.subscription.told': 'Yes, until {when}',
  'calendars.subscription.refused': 'No, refused',
  'calendars.subscription.none': 'Not yet',
} as const;
