/** What travels through our queues: ids only. */
import * as z from 'zod';

export const queueNames = { readMailbox: 'read-mailbox' } as const;

/** "Read this seller's calendar": from where the last read stopped, or anew. */
export const ReadMailboxMessage = z.object({ tenantId: z.guid(), sellerId: z.guid() });
export type ReadMailboxMessage = z.output<typeof ReadMailboxMessage>;
