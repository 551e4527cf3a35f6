// The Graph simulator against the real Graph client: paging, fields, ids, zones, permissions, throttling, batches.
import { GraphError, PageIterator } from '@microsoft/microsoft-graph-client';
import type { Client, PageCollection } from '@microsoft/microsoft-graph-client';
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientFor, getRaw, graphClient, graphToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud, SmallMeeting } from './cloud.ts';

const { anna, carl, dora, robot, boss } = people;
const manyMeetings: readonly SmallMeeting[] = Array.from({ length: 57 }, (_, index) => {
  const startsAt = new Date(Date.parse('2026-02-01T08:00:00Z') + index * 3_600_000).toISOString();
  return { key: `many-${index}`, startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(), users: [carl] };
});
const tenant = smallTenant([
  { key: 'winter', startsAt: '2026-03-27T09:00:00Z', endsAt: '2026-03-27T10:00:00Z', users: [anna, carl] },
  { key: 'summer', startsAt: '2026-03-30T08:00:00Z', endsAt: '2026-03-30T09:00:00Z', users: [anna] },
  { key: 'all-day', startsAt: '2026-03-29T00:00:00Z', endsAt: '2026-03-30T00:00:00Z', users: [anna], event: { isAllDay: true } },
  { key: 'secret', startsAt: '2026-04-01T08:00:00Z', endsAt: '2026-04-01T09:00:00Z', users: [anna], event: { sensitivity: 'private' } },
  { key: 'hidden', startsAt: '2026-04-02T08:00:00Z', endsAt: '2026-04-02T09:00:00Z', users: [anna, carl], event: { hideAttendees: true } },
  {
    key: 'jour-fixe',
    startsAt: '2026-05-04T08:00:00Z',
    endsAt: '2026-05-04T09:00:00Z',
    users: [anna, carl],
    series: { seriesKey: 'jour-fixe' },
    event: { type: 'seriesMaster', cancelledOccurrences: ['2026-05-18'] },
  },
  {
    key: 'jour-fixe-2026-05-11',
    startsAt: '2026-05-12T08:00:00Z',
    endsAt: '2026-05-12T09:00:00Z',
    users: [anna, carl],
    series: { seriesKey: 'jour-fixe', masterKey: 'jour-fixe' },
    event: { type: 'exception', originalStart: '2026-05-11T08:00:00Z' },
  },
  ...manyMeetings,
]);
const other = smallTenant([], { tenantId: '0b0b0b0b-2222-4222-8222-222222222222' });

let cloud: Cloud;
let token: string;
let client: Client;

beforeAll(async () => {
  cloud = await startCloud({ tenants: [tenant, other] });
  token = await graphToken(cloud, tenant.tenantId);
  client = graphClient(cloud, token);
});
afterAll(() => cloud.close());
afterEach(() => setFaults({ kind: 'none' }));

async function setFaults(plan: unknown): Promise<void> {
  const answer = await fetch(`${cloud.graphUrl}/simulator/faults`, { method: 'POST', body: JSON.stringify(plan) });
  expect(answer.status).toBe(200);
}

interface ViewOptions {
  readonly userId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly prefer?: string;
  readonly query?: Readonly<Record<string, string>>;
}

function viewOf(options: ViewOptions = {}): string {
  const query = new URLSearchParams({
    startDateTime: options.from ?? '2026-01-01T00:00:00Z',
    endDateTime: options.to ?? '2026-12-31T00:00:00Z',
    ...options.query,
  });
  return `/users/${options.userId ?? anna.id}/calendarView?${query.toString()}`;
}

async function view(options: ViewOptions = {}): Promise<readonly GraphEvent[]> {
  const page = (await client
    .api(viewOf(options))
    .header('Prefer', options.prefer ?? '')
    .get()) as PageCollection;
  return page.value as readonly GraphEvent[];
}

async function failureOf(work: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error('A GraphError was expected.');
  return error;
}

