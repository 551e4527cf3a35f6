/** Bringing accounts in from a file: what is added and changed, that it is idempotent, refused whole, seen before and taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { accountsFile, accountsHeader, contoral, type House, openHouse, testAccounts } from '../../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
});

afterAll(() => house.stop());

const bring = (csv: string | Uint8Array, rates = {}) => house.call('adam', 'import-accounts', { request: accountsFile(csv, rates) });
const preview = (csv: string, rates = {}) => house.call('adam', 'preview-import', { request: accountsFile(csv, rates) });
const accounts = () =>
  house.sql('select external_id, name, tenant_revenue_minor::int as revenue, tier, cadence_days from account order by 1');

/** Everything that an import may touch, without what records that it was. */
async function everything(): Promise<unknown> {
  const [row] = await house.sql(`
    select
      (select jsonb_agg(to_jsonb(a) order by external_id) from account a) as accounts,
      (select jsonb_agg(to_jsonb(d) order by domain, account_id) from account_domain d) as domains,
      (select jsonb_agg(jsonb_build_object('mail', c.mail, 'account', c.account_id, 'source', c.account_source, 'given', c.given_account_id,
        'named', k.named_on, 'removed', k.removed_on) order by c.mail)
        from contact c left join key_partner k using (tenant_id, contact_id)
        where c.account_id is not null or k.contact_id is not null) as contacts,
      (select jsonb_agg(to_jsonb(h) - 'computed_on' order by account_id) from account_health h) as health`);
  return row;
}

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
    expect(await house.sql('select c.mail, k.named_on::text from key_partner k join contact c using (tenant_id, contact_id)')).toEqual([
      { mail: contoral, named_on: '2026-03-01' },
    ]);
  });

  it('is idempotent by account id, and converts at its own rates', async () => {
    expect((await bring(testAccounts(house.tenant))).value).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const dollars = `${accountsHeader}\nA-2,Fabrigon,fabrigon.example,2000000.00,USD,,`;
    expect((await bring(dollars, { USD: 0.5 })).value).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(await accounts()).toMatchObject([{ tier: 'A' }, { revenue: 100_000_000, tier: 'A' }]);
    expect((await bring(dollars, { USD: 0.5 })).value).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('converts minor units of currencies that have none, or three', async () => {
    const csv = `${accountsHeader}\nA-2,Fabrigon,fabrigon.example,1000,JPY,,\nA-3,Third,third.example,1.5,KWD,,`;
    expect((await bring(csv, { JPY: 0.006, KWD: 3 })).value).toMatchObject({ added: 1, changed: 1 });
    const [, second, third] = await accounts();
    expect([second?.['revenue'], third?.['revenue']]).toEqual([600, 450]);
  });

  it('takes overrides, policy and parent, and leaves them alone where the file has no column for them', async () => {
    const csv = [
      'account_id,name,domains,revenue,currency,owner,tier,tier_reason,cadence_days,parent,visitor_policy',
      'A-1,Contoral,contoral.example,900000.00,EUR,,C,"They asked for few visits",,,forbidden',
      'A-4,Child,child.example,0,EUR,,,,20,A-1,',
    ].join('\n');
    expect((await bring(csv)).value).toMatchObject({ added: 1, changed: 1 });
    const stored = () =>
      house.sql(`select a.external_id, a.tier, a.tier_override, a.cadence_days, a.next_cadence_days, a.visitor_policy, p.external_id as parent
        from account a left join account p on p.tenant_id = a.tenant_id and p.account_id = a.parent_id
        where a.external_id in ('A-1', 'A-4') order by 1`);
    const expected = [
      {
        external_id: 'A-1',
        tier: 'A',
        tier_override: 'C',
        cadence_days: 180,
        next_cadence_days: null,
        visitor_policy: 'forbidden',
        parent: null,
      },
      {
        external_id: 'A-4',
        tier: 'C',
        tier_override: null,
        cadence_days: 20,
        next_cadence_days: null,
        visitor_policy: 'unknown',
        parent: 'A-1',
      },
    ];
    expect(await stored()).toEqual(expected);
    expect((await bring(testAccounts(house.tenant))).status).toBe(200);
    expect(await stored()).toEqual(expected);
  });

  it('announces a shorter cadence thirty days ahead', async () => {
    const csv = `${accountsHeader},tier,tier_reason\nA-1,Contoral,contoral.example,900000.00,EUR,,,,`;
    await bring(csv);
    expect(await house.sql(`select cadence_days, next_cadence_days, next_cadence_on::text from account where external_id = 'A-1'`)).toEqual(
      [{ cadence_days: 180, next_cadence_days: 45, next_cadence_on: '2026-03-31' }],
    );
  });

  it('removes with its day a key partner whom it no longer names, and names one again with the first day', async () => {
    const partner = () =>
      house.sql(
        `select k.named_on::text, k.removed_on::text from key_partner k join contact c using (tenant_id, contact_id) where c.mail = $1`,
        [contoral],
      );
    expect(await partner()).toEqual([{ named_on: '2026-03-01', removed_on: '2026-03-01' }]);
    await bring(testAccounts(house.tenant));
    expect(await partner()).toEqual([{ named_on: '2026-03-01', removed_on: null }]);
  });

  it('gives a contact with a free-mail address to the account that names it', async () => {
    const csv =
      'account_id,name,domains,revenue,currency,owner,contacts\nA-1,Contoral,contoral.example,900000.00,EUR,,Kim Lee <kim@gmail.com>';
    await bring(csv);
    expect(
      await house.sql(
        `select c.display_name, a.external_id from contact c join account a using (tenant_id, account_id) where mail = 'kim@gmail.com'`,
      ),
    ).toEqual([{ display_name: 'Kim Lee', external_id: 'A-1' }]);
  });
});

