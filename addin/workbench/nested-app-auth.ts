/**
 * Answers nested app authentication requests (MSAL's bridge protocol) for both frames with the tokens of the current persona.
 * Shapes: @azure/msal-browser 5.29, src/naa. No password, no real Entra.
 */
import type { Identity } from './endpoints.ts';
import { isRefused } from './endpoints.ts';

export type SignInState = 'none' | 'signed-out' | 'no-bridge';

interface TokenSource {
  readonly signIn: () => SignInState;
  readonly readIdentity: () => Promise<Identity>;
  /** Asks the person in the workbench; true when they signed in. */
  readonly askToSignIn: () => Promise<boolean>;
}

interface BridgeRequest {
  readonly messageType: 'NestedAppAuthRequest';
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId?: string; readonly scope?: string };
}

interface BridgeError {
  readonly status: string;
  readonly code?: string;
  readonly description?: string;
}

const oidcScopes: readonly string[] = ['openid', 'profile', 'offline_access', 'email'];
const sdk = { sdkName: 'firsthand-workbench', sdkVersion: '1.0.0' };

/** The answer to one bridge message as text, or undefined for text that is no bridge request. Never rejects. */
export async function answerNestedAppAuth(message: string, source: TokenSource): Promise<string | undefined> {
  const request = parseRequest(message);
  if (request === undefined) return undefined;
  const answer = await answerRequest(request, source);
  return JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...answer });
}

function parseRequest(message: string): BridgeRequest | undefined {
  try {
    const found = JSON.parse(message) as Partial<BridgeRequest> | null;
    const isRequest =
      found?.messageType === 'NestedAppAuthRequest' && typeof found.method === 'string' && typeof found.requestId === 'string';
    return isRequest ? (found as BridgeRequest) : undefined;
  } catch {
    return undefined;
  }
}

async function answerRequest(request: BridgeRequest, source: TokenSource): Promise<object> {
  const state = source.signIn();
  if (state === 'no-bridge') return refused({ status: 'NESTED_APP_AUTH_UNAVAILABLE', description: 'Refused by the workbench.' });
  switch (request.method) {
    case 'GetInitContext':
      // No accountContext: with it MSAL would answer from its cache, and the persona, the clock and the keys change under that cache.
      return { success: true, initContext: { ...sdk, capabilities: { queryAccount: false } } };
    case 'GetToken':
      return state === 'signed-out' ? refused(interactionRequired) : await issueToken(request, source);
    case 'GetTokenPopup':
      if (state === 'signed-out' && !(await source.askToSignIn())) return refused({ status: 'USER_CANCEL' });
      return await issueToken(request, source);
    default:
      return refused({ status: 'PERSISTENT_ERROR', code: 'unsupported_method', description: request.method });
  }
}

const interactionRequired: BridgeError = {
  status: 'USER_INTERACTION_REQUIRED',
  code: 'interaction_required',
  description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
};

function refused(error: BridgeError): object {
  return { success: false, error };
}

async function issueToken(request: BridgeRequest, source: TokenSource): Promise<object> {
  try {
    const identity = await source.readIdentity();
    const mistake = mistakeOf(request, identity);
    return mistake === undefined ? issued(identity, grantedScope(request, identity)) : refused(mistake);
  } catch (error) {
    return refused(
      isRefused(error)
        ? { status: 'TRANSIENT_ERROR', code: 'server_error', description: error.message }
        : { status: 'NO_NETWORK', description: 'The local server does not answer.' },
    );
  }
}

/** What Entra would refuse in such a request: another application, or a scope that it does not expose. */
function mistakeOf(request: BridgeRequest, identity: Identity): BridgeError | undefined {
  const { clientId, scope = '' } = request.tokenParams ?? {};
  if (clientId !== identity.clientId) {
    return {
      status: 'PERSISTENT_ERROR',
      code: 'unauthorized_client',
      description: `AADSTS700016: Application ${String(clientId)} was not found.`,
    };
  }
  const granted = identity.scope.split(' ').map(lastSegment);
  const unknown = apiScopes(scope).find((each) => lastSegment(each) !== '.default' && !granted.includes(lastSegment(each)));
  return unknown === undefined
    ? undefined
    : { status: 'PERSISTENT_ERROR', code: 'invalid_scope', description: `AADSTS70011: The scope ${unknown} is not valid.` };
}

function apiScopes(scope: string): readonly string[] {
  return scope.split(' ').filter((each) => each !== '' && !oidcScopes.includes(each));
}

function lastSegment(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

function grantedScope(request: BridgeRequest, identity: Identity): string {
  const asked = apiScopes(request.tokenParams?.scope ?? '');
  return asked.length === 0 || asked.some((each) => each.endsWith('.default')) ? identity.scope : asked.join(' ');
}

function issued(identity: Identity, scope: string): object {
  return {
    success: true,
    token: {
      access_token: identity.accessToken,
      id_token: identity.idToken,
      expires_in: identity.expiresIn,
      scope,
      properties: null,
    },
    account: {
      homeAccountId: `${identity.userId}.${identity.tenantId}`,
      environment: 'login.windows.net',
      tenantId: identity.tenantId,
      localAccountId: identity.userId,
      username: identity.username,
      name: identity.name,
    },
  };
}
