/** Taking back what one has said about a meeting, and whose answer counts then. What colleagues said stays untouched. */
import { ok, refused, type Result } from './result.ts';

/** One version of a meeting's tag. */
export interface SaidVersion {
  readonly version: number;
  /** Whose answer it is. */
  readonly sellerId: string;
  readonly isWithdrawn: boolean;
}

export interface AnsweredMeeting {
  /** The newest version, also when it does not count; 0 when there is none. */
  readonly lastTagVersion: number;
  readonly sellerIds: readonly string[];
  /** Every version, in any order. */
  readonly versions: readonly SaidVersion[];
}

export interface Withdrawal {
  readonly version: number;
  /** The version that counts from now on: the newest answer of a colleague, 0 when nobody else said anything that stands. */
  readonly countingVersion: number;
}

export type WithdrawalRefusal =
  | { readonly kind: 'not_your_meeting' }
  | { readonly kind: 'tagged_meanwhile'; readonly currentVersion: number }
  /** The seller has said nothing, or has taken it back already. */
  | { readonly kind: 'nothing_to_withdraw' };

/** `basedOnVersion` is the newest version that the seller saw. */
export function decideWithdrawal(
  { lastTagVersion, sellerIds, versions }: AnsweredMeeting,
  { sellerId, basedOnVersion }: { readonly sellerId: string; readonly basedOnVersion: number },
): Result<Withdrawal, WithdrawalRefusal> {
  if (!sellerIds.includes(sellerId)) return refused({ kind: 'not_your_meeting' });
  if (basedOnVersion !== lastTagVersion) return refused({ kind: 'tagged_meanwhile', currentVersion: lastTagVersion });
  const standing = standingAnswers(versions);
  if (!standing.some((said) => said.sellerId === sellerId)) return refused({ kind: 'nothing_to_withdraw' });
  const others = standing.filter((said) => said.sellerId !== sellerId).map(({ version }) => version);
  return ok({ version: lastTagVersion + 1, countingVersion: Math.max(0, ...others) });
}

/** The newest version of each seller, unless it is a withdrawal. */
function standingAnswers(versions: readonly SaidVersion[]): readonly SaidVersion[] {
  const newest = new Map<string, SaidVersion>();
  for (const said of versions) {
    if (said.version > (newest.get(said.sellerId)?.version ?? 0)) newest.set(said.sellerId, said);
  }
  return [...newest.values()].filter(({ isWithdrawn }) => !isWithdrawn);
}
