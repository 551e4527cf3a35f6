/** A change of an account's word for tests: nothing changed unless a test says so. */
import type { WordChange } from '../../addin/features/welcome/word-changes.ts';
import type { HealthWord } from '../../api/contract/vocabulary.ts';

interface Parts {
  readonly from?: HealthWord;
  readonly to?: HealthWord;
  readonly lastNearOn?: string | null;
}

export function wordChange(accountId: string, { from = 'overdue', to = from, lastNearOn = null }: Parts = {}): WordChange {
  const account = { accountId, name: accountId };
  return {
    ...account,
    before: { word: from, lastNearOn: null },
    after: { ...account, word: to, decidingUnanswered: 0, lastNearOn, strip: [], virtualStreak: 0, nextVisitOn: null },
  };
}
