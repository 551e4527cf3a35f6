// The directory as it changes: people join, leave and get other managers, groups and units gain and lose members, mailboxes go away.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import { getRaw, graphToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const { anna, boss, carl, dora, robot } = people;
const unitId = '9c000000-3333-4333-8333-333333333333';
const scopeId = '9a000000-3333-4333-8333-333333333333';
const tenant = {
  ...smallTenant([{ key: 'lunch', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z', users: [anna] }]),
  administrativeUnits: [{ id: unitId, displayName: 'South', memberIds: [anna.id, carl.id] }],
};
const graphRoles = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];

interface Person {
  readonly id: string;
  readonly displayName?: string;
  readonly '@removed'?: { readonly reason: string };
  readonly 'manager@delta'?: readonly Person[];
}
interface Page {
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly value: readonly Person[];
}

let shared: Cloud;
let token: string;
let cloud: { readonly graphUrl: string; readonly close: () => Promise<void> };
let now: Date;
beforeAll(async () => {
  shared = await startCloud({ tenants: [tenant], graphRoles });
  token = await graphToken(shared, tenant.tenantId);
});
afterAll(() => shared.close());
beforeEach(async () => {
  now = new Date();
  const graph = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: shared.entraUrl, nowAt: () => now });
  cloud = { graphUrl: graph.baseUrl, close: graph.close };
});
afterEach(() => cloud.close());

const get = (path: string): Promise<Response> => getRaw({ cloud, token, path: `/v1.0${path}` });
const read = async (path: string): Promise<Page> => (await (await get(path)).json()) as Page;
const pathOf = (link: string | undefined): string => (link ?? '').replace('https://graph.microsoft.com/v1.0', '');
const refusal = async (path: string): Promise<unknown> => {
  const answer = await get(path);
  return [answer.status, ((await answer.json()) as { readonly error?: { readonly code: string } }).error?.code];
};
async function control(method: string, path: string, body?: unknown): Promise<number> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await fetch(`${cloud.graphUrl}/simulator/${path}`, init)).status;
}

const firstPath = '/users/delta?$select=displayName,manager';

async function round(path = firstPath): Promise<{ readonly people: readonly Person[]; readonly next: string; readonly pages: number }> {
  const found: Person[] = [];
  let at = path;
  for (let pages = 1; pages <= 20; pages += 1) {
    const page = await read(at);
    found.push(...page.value);
    if (page['@odata.deltaLink'] !== undefined) return { people: found, next: pathOf(page['@odata.deltaLink']), pages };
    at = pathOf(page['@odata.nextLink']);
  }
  throw new Error('The round did not end.');
}

describe('change tracking of users', () => {
  it('gives everybody at first, with their managers', async () => {
    const { people: found } = await round();
    expect(found.map(({ id }) => id)).toEqual([boss, anna, carl, dora, robot].map(({ id }) => id));
    expect(found.find(({ id }) => id === anna.id)).toEqual({
      id: anna.id,
      displayName: 'Anna Test',
      'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: boss.id }],
    });
    expect(found.find(({ id }) => id === boss.id)).not.toHaveProperty('manager@delta');
  });

  it('comes in pages', async () => {
    await control('PATCH', 'settings', { usersPerDeltaPage: 2 });
    const { people: found, pages } = await round();
    expect([found.length, pages]).toEqual([5, 3]);
  });

  it('tells of another manager, naming the former one as removed', async () => {
    const { next } = await round();
    expect((await round(next)).people).toEqual([]);
    expect(await control('PATCH', `users/${carl.id}`, { managerId: anna.id })).toBe(204);
    const { people: found } = await round(next);
    expect(found).toMatchObject([{ id: carl.id, 'manager@delta': [{ id: boss.id, '@removed': { reason: 'deleted' } }, { id: anna.id }] }]);
    expect(found[0]?.['manager@delta']).toHaveLength(2);
    expect(await (await get(`/users/${carl.id}/manager?$select=id`)).json()).toMatchObject({ id: anna.id });
  });

  it('tells of a manager who was taken away and of nothing when the manager is still the same', async () => {
    const { next } = await round();
    await control('PATCH', `users/${carl.id}`, { managerId: null });
    await control('PATCH', `users/${anna.id}`, { displayName: 'Anna Neu' });
    const { people: found } = await round(next);
    expect(found.find(({ id }) => id === carl.id)?.['manager@delta']).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: boss.id, '@removed': { reason: 'deleted' } },
    ]);
    expect(found.find(({ id }) => id === anna.id)).toEqual({ id: anna.id, displayName: 'Anna Neu' });
  });

  it('tells of who joined and who left, and of the reports who lost their manager', async () => {
    const { next } = await round();
    const newcomer = {
      tenantId: tenant.tenantId,
      id: 'e1a00000-1111-4111-8111-111111111111',
      displayName: 'Ella Test',
      mail: 'ella@north.example',
    };
    expect(await control('POST', 'users', { ...newcomer, managerId: anna.id })).toBe(204);
    expect(await control('DELETE', `users/${boss.id}`)).toBe(204);
    const { people: found } = await round(next);
    expect(found.find(({ id }) => id === newcomer.id)).toMatchObject({ displayName: 'Ella Test', 'manager@delta': [{ id: anna.id }] });
    expect(found.find(({ id }) => id === boss.id)).toEqual({ id: boss.id, '@removed': { reason: 'changed' } });
    expect(found.map(({ id }) => id)).toContain(carl.id);
    expect(await refusal(`/users/${boss.id}`)).toEqual([404, 'Request_ResourceNotFound']);
    expect(await refusal(`/users/${anna.id}/manager`)).toEqual([404, 'Request_ResourceNotFound']);
  });

  it('can begin with what is to come', async () => {
    const { people: found, next } = await round('/users/delta?$select=displayName,manager&$deltatoken=latest');
    expect(found).toEqual([]);
    await control('PATCH', `users/${anna.id}`, { displayName: 'Anna Neu' });
    expect((await round(next)).people).toMatchObject([{ displayName: 'Anna Neu' }]);
  });

  it('ends after its lifetime, and knows no other options', async () => {
    const { next } = await round();
    await control('PATCH', 'settings', { directoryTokenLifetimeMinutes: 10 });
    now = new Date(now.getTime() + 10 * 60_000 + 1);
    expect(await refusal(next)).toEqual([400, 'SyncStateNotFound']);
    expect(await refusal('/users/delta?$select=shoeSize')).toEqual([400, 'BadRequest']);
    expect(await refusal('/users/delta?$orderby=displayName')).toEqual([400, 'BadRequest']);
  });
});

