/** Microsoft Graph's own client, with our token, bounded retries and, on one machine, the simulator behind the last middleware. */
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { Config } from '../../config.ts';
import { refused, type Result } from '../../domain/result.ts';
import type { AppTokens } from '../identity/app-token.ts';
import { graphOrigin, redirected } from '../identity/microsoft-hosts.ts';

/** Who waits for the answer: a person gives up soon, a background read obeys long waits. */
export type Patience = 'person' | 'background';

export type GraphFailure =
  /** Out of the app's mailbox scope (Exchange RBAC): not enrolled rather than broken. */
  | { readonly kind: 'out_of_scope' }
  | { readonly kind: 'no_mailbox' }
  | { readonly kind: 'not_found' }
  /** Our token or consent is refused: no retry helps. */
  | { readonly kind: 'access_refused'; readonly status: number; readonly code: string }
  /** Throttled, down or unreachable after the client's own retries: worth another try later. */
  | { readonly kind: 'unavailable'; readonly status: number }
  /** An answer that is not what the documentation says. */
  | { readonly kind: 'unreadable'; readonly what: string };

export type GraphClient = Client;
export type OpenGraph = (tenantId: string, patience: Patience) => GraphClient;

const retries: Readonly<Record<Patience, { readonly delaySeconds: number; readonly maxRetries: number; readonly timeoutMs: number }>> = {
  person: { delaySeconds: 1, maxRetries: 1, timeoutMs: 5_000 },
  background: { delaySeconds: 3, maxRetries: 5, timeoutMs: 60_000 },
};

export function graphClients(config: Config, tokens: AppTokens): OpenGraph {
  return (tenantId, patience) => {
    const { delaySeconds, maxRetries, timeoutMs } = retries[patience];
    let isFresh = false;
    const authentication = new AuthenticationHandler({ getAccessToken: () => tokens.graphToken(tenantId, { isFresh }) });
    const retry = new RetryHandler(new RetryHandlerOptions(delaySeconds, maxRetries));
    const telemetry = new TelemetryHandler();
    authentication.setNext(retry);
    retry.setNext(telemetry);
    telemetry.setNext(transport(config.simulators.graphBaseUrl, timeoutMs));
    return Client.initWithMiddleware({
      middleware: {
        // A token can end while a long read is under way: one fresh one, then the refusal stands.
        async execute(context: Context) {
          await authentication.execute(context);
          if (context.response?.status !== 401) return;
          isFresh = true;
          forgetToken(context);
          await authentication.execute(context).finally(() => {
            isFresh = false;
          });
        },
      },
    });
  };
}

/** The client appends its Authorization header; the refused one must go before a second is set. */
function forgetToken(context: Context): void {
  const headers = new Headers(context.options?.headers as ConstructorParameters<typeof Headers>[0]);
  headers.delete('authorization');
  context.options = { ...context.options, headers };
}

/** The last middleware: everything above it sees Graph's production address. */
function transport(standIn: string | undefined, timeoutMs: number): Middleware {
  return {
    async execute(context: Context) {
      if (typeof context.request !== 'string') throw new TypeError('a Graph request is made by its address');
      const address = redirected(context.request, graphOrigin, standIn);
      const options = context.options as RequestInit | undefined;
      context.response = await fetch(address, { ...options, signal: AbortSignal.timeout(timeoutMs) });
    },
  };
}

/** What a thrown thing of the Graph client means; rethrows what is no failure of the outside world. */
export function graphFailure(error: unknown): Result<never, GraphFailure> {
  if (!(error instanceof GraphError)) {
    if (isNetworkError(error)) return refused({ kind: 'unavailable', status: 0 });
    throw error;
  }
  return refused(failureOf(error.statusCode, error.code ?? ''));
}

function failureOf(status: number, code: string): GraphFailure {
  if (status === 404) return { kind: code === 'MailboxNotEnabledForRESTAPI' ? 'no_mailbox' : 'not_found' };
  if (status === 403 && code === 'ErrorAccessDenied') return { kind: 'out_of_scope' };
  if (status === 401 || status === 403) return { kind: 'access_refused', status, code };
  if (isPassing(status)) return { kind: 'unavailable', status };
  return { kind: 'unreadable', what: `status ${status}, code ${code}` };
}

/** Worth another try: no answer at all (-1), too slow, too many requests, or the server's own trouble. */
function isPassing(status: number): boolean {
  return status < 0 || status === 408 || status === 429 || status >= 500;
}

/** fetch throws TypeError when nobody answers, and a TimeoutError (DOMException) when nobody answers in time. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