async function rawError(path: string, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly code: string }> {
  const answer = await getRaw({ cloud, token, path: `/v1.0${path}`, headers });
  const body = (await answer.json()) as {
    readonly error: { readonly code: string; readonly innerError: Readonly<Record<string, string>> };
  };
  expect(Object.keys(body.error.innerError).sort()).toEqual(['client-request-id', 'date', 'request-id']);
  return { status: answer.status, code: body.error.code };
}

describe('tokens', () => {
  it.each([
    ['no token', {}],
    ['nonsense', { authorization: 'Bearer nonsense' }],
  ])('refuses %s', async (_name, headers) => {
    const answer = await fetch(`${cloud.graphUrl}/v1.0/organization`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it("refuses a user's token for our own API", async () => {
    const body = JSON.stringify({
      tenantId: tenant.tenantId,
      userId: anna.id,
      scope: 'api://7d0a1f52-0c35-4f6e-9a51-0a2f4a7b9c01/access_as_user',
    });
    const signedIn = (await (await fetch(`${cloud.entraUrl}/simulator/sign-in`, { method: 'POST', body })).json()) as {
      readonly access_token: string;
    };
    expect((await getRaw({ cloud, token: signedIn.access_token, path: '/v1.0/organization' })).status).toBe(401);
  });

  it('shows a token of one tenant nothing of another', async () => {
    const foreign = graphClient(cloud, await graphToken(cloud, other.tenantId));
    expect(await foreign.api('/organization').get()).toMatchObject({ value: [{ id: other.tenantId }] });
    const view = (await foreign.api(viewOf()).get()) as PageCollection;
    expect(view.value).toEqual([]);
  });

  it('asks for the application role of each call', async () => {
    const poor = await startCloud({ tenants: [tenant], graphRoles: ['GroupMember.Read.All'] });
    const poorClient = await clientFor(poor, tenant.tenantId);
    expect(await failureOf(poorClient.api(`/users/${anna.id}`).get())).toMatchObject({
      statusCode: 403,
      code: 'Authorization_RequestDenied',
    });
    const members = (await poorClient.api(`/groups/${tenant.mailboxScopeGroupId}/members`).get()) as PageCollection;
    expect(members.value[0]).toEqual({ '@odata.type': '#microsoft.graph.user', id: anna.id });
    await poor.close();
  });
});

describe('mailboxes', () => {
  it('inside the scope are read without a calendar role in the token', async () => {
    expect(await view()).not.toHaveLength(0);
  });

  it('outside the scope answer 403, whoever it is', async () => {
    expect(await failureOf(view({ userId: dora.id }))).toMatchObject({ statusCode: 403, code: 'ErrorAccessDenied' });
    expect(await failureOf(client.api(`/users/${dora.id}/events/AAA`).get())).toMatchObject({ statusCode: 403, code: 'ErrorAccessDenied' });
  });

  it('become all readable when Calendars.Read is consented in Entra: the grants add up', async () => {
    const wide = await startCloud({ tenants: [tenant], graphRoles: ['Calendars.Read'] });
    const wideClient = await clientFor(wide, tenant.tenantId);
    expect(((await wideClient.api(viewOf({ userId: dora.id })).get()) as PageCollection).value).toEqual([]);
    await wide.close();
  });

  it('that do not exist answer 404', async () => {
    expect(await failureOf(view({ userId: robot.id }))).toMatchObject({ statusCode: 404, code: 'MailboxNotEnabledForRESTAPI' });
    expect(await failureOf(view({ userId: 'nobody@north.example' }))).toMatchObject({ statusCode: 404, code: 'Request_ResourceNotFound' });
  });

  it('are found by userPrincipalName too', async () => {
    expect(await view({ userId: 'Anna@north.example' })).toEqual(await view());
  });
});

describe('calendarView', () => {
  it('is read completely by following next links, ten at a time unless asked otherwise', async () => {
    const subjects: string[] = [];
    let pages = 1;
    const first = (await client.api(viewOf({ userId: carl.id, to: '2026-03-01T00:00:00Z' })).get()) as PageCollection;
    expect(first.value).toHaveLength(10);
    expect(first['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/.*%24skip=10/);
    const iterator = new PageIterator(client, first, (event: GraphEvent) => {
      subjects.push(event.subject ?? '');
      return true;
    });
    while (!iterator.isComplete()) {
      pages += 1;
      await (subjects.length === 0 ? iterator.iterate() : iterator.resume());
      if (pages > 10) break;
    }
    expect(subjects).toEqual(manyMeetings.map((meeting) => meeting.key));
  });

  it('honours the page size of the Prefer header and says so', async () => {
    const answer = await getRaw({
      cloud,
      token,
      path: `/v1.0${viewOf({ userId: carl.id })}`,
      headers: { Prefer: 'odata.maxpagesize=25, outlook.timezone="UTC", IdType="ImmutableId"' },
    });
    const body = (await answer.json()) as PageCollection;
    expect(body.value).toHaveLength(25);
    expect(answer.headers.get('preference-applied')).toBe('odata.maxpagesize=25, outlook.timezone="UTC", IdType="ImmutableId"');
  });

  it('shows what overlaps the window, not what ends at its start or starts at its end', async () => {
    const subjects = async (from: string, to: string): Promise<unknown> => (await view({ from, to })).map((event) => event.subject);
    expect(await subjects('2026-03-27T09:30:00Z', '2026-03-27T09:31:00Z')).toEqual(['winter']);
    expect(await subjects('2026-03-27T10:00:00Z', '2026-03-27T11:00:00Z')).toEqual([]);
    expect(await subjects('2026-03-27T08:00:00Z', '2026-03-27T09:00:00Z')).toEqual([]);
    expect(await subjects('2026-03-27T10:30:00+01:00', '2026-03-27T10:31:00+01:00')).toEqual(['winter']);
  });

  it('holds occurrences and exceptions, never the master', async () => {
    const types = (await view({ from: '2026-05-01T00:00:00Z' })).map((event) => event.type);
    expect(types).toEqual(['exception']);
  });

  it('sorts by start, backwards on demand', async () => {
    const forwards = (await view()).map((event) => event.subject);
    const backwards = (await view({ query: { $orderby: 'start/dateTime desc' } })).map((event) => event.subject);
    expect(backwards).toEqual(forwards.toReversed());
  });

  it('gives UTC with seven decimals and no offset, on both sides of a clock change', async () => {
    const byName = new Map((await view()).map((event) => [event.subject, event.start]));
    expect(byName.get('winter')).toEqual({ dateTime: '2026-03-27T09:00:00.0000000', timeZone: 'UTC' });
    expect(byName.get('summer')).toEqual({ dateTime: '2026-03-30T08:00:00.0000000', timeZone: 'UTC' });
  });

  it('gives local time on demand: both meetings stand at ten in Berlin, and an all-day item keeps its midnight', async () => {
    const byName = new Map((await view({ prefer: 'outlook.timezone="Europe/Berlin"' })).map((event) => [event.subject, event.start]));
    expect(byName.get('winter')).toEqual({ dateTime: '2026-03-27T10:00:00.0000000', timeZone: 'Europe/Berlin' });
    expect(byName.get('summer')).toEqual({ dateTime: '2026-03-30T10:00:00.0000000', timeZone: 'Europe/Berlin' });
    expect(byName.get('all-day')).toEqual({ dateTime: '2026-03-29T00:00:00.0000000', timeZone: 'Europe/Berlin' });
  });

  it('gives only the selected fields, with id and etag', async () => {
    const [event] = await view({ query: { $select: 'subject,start' } });
    expect(Object.keys(event ?? {}).sort()).toEqual(['@odata.etag', 'id', 'start', 'subject']);
  });

  it('gives a private event in full, body and all, when nothing is selected', async () => {
    const secret = (await view()).find((event) => event.sensitivity === 'private');
    expect(secret?.subject).toBe('secret');
    expect(secret?.body?.content).toContain('CANARY-secret');
    expect(secret?.bodyPreview).toBe('CANARY-secret');
    expect(secret?.attendees?.[0]?.emailAddress?.address).toBe('kim@customer.example');
  });

  it('shows hidden attendees to the organizer alone', async () => {
    const hidden = async (userId: string): Promise<unknown> => {
      const events = await view({ userId, from: '2026-04-02T00:00:00Z', to: '2026-04-03T00:00:00Z' });
      return events[0]?.attendees?.map((attendee) => attendee.emailAddress?.address);
    };
    expect(await hidden(anna.id)).toEqual([carl.mail, 'kim@customer.example']);
    expect(await hidden(carl.id)).toEqual([carl.mail]);
  });

  it.each([
    ['no window', `/users/${anna.id}/calendarView`, 'ErrorInvalidParameter'],
    ['no end', `/users/${anna.id}/calendarView?startDateTime=2026-01-01`, 'ErrorInvalidParameter'],
    ['an end before the start', viewOf({ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }), 'ErrorInvalidParameter'],
    ['1826 days', viewOf({ from: '2020-01-01T00:00:00Z', to: '2024-12-31T00:00:00Z' }), 'ErrorCalendarViewRangeTooBig'],
    ['an unknown field', viewOf({ query: { $select: 'subject,uid' } }), 'BadRequest'],
    ['an order by another field', viewOf({ query: { $orderby: 'subject' } }), 'BadRequest'],
    ['an option that is not simulated', viewOf({ query: { $filter: "subject eq 'x'" } }), 'BadRequest'],
    ['a page of 1001', viewOf({ query: { $top: '1001' } }), 'BadRequest'],
  ])('answers 400 to %s', async (_name, path, code) => {
    expect(await rawError(path)).toEqual({ status: 400, code });
  });

  it('allows 1825 days', async () => {
    expect(await view({ from: '2022-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' })).not.toHaveLength(0);
  });

  it('answers 400 to an unknown time zone', async () => {
    expect(await rawError(viewOf(), { Prefer: 'outlook.timezone="Middle/Earth"' })).toEqual({
      status: 400,
      code: 'TimeZoneNotSupportedException',
    });
  });
});

describe('ids', () => {
  const march = { from: '2026-03-27T00:00:00Z', to: '2026-03-28T00:00:00Z' };
  const immutable = 'IdType="ImmutableId"';

  it('differ per mailbox while the iCalUId is one', async () => {
    const [ofAnna] = await view(march);
    const [ofCarl] = await view({ ...march, userId: carl.id });
    expect(ofAnna?.id).not.toBe(ofCarl?.id);
    expect(ofAnna?.iCalUId).toBe(ofCarl?.iCalUId);
    expect(ofAnna?.iCalUId).toMatch(/^040000008200E00074C5B7101A82E00800000000[0-9A-F]{72}$/);
  });

  it('come in the kind that Prefer asks for, and an event is found by either', async () => {
    const [rest] = await view(march);
    const [fixed] = await view({ ...march, prefer: immutable });
    expect(fixed?.id).not.toBe(rest?.id);
    const byRest = (await client
      .api(`/users/${anna.id}/events/${rest?.id ?? ''}`)
      .header('Prefer', immutable)
      .get()) as GraphEvent;
    const byFixed = (await client.api(`/users/${anna.id}/events/${fixed?.id ?? ''}`).get()) as GraphEvent;
    expect(byRest.id).toBe(fixed?.id);
    expect(byFixed.id).toBe(rest?.id);
  });

  it('name the master in the same kind', async () => {
    const window = { from: '2026-05-12T00:00:00Z', to: '2026-05-13T00:00:00Z' };
    for (const prefer of ['', immutable]) {
      const [exception] = await view({ ...window, prefer });
      const master = (await client
        .api(`/users/${anna.id}/events/${exception?.seriesMasterId ?? ''}`)
        .header('Prefer', prefer)
        .get()) as GraphEvent;
      expect(master).toMatchObject({ id: exception?.seriesMasterId, type: 'seriesMaster' });
      expect(exception?.originalStart).toBe('2026-05-11T08:00:00Z');
    }
  });

  it('list the deleted occurrences of a master only when they are selected', async () => {
    const [exception] = await view({ from: '2026-05-12T00:00:00Z', to: '2026-05-13T00:00:00Z' });
    const path = `/users/${anna.id}/events/${exception?.seriesMasterId ?? ''}`;
    expect(await client.api(path).get()).not.toHaveProperty('cancelledOccurrences');
    expect(await client.api(path).select('cancelledOccurrences').get()).toMatchObject({
      cancelledOccurrences: [`OID.${exception?.seriesMasterId ?? ''}.2026-05-18`],
    });
  });

  it('are case-sensitive, belong to one mailbox, and are no EWS ids', async () => {
    const [event] = await view(march);
    const id = event?.id ?? '';
    for (const path of [
      `${anna.id}/events/${id.toLowerCase()}`,
      `${carl.id}/events/${id}`,
      `${anna.id}/events/${encodeURIComponent(id.replaceAll('-', '/').replaceAll('_', '+'))}`,
    ]) {
      expect(await rawError(`/users/${path}`)).toEqual({ status: 404, code: 'ErrorItemNotFound' });
    }
  });
});

describe('directory', () => {
  it('gives a user with the selected fields, and the manager', async () => {
    expect(await client.api(`/users/${anna.id}`).select('id,mail').get()).toEqual({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(id,mail)/$entity',
      id: anna.id,
      mail: anna.mail,
    });
    expect(await client.api(`/users/${anna.id}/manager`).get()).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      id: boss.id,
      displayName: 'Bodo Test',
    });
  });

  it('answers 404 for a user without manager and for nobody, 400 for an unknown field', async () => {
    expect(await rawError(`/users/${boss.id}/manager`)).toEqual({ status: 404, code: 'Request_ResourceNotFound' });
    expect(await rawError('/users/nobody')).toEqual({ status: 404, code: 'Request_ResourceNotFound' });
    expect(await rawError(`/users/${anna.id}?$select=shoeSize`)).toEqual({ status: 400, code: 'BadRequest' });
    expect(await rawError('/groups/nothing/members')).toEqual({ status: 404, code: 'Request_ResourceNotFound' });
    expect(await rawError('/nonsense')).toEqual({ status: 400, code: 'BadRequest' });
  });

  it('pages the direct members of a group', async () => {
    const ids: unknown[] = [];
    let page = (await client.api('/groups/9b000000-3333-4333-8333-333333333333/members').select('id,mail').top(2).get()) as PageCollection;
    for (let count = 0; count < 5; count += 1) {
      expect(page.value.length).toBeLessThanOrEqual(2);
      ids.push(...page.value.map((member: { readonly id: string }) => member.id));
      const next = page['@odata.nextLink'];
      if (next === undefined) break;
      page = (await client.api(next).get()) as PageCollection;
    }
    expect(ids).toEqual(Object.values(people).map((each) => each.id));
  });

  it('names the verified domains of the organization', async () => {
    expect(await client.api('/organization').get()).toMatchObject({
      value: [{ id: tenant.tenantId, verifiedDomains: [{ name: 'north.example', isDefault: true }] }],
    });
  });
});

describe('batches', () => {
  const post = (requests: readonly unknown[]): Promise<unknown> => client.api('/$batch').post({ requests }) as Promise<unknown>;

  it('answer each item with its own status', async () => {
    const answer = await post([
      { id: 'a', method: 'GET', url: `/users/${anna.id}?$select=id` },
      { id: 'b', method: 'GET', url: `/users/nobody` },
      { id: 'c', method: 'GET', url: viewOf({ query: { $select: 'subject', $top: '1' } }), headers: { Prefer: 'IdType="ImmutableId"' } },
      { id: 'd', method: 'GET', url: '/organization', dependsOn: ['b'] },
    ]);
    expect(answer).toMatchObject({
      responses: [
        { id: 'a', status: 200, headers: { 'Content-Type': expect.stringContaining('application/json') as string }, body: { id: anna.id } },
        { id: 'b', status: 404, body: { error: { code: 'Request_ResourceNotFound' } } },
        { id: 'c', status: 200, body: { value: [{ subject: 'winter' }] } },
        { id: 'd', status: 424 },
      ],
    });
  });

  it('hold at most twenty items with distinct ids', async () => {
    const items = Array.from({ length: 21 }, (_, index) => ({ id: String(index), method: 'GET', url: '/organization' }));
    expect(await failureOf(post(items))).toMatchObject({ statusCode: 400 });
    expect(await failureOf(post([items[0], items[0]]))).toMatchObject({ statusCode: 400 });
    expect(await post(items.slice(1))).toHaveProperty('responses.length', 20);
  });
});

describe('throttling and faults', () => {
  it('refuses the fifth request at a time of one mailbox, and not of another', async () => {
    const slow = await startCloud({ tenants: [tenant], latencyMs: 150 });
    const slowToken = await graphToken(slow, tenant.tenantId);
    const ask = (userId: string): Promise<Response> =>
      getRaw({ cloud: slow, token: slowToken, path: `/v1.0${viewOf({ userId, query: { $top: '1' } })}` });
    await ask(anna.id);
    const answers = await Promise.all([ask(anna.id), ask(anna.id), ask(anna.id), ask(anna.id), ask(anna.id), ask(carl.id)]);
    const refused = answers.filter((answer) => answer.status === 429);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[5]?.status).toBe(200);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await refused[0]?.json()).toMatchObject({ error: { code: 'ApplicationThrottled' } });
    expect((await ask(anna.id)).status).toBe(200);
    await slow.close();
  });

  it('can be switched on for a number of requests', async () => {
    await setFaults({ kind: 'throttle', times: 2, retryAfterSeconds: 7 });
    const first = await getRaw({ cloud, token, path: '/v1.0/organization' });
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await getRaw({ cloud, token, path: '/v1.0/organization' })).status).toBe(429);
    expect((await getRaw({ cloud, token, path: '/v1.0/organization' })).status).toBe(200);
  });

  it('are waited out by the Graph client on its own', async () => {
    await setFaults({ kind: 'unavailable', times: 1, retryAfterSeconds: 0 });
    expect(await graphClient(cloud, token, 2).api('/organization').get()).toHaveProperty('value');
    await setFaults({ kind: 'unavailable', times: 1 });
    expect(await failureOf(client.api('/organization').get())).toMatchObject({ statusCode: 503 });
  });

  it('can be slowness for some paths only', async () => {
    await setFaults({ kind: 'slow', delayMs: 120, pathIncludes: 'organization' });
    const lasts = async (path: string): Promise<number> => {
      const startedMs = performance.now();
      await getRaw({ cloud, token, path });
      return performance.now() - startedMs;
    };
    expect(await lasts('/v1.0/organization')).toBeGreaterThanOrEqual(115);
    expect(await lasts(`/v1.0/users/${anna.id}`)).toBeLessThan(110);
  });

  it('can be a token that ends early, for the second request only', async () => {
    await setFaults({ kind: 'expire', every: 2, times: 1 });
    const answers = [1, 2, 3].map(() => getRaw({ cloud, token, path: '/v1.0/organization' }));
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 401]);
    await setFaults({ kind: 'expire', times: 1 });
    const refusal = await getRaw({ cloud, token, path: '/v1.0/organization' });
    expect(await refusal.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it('of an unknown kind are refused', async () => {
    expect((await fetch(`${cloud.graphUrl}/simulator/faults`, { method: 'POST', body: '{"kind":"flood"}' })).status).toBe(400);
  });
});
