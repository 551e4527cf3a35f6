/** Sellers and managers follow the directory by themselves: who joins is enrolled, who leaves is left alone, and access follows the reporting line. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
let nowMs = Date.parse('2026-05-04T06:00:00Z');

beforeAll(async () => {
  house = await openHouse({ nowAt: new Date(nowMs).toISOString(), isTold: true });
  await house.setUp();
  await house.addEvent('ana', anEvent('2026-05-03T09:00:00Z', { subject: 'Lunch', attendees: [invited(contoral)] }));
  await house.readCalendars();
});

afterAll(() => house.stop());

afterEach(() => simulator('faults', 'POST', { kind: 'none' }));

async function simulator(path: string, method: string, body?: object): Promise<Response> {
  const answer = await fetch(`${house.graphBaseUrl}/simulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok, `${method} ${path}`).toBe(true);
  return answer;
}

const idOf = (name: Name): string => house.tenant.people[name].id;
const member = (name: Name): string => `groups/${house.tenant.sellerGroupId}/members/${idOf(name)}`;

/** An hour later, when the directory has been looked at. */
async function anHourLater({ isRefused = false } = {}): Promise<void> {
  nowMs += 3_600_000;
  const at = new Date(nowMs);
  house.setNow(at.toISOString());
  await house.host.runTimer('request-directory-reads');
  await expect
    .poll(
      () =>
        house.sql(
          `select from tenant where directory_tried_at = $1 and ${isRefused ? 'directory_refusal is not null' : 'directory_read_at = $1'}`,
          [at],
        ),
      {
        timeout: 20_000,
      },
    )
    .toHaveLength(1);
}

async function person(name: Name): Promise<Record<string, unknown> | undefined> {
  const [row] = await house.sql('select is_seller, enrolled_at, left_at, manager_id from person where person_id = $1', [idOf(name)]);
  return row;
}

/** Requests about the directory meanwhile, by kind; not those that were refused because a token had ended. */
async function countedDuring(work: () => Promise<void>): Promise<Record<string, number>> {
  await simulator('requests', 'DELETE');
  await work();
  const counts = (await (await simulator('requests', 'GET')).json()) as Record<string, { readonly all: number; readonly refused: number }>;
  const kinds = ['groupMembers', 'usersDelta', 'manager', 'user'];
  return Object.fromEntries(kinds.flatMap((kind) => (counts[kind] ? [[kind, counts[kind].all - counts[kind].refused]] : [])));
}

describe('who joins the group', () => {
  it('is enrolled from that hour on, read, and a seller for the app', async () => {
    expect((await house.call('stan', 'me')).value?.roles).toEqual([]);
    await simulator(member('stan'), 'PUT');
    await anHourLater();
    expect(await person('stan')).toMatchObject({ is_seller: true, enrolled_at: new Date(nowMs), left_at: null });
    expect((await house.call('stan', 'me')).value?.roles).toEqual(['seller']);
    expect(await house.sql('select state from mailbox where seller_id = $1', [idOf('stan')])).toEqual([{ state: 'waiting' }]);
  });
});

describe('who leaves the group', () => {
  it('is no longer read and no longer told of; what was stored stays', async () => {
    await house.readCalendars();
    await house.host.runTimer('keep-subscriptions');
    const ofAna = `select subscription_id from mailbox where seller_id = $1 and subscription_id is not null`;
    await expect.poll(() => house.sql(ofAna, [idOf('ana')]), { timeout: 20_000 }).toHaveLength(1);
    await simulator(member('ana'), 'DELETE');
    await anHourLater();
    expect(await person('ana')).toMatchObject({ is_seller: false, left_at: new Date(nowMs) });
    await house.host.runTimer('keep-subscriptions');
    await expect.poll(() => house.sql(ofAna, [idOf('ana')]), { timeout: 20_000 }).toEqual([]);
    const { sellers } = (await house.call('adam', 'status')).value ?? {};
    expect(sellers?.map(({ id }) => id)).not.toContain(idOf('ana'));
    const [before] = await house.sql('select lease_number from mailbox where seller_id = $1', [idOf('ana')]);
    await house.sql(`update mailbox set state = 'waiting', lease_until = null`);
    await house.host.runTimer('request-mailbox-reads');
    await expect.poll(() => house.sql(`select from mailbox where state = 'read'`), { timeout: 20_000 }).toHaveLength(3);
    expect(await house.sql('select lease_number from mailbox where seller_id = $1', [idOf('ana')])).toEqual([before]);
    expect(await house.sql(`select subject from meeting where subject = 'Lunch'`)).toHaveLength(1);
  }, 60_000);

  it('and comes back within a month goes on as if never away', async () => {
    await simulator(member('ana'), 'PUT');
    await anHourLater();
    expect(await person('ana')).toMatchObject({ is_seller: true, enrolled_at: new Date('2026-05-04T06:00:00Z'), left_at: null });
    await house.readCalendars();
    expect(await house.sql(`select subject from meeting where subject = 'Lunch'`)).toHaveLength(1);
  });

  it('and comes back after more than a month is enrolled anew', async () => {
    await simulator(member('ana'), 'DELETE');
    await anHourLater();
    nowMs += 31 * 86_400_000;
    await simulator(member('ana'), 'PUT');
    await anHourLater();
    expect(await person('ana')).toMatchObject({ is_seller: true, enrolled_at: new Date(nowMs) });
  });
});

