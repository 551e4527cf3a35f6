/** The outbox of one page on a real browser: its storage, its lock against other pages, its clock and its network. */
import type { Call } from '../call.ts';
import type { WatchedToken } from '../token-owner.ts';
import { openOutboxStore } from './indexed-db-store.ts';
import { openOutboxChannel } from './outbox-channel.ts';
import { createOutbox, type Outbox } from './outbox.ts';

const lockName = 'firsthand.outbox';

interface PageOutboxOptions {
  readonly call: Call;
  readonly owner: WatchedToken['owner'];
  readonly onDone: () => void;
}

export function createPageOutbox({ call, owner, onDone }: PageOutboxOptions): Outbox {
  return createOutbox({
    store: openOutboxStore(),
    call,
    owner,
    channel: openOutboxChannel(),
    alone,
    isOnline: () => navigator.onLine,
    nowAt: () => new Date().toISOString(),
    newKey: () => crypto.randomUUID(),
    after: (delayMs, work) => {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
    onDone,
  });
}

/** Without locks two pages may send the same command: its key keeps it from being done twice. */
async function alone(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(lockName, work);
  else await work();
}

/** Wakes the outbox whenever something speaks for a way to the server; returns how to stop. */
export function wakeOnSigns(outbox: Pick<Outbox, 'wake'>): () => void {
  const signs = ['online', 'focus', 'visibilitychange'] as const;
  for (const sign of signs) window.addEventListener(sign, outbox.wake);
  return () => {
    for (const sign of signs) window.removeEventListener(sign, outbox.wake);
  };
}
