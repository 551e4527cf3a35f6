/** What travels through our queues: ids and instants only. */
import * as z from 'zod';
import type { WorkerQueue } from '../../contract/admin.ts';

export const queueNames = { readMailbox: 'read-mailbox', keepSubscription: 'keep-subscription' } as const satisfies Record<
  string,
  WorkerQueue
>;

/** "Look at this seller's calendar": whatever is due there, from where the last read stopped. */
export const ReadMailboxMessage = z.object({
  tenantId: z.guid(),
  sellerId: z.guid(),
  /** Until when changes may have been told that no other message speaks for; absent when the clock alone asks. */
  changedAt: z.iso.datetime().optional(),
  /** The secret that came with the notification: whoever reads the message checks it again. */
  clientState: z.string().max(128).optional(),
});
export type ReadMailboxMessage = z.output<typeof ReadMailboxMessage>;

/** "See that Graph tells us of this seller's changes": make the subscription, prolong it, or replace it. */
export const KeepSubscriptionMessage = z.object({
  tenantId: z.guid(),
  sellerId: z.guid(),
  /** What Graph has told about it; absent when the clock asks. */
  told: z.enum(['removed', 'reauthorize']).optional(),
});
export type KeepSubscriptionMessage = z.output<typeof KeepSubscriptionMessage>;
