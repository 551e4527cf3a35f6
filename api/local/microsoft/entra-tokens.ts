// Signs the tokens of the Entra simulator and keeps its keys. Knows the claims of each kind of token, no HTTP.
import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import type { SimulatedTenant, SimulatedUser } from './tenant.ts';

export interface EntraApp {
  readonly clientId: string;
  readonly managedIdentityClientId: string;
  readonly managedIdentityPrincipalId: string;
  /** The secret of the App Service identity endpoint (IDENTITY_HEADER). */
  readonly identityHeader: string;
  /** Application roles for Graph that an administrator has consented to. */
  readonly graphRoles: readonly string[];
  /** Delegated scopes for Graph that an administrator has consented to; absent: none. */
  readonly graphScopes?: readonly string[];
}

interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly kid: string;
}

export interface SigningKeys {
  readonly current: SigningKey;
  /** Current first; a replaced key stays published until the rotation after the one that replaced it. */
  readonly published: readonly SigningKey[];
}

interface IssuedToken {
  readonly token: string;
  readonly expiresAtSeconds: number;
}

/** Entra dates its tokens five minutes back, so that a slow clock still accepts them. */
const backdatedSeconds = 5 * 60;
const appTokenLifeSeconds = 3599;
/** MSAL refreshes halfway when the life is over two hours; a managed identity's token lives a day. */
const managedIdentityTokenLifeSeconds = 24 * 3600;

export const issuerOf = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;

async function newSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 27);
  return { privateKey, publicJwk: { ...jwk, use: 'sig', kid, x5t: kid }, kid };
}

/** One RSA key, made at start. */
export async function newSigningKeys(): Promise<SigningKeys> {
  const key = await newSigningKey();
  return { current: key, published: [key] };
}

/** A new current key; the one before stays published, older ones do not. */
export async function rotateSigningKeys(keys: SigningKeys): Promise<SigningKeys> {
  const key = await newSigningKey();
  return { current: key, published: [key, keys.current] };
}

function sign(options: { readonly keys: SigningKeys; readonly claims: JWTPayload }): Promise<string> {
  return new SignJWT(options.claims)
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: options.keys.current.kid })
    .sign(options.keys.current.privateKey);
}

interface Times {
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
}

function timesFrom(options: { readonly nowAt: Date; readonly lifeSeconds: number }): Times {
  const nowSeconds = Math.floor(options.nowAt.getTime() / 1000);
  return { iat: nowSeconds - backdatedSeconds, nbf: nowSeconds - backdatedSeconds, exp: nowSeconds + options.lifeSeconds };
}

/** Entra gives an access token a life of 60 to 90 minutes; here it is fixed per user. */
function userTokenLifeSeconds(user: SimulatedUser): number {
  const spread = createHash('sha256').update(user.id).digest().readUInt16BE(0) % (30 * 60);
  return 60 * 60 + spread;
}

/** Pairwise subject: the same person has another `sub` in each application. */
function pairwiseSubject(options: { readonly user: SimulatedUser; readonly clientId: string }): string {
  return createHash('sha256').update(`${options.clientId}|${options.user.id}`).digest('base64url');
}

interface UserTokenRequest {
  readonly keys: SigningKeys;
  readonly app: EntraApp;
  readonly tenant: SimulatedTenant;
  readonly user: SimulatedUser;
  readonly nowAt: Date;
  readonly nonce?: string;
}

function userClaims(request: UserTokenRequest): JWTPayload {
  const { app, tenant, user } = request;
  return {
    aud: app.clientId,
    iss: issuerOf(tenant.tenantId),
    ...timesFrom({ nowAt: request.nowAt, lifeSeconds: userTokenLifeSeconds(user) }),
    name: user.displayName,
    oid: user.id,
    preferred_username: user.userPrincipalName,
    rh: '0.',
    ...(user.appRoles.length === 0 ? {} : { roles: user.appRoles }),
    sub: pairwiseSubject({ user, clientId: app.clientId }),
    tid: tenant.tenantId,
    uti: randomUUID().replaceAll('-', '').slice(0, 22),
    ver: '2.0',
  };
}

