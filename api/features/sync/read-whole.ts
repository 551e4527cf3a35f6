/** One page of a whole read: every event of the window as it is now. The first read of a calendar, and the reconcile of every later day. */
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type CalendarPage, readCalendarPage } from '../../platform/graph/calendar.ts';
import { refreshHealth } from '../health/refresh-health.ts';
import { storeMeetings } from '../meetings/store-meetings.ts';
import { adoptRecreated } from './adopt-recreated.ts';
import { forgetPrivate, forgetUnseen } from './forget-meetings.ts';
import { forgetRefusal } from './graph-refusal.ts';
import { holdLease, type Lease, renewLease, settleWhole } from './mailbox-lease.ts';
import type { PageReader, ReadPage } from './page-reader.ts';

export function readWholePage({ lease, graph, background }: PageReader): ReadPage {
  const { tenantId, sellerId } = lease;
  return async (link) => {
    const page = await readCalendarPage(graph, sellerId, link === undefined ? lease.window : { nextLink: link });
    if (!page.ok) return page;
    const { unreadable, nextLink } = page.value;
    if (unreadable > 0) background.log.warn('events_unreadable', { tenantId, sellerId, count: unreadable });
    const isOurs = await background.withTenant(tenantId, (tx) => storePage(tx, page.value, lease, background.nowAt()));
    return ok(isOurs && nextLink !== undefined ? { kind: 'more', link: nextLink } : { kind: 'end' });
  };
}

/** Meetings, health and checkpoint in one transaction: a run that lost its lease (false), or the machine, leaves no half page. */
async function storePage(tx: TenantTransaction, page: CalendarPage, lease: Lease, nowAt: Date): Promise<boolean> {
  const { tenantId, sellerId } = lease;
  const isLast = page.nextLink === undefined;
  if (!(await holdLease(tx, lease))) return false;
  const stored = await storeMeetings(tx, page.events, { ...lease, nowAt });
  const hidden = await forgetPrivate(tx, { sellerId, events: page.events }, nowAt);
  const forgotten = isLast ? await forgetUnseen(tx, lease, nowAt) : { accountIds: [], count: 0 };
  const adopted = isLast ? await adoptRecreated(tx, { sellerId, nowAt }) : [];
  const accountIds = [...stored.accountIds, ...hidden.accountIds, ...forgotten.accountIds, ...adopted];
  await refreshHealth(tx, [...new Set(accountIds)], { tenantId, nowAt });
  await renewLease(tx, lease, {
    nextLink: page.nextLink,
    events: page.events.length + page.unreadable,
    difference: stored.changed + hidden.count + forgotten.count,
    nowAt,
  });
  if (!isLast) return true;
  await settleWhole(tx, lease, nowAt);
  await forgetRefusal(tx);
  return true;
}
