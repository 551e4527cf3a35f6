// The Entra simulator against the real MSAL for Node, and its tokens against jose.
import { ManagedIdentityApplication } from '@azure/msal-node';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { app, confidentialClient, getRaw, graphToken, managedIdentityToken, people, smallTenant, startCloud } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const tenant = smallTenant([]);
const second = smallTenant([], { tenantId: '0b0b0b0b-2222-4222-8222-222222222222' });
const scope = `api://${app.clientId}/access_as_user openid profile offline_access`;
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ tenants: [tenant, second] });
});
afterAll(() => cloud.close());

async function postJson(path: string, body: unknown): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const answer = await fetch(`${cloud.entraUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function postToken(
  fields: Readonly<Record<string, string>>,
  tenantId = tenant.tenantId,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const answer = await fetch(`${cloud.entraUrl}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function goodFields(): Promise<Record<string, string>> {
  return {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    scope: 'https://graph.microsoft.com/.default',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await managedIdentityToken(cloud),
  };
}

async function signIn(
  userId: string,
  tenantId = tenant.tenantId,
): Promise<{ readonly accessToken: string; readonly idToken: string; readonly body: Record<string, unknown> }> {
  const { body } = await postJson('/simulator/sign-in', { tenantId, userId, scope });
  return { accessToken: String(body['access_token']), idToken: String(body['id_token']), body };
}

async function verified(token: string, tenantId = tenant.tenantId): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(`${cloud.entraUrl}/${tenantId}/discovery/v2.0/keys`));
  return (await jwtVerify(token, keys, { algorithms: ['RS256'] })).payload;
}

describe('discovery', () => {
  it('names production addresses and the tenant as issuer', async () => {
    const answer = await fetch(`${cloud.entraUrl}/${tenant.tenantId}/v2.0/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({
      issuer: `https://login.microsoftonline.com/${tenant.tenantId}/v2.0`,
      jwks_uri: `https://login.microsoftonline.com/${tenant.tenantId}/discovery/v2.0/keys`,
      token_endpoint: `https://login.microsoftonline.com/${tenant.tenantId}/oauth2/v2.0/token`,
    });
  });

  it('publishes public keys only', async () => {
    const { keys } = (await (await fetch(`${cloud.entraUrl}/${tenant.tenantId}/discovery/v2.0/keys`)).json()) as {
      readonly keys: readonly Record<string, unknown>[];
    };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['e', 'issuer', 'kid', 'kty', 'n', 'use', 'x5t']);
  });

  it('does not know other tenants', async () => {
    const answer = await fetch(`${cloud.entraUrl}/0c0c0c0c-2222-4222-8222-222222222222/discovery/v2.0/keys`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
  });
});

describe('sign-in', () => {
  it('gives an access token for our API with the claims of version 2.0', async () => {
    const { accessToken, body } = await signIn(people.boss.id);
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const payload = await verified(accessToken);
    expect(payload).toMatchObject({
      iss: `https://login.microsoftonline.com/${tenant.tenantId}/v2.0`,
      aud: app.clientId,
      tid: tenant.tenantId,
      oid: people.boss.id,
      azp: app.clientId,
      scp: 'access_as_user',
      roles: ['Manager'],
      ver: '2.0',
      name: 'Bodo Test',
      preferred_username: 'bodo@north.example',
    });
    const lifeMinutes = (Number(payload.exp) * 1000 - Date.now()) / 60_000;
    expect(lifeMinutes).toBeGreaterThan(59);
    expect(lifeMinutes).toBeLessThanOrEqual(90);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      account: { homeAccountId: `${people.boss.id}.${tenant.tenantId}`, username: 'bodo@north.example' },
    });
    expect(body['expires_in']).toBeGreaterThan(59 * 60);
  });

  it('leaves roles out when there are none, and scp out of the id token', async () => {
    const { accessToken, idToken } = await signIn(people.anna.id);
    expect(decodeJwt(accessToken)).not.toHaveProperty('roles');
    expect(decodeJwt(idToken)).not.toHaveProperty('scp');
    expect(decodeJwt(idToken)['aud']).toBe(app.clientId);
    expect(decodeJwt(idToken).sub).toBe(decodeJwt(accessToken).sub);
  });

  it.each([
    ['an unknown user', { userId: 'nobody' }, 50034],
    ['an unknown tenant', { tenantId: 'nowhere.example' }, 90002],
    ['only OpenID scopes', { scope: 'openid profile' }, 70011],
    ["another API's scope", { scope: 'api://other/access_as_user' }, 70011],
  ])('refuses %s with its code', async (_name, change, code) => {
    const { status, body } = await postJson('/simulator/sign-in', { tenantId: tenant.tenantId, userId: people.anna.id, scope, ...change });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error_codes: [code], error_description: expect.stringContaining(`AADSTS${code}: `) as string });
    expect(Object.keys(body)).toEqual(expect.arrayContaining(['error', 'timestamp', 'trace_id', 'correlation_id']));
  });
});

