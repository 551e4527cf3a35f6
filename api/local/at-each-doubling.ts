/** Something to do less and less often while a number grows. */

/** A function to call after each of many things: the first time at `first`, then whenever their number has doubled, it calls `act`. */
export function atEachDoubling(first: number, act: () => Promise<void>): () => Promise<void> {
  let count = 0;
  let next = first;
  return async () => {
    count += 1;
    if (count < next) return;
    next *= 2;
    await act();
  };
}
