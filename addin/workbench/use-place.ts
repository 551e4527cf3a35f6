/** The place of the workbench (place.ts) as React state that lives in location.hash alone. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { formatPlace, parsePlace } from './place.ts';
import type { Place } from './place.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

const currentHash = (): string => window.location.hash;

/** The current place, and a function that changes parts of it. Each change is one step of the browser's history. */
export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const hash = useSyncExternalStore(subscribe, currentHash);
  const place = useMemo(() => parsePlace(hash), [hash]);
  const change = useCallback((changed: Partial<Place>) => {
    window.location.hash = formatPlace({ ...parsePlace(currentHash()), ...changed });
  }, []);
  return [place, change];
}
