import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const people = [invited(contoral), invited('sam@contoral.example', 'none')];
  await house.addEvent('ana', anEvent('2026-05-04T10:30:00Z', { subject: 'Lunch', attendees: people }, 90));
  await house.addEvent('ana', anEvent('2026-05-04T15:00:00Z', { subject: 'Later', attendees: people }));
  await house.addEvent(
    'ana',
    anEvent('2026-04-20T09:00:00Z', { subject: 'Call', attendees: people, location: { displayName: 'acme.zoom.us/j/123' } }),
  );
  await house.readCalendars();
});

afterAll(() => house.stop());

async function meetingOf(subject: string): Promise<string> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  if (!row) throw new Error(`no meeting ${subject}`);
  return row.meeting_id;
}

async function tags(): Promise<unknown[]> {
  return house.sql('select meeting_id, version, modality from tag order by meeting_id, version');
}

const inPerson = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;

describe('a tag', () => {
  it('turns the account of a lunch on track, and says what it changed', async () => {
    const meetingId = await meetingOf('Lunch');
    const before = await house.call('mia', 'team');
    expect(before.value?.accounts[0]).toMatchObject({ name: 'Contoral', word: 'new', lastNearOn: null });

    const answer = await house.call('ana', 'tag-meeting', { params: { meetingId }, request: inPerson });
    expect(answer.value?.tag).toMatchObject({ version: 1, modality: 'in_person', taggedBy: { name: 'Ana Test' } });
    expect(answer.value?.changes).toMatchObject([
      { name: 'Contoral', before: { word: 'new' }, after: { word: 'on_track', lastNearOn: '2026-05-04' } },
    ]);

    const after = await house.call('mia', 'team');
    expect(after.value?.accounts[0]).toMatchObject({
      name: 'Contoral',
      word: 'on_track',
      daysSinceNear: 0,
      keyPartners: 1,
      keyPartnersMet: 1,
    });
    expect(after.value?.headline).toMatchObject({ accounts: 1, onCadence: 1, onCadenceRevenueShare: 1 });
  });

  it('credits the contacts who accepted, not those who did not answer', async () => {
    const present = await house.sql('select c.mail from tag_contact tc join contact c using (contact_id) where tc.was_present');
    expect(present).toEqual([{ mail: contoral }]);
  });

  it('takes a second step as the next version and keeps the first', async () => {
    const meetingId = await meetingOf('Lunch');
    const answer = await house.call('ana', 'tag-meeting', {
      params: { meetingId },
      request: { ...inPerson, place: 'meal', basedOnVersion: 1 },
    });
    expect(answer.value?.tag).toMatchObject({ version: 2, place: 'meal' });
    expect(await house.sql('select version, place from tag where meeting_id = $1 order by version', [meetingId])).toEqual([
      { version: 1, place: null },
      { version: 2, place: 'meal' },
    ]);
  });
});

describe('a tag is refused, and nothing is written', () => {
  it.each([
    ['of a meeting that is not yours', 'bob', 'Lunch', { ...inPerson, basedOnVersion: 2 }, 403, 'not_your_meeting'],
    ['of a meeting that is not over', 'ana', 'Later', inPerson, 409, 'meeting_not_over'],
    ['when another device was faster', 'ana', 'Lunch', inPerson, 409, 'tagged_meanwhile'],
    ['with a place for a call', 'ana', 'Call', { ...inPerson, modality: 'virtual', place: 'meal' }, 422, 'claim_contradicts_itself'],
    [
      'without a modality for a held meeting',
      'ana',
      'Call',
      { outcome: 'held', timeZone: berlin, basedOnVersion: 0 },
      422,
      'claim_contradicts_itself',
    ],
    [
      'when it names somebody who was not invited',
      'ana',
      'Call',
      { ...inPerson, presentContactIds: ['00000000-0000-4000-8000-000000000000'] },
      422,
      'not_invited',
    ],
    ['in a time zone that does not exist', 'ana', 'Call', { ...inPerson, timeZone: 'Mars/Olympus' }, 400, 'request_invalid'],
    ['with an unknown modality', 'ana', 'Call', { ...inPerson, modality: 'telepathy' }, 400, 'request_invalid'],
    ['by a manager', 'mia', 'Call', inPerson, 403, 'role_missing'],
    ['by somebody who is not enrolled', 'stan', 'Call', inPerson, 403, 'not_enrolled'],
  ] as const)('%s', async (_rule, who, subject, request, status, code) => {
    const before = await tags();
    const meetingId = await meetingOf(subject);
    const answer = await house.call(who, 'tag-meeting', { params: { meetingId }, request: request as typeof inPerson });
    expect({ status: answer.status, code: answer.problem?.code }).toEqual({ status, code });
    expect(await tags()).toEqual(before);
  });

  it('of a meeting that was cancelled meanwhile', async () => {
    const event = await house.addEvent(
      'bob',
      anEvent('2026-05-04T08:00:00Z', { subject: 'Off', attendees: [invited('kim@fabrigon.example')] }),
    );
    await house.readCalendars();
    const meetingId = await meetingOf('Off');
    await house.sql('update meeting set is_cancelled = true where meeting_id = $1', [meetingId]);
    const answer = await house.call('bob', 'tag-meeting', { params: { meetingId }, request: inPerson });
    expect(answer.problem?.code).toBe('meeting_cancelled');
    await house.deleteEvent('bob', event.id);
  });

  it('of a meeting that does not exist', async () => {
    const answer = await house.call('ana', 'tag-meeting', {
      params: { meetingId: '00000000-0000-4000-8000-000000000000' },
      request: inPerson,
    });
    expect(answer.problem?.code).toBe('meeting_not_found');
  });
});

it('two devices answering at once give one tag and one conflict', async () => {
  const meetingId = await meetingOf('Call');
  const answers = await Promise.all(
    (['virtual', 'phone'] as const).map((modality) =>
      house.call('ana', 'tag-meeting', { params: { meetingId }, request: { ...inPerson, modality } }),
    ),
  );
  expect(answers.map(({ problem }) => problem?.code ?? 'ok').sort()).toEqual(['ok', 'tagged_meanwhile']);
  expect(await house.sql('select count(*)::int as n from tag where meeting_id = $1', [meetingId])).toEqual([{ n: 1 }]);
});
