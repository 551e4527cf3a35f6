import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdLease, leaseMailbox, settleWhole } from '../../../api/features/sync/mailbox-lease.ts';
import { queueNames } from '../../../api/features/sync/messages.ts';
import { openDatabase } from '../../../api/platform/db/database.ts';
import { readCalendarPage } from '../../../api/platform/graph/calendar.ts';
import { graphClients } from '../../../api/platform/graph/graph-client.ts';
import { appTokens } from '../../../api/platform/identity/app-token.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
});

afterAll(() => house.stop());

beforeEach(async () => {
  // A message that failed comes again seconds later: it must not read a mailbox of the next test.
  await house.queues.getQueueClient(queueNames.readMailbox).clearMessages();
  const truth = await fetch(`${house.graphBaseUrl}/simulator/mailboxes/${house.tenant.people.ana.id}/events`);
  for (const { id } of (await truth.json()) as { id: string }[]) await house.deleteEvent('ana', id);
  await house.sql('delete from meeting');
  await house.sql('update tenant set graph_refused_at = null, graph_refused_since = null');
  await house.sql(
    `update mailbox set state = 'waiting', read_number = 0, next_link = null, events_read = 0, customer_meetings = 0, lease_until = null,
       last_read_at = null`,
  );
});

interface Hits {
  readonly times: number;
  readonly every: number;
  readonly pathIncludes: string;
}

async function fault(kind: string, hits?: Hits): Promise<void> {
  await fetch(`${house.graphBaseUrl}/simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, ...hits }),
  });
}

async function mailbox(name: 'ana' | 'bob'): Promise<Record<string, unknown> | undefined> {
  const [row] = await house.sql('select * from mailbox where seller_id = $1', [house.tenant.people[name].id]);
  return row;
}

/** Two pages of ana's calendar. */
async function addTwoPages(): Promise<void> {
  for (let index = 0; index < 260; index += 1) {
    const startsAt = new Date(Date.parse('2026-01-01T08:00:00Z') + index * 6 * 3_600_000).toISOString();
    await house.addEvent('ana', anEvent(startsAt, { subject: `Meeting ${index}`, attendees: [invited(contoral)] }));
  }
}

describe('a calendar of several pages', () => {
  beforeEach(addTwoPages);

  it('is read whole, with a count', async () => {
    await house.readCalendars();
    expect(await mailbox('ana')).toMatchObject({
      state: 'read',
      events_read: 260,
      customer_meetings: 260,
      next_link: null,
      read_number: 1,
    });
  });

  it('goes on after the last stored page when a run was cut off', async () => {
    await house.readCalendars();
    const [meeting] = await house.sql<{ n: number }>('select count(*)::int as n from meeting');
    expect(meeting?.n).toBe(260);
    // As a kill between two pages leaves it: the first page's checkpoint, and what came after it not yet there.
    const skip = `https://graph.microsoft.com/v1.0/users/${house.tenant.people.ana.id}/calendarView`;
    await house.sql(`delete from meeting where starts_at > '2026-03-01'`);
    await house.sql(
      `update mailbox set state = 'reading', read_number = 2, events_read = 250, lease_until = null,
         next_link = $1 where seller_id = $2`,
      [`${skip}?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-07-03T14:00:00Z&$top=250`, house.tenant.people.ana.id],
    );
    await house.sql(`update meeting_seller set read_number = 2`);
    await house.readCalendars();
    const [after] = await house.sql<{ n: number }>('select count(*)::int as n from meeting');
    expect(after?.n).toBe(260);
    expect(await mailbox('ana')).toMatchObject({ state: 'read', read_number: 2, next_link: null });
  });
});

describe('a token for Graph that ends between two pages', () => {
  beforeEach(addTwoPages);

  afterEach(async () => {
    await fault('none');
    house.setNow('2026-05-04T14:00:00Z');
  });

  it('is replaced by a fresh one, and the read goes on with the next page', async () => {
    const tokens = appTokens(house.config);
    const graph = graphClients(house.config, tokens)(house.tenant.tenantId, 'background');
    const sellerId = house.tenant.people.ana.id;
    const window = { startsAt: new Date('2025-12-01T00:00:00Z'), endsAt: new Date('2026-07-01T00:00:00Z') };
    const first = await readCalendarPage(graph, sellerId, window);
    if (!first.ok || first.value.nextLink === undefined) throw new Error('the first page has no next');
    const stale = await tokens.graphToken(house.tenant.tenantId);
    // MSAL keeps the machine's time and still holds the token for good; Graph keeps the simulator's.
    house.setNow('2026-05-06T14:00:00Z');
    const refusal = await fetch(`${house.graphBaseUrl}/v1.0/users/${sellerId}`, { headers: { authorization: `Bearer ${stale}` } });
    expect([refusal.status, await refusal.text()]).toEqual([401, expect.stringContaining('the token is expired')]);

    const next = await readCalendarPage(graph, sellerId, { nextLink: first.value.nextLink });
    if (!next.ok) throw new Error(next.failure.kind);
    expect(first.value.events.length + next.value.events.length).toBe(260);
  });

  it('costs the sync nothing: the calendar is read whole in one go', async () => {
    const linesBefore = house.logLines.length;
    await fault('expire', { every: 2, times: 1, pathIncludes: `${house.tenant.people.ana.id}/calendarView` });
    await house.readCalendars();
    expect(await mailbox('ana')).toMatchObject({ state: 'read', events_read: 260, customer_meetings: 260, read_number: 1 });
    expect(house.logLines.slice(linesBefore)).toEqual([]);
  });

  it('is replaced once: a fresh one that is refused too is a failure, not a loop', async () => {
    await fault('expire', { every: 1, times: 2, pathIncludes: `${house.tenant.people.ana.id}/calendarView` });
    await house.readCalendars();
    expect(await mailbox('ana')).toMatchObject({ state: 'failed', events_read: 0 });
    expect(house.logLines.at(-1)).toContain('"kind":"access_refused","status":401,"code":"InvalidAuthenticationToken"');
  });
});

