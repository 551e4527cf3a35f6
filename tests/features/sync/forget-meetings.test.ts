/** What leaves the calendars: gone also when two lose it at once, and without words once it is private. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetEvents } from '../../../api/features/sync/forget-meetings.ts';
import type { TenantTransaction } from '../../../api/platform/db/database.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
const nowAt = new Date('2026-05-04T14:00:00Z');

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow(nowAt.toISOString());
  const attendees = [invited(contoral), invited(house.tenant.people.bob.mail)];
  await house.addEvent('ana', anEvent('2026-05-04T08:00:00Z', { subject: 'Shared', attendees }));
  await house.readCalendars();
});

afterAll(() => house.stop());

async function forget(tx: TenantTransaction, who: Name): Promise<void> {
  const sellerId = house.tenant.people[who].id;
  const links = await tx.selectFrom('meeting_seller').where('seller_id', '=', sellerId).select('event_id').execute();
  await forgetEvents(tx, { sellerId, eventIds: links.flatMap(({ event_id }) => event_id ?? []), keptMeetingIds: [] }, nowAt);
}

/** Whether a transaction stands still behind another one. */
async function isWaiting(): Promise<boolean> {
  const [row] = await house.sql<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return (row?.n ?? 0) > 0;
}

it('a meeting that two reads lose, which do not see each other yet, is gone', async () => {
  const { withTenant } = house.host.database;
  const forgotten = Promise.withResolvers<undefined>();
  const mayEnd = Promise.withResolvers<undefined>();
  const first = withTenant(house.tenant.tenantId, async (tx) => {
    await forget(tx, 'ana');
    forgotten.resolve(undefined);
    await mayEnd.promise;
  });
  await forgotten.promise;
  let hasEnded = false;
  const second = withTenant(house.tenant.tenantId, (tx) => forget(tx, 'bob')).then(() => {
    hasEnded = true;
  });
  for (let looks = 0; looks < 1_000 && !hasEnded; looks += 1) if (await isWaiting()) break;
  mayEnd.resolve(undefined);
  await Promise.all([first, second]);
  expect(await house.sql('select subject from meeting')).toEqual([]);
});

it.each(['readCalendars', 'readChanges'] as const)('a tagged meeting made private keeps its tag and no word (%s)', async (read) => {
  const subject = `CANARY ${read}`;
  const words = { subject, location: { displayName: 'CANARY street' } };
  const event = await house.addEvent('ana', anEvent('2026-05-04T08:00:00Z', { ...words, attendees: [invited(contoral)] }));
  await house.readCalendars();
  await house.readChanges();
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  const params = { meetingId: row?.meeting_id ?? '' };
  const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
  expect((await house.call('ana', 'tag-meeting', { params, request })).status).toBe(200);
  await house.changeEvent('ana', event.id, { sensitivity: 'private' });
  await house[read]();
  expect(await house.sql('select subject, location_text, tag_version from meeting where meeting_id = $1', [params.meetingId])).toEqual([
    { subject: '', location_text: '', tag_version: 1 },
  ]);
});
