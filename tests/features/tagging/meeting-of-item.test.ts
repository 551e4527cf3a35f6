import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse, type TrueEvent } from '../../support/house.ts';
import type { Name } from '../../support/tenant.ts';

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

function hourFrom(at: string): { readonly startsAt: string; readonly endsAt: string } {
  return { startsAt: at, endsAt: new Date(Date.parse(at) + 3_600_000).toISOString() };
}

const ask = (who: Name, itemId: string | undefined, at = startsAt) =>
  house.call(who, 'meeting-of-item', { request: { ...(itemId !== undefined && { itemId }), ...hourFrom(at) } });

describe('the meeting of the item open in Outlook', () => {
  it('is there before any sync has read it, with people, account and suggestion', async () => {
    const { value } = await ask('ana', lunch.restId);
    expect(value).toMatchObject({
      kind: 'meeting',
      owner: null,
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

  it('is found by the id of Exchange too, whose characters Graph does not take', async () => {
    const truth = await trueEvents('ana');
    const ewsId = truth.find(({ restId }) => restId === lunch.restId)?.ewsId ?? '';
    expect(ewsId).toMatch(/[+/]/);
    expect((await ask('ana', ewsId)).value?.kind).toBe('meeting');
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

interface Truth extends TrueEvent {
  readonly ewsId: string;
  readonly subject: string;
  readonly type: string;
  readonly startsAtMs: number;
}

async function trueEvents(who: Name): Promise<readonly Truth[]> {
  const answer = await fetch(`${house.graphBaseUrl}/simulator/mailboxes/${house.tenant.people[who].id}/events`);
  return (await answer.json()) as Truth[];
}

describe('a date of a series', () => {
  const weekly = (subject: string, at: string): GraphEvent => ({
    ...anEvent(at, { subject, attendees: [invited(contoral)] }),
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['wednesday'] },
      range: { type: 'numbered', startDate: at.slice(0, 10), numberOfOccurrences: 4 },
    },
  });
  let dates: readonly Truth[];

  beforeAll(async () => {
    await house.addEvent('ana', weekly('Weekly', '2026-04-01T09:00:00Z'));
    dates = (await trueEvents('ana')).filter(({ subject }) => subject === 'Weekly');
  });

  const master = (): string => dates.find(({ type }) => type === 'seriesMaster')?.restId ?? '';
  const date = (day: string): string => dates.find(({ startsAtMs }) => new Date(startsAtMs).toISOString().startsWith(day))?.restId ?? '';

  it.each([
    ['by the series’ id', () => master()],
    ['by its own', () => date('2026-04-08')],
    ['by the id of another date', () => date('2026-04-15')],
    ['by no id at all', () => undefined],
  ])('is found %s and its start', async (_rule, itemId) => {
    expect(dates.length).toBeGreaterThan(4);
    const { value } = await ask('ana', itemId(), '2026-04-08T09:00:00Z');
    expect(value?.kind === 'meeting' && value.meeting.startsAt).toBe('2026-04-08T09:00:00.000Z');
  });

  it('that was moved is found by the start to which it was moved', async () => {
    await house.changeEvent('ana', date('2026-04-22'), anEvent('2026-04-23T13:00:00Z'));
    for (const itemId of [master(), date('2026-04-22'), undefined]) {
      const { value } = await ask('ana', itemId, '2026-04-23T13:00:00Z');
      expect(value?.kind === 'meeting' && value.meeting.startsAt, String(itemId)).toBe('2026-04-23T13:00:00.000Z');
    }
  });

  it('is not taken for another that was moved to the same day', async () => {
    await house.changeEvent('ana', date('2026-04-15'), anEvent('2026-04-08T07:00:00Z'));
    const { value } = await ask('ana', master(), '2026-04-08T09:00:00Z');
    expect(value?.kind === 'meeting' && value.meeting.startsAt).toBe('2026-04-08T09:00:00.000Z');
  });

  it('is none where the whole series is open', async () => {
    expect((await ask('ana', master(), '2026-04-02T09:00:00Z')).value).toEqual({ kind: 'series' });
  });
});

describe('an item without an id', () => {
  it('is asked about where several have its times, and none of a private one is told', async () => {
    const at = '2026-04-25T09:00:00Z';
    await house.addEvent('ana', anEvent(at, { subject: 'First', attendees: [invited(contoral)] }));
    await house.addEvent('ana', anEvent(at, { subject: 'Second', attendees: [invited(contoral)] }));
    await house.addEvent('ana', anEvent(at, { subject: 'Doctor', sensitivity: 'private' }));
    await house.addEvent('ana', anEvent(at, { subject: 'Longer', attendees: [invited(contoral)] }, 90));
    const { value } = await ask('ana', undefined, at);
    expect(value?.kind === 'ambiguous' && value.candidates.map(({ subject }) => subject)).toEqual(['', 'First', 'Second']);
    const chosen = value?.kind === 'ambiguous' ? value.candidates[2] : undefined;
    const found = (await ask('ana', chosen?.itemId, at)).value;
    expect(found?.kind === 'meeting' && found.meeting.subject).toBe('Second');
  });

  it('of a whole day is found at the seller’s own midnight', async () => {
    const day: GraphEvent = {
      subject: 'Fair',
      isAllDay: true,
      attendees: [invited(contoral)],
      start: { dateTime: '2026-04-24T00:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-04-25T00:00:00', timeZone: 'UTC' },
    };
    await house.addEvent('ana', day);
    const request = { startsAt: '2026-04-23T22:00:00Z', endsAt: '2026-04-24T22:00:00Z' };
    const { value } = await house.call('ana', 'meeting-of-item', { request });
    expect(value?.kind === 'meeting' && value.meeting.subject).toBe('Fair');
  });

  it('is not found where nothing has its times', async () => {
    expect((await ask('ana', undefined, '2026-04-24T05:00:00Z')).problem?.code).toBe('meeting_not_found');
  });
});

describe('nothing is stored of', () => {
  it.each([
    ['an internal meeting', { attendees: [] }, 'not_customer_meeting'],
    ['a meeting with a private person', { attendees: [invited('dana@gmail.com')] }, 'not_customer_meeting'],
    ['a private one', { attendees: [invited(contoral)], sensitivity: 'private' }, 'private'],
    ['a personal one', { attendees: [invited(contoral)], sensitivity: 'personal' }, 'private'],
    ['a confidential one', { attendees: [invited(contoral)], sensitivity: 'confidential' }, 'private'],
    ['one that was cancelled before anybody read it', { attendees: [invited(contoral)], isCancelled: true }, 'cancelled'],
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
  const copy = (await trueEvents('bob')).find(({ iCalUId }) => iCalUId === item.iCalUId);
  await house.changeEvent('bob', copy?.id ?? '', { responseStatus: { response: 'declined', time: '2026-04-30T09:00:00Z' } });
  await house.readCalendars();
  expect((await ask('bob', copy?.restId, '2026-05-01T09:00:00Z')).value?.kind).toBe('declined');
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

  it.each(['mia', 'adam', 'dora'] as const)('for the own calendar of %s, who is no seller', async (who) => {
    expect(await ask(who, lunch.restId)).toMatchObject({ status: 403, problem: { code: 'role_missing' } });
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
