/** What to do about the subscription of one mailbox. Pure. */
import type { KeepSubscriptionMessage } from './messages.ts';

export interface SubscriptionStanding {
  /** Whether the mailbox is a seller's still: who left is not told of. */
  readonly isSeller: boolean;
  /** Whether the calendar can be read at all: an unread one has nothing to be told of. */
  readonly isRead: boolean;
  readonly current: { readonly subscriptionId: string; readonly endsAt: Date; readonly hasNewestKey: boolean } | undefined;
  readonly refusedAt: Date | undefined;
}

export type SubscriptionStep =
  /** `replacing`: the one to give up first, since Graph allows one of a kind. */
  | { readonly kind: 'make'; readonly replacing: string | undefined }
  | { readonly kind: 'prolong' | 'give_up'; readonly subscriptionId: string };

const hourMs = 3_600_000;

export const subscriptionPolicy = {
  /** Time for an outage of a day. */
  prolongBeforeMs: 24 * hourMs,
  /** Sellers enrolled in one hour are not prolonged in one hour: each has an offset of its own up to this. */
  jitterMs: 24 * hourMs,
  /** After Graph refused: permissions change seldom, and the clock asks meanwhile. */
  retryRefusedMs: 24 * hourMs,
} as const;

export interface SubscriptionMoment {
  readonly sellerId: string;
  readonly nowAt: Date;
  readonly told?: KeepSubscriptionMessage['told'];
}

/** Undefined when nothing is to be done. */
export function subscriptionStep(
  standing: SubscriptionStanding,
  { sellerId, nowAt, told }: SubscriptionMoment,
): SubscriptionStep | undefined {
  const { isSeller, isRead, current, refusedAt } = standing;
  if (!isSeller) return current && { kind: 'give_up', subscriptionId: current.subscriptionId };
  if (!isRead) return undefined;
  if (!current || told === 'removed' || current.endsAt <= nowAt) {
    if (refusedAt && nowAt.getTime() - refusedAt.getTime() < subscriptionPolicy.retryRefusedMs) return undefined;
    return { kind: 'make', replacing: undefined };
  }
  if (!current.hasNewestKey) return { kind: 'make', replacing: current.subscriptionId };
  const leftMs = current.endsAt.getTime() - nowAt.getTime();
  const isDue = told === 'reauthorize' || leftMs < subscriptionPolicy.prolongBeforeMs + jitterOf(sellerId);
  return isDue ? { kind: 'prolong', subscriptionId: current.subscriptionId } : undefined;
}

/** 0 to the policy's jitter, the same for a seller at any time: ids are random in their last digits. */
function jitterOf(sellerId: string): number {
  const share = Number.parseInt(sellerId.slice(-6), 16) / 0x1000000;
  return Math.floor(share * subscriptionPolicy.jitterMs);
}
