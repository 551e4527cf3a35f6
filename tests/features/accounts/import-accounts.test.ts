import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsHeader, type House, openHouse, testAccounts } from '../../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
});

afterAll(() => house.stop());

const bring = (csv: string, rates = {}) => house.call('adam', 'import-accounts', { request: { csv, rates } });
const accounts = () =>
  house.sql('select external_id, name, tenant_revenue_minor::int as revenue, tier, cadence_days from account order by 1');

it('is refused until the tenant is set up', async () => {
  expect((await bring(testAccounts(house.tenant))).problem?.code).toBe('tenant_not_set_up');
});

describe('an import', () => {
  it('adds accounts with tiers, cadence and key partners', async () => {
    await house.setUp();
    expect(await accounts()).toEqual([
      { external_id: 'A-1', name: 'Contoral', revenue: 90_000_000, tier: 'A', cadence_days: 45 },
      { external_id: 'A-2', name: 'Fabrigon', revenue: 10_000_000, tier: 'B', cadence_days: 90 },
    ]);
    expect(await house.sql('select mail, is_key_partner from contact')).toEqual([{ mail: 'dana@contoral.example', is_key_partner: true }]);
  });

  it('is idempotent by account id, and converts at its own rates', async () => {
    expect((await bring(testAccounts(house.tenant))).value).toEqual({ added: 0, changed: 0, unchanged: 2 });
    const dollars = `${accountsHeader}\nA-2,Fabrigon,fabrigon.example,2000000.00,USD,,`;
    expect((await bring(dollars, { USD: 0.5 })).value).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await accounts()).toMatchObject([{ tier: 'A' }, { revenue: 100_000_000, tier: 'A' }]);
  });
});

describe('an import is refused whole, with line and field', () => {
  const row = 'A-9,Nine,nine.example,1.00,EUR,,';
  it.each([
    ['no CSV', 'a"b"c\n"', 1, '', 'not_csv'],
    ['a missing column', 'account_id,name\n1,2', 1, 'domains', 'column_missing'],
    ['an empty id', `${accountsHeader}\n${row}\n,Ten,ten.example,1.00,EUR,,`, 3, 'account_id', 'empty'],
    ['a repeated id', `${accountsHeader}\n${row}\n${row}`, 3, 'account_id', 'repeated'],
    ['a free-mail domain', `${accountsHeader}\nA-9,Nine,gmail.com,1.00,EUR,,`, 2, 'domains', 'not_a_domain'],
    ['our own domain', `${accountsHeader}\nA-9,Nine,ours1.example,1.00,EUR,,`, 2, 'domains', 'not_a_domain'],
    ['a revenue that is none', `${accountsHeader}\nA-9,Nine,nine.example,a lot,EUR,,`, 2, 'revenue', 'not_an_amount'],
    ['a currency without a rate', `${accountsHeader}\nA-9,Nine,nine.example,1.00,JPY,,`, 2, 'currency', 'no_rate'],
    ['an unknown owner', `${accountsHeader}\nA-9,Nine,nine.example,1.00,EUR,ghost@ours1.example,`, 2, 'owner', 'unknown_owner'],
    ['a key partner that is no address', `${accountsHeader}\nA-9,Nine,nine.example,1.00,EUR,,somebody`, 2, 'key_partners', 'not_a_mail'],
  ])('%s', async (_name, csv, line, field, fault) => {
    const before = await accounts();
    const { problem } = await bring(csv);
    expect(problem?.code).toBe('import_refused');
    expect(problem?.details?.['faults']).toContainEqual({ line, field, fault });
    expect(await accounts()).toEqual(before);
  });
});

it('only an admin may', async () => {
  for (const who of ['ana', 'mia'] as const) {
    expect((await house.call(who, 'import-accounts', { request: { csv: accountsHeader } })).problem?.code).toBe('role_missing');
  }
});
