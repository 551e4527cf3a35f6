/** One page of a round: what has changed since the last round, or the first round of a new baseline. */
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { CalendarWindow } from '../../platform/graph/calendar.ts';
import { type CalendarChange, type DeltaPage, readDeltaPage } from '../../platform/graph/calendar-delta.ts';
import type { CalendarEvent } from '../../platform/graph/calendar-event.ts';
import { refreshHealth } from '../health/refresh-health.ts';
import { storeMeetings } from '../meetings/store-meetings.ts';
import { adoptRecreated } from './adopt-recreated.ts';
import { forgetEvents, forgetPrivate, forgetUnseen } from './forget-meetings.ts';
import { forgetRefusal } from './graph-refusal.ts';
import { hydrateChanges, type HydratedChanges } from './hydrate-changes.ts';
import { holdLease, type Lease, renewLease, settleRound } from './mailbox-lease.ts';
import type { PageReader, ReadPage } from './page-reader.ts';

export function readChangesPage({ lease, graph, background }: PageReader): ReadPage {
  const { tenantId, sellerId } = lease;
  const masters = new Map<string, CalendarEvent>();
  return async (link) => {
    const page = await readDeltaPage(graph, sellerId, link === undefined ? lease.window : { link });
    if (!page.ok) return page;
    const { changes, unreadable, next } = page.value;
    if (unreadable > 0) background.log.warn('events_unreadable', { tenantId, sellerId, count: unreadable });
    const removed = removedIn(changes);
    const storedTimes =
      removed.length === 0
        ? new Map<string, CalendarWindow>()
        : await background.withTenant(tenantId, (tx) => loadStoredTimes(tx, sellerId, removed));
    const hydrated = await hydrateChanges(graph, changes, { sellerId, masters, storedTimes });
    if (!hydrated.ok) return hydrated;
    const isOurs = await background.withTenant(tenantId, (tx) => storePage(tx, hydrated.value, { lease, next, nowAt: background.nowAt() }));
    return ok(isOurs && next.kind === 'more' ? next : { kind: 'end' });
  };
}

function removedIn(changes: readonly CalendarChange[]): readonly string[] {
  return changes.flatMap((change) => (change.kind === 'removed' ? [change.eventId] : []));
}

/** When events that delta calls removed take place, by event id; those that were never stored are nobody's loss. `eventIds`: at least one. */
async function loadStoredTimes(
  tx: TenantTransaction,
  sellerId: string,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, CalendarWindow>> {
  const rows = await tx
    .selectFrom('meeting_seller as ms')
    .innerJoin('meeting as m', (join) => join.onRef('m.tenant_id', '=', 'ms.tenant_id').onRef('m.meeting_id', '=', 'ms.meeting_id'))
    .where('ms.seller_id', '=', sellerId)
    .where('ms.event_id', 'in', eventIds)
    .select(['ms.event_id', 'm.starts_at', 'm.ends_at'])
    .execute();
  return new Map(
    rows.flatMap(({ event_id, starts_at, ends_at }) => (event_id === null ? [] : [[event_id, { startsAt: starts_at, endsAt: ends_at }]])),
  );
}

interface Storing {
  readonly lease: Lease;
  readonly next: DeltaPage['next'];
  readonly nowAt: Date;
}

/** Meetings, health and checkpoint in one transaction. False when the lease is somebody else's by now. */
async function storePage(tx: TenantTransaction, { events, goneIds }: HydratedChanges, { lease, next, nowAt }: Storing): Promise<boolean> {
  const { tenantId, sellerId } = lease;
  const isLast = next.kind === 'end';
  if (!(await holdLease(tx, lease))) return false;
  const stored = await storeMeetings(tx, events, { ...lease, nowAt });
  const hidden = await forgetPrivate(tx, { sellerId, events }, nowAt);
  const eventIds = [...goneIds, ...events.map(({ eventId }) => eventId)];
  const forgotten = await forgetEvents(tx, { sellerId, eventIds, keptMeetingIds: [...stored.meetingIdByKey.values()] }, nowAt);
  // A baseline tells everything of its window, so what it did not tell is gone; a round of changes says itself what is.
  const unseen = isLast && lease.kind === 'baseline' ? await forgetUnseen(tx, lease, nowAt) : { accountIds: [] };
  const adopted = isLast ? await adoptRecreated(tx, { sellerId, nowAt }) : [];
  const accountIds = [...stored.accountIds, ...hidden.accountIds, ...forgotten.accountIds, ...unseen.accountIds, ...adopted];
  await refreshHealth(tx, [...new Set(accountIds)], { tenantId, nowAt });
  await renewLease(tx, lease, { nextLink: isLast ? undefined : next.link, events: events.length, difference: 0, nowAt });
  if (!isLast) return true;
  await settleRound(tx, lease, next.link);
  await forgetRefusal(tx);
  return true;
}
