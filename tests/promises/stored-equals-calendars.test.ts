/** Promise 1: the stored meetings equal the true calendars, after any change, within one reconcile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';

let house: House;
const dana = invited(contoral);

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
});

afterAll(() => house.stop());

interface Truth {
  readonly subject: string;
  readonly startsAtMs: number;
  readonly type: string;
  readonly sensitivity: string;
  readonly isCancelled: boolean;
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
  readonly organizer: { readonly emailAddress: { readonly address: string } };
}

const inWindow = { from: Date.parse('2025-03-30T14:00:00Z'), to: Date.parse('2026-07-03T14:00:00Z') };

/** What should be stored of one mailbox, told by the true calendar with rules of the test's own. */
async function expectedOf(name: 'ana' | 'bob' | 'cleo'): Promise<readonly string[]> {
  const response = await fetch(`${house.graphBaseUrl}/simulator/mailboxes/${house.tenant.people[name].id}/events`);
  const events = (await response.json()) as Truth[];
  return events
    .filter(({ type, sensitivity, isCancelled }) => type !== 'seriesMaster' && sensitivity === 'normal' && !isCancelled)
    .filter(({ startsAtMs }) => startsAtMs >= inWindow.from && startsAtMs < inWindow.to)
    .filter(({ attendees, organizer }) =>
      [organizer, ...attendees].some(({ emailAddress }) => /@(contoral|fabrigon)\.example$/.test(emailAddress.address)),
    )
    .map(({ subject, startsAtMs }) => `${new Date(startsAtMs).toISOString()} ${subject}`)
    .sort();
}

async function storedOf(name: 'ana' | 'bob' | 'cleo'): Promise<readonly string[]> {
  const rows = await house.sql<{ starts_at: Date; subject: string }>(
    `select m.starts_at, m.subject from meeting m join meeting_seller ms using (meeting_id)
     where ms.seller_id = $1 and not m.is_cancelled`,
    [house.tenant.people[name].id],
  );
  return rows.map(({ starts_at, subject }) => `${starts_at.toISOString()} ${subject}`).sort();
}

async function expectEqual(): Promise<void> {
  await house.readCalendars();
  for (const name of ['ana', 'bob', 'cleo'] as const) expect(await storedOf(name)).toEqual(await expectedOf(name));
}

describe('after each change and one read', () => {
  it('meetings of colleagues are stored once, with a link to each', async () => {
    const bob = invited(house.tenant.people.bob.mail);
    await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { subject: 'Together', attendees: [dana, bob] }));
    await house.addEvent('ana', anEvent('2026-05-05T09:00:00Z', { subject: 'Alone', attendees: [dana] }));
    await house.addEvent('cleo', anEvent('2026-05-05T09:00:00Z', { subject: 'Internal', attendees: [bob] }));
    await expectEqual();
    expect(await house.sql(`select count(*)::int as n from meeting where subject = 'Together'`)).toEqual([{ n: 1 }]);
    expect(await storedOf('bob')).toHaveLength(1);
    expect(await storedOf('cleo')).toEqual([]);
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
