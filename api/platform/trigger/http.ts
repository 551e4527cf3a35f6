/** Around every route, once: sign-in, roles, parsing, and answers as JSON or problem+json. Knows no use case. */
import type { HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import type * as z from 'zod';
import { IdempotencyKey, idempotencyKeyHeader } from '../../contract/idempotency-key.ts';
import { type ProblemCode, type Problem, problemStatus } from '../../contract/problem.ts';
import { isCommand, type Role, type Route } from '../../contract/route.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { Clock } from '../clock.ts';
import { type Database, DatabaseAway } from '../db/database.ts';
import type { OpenGraph, OpenGraphAsCaller } from '../graph/graph-client.ts';
import type { VerifiedUser, VerifyToken } from '../identity/verify-token.ts';
import { describeError, type Log } from '../log.ts';
import type { Queue } from '../queue/queue.ts';
import { carryOutOnce, hashOfRequest } from './carry-out-once.ts';
import type { Caller, Handler, OpenTransaction, Refusal } from './handler.ts';

export interface HttpParts {
  readonly verifyToken: VerifyToken;
  /** The roles of a verified user, from the token's app roles and from our own records. */
  readonly rolesOf: (user: VerifiedUser) => Promise<readonly Role[]>;
  readonly database: Database;
  readonly openGraph: OpenGraph;
  readonly openGraphAsCaller: OpenGraphAsCaller;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
}

export type HttpTrigger = (request: HttpRequest, context: InvocationContext) => Promise<HttpResponseInit>;

const maxRequestBytes = 256 * 1024;
const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Wraps a use case into what the Functions host calls. Everything that can go wrong becomes a problem with a stable code: what may pass
 * by itself (the database away, Entra's keys unreachable) is `not_ready` with a Retry-After, any other throw `internal_error`.
 */
export function httpTrigger<R extends Route>(route: R, handler: Handler<R>, parts: () => HttpParts): HttpTrigger {
  return async (request, context) => {
    const requestId = context.invocationId;
    try {
      const outcome = await answer(route, handler, request, parts());
      return outcome.ok ? { status: 200, jsonBody: outcome.value, headers: noStore } : problemResponse(outcome.failure, requestId);
    } catch (error) {
      logFailure(parts, { route: route.name, requestId }, error);
      return problemResponse({ kind: error instanceof DatabaseAway ? 'not_ready' : 'internal_error' }, requestId);
    }
  };
}

function logFailure(parts: () => HttpParts, fields: { readonly route: string; readonly requestId: string }, error: unknown): void {
  try {
    parts().log.error('request_failed', { ...fields, ...describeError(error) });
  } catch {
    // The parts themselves could not be made: main.ts has said which setting is wrong.
  }
}

async function answer<R extends Route>(
  route: R,
  handler: Handler<R>,
  request: HttpRequest,
  parts: HttpParts,
): Promise<Result<unknown, Refusal>> {
  const user = await parts.verifyToken(request.headers.get('authorization'));
  if (!user.ok) return refused({ kind: user.failure.kind === 'keys_unreachable' ? 'not_ready' : 'not_signed_in' });
  const caller = await callerOf(user.value, parts);
  const lacking = lackingRole(route, caller);
  if (lacking) return refused({ kind: lacking });

  const params = route.params.safeParse(request.params);
  if (!params.success) return refused({ kind: 'not_found' });
  const body = await readRequest(route, request);
  if (!body.ok) return body;
  const parsed = route.request.safeParse(body.value);
  if (!parsed.success) return refused({ kind: 'request_invalid', faults: faultsOf(parsed.error) });

  const key = readKey(route, request);
  if (!key.ok) return key;

  const nowAt = parts.clock.now();
  const handle = (transaction: OpenTransaction): ReturnType<Handler<R>> =>
    handler({
      caller,
      params: params.data as z.output<R['params']>,
      request: parsed.data as z.output<R['request']>,
      nowAt,
      transaction,
      graph: () => parts.openGraph(caller.tenantId, 'person'),
      graphAsCaller: () => parts.openGraphAsCaller(caller.tenantId, tokenIn(request)),
      queue: parts.queue,
    });
  if (key.value === undefined) return handle((work) => parts.database.withTenant(caller.tenantId, work));
  const requestHash = hashOfRequest(route.method, new URL(request.url).pathname, body.value);
  const command = { tenantId: caller.tenantId, personId: caller.userId, key: key.value, route: route.name, requestHash, nowAt };
  return carryOutOnce(parts.database, command, handle);
}

/** Undefined when none was sent. A read takes none: its answer must be of now. */
function readKey(route: Route, request: HttpRequest): Result<string | undefined, Refusal> {
  const sent = request.headers.get(idempotencyKeyHeader);
  if (sent === null) return ok(undefined);
  const key = IdempotencyKey.safeParse(sent);
  if (isCommand(route) && key.success) return ok(key.data.toLowerCase());
  const message = isCommand(route) ? 'not a UUID' : 'this route takes none';
  return refused({ kind: 'request_invalid', faults: [{ member: idempotencyKeyHeader, message }] });
}

/** The caller's token, which has been verified. */
function tokenIn(request: HttpRequest): string {
  return request.headers.get('authorization')?.split(' ')[1] ?? '';
}

async function callerOf(user: VerifiedUser, parts: HttpParts): Promise<Caller> {
  return { tenantId: user.tenantId, userId: user.userId, name: user.name, roles: await parts.rolesOf(user) };
}

function lackingRole(route: Route, caller: Caller): ProblemCode | undefined {
  if (route.roles.length === 0 || route.roles.some((role) => caller.roles.includes(role))) return undefined;
  return caller.roles.length === 0 ? 'not_enrolled' : 'role_missing';
}

async function readRequest(route: Route, request: HttpRequest): Promise<Result<unknown, Refusal>> {
  if (route.method === 'GET' || route.method === 'DELETE') return ok(Object.fromEntries(request.query));
  const limit = route.maxRequestBytes ?? maxRequestBytes;
  if (Number(request.headers.get('content-length') ?? 0) > limit) return refused({ kind: 'request_too_large', maxBytes: limit });
  const mediaType = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') return refused({ kind: 'media_type_unsupported' });
  const text = await request.text();
  if (Buffer.byteLength(text) > limit) return refused({ kind: 'request_too_large', maxBytes: limit });
  try {
    return ok(JSON.parse(text));
  } catch {
    return refused({ kind: 'request_invalid', faults: [{ member: '', message: 'not JSON' }] });
  }
}

const maxFaults = 20;

/** Where and why, without the value: what somebody sent is not echoed. */
function faultsOf(error: z.core.$ZodError): readonly { readonly member: string; readonly message: string }[] {
  return error.issues.slice(0, maxFaults).map(({ path, message }) => ({ member: path.join('.'), message }));
}

export function problemResponse({ kind, ...details }: Refusal, requestId: string): HttpResponseInit {
  const status = problemStatus[kind];
  const problem: Problem = {
    type: 'about:blank',
    title: kind.replaceAll('_', ' '),
    status,
    code: kind,
    requestId,
    ...(Object.keys(details).length > 0 && { details }),
  };
  const retry = status === 503 ? { 'retry-after': '5' } : undefined;
  return { status, body: JSON.stringify(problem), headers: { ...noStore, ...retry, 'content-type': 'application/problem+json' } };
}
