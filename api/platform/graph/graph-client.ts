/** Microsoft Graph's own client, with our token, our manners and, on one machine, the simulator behind the last middleware. */
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type Middleware,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { Config } from '../../config.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { AppTokens, ExchangeRefusal } from '../identity/app-token.ts';
import { graphOrigin, redirected } from '../identity/microsoft-hosts.ts';
import { graphManners, type Manners, type Patience } from './manners.ts';
import { retryAfterSeconds } from './retry-after.ts';

export type GraphFailure =
  /** Out of the app's mailbox scope (Exchange RBAC): not enrolled rather than broken. */
  | { readonly kind: 'out_of_scope' }
  | { readonly kind: 'no_mailbox' }
  | { readonly kind: 'not_found' }
  /** What was to be made is there already. */
  | { readonly kind: 'conflict' }
  /** Our token or consent is refused: no retry helps. */
  | { readonly kind: 'access_refused'; readonly status: number; readonly code: string }
  /** The link to what has changed is too old or unknown: only a new baseline helps. */
  | { readonly kind: 'sync_state_lost' }
  /** Throttled, down or unreachable after the client's own retries: worth another try later. */
  | { readonly kind: 'unavailable'; readonly status: number; readonly retryAfterSeconds?: number | undefined }
  /** An answer that is not what the documentation says. */
  | { readonly kind: 'unreadable'; readonly what: string };

export type GraphClient = Client;
export type OpenGraph = (tenantId: string, patience: Patience) => GraphClient;

/** Longest wait for one answer, without the waits that Graph asks for. */
const timeoutMs: Readonly<Record<Patience, number>> = { person: 5_000, background: 60_000 };

/** `manners` are shared by everybody who asks Graph from this process. */
export function graphClients(config: Config, tokens: AppTokens, manners: Manners = graphManners()): OpenGraph {
  return (tenantId, patience) =>
    openClient(config, { tenantId, patience, manners, tokenOf: (isFresh) => tokens.graphToken(tenantId, { isFresh }) });
}

/** Graph in the caller's own name: it opens what others share with the caller, which is the proof that they do. */
export type OpenGraphAsCaller = (tenantId: string, callersToken: string) => Promise<Result<GraphClient, ExchangeRefusal>>;

export function callersGraph(config: Config, tokens: AppTokens, manners: Manners = graphManners()): OpenGraphAsCaller {
  return async (tenantId, callersToken) => {
    const token = await tokens.sharedCalendarToken(tenantId, callersToken);
    if (!token.ok) return token;
    return ok(openClient(config, { tenantId, patience: 'person', manners, tokenOf: () => Promise.resolve(token.value) }));
  };
}

interface ClientOptions {
  readonly tenantId: string;
  readonly patience: Patience;
  readonly manners: Manners;
  readonly tokenOf: (isFresh: boolean) => Promise<string>;
}

function openClient(config: Config, { tenantId, patience, manners, tokenOf }: ClientOptions): GraphClient {
  let isFresh = false;
  const authentication = new AuthenticationHandler({ getAccessToken: () => tokenOf(isFresh) });
  const telemetry = new TelemetryHandler();
  telemetry.setNext(transport(config.simulators.graphBaseUrl, timeoutMs[patience]));
  authentication.setNext({ execute: (context) => manners.send(context, { tenantId, patience }, (sent) => telemetry.execute(sent)) });
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
}

/** The client appends its Authorization header; the refused one must go before a second is set. */
function forgetToken(context: Context): void {
  const headers = new Headers(context.options?.headers as ConstructorParameters<typeof Headers>[0]);
  headers.delete('authorization');
  context.options = { ...context.options, headers };
}

/** The last middleware: everything above it sees Graph's production address. */
function transport(standIn: string | undefined, waitMs: number): Middleware {
  return {
    async execute(context: Context) {
      if (typeof context.request !== 'string') throw new TypeError('a Graph request is made by its address');
      const address = redirected(context.request, graphOrigin, standIn);
      const options = context.options as RequestInit | undefined;
      context.response = await fetch(address, { ...options, signal: AbortSignal.timeout(waitMs) });
    },
  };
}

/** What a thrown thing of the Graph client means; rethrows what is no failure of the outside world. */
export function graphFailure(error: unknown): Result<never, GraphFailure> {
  if (!(error instanceof GraphError)) {
    if (isNetworkError(error)) return refused({ kind: 'unavailable', status: 0 });
    throw error;
  }
  const failure = failureOf(error.statusCode, error.code ?? '');
  return refused(
    failure.kind === 'unavailable' ? { ...failure, retryAfterSeconds: retryAfterSeconds(error.headers?.get('retry-after')) } : failure,
  );
}

/** What a status and an error code of Graph mean, of a whole answer or of one item of a batch. */
export function failureOf(status: number, code: string): GraphFailure {
  if (isPassing(status)) return { kind: 'unavailable', status };
  if (lostSyncStates.has(code.toLowerCase())) return { kind: 'sync_state_lost' };
  switch (status) {
    case 401:
      return { kind: 'access_refused', status, code };
    case 403:
      return code === 'ErrorAccessDenied' ? { kind: 'out_of_scope' } : { kind: 'access_refused', status, code };
    case 404:
      return { kind: code === 'MailboxNotEnabledForRESTAPI' ? 'no_mailbox' : 'not_found' };
    case 409:
      return { kind: 'conflict' };
    case 410:
      return { kind: 'sync_state_lost' };
    default:
      return { kind: 'unreadable', what: `status ${status}, code ${code}` };
  }
}

/** Codes by which delta answers a link that it no longer knows (delta-query-overview, "Synchronization reset"). */
const lostSyncStates: ReadonlySet<string> = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired', 'syncstateexpired']);

/** Worth another try: no answer at all (-1), too slow, too many requests, or the server's own trouble. */
export function isPassing(status: number): boolean {
  return status < 0 || status === 408 || status === 429 || status >= 500;
}

/** fetch throws TypeError when nobody answers, and a TimeoutError (DOMException) when nobody answers in time. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
