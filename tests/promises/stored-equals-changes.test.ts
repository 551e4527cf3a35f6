/** Promise 1, between two reconciles: following a calendar by its changes alone stores what a whole read would. */
import type { PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';
import { expectedOf, storedOf } from '../support/true-calendar.ts';

let house: House;
const dana = invited(contoral);
const inWindow = { fromMs: Date.parse('2025-03-30T14:00:00Z'), toMs: Date.parse('2026-07-03T14:00:00Z') };
let minute = 0;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  await house.readCalendars();
  await house.readChanges();
});

afterAll(() => house.stop());

/** Graph tells changes by their instant: each test happens at its own. */
beforeEach(() => {
  minute += 1;
  house.setNow(new Date(Date.parse('2026-05-04T14:00:00Z') + minute * 60_000).toISOString());
});

async function expectEqual(): Promise<void> {
  await house.readChanges();
  for (const name of ['ana', 'bob', 'cleo'] as const) expect(await storedOf(house, name)).toEqual(await expectedOf(house, name, inWindow));
  const reads = await house.sql<{ read_kind: string }>(`select distinct read_kind from mailbox`);
  expect(reads).toEqual([{ read_kind: minute === 0 ? 'baseline' : 'changes' }]);
}

describe('after each change and one round', () => {
  it('a new meeting of colleagues is stored once', async () => {
    await house.addEvent(
      'ana',
      anEvent('2026-05-04T09:00:00Z', { subject: 'Together', attendees: [dana, invited(house.tenant.people.bob.mail)] }),
    );
    await expectEqual();
    expect(await house.sql(`select count(*)::int as n from meeting where subject = 'Together'`)).toEqual([{ n: 1 }]);
  });

  it('a moved meeting moves, and keeps its row', async () => {
    const event = await house.addEvent('ana', anEvent('2026-05-01T09:00:00Z', { subject: 'Moving', attendees: [dana] }));
    await expectEqual();
    const before = await house.sql(`select meeting_id from meeting where subject = 'Moving'`);
    const start = { dateTime: '2026-05-02T09:00:00', timeZone: 'UTC' };
    house.setNow('2026-05-04T16:00:00Z');
    await house.changeEvent('ana', event.id, { start, end: { dateTime: '2026-05-02T10:00:00', timeZone: 'UTC' }, subject: 'Moved' });
    await expectEqual();
    expect(await house.sql(`select meeting_id from meeting where subject = 'Moved'`)).toEqual(before);
  });

  it('one moved out of the window of the changes is found where it is now', async () => {
    const event = await house.addEvent('ana', anEvent('2026-05-03T09:00:00Z', { subject: 'Far away', attendees: [dana] }));
    await expectEqual();
    house.setNow('2026-05-04T17:00:00Z');
    await house.changeEvent('ana', event.id, {
      start: { dateTime: '2026-01-02T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-01-02T10:00:00', timeZone: 'UTC' },
    });
    await expectEqual();
  });

  it('a deleted, a cancelled and a customerless meeting are gone', async () => {
    const deleted = await house.addEvent('ana', anEvent('2026-04-28T09:00:00Z', { subject: 'Deleted', attendees: [dana] }));
    const internal = await house.addEvent('ana', anEvent('2026-04-29T09:00:00Z', { subject: 'Now internal', attendees: [dana] }));
    const secret = await house.addEvent('ana', anEvent('2026-04-30T09:00:00Z', { subject: 'Now private', attendees: [dana] }));
    await expectEqual();
    house.setNow('2026-05-04T18:00:00Z');
    await house.deleteEvent('ana', deleted.id);
    await house.changeEvent('ana', internal.id, { attendees: [invited(house.tenant.people.bob.mail)] });
    await house.changeEvent('ana', secret.id, { sensitivity: 'private' });
    await expectEqual();
    expect(await house.sql(`select subject from meeting where subject in ('Deleted', 'Now internal', 'Now private')`)).toEqual([]);
  });

  it('many deleted at once are looked for on their days, not one by one', async () => {
    const events = [];
    for (let hour = 0; hour < 12; hour += 1) {
      events.push(
        await house.addEvent(
          'ana',
          anEvent(`2026-04-20T${String(hour + 6).padStart(2, '0')}:00:00Z`, { subject: `Gone ${hour}`, attendees: [dana] }),
        ),
      );
    }
    await expectEqual();
    house.setNow('2026-05-04T19:00:00Z');
    for (const event of events) await house.deleteEvent('ana', event.id);
    await expectEqual();
    expect(await storedOf(house, 'ana')).not.toContainEqual(expect.stringContaining('Gone'));
  });
});

