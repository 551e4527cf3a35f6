/** Who may call: only somebody with a token that our tenant's Entra signed for our API. Everything forged gets 401. */
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/house.ts';
import { testTenant } from '../support/tenant.ts';

const nowAt = '2026-05-04T14:00:00Z';
const now = Date.parse(nowAt) / 1_000;
let house: House;
let genuine: string;
let claims: Record<string, unknown>;
let header: Record<string, unknown>;
let forger: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  house = await openHouse({ nowAt });
  await house.setUp();
  genuine = await house.token('ana');
  header = part(genuine, 0);
  claims = part(genuine, 1);
  forger = await generateKeyPair('RS256', { extractable: true });
});

afterAll(() => house.stop());

function part(token: string, index: number): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function statusWith(authorization: string | undefined): Promise<number> {
  return (await house.fetch('me', { headers: authorization === undefined ? {} : { authorization } })).status;
}

/** Signed by a key of the forger's own, with some claims or header fields changed. */
async function forged(changes: Record<string, unknown>, headerChanges: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', ...header, ...headerChanges }).sign(forger.privateKey);
}

/** Signed by the real Entra, but not for this API, this user or this time: what a thief or a mistake brings. */
async function issued(changes: { userTenant?: number; scope?: string; at?: string; idToken?: boolean }): Promise<string> {
  if (changes.at) house.setNow(changes.at);
  const tenant = testTenant(changes.userTenant ?? 1);
  const response = await fetch(`${house.entraBaseUrl}/simulator/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      tenantId: tenant.tenantId,
      userId: tenant.people.ana.id,
      scope: changes.scope ?? `api://${house.config.clientId}/access_as_user`,
    }),
  });
  house.setNow(nowAt);
  const answer = (await response.json()) as { access_token: string; id_token: string };
  return changes.idToken ? answer.id_token : answer.access_token;
}

async function appToken(): Promise<string> {
  const identity = await fetch(
    `${process.env['IDENTITY_ENDPOINT']}?resource=${encodeURIComponent('api://AzureADTokenExchange')}&api-version=2019-08-01&client_id=${house.config.managedIdentityClientId}`,
    { headers: { 'X-IDENTITY-HEADER': process.env['IDENTITY_HEADER'] ?? '' } },
  );
  const { access_token: assertion } = (await identity.json()) as { access_token: string };
  const response = await fetch(`${house.entraBaseUrl}/${house.tenant.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: house.config.clientId,
      scope: 'https://graph.microsoft.com/.default',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

it('the genuine token is accepted (positive control)', async () => {
  expect(await statusWith(`Bearer ${genuine}`)).toBe(200);
});

describe('401 for', () => {
  const cases: readonly (readonly [string, () => Promise<string | undefined> | string | undefined])[] = [
    ['no token', () => undefined],
    ['an empty one', () => 'Bearer '],
    ['another scheme', () => `Basic ${Buffer.from('ana:secret').toString('base64')}`],
    ['a text that is no token', () => 'Bearer let-me-in'],
    ['two tokens', () => `Bearer ${genuine} ${genuine}`],
    ['one of 20,000 characters', () => `Bearer ${genuine}${'A'.repeat(20_000)}`],
    ['alg none', () => `Bearer ${new UnsecuredJWT(claims).encode()}`],
    ['alg none with the genuine signature', () => `Bearer ${encode({ ...header, alg: 'none' })}.${genuine.split('.').slice(1).join('.')}`],
    [
      'HS256 with the public key as the secret',
      async () => {
        const secret = new TextEncoder().encode(await exportSPKI(forger.publicKey));
        return `Bearer ${await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret)}`;
      },
    ],
    ["a stranger's key under the genuine key id", async () => `Bearer ${await forged({})}`],
    ['an unknown key id', async () => `Bearer ${await forged({}, { kid: 'unknown' })}`],
    [
      'a key brought along in the header',
      async () => `Bearer ${await forged({}, { jwk: await exportJWK(forger.publicKey), kid: undefined })}`,
    ],
    [
      'a key address brought along in the header',
      async () => `Bearer ${await forged({}, { jku: 'https://evil.example/keys', kid: 'evil' })}`,
    ],
    [
      'a changed claim under the genuine signature',
      () => `Bearer ${genuine.split('.')[0]}.${encode({ ...claims, roles: ['Admin'] })}.${genuine.split('.')[2]}`,
    ],
    ['a cut signature', () => `Bearer ${genuine.slice(0, -8)}`],
    ['a tenant that is not served', async () => `Bearer ${await forged({ tid: '99999999-0000-4000-8000-000000000001' })}`],
    [
      'an issuer of another tenant',
      async () => `Bearer ${await forged({ iss: 'https://login.microsoftonline.com/99999999-0000-4000-8000-000000000001/v2.0' })}`,
    ],
    ['an expired one', async () => `Bearer ${await issued({ at: '2026-05-04T12:00:00Z' })}`],
    ['one that is not yet valid', async () => `Bearer ${await issued({ at: '2026-05-04T15:00:00Z' })}`],
    ['an id token', async () => `Bearer ${await issued({ idToken: true })}`],
    ['a token of the app for Graph', async () => `Bearer ${await appToken()}`],
    ['a missing tenant', async () => `Bearer ${await forged({ tid: undefined })}`],
    ['an audience of another API', async () => `Bearer ${await forged({ aud: 'https://graph.microsoft.com' })}`],
    ['no scope', async () => `Bearer ${await forged({ scp: undefined })}`],
  ];

  it.each(cases)('%s', async (_name, make) => {
    const response = await house.fetch('me', await headersOf(make));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'not_signed_in', status: 401 });
  });

  it('all of them, quickly and without asking for the keys each time', async () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
    expect(now).toBeGreaterThan(0);
  });
});

async function headersOf(make: () => Promise<string | undefined> | string | undefined): Promise<RequestInit> {
  const authorization = await make();
  return { headers: authorization === undefined ? {} : { authorization } };
}

it('keys that were rotated are read anew, and the old token lives on while its key is published', async () => {
  await fetch(`${house.entraBaseUrl}/simulator/keys/rotate`, { method: 'POST' });
  expect(await statusWith(`Bearer ${genuine}`)).toBe(200);
});
