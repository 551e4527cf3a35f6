/** Hands the host down to the pages, and its theme as something that React follows. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Host, HostTheme } from './host.ts';

const HostContext = createContext<Host | undefined>(undefined);

export const HostProvider = HostContext.Provider;

/** Only below a HostProvider: every page has one. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('no host around this component');
  return host;
}

export function useHostTheme(host: Host): HostTheme {
  return useSyncExternalStore(host.onThemeChange, host.theme);
}
