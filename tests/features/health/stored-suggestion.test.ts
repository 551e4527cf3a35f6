/** What the suggestion of a stored meeting knows: people, answers, the local hour, attendance and history; and that planned visits know the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

const fabrigon = 'kim@fabrigon.example';
const now = '2026-05-04T14:00:00Z';
let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow(now);
});

afterAll(() => house.stop());

const virtualLunch: GraphEvent = { subject: 'Lunch with Dana', location: { displayName: '' }, isOnlineMeeting: true };

async function add(startsAt: string, event: GraphEvent): Promise<void> {
  await house.addEvent('ana', anEvent(startsAt, { attendees: [invited(contoral)], ...event }));
}

/** Of the past meeting with this subject, as the pending list shows it. */
async function suggestionOf(subject: string) {
  const { value } = await house.call('ana', 'pending-meetings', { request: { limit: 100 } });
  const suggestion = value?.meetings.find((meeting) => meeting.subject === subject)?.suggestion;
  return { ...suggestion, reasons: suggestion?.reasons.map(({ code }) => code) };
}

describe('the suggestion', () => {
  beforeAll(async () => {
    await add('2026-04-01T10:30:00Z', { ...virtualLunch, subject: 'Lunch here' });
    await add('2026-04-01T11:00:00Z', {
      ...virtualLunch,
      subject: 'Lunch in UTC',
      originalStartTimeZone: 'UTC',
      start: { dateTime: '2026-04-01T09:00:00.000', timeZone: 'UTC' },
    });
    await add('2026-04-02T10:30:00Z', { ...virtualLunch, subject: 'Lunch in New York', originalStartTimeZone: 'America/New_York' });
    await add('2026-04-03T10:30:00Z', {
      ...virtualLunch,
      subject: 'Lunch by its Windows zone',
      originalStartTimeZone: 'W. Europe Standard Time',
    });
    await add('2026-04-04T00:00:00Z', {
      ...virtualLunch,
      subject: 'Lunch all day',
      isAllDay: true,
      end: { dateTime: '2026-04-05T00:00:00.000', timeZone: 'UTC' },
    });
    await add('2026-04-06T12:00:00Z', { subject: 'At theirs', location: { displayName: 'Contoral' } });
    await add('2026-04-07T12:00:00Z', { subject: 'Declined', attendees: [invited(contoral, 'declined')] });
    await add('2026-04-08T12:00:00Z', {
      subject: 'Half declined',
      attendees: [invited(contoral, 'declined'), invited('lou@contoral.example')],
    });
    await add('2026-04-09T08:00:00Z', { subject: 'Observed', isOnlineMeeting: true });
    await add('2026-04-10T08:00:00Z', { subject: 'Nobody came online', isOnlineMeeting: true });
    await house.readCalendars();
    await house.sql(
      `insert into meeting_evidence (tenant_id, meeting_id, contact_id, joined_online)
       select m.tenant_id, m.meeting_id, c.contact_id, m.subject = 'Observed' from meeting m, contact c
       where m.subject in ('Observed', 'Nobody came online') and c.mail = $1`,
      [contoral],
    );
  });

  it.each([
    ['Lunch here', 'in_person', 'it is at noon'],
    ['Lunch in New York', 'virtual', 'the hour is that of the meeting’s own zone, where it is early'],
    ['Lunch in UTC', 'in_person', 'the hour is the tenant’s where the calendar says no zone'],
    ['Lunch by its Windows zone', 'in_person', 'or only Windows’ name of it'],
    ['Lunch all day', 'virtual', 'a whole day has no hour'],
    ['At theirs', 'in_person', 'their name is known from their address'],
    ['Declined', 'unknown', 'everybody has declined'],
    ['Half declined', 'in_person', 'somebody comes'],
    ['Observed', 'virtual', 'the customer joined online'],
    ['Nobody came online', 'in_person', 'the customer did not'],
  ])('of "%s" is %s: %s', async (subject, modality) => {
    expect(await suggestionOf(subject)).toMatchObject({ modality });
  });

  it('says what was seen after the fact', async () => {
    expect((await suggestionOf('Observed')).reasons).toEqual(['contacts_joined']);
    expect((await suggestionOf('Nobody came online')).reasons).toEqual(['restaurant', 'place_and_link', 'nobody_joined']);
  });

  it('knows how the account was met in the last year', async () => {
    await add('2026-05-04T08:00:00Z', { subject: 'Doubtful', isOnlineMeeting: true });
    for (const day of ['01', '02', '03', '04']) {
      const request = { contactIds: await contactIds(), on: `2026-02-${day}`, modality: 'virtual', timeZone: berlin } as const;
      expect((await house.call('ana', 'add-meeting', { request: { ...request, accountId: await accountId('Contoral') } })).status).toBe(
        200,
      );
    }
    await house.readCalendars();
    expect((await suggestionOf('Doubtful')).reasons).toEqual(['restaurant', 'place_and_link', 'mostly_remote']);
  });
});

async function accountId(name: string): Promise<string> {
  const [row] = await house.sql<{ account_id: string }>('select account_id from account where name = $1', [name]);
  return row?.account_id ?? '';
}

async function contactIds(): Promise<string[]> {
  const rows = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [contoral]);
  return rows.map(({ contact_id }) => contact_id);
}

describe('a planned visit', () => {
  const nextVisitOn = async () => (await house.call('mia', 'team')).value?.accounts.find(({ name }) => name === 'Fabrigon')?.nextVisitOn;
  const meet = (startsAt: string, event: GraphEvent) =>
    house.addEvent('ana', anEvent(startsAt, { attendees: [invited(fabrigon)], ...event }));

  it('is the next meeting that is suggested to be near, by everything that the pane knows of it', async () => {
    const declined = await meet('2026-05-06T08:00:00Z', { subject: 'Declined visit', attendees: [invited(fabrigon, 'declined')] });
    await meet('2026-05-07T15:00:00Z', { ...virtualLunch, subject: 'Late lunch' });
    const named = await meet('2026-05-08T08:00:00Z', { subject: 'Their place', location: { displayName: 'Fabrigon' } });
    await meet('2026-05-11T10:30:00Z', { ...virtualLunch, subject: 'Real lunch' });
    await house.readCalendars();
    expect(await nextVisitOn()).toBe('2026-05-08');
    await house.deleteEvent('ana', named.id);
    await house.readCalendars();
    expect(await nextVisitOn()).toBe('2026-05-11');
    await house.changeEvent('ana', declined.id, { attendees: [invited(fabrigon, 'tentativelyAccepted')] });
    await house.readCalendars();
    expect(await nextVisitOn()).toBe('2026-05-06');
  });

  it('is stored as a recompute finds it', async () => {
    const { withTenant, tenantIds } = house.host.database;
    expect(await recomputeHealth({ withTenant, tenantIds }, new Date(now))).toMatchObject({ differences: [] });
  });
});
