/** The export: all of My data in one document, also for somebody who has been here for five years. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordKinds } from '../../../api/contract/my-data.ts';
import { type House, openHouse } from '../../support/house.ts';

/** Five years of a busy seller. */
const meetings = 10_000;
const maxMegabytes = 300;
let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const { tenantId, people } = house.tenant;
  await house.sql(
    `insert into meeting (tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled, location_text,
       is_own_room, is_online_meeting, last_modified_at, tag_version, last_tag_version)
     select $1, gen_random_uuid(), 'key ' || n, 'Review number ' || n, at, at + interval '1 hour', 'Europe/Berlin', false, false,
       'Trattoria Da Enzo, Via Garibaldi 12', false, false, at, 1, 1
     from generate_series(1, ${meetings}) n, lateral (select timestamptz '2026-05-01T10:00:00Z' - n * interval '4 hours' as at) starts`,
    [tenantId],
  );
  const everyMeeting = 'from meeting cross join contact';
  await house.sql(`insert into meeting_seller select $1, meeting_id, $2, 'event', 'accepted', 1 from meeting`, [tenantId, people.ana.id]);
  await house.sql(`insert into meeting_contact select meeting.tenant_id, meeting_id, contact_id, 'accepted' ${everyMeeting}`);
  await house.sql(
    `insert into tag (tenant_id, meeting_id, version, outcome, modality, held_on, tagged_by, tagged_at)
     select $1, meeting_id, version, 'held', 'virtual', starts_at::date, $2, starts_at from meeting, generate_series(1, 2) version`,
    [tenantId, people.ana.id],
  );
  await house.sql(`insert into tag_contact select meeting.tenant_id, meeting_id, 1, contact_id, true, 'engaged' ${everyMeeting}`);
  await house.sql('analyze');
});

afterAll(() => house.stop());

describe('the export', () => {
  // First, while nothing of it is in the process yet.
  it('of five years takes less than 300 MB of memory', async () => {
    const beforeBytes = process.memoryUsage().rss;
    let highestBytes = beforeBytes;
    const watch = setInterval(() => (highestBytes = Math.max(highestBytes, process.memoryUsage().rss)), 5);
    const headers = { authorization: `Bearer ${await house.token('ana')}` };
    const response = await house.fetch('my-data/export', { headers });
    const { length } = await response.text();
    clearInterval(watch);
    highestBytes = Math.max(highestBytes, process.memoryUsage().rss);
    expect(length).toBeGreaterThan(5_000_000);
    expect((highestBytes - beforeBytes) / 1024 ** 2).toBeLessThan(maxMegabytes);
  });

  it('holds everything that is counted, of every kind, and says what it is', async () => {
    const [document, counted] = await Promise.all([house.call('ana', 'my-data-export'), house.call('ana', 'my-data')]);
    expect(document.value).toMatchObject({
      format: 'firsthand-my-data',
      version: 1,
      exportedAt: '2026-05-04T14:00:00.000Z',
      tenant: 'Tenant 1',
      profile: { name: 'Ana Test', manager: 'Mia Test' },
    });
    expect(counted.value?.totals).toMatchObject({ meetings, tags: 2 * meetings });
    for (const kind of recordKinds) {
      const list = document.value?.records[kind];
      expect(list, kind).toMatchObject({ total: counted.value?.totals[kind], isCut: false });
      expect(list?.records, kind).toHaveLength(counted.value?.totals[kind] ?? -1);
    }
    expect(document.value?.records.meetings.records[0]).toMatchObject({ subject: 'Review number 1', accounts: ['Contoral'] });
    expect(document.value?.records.tags.records.at(-1)).toMatchObject({ subject: `Review number ${meetings}` });
  });
});
