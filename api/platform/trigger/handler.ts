/** What every use case behind a route is given, and what it may answer. Parsing, sign-in and problem+json happen around it, once. */
import type * as z from 'zod';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Role, Route } from '../../contract/route.ts';
import type { Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { GraphClient, OpenGraphAsCaller } from '../graph/graph-client.ts';
import type { GraphUsage } from '../graph/graph-usage.ts';
import type { ClientStates } from '../identity/client-states.ts';
import type { Log } from '../log.ts';
import type { Queue } from '../queue/queue.ts';

export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
  /** For the caller's own screen only. */
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Committed when the answer is ok, rolled back when it is a refusal or a throw. May run twice. */
export type OpenTransaction = <T>(work: (tx: TenantTransaction) => Promise<T>) => Promise<T>;

export interface Call<R extends Route> {
  readonly caller: Caller;
  readonly params: z.output<R['params']>;
  readonly request: z.output<R['request']>;
  readonly nowAt: Date;
  /** For this tenant alone. A command opens one, and answers with what that gave: so its key and its effect are written together. */
  readonly transaction: OpenTransaction;
  /** Graph for this tenant, with the patience of a person who waits. Never called inside a transaction. */
  readonly graph: () => GraphClient;
  /** Graph in the caller's own name, for calendars that others share with the caller. Never called inside a transaction. */
  readonly graphAsCaller: () => ReturnType<OpenGraphAsCaller>;
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
  /** What this process has asked of Graph, for people and for workers alike. */
  readonly graphUsage: GraphUsage;
  readonly queue: Queue;
  readonly log: Log;
  /** Undefined where Graph has no address to call: then the clock alone asks for changes. */
  readonly notifications: Notifications | undefined;
}

/** How Graph tells us of changes. */
export interface Notifications {
  readonly clientStates: ClientStates;
  /** Where it tells: of one seller's events, and of the subscription itself. */
  readonly addressesOf: (sellerId: string) => { readonly notificationUrl: string; readonly lifecycleNotificationUrl: string };
}
