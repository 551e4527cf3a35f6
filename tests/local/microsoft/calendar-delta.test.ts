// Change tracking as documented: the window, pages and links, bare occurrences, removed items, and lost states.
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import { getRaw, graphToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const { anna, carl, dora } = people;
const tenant = smallTenant([
  { key: 'lunch', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z', users: [anna, carl] },
  { key: 'secret', startsAt: '2026-06-02T10:00:00Z', endsAt: '2026-06-02T11:00:00Z', users: [anna], event: { sensitivity: 'private' } },
  { key: 'outside', startsAt: '2026-08-02T10:00:00Z', endsAt: '2026-08-02T11:00:00Z', users: [anna] },
]);
const june = 'startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z';
const firstPath = `/v1.0/users/${anna.id}/calendarView/delta?${june}`;
const weekly: GraphEvent = {
  subject: 'Review',
  start: { dateTime: '2026-06-08T09:00:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-06-08T10:00:00', timeZone: 'Europe/Berlin' },
  attendees: [{ type: 'required', emailAddress: { name: 'Carl', address: carl.mail } }],
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
    range: { type: 'numbered', startDate: '2026-06-08', numberOfOccurrences: 3, recurrenceTimeZone: 'Europe/Berlin' },
  },
};

interface Item extends GraphEvent {
  readonly '@removed'?: { readonly reason: string };
}
interface Page {
  readonly '@odata.context': string;
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly value: readonly Item[];
}

let shared: Cloud;
let token: string;
let cloud: { readonly graphUrl: string; readonly close: () => Promise<void> };
let now: Date;
beforeAll(async () => {
  shared = await startCloud({ tenants: [tenant] });
  token = await graphToken(shared, tenant.tenantId);
});
afterAll(() => shared.close());
beforeEach(async () => {
  now = new Date();
  const graph = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: shared.entraUrl, nowAt: () => now });
  cloud = { graphUrl: graph.baseUrl, close: graph.close };
});
afterEach(() => cloud.close());

const immutable = 'IdType="ImmutableId"';
const get = (path: string, prefer = ''): Promise<Response> => getRaw({ cloud, token, path, headers: { prefer } });
const read = async (path: string, prefer = ''): Promise<Page> => (await (await get(path, prefer)).json()) as Page;
const pathOf = (link: string | undefined): string => (link ?? '').replace('https://graph.microsoft.com', '');
const refusal = async (path: string): Promise<unknown> => {
  const answer = await get(path);
  return [answer.status, ((await answer.json()) as { readonly error?: { readonly code: string } }).error?.code];
};

/** A whole round from a link or the first path; every page's items, and the link to the next round. */
async function round(
  path = firstPath,
  prefer = '',
): Promise<{ readonly items: readonly Item[]; readonly next: string; readonly pages: number }> {
  const items: Item[] = [];
  let at = path;
  for (let pages = 1; pages <= 50; pages += 1) {
    const page = await read(at, prefer);
    items.push(...page.value);
    if (page['@odata.deltaLink'] !== undefined) return { items, next: pathOf(page['@odata.deltaLink']), pages };
    at = pathOf(page['@odata.nextLink']);
  }
  throw new Error('The round did not end.');
}

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<Item & { readonly immutableId: string; readonly restId: string }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const answer = await fetch(`${cloud.graphUrl}/simulator/${path}`, init);
  expect(answer.ok).toBe(true);
  return (answer.status === 204 ? {} : await answer.json()) as Item & { readonly immutableId: string; readonly restId: string };
}
const eventsOf = (userId: string): string => `mailboxes/${userId}/events`;
const idOf = async (subject: string): Promise<string> => {
  const { items } = await round(`/v1.0/users/${anna.id}/calendarView/delta?startDateTime=2026-01-01&endDateTime=2026-12-31`);
  return items.find((item) => item.subject === subject && item.type !== 'exception')?.id ?? 'none';
};