describe('members', () => {
  it('of an administrative unit are those of a group in everything but the address', async () => {
    const page = await read(`/directory/administrativeUnits/${unitId}/members?$select=id,mail`);
    expect(page.value).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: anna.id, mail: anna.mail },
      { '@odata.type': '#microsoft.graph.user', id: carl.id, mail: carl.mail },
    ]);
    expect(await refusal('/directory/administrativeUnits/none/members')).toEqual([404, 'Request_ResourceNotFound']);
  });

  it('join and leave, and the app may read their mailboxes or not', async () => {
    const view = (userId: string): string => `/users/${userId}/calendarView?startDateTime=2026-06-01&endDateTime=2026-06-02`;
    expect((await get(view(dora.id))).status).toBe(403);
    await control('PUT', `groups/${scopeId}/members/${dora.id}`);
    await control('DELETE', `groups/${scopeId}/members/${anna.id}`);
    await control('DELETE', `administrativeUnits/${unitId}/members/${anna.id}`);
    expect((await get(view(dora.id))).status).toBe(200);
    expect(await refusal(view(anna.id))).toEqual([403, 'ErrorAccessDenied']);
    expect((await read(`/groups/${scopeId}/members?$select=id`)).value.map(({ id }) => id)).toEqual([carl.id, dora.id]);
    expect((await read(`/directory/administrativeUnits/${unitId}/members?$select=id`)).value.map(({ id }) => id)).toEqual([carl.id]);
  });

  it('who leave the company are members of nothing', async () => {
    await control('DELETE', `users/${carl.id}`);
    expect((await read(`/groups/${scopeId}/members`)).value.map(({ id }) => id)).toEqual([anna.id]);
  });

  it('who come back are members of nothing, and their mailbox is empty and out of scope', async () => {
    await control('DELETE', `users/${carl.id}`);
    await control('POST', 'users', { tenantId: tenant.tenantId, id: carl.id, displayName: carl.displayName, mail: carl.mail });
    const path = `/users/${carl.id}/calendarView?startDateTime=2026-01-01&endDateTime=2026-12-31`;
    expect(await refusal(path)).toEqual([403, 'ErrorAccessDenied']);
    await control('PUT', `groups/${scopeId}/members/${carl.id}`);
    expect((await read(path)).value).toEqual([]);
  });
});

it.each(['gone', 'on_premises'])('a mailbox that is %s answers as Exchange does, and comes back', async (mailbox) => {
  const path = `/users/${anna.id}/calendarView/delta?startDateTime=2026-06-01&endDateTime=2026-06-02`;
  expect((await get(path)).status).toBe(200);
  await control('PATCH', `users/${anna.id}`, { mailbox });
  expect(await refusal(path)).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  await control('PATCH', `users/${anna.id}`, { mailbox: 'here' });
  expect((await get(path)).status).toBe(200);
});

it('what is not understood changes nothing', async () => {
  expect(await control('PATCH', `users/${anna.id}`, { managerId: 'the boss' })).toBe(400);
  expect(await control('PATCH', `users/${anna.id}`, { shoeSize: 38 })).toBe(400);
  expect(await control('PUT', `groups/none/members/${anna.id}`)).toBe(404);
  expect(await control('DELETE', 'users/nobody')).toBe(404);
  expect((await round()).people).toHaveLength(5);
});
