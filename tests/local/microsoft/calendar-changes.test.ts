// The simulator's own surface: what Outlook shows, and how a change of the true calendar reaches every copy of a meeting.
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import { getRaw, graphToken, nowAt, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const { anna, carl, dora, robot } = people;
const kim = { type: 'required', emailAddress: { name: 'Kim', address: 'kim@customer.example' } } as const;
const series = { seriesKey: 'fixe', masterKey: 'fixe' };
const occurrence = (day: string) => ({
  key: `fixe-${day}`,
  startsAt: `${day}T08:00:00Z`,
  endsAt: `${day}T09:00:00Z`,
  users: [anna, carl],
  series,
  event: { subject: 'fixe', type: 'occurrence', originalStart: `${day}T08:00:00Z` } as GraphEvent,
});
const tenant = smallTenant([
  { key: 'lunch', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z', users: [anna, carl] },
  {
    key: 'theirs',
    startsAt: '2026-06-02T10:00:00Z',
    endsAt: '2026-06-02T11:00:00Z',
    users: [anna, carl],
    event: { organizer: { emailAddress: { name: 'Kim', address: 'kim@customer.example' } }, location: { displayName: 'Hall 7' } },
  },
  {
    key: 'fixe',
    startsAt: '2026-06-08T08:00:00Z',
    endsAt: '2026-06-08T09:00:00Z',
    users: [anna, carl],
    series: { seriesKey: 'fixe' },
    event: { type: 'seriesMaster' },
  },
  occurrence('2026-06-08'),
  occurrence('2026-06-15'),
]);

interface Truth extends GraphEvent {
  readonly restId: string;
  readonly immutableId: string;
  readonly ewsId: string;
  readonly meetingKey: string;
  readonly revision: number;
}

let shared: Cloud;
let cloud: Pick<Cloud, 'graphUrl'> & { readonly close: () => Promise<void> };
let token: string;
beforeAll(async () => {
  shared = await startCloud({ tenants: [tenant] });
  token = await graphToken(shared, tenant.tenantId);
});
afterAll(() => shared.close());
/** Every test begins with the calendars as they are written above. */
beforeEach(async () => {
  const graph = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: shared.entraUrl, nowAt });
  cloud = { graphUrl: graph.baseUrl, close: graph.close };
});
afterEach(() => cloud.close());

async function truth(userId: string, key: string): Promise<Truth | undefined> {
  const events = (await (await fetch(`${cloud.graphUrl}/simulator/mailboxes/${userId}/events`)).json()) as readonly Truth[];
  return events.find((event) => event.meetingKey === key);
}

async function change(method: string, userId: string, key: string, body?: GraphEvent): Promise<Response> {
  const event = await truth(userId, key);
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return await fetch(`${cloud.graphUrl}/simulator/mailboxes/${userId}/events/${event?.immutableId ?? 'none'}`, init);
}

describe('what Outlook shows', () => {
  it('is sorted, with EWS ids that convert to ids Graph accepts', async () => {
    const items = (await (await fetch(`${cloud.graphUrl}/simulator/outlook/${anna.id}/items`)).json()) as readonly {
      readonly itemId: string;
      readonly start: string;
      readonly seriesId: string | null;
    }[];
    expect(items.map((item) => item.start)).toEqual([
      '2026-06-01T10:00:00.000Z',
      '2026-06-02T10:00:00.000Z',
      '2026-06-08T08:00:00.000Z',
      '2026-06-15T08:00:00.000Z',
    ]);
    expect(items.some((item) => /[/+]/.test(item.itemId))).toBe(true);
    expect(items.map((item) => item.seriesId === null)).toEqual([true, true, false, false]);
    for (const item of items) {
      const id = item.itemId.replaceAll('/', '-').replaceAll('+', '_');
      const answer = await getRaw({ cloud, token, path: `/v1.0/users/${anna.id}/events/${id}?$select=start` });
      expect(await answer.json()).toMatchObject({ start: { dateTime: item.start.replace('.000Z', '.0000000') } });
    }
  });

  it('has the fields of Office.js', async () => {
    const items = (await (
      await fetch(`${cloud.graphUrl}/simulator/outlook/${carl.id}/items?from=2026-06-02T00:00:00Z&to=2026-06-03T00:00:00Z`)
    ).json()) as readonly unknown[];
    expect(items).toEqual([
      {
        itemId: expect.any(String) as string,
        seriesId: null,
        subject: 'theirs',
        start: '2026-06-02T10:00:00.000Z',
        end: '2026-06-02T11:00:00.000Z',
        isAllDay: false,
        location: 'Hall 7',
        organizer: { name: 'Kim', address: 'kim@customer.example' },
        requiredAttendees: [
          { displayName: carl.mail, emailAddress: carl.mail, appointmentResponse: 'none' },
          { displayName: 'kim@customer.example', emailAddress: 'kim@customer.example', appointmentResponse: 'none' },
        ],
        optionalAttendees: [],
        isOrganizer: false,
        sensitivity: 'normal',
        isCancelled: false,
        body: 'CANARY-theirs',
      },
    ]);
  });

  it('does not exist without a mailbox', async () => {
    expect((await fetch(`${cloud.graphUrl}/simulator/outlook/${robot.id}/items`)).status).toBe(404);
    expect(await (await fetch(`${cloud.graphUrl}/simulator/outlook/${dora.id}/items`)).json()).toEqual([]);
  });
});

