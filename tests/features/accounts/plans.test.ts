/** Visits that are planned and in no calendar yet: who may, what counts as planned on every day, and what follows merges. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
let accountId: string;
let fabrigonId: string;
let dana: string;
let now = '2026-05-04T14:00:00Z';

beforeAll(async () => {
  house = await openHouse({ nowAt: '2025-11-01T08:00:00Z' });
  await house.setUp();
  at(now);
  const colleague = invited(house.tenant.people.bob.mail, 'accepted', 'Bob');
  await house.addEvent('ana', anEvent('2025-12-01T10:00:00Z', { attendees: [invited(contoral), colleague] }));
  await house.addEvent('bob', anEvent('2026-05-02T10:00:00Z', { attendees: [invited('kim@fabrigon.example')] }));
  await house.readCalendars();
  const idOf = async (text: string, value: string) => (await house.sql<{ id: string }>(text, [value]))[0]?.id ?? '';
  accountId = await idOf('select account_id as id from account where external_id = $1', 'A-1');
  fabrigonId = await idOf('select account_id as id from account where external_id = $1', 'A-2');
  dana = await idOf('select contact_id as id from contact where mail = $1', contoral);
});

afterAll(() => house.stop());

function at(instant: string): void {
  now = instant;
  house.setNow(instant);
}

/** The timer has run: then every stored row is what its facts say. */
async function settle(instant: string): Promise<void> {
  at(instant);
  await house.host.runTimer('refresh-due-health');
}

afterEach(async () => {
  const { withTenant, tenantIds } = house.host.database;
  const { due, differences } = await recomputeHealth({ withTenant, tenantIds }, new Date(now));
  expect({ due, differences }).toEqual({ due: 0, differences: [] });
});

const plan = (who: Name, plannedOn: string, more: { contactIds?: string[]; place?: 'coffee' } = {}) =>
  house.call(who, 'plan-visit', { params: { accountId }, request: { plannedOn, contactIds: [], ...more } });
const drop = (who: Name, planId: string | undefined) => house.call(who, 'drop-plan', { params: { planId: planId ?? '' } });
const page = async (who: Name = 'ana') => (await house.call(who, 'account', { params: { accountId } })).value;
const nextVisit = async () => (await page())?.health.nextVisitOn;
const met = async (on: string) => {
  const request = { accountId, contactIds: [dana], on, modality: 'in_person' as const, timeZone: berlin };
  const { value } = await house.call('ana', 'add-meeting', { request });
  return value?.meetingId ?? '';
};

describe('a plan', () => {
  it('stands on the page, and counts as the next visit', async () => {
    const { value } = await plan('ana', '2026-05-20', { contactIds: [dana], place: 'coffee' });
    expect((await page('mia'))?.plans).toEqual([
      {
        planId: value?.planId,
        plannedOn: '2026-05-20',
        place: 'coffee',
        contacts: [{ contactId: dana, name: 'dana' }],
        by: { id: house.tenant.people.ana.id, name: 'Ana Test' },
        standing: 'ahead',
        mayDrop: true,
      },
    ]);
    expect(await nextVisit()).toBe('2026-05-20');
    expect((await house.call('mia', 'team')).value?.accounts.find((row) => row.accountId === accountId)?.nextVisitOn).toBe('2026-05-20');
  });

  it('counts behind an earlier one', async () => {
    const earlier = await plan('bob', '2026-05-10');
    expect(await nextVisit()).toBe('2026-05-10');
    expect((await drop('bob', earlier.value?.planId)).status).toBe(200);
    expect(await nextVisit()).toBe('2026-05-20');
  });

  it('takes the account from what is overdue with no visit planned', async () => {
    await met('2026-01-10');
    const overdue = async () => (await house.call('mia', 'team')).value?.headline?.overdueUnplanned;
    expect((await page())?.health.word).toBe('overdue');
    expect(await overdue()).toBe(0);
    const [only] = (await page())?.plans ?? [];
    await drop('ana', only?.planId);
    expect(await overdue()).toBe(1);
    expect(await nextVisit()).toBeNull();
  });

  it.each<[Name, number]>([
    ['bob', 200],
    ['mia', 200],
    ['cleo', 404],
    ['max', 404],
    ['adam', 403],
  ])('by %s is answered with %i', async (who, status) => {
    const answer = await plan(who, '2026-06-01');
    expect(answer.status).toBe(status);
    if (answer.value) await drop(who, answer.value.planId);
  });

  it.each(['2026-05-03', '2027-05-05'])('never has the day %s', async (day) => {
    expect((await plan('ana', day)).problem).toMatchObject({
      code: 'plan_day_not_possible',
      details: { firstOn: '2026-05-04', lastOn: '2027-05-04' },
    });
  });

  it('names people of the account alone', async () => {
    const [kim] = await house.sql<{ contact_id: string }>(`select contact_id from contact where mail like 'kim@%'`);
    expect((await plan('ana', '2026-06-01', { contactIds: [kim?.contact_id ?? ''] })).problem?.code).toBe('not_of_this_account');
  });
});

