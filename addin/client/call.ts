/** One typed way to call the API: token, address, timeout, and every failure as a value. Keeps nothing between two calls. */
import { idempotencyKeyHeader } from '../../api/contract/idempotency-key.ts';
import { isProblemCode, Problem, type ProblemCode } from '../../api/contract/problem.ts';
import type { Route } from '../../api/contract/route.ts';
import { type RouteName, routes } from '../../api/contract/routes.ts';
import type * as z from 'zod/mini';
import type { Host } from '../host/host.ts';
import { ownerOf } from './token-owner.ts';

/** Longest wait for one answer, a refreshed token included in the next. */
const callTimeoutMs = 10_000;
/** For a route that takes or gives a file: it is sent, read and stored meanwhile. Azure's own front gives up after 230 s. */
const fileTimeoutMs = 200_000;

export type CallFailure =
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode;
      readonly details: Readonly<Record<string, unknown>>;
      readonly requestId: string;
    }
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' }
  /** Something before our server answered in its place: it is down or restarting. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'unexpected_reply' };

export type CallResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: CallFailure };

type Params<N extends RouteName> = z.input<(typeof routes)[N]['params']>;
type Request<N extends RouteName> = z.input<(typeof routes)[N]['request']>;
export type Reply<N extends RouteName> = z.output<(typeof routes)[N]['reply']>;

export interface CallInput<N extends RouteName> {
  readonly params: Params<N>;
  /** The query string of GET and DELETE, the JSON body of PUT and POST. */
  readonly request: Request<N>;
}

/** How a command is sent that may be sent again. */
export interface Repeatable {
  /** The same for every attempt: the server does it once. */
  readonly idempotencyKey: string;
  /** As `ownerOf` says: with anybody else's token nothing is sent. */
  readonly owner: string;
}

export type Call = <N extends RouteName>(name: N, input: CallInput<N>, repeatable?: Repeatable) => Promise<CallResult<Reply<N>>>;

interface CallOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly token: Host['token'];
  readonly fetch?: typeof fetch;
}

/** Never rejects for what the network, the sign-in or the server does; only a bug throws. */
export function createCall({ apiUrl, token, fetch = globalThis.fetch.bind(globalThis) }: CallOptions): Call {
  async function attempt(outgoing: Outgoing, forceRefresh: boolean): Promise<CallResult<Response>> {
    const reply = await token({ forceRefresh });
    if (reply.kind === 'signed_out') return failed({ kind: 'signed_out' });
    if (reply.kind === 'unavailable') return failed({ kind: 'offline' });
    // Somebody else has signed in here meanwhile: what waits is not theirs to send.
    if (outgoing.owner !== undefined && ownerOf(reply.token) !== outgoing.owner) return failed({ kind: 'signed_out' });
    return send({ fetch, outgoing, token: reply.token });
  }

  async function call(route: Route, input: UntypedInput, repeatable: Repeatable | undefined): Promise<CallResult<unknown>> {
    const outgoing = { ...outgoingOf(apiUrl, route, input), owner: repeatable?.owner, idempotencyKey: repeatable?.idempotencyKey };
    let result = await attempt(outgoing, false);
    // Once, with a fresh token: the cached one may have been revoked, or signed with a key that was rotated away.
    if (result.ok && result.value.status === 401) result = await attempt(outgoing, true);
    return result.ok ? readReply(result.value, route) : result;
  }

  // The only place where a route's name and its types are tied together; readReply has parsed the value by that route's schema.
  return (name, input, repeatable) => call(routes[name], input, repeatable) as never;
}

interface UntypedInput {
  readonly params: unknown;
  readonly request: unknown;
}

interface Outgoing {
  readonly owner: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly url: string;
  readonly method: Route['method'];
  readonly body: string | undefined;
  readonly timeoutMs: number;
}

function outgoingOf(apiUrl: string, route: Route, { params, request }: UntypedInput): Omit<Outgoing, keyof Repeatable> {
  const values = new Map(Object.entries(Object(params)));
  const path = route.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values.get(name))));
  const timeoutMs = route.maxRequestBytes === undefined && !route.isLong ? callTimeoutMs : fileTimeoutMs;
  if (route.method === 'PUT' || route.method === 'POST') {
    return { url: `${apiUrl}/${path}`, method: route.method, body: JSON.stringify(request), timeoutMs };
  }
  const defined = Object.entries(Object(request)).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(defined.map(([name, value]) => [name, String(value)])).toString();
  return { url: query ? `${apiUrl}/${path}?${query}` : `${apiUrl}/${path}`, method: route.method, body: undefined, timeoutMs };
}

interface Sending {
  readonly fetch: typeof fetch;
  readonly outgoing: Outgoing;
  readonly token: string;
}

async function send({ fetch, outgoing: { url, method, body, timeoutMs, idempotencyKey }, token }: Sending): Promise<CallResult<Response>> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { [idempotencyKeyHeader]: idempotencyKey }),
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    return { ok: true, value: await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) }) };
  } catch (error) {
    return failed(transportFailure(error));
  }
}

async function readReply(response: Response, route: Route): Promise<CallResult<unknown>> {
  let body: unknown;
  try {
    body = await response.json();
  } catch (error) {
    // The connection or the patience may end in the middle of an answer; anything else there is not JSON.
    return failed(error instanceof SyntaxError ? foreignReply(response) : transportFailure(error));
  }
  return response.ok ? parseReply(body, route) : failed(problemIn(body) ?? foreignReply(response));
}

function parseReply(body: unknown, route: Route): CallResult<unknown> {
  const parsed = route.reply.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : failed({ kind: 'unexpected_reply' });
}

/** Undefined when the body is no problem of our server's. */
function problemIn(body: unknown): CallFailure | undefined {
  const parsed = Problem.safeParse(body);
  if (!parsed.success || !isProblemCode(parsed.data.code)) return undefined;
  const { code, requestId, details = {} } = parsed.data;
  if (code === 'not_signed_in') return { kind: 'signed_out' };
  return { kind: 'problem', code, details, requestId };
}

/** Words that are not our server's: a platform or gateway that finds nobody behind it uses 5xx, for instance while instances restart. */
function foreignReply({ status }: Response): CallFailure {
  return { kind: status >= 500 ? 'unavailable' : 'unexpected_reply' };
}

/** `fetch` rejects with a TypeError when there is no way to the server, and with a TimeoutError when ours ran out. */
function transportFailure(error: unknown): CallFailure {
  return error instanceof DOMException && error.name === 'TimeoutError' ? { kind: 'timeout' } : { kind: 'offline' };
}

function failed(failure: CallFailure): { readonly ok: false; readonly failure: CallFailure } {
  return { ok: false, failure };
}
