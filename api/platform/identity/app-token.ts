/** Tokens that the app asks for: the managed identity's, and Graph's for itself or for a caller, with the managed identity as federated credential. */
import {
  ClientAuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  InteractionRequiredAuthError,
  ManagedIdentityApplication,
  type NetworkResponse,
} from '@azure/msal-node';
import type { Config } from '../../config.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { entraOrigin, graphOrigin, redirected } from './microsoft-hosts.ts';

/** `not_allowed`: nobody has consented, or the tenant asks the person for more than a token; no retry helps. */
export type ExchangeRefusal = { readonly kind: 'not_allowed' } | { readonly kind: 'unavailable' };

export interface AppTokens {
  /** An app-only token for Graph in one tenant; cached by MSAL until shortly before it ends, unless a fresh one is asked for. */
  readonly graphToken: (tenantId: string, options?: { readonly isFresh: boolean }) => Promise<string>;
  /** A token for Graph in the caller's own name, in exchange for the token that the caller sent us (on-behalf-of flow). Never cached. */
  readonly sharedCalendarToken: (tenantId: string, callersToken: string) => Promise<Result<string, ExchangeRefusal>>;
  /** A token of the managed identity for an Azure resource such as the database or the queue. */
  readonly azureToken: (resource: string) => Promise<{ readonly token: string; readonly expiresAt: Date | null }>;
}

/** Audience of the assertion that Entra exchanges for a token of the app (workload identity federation). */
const exchangeAudience = 'api://AzureADTokenExchange';
/** Calendars that others share with the caller, and nothing else of theirs. */
const sharedCalendarScope = `${graphOrigin}/Calendars.Read.Shared`;
const requestTimeoutMs = 10_000;

export function appTokens(config: Config): AppTokens {
  const clients = new Map<string, ConfidentialClientApplication>();
  let identity: ManagedIdentityApplication | undefined;

  async function azureToken(resource: string, forceRefresh = false): Promise<{ token: string; expiresAt: Date | null }> {
    identity ??= new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: config.managedIdentityClientId },
    });
    const { accessToken, expiresOn } = await identity.acquireToken({ resource, forceRefresh });
    return { token: accessToken, expiresAt: expiresOn };
  }

  function newClient(tenantId: string): ConfidentialClientApplication {
    return new ConfidentialClientApplication({
      auth: {
        clientId: config.clientId,
        authority: `${entraOrigin}/${tenantId}`,
        clientAssertion: async () => (await azureToken(exchangeAudience, true)).token,
      },
      system: { networkClient: networkClient(config.simulators.entraAuthority) },
    });
  }

  function clientOf(tenantId: string): ConfidentialClientApplication {
    const known = clients.get(tenantId);
    if (known) return known;
    const client = newClient(tenantId);
    clients.set(tenantId, client);
    return client;
  }

  return {
    azureToken: (resource) => azureToken(resource),
    async graphToken(tenantId, { isFresh } = { isFresh: false }) {
      const request = { scopes: [`${graphOrigin}/.default`], skipCache: isFresh };
      const result = await clientOf(tenantId).acquireTokenByClientCredential(request);
      if (!result) throw new Error('Entra gave no token for Graph');
      return result.accessToken;
    },
    async sharedCalendarToken(tenantId, callersToken) {
      try {
        // A client of its own: MSAL would keep every caller's tokens in the memory of the others' client.
        const request = { oboAssertion: callersToken, scopes: [sharedCalendarScope], skipCache: true };
        const result = await newClient(tenantId).acquireTokenOnBehalfOf(request);
        if (!result) throw new Error('Entra gave no token on behalf of the caller');
        return ok(result.accessToken);
      } catch (error) {
        if (error instanceof InteractionRequiredAuthError) return refused({ kind: 'not_allowed' });
        if (error instanceof ClientAuthError && error.errorCode === networkError) return refused({ kind: 'unavailable' });
        throw error;
      }
    },
  };
}

/** MSAL's code for an authority that does not answer. */
const networkError = 'network_error';

/** MSAL's transport over fetch; locally it sends Entra's requests to the simulator while every address stays https. */
function networkClient(standIn: string | undefined): INetworkModule {
  async function send<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    const response = await fetch(redirected(url, entraOrigin, standIn), { ...init, signal: AbortSignal.timeout(requestTimeoutMs) });
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options) => send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? null }),
  };
}
