/** The seller's own accounts by what to do next: the sentence of each, and their order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { accountsHeader, contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
const sam = 'sam@contoral.example';
const online = { displayName: 'https://acme.zoom.us/j/123456789' };
const ids = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse({ nowAt: '2025-04-01T08:00:00Z' });
  const { ana } = house.tenant.people;
  const csv = [
    accountsHeader,
    `A-1,Contoral,contoral.example,900000.00,EUR,${ana.mail},${contoral}`,
    `A-2,Fabrigon,fabrigon.example,100000.00,EUR,${ana.mail},`,
    `A-3,Gamma,gamma.example,500000.00,EUR,${ana.mail},`,
    `A-4,Delta,delta.example,500000.00,EUR,${ana.mail},lee@delta.example`,
  ].join('\n');
  await house.setUp(csv);
  house.setNow('2026-05-04T14:00:00Z');
  const call = (startsAt: string, mail: string) => house.addEvent('ana', anEvent(startsAt, { attendees: [invited(mail)] }));
  await call('2025-06-01T10:00:00Z', contoral);
  for (const month of ['08', '10', '12']) await call(`2025-${month}-01T10:00:00Z`, contoral);
  await call('2026-04-28T10:00:00Z', 'kim@fabrigon.example');
  await call('2026-05-01T10:00:00Z', 'lee@delta.example');
  await house.readCalendars();
  for (const row of await house.sql<{ key: string; id: string }>('select name as key, account_id as id from account'))
    ids.set(row.key, row.id);
  for (const row of await house.sql<{ key: string; id: string }>('select mail as key, contact_id as id from contact'))
    ids.set(row.key, row.id);
  const meetings = await house.sql<{ meeting_id: string; starts_at: Date }>('select meeting_id, starts_at from meeting order by starts_at');
  for (const { meeting_id: meetingId, starts_at } of meetings) {
    const modality = starts_at.toISOString().startsWith('2025-06') || starts_at.getUTCFullYear() === 2026 ? 'in_person' : 'virtual';
    const request = { outcome: 'held', modality, timeZone: berlin, basedOnVersion: 0 } as const;
    expect((await house.call('ana', 'tag-meeting', { params: { meetingId }, request })).status).toBe(200);
  }
});

afterAll(() => house.stop());

const id = (key: string): string => ids.get(key) ?? '';
const own = async (who: Name = 'ana') => (await house.call(who, 'my-accounts')).value?.accounts;
const stepOf = async (name: string) => (await own())?.find((account) => account.name === name)?.step;
const dana = () => ({ contactId: id(contoral), name: 'dana' });
const ask = async (askedOn: string, contactId = id(contoral)) =>
  (await house.call('ana', 'ask-in-person', { params: { accountId: id('Contoral') }, request: { contactId, askedOn, timeZone: berlin } }))
    .value?.askId ?? '';

describe('the list', () => {
  it('stands by what to do next, not by name', async () => {
    expect((await own())?.map(({ name, word, step }) => [name, word, step.code])).toEqual([
      ['Gamma', 'no_contact', 'invite'],
      ['Contoral', 'overdue', 'invite'],
      ['Fabrigon', 'on_track', 'name_key_partners'],
      ['Delta', 'on_track', 'all_well'],
    ]);
  });

  it('says it with names, days and numbers', async () => {
    expect(await stepOf('Contoral')).toEqual({
      code: 'invite',
      contact: dana(),
      virtualStreak: 3,
      lastNearOn: '2025-06-01',
      dueOn: null,
    });
    expect(await stepOf('Gamma')).toMatchObject({ contact: null, virtualStreak: 0, lastNearOn: null });
  });

  it('has the cadence and the key partners of each', async () => {
    expect((await own())?.find(({ name }) => name === 'Contoral')).toMatchObject({
      cadenceDays: 45,
      keyPartners: 1,
      keyPartnersMet: 1,
      pausedUntilOn: null,
    });
  });

  it('holds nothing of others', async () => {
    expect(await own('cleo')).toEqual([]);
    expect((await house.call('mia', 'my-accounts')).problem?.code).toBe('role_missing');
  });
});

describe('what the seller says moves the account on', () => {
  it('to the answer that is awaited, then to a further invitation', async () => {
    const askId = await ask('2026-05-03');
    expect(await stepOf('Contoral')).toEqual({ code: 'await_answer', contact: dana(), askedOn: '2026-05-03' });
    await house.call('ana', 'answer-ask', { params: { askId }, request: { answer: 'declined', timeZone: berlin } });
    expect(await stepOf('Contoral')).toEqual({ code: 'ask_again', contact: dana(), times: 1, askedOn: '2026-05-03' });
  });

  it('to somebody else after three times without a yes', async () => {
    await ask('2026-03-01');
    await ask('2026-04-01');
    expect(await stepOf('Contoral')).toEqual({ code: 'ask_somebody_else', contact: dana(), times: 3, other: null });
    await house.addEvent('ana', anEvent('2026-05-20T10:00:00Z', { location: online, attendees: [invited(sam)] }));
    await house.readCalendars();
    const [found] = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [sam]);
    const params = { accountId: id('Contoral'), contactId: found?.contact_id ?? '' };
    await house.call('ana', 'name-key-partner', { params, request: {} });
    // Never met in person: now first in need.
    expect(await stepOf('Contoral')).toMatchObject({ code: 'invite', contact: { name: 'sam' } });
    await house.call('ana', 'remove-key-partner', { params });
  });

  it('to a day when the answer is yes, and to the visit once it is planned', async () => {
    const askId = await ask('2026-05-04');
    await house.call('ana', 'answer-ask', { params: { askId }, request: { answer: 'accepted', timeZone: berlin } });
    expect(await stepOf('Contoral')).toEqual({ code: 'set_day', contact: dana() });
    expect((await own())?.[0]?.name).toBe('Contoral');
    const request = { plannedOn: '2026-05-12', contactIds: [id(contoral)] };
    await house.call('ana', 'plan-visit', { params: { accountId: id('Contoral') }, request });
    expect(await stepOf('Contoral')).toEqual({ code: 'visit_planned', on: '2026-05-12' });
  });

  it('and meetings without an answer come before it', async () => {
    house.setNow('2026-05-20T14:00:00Z');
    await house.host.runTimer('refresh-due-health');
    await house.call('ana', 'plan-visit', { params: { accountId: id('Contoral') }, request: { plannedOn: '2026-06-12', contactIds: [] } });
    // The plan of 12 May is over: what became of it is asked first.
    expect(await stepOf('Contoral')).toEqual({ code: 'say_what_happened', plannedOn: '2026-05-12' });
    const plans = (await house.call('ana', 'account', { params: { accountId: id('Contoral') } })).value?.plans ?? [];
    await house.call('ana', 'drop-plan', { params: { planId: plans[0]?.planId ?? '' } });
    expect(await stepOf('Contoral')).toEqual({ code: 'answer_meetings', count: 1 });
  });
});

it('a paused account is calm, and last', async () => {
  const params = { accountId: id('Contoral') };
  await house.call('mia', 'pause-account', { params, request: { reason: 'no_travel', untilOn: '2026-06-01' } });
  const accounts = await own();
  expect(accounts?.at(-1)).toMatchObject({
    name: 'Contoral',
    pausedUntilOn: '2026-06-01',
    step: { code: 'paused', untilOn: '2026-06-01' },
  });
});
