/** A timer: asks for every tenant whose directory is due to be looked at. The queue does the looking. */
import * as z from 'zod';
import type { WorkerQueue } from '../../contract/admin.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { isDirectoryDue, loadDirectoryStanding } from './directory-standing.ts';

export const directoryQueue = 'read-directory' satisfies WorkerQueue;

/** "Look at this tenant's directory." */
export const ReadDirectoryMessage = z.object({ tenantId: z.guid() });
export type ReadDirectoryMessage = z.output<typeof ReadDirectoryMessage>;

export async function requestDirectoryReads(background: Background): Promise<void> {
  for (const tenantId of await background.tenantIds()) {
    const standing = await background.withTenant(tenantId, loadDirectoryStanding);
    if (standing && isDirectoryDue(standing, tenantId, background.nowAt())) await background.queue.send(directoryQueue, { tenantId });
  }
}