describe('client credentials', () => {
  it("gives MSAL an app-only token in the shape of Graph's", async () => {
    const payload = await verified(await graphToken(cloud, tenant.tenantId));
    expect(payload).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${tenant.tenantId}/`,
      tid: tenant.tenantId,
      appid: app.clientId,
      idtyp: 'app',
      roles: [...app.graphRoles],
    });
    expect(payload['oid']).toBe(payload.sub);
  });

  it('works for another tenant of the app with the identity of its home tenant', async () => {
    const result = await confidentialClient(cloud, second.tenantId).acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    });
    expect(decodeJwt(result?.accessToken ?? '')['tid']).toBe(second.tenantId);
  });

  const wrong: readonly (readonly [string, (good: Record<string, string>) => Promise<Record<string, string>>, number])[] = [
    ['another grant', async (good) => Promise.resolve({ ...good, grant_type: 'password' }), 70003],
    ['an unknown client', async (good) => Promise.resolve({ ...good, client_id: people.anna.id }), 700016],
    [
      'a scope that is not .default',
      async (good) => Promise.resolve({ ...good, scope: 'https://graph.microsoft.com/User.Read.All' }),
      1002012,
    ],
    ['an unknown resource', async (good) => Promise.resolve({ ...good, scope: 'https://vault.example/.default' }), 500011],
    ['no assertion', async ({ client_assertion: _left, ...good }) => Promise.resolve(good), 7000218],
    [
      'an assertion for another audience',
      async (good) => ({ ...good, client_assertion: await managedIdentityToken(cloud, 'https://graph.microsoft.com') }),
      700212,
    ],
    ["a user's token as assertion", async (good) => ({ ...good, client_assertion: (await signIn(people.anna.id)).accessToken }), 700213],
    [
      'a broken signature',
      async (good) =>
        Promise.resolve({ ...good, client_assertion: (good['client_assertion'] ?? '').replace(/[^.]{20}$/, 'AAAAAAAAAAAAAAAAAAAA') }),
      700027,
    ],
    ['no token at all', async (good) => Promise.resolve({ ...good, client_assertion: 'nonsense' }), 50027],
  ];
  it.each(wrong)('refuses %s', async (_name, change, code) => {
    const { status, body } = await postToken(await change(await goodFields()));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toMatchObject({ error_codes: [code] });
    expect(body).not.toHaveProperty('access_token');
  });

  it('refuses an assertion that has expired', async () => {
    let at = new Date();
    const other = await startCloud({ tenants: [tenant], nowAt: () => at });
    const assertion = await managedIdentityToken(other);
    at = new Date(at.getTime() + 25 * 3_600_000);
    const answer = await fetch(`${other.entraUrl}/${tenant.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...(await goodFields()), client_assertion: assertion }),
    });
    expect(await answer.json()).toMatchObject({ error_codes: [700024] });
    await other.close();
  });
});

describe('managed identity endpoint', () => {
  const before = { endpoint: process.env['IDENTITY_ENDPOINT'], header: process.env['IDENTITY_HEADER'] };
  afterEach(() => {
    for (const [name, value] of [
      ['IDENTITY_ENDPOINT', before.endpoint],
      ['IDENTITY_HEADER', before.header],
    ] as const) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });

  it("serves MSAL's ManagedIdentityApplication as App Service does", async () => {
    process.env['IDENTITY_ENDPOINT'] = `${cloud.entraUrl}/msi/token`;
    process.env['IDENTITY_HEADER'] = app.identityHeader;
    const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: app.managedIdentityClientId } });
    expect(identity.getManagedIdentitySource()).toBe('AppService');
    const result = await identity.acquireToken({ resource: 'api://AzureADTokenExchange' });
    const payload = await verified(result.accessToken);
    expect(payload).toMatchObject({
      iss: `https://login.microsoftonline.com/${tenant.tenantId}/v2.0`,
      sub: app.managedIdentityPrincipalId,
      aud: 'api://AzureADTokenExchange',
    });
    expect(result.expiresOn?.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });

  it.each([
    ['the wrong header', { 'X-IDENTITY-HEADER': 'guess' }, app.managedIdentityClientId, 401],
    ['no header', {}, app.managedIdentityClientId, 401],
    ['an identity that is not assigned', { 'X-IDENTITY-HEADER': app.identityHeader }, app.clientId, 400],
  ])('refuses %s', async (_name, headers, clientId, status) => {
    const query = new URLSearchParams({ resource: 'api://AzureADTokenExchange', 'api-version': '2019-08-01', client_id: clientId });
    const answer = await fetch(`${cloud.entraUrl}/msi/token?${query.toString()}`, { headers });
    expect(answer.status).toBe(status);
    expect(await answer.json()).not.toHaveProperty('access_token');
  });
});

describe('keys', () => {
  it('stay published until the second rotation, and Graph notices', async () => {
    const own = await startCloud({ tenants: [tenant] });
    const rotate = (): Promise<Response> => fetch(`${own.entraUrl}/simulator/keys/rotate`, { method: 'POST' });
    const old = await graphToken(own, tenant.tenantId);
    const path = '/v1.0/organization';
    expect((await getRaw({ cloud: own, token: old, path })).status).toBe(200);
    await rotate();
    const renewed = await graphToken(own, tenant.tenantId);
    expect(decodeProtectedHeader(renewed).kid).not.toBe(decodeProtectedHeader(old).kid);
    expect((await getRaw({ cloud: own, token: renewed, path })).status).toBe(200);
    expect((await getRaw({ cloud: own, token: old, path })).status).toBe(200);
    await rotate();
    const newest = await graphToken(own, tenant.tenantId);
    expect((await getRaw({ cloud: own, token: newest, path })).status).toBe(200);
    expect((await getRaw({ cloud: own, token: old, path })).status).toBe(401);
    await own.close();
  });
});