describe('a tagged meeting', () => {
  async function tagged(subject: string, startsAt: string): Promise<{ readonly eventId: string; readonly meetingId: string }> {
    const event = await house.addEvent('ana', anEvent(startsAt, { subject, attendees: [dana] }));
    await house.readChanges();
    const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
    const meetingId = row?.meeting_id ?? '';
    const request = { outcome: 'held', modality: 'in_person', timeZone: 'Europe/Berlin', basedOnVersion: 0 } as const;
    expect((await house.call('ana', 'tag-meeting', { params: { meetingId }, request })).status).toBe(200);
    return { eventId: event.id, meetingId };
  }

  it('that is deleted stays with its tag', async () => {
    const { eventId, meetingId } = await tagged('Kept', '2026-04-21T09:00:00Z');
    await house.deleteEvent('ana', eventId);
    await house.readChanges();
    expect(
      await house.sql('select tag_version, vanished_at is not null as is_vanished from meeting where meeting_id = $1', [meetingId]),
    ).toEqual([{ tag_version: 1, is_vanished: true }]);
  });

  it('that is deleted and sent anew is the same meeting, tag and all', async () => {
    const { eventId, meetingId } = await tagged('Sent anew', '2026-04-22T09:00:00Z');
    await house.deleteEvent('ana', eventId);
    await house.addEvent('ana', anEvent('2026-04-22T11:00:00Z', { subject: 'Sent anew', attendees: [dana] }));
    await expectEqual();
    expect(await house.sql(`select meeting_id, tag_version, starts_at, vanished_at from meeting where subject = 'Sent anew'`)).toEqual([
      { meeting_id: meetingId, tag_version: 1, starts_at: new Date('2026-04-22T11:00:00Z'), vanished_at: null },
    ]);
    await house.readCalendars();
    expect(await house.sql(`select meeting_id from meeting where subject = 'Sent anew'`)).toEqual([{ meeting_id: meetingId }]);
  });
});

describe('a series', () => {
  /** Wednesdays from 22 April to 27 May, at nine in Berlin. */
  function everyWednesday(subject: string): ReturnType<typeof anEvent> {
    const recurrence: PatternedRecurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['wednesday'] },
      range: { type: 'numbered', startDate: '2026-04-22', numberOfOccurrences: 6, recurrenceTimeZone: 'UTC' },
    };
    return anEvent('2026-04-22T07:00:00Z', { subject, attendees: [dana, invited(house.tenant.people.bob.mail)], recurrence });
  }

  it('is stored occurrence by occurrence, from one read of what it says', async () => {
    await house.addEvent('ana', everyWednesday('Weekly'));
    await expectEqual();
    expect(await house.sql(`select count(*)::int as n from meeting where subject = 'Weekly'`)).toEqual([{ n: 6 }]);
  });

  it('renamed, moved as a whole and with one occurrence moved is followed', async () => {
    const series = await house.addEvent('ana', everyWednesday('To be moved'));
    await expectEqual();
    house.setNow('2026-05-04T20:00:00Z');
    await house.changeEvent('ana', series.id, { subject: 'Renamed series' });
    await expectEqual();
    house.setNow('2026-05-04T20:01:00Z');
    await house.changeEvent('ana', series.id, {
      start: { dateTime: '2026-04-22T11:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-04-22T12:00:00', timeZone: 'UTC' },
    });
    await expectEqual();
    expect(await storedOf(house, 'bob')).toContain('2026-05-27T11:00:00.000Z Renamed series');
  });

  it('whose time changes keeps the tag of the occurrence that took place', async () => {
    const series = await house.addEvent('ana', everyWednesday('Tagged series'));
    await expectEqual();
    const [row] = await house.sql<{ meeting_id: string }>(
      `select meeting_id from meeting where subject = 'Tagged series' and starts_at = '2026-04-29T07:00Z'`,
    );
    const meetingId = row?.meeting_id ?? '';
    const request = { outcome: 'held', modality: 'in_person', timeZone: 'Europe/Berlin', basedOnVersion: 0 } as const;
    expect((await house.call('ana', 'tag-meeting', { params: { meetingId }, request })).status).toBe(200);
    house.setNow('2026-05-04T21:00:00Z');
    await house.changeEvent('ana', series.id, {
      start: { dateTime: '2026-04-23T08:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-04-23T09:00:00', timeZone: 'UTC' },
    });
    await expectEqual();
    expect(await house.sql('select starts_at, tag_version, vanished_at from meeting where meeting_id = $1', [meetingId])).toEqual([
      { starts_at: new Date('2026-04-30T08:00:00Z'), tag_version: 1, vanished_at: null },
    ]);
  });

  it('that is deleted takes its occurrences along', async () => {
    const series = await house.addEvent('ana', everyWednesday('Over'));
    await expectEqual();
    house.setNow('2026-05-04T22:00:00Z');
    await house.deleteEvent('ana', series.id);
    await expectEqual();
    expect(await house.sql(`select subject from meeting where subject = 'Over'`)).toEqual([]);
  });
});

describe('a link that Graph no longer knows', () => {
  async function fault(kind: string, times?: number): Promise<void> {
    await fetch(`${house.graphBaseUrl}/simulator/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, ...(times && { times, every: 1, pathIncludes: `${house.tenant.people.ana.id}/calendarView/delta` }) }),
    });
  }

  it.each(['sync_state_not_found', 'delta_gone', 'resync_required'])(
    '%s leads to a new baseline; nothing is deleted before it is complete',
    async (kind) => {
      const ofAna = 'from mailbox where seller_id = $1';
      const before = await storedOf(house, 'ana');
      const [old] = await house.sql<{ baseline_at: Date }>(`select baseline_at ${ofAna}`, [house.tenant.people.ana.id]);
      await fault(kind, 1);
      await house.readChanges();
      await fault('none');
      expect(await storedOf(house, 'ana')).toEqual(before);
      const [now] = await house.sql<{ baseline_at: Date }>(`select baseline_at ${ofAna}`, [house.tenant.people.ana.id]);
      expect(now?.baseline_at.getTime()).toBeGreaterThan(old?.baseline_at.getTime() ?? Infinity);
      await expectEqual();
    },
  );
});