describe('a change', () => {
  it('of time and place reaches every copy and renews the etag', async () => {
    const before = await truth(carl.id, 'lunch');
    const start = { dateTime: '2026-06-03T12:00:00', timeZone: 'Europe/Berlin' };
    const end = { dateTime: '2026-06-03T13:00:00', timeZone: 'Europe/Berlin' };
    expect((await change('PATCH', anna.id, 'lunch', { start, end, location: { displayName: 'Osteria' } })).status).toBe(200);
    const after = await truth(carl.id, 'lunch');
    expect(after?.start?.dateTime).toBe('2026-06-03T10:00:00.0000000');
    expect(after?.locations?.[0]?.displayName).toBe('Osteria');
    expect(after?.immutableId).toBe(before?.immutableId);
    expect(after?.changeKey).not.toBe(before?.changeKey);
    expect(after?.responseStatus?.response).toBe('accepted');
  });

  it('by an outside organizer is written on any copy and follows in all', async () => {
    await change('PATCH', carl.id, 'theirs', { isCancelled: true, subject: 'Canceled: theirs' });
    expect(await truth(anna.id, 'theirs')).toMatchObject({ isCancelled: true, subject: 'Canceled: theirs', showAs: 'free' });
  });

  it('of an occurrence makes it an exception and leaves the rest of the series', async () => {
    await change('PATCH', anna.id, 'fixe-2026-06-15', { subject: 'moved' });
    expect(await truth(carl.id, 'fixe-2026-06-15')).toMatchObject({ type: 'exception', subject: 'moved' });
    expect(await truth(carl.id, 'fixe-2026-06-08')).toMatchObject({ type: 'occurrence', subject: 'fixe' });
  });

  it('of a master reaches its unchanged occurrences, but cannot move them', async () => {
    await change('PATCH', anna.id, 'fixe-2026-06-15', { subject: 'special' });
    await change('PATCH', anna.id, 'fixe', { subject: 'renamed' });
    expect((await truth(carl.id, 'fixe-2026-06-08'))?.subject).toBe('renamed');
    expect((await truth(carl.id, 'fixe-2026-06-15'))?.subject).toBe('special');
    expect((await change('PATCH', anna.id, 'fixe', { start: { dateTime: '2026-06-09T08:00:00', timeZone: 'UTC' } })).status).toBe(400);
  });

  it("of one's own answer stays in this mailbox and shows in the organizer's tracking", async () => {
    await change('PATCH', carl.id, 'lunch', { responseStatus: { response: 'declined', time: '2026-05-30T08:00:00Z' } });
    expect((await truth(carl.id, 'lunch'))?.responseStatus?.response).toBe('declined');
    const ofAnna = await truth(anna.id, 'lunch');
    expect(ofAnna?.responseStatus?.response).toBe('organizer');
    expect(ofAnna?.attendees?.find((attendee) => attendee.emailAddress?.address === carl.mail)?.status?.response).toBe('declined');
  });

  it("of the sensitivity is the meeting's from the organizer, one's own from an attendee", async () => {
    await change('PATCH', carl.id, 'lunch', { sensitivity: 'private' });
    expect((await truth(anna.id, 'lunch'))?.sensitivity).toBe('normal');
    await change('PATCH', anna.id, 'lunch', { sensitivity: 'confidential' });
    expect((await truth(carl.id, 'lunch'))?.sensitivity).toBe('confidential');
  });

  it('of the attendees gives and takes copies', async () => {
    const invite = (mail: string) => ({ type: 'required' as const, emailAddress: { name: mail, address: mail } });
    await change('PATCH', anna.id, 'lunch', { attendees: [kim, invite(dora.mail)] });
    expect(await truth(carl.id, 'lunch')).toBeUndefined();
    expect(await truth(dora.id, 'lunch')).toMatchObject({ isOrganizer: false, responseStatus: { response: 'notResponded' } });
    expect((await truth(anna.id, 'lunch'))?.iCalUId).toBe((await truth(dora.id, 'lunch'))?.iCalUId);
  });

  it('that is not understood is refused and changes nothing', async () => {
    expect((await change('PATCH', anna.id, 'lunch', { start: { dateTime: 'noon', timeZone: 'UTC' } })).status).toBe(400);
    expect((await change('PATCH', anna.id, 'lunch', { start: { dateTime: '2026-07-01T08:00:00', timeZone: 'UTC' } })).status).toBe(400);
    expect((await change('PATCH', anna.id, 'unknown', { subject: 'x' })).status).toBe(404);
    expect((await truth(anna.id, 'lunch'))?.revision).toBe(1);
  });
});

