// How Graph behaves under load and when it is broken: quotas, batches, storms, refused consent, spoiled answers; and how it is counted.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import { getRaw, graphToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const { anna, carl } = people;
const meetings = Array.from({ length: 5 }, (_, index) => ({
  key: `meeting-${index}`,
  startsAt: `2026-06-0${index + 1}T10:00:00Z`,
  endsAt: `2026-06-0${index + 1}T11:00:00Z`,
  users: [anna, carl],
}));
const tenant = smallTenant(meetings);
const other = smallTenant([], { tenantId: '0b0b0b0b-2222-4222-8222-222222222222' });
const june = 'startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z';
const viewPath = `/v1.0/users/${anna.id}/calendarView?${june}`;
const latencyMs = 40;

interface Page {
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Readonly<Record<string, unknown>>[];
}
interface BatchAnswer {
  readonly responses: readonly {
    readonly id: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  }[];
}

let shared: Cloud;
let token: string;
let otherToken: string;
let cloud: { readonly graphUrl: string; readonly close: () => Promise<void> };
let now: Date;
beforeAll(async () => {
  shared = await startCloud({ tenants: [tenant, other] });
  token = await graphToken(shared, tenant.tenantId);
  otherToken = await graphToken(shared, other.tenantId);
});
afterAll(() => shared.close());
beforeEach(async () => {
  now = new Date();
  const graph = await startGraphSimulator({ tenants: [tenant, other], entraBaseUrl: shared.entraUrl, nowAt: () => now, latencyMs });
  cloud = { graphUrl: graph.baseUrl, close: graph.close };
});
afterEach(() => cloud.close());