describe('a preview', () => {
  it('says what would be added, changed and refused, and changes nothing', async () => {
    const before = await everything();
    const csv = [
      accountsHeader,
      `A-1,Contoral Group,contoral.example,900000.00,EUR,,${contoral}`,
      `A-2,Fabrigon,fabrigon.example,100000.00,EUR,${house.tenant.people.bob.mail},`,
      'A-8,Eight,eight.example,-5,EUR,,',
      'A-9,Nine,nine.example,1.00,EUR,ghost@ours1.example,',
    ].join('\n');
    const { value } = await preview(csv);
    expect(value).toMatchObject({ added: 1, changed: 1, unchanged: 1, refused: 1, noticed: 1, notInFile: 2, currenciesWithoutRate: [] });
    expect(value?.changedAccounts).toEqual([{ line: 2, externalId: 'A-1', name: 'Contoral Group', fields: ['name'] }]);
    expect(value?.addedAccounts).toEqual([{ line: 4, externalId: 'A-8', name: 'Eight' }]);
    expect(value?.faults).toEqual([{ line: 5, field: 'owner', code: 'unknown_owner', excerpt: 'ghost@ours1.example' }]);
    expect(value?.notices).toMatchObject([{ line: 4, field: 'revenue', code: 'negative_revenue' }]);
    expect(await everything()).toEqual(before);
  });

  it('names the currencies that need a rate', async () => {
    const { value } = await preview(`${accountsHeader}\nA-2,Fabrigon,fabrigon.example,1000,JPY,,\nA-3,Third,third.example,1,CHF,,`);
    expect(value).toMatchObject({ currenciesWithoutRate: ['CHF', 'JPY'], refused: 2 });
  });
});

