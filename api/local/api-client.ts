/** Calls our own API over HTTP as one persona, for scripts on this machine. */
import type * as z from 'zod';
import { type RouteName, routes } from '../contract/routes.ts';

export type CallAs = <Name extends RouteName>(
  name: Name,
  call?: { readonly params?: Readonly<Record<string, string>>; readonly request?: z.input<(typeof routes)[Name]['request']> },
) => Promise<z.output<(typeof routes)[Name]['reply']>>;

/** Throws a ProblemError with the answer when it is not 200. */
export function apiClient({ apiUrl, token }: { readonly apiUrl: string; readonly token: () => Promise<string> }): CallAs {
  return async (name, { params = {}, request = {} } = {}) => {
    const route = routes[name];
    const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const isRead = route.method === 'GET' || route.method === 'DELETE';
    const query = isRead
      ? `?${new URLSearchParams(Object.fromEntries(Object.entries(request).map(([key, value]) => [key, String(value)])))}`
      : '';
    const response = await fetch(`${apiUrl}/${path}${query}`, {
      method: route.method,
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      ...(!isRead && { body: JSON.stringify(request) }),
    });
    if (!response.ok) throw new ProblemError(name, response.status, await response.text());
    const answer: unknown = await response.json();
    return route.reply.parse(answer) as z.output<(typeof routes)[typeof name]['reply']>;
  };
}

/** A refusal, for scripts that do not expect one. What stands before the API may refuse without a word. */
export class ProblemError extends Error {
  constructor(name: string, status: number, answer: string) {
    super(`${name} answered ${status} ${answer}`);
  }
}
