/**
 * The simulator is held against what Microsoft publishes: every property, enum value and type that it gives, and every path and field
 * that our code asks for, stand in Graph's metadata; and what a documentation sample has, the simulator gives too. The metadata lies
 * beside the project and ships nowhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { AuthenticationHandler, Client } from '@microsoft/microsoft-graph-client';
import type { Context } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoTenant } from '../../../api/local/microsoft/demo-tenant.ts';
import { eventProperties, renderEvent } from '../../../api/local/microsoft/graph-event.ts';
import { userProperties } from '../../../api/local/microsoft/graph-user.ts';
import { readInBatches } from '../../../api/platform/graph/batch.ts';
import { readDeltaPage } from '../../../api/platform/graph/calendar-delta.ts';
import { readCalendarPage, readEvent, readEventsNow } from '../../../api/platform/graph/calendar.ts';
import { readDirectoryChanges } from '../../../api/platform/graph/directory-changes.ts';
import { readManager, readMembers, readOrganization, readUser } from '../../../api/platform/graph/directory.ts';
import type { GraphClient } from '../../../api/platform/graph/graph-client.ts';
import { prolong, subscribe, subscriptionsOf, unsubscribe } from '../../../api/platform/graph/subscriptions.ts';
import { getRaw, graphToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';
import { departures, memberOf, readCsdl, typeAt } from './csdl.ts';
import type { Csdl } from './csdl.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/graph');
const isHere = existsSync(join(folder, 'graph-v1.0.csdl'));
/** Where all tests run on a clean clone (.ci/run), the metadata has to be at hand; elsewhere the comparison is left out without it. */
const mustBeHere = process.env['TEST_RESULTS'] !== undefined;

it.runIf(mustBeHere)("Graph's metadata is at hand where all tests run", () => {
  expect(isHere).toBe(true);
});