describe('a seller with another manager', () => {
  it('is seen by the new one and no longer by the former, within an hour', async () => {
    const accountsOf = async (who: Name): Promise<readonly string[]> =>
      (await house.call(who, 'team')).value?.accounts.map(({ name }) => name) ?? [];
    expect(await accountsOf('mia')).toContain('Contoral');
    await simulator(`users/${idOf('ana')}`, 'PATCH', { managerId: idOf('max') });
    await anHourLater();
    expect(await accountsOf('mia')).not.toContain('Contoral');
    expect(await accountsOf('max')).toContain('Contoral');
    await simulator(`users/${idOf('ana')}`, 'PATCH', { managerId: idOf('mia') });
    await anHourLater();
    expect(await accountsOf('mia')).toContain('Contoral');
  });

  it('costs few requests: an hour in which nothing changed asks for the members and for who has changed', async () => {
    expect(await countedDuring(() => anHourLater())).toEqual({ groupMembers: 1, usersDelta: 1 });
  });

  it('is asked for alone when one of many has changed', async () => {
    await simulator(`users/${idOf('bob')}`, 'PATCH', { displayName: 'Bob Renamed' });
    expect(await countedDuring(() => anHourLater())).toEqual({ groupMembers: 1, usersDelta: 1, manager: 1 });
    expect(await house.sql('select display_name from person where person_id = $1', [idOf('bob')])).toEqual([
      { display_name: 'Bob Renamed' },
    ]);
  });
});

describe('a directory that cannot be read', () => {
  it('changes nobody, says so to the admin since when, and leaves one line in the log', async () => {
    const before = house.logLines.length;
    await simulator('faults', 'POST', { kind: 'consent_revoked' });
    await anHourLater({ isRefused: true });
    const since = new Date(nowMs).toISOString();
    await anHourLater({ isRefused: true });
    const status = (await house.call('adam', 'status')).value;
    expect(status?.directory).toMatchObject({ refusal: 'access_refused', refusedSince: since });
    expect(status?.troubles.map(({ kind }) => kind)).toContain('directory_refused');
    expect(status?.sellers).toHaveLength(4);
    expect(house.logLines.slice(before).filter((line) => line.includes('directory_not_read'))).toHaveLength(1);
    await simulator('faults', 'POST', { kind: 'none' });
    await anHourLater();
    expect((await house.call('adam', 'status')).value?.directory).toMatchObject({ refusal: null, refusedSince: null });
  }, 60_000);

  it('whose link is lost is read whole, and nobody leaves', async () => {
    await simulator('faults', 'POST', { kind: 'delta_gone', pathIncludes: 'users/delta', times: 1 });
    await anHourLater();
    expect((await house.call('adam', 'status')).value).toMatchObject({ directory: { refusal: null } });
    expect(await person('ana')).toMatchObject({ is_seller: true });
  });
});

describe('an administrative unit', () => {
  it('names the sellers as a group does, and is followed', async () => {
    const request = { administrativeUnitId: house.tenant.administrativeUnitId, timeZone: berlin, currency: 'EUR' };
    expect((await house.call('adam', 'set-up-tenant', { request })).value).toMatchObject({ sellers: 2 });
    expect(await person('cleo')).toMatchObject({ is_seller: false });
    await simulator(`administrativeUnits/${house.tenant.administrativeUnitId}/members/${idOf('cleo')}`, 'PUT');
    await anHourLater();
    expect(await person('cleo')).toMatchObject({ is_seller: true });
  });

  it.each([{}, { sellerGroupId: 'both', administrativeUnitId: 'both' }])('or a group, one of the two: %j', async (names) => {
    const { sellerGroupId, administrativeUnitId } = house.tenant;
    const both = 'sellerGroupId' in names ? { sellerGroupId, administrativeUnitId } : {};
    const answer = await house.call('adam', 'set-up-tenant', { request: { ...both, timeZone: berlin, currency: 'EUR' } });
    expect(answer.problem?.code).toBe('request_invalid');
  });
});
