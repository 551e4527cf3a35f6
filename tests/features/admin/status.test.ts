/** How it stands with the calendars, as an admin sees it after real reads, refusals and throttling. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StatusReply } from '../../../api/contract/admin.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';

const nowAt = '2026-05-04T14:00:00Z';
let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt, isTold: true });
  await house.setUp();
});

afterAll(() => house.stop());

beforeEach(async () => {
  house.setNow(nowAt);
  await house.readCalendars();
  await house.readChanges();
});

afterEach(() => fault('none'));

async function fault(kind: string, plan: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await fetch(`${house.graphBaseUrl}/simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, ...plan }),
  });
}

async function patchAna(mailbox: string): Promise<void> {
  await fetch(`${house.graphBaseUrl}/simulator/users/${house.tenant.people.ana.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mailbox }),
  });
}

async function status(): Promise<StatusReply> {
  const { value } = await house.call('adam', 'status');
  if (!value) throw new Error('no status');
  return value;
}

const ofAna = ({ sellers }: StatusReply): StatusReply['sellers'][number] | undefined =>
  sellers.find(({ id }) => id === house.tenant.people.ana.id);

describe('a seller’s calendar', () => {
  it('has been read as long ago as its last read to the end, whole or of changes', async () => {
    house.setNow('2026-05-04T14:05:30Z');
    expect(ofAna(await status())).toMatchObject({ state: 'read', lagSeconds: 330 });
    await house.readChanges();
    expect(ofAna(await status())).toMatchObject({ lagSeconds: 0 });
  });

  it('says by how much the last whole read put the stored meetings right', async () => {
    expect(ofAna(await status())?.difference).toBe(0);
    await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { subject: 'Unheard of', attendees: [invited(contoral)] }));
    await house.readCalendars();
    expect(ofAna(await status())?.difference).toBe(1);
  });

  it('is told of until the subscription ends', async () => {
    expect(ofAna(await status())?.subscription).toEqual({ state: 'none', endsAt: null });
    await house.host.runTimer('keep-subscriptions');
    await expect
      .poll(async () => ofAna(await status())?.subscription, { timeout: 20_000 })
      .toEqual({ state: 'told', endsAt: '2026-05-11T13:50:00.000Z' });
    house.setNow('2026-05-11T13:50:00Z');
    expect(ofAna(await status())?.subscription).toEqual({ state: 'none', endsAt: null });
  });

  it('whose subscription Graph refused is looked at by the clock, and the admin is told', async () => {
    await house.sql(
      `update mailbox set subscription_id = null, subscription_ends_at = null, subscription_key = null, subscription_refused_at = $1 where seller_id = $2`,
      [nowAt, house.tenant.people.ana.id],
    );
    const reply = await status();
    expect(ofAna(reply)?.subscription).toEqual({ state: 'refused', endsAt: null });
    expect(reply.troubles).toEqual([{ kind: 'not_told', count: 1 }]);
    await house.sql('update mailbox set subscription_refused_at = null');
  });
});

describe('a mailbox that moved on-premises', () => {
  afterEach(() => patchAna('here'));

  it('is a state that stays while it is tried again, and one line in the log', async () => {
    await patchAna('on_premises');
    const linesBefore = house.logLines.length;
    await house.sql(`update mailbox set state = 'waiting', lease_until = null where seller_id = $1`, [house.tenant.people.ana.id]);
    for (const at of ['2026-05-04T14:00:00Z', '2026-05-04T14:16:00Z', '2026-05-04T14:32:00Z']) {
      house.setNow(at);
      const [before] = await house.sql<{ n: number }>('select lease_number as n from mailbox where seller_id = $1', [
        house.tenant.people.ana.id,
      ]);
      await house.host.runTimer('request-mailbox-reads');
      await expect
        .poll(
          () =>
            house.sql(`select state from mailbox where seller_id = $1 and lease_number > $2 and lease_until > $3`, [
              house.tenant.people.ana.id,
              before?.n,
              new Date(Date.parse(at) + 120_000),
            ]),
          { timeout: 20_000 },
        )
        .toEqual([{ state: 'no_mailbox' }]);
    }
    const reply = await status();
    expect(reply.states).toEqual({ waiting: 0, reading: 0, read: 2, out_of_scope: 0, no_mailbox: 1, failed: 0 });
    expect(reply.troubles).toContainEqual({ kind: 'no_mailbox', count: 1 });
    expect(house.logLines.slice(linesBefore).filter((line) => line.includes('calendar_not_read'))).toHaveLength(1);
  }, 60_000);
});

describe('the tenant', () => {
  it('has no trouble while calendars are read', async () => {
    const reply = await status();
    expect(reply).toMatchObject({ consentRefusedSince: null, longestLagSeconds: 0, setAside: [], troubles: [] });
  });

  it('is told since when Graph refuses everything, however often that is tried', async () => {
    await fault('consent_revoked');
    for (const at of ['2026-05-04T14:00:00Z', '2026-05-04T14:20:00Z']) {
      house.setNow(at);
      await house.sql(`update mailbox set state = 'waiting', lease_until = null`);
      await house.host.runTimer('request-mailbox-reads');
      await expect.poll(() => house.sql('select graph_refused_at as at from tenant'), { timeout: 20_000 }).toEqual([{ at: new Date(at) }]);
    }
    expect(await status()).toMatchObject({ consentRefusedSince: '2026-05-04T14:00:00.000Z', troubles: [{ kind: 'consent_refused' }, {}] });
    await fault('none');
    house.setNow('2026-05-04T14:40:00Z');
    await house.sql(`update mailbox set lease_until = null`);
    await house.host.runTimer('request-mailbox-reads');
    await expect.poll(async () => (await status()).consentRefusedSince, { timeout: 20_000 }).toBeNull();
  }, 60_000);

  it('is told of the requests of the last hour and how many Graph throttled', async () => {
    await house.sql('truncate graph_usage');
    house.setNow('2026-05-04T15:02:00Z');
    await fault('throttle', { times: 1, every: 1, retryAfterSeconds: 0 });
    await house.readCalendars();
    // What an instance counts it adds with the first message after a minute.
    house.setNow('2026-05-04T15:04:00Z');
    await fault('none');
    await house.readCalendars();
    await expect.poll(async () => (await status()).graphRequests.throttled, { timeout: 20_000 }).toBe(1);
    const { graphRequests } = await status();
    expect(graphRequests.sent).toBeGreaterThan(3);
    house.setNow('2026-05-04T16:30:00Z');
    expect((await status()).graphRequests).toEqual({ sent: 0, throttled: 0 });
  }, 40_000);

  it.each(['ana', 'mia', 'dora'] as const)('shows it to nobody but admins: %s', async (who) => {
    expect((await house.call(who, 'status')).problem?.code).toBe('role_missing');
  });
});
