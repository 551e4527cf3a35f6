/** Reads one seller's calendar page by page, whatever is due of it, and stores its customer meetings; resumable after every page. A queue function. */
import type { GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { forgetRefusal, noteRefusal } from './graph-refusal.ts';
import { dropDeltaLink, type Lease, leaseMailbox, pauseRead, type ReadTrouble, settleTrouble } from './mailbox-lease.ts';
import { queueNames, type ReadMailboxMessage } from './messages.ts';
import type { ReadPage } from './page-reader.ts';
import { readChangesPage } from './read-changes.ts';
import { readWholePage } from './read-whole.ts';
import { storeGraphUsage } from './store-graph-usage.ts';

/** Pages of one run; a longer calendar goes on in the next message. */
const maxPagesPerRun = 100;
const busySeconds = 20;
/** When Graph is away and has not said for how long. */
const unaskedPauseMs = 30_000;

/** Done, or postponed to another message or to the timer. */
export async function readMailbox(message: ReadMailboxMessage, background: Background): Promise<void> {
  await readWhatIsDue(message, background);
  await storeGraphUsage(background);
}

async function readWhatIsDue(message: ReadMailboxMessage, background: Background): Promise<void> {
  const { tenantId, sellerId, changedAt } = message;
  if (isForged(message, background)) return background.log.warn('message_forged', { tenantId, sellerId });
  const lease = await background.withTenant(tenantId, (tx) => leaseMailbox(tx, message, background.nowAt()));
  // The read under way may have passed what changed: somebody looks again when it has ended.
  if (lease === 'busy' && changedAt !== undefined)
    return background.queue.send(queueNames.readMailbox, message, { delaySeconds: busySeconds });
  if (!lease || lease === 'busy') return;
  const reader = { lease, graph: background.graph(tenantId), background };
  const readPage: ReadPage = lease.kind === 'whole' ? readWholePage(reader) : readChangesPage(reader);
  let { link } = lease;
  for (let pages = 0; pages < maxPagesPerRun; pages += 1) {
    const page = await readPage(link);
    if (!page.ok) return giveUp(page.failure, lease, background);
    if (page.value.kind === 'end') return;
    ({ link } = page.value);
  }
  await background.withTenant(tenantId, (tx) => pauseRead(tx, lease));
  await background.queue.send(queueNames.readMailbox, { tenantId, sellerId });
}

/** A message that says it comes from Graph carries Graph's secret. */
function isForged({ tenantId, sellerId, clientState }: ReadMailboxMessage, { notifications }: Background): boolean {
  return clientState !== undefined && !notifications?.clientStates.isOf(clientState, { tenantId, userId: sellerId });
}

/** The timer comes back to it; the queue is not asked to try again, since an outage of Graph's is no fault of the message. */
async function giveUp(failure: GraphFailure, lease: Lease, background: Background): Promise<void> {
  const { tenantId, sellerId, kind: read } = lease;
  const warn = (): void => background.log.warn('calendar_not_read', { tenantId, sellerId, read, ...failure });
  if (failure.kind === 'sync_state_lost') {
    warn();
    await background.withTenant(tenantId, (tx) => dropDeltaLink(tx, lease));
    return background.queue.send(queueNames.readMailbox, { tenantId, sellerId });
  }
  const nowAt = background.nowAt();
  const isNews = await background.withTenant(tenantId, async (tx) => {
    const isOtherState = await settleTrouble(tx, lease, troubleOf(failure), nowAt);
    if (failure.kind === 'access_refused') return noteRefusal(tx, nowAt);
    if (failure.kind === 'unavailable') return true;
    // A mailbox closed to us is no refusal of ourselves.
    await forgetRefusal(tx);
    return isOtherState;
  });
  // What lasts is a state that the admin sees, not a line at every try.
  if (isNews) warn();
}

function troubleOf(failure: Exclude<GraphFailure, { kind: 'sync_state_lost' }>): ReadTrouble {
  switch (failure.kind) {
    case 'out_of_scope':
      return { kind: 'settled', state: 'out_of_scope' };
    case 'no_mailbox':
    case 'not_found':
      return { kind: 'settled', state: 'no_mailbox' };
    case 'access_refused':
    case 'unreadable':
    case 'conflict':
      return { kind: 'settled', state: 'failed' };
    case 'unavailable':
      return {
        kind: 'passing',
        retryAfterMs: failure.retryAfterSeconds === undefined ? unaskedPauseMs : failure.retryAfterSeconds * 1_000,
      };
  }
}
