/** Merging, splitting and choosing: which account is which, put right by a person. History goes along, and imports respect it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { accountsFile, contoral, type House, openHouse, testAccounts } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;
const kim = 'kim@fabrigon.example';

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-01-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  await house.addEvent('ana', anEvent('2026-04-20T10:00:00Z', { attendees: [invited(contoral)] }));
  await house.addEvent('bob', anEvent('2026-05-01T10:00:00Z', { attendees: [invited(kim)] }));
  await house.readCalendars();
  for (const who of ['ana', 'bob'] as const) await tagAll(who);
});

afterAll(() => house.stop());

async function tagAll(who: 'ana' | 'bob'): Promise<void> {
  const { value } = await house.call(who, 'pending-meetings');
  for (const { meetingId } of value?.meetings ?? []) {
    const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
    expect((await house.call(who, 'tag-meeting', { params: { meetingId }, request })).status).toBe(200);
  }
}

const accountId = async (externalId: string): Promise<string> => {
  const [row] = await house.sql<{ account_id: string }>('select account_id from account where external_id = $1', [externalId]);
  return row?.account_id ?? '';
};

const standings = () =>
  house.sql(`
    select a.external_id, a.tenant_revenue_minor::int as revenue, a.tier, h.last_near_on::text, jsonb_array_length(h.strip) as marks
    from account a join account_health h using (tenant_id, account_id)
    order by 1`);

const merge = async (from: string, into: string) =>
  house.call('adam', 'merge-account', { params: { accountId: await accountId(from) }, request: { intoAccountId: await accountId(into) } });

describe('merging two accounts', () => {
  it('brings contacts, meetings and revenue of the first to the other', async () => {
    expect(await standings()).toEqual([
      { external_id: 'A-1', revenue: 90_000_000, tier: 'A', last_near_on: '2026-04-20', marks: 1 },
      { external_id: 'A-2', revenue: 10_000_000, tier: 'B', last_near_on: '2026-05-01', marks: 1 },
    ]);
    expect((await merge('A-2', 'A-1')).status).toBe(200);
    expect(await standings()).toEqual([{ external_id: 'A-1', revenue: 100_000_000, tier: 'A', last_near_on: '2026-05-01', marks: 2 }]);
  });

  it('lets the page name it, and its domains', async () => {
    const { value } = await house.call('ana', 'account', { params: { accountId: await accountId('A-1') } });
    expect(value?.account).toMatchObject({
      merged: [{ name: 'Fabrigon' }],
      domains: ['contoral.example', 'fabrigon.example'],
      revenueMinor: 100_000_000,
    });
  });

  it('survives an import that still has both rows', async () => {
    const { value } = await house.call('adam', 'import-accounts', { request: accountsFile(testAccounts(house.tenant)) });
    expect(value).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    await house.readCalendars();
    expect(await standings()).toEqual([{ external_id: 'A-1', revenue: 100_000_000, tier: 'A', last_near_on: '2026-05-01', marks: 2 }]);
  });

  it('matches new people of its domains to the account that is left', async () => {
    await house.addEvent('bob', anEvent('2026-05-02T10:00:00Z', { attendees: [invited('new@fabrigon.example')] }));
    await house.readCalendars();
    expect(
      await house.sql(
        `select a.external_id from contact c join account a using (tenant_id, account_id) where c.mail = 'new@fabrigon.example'`,
      ),
    ).toEqual([{ external_id: 'A-1' }]);
  });

  it.each([
    ['one that is merged away already', 'A-2', 'A-1', 'account_not_found'],
    ['into one that is merged away', 'A-1', 'A-2', 'account_not_found'],
    ['one into itself', 'A-1', 'A-1', 'accounts_not_separable'],
  ])('is refused for %s', async (_, from, into, code) => {
    expect((await merge(from, into)).problem?.code).toBe(code);
  });

  it('leaves the last import one that can be undone when it was refused', async () => {
    await merge('A-2', 'A-1');
    expect((await house.call('adam', 'last-import')).value?.lastImport?.canUndo).toBe(true);
  });
});

describe('splitting an account', () => {
  const split = async (from: string, request: Parameters<typeof splitCall>[1]) => splitCall(await accountId(from), request);
  const splitCall = (
    id: string,
    request: { into: { accountId: string } | { externalId: string; name: string }; domains?: string[]; contactIds?: string[] },
  ) => house.call('adam', 'split-account', { params: { accountId: id }, request });

  it('lets a merged account stand on its own again, with all that was its own', async () => {
    expect((await split('A-1', { into: { accountId: await accountId('A-2') } })).status).toBe(200);
    expect(await standings()).toEqual([
      { external_id: 'A-1', revenue: 90_000_000, tier: 'A', last_near_on: '2026-04-20', marks: 1 },
      { external_id: 'A-2', revenue: 10_000_000, tier: 'B', last_near_on: '2026-05-01', marks: 2 },
    ]);
    expect((await house.call('adam', 'last-import')).value?.lastImport?.canUndo).toBe(false);
  });

  it('moves a domain with its contacts and their meetings to a new account, and no import takes it back', async () => {
    expect((await split('A-2', { into: { externalId: 'A-7', name: 'Fabrigon Iberia' }, domains: ['fabrigon.example'] })).status).toBe(200);
    expect(await standings()).toMatchObject([{ external_id: 'A-1' }, { external_id: 'A-2', marks: 0 }, { external_id: 'A-7', marks: 2 }]);
    const { value } = await house.call('adam', 'preview-import', { request: accountsFile(testAccounts(house.tenant)) });
    expect(value?.notices).toMatchObject([{ line: 3, field: 'domains', code: 'domain_moved_by_person', excerpt: 'fabrigon.example' }]);
    await house.call('adam', 'import-accounts', { request: accountsFile(testAccounts(house.tenant)) });
    expect(await standings()).toMatchObject([{ external_id: 'A-1' }, { external_id: 'A-2', marks: 0 }, { external_id: 'A-7', marks: 2 }]);
  });

  it('moves a single person', async () => {
    const [dana] = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [contoral]);
    const id = await accountId('A-7');
    expect((await split('A-1', { into: { accountId: id }, contactIds: [dana?.contact_id ?? ''] })).status).toBe(200);
    expect(await standings()).toMatchObject([
      { external_id: 'A-1', last_near_on: null },
      { external_id: 'A-2' },
      { external_id: 'A-7', marks: 3 },
    ]);
    await house.call('adam', 'import-accounts', { request: accountsFile(testAccounts(house.tenant)) });
    expect(await standings()).toMatchObject([
      { external_id: 'A-1', last_near_on: null },
      { external_id: 'A-2' },
      { external_id: 'A-7', marks: 3 },
    ]);
  });

  it.each([
    ['a domain that is not its own', { domains: ['nine.example'] }, 'accounts_not_separable'],
    ['a person of another account', { contactIds: ['00000000-0000-4000-8000-000000000000'] }, 'accounts_not_separable'],
  ])('is refused for %s', async (_, moved, code) => {
    expect((await split('A-1', { into: { externalId: 'A-99', name: 'X' }, ...moved })).problem?.code).toBe(code);
  });

  it('is refused into an id that is taken, and with nothing to move', async () => {
    expect((await split('A-1', { into: { externalId: 'A-2', name: 'X' }, domains: ['contoral.example'] })).problem?.code).toBe(
      'account_id_taken',
    );
    expect((await split('A-1', { into: { externalId: 'A-98', name: 'X' } })).problem?.code).toBe('accounts_not_separable');
  });
});

describe('a domain that two accounts share', () => {
  it('leaves the choice to a person, who is remembered', async () => {
    const csv = `account_id,name,domains,revenue,currency,owner\nB-1,North,shared.example,1,EUR,\nB-2,South,shared.example,1,EUR,`;
    await house.call('adam', 'import-accounts', { request: accountsFile(csv) });
    await house.addEvent('ana', anEvent('2026-05-03T10:00:00Z', { attendees: [invited('eve@shared.example')] }));
    await house.readCalendars();
    const eve = async () =>
      (
        await house.sql<{ contact_id: string; account_id: string | null }>(
          `select contact_id, account_id from contact where mail = 'eve@shared.example'`,
        )
      )[0];
    const found = await eve();
    expect(found?.account_id).toBeNull();
    const south = await accountId('B-2');
    const call = { params: { contactId: found?.contact_id ?? '' }, request: { accountId: south } };
    expect((await house.call('cleo', 'choose-account', call)).problem?.code).toBe('contact_not_found');
    expect((await house.call('ana', 'choose-account', call)).value).toEqual({ accountIds: [south] });
    await house.readCalendars();
    await house.call('adam', 'import-accounts', { request: accountsFile(csv) });
    expect((await eve())?.account_id).toBe(south);
    expect(await house.sql(`select unanswered from account_health where account_id = $1`, [south])).toEqual([{ unanswered: 1 }]);
  });
});
