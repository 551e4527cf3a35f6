/** Hands the one outbox of the page down to the hooks. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Outbox, OutboxState } from './outbox.ts';

const OutboxContext = createContext<Outbox | undefined>(undefined);

export const OutboxProvider = OutboxContext.Provider;

/** Only below an OutboxProvider: every page has one. To give a command: `await outbox.send(name, input, about)`. */
export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('no outbox around this component');
  return outbox;
}

/** What waits on this device, as it changes. */
export function useOutboxState(): OutboxState {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.state);
}