describe('a mailbox that cannot be read', () => {
  it('out of scope is a state, not an error, and is left alone for a while', async () => {
    await house.sql(`update mailbox set state = 'read' where seller_id <> $1`, [house.tenant.people.ana.id]);
    // stan has a mailbox that Exchange does not open to the app
    await house.sql(
      `insert into person (tenant_id, person_id, display_name, mail, is_seller, enrolled_at)
      values ($1, $2, 'Stan', 'stan@ours1.example', true, now())`,
      [house.tenant.tenantId, house.tenant.people.stan.id],
    );
    await house.sql(`insert into mailbox (tenant_id, seller_id, state) values ($1, $2, 'waiting')`, [
      house.tenant.tenantId,
      house.tenant.people.stan.id,
    ]);
    await house.readCalendars();
    const [row] = await house.sql<{ state: string; lease_until: Date }>('select state, lease_until from mailbox where seller_id = $1', [
      house.tenant.people.stan.id,
    ]);
    expect(row?.state).toBe('out_of_scope');
    expect(row?.lease_until.getTime()).toBeGreaterThan(Date.parse('2026-05-04T14:00:00Z'));
    const status = await house.call('adam', 'status');
    expect(status.value?.sellers.find(({ name }) => name === 'Stan')).toMatchObject({ state: 'out_of_scope' });
  });

  it('Graph being down leaves it waiting, and it is read once Graph is back', async () => {
    await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { attendees: [invited(contoral)] }));
    await fault('throttle');
    await house.host.runTimer('request-mailbox-reads');
    await fault('none');
    await house.readCalendars();
    expect(await house.sql('select count(*)::int as n from meeting')).toEqual([{ n: 1 }]);
  }, 60_000);
});

describe('a tenant that has withdrawn its consent', () => {
  const leases = async (): Promise<number> =>
    (await house.sql<{ n: number }>(`select sum(lease_number)::int as n from mailbox`))[0]?.n ?? 0;
  const asked = async (): Promise<number> => {
    await house.queues.getQueueClient(queueNames.readMailbox).clearMessages();
    await house.sql(`update mailbox set lease_until = null, state = 'failed'`);
    const before = await leases();
    await house.host.runTimer('request-mailbox-reads');
    // A message is gone from the queue once it has been carried out.
    const queue = house.queues.getQueueClient(queueNames.readMailbox);
    await expect.poll(async () => (await queue.getProperties()).approximateMessagesCount, { timeout: 20_000 }).toBe(0);
    return (await leases()) - before;
  };

  afterEach(() => fault('none'));

  it('is tried with one mailbox every quarter of an hour, and with all once it gets through', async () => {
    await fault('consent_revoked');
    expect(await asked()).toBeGreaterThan(1);
    expect(await asked()).toBe(0);
    house.setNow('2026-05-04T14:15:00Z');
    expect(await asked()).toBe(1);
    await fault('none');
    house.setNow('2026-05-04T14:30:00Z');
    await house.sql(`update mailbox set lease_until = null`);
    await house.host.runTimer('request-mailbox-reads');
    await expect
      .poll(() => house.sql('select graph_refused_at from tenant where graph_refused_at is null'), { timeout: 20_000 })
      .toHaveLength(1);
    house.setNow('2026-05-04T14:00:00Z');
  }, 80_000);
});

it('a worker that lost its lease writes nothing', async () => {
  await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { attendees: [invited(contoral)] }));
  const database = openDatabase({ url: house.config.database.url, maxConnections: 2 });
  const { tenantId } = house.tenant;
  const message = { tenantId, sellerId: house.tenant.people.ana.id };
  const at = (text: string): Date => new Date(text);
  const take = (nowAt: Date) => database.withTenant(tenantId, (tx) => leaseMailbox(tx, message, nowAt));
  const first = await take(at('2026-05-04T14:00:00Z'));
  expect(await take(at('2026-05-04T14:00:30Z'))).toBe('busy');
  const second = await take(at('2026-05-04T14:05:00Z'));
  if (typeof first !== 'object' || typeof second !== 'object') throw new Error('no lease');
  expect(await database.withTenant(tenantId, (tx) => holdLease(tx, first))).toBe(false);
  await database.withTenant(tenantId, (tx) => settleWhole(tx, first, at('2026-05-04T14:05:02Z')));
  expect(await mailbox('ana')).toMatchObject({ state: 'reading', next_link: null, last_read_at: null });
  expect(await database.withTenant(tenantId, (tx) => holdLease(tx, second))).toBe(true);
  await database.close();
});
