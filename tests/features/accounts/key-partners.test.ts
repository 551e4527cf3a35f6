/** Key partners and the visitor policy as people say them: who may, what the score makes of it, and that no import takes it back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { anEvent, invited } from '../../support/events.ts';
import { accountsFile, accountsHeader, contoral, type House, openHouse, testAccounts } from '../../support/house.ts';
import type { Name } from '../../support/tenant.ts';

let house: House;
const sam = 'sam@contoral.example';
const kim = 'kim@fabrigon.example';
let accountId: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-01-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  await house.addEvent('ana', anEvent('2026-05-01T10:00:00Z', { attendees: [invited(contoral), invited(sam)] }));
  await house.addEvent('ana', anEvent('2026-05-02T10:00:00Z', { attendees: [invited(sam)] }));
  await house.addEvent('bob', anEvent('2026-05-02T10:00:00Z', { attendees: [invited(kim)] }));
  await house.readCalendars();
  const [row] = await house.sql<{ account_id: string }>(`select account_id from account where external_id = 'A-1'`);
  accountId = row?.account_id ?? '';
});

afterAll(() => house.stop());

const contactId = async (mail: string): Promise<string> => {
  const [row] = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [mail]);
  return row?.contact_id ?? '';
};
const page = async (who: Name = 'ana') => (await house.call(who, 'account', { params: { accountId } })).value;
const partners = async () => (await page())?.keyPartners.map(({ name }) => name);
const of = async (mail: string) => ({ accountId, contactId: await contactId(mail) });
const name = async (who: Name, mail: string, role?: 'champion' | 'coach') =>
  house.call(who, 'name-key-partner', { params: await of(mail), request: { ...(role && { role }) } });
const remove = async (who: Name, mail: string) => house.call(who, 'remove-key-partner', { params: await of(mail) });
const left = async (who: Name, mail: string, hasLeft: boolean) =>
  house.call(who, 'contact-left', { params: await of(mail), request: { hasLeft } });
const importFile = async (csv = testAccounts(house.tenant)) =>
  (await house.call('adam', 'import-accounts', { request: accountsFile(csv) })).value;
const withoutKeyPartner = () => testAccounts(house.tenant).replace(contoral, '');
const reach = async () => (await page())?.health.lines[2];
const expectNoDifference = async (): Promise<void> => {
  const { withTenant, tenantIds } = house.host.database;
  expect((await recomputeHealth({ withTenant, tenantIds }, new Date('2026-05-04T14:00:00Z'))).differences).toEqual([]);
};

describe('the people to name', () => {
  it('are those who are no key partner yet, met or invited most often first', async () => {
    expect((await page())?.candidates).toEqual([{ contactId: await contactId(sam), name: 'sam', mail: sam, meetings: 2 }]);
    expect(await partners()).toEqual(['dana']);
  });
});

describe('naming somebody', () => {
  it('puts them among the key partners, with who did it and why', async () => {
    expect((await name('ana', sam, 'champion')).status).toBe(200);
    expect((await page())?.keyPartners).toMatchObject([
      { name: 'dana', role: null, namedBy: null },
      { name: 'sam', role: 'champion', namedBy: { name: 'Ana Test' }, namedOn: '2026-05-04', standing: 'outside' },
    ]);
    expect((await page())?.candidates).toEqual([]);
    await expectNoDifference();
  });

  it('lets the score expect them after thirty days', async () => {
    expect(await reach()).toMatchObject({ values: { expectedContactIds: [await contactId(contoral)] } });
    house.setNow('2026-06-03T10:00:00Z');
    await house.host.runTimer('refresh-due-health');
    expect((await reach())?.values).toMatchObject({
      expectedContactIds: expect.arrayContaining([await contactId(contoral), await contactId(sam)]),
    });
    house.setNow('2026-05-04T14:00:00Z');
    await name('ana', sam, 'champion');
  });

  it('again changes the role, or takes it away', async () => {
    await name('ana', sam, 'coach');
    expect((await page())?.keyPartners).toMatchObject([{ role: null }, { role: 'coach' }]);
    await name('ana', sam);
    expect((await page())?.keyPartners).toMatchObject([{ role: null }, { role: null, namedOn: '2026-05-04' }]);
  });

  it.each<[Name, number]>([
    ['ana', 200],
    ['mia', 200],
    ['cleo', 404],
    ['max', 404],
    ['bob', 404],
    ['adam', 403],
    ['stan', 403],
  ])('by %s is answered with %i', async (who, status) => {
    expect((await name(who, sam)).status).toBe(status);
    expect((await left(who, sam, false)).status).toBe(status);
  });

  it('of another account is refused', async () => {
    expect((await name('ana', kim)).problem?.code).toBe('not_of_this_account');
    expect((await remove('ana', kim)).problem?.code).toBe('not_of_this_account');
    expect((await left('ana', kim, true)).problem?.code).toBe('not_of_this_account');
  });
});

describe('an import', () => {
  it('never removes whom a person named', async () => {
    await name('ana', sam, 'champion');
    expect(await importFile()).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await partners()).toEqual(['dana', 'sam']);
    expect((await page())?.keyPartners[1]?.role).toBe('champion');
  });

  it('removes whom it named itself, and names them again', async () => {
    expect(await importFile(withoutKeyPartner())).toMatchObject({ changed: 1 });
    expect(await partners()).toEqual(['sam']);
    expect(await importFile()).toMatchObject({ changed: 1 });
    expect(await partners()).toEqual(['dana', 'sam']);
  });

  it('never removes whom it named once and a person named since', async () => {
    await name('ana', contoral, 'champion');
    expect(await importFile(withoutKeyPartner())).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await partners()).toEqual(['dana', 'sam']);
    await expectNoDifference();
  });

  it('never names again whom a person removed', async () => {
    expect((await remove('ana', contoral)).status).toBe(200);
    expect(await partners()).toEqual(['sam']);
    expect(await importFile()).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await partners()).toEqual(['sam']);
  });

  it('without a column for them leaves them as they are', async () => {
    const csv = testAccounts(house.tenant)
      .split('\n')
      .map((line) => line.slice(0, line.lastIndexOf(',')))
      .join('\n');
    expect(await importFile(csv)).toMatchObject({ changed: 0 });
    expect(await partners()).toEqual(['sam']);
  });

  it('that is undone takes nothing back that a person said since', async () => {
    const { ana, bob } = house.tenant.people;
    const eve = 'eve@contoral.example';
    const csv = [
      accountsHeader,
      `A-1,Contoral,contoral.example,900000.00,EUR,${ana.mail},${contoral};${eve}`,
      `A-2,Fabrigon,fabrigon.example,100000.00,EUR,${bob.mail},${kim}`,
    ].join('\n');
    const imported = await importFile(csv);
    expect(imported).toMatchObject({ changed: 2 });
    await name('ana', eve, 'coach');
    await name('ana', contoral);
    await remove('ana', sam);
    const undo = { request: { importNumber: imported?.importNumber ?? 0 } };
    expect((await house.call('adam', 'undo-import', undo)).status).toBe(200);
    expect(await partners()).toEqual(['dana', 'eve@contoral.example']);
    expect(
      await house.sql(`select removed_on from key_partner k join contact c using (tenant_id, contact_id) where mail = $1`, [kim]),
    ).toEqual([]);
    await expectNoDifference();
  });
});

describe('somebody who has left', () => {
  it('is no key partner, nobody to name, and in no denominator', async () => {
    await name('ana', sam);
    house.setNow('2026-06-20T10:00:00Z');
    await left('ana', sam, true);
    expect(await partners()).toEqual(['dana', 'eve@contoral.example']);
    expect((await page())?.candidates).toEqual([]);
    expect(JSON.stringify((await reach())?.values)).not.toContain(await contactId(sam));
    house.setNow('2026-05-04T14:00:00Z');
  });

  it('is there again when it was a mistake', async () => {
    await left('ana', sam, false);
    expect((await page())?.candidates).toMatchObject([{ name: 'sam' }]);
    await left('ana', sam, true);
    await name('ana', sam);
    expect(await partners()).toEqual(['dana', 'eve@contoral.example', 'sam']);
  });
});

describe('the visitor policy', () => {
  const say = (who: Name, visitorPolicy: 'welcome' | 'forbidden') =>
    house.call(who, 'set-visitor-policy', { params: { accountId }, request: { visitorPolicy } });
  const policyFile = (policy: string) => {
    const [header, first, second] = testAccounts(house.tenant).split('\n');
    return [`${header},visitor_policy`, `${first},${policy}`, `${second},by_exception`].join('\n');
  };

  it.each<[Name, number]>([
    ['mia', 200],
    ['ana', 200],
    ['bob', 404],
    ['cleo', 404],
    ['adam', 403],
  ])('said by %s is answered with %i', async (who, status) => {
    expect((await say(who, 'forbidden')).status).toBe(status);
  });

  it('is shown with who said it and when, and rules the ideas', async () => {
    const { account, ideas } = (await page('mia')) ?? {};
    expect(account).toMatchObject({
      visitorPolicy: 'forbidden',
      visitorPolicySaid: { by: { name: 'Ana Test' }, at: '2026-05-04T14:00:00.000Z' },
    });
    expect(ideas?.[0]).toEqual({ place: 'meal', code: 'office_forbidden' });
    await say('ana', 'welcome');
    expect((await page())?.ideas[0]).toEqual({ place: 'client_office', code: 'office_welcomes' });
  });

  it('outweighs an import, and the undoing of one', async () => {
    const imported = await importFile(policyFile('forbidden'));
    expect(imported).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await page())?.account.visitorPolicy).toBe('welcome');
    await house.call('adam', 'undo-import', { request: { importNumber: imported?.importNumber ?? 0 } });
    expect((await page())?.account.visitorPolicy).toBe('welcome');
  });

  it('said after an import stays when that is undone', async () => {
    const [row] = await house.sql<{ account_id: string }>(`select account_id from account where external_id = 'A-2'`);
    const fabrigon = { params: { accountId: row?.account_id ?? '' } };
    const policy = async () => (await house.call('bob', 'account', fabrigon)).value?.account.visitorPolicy;
    const imported = await importFile(policyFile('forbidden'));
    expect(await policy()).toBe('by_exception');
    await house.call('bob', 'set-visitor-policy', { ...fabrigon, request: { visitorPolicy: 'welcome' } });
    await house.call('adam', 'undo-import', { request: { importNumber: imported?.importNumber ?? 0 } });
    expect(await policy()).toBe('welcome');
  });
});
