/** A tagged meeting that was deleted and sent anew keeps its answer; what takes place after the answer, or for the first time, is asked about. */
import type { PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
});

afterAll(() => house.stop());

type Claim = { readonly outcome: 'held'; readonly modality: 'in_person' } | { readonly outcome: 'rescheduled' | 'no_show' | 'cancelled' };

/** Tagged on Monday afternoon, then deleted and sent anew for another time; what of it is pending on Tuesday evening. */
async function pendingAfter(subject: string, claim: Claim, anewAt: string): Promise<readonly string[]> {
  house.setNow('2026-05-04T14:00:00Z');
  const first = await house.addEvent('ana', anEvent('2026-05-04T10:00:00Z', { subject, attendees: [invited(contoral)] }));
  await house.readCalendars();
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  const request = { ...claim, timeZone: berlin, basedOnVersion: 0 };
  const tagged = await house.call('ana', 'tag-meeting', { params: { meetingId: row?.meeting_id ?? '' }, request });
  expect(tagged.status).toBe(200);

  house.setNow('2026-05-04T15:00:00Z');
  await house.deleteEvent('ana', first.id);
  await house.addEvent('ana', anEvent(anewAt, { subject, attendees: [invited(contoral)] }));
  await house.readCalendars();
  house.setNow('2026-05-05T16:00:00Z');
  const { value } = await house.call('ana', 'pending-meetings');
  return value?.meetings.map((meeting) => meeting.subject).filter((shown) => shown === subject) ?? [];
}

/** One calendar, while all others are left alone. */
async function readOnly(who: 'ana' | 'bob'): Promise<void> {
  const { id } = house.tenant.people[who];
  await house.sql(
    `update mailbox set state = case when seller_id = $1 then 'waiting' else state end,
       lease_until = case when seller_id = $1 then null else '2027-01-01Z'::timestamptz end`,
    [id],
  );
  await house.host.runTimer('request-mailbox-reads');
  await expect
    .poll(() => house.sql('select state from mailbox where seller_id = $1', [id]), { timeout: 10_000 })
    .toEqual([{ state: 'read' }]);
}

const held: Claim = { outcome: 'held', modality: 'in_person' };
const mondayAt = '2026-05-04T11:30:00Z';
const tuesdayAt = '2026-05-05T09:00:00Z';

describe('a meeting that was deleted and sent anew', () => {
  it('keeps the answer that it was held', async () => {
    expect(await pendingAfter('corrected', held, mondayAt)).toEqual([]);
  });

  it('for after the answer is asked about', async () => {
    expect(await pendingAfter('follow-up', held, tuesdayAt)).toEqual(['follow-up']);
  });

  it.each(['rescheduled', 'no_show', 'cancelled'] as const)('is asked about when the first was %s', async (outcome) => {
    expect(await pendingAfter(outcome, { outcome }, mondayAt)).toEqual([outcome]);
    expect(await pendingAfter(`${outcome} again`, { outcome }, tuesdayAt)).toEqual([`${outcome} again`]);
  });
});

describe('a series whose time changed, in the calendars of two colleagues', () => {
  it.each(['ana', 'bob'] as const)("keeps the answer when %s's calendar is read first", async (first) => {
    house.setNow('2026-05-04T14:00:00Z');
    const subject = `Series read by ${first} first`;
    const recurrence: PatternedRecurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['wednesday'] },
      range: { type: 'numbered', startDate: '2026-04-22', numberOfOccurrences: 3, recurrenceTimeZone: 'UTC' },
    };
    const attendees = [invited(contoral), invited(house.tenant.people.bob.mail)];
    const series = await house.addEvent('ana', anEvent('2026-04-22T07:00:00Z', { subject, attendees, recurrence }));
    await house.readCalendars();
    const [row] = await house.sql<{ meeting_id: string }>(
      `select meeting_id from meeting where subject = $1 and starts_at = '2026-04-29T07:00Z'`,
      [subject],
    );
    const params = { meetingId: row?.meeting_id ?? '' };
    await house.call('ana', 'tag-meeting', { params, request: { ...held, timeZone: berlin, basedOnVersion: 0 } });
    house.setNow('2026-05-04T15:00:00Z');
    await house.changeEvent('ana', series.id, {
      start: { dateTime: '2026-04-23T08:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-04-23T09:00:00', timeZone: 'UTC' },
    });
    for (const who of first === 'ana' ? (['ana', 'bob'] as const) : (['bob', 'ana'] as const)) await readOnly(who);
    expect(await house.sql('select starts_at from meeting where meeting_id = $1', [params.meetingId])).toEqual([
      { starts_at: new Date('2026-04-30T08:00:00Z') },
    ]);
  });
});
