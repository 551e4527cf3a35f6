/** The page in the address, after the hash: it needs no history functions, which office.js and some hosts take away. */
import { useSyncExternalStore } from 'react';

/** The path in the address without `#/`, for instance `team`; empty at first. */
export function useHashPath(): string {
  return useSyncExternalStore(subscribe, hashPath);
}

/** The address of a page, for links. */
export function hrefOf(path: string): string {
  return `#/${path}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function hashPath(): string {
  return pathIn(window.location.hash);
}

/** The first segment of `#/team`, `/team/x` or `team`; empty without one. */
export function pathIn(route: string): string {
  return route.replace(/^#?\/?/, '').split(/[?/]/, 1)[0] ?? '';
}
