/** The page in the address, after the hash: it needs no history functions, which office.js and some hosts take away. */
import { useSyncExternalStore } from 'react';

/** The route in the address, for instance `#/accounts/ID`; empty at first. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

/** The address of a page, for links. */
export function hrefOf(path: string): string {
  return `#/${path}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export interface PageRoute {
  /** The first segment of `#/team`, `/team/x` or `team`; empty without one. */
  readonly path: string;
  /** The second segment: which of the page's things; undefined without one. */
  readonly id: string | undefined;
}

export function routeIn(route: string): PageRoute {
  const [path = '', id] = route
    .replace(/^#?\/?/, '')
    .replace(/\?.*$/, '')
    .split('/');
  return { path, id: id || undefined };
}

/** The address of an account's page. */
export function accountHref(accountId: string): string {
  return hrefOf(`accounts/${accountId}`);
}

/** The pages that others link to by name. */
export const welcomePath = 'welcome';
export const byHandPath = 'met-someone';
export const myDataPath = 'my-data';
