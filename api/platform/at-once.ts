/** Does the same to many things, a bounded number of them at once. */

/** Takes the items in their order, at most `limit` under way; resolves when all are done, rejects with the first failure and takes no more. */
export async function forEachAtOnce<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const takeTurns = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await work(item).catch((error: unknown) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: limit }, takeTurns));
}
