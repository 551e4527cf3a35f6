/** Tokens for the app itself: the managed identity's, and Graph's with the managed identity as federated credential. No secret anywhere. */
import { ConfidentialClientApplication, type INetworkModule, ManagedIdentityApplication, type NetworkResponse } from '@azure/msal-node';
import type { Config } from '../../config.ts';
import { entraOrigin, graphOrigin, redirected } from './microsoft-hosts.ts';

export interface AppTokens {
  /** An app-only token for Graph in one tenant; cached by MSAL until shortly before it ends, unless a fresh one is asked for. */
  readonly graphToken: (tenantId: string, options?: { readonly isFresh: boolean }) => Promise<string>;
  /** A token of the managed identity for an Azure resource such as the database or the queue. */
  readonly azureToken: (resource: string) => Promise<{ readonly token: string; readonly expiresAt: Date | null }>;
}

/** Audience of the assertion that Entra exchanges for a token of the app (workload identity federation). */
const exchangeAudience = 'api://AzureADTokenExchange';
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

  function clientOf(tenantId: string): ConfidentialClientApplication {
    const known = clients.get(tenantId);
    if (known) return known;
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: config.clientId,
        authority: `${entraOrigin}/${tenantId}`,
        clientAssertion: async () => (await azureToken(exchangeAudience, true)).token,
      },
      system: { networkClient: networkClient(config.simulators.entraAuthority) },
    });
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
  };
}

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
