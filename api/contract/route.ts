/** A route as data: the server mounts it, the client calls it, the tests enumerate it. */
import type * as z from 'zod/mini';

/** `delegate`: may answer for people who share their calendar; each time Graph must let them read it. */
export const roles = ['seller', 'manager', 'admin', 'delegate'] as const;
export type Role = (typeof roles)[number];

export interface Route<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Request extends z.ZodMiniType = z.ZodMiniType,
  Reply extends z.ZodMiniType = z.ZodMiniType,
> {
  /** The use case's name, the same in route, file and test. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below /api, with {placeholders} named as in `params`. */
  readonly path: string;
  /** Who may call it, any of them; which rows they get is decided by the use case. */
  readonly roles: readonly Role[];
  readonly params: Params;
  /** The JSON body of PUT and POST, the query string of GET and DELETE. */
  readonly request: Request;
  readonly reply: Reply;
  /** Largest body in bytes, when a route needs more than the ordinary limit. */
  readonly maxRequestBytes?: number;
  /** Changes nothing that counts although it is a POST, for instance because its question needs a body. */
  readonly isRead?: boolean;
  /** The answer is a whole document and may take longer than what a page waits for. */
  readonly isLong?: boolean;
}

/** Whether it changes something, and so may carry an `Idempotency-Key`: its handler is then one transaction. */
export function isCommand({ method, isRead = method === 'GET' }: Pick<Route, 'method' | 'isRead'>): boolean {
  return !isRead;
}

export function route<P extends z.ZodMiniType, Q extends z.ZodMiniType, R extends z.ZodMiniType>(
  definition: Route<P, Q, R>,
): Route<P, Q, R> {
  return definition;
}
