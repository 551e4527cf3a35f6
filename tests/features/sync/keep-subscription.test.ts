/** From a change in a calendar to a stored meeting by Graph's own word: subscription, handshake, notification, queue, round. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-04T14:00:00Z', isTold: true });
  await house.setUp();
  await house.readCalendars();
  await house.readChanges();
});

afterAll(() => house.stop());

interface MailboxRow {
  readonly subscription_id: string | null;
  readonly subscription_ends_at: Date | null;
  readonly subscription_refused_at: Date | null;
}

async function ofAna(): Promise<MailboxRow> {
  const [row] = await house.sql<MailboxRow>(
    'select subscription_id, subscription_ends_at, subscription_refused_at from mailbox where seller_id = $1',
    [house.tenant.people.ana.id],
  );
  if (!row) throw new Error('ana has no mailbox');
  return row;
}

/** Asks for whatever is due about subscriptions, and waits until `isDone`. */
async function keep(isDone: (row: MailboxRow) => boolean): Promise<MailboxRow> {
  await house.host.runTimer('keep-subscriptions');
  await expect.poll(async () => isDone(await ofAna()), { timeout: 20_000 }).toBe(true);
  return ofAna();
}

async function simulator(path: string, body: object = {}, method = 'POST'): Promise<unknown> {
  const answer = await fetch(`${house.graphBaseUrl}/simulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

describe('a subscription', () => {
  it('is made for every calendar that is read, for nearly seven days', async () => {
    const row = await keep(({ subscription_id }) => subscription_id !== null);
    expect(row.subscription_ends_at).toEqual(new Date('2026-05-11T13:50:00Z'));
  });

  it('brings a change into the database without anybody asking', async () => {
    house.setNow('2026-05-04T14:10:00Z');
    await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { subject: 'Told', attendees: [invited(contoral)] }));
    expect(await simulator('notifications/deliver')).toEqual({ waiting: 0 });
    await expect
      .poll(() => house.sql(`select subject from meeting where subject = 'Told'`), { timeout: 60_000 })
      .toEqual([{ subject: 'Told' }]);
  }, 80_000);

  it('is prolonged in its last two days, not before', async () => {
    const before = await ofAna();
    house.setNow('2026-05-08T14:00:00Z');
    await house.host.runTimer('keep-subscriptions');
    expect((await ofAna()).subscription_ends_at).toEqual(before.subscription_ends_at);
    house.setNow('2026-05-10T14:00:00Z');
    const after = await keep(({ subscription_ends_at }) => (subscription_ends_at ?? 0) > (before.subscription_ends_at ?? 0));
    expect(after.subscription_id).toBe(before.subscription_id);
  });

  it('that Graph has removed is made anew', async () => {
    const before = await ofAna();
    expect(await simulator('lifecycle', { event: 'subscriptionRemoved' })).toMatchObject({ waiting: 0 });
    await expect.poll(async () => (await ofAna()).subscription_id, { timeout: 20_000 }).not.toBe(before.subscription_id);
  });

  it('that Graph wants authorised anew tells again', async () => {
    const before = await ofAna();
    house.setNow('2026-05-10T15:00:00Z');
    expect(await simulator('lifecycle', { event: 'reauthorizationRequired' })).toMatchObject({ waiting: 0 });
    await expect
      .poll(async () => (await ofAna()).subscription_ends_at?.getTime(), { timeout: 20_000 })
      .toBeGreaterThan(before.subscription_ends_at?.getTime() ?? Infinity);
  });

  it('of which the database has lost the name is replaced', async () => {
    const before = await ofAna();
    await house.sql('update mailbox set subscription_id = null, subscription_ends_at = null, subscription_key = null');
    const after = await keep(({ subscription_id }) => subscription_id !== null);
    expect(after.subscription_id).not.toBe(before.subscription_id);
  });

  it('made with an older key is replaced', async () => {
    const before = await ofAna();
    await house.sql(`update mailbox set subscription_key = 'older' where subscription_id is not null`);
    const after = await keep(({ subscription_id }) => subscription_id !== before.subscription_id && subscription_id !== null);
    expect(after.subscription_id).not.toBe(before.subscription_id);
  });
});

describe('where Graph refuses subscriptions', () => {
  it('the clock asks instead, and Graph is asked again a day later', async () => {
    await simulator('settings', { refusesSubscriptionsUnderRbac: true }, 'PATCH');
    await house.sql('update mailbox set subscription_id = null, subscription_ends_at = null, subscription_key = null');
    await keep(({ subscription_refused_at }) => subscription_refused_at !== null);
    await simulator('settings', { refusesSubscriptionsUnderRbac: false }, 'PATCH');
    house.setNow('2026-05-11T14:59:00Z');
    await house.host.runTimer('keep-subscriptions');
    expect((await ofAna()).subscription_id).toBeNull();
    house.setNow('2026-05-11T15:00:00Z');
    await keep(({ subscription_id }) => subscription_id !== null);
  });
});
