/** What an admin has chosen of a split so far, and the request once it is enough. Pure. */
import type * as z from 'zod/mini';
import type { ListedAccount, splitAccount } from '../../../../api/contract/accounts.ts';

export type SplitRequest = z.input<(typeof splitAccount)['request']>;

export interface SplitDraft {
  readonly domains: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
  readonly target: 'new' | 'other';
  readonly newName: string;
  /** The id in the customer's own system, by which a later import finds it. */
  readonly newExternalId: string;
  readonly other: ListedAccount | undefined;
}

export const emptySplit: SplitDraft = {
  domains: new Set(),
  contactIds: new Set(),
  target: 'new',
  newName: '',
  newExternalId: '',
  other: undefined,
};

/** Undefined while something is missing: what shall go, or where to. An account that was merged may stand alone again with nothing more. */
export function splitRequest(draft: SplitDraft): SplitRequest | undefined {
  const moved = { domains: [...draft.domains], contactIds: [...draft.contactIds] };
  const movesNothing = moved.domains.length + moved.contactIds.length === 0;
  if (draft.target === 'other') {
    if (!draft.other || (movesNothing && !draft.other.mergedInto)) return undefined;
    return { into: { accountId: draft.other.accountId }, ...moved };
  }
  const name = draft.newName.trim();
  const externalId = draft.newExternalId.trim();
  return movesNothing || name === '' || externalId === '' ? undefined : { into: { externalId, name }, ...moved };
}

/** Where parts of `account` may go: accounts that stand alone, and those that were merged into it. */
export function maySplitInto(account: ListedAccount, other: ListedAccount): boolean {
  return other.accountId !== account.accountId && (!other.mergedInto || other.mergedInto.accountId === account.accountId);
}

export function toggled(chosen: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(value)) next.add(value);
  return next;
}
