/** Promise 1: the stored meetings equal the true calendars, after any change, within one reconcile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';
import { expectedOf, storedOf } from '../support/true-calendar.ts';

let house: House;
const dana = invited(contoral);

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
});

afterAll(() => house.stop());

const inWindow = { fromMs: Date.parse('2025-03-30T14:00:00Z'), toMs: Date.parse('2026-07-03T14:00:00Z') };

async function expectEqual(): Promise<void> {
  await house.readCalendars();
  for (const name of ['ana', 'bob', 'cleo'] as const) expect(await storedOf(house, name)).toEqual(await expectedOf(house, name, inWindow));
}

describe('after each change and one read', () => {
  it('meetings of colleagues are stored once, with a link to each', async () => {
    const bob = invited(house.tenant.people.bob.mail);
    await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { subject: 'Together', attendees: [dana, bob] }));
    await house.addEvent('ana', anEvent('2026-05-05T09:00:00Z', { subject: 'Alone', attendees: [dana] }));
    await house.addEvent('cleo', anEvent('2026-05-05T09:00:00Z', { subject: 'Internal', attendees: [bob] }));
    await expectEqual();
    expect(await house.sql(`select count(*)::int as n from meeting where subject = 'Together'`)).toEqual([{ n: 1 }]);
    expect(await storedOf(house, 'bob')).toHaveLength(1);
    expect(await storedOf(house, 'cleo')).toEqual([]);
  });

  it('a moved meeting moves, and keeps its row and its tag', async () => {
    const event = await house.addEvent('ana', anEvent('2026-05-01T09:00:00Z', { subject: 'Moving', attendees: [dana] }));
    await expectEqual();
    const [before] = await house.sql<{ meeting_id: string }>(`select meeting_id from meeting where subject = 'Moving'`);
    const start = { dateTime: '2026-05-02T09:00:00', timeZone: 'UTC' };
    const end = { dateTime: '2026-05-02T10:00:00', timeZone: 'UTC' };
    house.setNow('2026-05-04T14:01:00Z');
    await house.changeEvent('ana', event.id, { start, end, subject: 'Moved' });
    await expectEqual();
    expect(await house.sql(`select meeting_id from meeting where subject = 'Moved'`)).toEqual([before]);
  });

  it('a deleted, a cancelled and a customerless meeting are gone', async () => {
    const deleted = await house.addEvent('ana', anEvent('2026-04-28T09:00:00Z', { subject: 'Deleted', attendees: [dana] }));
    const internal = await house.addEvent('ana', anEvent('2026-04-29T09:00:00Z', { subject: 'Now internal', attendees: [dana] }));
    await expectEqual();
    house.setNow('2026-05-04T14:02:00Z');
    await house.deleteEvent('ana', deleted.id);
    await house.changeEvent('ana', internal.id, { attendees: [invited(house.tenant.people.bob.mail)] });
    await expectEqual();
    expect(await house.sql(`select subject from meeting where subject in ('Deleted', 'Now internal')`)).toEqual([]);
  });

  it('a tagged meeting that leaves every calendar stays, with its tag', async () => {
    const event = await house.addEvent('ana', anEvent('2026-04-27T09:00:00Z', { subject: 'Tagged', attendees: [dana] }));
    await house.readCalendars();
    const [row] = await house.sql<{ meeting_id: string }>(`select meeting_id from meeting where subject = 'Tagged'`);
    const request = { outcome: 'held', modality: 'in_person', timeZone: 'Europe/Berlin', basedOnVersion: 0 } as const;
    const tagged = await house.call('ana', 'tag-meeting', { params: { meetingId: row?.meeting_id ?? '' }, request });
    expect(tagged.status).toBe(200);
    await house.deleteEvent('ana', event.id);
    await expectEqual();
    expect(await house.sql(`select tag_version from meeting where subject = 'Tagged'`)).toEqual([{ tag_version: 1 }]);
  });

  it('reading again without a change writes the same', async () => {
    const before = await house.sql('select * from meeting order by meeting_id');
    await expectEqual();
    expect(await house.sql('select * from meeting order by meeting_id')).toEqual(before);
  });
});
