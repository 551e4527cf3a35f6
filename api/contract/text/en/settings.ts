/** Sellers and the reading of their calendars. */

export const settings = {
  'settings.sellers': 'Sellers and their calendars',
  'settings.sellers.sentence': 'Customer meetings are read from the calendars of these people and no others.',
  'settings.sellers.none': 'No seller is enrolled yet.',
  'settings.accounts': '{count, plural, =0 {No account imported yet} one {# account} other {# accounts}}',
  'settings.progress': '{read, number} of {total, number} calendars read',
  'settings.events': '{count, plural, one {# event read} other {# events read}}',
  'settings.eventsShort': '{count, plural, one {# event} other {# events}}',
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

  'settings.sellers.each': '{count, plural, one {The seller} other {Each of the # sellers}}',
  'settings.cancel': 'Cancel',
  'settings.instant': '{day}, {time}',
} as const;