describe('an import is refused whole, with line and field', () => {
  const row = 'A-9,Nine,nine.example,1.00,EUR,,';
  it.each([
    ['an empty id', `${accountsHeader}\n${row}\n,Ten,ten.example,1.00,EUR,,`, 3, 'account_id', 'empty'],
    ['a repeated id', `${accountsHeader}\n${row}\n${row}`, 3, 'account_id', 'repeated'],
    ['a free-mail domain', `${accountsHeader}\nA-9,Nine,gmail.com,1.00,EUR,,`, 2, 'domains', 'no_customer_domain'],
    ['our own domain', `${accountsHeader}\nA-9,Nine,ours1.example,1.00,EUR,,`, 2, 'domains', 'no_customer_domain'],
    ['a revenue that is none', `${accountsHeader}\nA-9,Nine,nine.example,a lot,EUR,,`, 2, 'revenue', 'not_an_amount'],
    ['a currency without a rate', `${accountsHeader}\nA-9,Nine,nine.example,1,JPY,,`, 2, 'currency', 'no_rate'],
    ['an unknown owner', `${accountsHeader}\nA-9,Nine,nine.example,1.00,EUR,ghost@ours1.example,`, 2, 'owner', 'unknown_owner'],
    ['a key partner that is no address', `${accountsHeader}\nA-9,Nine,nine.example,1.00,EUR,,somebody`, 2, 'key_partners', 'not_a_mail'],
    ['an unknown parent', `${accountsHeader},parent\nA-9,Nine,nine.example,1.00,EUR,,,A-77`, 2, 'parent', 'unknown_parent'],
    ['a parent below its child', `${accountsHeader},parent\nA-1,Contoral,contoral.example,1.00,EUR,,,A-4`, 2, 'parent', 'parent_cycle'],
  ])('%s', async (_name, csv, line, field, code) => {
    const before = await everything();
    const { problem } = await bring(csv);
    expect(problem?.code).toBe('import_refused');
    expect(problem?.details?.['faults']).toContainEqual(expect.objectContaining({ line, field, code }));
    expect(await everything()).toEqual(before);
  });

  it('a file in which nothing can be read', async () => {
    const { problem } = await bring(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a, 0x00]));
    expect(problem).toMatchObject({ code: 'import_refused', details: { file: { kind: 'pdf' } } });
  });
});

describe('the last import can be undone', () => {
  beforeEach(async () => {
    await house.addEvent('ana', anEvent('2026-02-20T10:00:00Z', { attendees: [invited('lou@nine.example'), invited(contoral)] }));
    await house.readCalendars();
  });

  it('with everything as it was before it', async () => {
    await bring(testAccounts(house.tenant));
    const before = await everything();
    const csv = [
      accountsHeader,
      `A-1,Contoral Renamed,contoral.example;contoral.test,5.00,EUR,,lou@nine.example`,
      `A-9,Nine,nine.example,7000000.00,EUR,${house.tenant.people.bob.mail},${contoral};new@gmail.com`,
    ].join('\n');
    const { value } = await bring(csv);
    expect(value).toMatchObject({ added: 1, changed: 1 });
    expect(await everything()).not.toEqual(before);
    const last = await house.call('adam', 'last-import');
    expect(last.value?.lastImport).toMatchObject({ importNumber: value?.importNumber, fileName: 'accounts.csv', canUndo: true });

    const undone = await house.call('adam', 'undo-import', { request: { importNumber: value?.importNumber ?? 0 } });
    expect(undone.value).toMatchObject({ removed: 1 });
    expect(await everything()).toEqual(before);
    expect((await house.call('adam', 'last-import')).value?.lastImport).toMatchObject({
      canUndo: false,
      undoneAt: '2026-03-01T08:00:00.000Z',
    });
  });

  it('once, and only the last one', async () => {
    const first = await bring(`${accountsHeader}\nA-20,Twenty,twenty.example,1,EUR,,`);
    const second = await bring(`${accountsHeader}\nA-21,Other,other.example,1,EUR,,`);
    const undo = (importNumber = 0) => house.call('adam', 'undo-import', { request: { importNumber } });
    expect((await undo(first.value?.importNumber)).problem?.code).toBe('no_import_to_undo');
    expect((await undo(second.value?.importNumber)).value).toMatchObject({ restored: 0, removed: 1 });
    expect((await undo(second.value?.importNumber)).problem?.code).toBe('no_import_to_undo');
    expect((await undo(first.value?.importNumber)).problem?.code).toBe('no_import_to_undo');
  });
});

it('only an admin may', async () => {
  for (const who of ['ana', 'mia'] as const) {
    expect((await house.call(who, 'import-accounts', { request: accountsFile(accountsHeader) })).problem?.code).toBe('role_missing');
  }
});
