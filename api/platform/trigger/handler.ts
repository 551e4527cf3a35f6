/** What every use case behind a route is given, and what it may answer. Parsing, sign-in and problem+json happen around it, once. */
import type * as z from 'zod';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Role, Route } from '../../contract/route.ts';
import type { Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import type { Log } from '../log.ts';
import type { Queue } from '../queue/queue.ts';

export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
  /** For the caller's own screen only. */
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface Call<R extends Route> {
  readonly caller: Caller;
  readonly params: z.output<R['params']>;
  readonly request: z.output<R['request']>;
  readonly nowAt: Date;
  /** One transaction for this tenant alone; committed when the answer is ok, rolled back when it is a refusal or a throw. May run twice. */
  readonly transaction: <T>(work: (tx: TenantTransaction) => Promise<T>) => Promise<T>;
  /** Graph for this tenant, with the patience of a person who waits. Never called inside a transaction. */
  readonly graph: () => GraphClient;
  readonly queue: Queue;
}

export interface Refusal {
  readonly kind: ProblemCode;
  readonly [detail: string]: unknown;
}

/** A refusal's `kind` becomes the problem's code; its other members become the problem's details. */
export type Handler<R extends Route> = (call: Call<R>) => Promise<Result<z.input<R['reply']>, Refusal>>;

/** What queue and timer functions get; they serve every tenant, one at a time. */
export interface Background {
  readonly nowAt: () => Date;
  readonly withTenant: <T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>) => Promise<T>;
  readonly tenantIds: () => Promise<readonly string[]>;
  readonly graph: (tenantId: string) => GraphClient;
  readonly queue: Queue;
  readonly log: Log;
}
