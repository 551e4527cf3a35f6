// Subscriptions and notifications as documented, against a real endpoint: handshake, limits, delivery, repetition and what goes astray.
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import { graphToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const { anna, carl, dora } = people;
const tenant = smallTenant([
  { key: 'lunch', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z', users: [anna, carl] },
  { key: 'dinner', startsAt: '2026-06-02T18:00:00Z', endsAt: '2026-06-02T20:00:00Z', users: [anna] },
]);
const minuteMs = 60_000;
const wideRoles = ['User.Read.All', 'Calendars.Read'];

interface Notification {
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly changeType?: string;
  readonly resource?: string;
  readonly resourceData?: { readonly id: string };
  readonly lifecycleEvent?: string;
}

/** The app's side: keeps what it was sent, and answers as the test says. */
interface Endpoint {
  readonly url: string;
  /** The bodies of the posts, in the order in which they came, with the path that they came to. */
  readonly posts: { readonly path: string; readonly value: readonly Notification[] }[];
  validation: 'good' | 'wrong' | 'html' | 'never';
  status: number;
  readonly server: Server;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function openEndpoint(): Promise<Endpoint> {
  const posts: Endpoint['posts'] = [];
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const token = searchParams.get('validationToken');
    if (token !== null) {
      if (endpoint.validation === 'never') return;
      response.setHeader('content-type', endpoint.validation === 'html' ? 'text/html' : 'text/plain');
      response.end(endpoint.validation === 'wrong' ? encodeURIComponent(token) : token);
      return;
    }
    void bodyOf(request).then((text) => {
      posts.push({ path, ...(JSON.parse(text) as { readonly value: readonly Notification[] }) });
      response.writeHead(endpoint.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endpoint: Endpoint = { url, posts, server, validation: 'good', status: 202 };
  return endpoint;
}

let shared: Cloud;
let wide: Cloud;
let token: string;
let wideToken: string;
let graph: { readonly baseUrl: string; readonly close: () => Promise<void> };
let endpoint: Endpoint;
let now: Date;

beforeAll(async () => {
  shared = await startCloud({ tenants: [tenant] });
  wide = await startCloud({ tenants: [tenant], graphRoles: wideRoles });
  token = await graphToken(shared, tenant.tenantId);
  wideToken = await graphToken(wide, tenant.tenantId);
});
afterAll(async () => {
  await shared.close();
  await wide.close();
});
beforeEach(async () => {
  now = new Date();
  endpoint = await openEndpoint();
  graph = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: shared.entraUrl, nowAt: () => now });
});
afterEach(async () => {
  await graph.close();
  endpoint.server.closeAllConnections();
  endpoint.server.close();
});

const later = (minutes: number): string => new Date(now.getTime() + minutes * minuteMs).toISOString();
const wanted = (change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${endpoint.url}/notify`,
  lifecycleNotificationUrl: `${endpoint.url}/lifecycle`,
  resource: `/users/${anna.id}/events`,
  expirationDateTime: later(600),
  clientState: 'only we know',
  ...change,
});

async function ask(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return await fetch(`${graph.baseUrl}/v1.0/subscriptions${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
interface Subscription {
  readonly id: string;
  readonly expirationDateTime: string;
  readonly clientState: string;
}
const subscribe = async (change?: Readonly<Record<string, unknown>>, headers?: Readonly<Record<string, string>>): Promise<Subscription> => {
  const answer = await ask('POST', '', wanted(change), headers);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Subscription;
};
async function refusal(answer: Response): Promise<{ readonly status: number; readonly code: string; readonly message: string }> {
  const { error } = (await answer.json()) as { readonly error: { readonly code: string; readonly message: string } };
  return { status: answer.status, code: error.code, message: error.message };
}

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${graph.baseUrl}/simulator/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  expect(answer.ok).toBe(true);
  return answer.status === 204 ? undefined : await answer.json();
}
const deliver = (): Promise<unknown> => control('POST', 'notifications/deliver');
async function idOf(userId: string, key: string): Promise<string> {
  const events = (await control('GET', `mailboxes/${userId}/events`)) as readonly {
    readonly meetingKey: string;
    readonly restId: string;
  }[];
  return events.find(({ meetingKey }) => meetingKey === key)?.restId ?? 'none';
}
const rename = async (userId: string, key: string, subject = 'renamed'): Promise<unknown> =>
  control('PATCH', `mailboxes/${userId}/events/${await idOf(userId, key)}`, { subject });
const received = (): readonly Notification[] => endpoint.posts.flatMap(({ value }) => value);

describe('a subscription', () => {
  it('is made once both addresses gave the token back, and is shown to its app', async () => {
    const made = await subscribe();
    expect(made).toMatchObject({ clientState: 'only we know', latestSupportedTlsVersion: 'v1_2', resource: `/users/${anna.id}/events` });
    expect(await (await ask('GET', `/${made.id}`)).json()).toEqual(made);
    expect(await (await ask('GET', '')).json()).toMatchObject({ value: [{ id: made.id }] });
    expect((await ask('GET', '/another')).status).toBe(404);
  });

  it.each([
    ['wrong', 'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.'],
    ['html', 'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.'],
    ['never', 'Subscription validation request timed out.'],
  ] as const)('is refused when the endpoint answers %s', async (validation, message) => {
    await control('PATCH', 'settings', { validationTimeoutMs: 100 });
    endpoint.validation = validation;
    expect(await refusal(await ask('POST', '', wanted()))).toEqual({ status: 400, code: 'ValidationError', message });
    expect(await control('GET', 'subscriptions')).toEqual([]);
  });

  it('is refused when only its lifecycle address does not answer', async () => {
    const other = await openEndpoint();
    other.validation = 'wrong';
    const answer = await ask('POST', '', wanted({ lifecycleNotificationUrl: other.url }));
    other.server.close();
    expect(answer.status).toBe(400);
  });

  it.each([
    ['an unknown change', { changeType: 'created,seen' }, 'InvalidRequest'],
    ['another resource', { resource: '/users' }, 'InvalidRequest'],
    ['resource data', { includeResourceData: true }, 'InvalidRequest'],
    ['a secret of 129 characters', { clientState: 'x'.repeat(129) }, 'InvalidRequest'],
    ['plain http', { notificationUrl: 'http://example.com/notify' }, 'InvalidRequest'],
    ['no end', { expirationDateTime: undefined }, 'InvalidRequest'],
    ['an end in the past', { expirationDateTime: '2020-01-01T00:00:00Z' }, 'InvalidRequest'],
  ])('is refused with %s', async (_name, change, code) => {
    expect(await refusal(await ask('POST', '', wanted(change)))).toMatchObject({ status: 400, code });
  });

  it('lasts 10,080 minutes at most and 45 at least', async () => {
    expect(await refusal(await ask('POST', '', wanted({ expirationDateTime: later(10_081) })))).toEqual({
      status: 400,
      code: 'ExtensionError',
      message: 'Subscription expiration can only be 10080 minutes in the future.',
    });
    expect((await subscribe({ expirationDateTime: later(10_080) })).expirationDateTime).toBe(later(10_080));
    const short = await subscribe({ expirationDateTime: later(5), resource: `/users/${carl.id}/events` });
    expect(short.expirationDateTime).toBe(later(45));
  });

  it('takes a secret of 128 characters', async () => {
    expect((await subscribe({ clientState: 'x'.repeat(128) })).clientState).toHaveLength(128);
  });

  it('is there once for an app, a mailbox and its changes', async () => {
    const made = await subscribe();
    expect(await refusal(await ask('POST', '', wanted({ resource: `users/${anna.userPrincipalName}/events` })))).toEqual({
      status: 409,
      code: 'ObjectIdentifierInUse',
      message: `Subscription Id ${made.id} already exists for the requested combination`,
    });
    await subscribe({ changeType: 'deleted' });
    await subscribe({ resource: `/users/${carl.id}/events` });
  });

  it('keeps to the mailboxes that the app may read', async () => {
    expect(await refusal(await ask('POST', '', wanted({ resource: `/users/${dora.id}/events` })))).toMatchObject({
      status: 403,
      code: 'ExtensionError',
    });
    expect(await refusal(await ask('POST', '', wanted({ resource: '/users/nobody/events' })))).toMatchObject({ status: 404 });
  });

  it('can be refused to an app whose calendars are opened by Exchange alone', async () => {
    await control('PATCH', 'settings', { refusesSubscriptionsUnderRbac: true });
    expect(await refusal(await ask('POST', '', wanted()))).toEqual({
      status: 403,
      code: 'ExtensionError',
      message: 'Operation: Create; Exception: [Status Code: Forbidden; Reason: Access is denied. Check credentials and try again.]',
    });
    const other = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: wide.entraUrl, nowAt: () => now });
    await fetch(`${other.baseUrl}/simulator/settings`, { method: 'PATCH', body: '{"refusesSubscriptionsUnderRbac":true}' });
    const answer = await fetch(`${other.baseUrl}/v1.0/subscriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${wideToken}` },
      body: JSON.stringify(wanted()),
    });
    await other.close();
    expect(answer.status).toBe(201);
  });

  it('ends by the clock, is renewed before, and can be given up', async () => {
    const made = await subscribe({ expirationDateTime: later(45) });
    now = new Date(now.getTime() + 44 * minuteMs);
    const renewed = await ask('PATCH', `/${made.id}`, { expirationDateTime: later(60) });
    expect([renewed.status, ((await renewed.json()) as Subscription).expirationDateTime]).toEqual([200, later(60)]);
    now = new Date(now.getTime() + 59 * minuteMs);
    expect(await control('GET', 'subscriptions')).toHaveLength(1);
    now = new Date(now.getTime() + minuteMs);
    expect(await control('GET', 'subscriptions')).toEqual([]);
    now = new Date();
    const again = await subscribe();
    expect((await ask('DELETE', `/${again.id}`)).status).toBe(204);
    expect((await ask('DELETE', `/${again.id}`)).status).toBe(404);
  });

  it('cannot be given a lifecycle address later', async () => {
    const { id } = await subscribe({ lifecycleNotificationUrl: undefined });
    expect((await ask('PATCH', `/${id}`, { expirationDateTime: later(60), lifecycleNotificationUrl: endpoint.url })).status).toBe(400);
  });
});

describe('a change', () => {
  it('is told with ids only, the secret, and where to read', async () => {
    const { id } = await subscribe();
    await rename(anna.id, 'lunch');
    await deliver();
    const eventId = await idOf(anna.id, 'lunch');
    expect(endpoint.posts).toEqual([
      {
        path: '/notify',
        value: [
          {
            subscriptionId: id,
            subscriptionExpirationDateTime: later(600),
            clientState: 'only we know',
            tenantId: tenant.tenantId,
            changeType: 'updated',
            resource: `users/${anna.id}@${tenant.tenantId}/events/${eventId}`,
            resourceData: {
              '@odata.type': '#Microsoft.Graph.Event',
              '@odata.id': `Users/${anna.id}@${tenant.tenantId}/Events/${eventId}`,
              '@odata.etag': expect.stringMatching(/^W\//) as string,
              id: eventId,
            },
          },
        ],
      },
    ]);
  });

  it('names immutable ids when the subscription was made with them', async () => {
    await subscribe({}, { prefer: 'IdType="ImmutableId"' });
    await rename(anna.id, 'lunch');
    await deliver();
    const eventId = received()[0]?.resourceData?.id ?? '';
    expect(eventId).not.toBe(await idOf(anna.id, 'lunch'));
  });

  it('of several events travels in one request, and twice the same is told once', async () => {
    await subscribe();
    await control('POST', 'faults', { kind: 'notifications_delayed', delayMs: 1 });
    await Promise.all([rename(anna.id, 'lunch'), rename(anna.id, 'dinner'), rename(anna.id, 'dinner', 'again')]);
    await deliver();
    await control('POST', 'faults', { kind: 'none' });
    now = new Date(now.getTime() + 1);
    await deliver();
    expect(received()).toHaveLength(2);
    expect(new Set(received().map(({ resourceData }) => resourceData?.id)).size).toBe(2);
    expect(endpoint.posts).toHaveLength(1);
  });

  it('tells every subscriber of a copy, and nobody of another mailbox', async () => {
    const ofAnna = await subscribe();
    const ofCarl = await subscribe({ resource: `/users/${carl.id}/events` });
    await rename(anna.id, 'lunch');
    await deliver();
    expect(
      received()
        .map(({ subscriptionId }) => subscriptionId)
        .sort(),
    ).toEqual([ofAnna.id, ofCarl.id].sort());
    await rename(anna.id, 'dinner');
    await deliver();
    expect(received()).toHaveLength(3);
  });

  it('is not told to another tenant, also when ids are the same there', async () => {
    const twin = smallTenant([], { tenantId: '0b0b0b0b-2222-4222-8222-222222222222' });
    const both = await startCloud({ tenants: [tenant, twin] });
    const [ownGraph, ownToken] = [graph, token];
    graph = { baseUrl: both.graphUrl, close: both.close };
    token = await graphToken(both, twin.tenantId);
    await subscribe();
    token = await graphToken(both, tenant.tenantId);
    await subscribe({ changeType: 'deleted' });
    await rename(anna.id, 'dinner');
    await deliver();
    token = ownToken;
    await ownGraph.close();
    expect(received()).toEqual([]);
  });

  it('of an occurrence is told of its series', async () => {
    const series = (await control('POST', `mailboxes/${anna.id}/events`, {
      subject: 'Daily',
      start: { dateTime: '2026-06-08T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-06-08T09:30:00', timeZone: 'UTC' },
      recurrence: { pattern: { type: 'daily', interval: 1 }, range: { type: 'numbered', startDate: '2026-06-08', numberOfOccurrences: 2 } },
    })) as { readonly restId: string; readonly meetingKey: string };
    await subscribe();
    await rename(anna.id, `${series.meetingKey}@2026-06-09`);
    await deliver();
    expect(received()).toMatchObject([{ changeType: 'updated', resourceData: { id: series.restId } }]);
  });

  it('is told only when the subscription asked for its kind', async () => {
    await subscribe({ changeType: 'deleted' });
    const eventId = await idOf(anna.id, 'dinner');
    await rename(anna.id, 'dinner');
    await deliver();
    expect(received()).toEqual([]);
    await control('DELETE', `mailboxes/${anna.id}/events/${eventId}`);
    await deliver();
    expect(received()).toMatchObject([{ changeType: 'deleted', resourceData: { id: eventId } }]);
  });

  it('is not told once the subscription has ended', async () => {
    await subscribe();
    now = new Date(now.getTime() + 600 * minuteMs);
    await rename(anna.id, 'lunch');
    expect(await deliver()).toEqual({ waiting: 0 });
    expect(received()).toEqual([]);
  });
});

describe('an endpoint that does not take a notification', () => {
  it('is asked again after growing pauses, by the simulated clock', async () => {
    await subscribe();
    endpoint.status = 503;
    await rename(anna.id, 'lunch');
    expect(await deliver()).toEqual({ waiting: 1 });
    expect(await deliver()).toEqual({ waiting: 1 });
    expect(received()).toHaveLength(1);
    now = new Date(now.getTime() + 10_000);
    await deliver();
    expect(received()).toHaveLength(2);
    now = new Date(now.getTime() + 19_000);
    await deliver();
    expect(received()).toHaveLength(2);
    endpoint.status = 202;
    now = new Date(now.getTime() + 1_000);
    expect(await deliver()).toEqual({ waiting: 0 });
    expect(received()).toHaveLength(3);
  });

  it('is told after four hours that it missed something', async () => {
    await subscribe();
    endpoint.status = 500;
    await rename(anna.id, 'lunch');
    for (let repetition = 0; repetition < 12; repetition += 1) {
      await deliver();
      now = new Date(now.getTime() + 30 * minuteMs);
    }
    endpoint.status = 202;
    await deliver();
    await deliver();
    expect(endpoint.posts.at(-1)).toMatchObject({ path: '/lifecycle', value: [{ lifecycleEvent: 'missed' }] });
    expect(endpoint.posts.length).toBeLessThan(14);
  });

  it('counts a slow answer as none', async () => {
    await subscribe();
    await control('PATCH', 'settings', { notificationTimeoutMs: 50 });
    endpoint.server.removeAllListeners('request');
    endpoint.server.on('request', () => undefined);
    await rename(anna.id, 'lunch');
    expect(await deliver()).toEqual({ waiting: 1 });
  });
});

describe('notifications gone astray', () => {
  const astray = async (kind: string, delayMs?: number): Promise<void> => {
    await subscribe();
    await control('POST', 'faults', { kind, delayMs });
  };

  it('are lost', async () => {
    await astray('notifications_lost');
    await rename(anna.id, 'lunch');
    expect(await deliver()).toEqual({ waiting: 0 });
    expect(received()).toEqual([]);
  });

  it('come twice', async () => {
    await astray('notifications_twice');
    await rename(anna.id, 'lunch');
    await deliver();
    expect(received()).toHaveLength(2);
    expect(received()[0]).toEqual(received()[1]);
  });

  it('come late', async () => {
    await astray('notifications_delayed', 4 * 60 * minuteMs);
    await rename(anna.id, 'lunch');
    expect(await deliver()).toEqual({ waiting: 1 });
    now = new Date(now.getTime() + 4 * 60 * minuteMs);
    await deliver();
    expect(received()).toHaveLength(1);
  });

  it('come in another order', async () => {
    await subscribe();
    endpoint.status = 500;
    await rename(anna.id, 'lunch');
    await deliver();
    await control('DELETE', `mailboxes/${anna.id}/events/${await idOf(anna.id, 'lunch')}`);
    await deliver();
    endpoint.status = 202;
    await control('POST', 'faults', { kind: 'notifications_reversed' });
    now = new Date(now.getTime() + 20_000);
    await deliver();
    expect(endpoint.posts.at(-1)?.value.map(({ changeType }) => changeType)).toEqual(['deleted', 'updated']);
  });
});

describe('a lifecycle notification', () => {
  it('asks for reauthorization, and until then no change is told', async () => {
    const { id } = await subscribe();
    expect(await control('POST', 'lifecycle', { event: 'reauthorizationRequired', userId: anna.id })).toMatchObject({ concerned: 1 });
    expect(endpoint.posts).toMatchObject([
      { path: '/lifecycle', value: [{ lifecycleEvent: 'reauthorizationRequired', subscriptionId: id, clientState: 'only we know' }] },
    ]);
    await rename(anna.id, 'lunch');
    await deliver();
    expect(received()).toHaveLength(1);
    expect((await ask('POST', `/${id}/reauthorize`)).status).toBe(204);
    await rename(anna.id, 'lunch', 'told');
    await deliver();
    expect(received()).toHaveLength(2);
  });

  it('is answered by renewing too, but not by both within ten minutes', async () => {
    const { id } = await subscribe();
    await control('POST', 'lifecycle', { event: 'reauthorizationRequired' });
    expect((await ask('PATCH', `/${id}`, { expirationDateTime: later(600) })).status).toBe(200);
    expect((await ask('POST', `/${id}/reauthorize`)).status).toBe(400);
    now = new Date(now.getTime() + 10 * minuteMs);
    expect((await ask('POST', `/${id}/reauthorize`)).status).toBe(204);
  });

  it('tells of a removed subscription, which is gone', async () => {
    const { id } = await subscribe();
    await control('POST', 'lifecycle', { event: 'subscriptionRemoved' });
    expect(endpoint.posts).toMatchObject([{ path: '/lifecycle', value: [{ lifecycleEvent: 'subscriptionRemoved', subscriptionId: id }] }]);
    expect((await ask('GET', `/${id}`)).status).toBe(404);
  });

  it('is not sent without an address for it', async () => {
    await subscribe({ lifecycleNotificationUrl: undefined });
    await control('POST', 'lifecycle', { event: 'missed' });
    expect(endpoint.posts).toEqual([]);
  });
});
