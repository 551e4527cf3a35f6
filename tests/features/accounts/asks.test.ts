/** Invitations to meet in person: who may say them, their answers, taking one back, and that they follow their contacts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
let accountId: string;
let fabrigonId: string;
let dana: string;
let kim: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-01-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const colleague = invited(house.tenant.people.bob.mail, 'accepted', 'Bob');
  await house.addEvent('ana', anEvent('2026-05-01T10:00:00Z', { attendees: [invited(contoral), colleague] }));
  await house.addEvent('bob', anEvent('2026-05-02T10:00:00Z', { attendees: [invited('kim@fabrigon.example')] }));
  await house.readCalendars();
  const idOf = async (text: string, value: string) => (await house.sql<{ id: string }>(text, [value]))[0]?.id ?? '';
  accountId = await idOf('select account_id as id from account where external_id = $1', 'A-1');
  fabrigonId = await idOf('select account_id as id from account where external_id = $1', 'A-2');
  dana = await idOf('select contact_id as id from contact where mail = $1', contoral);
  kim = await idOf('select contact_id as id from contact where mail = $1', 'kim@fabrigon.example');
});

afterAll(() => house.stop());

const ask = (who: Name, askedOn = '2026-05-04', contactId = dana) =>
  house.call(who, 'ask-in-person', { params: { accountId }, request: { contactId, askedOn, timeZone: berlin } });
const answer = (who: Name, askId: string, said: 'accepted' | 'declined' | 'no_answer' | null, answeredOn?: string) =>
  house.call(who, 'answer-ask', {
    params: { askId },
    request: { answer: said, timeZone: berlin, ...(answeredOn && { answeredOn }) },
  });
const undo = (who: Name, askId: string) => house.call(who, 'undo-ask', { params: { askId } });
const asks = async (who: Name = 'ana') => (await house.call(who, 'account', { params: { accountId } })).value?.asks;
const health = () => house.sql('select * from account_health order by account_id');

describe('an invitation', () => {
  it('stands on the page with who asked whom and when, and changes no figure', async () => {
    const before = await health();
    const { value } = await ask('ana', '2026-04-30');
    expect(await asks()).toEqual([
      {
        askId: value?.askId,
        contact: { contactId: dana, name: 'dana' },
        by: { id: house.tenant.people.ana.id, name: 'Ana Test' },
        askedOn: '2026-04-30',
        answer: null,
        answeredOn: null,
        isMine: true,
        mayUndo: true,
      },
    ]);
    expect(await asks('mia')).toMatchObject([{ isMine: false, mayUndo: false }]);
    expect(await health()).toEqual(before);
  });

  it.each<[Name, number]>([
    ['bob', 200],
    ['mia', 200],
    ['cleo', 404],
    ['max', 404],
    ['adam', 403],
  ])('by %s is answered with %i', async (who, status) => {
    expect((await ask(who)).status).toBe(status);
  });

  it('has a day of the seller’s own, today at the latest', async () => {
    expect((await ask('ana', '2026-05-05')).problem).toMatchObject({
      code: 'ask_day_not_possible',
      details: { firstOn: '2025-05-04', lastOn: '2026-05-04' },
    });
    house.setNow('2026-05-04T22:30:00Z');
    const { value } = await ask('ana', '2026-05-05');
    expect((await undo('ana', value?.askId ?? '')).status).toBe(200);
    house.setNow('2026-05-04T14:00:00Z');
  });

  it('goes to somebody of the account', async () => {
    expect((await ask('ana', '2026-05-04', kim)).problem?.code).toBe('not_of_this_account');
  });
});

describe('its answer', () => {
  const mine = async () => (await asks())?.find(({ isMine }) => isMine)?.askId ?? '';

  it.each(['accepted', 'declined', 'no_answer'] as const)('may be %s, today unless another day is said', async (said) => {
    expect((await answer('ana', await mine(), said)).status).toBe(200);
    expect((await asks())?.find(({ isMine }) => isMine)).toMatchObject({ answer: said, answeredOn: '2026-05-04' });
    await answer('ana', await mine(), said, '2026-05-02');
    expect((await asks())?.find(({ isMine }) => isMine)).toMatchObject({ answer: said, answeredOn: '2026-05-02' });
  });

  it('can be taken back', async () => {
    await answer('ana', await mine(), null);
    expect((await asks())?.find(({ isMine }) => isMine)).toMatchObject({ answer: null, answeredOn: null });
  });

  it.each(['2026-04-29', '2026-05-05'])('never comes on %s', async (day) => {
    expect((await answer('ana', await mine(), 'accepted', day)).problem?.code).toBe('ask_day_not_possible');
  });

  it.each<Name>(['bob', 'mia', 'cleo'])('is not for %s to give', async (who) => {
    expect((await answer(who, await mine(), 'accepted')).problem?.code).toBe('ask_not_found');
  });
});

describe('taking one back', () => {
  it('works for one’s own latest alone', async () => {
    const first = (await asks())?.find(({ isMine }) => isMine)?.askId ?? '';
    house.setNow('2026-05-04T14:01:00Z');
    const second = (await ask('ana')).value?.askId ?? '';
    expect((await undo('bob', second)).problem?.code).toBe('ask_not_found');
    expect((await undo('ana', first)).problem?.code).toBe('ask_not_latest');
    expect((await undo('ana', second)).status).toBe(200);
    expect((await asks())?.map(({ askId }) => askId)).not.toContain(second);
    expect((await undo('ana', second)).problem?.code).toBe('ask_not_found');
    expect((await undo('ana', first)).status).toBe(200);
  });
});

describe('an account that is merged', () => {
  it('takes its invitations along, and back when it is split', async () => {
    const before = (await asks('mia'))?.length;
    await house.call('adam', 'merge-account', { params: { accountId }, request: { intoAccountId: fabrigonId } });
    const there = async () => (await house.call('mia', 'account', { params: { accountId: fabrigonId } })).value?.asks.length;
    expect(await there()).toBe(before);
    await house.call('adam', 'split-account', { params: { accountId: fabrigonId }, request: { into: { accountId } } });
    expect(await there()).toBe(0);
    expect((await asks('mia'))?.length).toBe(before);
  });
});
