/** Every key under which a read is cached. */
import type { OpenItem } from '../../api/contract/tagging.ts';

export const queryKeys = {
  me: ['me'],
  item: ['item'],
  pending: ['pending'],
  taggingProgress: ['tagging-progress'],
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
  myData: ['my-data'],
  myRecords: (kind: string) => ['my-data', 'records', kind],
  status: ['status'],
  accountRules: ['account-rules'],
  lastImport: ['last-import'],
  listedAccounts: ['list-accounts'],
  accountsFound: (search: string) => ['list-accounts', search],
  accountContacts: (accountId: string) => ['account-contacts', accountId],
  tagVersions: (meetingId: string, newest: number) => ['tag-versions', meetingId, newest],
  meetingsOfItems: ['meeting-of-item'],
  meetingOfItem: (item: OpenItem | undefined) => ['meeting-of-item', item],
} as const;

/** The reads that any answer about a meeting may change. */
export const changedByTags = [
  queryKeys.pending,
  queryKeys.taggingProgress,
  queryKeys.team,
  queryKeys.accounts,
  queryKeys.myAccounts,
] as const;