describe('deleting', () => {
  it('by the organizer cancels the copies of the others', async () => {
    expect((await change('DELETE', anna.id, 'lunch')).status).toBe(204);
    expect(await truth(anna.id, 'lunch')).toBeUndefined();
    expect(await truth(carl.id, 'lunch')).toMatchObject({ isCancelled: true, subject: 'Canceled: lunch' });
  });

  it('by an attendee touches nobody else but says so to the organizer', async () => {
    await change('DELETE', carl.id, 'lunch');
    expect(await truth(carl.id, 'lunch')).toBeUndefined();
    const ofAnna = await truth(anna.id, 'lunch');
    expect(ofAnna?.isCancelled).toBe(false);
    expect(ofAnna?.attendees?.[0]?.status?.response).toBe('declined');
  });

  it('one occurrence is noted in the master; the master takes all along', async () => {
    await change('DELETE', anna.id, 'fixe-2026-06-15');
    const master = await truth(anna.id, 'fixe');
    const answer = await getRaw({
      cloud,
      token,
      path: `/v1.0/users/${anna.id}/events/${master?.restId ?? ''}?$select=cancelledOccurrences`,
    });
    expect(await answer.json()).toMatchObject({ cancelledOccurrences: [`OID.${master?.restId ?? ''}.2026-06-15`] });
    await change('DELETE', anna.id, 'fixe');
    expect(await truth(anna.id, 'fixe-2026-06-08')).toBeUndefined();
    expect(await truth(carl.id, 'fixe-2026-06-08')).toMatchObject({ isCancelled: true, type: 'occurrence' });
  });
});

describe('adding', () => {
  it('gives every attendee of the tenant a copy that Graph shows', async () => {
    const body = {
      subject: 'New',
      start: { dateTime: '2026-06-20T09:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2026-06-20T10:00:00', timeZone: 'Europe/Berlin' },
      attendees: [kim, { type: 'required', emailAddress: { name: 'Carl', address: carl.mail } }],
    };
    const answer = await fetch(`${cloud.graphUrl}/simulator/mailboxes/${anna.id}/events`, { method: 'POST', body: JSON.stringify(body) });
    expect(answer.status).toBe(201);
    const view = await getRaw({
      cloud,
      token,
      path: `/v1.0/users/${carl.id}/calendarView?startDateTime=2026-06-20T00:00:00Z&endDateTime=2026-06-21T00:00:00Z`,
    });
    expect(await view.json()).toMatchObject({
      value: [{ subject: 'New', isOrganizer: false, type: 'singleInstance', start: { dateTime: '2026-06-20T07:00:00.0000000' } }],
    });
  });

  it('needs start and end', async () => {
    expect(
      (await fetch(`${cloud.graphUrl}/simulator/mailboxes/${anna.id}/events`, { method: 'POST', body: '{"subject":"x"}' })).status,
    ).toBe(400);
    expect((await fetch(`${cloud.graphUrl}/simulator/mailboxes/${anna.id}/events`, { method: 'POST', body: 'x' })).status).toBe(400);
  });
});

it('a simulator never changes the tenant it was given', async () => {
  await change('DELETE', anna.id, 'lunch');
  const again = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: shared.entraUrl, nowAt });
  const events = (await (await fetch(`${again.baseUrl}/simulator/mailboxes/${anna.id}/events`)).json()) as readonly Truth[];
  expect(events.some((event) => event.meetingKey === 'lunch')).toBe(true);
  await again.close();
});
