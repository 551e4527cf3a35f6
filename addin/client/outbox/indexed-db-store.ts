/** The line of waiting commands in this browser's IndexedDB: it outlives reloads, closed tabs and days without a network. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { OutboxEntry } from './outbox-entry.ts';
import { createMemoryStore, fallingBack, inOrder, type OutboxStore } from './outbox-store.ts';

interface Schema extends DBSchema {
  readonly outbox: { readonly key: string; readonly value: OutboxEntry };
}

const databaseName = 'firsthand';
const databaseVersion = 1;

/** The memory of the page where the browser refuses to keep anything, as some do inside a frame. */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    const database = await openDB<Schema>(databaseName, databaseVersion, {
      upgrade: (created) => void created.createObjectStore('outbox', { keyPath: 'key' }),
    });
    return fallingBack(indexedDbStore(database));
  } catch {
    return createMemoryStore();
  }
}

function indexedDbStore(database: IDBPDatabase<Schema>): OutboxStore {
  return {
    isKept: () => true,
    read: async () => readable(await database.getAll('outbox')),
    update: async (change) => {
      // Strict: an answer that is shown as kept is on the disk, whatever happens to the machine then.
      const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
      const before = readable(await transaction.store.getAll());
      const after = inOrder(change(before));
      const kept = new Set(after.map(({ key }) => key));
      await Promise.all([
        ...before.filter(({ key }) => !kept.has(key)).map(({ key }) => transaction.store.delete(key)),
        ...after.filter((entry) => !before.includes(entry)).map((entry) => transaction.store.put(entry)),
        transaction.done,
      ]);
      return after;
    },
  };
}

/** A row that another version of the page wrote and this one cannot read stays where it is, for that version. */
function readable(rows: readonly unknown[]): readonly OutboxEntry[] {
  return inOrder(rows.flatMap((row) => OutboxEntry.safeParse(row).data ?? []));
}
