// The on-behalf-of flow (jwt-bearer): a token that the app received from a user, exchanged for one of the same user for Graph.
// The app itself has been verified before.
import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import { failed, succeeded } from './entra-errors.ts';
import type { EntraFault, Outcome } from './entra-errors.ts';
import { issueDelegatedGraphToken, issuerOf } from './entra-tokens.ts';
import type { EntraApp, SigningKeys } from './entra-tokens.ts';
import type { SimulatedTenant } from './tenant.ts';

export const onBehalfOfGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const graphResource = 'https://graph.microsoft.com/';
/** Granted with any other scope. */
const openIdScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);
const clockToleranceSeconds = 300;

interface ExchangeRequest {
  readonly keys: SigningKeys;
  readonly app: EntraApp;
  readonly tenant: SimulatedTenant;
  readonly field: (name: string) => string | undefined;
  readonly nowAt: Date;
}

/** The token response, or the first fault in Entra's order. */
export async function answerOnBehalfOf(request: ExchangeRequest): Promise<Outcome<Readonly<Record<string, unknown>>>> {
  const { app, tenant, field, nowAt, keys } = request;
  if (field('requested_token_use') !== 'on_behalf_of') {
    const message = "The request body must contain the following parameter: 'requested_token_use'.";
    return failed({ status: 400, error: 'invalid_request', code: 900144, message });
  }
  const userId = await userOfAssertion(request);
  if (!userId.ok) return userId;
  const user = tenant.users.find(({ id }) => id === userId.value);
  if (user === undefined) {
    const message = `The user account ${userId.value} does not exist in the ${tenant.displayName} directory.`;
    return failed({ status: 400, error: 'invalid_grant', code: 50034, message });
  }
  const scopes = grantedScopes(field('scope') ?? '', app);
  if (!scopes.ok) return scopes;
  const issued = await issueDelegatedGraphToken({ keys, app, tenantId: tenant.tenantId, user, scopes: scopes.value, nowAt });
  const expiresIn = issued.expiresAtSeconds - Math.floor(nowAt.getTime() / 1000);
  return succeeded({
    token_type: 'Bearer',
    scope: scopes.value.map((scope) => `${graphResource}${scope}`).join(' '),
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: issued.token,
  });
}

/** The user of a valid access token for this app; an id token or another app's token is no assertion. */
async function userOfAssertion({ app, tenant, field, keys, nowAt }: ExchangeRequest): Promise<Outcome<string>> {
  const assertion = field('assertion') ?? '';
  const audience = audienceOf(assertion);
  if (audience === undefined) return failed(badAssertion(50027, 'JWT token is invalid or malformed.'));
  if (audience !== app.clientId) {
    const message = `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}'.`;
    return failed(badAssertion(500131, message));
  }
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: keys.published.map(({ publicJwk }) => publicJwk) }), {
      algorithms: ['RS256'],
      issuer: issuerOf(tenant.tenantId),
      currentDate: nowAt,
      clockTolerance: clockToleranceSeconds,
    });
    if (typeof payload['scp'] !== 'string') return failed(badAssertion(50013, 'Assertion failed: the token is no access token of a user.'));
    return succeeded(String(payload['oid']));
  } catch (error) {
    if (error instanceof errors.JWTExpired) return failed(badAssertion(500133, 'Assertion is not within its valid time range.'));
    return failed(badAssertion(50013, 'Assertion failed signature validation.'));
  }
}

function audienceOf(assertion: string): string | undefined {
  try {
    return String(decodeJwt(assertion).aud);
  } catch {
    return undefined;
  }
}

function badAssertion(code: number, message: string): EntraFault {
  return { status: 400, error: 'invalid_grant', code, message, suberror: 'bad_token' };
}

/** Without Graph's address; what nobody has consented to is refused, never left out. */
function grantedScopes(asked: string, app: EntraApp): Outcome<readonly string[]> {
  const names = asked.split(' ').filter((scope) => scope !== '' && !openIdScopes.has(scope));
  const foreign = names.find((name) => !name.startsWith(graphResource));
  if (names.length === 0 || foreign !== undefined) {
    return failed({
      status: 400,
      error: 'invalid_scope',
      code: 70011,
      message: `The provided value for the input parameter 'scope' is not valid. The scope ${foreign ?? asked} is not valid.`,
    });
  }
  const scopes = names.map((name) => name.slice(graphResource.length));
  const missing = scopes.find((scope) => !(app.graphScopes ?? []).includes(scope));
  if (missing === undefined) return succeeded(scopes);
  const message = `The user or administrator has not consented to use the application with ID '${app.clientId}'. Send an interactive authorization request for this user and resource.`;
  return failed({ status: 400, error: 'invalid_grant', code: 65001, message, suberror: 'consent_required' });
}