const get = (path: string, as = token): Promise<Response> => getRaw({ cloud, token: as, path });
const pathOf = (link: string | undefined): string => (link ?? '').replace('https://graph.microsoft.com', '');
async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const answer = await fetch(`${cloud.graphUrl}/simulator/${path}`, init);
  return answer.status === 204 ? undefined : await answer.json();
}
async function batch(urls: readonly string[]): Promise<BatchAnswer> {
  const requests = urls.map((url, index) => ({ id: String(index), method: 'GET', url }));
  const answer = await fetch(`${cloud.graphUrl}/v1.0/$batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ requests }),
  });
  return (await answer.json()) as BatchAnswer;
}

describe('ten minutes of one mailbox', () => {
  it('have a number of requests; then the rest of them is to be waited for', async () => {
    await control('PATCH', 'settings', { mailboxRequestsPerTenMinutes: 2 });
    expect([(await get(viewPath)).status, (await get(viewPath)).status]).toEqual([200, 200]);
    now = new Date(now.getTime() + 60_000);
    const refused = await get(viewPath);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '540']);
    expect((await get(viewPath.replace(anna.id, carl.id))).status).toBe(200);
    now = new Date(now.getTime() + 540_000);
    expect((await get(viewPath)).status).toBe(200);
  });
});

describe('a batch', () => {
  const event = `/users/${anna.id}/calendarView?${june}&$top=1`;

  it('runs four at a time for one mailbox and refuses none of them', async () => {
    const startedMs = performance.now();
    const { responses } = await batch(Array<string>(8).fill(event));
    expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(2 * latencyMs - 5);
  });

  it('is refused in part while another request of the mailbox is under way', async () => {
    const alone = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: shared.entraUrl, nowAt: () => now, latencyMs: 1_000 });
    await cloud.close();
    cloud = { graphUrl: alone.baseUrl, close: alone.close };
    // The keys of the tokens are fetched with the first request.
    await get('/v1.0/organization');
    const [single, { responses }] = await Promise.all([get(viewPath), batch(Array<string>(4).fill(event))]);
    const statuses = [single.status, ...responses.map(({ status }) => status)].sort();
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
  });

  it('does not keep the order of its items', async () => {
    const { responses } = await batch([event, '/organization', event]);
    expect(responses.map(({ id }) => id)).toEqual(['2', '1', '0']);
  });

  it('has decimals in Retry-After, where a request of its own has none', async () => {
    await control('POST', 'faults', { kind: 'throttle', retryAfterSeconds: 7, pathIncludes: 'calendarView' });
    const { responses } = await batch([event, '/organization']);
    expect(responses.find(({ id }) => id === '0')).toMatchObject({ status: 429, headers: { 'Retry-After': '7.125' } });
    expect(responses.find(({ id }) => id === '1')?.status).toBe(200);
    expect((await get(viewPath)).headers.get('retry-after')).toBe('7');
  });
});

describe('faults', () => {
  it('can be a storm over one tenant alone', async () => {
    await control('POST', 'faults', { kind: 'throttle', tenantId: tenant.tenantId, retryAfterSeconds: 30 });
    expect((await get('/v1.0/organization')).status).toBe(429);
    expect((await get('/v1.0/organization', otherToken)).status).toBe(200);
  });

  it('can be several at once, of which the first that hits counts', async () => {
    await control('POST', 'faults', {
      faults: [
        { kind: 'unavailable', pathIncludes: 'calendarView', times: 1 },
        { kind: 'consent_revoked', tenantId: tenant.tenantId },
      ],
    });
    expect((await get(viewPath)).status).toBe(503);
    const refused = await get(viewPath);
    expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'Authorization_RequestDenied' } }]);
  });

  it('leave nothing behind when they are switched off', async () => {
    await control('POST', 'faults', { kind: 'unavailable' });
    await control('POST', 'faults', { kind: 'none' });
    expect((await get(viewPath)).status).toBe(200);
  });
});

describe('a spoiled answer', () => {
  const spoil = (kind: string, plan: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    control('POST', 'faults', { kind, ...plan });

  it.each(['truncated', 'malformed'])('is 200 and no JSON when it is %s', async (kind) => {
    await spoil(kind);
    const answer = await get(viewPath);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('has an item of wrong types, with a number beyond all and a __proto__, and good ones beside it', async () => {
    await spoil('wrong_types');
    const text = await (await get(viewPath)).text();
    expect(text).toContain('"__proto__":{"isAdmin":true}');
    const [bad, good] = (JSON.parse(text) as Page).value;
    expect(bad).toMatchObject({ subject: 12, attendees: {}, start: [], isAllDay: 'maybe', beyond: Number.POSITIVE_INFINITY });
    expect(good).toMatchObject({ subject: 'meeting-1' });
  });

  it('is one thing of wrong types when one thing was asked for', async () => {
    await spoil('wrong_types');
    expect(await (await get(`/v1.0/users/${anna.id}`)).json()).toMatchObject({ displayName: 12 });
  });

  it('leads to a foreign host', async () => {
    await spoil('foreign_next_link');
    const page = (await (await get(viewPath)).json()) as Page;
    expect(new URL(page['@odata.nextLink'] ?? '').hostname).toBe('graph.microsoft.example.net');
  });

  it('leads to itself for ever', async () => {
    await spoil('next_link_loop');
    const path = `/v1.0/users/${anna.id}/calendarView/delta?${june}`;
    const page = (await (await get(path)).json()) as Page;
    expect(pathOf(page['@odata.nextLink'])).toBe(path);
    expect(page).not.toHaveProperty('@odata.deltaLink');
    expect(page.value).toHaveLength(5);
  });

  it('is an empty page that goes on to the full one', async () => {
    await spoil('empty_page', { times: 1 });
    const page = (await (await get(viewPath)).json()) as Page;
    expect(page.value).toEqual([]);
    expect(((await (await get(pathOf(page['@odata.nextLink']))).json()) as Page).value).toHaveLength(5);
  });

  it('has an event twice', async () => {
    await spoil('repeated_items');
    const { value } = (await (await get(viewPath)).json()) as Page;
    expect(value).toHaveLength(6);
    expect(value[5]).toEqual(value[0]);
  });

  it('is never a refusal', async () => {
    await spoil('truncated');
    expect(await (await get('/v1.0/users/nobody')).json()).toMatchObject({ error: { code: 'Request_ResourceNotFound' } });
  });
});

describe('requests', () => {
  it('are counted by kind, items of batches too, and refused ones apart', async () => {
    const deltaPath = `/v1.0/users/${anna.id}/calendarView/delta?${june}`;
    await get(viewPath);
    await get(deltaPath);
    await get('/v1.0/users/delta');
    await get(`/v1.0/users/${anna.id}/events/none`);
    await batch([`/users/${anna.id}/manager`, '/organization', '/users/nobody']);
    expect(await control('GET', 'requests')).toEqual({
      calendarView: { all: 1, refused: 0 },
      calendarViewDelta: { all: 1, refused: 0 },
      usersDelta: { all: 1, refused: 0 },
      event: { all: 1, refused: 1 },
      manager: { all: 1, refused: 0 },
      organization: { all: 1, refused: 0 },
      user: { all: 1, refused: 1 },
      batchItems: { all: 3, refused: 1 },
      batch: { all: 1, refused: 0 },
    });
    await control('DELETE', 'requests');
    expect(await control('GET', 'requests')).toEqual({});
  });
});

it('a setting that the simulator does not have is refused', async () => {
  expect(await control('PATCH', 'settings', { shoeSize: 38 })).toMatchObject({ error: { message: 'Not understood: shoeSize.' } });
  expect(await control('PATCH', 'settings', { mailboxRequestsPerTenMinutes: 'many' })).toMatchObject({ error: { code: 'BadRequest' } });
  expect(await control('PATCH', 'settings', { mailboxRequestsPerTenMinutes: 5 })).toMatchObject({ mailboxRequestsPerTenMinutes: 5 });
});