describe('the first round', () => {
  it('gives single events in full, body and private ones too, and ends with a delta link', async () => {
    const page = await read(firstPath);
    expect(page['@odata.context']).toBe('https://graph.microsoft.com/v1.0/$metadata#Collection(event)');
    expect(page['@odata.deltaLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/[^/]+\/calendarView\/delta\?\$deltatoken=/);
    expect(page['@odata.nextLink']).toBeUndefined();
    expect(page.value.map((item) => item.subject).sort()).toEqual(['lunch', 'secret']);
    const secret = page.value.find(({ subject }) => subject === 'secret');
    expect(secret?.body?.content).toContain('CANARY-secret');
    expect(secret?.bodyPreview).toBe('CANARY-secret');
  });

  it('comes in pages of the preferred size, ten when none is preferred', async () => {
    for (let count = 0; count < 12; count += 1) {
      const start = { dateTime: `2026-06-10T${String(count).padStart(2, '0')}:00:00`, timeZone: 'UTC' };
      await control('POST', eventsOf(anna.id), { subject: `more ${count}`, start, end: start });
    }
    expect((await read(firstPath)).value).toHaveLength(10);
    const answer = await get(firstPath, `odata.maxpagesize=5, outlook.timezone="UTC", ${immutable}`);
    expect(answer.headers.get('preference-applied')).toBe(`odata.maxpagesize=5, outlook.timezone="UTC", ${immutable}`);
    expect(((await answer.json()) as Page).value).toHaveLength(5);
    const { items, pages } = await round(firstPath, 'odata.maxpagesize=5');
    expect([items.length, pages]).toEqual([14, 3]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(14);
  });

  it('gives a series as its master in full and its occurrences bare', async () => {
    await control('POST', eventsOf(anna.id), weekly);
    const { items } = await round();
    const master = items.find(({ type }) => type === 'seriesMaster');
    expect(master).toMatchObject({ subject: 'Review', recurrence: { pattern: { daysOfWeek: ['monday'] } } });
    const occurrences = items.filter(({ type }) => type === 'occurrence');
    expect(occurrences.map(({ start }) => start?.dateTime).sort()).toEqual([
      '2026-06-08T07:00:00.0000000',
      '2026-06-15T07:00:00.0000000',
      '2026-06-22T07:00:00.0000000',
    ]);
    for (const occurrence of occurrences) {
      expect(Object.keys(occurrence).sort()).toEqual(['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type']);
      expect(occurrence.seriesMasterId).toBe(master?.id);
    }
  });

  it.each(['$select=subject', "$filter=subject eq 'x'", '$expand=instances', '$orderby=start/dateTime', '$search=x', '$top=5'])(
    'refuses %s',
    async (option) => {
      expect(await refusal(`${firstPath}&${option}`)).toEqual([400, 'BadRequest']);
    },
  );

  it('needs a window, which later calls must not repeat', async () => {
    expect(await refusal(`/v1.0/users/${anna.id}/calendarView/delta`)).toEqual([400, 'ErrorInvalidParameter']);
    const { next } = await round();
    expect(await refusal(`${next}&${june}`)).toEqual([400, 'BadRequest']);
  });

  it('keeps to the scope of the app', async () => {
    expect(await refusal(firstPath.replace(anna.id, dora.id))).toEqual([403, 'ErrorAccessDenied']);
  });
});

describe('a later round', () => {
  it('is empty when nothing changed, and goes on from its own link', async () => {
    const first = await round();
    const second = await round(first.next);
    expect(second.items).toEqual([]);
    await control('PATCH', `${eventsOf(anna.id)}/${await idOf('lunch')}`, { subject: 'brunch' });
    expect((await round(second.next)).items.map(({ subject }) => subject)).toEqual(['brunch']);
    expect((await round(first.next)).items.map(({ subject }) => subject)).toEqual(['brunch']);
  });

  it('gives ids in the kind that the request asks for, whatever the first one asked', async () => {
    const { next } = await round();
    const changed = await control('PATCH', `${eventsOf(anna.id)}/${await idOf('lunch')}`, { subject: 'brunch' });
    expect((await round(next)).items[0]?.id).toBe(changed.restId);
    expect((await round(next, immutable)).items[0]?.id).toBe(changed.immutableId);
  });

  it('tells of a deleted event, and in the same way of one that left the window', async () => {
    const { next } = await round();
    const [lunch, secret] = [await idOf('lunch'), await idOf('secret')];
    await control('DELETE', `${eventsOf(anna.id)}/${lunch}`);
    const august = { dateTime: '2026-08-01T10:00:00', timeZone: 'UTC' };
    await control('PATCH', `${eventsOf(anna.id)}/${secret}`, { start: august, end: august });
    const { items } = await round(next);
    expect(items).toEqual([
      { '@odata.type': '#microsoft.graph.event', id: lunch, '@removed': { reason: 'deleted' } },
      { '@odata.type': '#microsoft.graph.event', id: secret, '@removed': { reason: 'deleted' } },
    ]);
    expect((await get(`/v1.0/users/${anna.id}/events/${secret}`)).status).toBe(200);
  });

  it('tells of a change outside the window as of a removal, of something that was never told', async () => {
    const { next } = await round();
    await control('PATCH', `${eventsOf(anna.id)}/${await idOf('outside')}`, { subject: 'still outside' });
    expect((await round(next)).items).toMatchObject([{ '@removed': { reason: 'deleted' } }]);
  });

  it('gives an event that comes into the window', async () => {
    const { next } = await round();
    const inside = { dateTime: '2026-06-20T10:00:00', timeZone: 'UTC' };
    await control('PATCH', `${eventsOf(anna.id)}/${await idOf('outside')}`, { start: inside, end: inside });
    expect((await round(next)).items.map(({ subject }) => subject)).toEqual(['outside']);
  });

  it('gives a changed occurrence as an exception in full, with its master', async () => {
    await control('POST', eventsOf(anna.id), weekly);
    const { items, next } = await round();
    const occurrence = items.find(({ type }) => type === 'occurrence');
    await control('PATCH', `${eventsOf(anna.id)}/${occurrence?.id ?? ''}`, { location: { displayName: 'Osteria' } });
    const later = (await round(next)).items;
    expect(later.map(({ type }) => type).sort()).toEqual(['exception', 'seriesMaster']);
    expect(later.find(({ type }) => type === 'exception')).toMatchObject({
      id: occurrence?.id,
      subject: 'Review',
      location: { displayName: 'Osteria' },
      attendees: [{ emailAddress: { address: carl.mail } }],
    });
  });

  it('gives a series that its organizer cancelled as a cancelled master and bare occurrences in the copy of an attendee', async () => {
    const master = await control('POST', eventsOf(anna.id), weekly);
    const first = await round(firstPath.replace(anna.id, carl.id));
    await control('DELETE', `${eventsOf(anna.id)}/${master.restId}`);
    const { items } = await round(first.next);
    expect(items.find(({ type }) => type === 'seriesMaster')).toMatchObject({ isCancelled: true, subject: 'Canceled: Review' });
    expect(items.filter(({ type }) => type === 'occurrence')).toHaveLength(3);
  });

  it('keeps the ids of a series that moves to another hour, and gives other occurrences for another day', async () => {
    const master = await control('POST', eventsOf(anna.id), weekly);
    const first = await round();
    const idsOf = (items: readonly Item[]): readonly (string | undefined)[] =>
      items
        .filter(({ type }) => type === 'occurrence')
        .map(({ id }) => id)
        .sort();
    const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
    await control('PATCH', `${eventsOf(anna.id)}/${master.restId}`, { start: at('2026-06-08T14:00:00'), end: at('2026-06-08T15:00:00') });
    const second = await round(first.next);
    expect(idsOf(second.items)).toEqual(idsOf(first.items));
    expect(second.items.filter((item) => item['@removed'])).toEqual([]);
    await control('PATCH', `${eventsOf(anna.id)}/${master.restId}`, { start: at('2026-06-09T14:00:00'), end: at('2026-06-09T15:00:00') });
    const third = await round(second.next);
    expect(
      third.items
        .filter((item) => item['@removed'])
        .map(({ id }) => id)
        .sort(),
    ).toEqual(idsOf(first.items));
    expect(idsOf(third.items)).toHaveLength(3);
    expect(third.items.find(({ type }) => type === 'seriesMaster')).toMatchObject({
      id: master.restId,
      iCalUId: master.iCalUId,
      recurrence: { pattern: { daysOfWeek: ['tuesday'] } },
    });
  });

  it('gives other ids and the same iCalUIds when a series comes anew', async () => {
    const master = await control('POST', eventsOf(anna.id), weekly);
    const first = await round();
    const anew = await control('POST', `${eventsOf(anna.id)}/${master.restId}/recreate`, {});
    expect(anew.iCalUId).toBe(master.iCalUId);
    const { items } = await round(first.next);
    expect(items.filter((item) => item['@removed'])).toHaveLength(4);
    expect(items.filter(({ type }) => type === 'occurrence').map(({ seriesMasterId }) => seriesMasterId)).toEqual(
      Array(3).fill(anew.restId),
    );
  });
});

describe('a state that is lost', () => {
  it.each(['nonsense', Buffer.from('{"of":"somebody else"}').toString('base64url')])('is refused when the token is %s', async (text) => {
    const path = `/v1.0/users/${anna.id}/calendarView/delta?$deltatoken=${text}`;
    expect(await refusal(path)).toEqual([400, 'SyncStateInvalid']);
  });

  it("is refused when the token is another mailbox's", async () => {
    const { next } = await round();
    expect(await refusal(next.replace(anna.id, carl.id))).toEqual([400, 'SyncStateInvalid']);
  });

  it('is refused after the lifetime that the test sets, and not before', async () => {
    await control('PATCH', 'settings', { deltaTokenLifetimeMinutes: 30 });
    const { next } = await round();
    now = new Date(now.getTime() + 30 * 60_000);
    expect((await get(next)).status).toBe(200);
    now = new Date(now.getTime() + 1);
    expect(await refusal(next)).toEqual([400, 'SyncStateNotFound']);
  });

  it.each([
    ['delta_gone', 410, 'ResyncRequired'],
    ['sync_state_not_found', 400, 'SyncStateNotFound'],
    ['sync_state_invalid', 400, 'SyncStateInvalid'],
    ['resync_required', 400, 'ResyncRequired'],
  ])('can be switched on as %s, and never hits a first request', async (kind, status, code) => {
    const { next } = await round();
    await control('POST', 'faults', { kind });
    expect((await get(firstPath)).status).toBe(200);
    expect(await refusal(next)).toEqual([status, code]);
  });

  it('has a place to begin anew when it is gone', async () => {
    const { next } = await round();
    await control('POST', 'faults', { kind: 'delta_gone', times: 1 });
    expect((await get(next)).headers.get('location')).toBe(
      `https://graph.microsoft.com/v1.0/users/${anna.id}/calendarView/delta?$deltatoken=`,
    );
  });
});
