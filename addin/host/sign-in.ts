/** Tokens for our API by nested app authentication. Only for pages inside Outlook or Teams, once the host has set up its bridge. */
import type { IPublicClientApplication } from '@azure/msal-browser';
import type { Host, TokenReply } from './host.ts';
import type { RuntimeConfig } from './runtime-config.ts';

interface Msal {
  readonly app: IPublicClientApplication;
  readonly isNetworkError: (error: unknown) => boolean;
}

/** MSAL's codes for "could not reach the sign-in service", as opposed to "a person must act". */
const networkErrorCodes: ReadonlySet<string> = new Set([
  'no_network_connectivity',
  'network_error',
  'post_request_failed',
  'get_request_failed',
]);

/** MSAL is loaded at the first token, in its own chunk: it is larger than the page. */
async function loadMsal({ clientId, authority }: RuntimeConfig): Promise<Msal> {
  const { AuthError, createNestablePublicClientApplication } = await import('@azure/msal-browser');
  const app = await createNestablePublicClientApplication({ auth: { clientId, authority } });
  return { app, isNetworkError: (error) => error instanceof AuthError && networkErrorCodes.has(error.errorCode) };
}

/** Fetches MSAL ahead of time: without it nothing can be asked of the server. */
export function prefetchSignIn(): void {
  // Signing in tries again, and says so when it fails.
  import('@azure/msal-browser').catch(() => undefined);
}

export function createSignIn(config: RuntimeConfig): Pick<Host, 'token' | 'signIn'> {
  // Our own API's scope: a Graph or id token must never reach our server.
  const scopes = [`api://${config.clientId}/access_as_user`];
  let loading: Promise<Msal> | undefined;
  let running: Promise<TokenReply> | undefined;

  async function acquire(ask: (app: IPublicClientApplication) => Promise<{ readonly accessToken: string }>): Promise<TokenReply> {
    loading ??= loadMsal(config);
    let msal: Msal;
    try {
      msal = await loading;
    } catch {
      // The chunk did not arrive: the next call tries again.
      loading = undefined;
      return { kind: 'unavailable' };
    }
    try {
      const { accessToken } = await ask(msal.app);
      return { kind: 'token', token: accessToken };
    } catch (error) {
      return { kind: msal.isNetworkError(error) ? 'unavailable' : 'signed_out' };
    }
  }

  return {
    // Several requests start at once when a page opens: they share one question to the host.
    token: ({ forceRefresh }) => {
      if (forceRefresh) return acquire((app) => app.acquireTokenSilent({ scopes, forceRefresh }));
      running ??= acquire((app) => app.acquireTokenSilent({ scopes })).finally(() => {
        running = undefined;
      });
      return running;
    },
    signIn: () => acquire((app) => app.acquireTokenPopup({ scopes })),
  };
}
