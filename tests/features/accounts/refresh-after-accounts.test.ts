/** After domains or contacts have moved between accounts every calendar is read anew, also one of which a read is under way. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refreshAfterAccounts } from '../../../api/features/accounts/refresh-after-accounts.ts';
import { holdLease, leaseMailbox } from '../../../api/features/sync/mailbox-lease.ts';
import { type House, openHouse } from '../../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-04T14:00:00Z' });
  await house.setUp();
});

afterAll(() => house.stop());

it('a read under way, which may have passed what counts now, is given up', async () => {
  const { tenantId, people } = house.tenant;
  const nowAt = new Date('2026-05-04T14:00:00Z');
  await house.sql(`update mailbox set state = 'waiting', lease_until = null`);
  const { withTenant } = house.host.database;
  const lease = await withTenant(tenantId, (tx) => leaseMailbox(tx, { tenantId, sellerId: people.ana.id }, nowAt));
  if (!lease || lease === 'busy') throw new Error('no lease');
  await withTenant(tenantId, (tx) => refreshAfterAccounts(tx, { accountIds: [], changesMatching: true }, { tenantId, nowAt }));
  expect(await withTenant(tenantId, (tx) => holdLease(tx, lease))).toBe(false);
});
