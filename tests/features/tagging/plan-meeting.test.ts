/** What a meeting to come is planned to be, and the planned visit that follows from it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { openDatabase } from '../../../api/platform/db/database.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';

let house: House;
const now = '2026-05-04T14:00:00Z';

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow(now);
  await house.addEvent(
    'ana',
    anEvent('2026-05-11T09:00:00Z', { subject: 'Review', location: { displayName: '' }, attendees: [invited(contoral)] }),
  );
  await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { subject: 'Past', attendees: [invited(contoral)] }));
  await house.readCalendars();
});

afterAll(() => house.stop());

async function plan(who: 'ana' | 'bob' | 'mia', subject: string, modality: 'in_person' | 'virtual' | null) {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  return house.call(who, 'plan-meeting', { params: { meetingId: row?.meeting_id ?? '' }, request: { modality } });
}

async function nextVisitOn(): Promise<string | null | undefined> {
  const { value } = await house.call('ana', 'my-accounts');
  return value?.accounts.find(({ name }) => name === 'Contoral')?.nextVisitOn;
}

async function differences(): Promise<unknown> {
  const database = openDatabase({ url: house.config.database.url, maxConnections: 1 });
  try {
    return (await recomputeHealth(database, new Date(now))).differences;
  } finally {
    await database.close();
  }
}

describe('a mark on a meeting to come', () => {
  it('makes it a planned visit of its account, and a recompute agrees', async () => {
    expect(await nextVisitOn()).toBeNull();
    const marked = await plan('ana', 'Review', 'in_person');
    expect(marked.value).toEqual({ plannedModality: 'in_person' });
    expect(await nextVisitOn()).toBe('2026-05-11');
    expect(await differences()).toEqual([]);
  });

  it('as virtual is no visit, whatever is suggested', async () => {
    await plan('ana', 'Review', 'virtual');
    expect(await nextVisitOn()).toBeNull();
    expect(await differences()).toEqual([]);
  });

  it('outlives the next read of the calendar', async () => {
    await plan('ana', 'Review', 'in_person');
    await house.readCalendars();
    expect(await nextVisitOn()).toBe('2026-05-11');
  });

  it('is taken back', async () => {
    expect((await plan('ana', 'Review', null)).value).toEqual({ plannedModality: null });
    expect(await nextVisitOn()).toBeNull();
  });
});

it.each([
  ['by a colleague who does not have it', 'bob', 'Review', 403, 'not_your_meeting'],
  ['after its end', 'ana', 'Past', 409, 'meeting_over'],
  ['by a manager', 'mia', 'Review', 403, 'role_missing'],
] as const)('a meeting is not marked %s', async (_rule, who, subject, status, code) => {
  const answer = await plan(who, subject, 'in_person');
  expect({ status: answer.status, code: answer.problem?.code }).toEqual({ status, code });
});
