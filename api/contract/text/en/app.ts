/** What every page may say: loading, failures, signed out, offline. */

export const app = {
  number: '{value, number}',

  'failure.offline': 'The server cannot be reached at the moment. It is tried again by itself.',
  'failure.timeout': 'The server took too long to answer. It is tried again by itself.',
  'failure.unavailable': 'The server does not answer at the moment. It is tried again by itself.',
  'failure.signed_out': 'You are signed out. Sign in to go on.',
  'failure.unexpected_reply': 'The server gave an answer that this page does not understand. Reload; it may be an older version.',
  'failure.title': 'This could not be loaded',
  'failure.stillWorks': 'Your calendar is not affected, and what you answered before is kept.',
  'failure.requestId': 'Number for support: {requestId}',
  'failure.retry': 'Try again',
  'failure.crash.title': 'This page has stopped',
  'failure.crash.sentence': 'That is our mistake. Reload to go on; what you answered is kept.',

  'settings.command.offline': 'There is no connection to the server. Try again when it is back.',
  'settings.command.timeout': 'The server took too long to answer. It may be done all the same: look before you try again.',
  'settings.command.unavailable': 'The server did not answer. It may be done all the same: look before you try again.',
  'settings.command.not_ready': 'The server is just starting. Try again in a moment.',
  'settings.command.internal_error':
    'Something went wrong on the server, and nothing was changed. Try again; if it stays, tell support the number below.',

  'signedOut.title': 'You are signed out',
  'signedOut.sentence': 'Sign in with your work account to see your meetings.',
  'signedOut.action': 'Sign in',

  'outside.title': 'Open Firsthand in Outlook or Teams',
  'outside.sentence':
    'This page works inside Outlook and Teams, where you are signed in already. In a plain browser it cannot know who you are.',
  'outside.outlook': 'In Outlook: open a customer meeting in your calendar and choose Firsthand among the apps.',
  'outside.teams': 'In Teams: choose Apps at the left, then Firsthand.',
  'outside.missing': 'You do not find it there? Your administrator can add it for you.',

  'notEnrolled.title': 'You are not enrolled yet',
  'notEnrolled.sentence':
    'Firsthand asks sellers about their customer meetings. Your administrator can add you; until then nothing of yours is read.',

  'offline.bar': 'No connection. What you see may be older; it is refreshed when the connection is back.',

  'myData.link': 'What is recorded about me',

  'search.clear': 'Clear the search',

  'list.more': 'Show {count, number} more',
  'list.moreFailed': 'More could not be loaded. Try again.',
} as const;
