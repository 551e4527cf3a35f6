/** "I met someone" beside an own appointment without customers: one meeting with it, however the calendar changes later. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse, type TrueEvent } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;
let accountId: string;
let contactId: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const [row] = await house.sql<{ account_id: string; contact_id: string }>('select account_id, contact_id from contact where mail = $1', [
    contoral,
  ]);
  accountId = row?.account_id ?? '';
  contactId = row?.contact_id ?? '';
});

afterAll(() => house.stop());

const hourFrom = (at: string) => ({ startsAt: at, endsAt: new Date(Date.parse(at) + 3_600_000).toISOString() });

function add(who: 'ana' | 'bob', on: string, item?: { readonly itemId?: string; readonly startsAt: string; readonly endsAt: string }) {
  const request = { accountId, contactIds: [contactId], on, modality: 'in_person' as const, timeZone: berlin, ...(item && { item }) };
  return house.call(who, 'add-meeting', { request });
}

async function meetings(): Promise<number> {
  const [row] = await house.sql<{ n: number }>('select count(*)::int as n from meeting');
  return row?.n ?? 0;
}

describe('beside an appointment without customers', () => {
  const at = '2026-05-02T17:00:00Z';
  let dinner: TrueEvent;

  it('the meeting and the appointment are one, and the pane shows it', async () => {
    dinner = await house.addEvent('ana', anEvent(at, { subject: 'Dinner w/ Dana', attendees: [invited(house.tenant.people.bob.mail)] }));
    const added = await add('ana', '2026-05-02', { itemId: dinner.restId, ...hourFrom(at) });
    expect(added.value?.tag).toMatchObject({ version: 1, modality: 'in_person' });
    const shown = await house.call('ana', 'meeting-of-item', { request: { itemId: dinner.restId, ...hourFrom(at) } });
    expect(shown.value).toMatchObject({
      kind: 'meeting',
      meeting: { meetingId: added.value?.meetingId, startsAt: '2026-05-02T17:00:00.000Z' },
    });
  });

  it('nothing of what the appointment says is kept', async () => {
    expect(await house.sql('select subject, location_text from meeting')).toEqual([{ subject: '', location_text: '' }]);
  });

  it('a read of the calendar neither doubles nor forgets it', async () => {
    await house.readCalendars();
    expect(await meetings()).toBe(1);
    house.setNow('2026-05-04T15:00:00Z');
    await house.changeEvent('ana', dinner.id, { attendees: [invited(house.tenant.people.bob.mail), invited(contoral)] });
    await house.readCalendars();
    expect(await house.sql('select subject, tag_version from meeting')).toEqual([{ subject: 'Dinner w/ Dana', tag_version: 1 }]);
  });

  it('a colleague who says the same of it adds their presence to the one meeting', async () => {
    const twin = await house.addEvent(
      'ana',
      anEvent('2026-05-01T17:00:00Z', { subject: 'Fair', attendees: [invited(house.tenant.people.bob.mail)] }),
    );
    await add('ana', '2026-05-01', { itemId: twin.restId, ...hourFrom('2026-05-01T17:00:00Z') });
    const added = await add('bob', '2026-05-01', hourFrom('2026-05-01T17:00:00Z'));
    expect(added.value?.tag.version).toBe(2);
    expect(await meetings()).toBe(2);
  });
});

it('taken back, the appointment is no customer meeting again, and may be said to be one once more', async () => {
  const at = '2026-04-30T17:00:00Z';
  const item = await house.addEvent('ana', anEvent(at, { subject: 'Drinks', attendees: [invited(house.tenant.people.bob.mail)] }));
  const added = await add('ana', '2026-04-30', { itemId: item.restId, ...hourFrom(at) });
  const params = { meetingId: added.value?.meetingId ?? '' };
  const withdrawn = await house.call('ana', 'withdraw-tag', { params, request: { basedOnVersion: 1 } });
  expect(withdrawn.status).toBe(200);
  const shown = await house.call('ana', 'meeting-of-item', { request: { itemId: item.restId, ...hourFrom(at) } });
  expect(shown.value).toEqual({ kind: 'not_customer_meeting' });
  const again = await add('ana', '2026-04-30', { itemId: item.restId, ...hourFrom(at) });
  expect(again.value).toMatchObject({ ...params, tag: { version: 3 } });
});

describe('a meeting of its own it is', () => {
  it.each([
    ['on another day than the appointment', '2026-04-28', {}],
    ['beside a private appointment', '2026-04-29', { sensitivity: 'private' }],
  ] as const)('%s', async (_rule, on, event) => {
    const at = '2026-04-29T17:00:00Z';
    const item = await house.addEvent('ana', anEvent(at, { subject: 'CANARY', ...event }));
    const before = await meetings();
    const added = await add('ana', on, { itemId: item.restId, ...hourFrom(at) });
    expect(added.status).toBe(200);
    expect(await meetings()).toBe(before + 1);
    expect(
      await house.sql(`select count(*)::int as n from meeting where meeting_key like 'by-hand:%' and meeting_id = $1`, [
        added.value?.meetingId,
      ]),
    ).toEqual([{ n: 1 }]);
  });

  it('where the calendar does not know the appointment', async () => {
    expect((await add('ana', '2026-04-27', { itemId: 'AAMkNothing', ...hourFrom('2026-04-27T09:00:00Z') })).status).toBe(200);
  });
});

it('nothing is stored while the calendar does not answer', async () => {
  const before = await meetings();
  const set = (kind: string) =>
    fetch(`${house.graphBaseUrl}/simulator/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind }),
    });
  await set('unavailable');
  const answer = await add('ana', '2026-04-26', { itemId: 'AAMkNothing', ...hourFrom('2026-04-26T09:00:00Z') });
  await set('none');
  expect(answer.problem?.code).toBe('calendar_not_reachable');
  expect(await meetings()).toBe(before);
});

describe('once the appointment has a customer among its people', () => {
  const at = '2026-05-03T17:00:00Z';

  it('whom the seller named stays one of its people, and the answer can be changed', async () => {
    const dinner = await house.addEvent('ana', anEvent(at, { subject: 'Concert', attendees: [invited(house.tenant.people.bob.mail)] }));
    const added = await add('ana', '2026-05-03', { itemId: dinner.restId, ...hourFrom(at) });
    const meetingId = added.value?.meetingId ?? '';
    house.setNow('2026-05-04T16:00:00Z');
    await house.changeEvent('ana', dinner.id, { attendees: [invited('sam@contoral.example')] });
    await house.readCalendars();
    const held = { outcome: 'held', modality: 'hybrid', timeZone: berlin, basedOnVersion: 1 } as const;
    const request = { ...held, presentContactIds: [contactId] };
    expect(await house.call('ana', 'tag-meeting', { params: { meetingId }, request })).toMatchObject({ status: 200 });
  });

  it('an answer taken back leaves the meeting open, since the calendar holds it', async () => {
    const [row] = await house.sql<{ meeting_id: string }>(`select meeting_id from meeting where subject = 'Concert'`);
    const meetingId = row?.meeting_id ?? '';
    await house.call('ana', 'withdraw-tag', { params: { meetingId }, request: { basedOnVersion: 2 } });
    const { value } = await house.call('ana', 'pending-meetings');
    expect(value?.meetings.map(({ subject }) => subject)).toContain('Concert');
  });
});
