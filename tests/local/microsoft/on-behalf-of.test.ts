// A user's token exchanged for one of Graph by the real MSAL, and what it opens: the calendars that others share, as their permissions say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEntraSimulator } from '../../../api/local/microsoft/entra-simulator.ts';
import { startGraphSimulator } from '../../../api/local/microsoft/graph-simulator.ts';
import type { CalendarShare, SimulatedTenant } from '../../../api/local/microsoft/tenant.ts';
import { app, type Cloud, confidentialClient, getRaw, graphToken, nowAt, people, smallTenant } from './cloud.ts';

const hours = { startsAt: '2026-05-04T09:00:00Z', endsAt: '2026-05-04T10:00:00Z' };
const shares: CalendarShare[] = [
  { ownerId: people.anna.id, delegateId: people.dora.id, role: 'read' },
  { ownerId: people.carl.id, delegateId: people.dora.id, role: 'freeBusyRead' },
  { ownerId: people.anna.id, delegateId: people.boss.id, role: 'delegateWithPrivateEventAccess' },
];
const tenant: SimulatedTenant = {
  ...smallTenant([
    { key: 'review', ...hours, users: [people.anna] },
    { key: 'doctor', ...hours, users: [people.anna], event: { sensitivity: 'private', subject: 'Doctor' } },
    { key: 'call', ...hours, users: [people.carl] },
  ]),
  calendarShares: shares,
};
const scope = 'https://graph.microsoft.com/Calendars.Read.Shared';
let cloud: Cloud;

beforeAll(async () => {
  const entra = await startEntraSimulator({ tenants: [tenant], app: { ...app, graphScopes: ['Calendars.Read.Shared'] }, nowAt });
  const graph = await startGraphSimulator({ tenants: [tenant], entraBaseUrl: entra.baseUrl, nowAt });
  cloud = {
    entraUrl: entra.baseUrl,
    graphUrl: graph.baseUrl,
    close: async () => {
      await Promise.all([graph.close(), entra.close()]);
    },
  };
});

afterAll(() => cloud.close());

interface SignedIn {
  readonly access_token: string;
  readonly id_token: string;
}

async function signIn(userId: string): Promise<SignedIn> {
  const answer = await fetch(`${cloud.entraUrl}/simulator/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenantId: tenant.tenantId, userId, scope: `api://${app.clientId}/access_as_user` }),
  });
  return (await answer.json()) as SignedIn;
}

async function exchange(assertion: string, scopes: string[] = [scope]): Promise<string> {
  const result = await confidentialClient(cloud, tenant.tenantId).acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes });
  return result?.accessToken ?? '';
}

function idOf(ownerId: string, key: string): string {
  return tenant.calendars.get(ownerId)?.find(({ meetingKey }) => meetingKey === key)?.restId ?? 'AAMkNothing';
}

async function read(
  token: string,
  ownerId: string,
  key: string,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const answer = await getRaw({ cloud, token, path: `/v1.0/users/${ownerId}/events/${idOf(ownerId, key)}` });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('the exchange', () => {
  it('gives a token of the same user with the scope that was asked for, and no role', async () => {
    const token = await exchange((await signIn(people.dora.id)).access_token);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({ aud: 'https://graph.microsoft.com', oid: people.dora.id, scp: 'Calendars.Read.Shared', idtyp: 'user' });
    expect(claims).not.toHaveProperty('roles');
  });

  it.each([
    ['an id token', async () => (await signIn(people.dora.id)).id_token, [scope], '50013'],
    ['a token for somebody else', () => graphToken(cloud, tenant.tenantId), [scope], '500131'],
    ['no token at all', () => Promise.resolve('x'), [scope], '50027'],
    ['a forged one', async () => `${(await signIn(people.dora.id)).access_token.slice(0, -8)}AAAAAAAA`, [scope], '50013'],
    [
      'a scope that nobody has consented to',
      async () => (await signIn(people.dora.id)).access_token,
      ['https://graph.microsoft.com/Mail.Read'],
      '65001',
    ],
  ] as const)('refuses %s', async (_what, assertion, scopes, code) => {
    await expect(exchange(await assertion(), [...scopes])).rejects.toMatchObject({ message: expect.stringContaining(`AADSTS${code}`) });
  });
});

describe('a user’s own token', () => {
  it('reads a calendar that is shared for reading', async () => {
    const token = await exchange((await signIn(people.dora.id)).access_token);
    expect(await read(token, people.anna.id, 'review')).toMatchObject({ status: 200, body: { subject: 'review' } });
  });

  it.each([
    ['shared for free and busy alone', people.carl.id, 'call', 403, 'ErrorAccessDenied'],
    ['of nobody’s sharing', people.boss.id, 'call', 404, 'ErrorItemNotFound'],
  ])('opens no calendar %s', async (_rule, ownerId, key, status, code) => {
    const token = await exchange((await signIn(people.dora.id)).access_token);
    expect(await read(token, ownerId, key)).toMatchObject({ status, body: { error: { code } } });
  });

  it('shows of a private event when it is, and all of it to a delegate who may see private ones', async () => {
    const stub = await read(await exchange((await signIn(people.dora.id)).access_token), people.anna.id, 'doctor');
    expect(stub.body).toMatchObject({ sensitivity: 'private', subject: 'Private Appointment', attendees: [] });
    expect(JSON.stringify(stub.body)).not.toMatch(/Doctor|CANARY/);
    const whole = await read(await exchange((await signIn(people.boss.id)).access_token), people.anna.id, 'doctor');
    expect(whole.body).toMatchObject({ sensitivity: 'private', subject: 'Doctor' });
  });

  it('is not bound to the mailboxes of the app, nor opens the directory', async () => {
    const token = await exchange((await signIn(people.dora.id)).access_token);
    expect((await getRaw({ cloud, token, path: `/v1.0/users/${people.anna.id}` })).status).toBe(403);
  });
});