/** The access token of a signed-in user for our own API, version 2.0. */
export async function issueUserAccessToken(request: UserTokenRequest): Promise<IssuedToken> {
  const claims = { ...userClaims(request), azp: request.app.clientId, azpacr: '0', scp: 'access_as_user' };
  return { token: await sign({ keys: request.keys, claims }), expiresAtSeconds: Number(claims.exp) };
}

/** The id token of the same sign-in: same audience, but no `scp`. An API must refuse it. */
export async function issueIdToken(request: UserTokenRequest): Promise<string> {
  const nonce = request.nonce === undefined ? {} : { nonce: request.nonce };
  return await sign({ keys: request.keys, claims: { ...userClaims(request), ...nonce } });
}

/** The app-only token for Graph, version 1.0 like Graph's own: issuer sts.windows.net, roles, no user. */
export async function issueGraphToken(options: {
  readonly keys: SigningKeys;
  readonly app: EntraApp;
  readonly tenantId: string;
  readonly nowAt: Date;
}): Promise<IssuedToken> {
  const { app, tenantId } = options;
  const servicePrincipalId = servicePrincipalIdOf({ app, tenantId });
  const claims = {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    ...timesFrom({ nowAt: options.nowAt, lifeSeconds: appTokenLifeSeconds }),
    app_displayname: 'Calendar reader',
    appid: app.clientId,
    appidacr: '2',
    idp: `https://sts.windows.net/${tenantId}/`,
    idtyp: 'app',
    oid: servicePrincipalId,
    ...(app.graphRoles.length === 0 ? {} : { roles: app.graphRoles }),
    sub: servicePrincipalId,
    tid: tenantId,
    uti: randomUUID().replaceAll('-', '').slice(0, 22),
    ver: '1.0',
  };
  return { token: await sign({ keys: options.keys, claims }), expiresAtSeconds: claims.exp };
}

/** A token for Graph in a user's own name, as the on-behalf-of flow gives it: `scp` instead of roles, the user's `oid`. */
export async function issueDelegatedGraphToken(options: {
  readonly keys: SigningKeys;
  readonly app: EntraApp;
  readonly tenantId: string;
  readonly user: SimulatedUser;
  readonly scopes: readonly string[];
  readonly nowAt: Date;
}): Promise<IssuedToken> {
  const { app, tenantId, user } = options;
  const claims = {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    ...timesFrom({ nowAt: options.nowAt, lifeSeconds: userTokenLifeSeconds(user) }),
    acct: 0,
    app_displayname: 'Calendar reader',
    appid: app.clientId,
    appidacr: '2',
    idtyp: 'user',
    name: user.displayName,
    oid: user.id,
    scp: options.scopes.join(' '),
    sub: pairwiseSubject({ user, clientId: 'https://graph.microsoft.com' }),
    tid: tenantId,
    upn: user.userPrincipalName,
    uti: randomUUID().replaceAll('-', '').slice(0, 22),
    ver: '1.0',
  };
  return { token: await sign({ keys: options.keys, claims }), expiresAtSeconds: claims.exp };
}

/** The app's service principal has its own object id in every tenant. */
function servicePrincipalIdOf(options: { readonly app: EntraApp; readonly tenantId: string }): string {
  const hex = createHash('sha256').update(`${options.app.clientId}|${options.tenantId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The token of the user-assigned managed identity for any resource; for `api://AzureADTokenExchange` it proves the app. */
export async function issueManagedIdentityToken(options: {
  readonly keys: SigningKeys;
  readonly app: EntraApp;
  readonly tenantId: string;
  readonly resource: string;
  readonly nowAt: Date;
}): Promise<IssuedToken> {
  const claims = {
    aud: options.resource,
    iss: issuerOf(options.tenantId),
    ...timesFrom({ nowAt: options.nowAt, lifeSeconds: managedIdentityTokenLifeSeconds }),
    azp: options.app.managedIdentityClientId,
    azpacr: '2',
    idtyp: 'app',
    oid: options.app.managedIdentityPrincipalId,
    sub: options.app.managedIdentityPrincipalId,
    tid: options.tenantId,
    ver: '2.0',
  };
  return { token: await sign({ keys: options.keys, claims }), expiresAtSeconds: claims.exp };
}
