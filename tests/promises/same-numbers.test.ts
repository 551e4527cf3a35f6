/** Promises 3 and 7: stored health equals a recompute on every day, and seller and manager never see different numbers. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDay } from '../../api/domain/calendar-day.ts';
import { recomputeHealth } from '../../api/features/health/recompute-health.ts';
import { openDatabase } from '../../api/platform/db/database.ts';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';
import { berlin } from '../support/tenant.ts';

let house: House;
const places = ['Trattoria Da Enzo', 'acme.zoom.us/j/1', '', 'Room 4'];

beforeAll(async () => {
  house = await openHouse({ nowAt: '2025-06-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  for (let week = 0; week < 40; week += 1) {
    const startsAt = new Date(Date.parse('2025-08-04T09:00:00Z') + week * 7 * 86_400_000).toISOString();
    const who = week % 3 === 0 ? 'bob' : 'ana';
    const guest = week % 3 === 0 ? 'kim@fabrigon.example' : contoral;
    await house.addEvent(
      who,
      anEvent(startsAt, { subject: `Week ${week}`, location: { displayName: places[week % 4] ?? '' }, attendees: [invited(guest)] }),
    );
  }
  await house.readCalendars();
});

afterAll(() => house.stop());

/** Where the stored row of an account differs from what its facts say at that moment. */
async function differences(at: string): Promise<readonly unknown[]> {
  const database = openDatabase({ url: house.config.database.url, maxConnections: 1 });
  try {
    const { accounts, due, differences } = await recomputeHealth(database, new Date(at));
    expect(accounts).toBe(2);
    return [...differences, ...(due > 0 ? [`${due} due`] : [])];
  } finally {
    await database.close();
  }
}

async function tagNext(index: number): Promise<void> {
  const who = index % 2 === 0 ? 'ana' : 'bob';
  const pending = await house.call(who, 'pending-meetings', { request: { limit: 200 } });
  const meeting = pending.value?.meetings.at(index % 5);
  if (!meeting) return;
  const modality = (['in_person', 'virtual', 'phone', 'hybrid'] as const)[index % 4] ?? 'virtual';
  const request = { outcome: 'held', modality, timeZone: berlin, basedOnVersion: 0 } as const;
  const answer = await house.call(who, 'tag-meeting', { params: { meetingId: meeting.meetingId }, request });
  expect(answer.status).toBe(200);
}

it('stored equals computed after every tag', async () => {
  for (let index = 0; index < 12; index += 1) {
    await tagNext(index);
    expect(await differences('2026-05-04T14:00:00Z')).toEqual([]);
  }
});

it('stored equals computed on every day of half a year, once the timer has run', async () => {
  for (let day = 0; day < 180; day += 3) {
    const at = new Date(Date.parse('2026-05-04T14:00:00Z') + day * 86_400_000).toISOString();
    house.setNow(at);
    await house.host.runTimer('refresh-due-health');
    expect(await differences(at)).toEqual([]);
  }
  house.setNow('2026-05-04T14:00:00Z');
});

it('notices a row that was changed behind its back (negative control)', async () => {
  house.setNow('2026-05-04T14:00:00Z');
  await house.sql(`update account_health set unanswered = unanswered + 1`);
  expect(await differences('2026-05-04T14:00:00Z')).not.toEqual([]);
  await house.sql(`update account_health set unanswered = unanswered - 1`);
});

it('a meeting that ends counts as unanswered from its end, not before', async () => {
  house.setNow('2026-05-04T14:00:00Z');
  await house.addEvent('ana', anEvent('2026-05-04T15:00:00Z', { subject: 'Ends at four', attendees: [invited(contoral)] }));
  await house.readCalendars();
  const unanswered = async (): Promise<unknown> =>
    house.sql(`select h.unanswered from account_health h join account using (account_id) where name = 'Contoral'`);
  const before = await unanswered();
  house.setNow('2026-05-04T15:59:59Z');
  await house.host.runTimer('refresh-due-health');
  expect(await unanswered()).toEqual(before);
  house.setNow('2026-05-04T16:00:00Z');
  await house.host.runTimer('refresh-due-health');
  expect(await unanswered()).toEqual([{ unanswered: Number((before as { unanswered: number }[])[0]?.unanswered) + 1 }]);
  expect(await differences('2026-05-04T16:00:00Z')).toEqual([]);
});

it('seller and manager read the same word, day and strip of every account', async () => {
  house.setNow('2026-05-04T16:00:00Z');
  const team = await house.call('mia', 'team');
  for (const who of ['ana', 'bob'] as const) {
    const pending = await house.call(who, 'pending-meetings', { request: { limit: 200 } });
    const glances = pending.value?.meetings.flatMap(({ accounts }) => accounts) ?? [];
    expect(glances.length).toBeGreaterThan(0);
    for (const { accountId, word, lastNearOn, strip, decidingUnanswered } of glances) {
      expect(team.value?.accounts.find((account) => account.accountId === accountId)).toMatchObject({
        word,
        lastNearOn,
        strip,
        decidingUnanswered,
      });
    }
  }
  expect(team.value?.todayOn).toBe(calendarDay('2026-05-04'));
});

it('the other manager sees nothing of this line', async () => {
  const other = await house.call('max', 'team');
  expect(other.value).toMatchObject({ accounts: [], headline: null, calendars: { total: 1 } });
});

it('stored equals computed when the tenant is set up anew: another time zone, and an owner who has left and comes back', async () => {
  const at = '2026-05-04T23:30:00Z';
  house.setNow(at);
  // Early on the day in Berlin, still the day before in Los Angeles.
  await house.addEvent('ana', anEvent('2026-05-04T05:00:00Z', { subject: 'Breakfast', attendees: [invited(contoral)] }));
  await house.readCalendars();
  await house.host.runTimer('refresh-due-health');
  const setUp = (timeZone: string) =>
    house.call('adam', 'set-up-tenant', { request: { sellerGroupId: house.tenant.sellerGroupId, timeZone, currency: 'EUR' } });
  expect(await differences(at)).toEqual([]);
  expect((await setUp('America/Los_Angeles')).status).toBe(200);
  expect(await differences(at)).toEqual([]);
  await house.sql(`update person set is_seller = false, left_at = '2026-05-01' where person_id = $1`, [house.tenant.people.ana.id]);
  expect((await setUp(berlin)).status).toBe(200);
  expect(await differences(at)).toEqual([]);
});
