/** Every key under which a read is cached. */

export const queryKeys = {
  me: ['me'],
  item: ['item'],
  pending: ['pending'],
  team: ['team'],
  myAccounts: ['my-accounts'],
  welcome: ['welcome'],
  accounts: ['account'],
  account: (accountId: string) => ['account', accountId],
  accountMeetings: (accountId: string, since: string | undefined, until: string | undefined) => [
    'account',
    accountId,
    'meetings',
    since,
    until,
  ],
  status: ['status'],
  accountRules: ['account-rules'],
  lastImport: ['last-import'],
  listedAccounts: ['list-accounts'],
  accountsFound: (search: string) => ['list-accounts', search],
  accountContacts: (accountId: string) => ['account-contacts', accountId],
  meetingsOfItems: ['meeting-of-item'],
  meetingOfItem: (itemId: string | undefined, startsAt: string | undefined) => ['meeting-of-item', itemId, startsAt],
} as const;

/** The reads that any answer about a meeting may change. */
export const changedByTags = [queryKeys.pending, queryKeys.team, queryKeys.accounts, queryKeys.myAccounts] as const;