describe('giving one up', () => {
  it('is for who planned it, the owner and the owner’s managers', async () => {
    const byMia = (await plan('mia', '2026-06-01')).value?.planId;
    expect((await drop('cleo', byMia)).problem?.code).toBe('plan_not_found');
    expect((await drop('bob', byMia)).problem?.code).toBe('not_your_plan');
    expect((await page('bob'))?.plans).toMatchObject([{ mayDrop: false }]);
    expect((await drop('ana', byMia)).status).toBe(200);
    const byBob = (await plan('bob', '2026-06-01')).value?.planId;
    expect((await drop('mia', byBob)).status).toBe(200);
    expect((await page())?.plans).toEqual([]);
  });

  it('twice changes nothing more', async () => {
    const planId = (await plan('ana', '2026-06-01')).value?.planId;
    expect((await drop('ana', planId)).status).toBe(200);
    expect((await drop('ana', planId)).status).toBe(200);
    expect((await drop('ana', '00000000-0000-4000-8000-000000000000')).problem?.code).toBe('plan_not_found');
  });
});

describe('a plan whose day is over', () => {
  it('counts until then, and asks afterwards what became of it', async () => {
    await plan('ana', '2026-05-06');
    await settle('2026-05-06T21:59:00Z');
    expect(await nextVisit()).toBe('2026-05-06');
    await settle('2026-05-06T22:01:00Z');
    expect(await nextVisit()).toBeNull();
    expect((await page())?.plans).toMatchObject([{ plannedOn: '2026-05-06', standing: 'passed' }]);
    expect((await house.call('ana', 'my-accounts')).value?.accounts[0]?.step).toEqual({
      code: 'say_what_happened',
      plannedOn: '2026-05-06',
    });
  });

  it('counts until then where nothing else changes from day to day', async () => {
    const call = { params: { accountId: fabrigonId }, request: { plannedOn: '2026-05-09', contactIds: [] } };
    const planned = await house.call('bob', 'plan-visit', call);
    expect(planned.status).toBe(200);
    const next = async () => (await house.call('bob', 'account', { params: { accountId: fabrigonId } })).value?.health.nextVisitOn;
    await settle('2026-05-09T10:00:00Z');
    expect(await next()).toBe('2026-05-09');
    await settle('2026-05-10T10:00:00Z');
    expect(await next()).toBeNull();
    await drop('bob', planned.value?.planId);
    await house.sql(`update account_health set valid_until_on = '2026-01-01'`);
    await settle('2026-05-07T10:00:00Z');
  });

  it('is settled by the meeting that took place', async () => {
    const meetingId = await met('2026-05-06');
    expect((await page())?.plans).toEqual([]);
    const request = { outcome: 'cancelled', timeZone: berlin, basedOnVersion: 1 } as const;
    await house.call('ana', 'tag-meeting', { params: { meetingId }, request });
    expect((await page())?.plans).toHaveLength(1);
  });

  it('is not asked about for ever', async () => {
    await settle('2026-08-04T10:00:00Z');
    expect((await page())?.plans).toHaveLength(1);
    await settle('2026-08-05T10:00:00Z');
    expect((await page())?.plans).toEqual([]);
  });
});

describe('an account that is merged', () => {
  it('takes its plans along, and back when it is split', async () => {
    const target = async () => (await house.call('mia', 'account', { params: { accountId: fabrigonId } })).value;
    const planId = (await plan('ana', '2026-09-01')).value?.planId;
    await house.call('adam', 'merge-account', { params: { accountId }, request: { intoAccountId: fabrigonId } });
    expect((await target())?.health.nextVisitOn).toBe('2026-09-01');
    expect((await target())?.plans).toMatchObject([{ planId }]);
    expect((await drop('bob', planId)).status).toBe(200);
    expect((await target())?.health.nextVisitOn).toBeNull();
    const again = await house.call('bob', 'plan-visit', {
      params: { accountId: fabrigonId },
      request: { plannedOn: '2026-09-02', contactIds: [dana] },
    });
    expect(again.status).toBe(200);
    await house.call('adam', 'split-account', { params: { accountId: fabrigonId }, request: { into: { accountId } } });
    expect((await target())?.plans).toMatchObject([{ plannedOn: '2026-09-02' }]);
  });
});
