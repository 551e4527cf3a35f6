/** A route as data: the server mounts it, the client calls it, the tests enumerate it. */
import type * as z from 'zod';

export const roles = ['seller', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Route<Params extends z.ZodType = z.ZodType, Request extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
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
}

export function route<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(definition: Route<P, Q, R>): Route<P, Q, R> {
  return definition;
}
