/** What the answers of a visit did to the accounts, one change per account. Pure. */
import type { TagReply } from '../../../api/contract/tagging.ts';
import { isOnCadence } from '../../../api/contract/vocabulary.ts';

export type WordChange = TagReply['changes'][number];

/** One entry per account: as it stood before the first answer, and as it stands after the last. */
export function joinChanges(earlier: readonly WordChange[], later: readonly WordChange[]): readonly WordChange[] {
  const byAccountId = new Map(earlier.map((change) => [change.accountId, change]));
  for (const change of later) {
    byAccountId.set(change.accountId, { ...change, before: byAccountId.get(change.accountId)?.before ?? change.before });
  }
  return [...byAccountId.values()];
}

/** How many accounts came on cadence by these answers, less those that left it. */
export function gainedOnCadence(changes: readonly WordChange[]): number {
  const gains = changes.map(({ before, after }) => Number(isOnCadence(after.word)) - Number(isOnCadence(before.word)));
  return gains.reduce((sum, gain) => sum + gain, 0);
}