const { anna, boss, carl } = people;
const unitId = '9c000000-3333-4333-8333-333333333333';
const groupId = '9b000000-3333-4333-8333-333333333333';
const tenant = {
  ...smallTenant([
    { key: 'lunch', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z', users: [anna, carl] },
    { key: 'away', startsAt: '2026-06-03T00:00:00Z', endsAt: '2026-06-04T00:00:00Z', users: [anna], event: { isAllDay: true } },
  ]),
  administrativeUnits: [{ id: unitId, displayName: 'South', memberIds: [anna.id] }],
};
const graphRoles = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All', 'Organization.Read.All'];
const june = { startsAt: new Date('2026-06-01T00:00:00Z'), endsAt: new Date('2026-07-01T00:00:00Z') };
const window = `startDateTime=${june.startsAt.toISOString()}&endDateTime=${june.endsAt.toISOString()}`;
const event = 'microsoft.graph.event';
const user = 'microsoft.graph.user';
const subscription = 'microsoft.graph.subscription';

type Json = Readonly<Record<string, unknown>>;
interface Page extends Json {
  readonly value: readonly Json[];
}
interface Recorded {
  readonly method: string;
  /** With the version and the query. */
  readonly path: string;
  readonly body: unknown;
}

describe.runIf(isHere)('held against the published metadata', () => {
  let csdl: Csdl;
  let cloud: Cloud;
  let token: string;
  let endpoint: { readonly url: string; readonly bodies: Page[]; readonly close: () => void };

  beforeAll(async () => {
    csdl = readCsdl(readFileSync(join(folder, 'graph-v1.0.csdl'), 'utf8'));
    cloud = await startCloud({ tenants: [tenant], graphRoles });
    token = await graphToken(cloud, tenant.tenantId);
    endpoint = await openEndpoint();
  });
  afterAll(async () => {
    endpoint.close();
    await cloud.close();
  });

  const read = async (path: string): Promise<Page> => (await (await getRaw({ cloud, token, path: `/v1.0${path}` })).json()) as Page;
  const control = async (method: string, path: string, body: unknown): Promise<Json> => {
    const answer = await fetch(`${cloud.graphUrl}/simulator/${path}`, { method, body: JSON.stringify(body) });
    return answer.status === 204 ? {} : ((await answer.json()) as Json);
  };
  const departuresOf = (type: string, values: readonly unknown[]): readonly string[] =>
    values.flatMap((value) => departures(csdl, { type, value }));

  /** Every kind of item that change tracking gives: single, master, occurrence, exception, removed. */
  async function everyDeltaItem(): Promise<readonly Json[]> {
    const series = await control('POST', `mailboxes/${anna.id}/events`, {
      subject: 'Daily',
      start: { dateTime: '2026-06-08T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-06-08T09:30:00', timeZone: 'UTC' },
      recurrence: { pattern: { type: 'daily', interval: 1 }, range: { type: 'numbered', startDate: '2026-06-08', numberOfOccurrences: 3 } },
    });
    const noon = { dateTime: '2026-06-02T12:00:00', timeZone: 'UTC' };
    const gone = await control('POST', `mailboxes/${anna.id}/events`, { subject: 'Gone', start: noon, end: noon });
    const first = await read(`/users/${anna.id}/calendarView/delta?${window}`);
    const occurrence = first.value.find(({ type }) => type === 'occurrence');
    await control('PATCH', `mailboxes/${anna.id}/events/${String(occurrence?.['id'])}`, { subject: 'Once' });
    await control('DELETE', `mailboxes/${anna.id}/events/${String(gone['restId'])}`, undefined);
    const second = await read(String(first['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', ''));
    await control('DELETE', `mailboxes/${anna.id}/events/${String(series['restId'])}`, undefined);
    return [...first.value, ...second.value];
  }

  it('everything that change tracking gives of events exists, of every kind', async () => {
    const items = await everyDeltaItem();
    expect(new Set(items.map((item) => (item['@removed'] ? 'removed' : item['type'])))).toEqual(
      new Set(['singleInstance', 'seriesMaster', 'occurrence', 'exception', 'removed']),
    );
    expect(departuresOf(event, items)).toEqual([]);
  });

  it.each([
    [`/users/${anna.id}/calendarView?${window}`, event],
    [`/users/${anna.id}`, user],
    [`/users/${anna.id}/manager`, user],
    [`/users/delta`, user],
    [`/users/delta?$select=displayName,manager`, user],
    [`/groups/${groupId}/members`, 'microsoft.graph.directoryObject'],
    [`/directory/administrativeUnits/${unitId}/members`, 'microsoft.graph.directoryObject'],
    ['/organization', 'microsoft.graph.organization'],
  ])('%s exists, and what it gives is %s', async (path, type) => {
    const answer = await read(path);
    expect(answer['error']).toBeUndefined();
    const values = Array.isArray(answer.value) ? answer.value : [answer];
    expect(values.length).toBeGreaterThan(0);
    expect(departuresOf(type, values)).toEqual([]);
    const found = typeAt(csdl, path.split('?', 1)[0] ?? '')?.replace(/^Collection\((.+)\)$/, '$1');
    expect([found, 'microsoft.graph.directoryObject']).toContain(found === 'microsoft.graph.directoryObject' ? found : type);
  });

  it('every field that can be chosen exists', () => {
    const unknown = (names: Iterable<string>, type: string): readonly string[] =>
      [...names].filter((name) => memberOf(csdl, { type, name }) === undefined);
    expect(unknown(eventProperties, event)).toEqual([]);
    expect(unknown(userProperties, user)).toEqual([]);
  });

  it('subscriptions, notifications and lifecycle notifications exist as they are given', async () => {
    const answer = await fetch(`${cloud.graphUrl}/v1.0/subscriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({
        changeType: 'updated',
        notificationUrl: endpoint.url,
        lifecycleNotificationUrl: endpoint.url,
        resource: `/users/${anna.id}/events`,
        expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
        clientState: 'only we know',
      }),
    });
    const made = (await answer.json()) as Json;
    expect(departuresOf(subscription, [made])).toEqual([]);
    const sample = sampleOf('subscription-created-response.json');
    // In the sample of old, not in the metadata.
    expect(missingIn(made, sample, '')).toEqual(['notificationContentType']);
    const [lunch] = (await read(`/users/${anna.id}/calendarView?${window}`)).value;
    await control('PATCH', `mailboxes/${anna.id}/events/${String(lunch?.['id'])}`, { subject: 'brunch' });
    await control('POST', 'notifications/deliver', {});
    for (const each of ['reauthorizationRequired', 'missed', 'subscriptionRemoved']) await control('POST', 'lifecycle', { event: each });
    const value = endpoint.bodies.flatMap((body) => body.value);
    expect(value).toHaveLength(4);
    // resourceData is an open type without properties of its own.
    const closed = value.map((each) => ({ ...each, resourceData: null }));
    expect(departuresOf('microsoft.graph.changeNotification', closed)).toEqual([]);
    expect(missingIn(value[0], itemOf('change-notification-event.adapted.json'), '')).toEqual(['id']);
    for (const [index, name] of ['reauthorizationRequired', 'missed', 'subscriptionRemoved'].entries()) {
      expect(missingIn(value[index + 1], itemOf(`lifecycle-notification-${name}.json`), '')).toEqual([]);
    }
  });

  it.each([
    ['calendarview-delta-page.json', event],
    ['calendarview-delta-last-page.json', event],
    ['calendarview-delta-next-round-removed.json', event],
    ['calendarview-delta-occurrence.json', event],
    ['event.json', event],
    ['event-instances.json', event],
    ['event-locations.json', event],
    ['user-manager.json', user],
  ])('the documentation sample %s agrees with the metadata as we read it, and the simulator gives all that it has', async (name, type) => {
    const samples = itemsOf(name);
    expect(departuresOf(type, samples)).toEqual([]);
    const items = type === event ? await everyDeltaItem() : [await read(`/users/${carl.id}/manager`)];
    for (const sample of samples) {
      const kinds = items.filter((item) => (sample['@removed'] ? item['@removed'] : item['type'] !== 'occurrence' && !item['@removed']));
      const [given] = name.includes('occurrence') ? items.filter((item) => item['type'] === 'occurrence') : kinds;
      expect(missingIn(given, sample, '')).toEqual([]);
    }
  });

  it('an error has what the samples have', async () => {
    const path = `/users/${anna.id}/calendarView/delta?$deltatoken=nonsense`;
    expect(missingIn(await read(path), sampleOf('error-sync-state-not-found.adapted.json'), '')).toEqual([]);
  });

  it('every request of our own code exists: its path, its chosen fields, what it sends', async () => {
    const recorded: Recorded[] = [];
    const graph = recordingClient({ cloud, token, recorded });
    const expected = await ourRequests(graph, endpoint.url);
    expect([...expected].sort()).toEqual(graphReaders());
    expect(recorded.length).toBeGreaterThan(expected.size);
    const faults = recorded.flatMap((request) => requestDepartures(csdl, request));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('a departure is noticed', () => {
    const shown = (value: unknown, type = event): readonly string[] => departures(csdl, { type, value });
    expect(shown({ shoeSize: 38 })).toEqual([`it.shoeSize does not exist on ${event}`]);
    expect(shown({ showAs: 'asleep' })).toEqual(['it.showAs is no microsoft.graph.freeBusyStatus: "asleep"']);
    expect(shown({ isAllDay: 'no' })).toEqual(['it.isAllDay is no Edm.Boolean: "no"']);
    expect(shown({ attendees: [{ status: { time: 'noon' } }] })).toEqual(['it.attendees[0].status.time is no Edm.DateTimeOffset: "noon"']);
    expect(shown({ attendees: {} })).toEqual(['it.attendees is no collection']);
    expect(typeAt(csdl, '/users/x/calendarView/delta')).toBe(`Collection(${event})`);
    expect(typeAt(csdl, '/users/x/calendarView/deltas/y')).toBeUndefined();
    expect(typeAt(csdl, '/subscriptions/x/reauthorize')).toBe('nothing');
    const fault = (path: string): readonly string[] => requestDepartures(csdl, { method: 'GET', path: `/v1.0${path}`, body: undefined });
    expect(fault('/users/x/calenderView')).toEqual(['/users/x/calenderView does not exist']);
    expect(fault('/users/x?$select=mail,shoeSize')).toEqual([`shoeSize does not exist on ${user}`]);
  });
});

// Apart from the servers: it keeps the machine busy for longer than an idle connection lives.
describe.runIf(isHere)('the demo calendars', () => {
  it('have only events that exist as they are given', () => {
    const csdl = readCsdl(readFileSync(join(folder, 'graph-v1.0.csdl'), 'utf8'));
    const { calendars } = buildDemoTenant({ seed: 1, todayOn: '2026-05-18' });
    const view = { idKind: 'rest', timeZone: 'UTC', bodyKind: 'html' } as const;
    const faults = new Set<string>();
    for (const item of [...calendars.values()].flat()) {
      const value = renderEvent({ item, view, select: undefined });
      for (const departure of departures(csdl, { type: event, value })) faults.add(departure);
    }
    expect([...faults]).toEqual([]);
  });
});

/** An app's endpoint that takes everything and keeps the notifications. */
async function openEndpoint(): Promise<{ readonly url: string; readonly bodies: Page[]; readonly close: () => void }> {
  const bodies: Page[] = [];
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('validationToken');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (token === null) bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Page);
      response.writeHead(200, { 'content-type': 'text/plain' }).end(token ?? '');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, close };
}

const sampleOf = (name: string): Json => JSON.parse(readFileSync(join(folder, 'examples', name), 'utf8')) as Json;

function itemsOf(name: string): readonly Json[] {
  const sample = sampleOf(name);
  return Array.isArray(sample['value']) ? (sample['value'] as readonly Json[]) : [sample];
}

const itemOf = (name: string): Json => itemsOf(name)[0] ?? {};

/** Optional parts of a sample that an event need not have. */
const optionalParts = ['@odata.context', 'proposedNewTime', 'uniqueId'];

/** The properties of the sample that the given thing lacks or has of another kind, at any depth; of a list the first item stands for all. */
function missingIn(given: unknown, sample: unknown, at: string): readonly string[] {
  if (typeof sample !== 'object' || sample === null || given === null) return [];
  if (Array.isArray(sample)) return Array.isArray(given) ? [] : [`${at} is no list`];
  if (typeof given !== 'object') return [`${at} is no object`];
  return Object.entries(sample).flatMap(([name, value]: readonly [string, unknown]) => {
    if (optionalParts.includes(name)) return [];
    const place = at === '' ? name : `${at}.${name}`;
    const own = Object.entries(given as object).find(([each]) => each === name)?.[1] as unknown;
    if (own === undefined) return isLocationPart(at) ? [] : [place];
    return missingIn(own, value, place);
  });
}

/** Outlook leaves out what it does not know of a place. */
const isLocationPart = (at: string): boolean => /^location(\.|$)/.test(at);

/** Runs every function of ours that asks Graph; the names of those that were run. */
async function ourRequests(graph: GraphClient, url: string): Promise<ReadonlySet<string>> {
  const page = await readCalendarPage(graph, anna.id, june);
  const eventId = page.ok ? (page.value.events[0]?.eventId ?? 'none') : 'none';
  const order = {
    userId: carl.id,
    notificationUrl: url,
    lifecycleNotificationUrl: url,
    clientState: 'x',
    endsAt: new Date(Date.now() + 3_600_000),
  };
  const made = await subscribe(graph, order);
  const id = made.ok ? made.value.subscriptionId : 'none';
  const runs = {
    readCalendarPage: page,
    readEvent: await readEvent(graph, anna.id, eventId),
    readEventsNow: await readEventsNow(graph, anna.id, [eventId, 'none']),
    readInBatches: (await readInBatches(graph, [{ path: '/organization?$select=id', headers: {} }]))[0],
    readDeltaPage: await readDeltaPage(graph, anna.id, june),
    readMembers: await readMembers(graph, { kind: 'group', id: groupId }),
    readDirectoryChanges: await readDirectoryChanges(graph, undefined),
    readUser: await readUser(graph, boss.id),
    readManager: await readManager(graph, anna.id),
    readOrganization: await readOrganization(graph),
    subscribe: made,
    subscriptionsOf: await subscriptionsOf(graph, carl.id),
    prolong: await prolong(graph, id, order.endsAt),
    unsubscribe: await unsubscribe(graph, id),
  };
  for (const [name, result] of Object.entries(runs)) expect([name, result?.ok]).toEqual([name, true]);
  return new Set(Object.keys(runs));
}

/** The exported functions of our Graph room that take a client, by name: a new one belongs into `ourRequests`. */
function graphReaders(): readonly string[] {
  const room = resolve(import.meta.dirname, '../../../api/platform/graph');
  return readdirSync(room)
    .flatMap((file) => [...readFileSync(join(room, file), 'utf8').matchAll(/export async function (\w+)\(\s*graph: GraphClient/g)])
    .map(([, name = '']) => name)
    .sort();
}

function recordingClient(options: { readonly cloud: Cloud; readonly token: string; readonly recorded: Recorded[] }): GraphClient {
  const authentication = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(options.token) });
  authentication.setNext({
    execute: async (context: Context) => {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      const path = url.replace('https://graph.microsoft.com', '');
      const body: unknown = typeof context.options?.body === 'string' ? JSON.parse(context.options.body) : undefined;
      options.recorded.push({ method: context.options?.method ?? 'GET', path, body });
      if (path === '/v1.0/$batch') {
        const { requests } = body as { readonly requests: readonly { readonly method: string; readonly url: string }[] };
        options.recorded.push(...requests.map((item) => ({ method: item.method, path: `/v1.0${item.url}`, body: undefined })));
      }
      context.response = await fetch(`${options.cloud.graphUrl}${path}`, context.options as RequestInit);
    },
  });
  return Client.initWithMiddleware({ middleware: authentication });
}

/** What a request names that does not exist; `$batch` is of the protocol, not of the metadata. */
function requestDepartures(csdl: Csdl, request: Recorded): readonly string[] {
  const url = new URL(request.path, 'https://graph.microsoft.com');
  const path = decodeURIComponent(url.pathname).replace(/^\/v1\.0/, '');
  if (path === '/$batch') return [];
  const found = typeAt(csdl, path);
  if (found === undefined) return [`${path} does not exist`];
  const type = /^Collection\((.+)\)$/.exec(found)?.[1] ?? found;
  // Members of a group are directory objects; the fields asked for are those of users, as is allowed.
  const fieldsOf = type === 'microsoft.graph.directoryObject' ? user : type;
  const names = [url.searchParams.get('$select') ?? '', (url.searchParams.get('$orderby') ?? '').split(/[/ ]/, 1)[0] ?? '']
    .flatMap((text) => text.split(','))
    .filter((name) => name !== '');
  const unknown = names.filter((name) => memberOf(csdl, { type: fieldsOf, name }) === undefined);
  const sent = request.method === 'GET' ? [] : departures(csdl, { type, value: request.body, at: path });
  return [...unknown.map((name) => `${name} does not exist on ${fieldsOf}`), ...sent];
}
