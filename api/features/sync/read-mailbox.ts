/** Reads one seller's calendar page by page and stores its customer meetings, resumable after every page. A queue function. */
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type CalendarPage, type CalendarWindow, readCalendarPage } from '../../platform/graph/calendar.ts';
import type { GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Background } from '../../platform/trigger/handler.ts';
import { refreshHealth } from '../health/refresh-health.ts';
import { storeMeetings } from '../meetings/store-meetings.ts';
import { forgetUnseen } from './forget-unseen.ts';
import { type Lease, leaseMailbox, renewLease, settleMailbox } from './mailbox-lease.ts';
import { queueNames, type ReadMailboxMessage } from './messages.ts';

/** A little more than a year, so that "not in person for a year" is known from the first day. */
const historyDays = 400;
const aheadDays = 60;
/** Pages of one run; a longer calendar goes on in the next message. */
const maxPagesPerRun = 100;
const millisecondsPerDay = 86_400_000;

/** Done, or postponed to another message; a failure of the outside world that may pass is thrown, so that the queue tries again. */
export async function readMailbox(message: ReadMailboxMessage, background: Background): Promise<void> {
  const lease = await background.withTenant(message.tenantId, (tx) =>
    leaseMailbox(tx, message, windowAt(background.nowAt()), background.nowAt()),
  );
  if (!lease) return;
  const graph = background.graph(message.tenantId);
  let from: CalendarWindow | { readonly nextLink: string } = lease.nextLink === undefined ? lease.window : { nextLink: lease.nextLink };
  for (let pages = 0; pages < maxPagesPerRun; pages += 1) {
    const page = await readCalendarPage(graph, message.sellerId, from);
    if (!page.ok) return giveUp(page.failure, lease, background);
    if (page.value.unreadable > 0) {
      background.log.warn('events_unreadable', { tenantId: message.tenantId, sellerId: message.sellerId, count: page.value.unreadable });
    }
    const stored = await background.withTenant(message.tenantId, (tx) => storePage(tx, page.value, lease, background.nowAt()));
    if (!stored.ok) return;
    const { nextLink } = page.value;
    if (nextLink === undefined) return;
    from = { nextLink };
  }
  await background.queue.send(queueNames.readMailbox, message);
}

function windowAt(nowAt: Date): CalendarWindow {
  return {
    startsAt: new Date(nowAt.getTime() - historyDays * millisecondsPerDay),
    endsAt: new Date(nowAt.getTime() + aheadDays * millisecondsPerDay),
  };
}

/** Meetings, health and checkpoint in one transaction: a run that lost its lease, or the machine, leaves no half page. */
async function storePage(
  tx: TenantTransaction,
  page: CalendarPage,
  lease: Lease,
  nowAt: Date,
): Promise<Result<void, { readonly kind: 'lease_lost' }>> {
  const isLast = page.nextLink === undefined;
  const isOurs = await renewLease(tx, lease, { nextLink: page.nextLink, events: page.events.length + page.unreadable, nowAt });
  if (!isOurs) return refused({ kind: 'lease_lost' });
  const { accountIds } = await storeMeetings(tx, page.events, lease);
  const forgotten = isLast ? await forgetUnseen(tx, lease) : [];
  await refreshHealth(tx, [...accountIds, ...forgotten], { tenantId: lease.tenantId, nowAt });
  if (isLast) await settleMailbox(tx, lease, 'read', nowAt);
  return ok(undefined);
}

async function giveUp(failure: GraphFailure, lease: Lease, background: Background): Promise<void> {
  const { tenantId, sellerId } = lease;
  background.log.warn('calendar_not_read', { tenantId, sellerId, ...failure });
  const state = stateAfter(failure);
  await background.withTenant(tenantId, (tx) => settleMailbox(tx, lease, state, background.nowAt()));
  if (state === 'waiting') throw new Error(`calendar not read: ${failure.kind}`);
}

function stateAfter(failure: GraphFailure): 'out_of_scope' | 'no_mailbox' | 'failed' | 'waiting' {
  switch (failure.kind) {
    case 'out_of_scope':
      return 'out_of_scope';
    case 'no_mailbox':
    case 'not_found':
      return 'no_mailbox';
    case 'access_refused':
    case 'unreadable':
      return 'failed';
    case 'unavailable':
      return 'waiting';
  }
}
