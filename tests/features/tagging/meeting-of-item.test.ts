import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse, type TrueEvent } from '../../support/house.ts';

let house: House;
let lunch: TrueEvent;
const startsAt = '2026-05-04T10:30:00Z';

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  lunch = await house.addEvent(
    'ana',
    anEvent(startsAt, { subject: 'Lunch', attendees: [invited(contoral), invited(house.tenant.people.bob.mail)] }),
  );
});

afterAll(() => house.stop());

const ask = (who: 'ana' | 'bob' | 'cleo', itemId: string, at = startsAt) =>
  house.call(who, 'meeting-of-item', { request: { itemId, startsAt: at } });

describe('the meeting of the item open in Outlook', () => {
  it('is there before any sync has read it, with people, account and suggestion', async () => {
    const { value } = await ask('ana', lunch.restId);
    expect(value).toMatchObject({
      kind: 'meeting',
      meeting: {
        subject: 'Lunch',
        isOver: true,
        accounts: [{ name: 'Contoral' }],
        contacts: [{ mail: contoral, isKeyPartner: true, response: 'accepted' }],
        suggestion: { modality: 'in_person', reasons: [{ code: 'restaurant', words: 'Trattoria' }] },
        tag: null,
      },
    });
  });

  it('is the same meeting by either kind of id, from a colleague, and after the sync', async () => {
    const byRest = await ask('ana', lunch.restId);
    const byImmutable = await ask('ana', lunch.id);
    await house.readCalendars();
    const [row] = await house.sql<{ n: number; meeting_id: string }>(
      `select meeting_id, count(*) over ()::int as n from meeting where subject = 'Lunch'`,
    );
    expect(row?.n).toBe(1);
    for (const { value } of [byRest, byImmutable]) expect(value?.kind === 'meeting' && value.meeting.meetingId).toBe(row?.meeting_id);
  });

  it('keeps the key partner first and knows what nobody suggested', async () => {
    const plain = await house.addEvent(
      'ana',
      anEvent('2026-05-03T09:00:00Z', { location: { displayName: '' }, attendees: [invited('abe@contoral.example'), invited(contoral)] }),
    );
    const { value } = await ask('ana', plain.restId, '2026-05-03T09:00:00Z');
    expect(value?.kind === 'meeting' && value.meeting.contacts.map(({ mail }) => mail)).toEqual([contoral, 'abe@contoral.example']);
    expect(value?.kind === 'meeting' && value.meeting.suggestion).toEqual({ modality: 'unknown', confidence: 0, reasons: [] });
  });
});

describe('nothing is stored of', () => {
  it.each([
    ['an internal meeting', { attendees: [] }, 'not_customer_meeting'],
    ['a meeting with a private person', { attendees: [invited('dana@gmail.com')] }, 'not_customer_meeting'],
    ['a private one', { attendees: [invited(contoral)], sensitivity: 'private' }, 'private'],
  ] as const)('%s', async (name, event, kind) => {
    const before = await house.sql('select count(*) as n from meeting');
    const item = await house.addEvent('ana', anEvent('2026-05-02T09:00:00Z', { subject: name, ...event, attendees: [...event.attendees] }));
    const { value } = await ask('ana', item.restId, '2026-05-02T09:00:00Z');
    expect(value?.kind).toBe(kind);
    expect(await house.sql('select count(*) as n from meeting')).toEqual(before);
  });
});

it('a declined meeting is not asked about', async () => {
  const item = await house.addEvent(
    'ana',
    anEvent('2026-05-01T09:00:00Z', { subject: 'No', attendees: [invited(contoral), invited(house.tenant.people.bob.mail, 'declined')] }),
  );
  const truth = await fetch(`${house.graphBaseUrl}/simulator/mailboxes/${house.tenant.people.bob.id}/events`);
  const copy = ((await truth.json()) as { id: string; iCalUId: string }[]).find(({ iCalUId }) => iCalUId === item.iCalUId);
  await house.changeEvent('bob', copy?.id ?? '', { responseStatus: { response: 'declined', time: '2026-04-30T09:00:00Z' } });
  await house.readCalendars();
  const pending = await house.call('bob', 'pending-meetings');
  expect(pending.value?.meetings.map(({ subject }) => subject)).not.toContain('No');
  const own = await house.call('ana', 'pending-meetings');
  expect(own.value?.meetings.map(({ subject }) => subject)).toContain('No');
});

describe('a refusal', () => {
  it('for an id that is nobody’s', async () => {
    expect((await ask('ana', 'AAMkNothing')).problem?.code).toBe('meeting_not_found');
  });

  it("for a colleague's item: ids belong to one mailbox", async () => {
    expect((await ask('cleo', lunch.restId)).problem?.code).toBe('meeting_not_found');
  });

  it('while Graph does not answer, and it may be tried again', async () => {
    const set = (kind: string) =>
      fetch(`${house.graphBaseUrl}/simulator/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind }),
      });
    await set('unavailable');
    const answer = await ask('ana', lunch.restId);
    await set('none');
    expect(answer).toMatchObject({ status: 503, problem: { code: 'calendar_not_reachable' } });
    expect((await ask('ana', lunch.restId)).status).toBe(200);
  });
});
