// Stands for Microsoft Entra ID and for the identity endpoint of App Service: keys, discovery, client credentials with a
// federated credential, on-behalf-of, and the interactive sign-in as one call. No consent and no refresh tokens.
import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { entraError, failed, succeeded } from './entra-errors.ts';
import type { EntraFault, Outcome } from './entra-errors.ts';
import {
  issueGraphToken,
  issueIdToken,
  issueManagedIdentityToken,
  issuerOf,
  issueUserAccessToken,
  newSigningKeys,
  rotateSigningKeys,
} from './entra-tokens.ts';
import type { EntraApp, SigningKeys } from './entra-tokens.ts';
import { answerOnBehalfOf, onBehalfOfGrant } from './entra-on-behalf-of.ts';
import { serveLocally } from './local-server.ts';
import type { LocalServer } from './local-server.ts';
import type { SimulatedTenant, SimulatedUser } from './tenant.ts';

interface EntraOptions {
  readonly tenants: readonly SimulatedTenant[];
  readonly app: EntraApp;
  readonly nowAt: () => Date;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

interface EntraState extends EntraOptions {
  keys: SigningKeys;
}

const federatedAudience = 'api://AzureADTokenExchange';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const graphScope = 'https://graph.microsoft.com/.default';
/** Scopes of OpenID Connect, granted with any other scope. */
const openIdScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * Starts the Entra simulator on 127.0.0.1. The app is registered in every tenant given; its managed identity lives in the
 * first one. All times come from `nowAt` (MSAL compares them with the machine's own clock).
 * @throws the system's error when the port is taken.
 */
export async function startEntraSimulator(options: EntraOptions): Promise<LocalServer> {
  const state: EntraState = { ...options, keys: await newSigningKeys() };
  const app = new Hono();
  addDiscovery(app, state);
  app.post('/:tenantId/oauth2/v2.0/token', (context) => answerToken(context, state));
  app.get('/msi/token', (context) => answerManagedIdentity(context, state));
  app.post('/simulator/sign-in', (context) => answerSignIn(context, state));
  app.post('/simulator/keys/rotate', async (context) => {
    state.keys = await rotateSigningKeys(state.keys);
    return context.json({ kid: state.keys.current.kid });
  });
  return await serveLocally({ app, port: options.port ?? 0 });
}

const unknownTenant = (name: string): EntraFault => ({
  status: 400,
  error: 'invalid_request',
  code: 90002,
  message: `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
});

function findTenant(state: EntraState, name: string): SimulatedTenant | undefined {
  const wanted = name.toLowerCase();
  return state.tenants.find((tenant) => tenant.tenantId.toLowerCase() === wanted || tenant.domains.includes(wanted));
}

function addDiscovery(app: Hono, state: EntraState): void {
  app.get('/:tenantId/discovery/v2.0/keys', (context) => {
    const name = context.req.param('tenantId');
    const tenant = findTenant(state, name);
    if (tenant === undefined) return entraError({ context, fault: unknownTenant(name), nowAt: state.nowAt() });
    return context.json({ keys: state.keys.published.map((key) => ({ ...key.publicJwk, issuer: issuerOf(tenant.tenantId) })) });
  });
  app.get('/:tenantId/v2.0/.well-known/openid-configuration', (context) => {
    const name = context.req.param('tenantId');
    const tenant = findTenant(state, name);
    if (tenant === undefined) return entraError({ context, fault: unknownTenant(name), nowAt: state.nowAt() });
    return context.json(openIdConfiguration(tenant.tenantId));
  });
  app.get('/common/discovery/instance', (context) =>
    context.json({
      tenant_discovery_endpoint: context.req
        .query('authorization_endpoint')
        ?.replace('/oauth2/v2.0/authorize', '/v2.0/.well-known/openid-configuration'),
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
        },
      ],
    }),
  );
}

/** Addresses as production gives them: the caller's network layer leads them here. */
function openIdConfiguration(tenantId: string): Record<string, unknown> {
  const base = `https://login.microsoftonline.com/${tenantId}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic', 'self_signed_tls_client_auth'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'acr', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'email'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  };
}

async function answerToken(context: Context, state: EntraState): Promise<Response> {
  const body = await context.req.parseBody();
  const field = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  if (field('grant_type') === onBehalfOfGrant) return await exchangeForUser(context, state, field);
  const granted = await grantClientCredentials({ state, tenantName: context.req.param('tenantId') ?? '', field });
  if (!granted.ok) return entraError({ context, fault: granted.fault, nowAt: state.nowAt() });
  const nowAt = state.nowAt();
  const issued = await issueGraphToken({ keys: state.keys, app: state.app, tenantId: granted.value, nowAt });
  const expiresIn = issued.expiresAtSeconds - Math.floor(nowAt.getTime() / 1000);
  return context.json({ token_type: 'Bearer', expires_in: expiresIn, ext_expires_in: expiresIn, access_token: issued.token });
}

/** The on-behalf-of flow: first the app, as everywhere, then what it presents of the user. */
async function exchangeForUser(context: Context, state: EntraState, field: TokenRequest['field']): Promise<Response> {
  const tenantName = context.req.param('tenantId') ?? '';
  const tenant = findTenant(state, tenantName);
  const nowAt = state.nowAt();
  if (tenant === undefined) return entraError({ context, fault: unknownTenant(tenantName), nowAt });
  const fault = clientFault(tenant, state, field) ?? (await verifyAssertion({ state, tenantName, field }));
  if (fault !== undefined) return entraError({ context, fault, nowAt });
  const answer = await answerOnBehalfOf({ keys: state.keys, app: state.app, tenant, field, nowAt });
  return answer.ok ? context.json(answer.value) : entraError({ context, fault: answer.fault, nowAt });
}

function clientFault(tenant: SimulatedTenant, state: EntraState, field: TokenRequest['field']): EntraFault | undefined {
  const clientId = field('client_id');
  if (clientId === state.app.clientId) return undefined;
  const message = `Application with identifier '${clientId ?? ''}' was not found in the directory '${tenant.displayName}'.`;
  return { status: 400, error: 'unauthorized_client', code: 700016, message };
}

interface TokenRequest {
  readonly state: EntraState;
  readonly tenantName: string;
  readonly field: (name: string) => string | undefined;
}

/** The tenant for which a Graph token may be issued, or the first fault in Entra's order. */
async function grantClientCredentials(request: TokenRequest): Promise<Outcome<string>> {
  const { state, field } = request;
  const tenant = findTenant(state, request.tenantName);
  if (tenant === undefined) return failed(unknownTenant(request.tenantName));
  const grantType = field('grant_type');
  if (grantType !== 'client_credentials') {
    return failed({
      status: 400,
      error: 'unsupported_grant_type',
      code: 70003,
      message: `The app requested an unsupported grant type '${grantType ?? ''}'.`,
    });
  }
  const client = clientFault(tenant, state, field);
  if (client !== undefined) return failed(client);
  const scope = scopeFault(field('scope'));
  if (scope !== undefined) return failed(scope);
  const assertion = await verifyAssertion(request);
  return assertion === undefined ? succeeded(tenant.tenantId) : failed(assertion);
}

function scopeFault(scope: string | undefined): EntraFault | undefined {
  const asked = (scope ?? '').split(' ').filter((part) => part !== '' && !openIdScopes.has(part));
  if (asked.length === 1 && asked[0] === graphScope) return undefined;
  if (asked.length === 1 && asked[0]?.endsWith('/.default') === true) {
    const resource = asked[0].slice(0, -'/.default'.length);
    return {
      status: 400,
      error: 'invalid_resource',
      code: 500011,
      message: `The resource principal named ${resource} was not found in the tenant.`,
    };
  }
  const message = `The provided value for scope ${scope ?? ''} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`;
  return { status: 400, error: 'invalid_scope', code: 1002012, message };
}

/** Undefined when the assertion is a valid token of the app's managed identity. */
async function verifyAssertion(request: TokenRequest): Promise<EntraFault | undefined> {
  const { state, field } = request;
  const assertion = field('client_assertion');
  if (assertion === undefined || field('client_assertion_type') !== assertionType) {
    const message = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    return { status: 401, error: 'invalid_client', code: 7000218, message };
  }
  const [home] = state.tenants;
  const expected = { iss: issuerOf(home?.tenantId ?? ''), sub: state.app.managedIdentityPrincipalId, aud: federatedAudience };
  const presented = readClaims(assertion);
  const mismatch = (['iss', 'sub', 'aud'] as const).find((claim) => presented?.[claim] !== expected[claim]);
  if (presented === undefined) {
    return { status: 401, error: 'invalid_client', code: 50027, message: 'JWT token is invalid or malformed.' };
  }
  if (mismatch !== undefined) return mismatchFault(mismatch, String(presented[mismatch]));
  return await signatureFault(assertion, state);
}

/** Entra names which of the three values of the federated credential did not match. */
function mismatchFault(claim: 'iss' | 'sub' | 'aud', value: string): EntraFault {
  const named = { iss: { code: 700211, word: 'issuer' }, sub: { code: 700213, word: 'subject' }, aud: { code: 700212, word: 'audience' } }[
    claim
  ];
  const message = `No matching federated identity record found for presented assertion ${named.word} '${value}'.`;
  return { status: 400, error: 'invalid_request', code: named.code, message };
}

function readClaims(token: string): Record<string, unknown> | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

async function signatureFault(assertion: string, state: EntraState): Promise<EntraFault | undefined> {
  const keySet = createLocalJWKSet({ keys: state.keys.published.map((key) => key.publicJwk) });
  try {
    await jwtVerify(assertion, keySet, { algorithms: ['RS256'], currentDate: state.nowAt(), clockTolerance: 300 });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) {
      return { status: 401, error: 'invalid_client', code: 700024, message: 'Client assertion is not within its valid time range.' };
    }
    return {
      status: 401,
      error: 'invalid_client',
      code: 700027,
      message: 'The certificate or key used to sign the client assertion is not known.',
    };
  }
}

/** App Service's identity endpoint, API version 2019-08-01. */
async function answerManagedIdentity(context: Context, state: EntraState): Promise<Response> {
  const fault = managedIdentityFault(context, state);
  if (fault !== undefined)
    return context.json({ statusCode: fault.status, message: fault.message, correlationId: crypto.randomUUID() }, fault.status);
  const resource = context.req.query('resource') ?? '';
  const tenantId = state.tenants[0]?.tenantId ?? '';
  const issued = await issueManagedIdentityToken({ keys: state.keys, app: state.app, tenantId, resource, nowAt: state.nowAt() });
  return context.json({
    access_token: issued.token,
    expires_on: String(issued.expiresAtSeconds),
    resource,
    token_type: 'Bearer',
    client_id: state.app.managedIdentityClientId,
  });
}

function managedIdentityFault(context: Context, state: EntraState): { readonly status: 400 | 401; readonly message: string } | undefined {
  if (context.req.header('x-identity-header') !== state.app.identityHeader)
    return { status: 401, message: 'The identity header is missing or wrong.' };
  if (context.req.query('api-version') !== '2019-08-01') return { status: 400, message: 'Unsupported api-version.' };
  if ((context.req.query('resource') ?? '') === '') return { status: 400, message: 'The resource is missing.' };
  const clientId = context.req.query('client_id');
  if (clientId !== state.app.managedIdentityClientId)
    return { status: 400, message: `No User Assigned Managed Identity found for client id ${clientId ?? ''}.` };
  return undefined;
}

interface SignInRequest {
  readonly tenantId: string;
  readonly userId: string;
  readonly scope: string;
  readonly nonce?: string;
}

/** Stands for the interactive sign-in: who the person is, is given, not asked. */
async function answerSignIn(context: Context, state: EntraState): Promise<Response> {
  const request = await readSignIn(context);
  const tenant = findTenant(state, request.tenantId);
  if (tenant === undefined) return entraError({ context, fault: unknownTenant(request.tenantId), nowAt: state.nowAt() });
  const user = tenant.users.find((candidate) => candidate.id === request.userId);
  if (user === undefined) {
    const message = `The user account ${request.userId} does not exist in the ${tenant.displayName} directory.`;
    return entraError({ context, fault: { status: 400, error: 'invalid_grant', code: 50034, message }, nowAt: state.nowAt() });
  }
  const scopes = request.scope.split(' ').filter((part) => part !== '');
  const ours = [`api://${state.app.clientId}/access_as_user`, `api://${state.app.clientId}/.default`];
  if (!scopes.some((scope) => ours.includes(scope)) || scopes.some((scope) => !ours.includes(scope) && !openIdScopes.has(scope))) {
    const message = `The provided request must include a valid scope of this application; '${request.scope}' was asked for.`;
    return entraError({ context, fault: { status: 400, error: 'invalid_scope', code: 70011, message }, nowAt: state.nowAt() });
  }
  return context.json(
    await signedIn({ state, tenant, user, scope: scopes.join(' '), ...(request.nonce === undefined ? {} : { nonce: request.nonce }) }),
  );
}

async function readSignIn(context: Context): Promise<SignInRequest> {
  const body: unknown = await context.req.json().catch(() => ({}));
  const record = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => (typeof record[name] === 'string' ? record[name] : '');
  return {
    tenantId: text('tenantId'),
    userId: text('userId'),
    scope: text('scope'),
    ...(text('nonce') === '' ? {} : { nonce: text('nonce') }),
  };
}

interface SignedInRequest {
  readonly state: EntraState;
  readonly tenant: SimulatedTenant;
  readonly user: SimulatedUser;
  readonly scope: string;
  readonly nonce?: string;
}

/** The token response, with the fields of MSAL's account beside it. */
async function signedIn(request: SignedInRequest): Promise<Record<string, unknown>> {
  const { state, tenant, user } = request;
  const nowAt = state.nowAt();
  const nonce = request.nonce === undefined ? {} : { nonce: request.nonce };
  const tokenRequest = { keys: state.keys, app: state.app, tenant, user, nowAt, ...nonce };
  const access = await issueUserAccessToken(tokenRequest);
  const expiresIn = access.expiresAtSeconds - Math.floor(nowAt.getTime() / 1000);
  return {
    token_type: 'Bearer',
    scope: request.scope,
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: access.token,
    id_token: await issueIdToken(tokenRequest),
    client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: tenant.tenantId })).toString('base64url'),
    account: {
      homeAccountId: `${user.id}.${tenant.tenantId}`,
      environment: 'login.windows.net',
      tenantId: tenant.tenantId,
      username: user.userPrincipalName,
      localAccountId: user.id,
      name: user.displayName,
    },
  };
}
