/** Where the line of waiting commands is kept. The memory of the page stands in where the browser keeps nothing. */
import type { OutboxEntry } from './outbox-entry.ts';

export interface OutboxStore {
  /** Whether it outlives the page. */
  readonly isKept: () => boolean;
  /** Everybody's entries, in order. */
  readonly read: () => Promise<readonly OutboxEntry[]>;
  /** Replaces the entries by what `change` makes of them, in one step that no other page comes between. Resolves when they are written. */
  readonly update: (change: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[]) => Promise<readonly OutboxEntry[]>;
}

export function createMemoryStore(first: readonly OutboxEntry[] = []): OutboxStore {
  let entries = first;
  return {
    isKept: () => false,
    read: async () => entries,
    update: async (change) => {
      entries = inOrder(change(entries));
      return entries;
    },
  };
}

/** Goes on in memory from the moment on when `store` fails, with what was read of it last: nothing that is on the screen is lost. */
export function fallingBack(store: OutboxStore): OutboxStore {
  let current = store;
  let known: readonly OutboxEntry[] = [];
  async function tried(work: (from: OutboxStore) => Promise<readonly OutboxEntry[]>): Promise<readonly OutboxEntry[]> {
    try {
      known = await work(current);
    } catch {
      current = createMemoryStore(known);
      known = await work(current);
    }
    return known;
  }
  return {
    isKept: () => current.isKept(),
    read: () => tried((from) => from.read()),
    update: (change) => tried((from) => from.update(change)),
  };
}

export function inOrder(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return entries.toSorted((a, b) => a.position - b.position);
}
