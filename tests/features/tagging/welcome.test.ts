/** The welcome: questions about the time before the enrolment, with candidates; sure suggestions; answers by tag, by hand, or without a meeting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const add = (startsAt: string, subject: string, location: string, guest: string) =>
    house.addEvent('ana', anEvent(startsAt, { subject, location: { displayName: location }, attendees: [invited(guest)] }));
  await add('2026-02-01T12:00:00Z', 'Lunch', 'Trattoria Da Enzo, Via Garibaldi 12', contoral);
  await add('2026-03-01T12:00:00Z', 'Call', 'https://acme.zoom.us/j/123456789', contoral);
  await add('2026-03-05T12:00:00Z', 'Somewhere', '', contoral);
  await add('2026-04-01T12:00:00Z', 'Talk', '', 'kim@fabrigon.example');
  await add('2026-05-03T12:00:00Z', 'After', '', contoral);
});

afterAll(() => house.stop());

const asked = async () => (await house.call('ana', 'welcome')).value;
const accountId = async (name: string): Promise<string> => {
  const [row] = await house.sql<{ account_id: string }>('select account_id from account where name = $1', [name]);
  return row?.account_id ?? '';
};

it('waits for the calendar', async () => {
  expect(await asked()).toMatchObject({ isDue: false, isCalendarRead: false });
});

it('asks about each account, with the likeliest meetings first and no virtual one', async () => {
  await house.readCalendars();
  const value = await asked();
  expect(value).toMatchObject({ isDue: true, isCalendarRead: true, open: 2, answered: 0 });
  expect(
    value?.questions.map(({ name, unanswered, candidates }) => ({ name, unanswered, of: candidates.map(({ subject }) => subject) })),
  ).toEqual([
    { name: 'Contoral', unanswered: 3, of: ['Lunch', 'Somewhere'] },
    { name: 'Fabrigon', unanswered: 1, of: ['Talk'] },
  ]);
  expect(value?.questions[0]?.contacts).toEqual([{ contactId: expect.any(String), name: 'dana' }]);
});

it('offers the sure suggestions, and confirms them together', async () => {
  const sure = (await asked())?.sure ?? [];
  expect(sure.length).toBeGreaterThan(0);
  const tags = sure.map(
    ({ meetingId, modality }) => ({ meetingId, outcome: 'held', modality, timeZone: berlin, basedOnVersion: 0 }) as const,
  );
  const { value } = await house.call('ana', 'tag-meetings', { request: { tags } });
  expect(value?.outcomes.every(({ kind }) => kind === 'tagged')).toBe(true);
  expect((await asked())?.sure).toEqual([]);
});

describe('an answer', () => {
  it('by a candidate is an ordinary tag', async () => {
    const lunch = (await asked())?.questions[0]?.candidates.find(({ subject }) => subject === 'Lunch');
    if (lunch) {
      const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
      expect((await house.call('ana', 'tag-meeting', { params: { meetingId: lunch.meetingId }, request })).status).toBe(200);
    }
    expect(await asked()).toMatchObject({ open: 1, answered: 1, questions: [{ name: 'Fabrigon' }] });
  });

  it('that it was a call leaves the account of a colleague open, and the number of accounts as it was', async () => {
    const talk = (await asked())?.questions[0]?.candidates.find(({ subject }) => subject === 'Talk');
    const request = { outcome: 'held', modality: 'virtual', timeZone: berlin, basedOnVersion: 0 } as const;
    expect((await house.call('ana', 'tag-meeting', { params: { meetingId: talk?.meetingId ?? '' }, request })).status).toBe(200);
    expect(await asked()).toMatchObject({ open: 1, answered: 1, questions: [{ name: 'Fabrigon', unanswered: 0, candidates: [] }] });
  });

  it('by a day that no calendar has is a meeting added by hand', async () => {
    const question = (await asked())?.questions[0];
    const contactIds = question?.contacts.map(({ contactId }) => contactId) ?? [];
    const request = {
      accountId: question?.accountId ?? '',
      contactIds,
      on: '2026-01-15',
      modality: 'in_person' as const,
      timeZone: berlin,
    };
    const { value } = await house.call('ana', 'add-meeting', { request });
    expect(value).toMatchObject({ tag: { modality: 'in_person' }, changes: [{ name: 'Fabrigon', after: { lastNearOn: '2026-01-15' } }] });
    expect(await asked()).toMatchObject({ open: 0, answered: 2, questions: [] });
    await house.readCalendars();
    expect(await house.sql('select is_added_by_hand from meeting where meeting_id = $1', [value?.meetingId])).toEqual([
      { is_added_by_hand: true },
    ]);
    expect((await house.call('mia', 'team')).value?.accounts.find(({ name }) => name === 'Fabrigon')?.lastNearOn).toBe('2026-01-15');
  });

  it('without a meeting is remembered, and asked no more', async () => {
    await house.addEvent('bob', anEvent('2026-03-01T12:00:00Z', { attendees: [invited('lou@fabrigon.example')] }));
    await house.sql(`update account_health set last_near_on = null`);
    expect((await asked())?.questions).toHaveLength(2);
    const call = { params: { accountId: await accountId('Contoral') }, request: { answer: 'not_in_the_last_year' } as const };
    expect((await house.call('ana', 'answer-welcome', call)).status).toBe(200);
    expect((await asked())?.questions.map(({ name }) => name)).toEqual(['Fabrigon']);
  });

  it('about an account that is not there is refused', async () => {
    const call = { params: { accountId: '00000000-0000-4000-8000-000000000000' }, request: { answer: 'skipped' } as const };
    expect((await house.call('ana', 'answer-welcome', call)).problem?.code).toBe('account_not_found');
  });
});

it('closed, it is not shown again', async () => {
  expect((await house.call('ana', 'close-welcome')).status).toBe(200);
  expect((await asked())?.isDue).toBe(false);
});

it('a meeting of today may be added by hand, and is over at once', async () => {
  const [dana] = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [contoral]);
  const request = {
    accountId: await accountId('Contoral'),
    contactIds: [dana?.contact_id ?? ''],
    on: '2026-05-04',
    modality: 'in_person' as const,
    place: 'coffee' as const,
    timeZone: 'America/Los_Angeles',
  };
  expect((await house.call('ana', 'add-meeting', { request })).value).toMatchObject({
    tag: { place: 'coffee' },
    changes: [{ after: { word: 'on_track', lastNearOn: '2026-05-04' } }],
  });
});
