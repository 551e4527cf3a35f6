import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { atEachDoubling } from '../../api/local/at-each-doubling.ts';
import { forEachAtOnce } from '../../api/platform/at-once.ts';

const numbers = Array.from({ length: 10 }, (_, index) => index);

describe('many things at once', () => {
  it.each([
    [1, 1],
    [3, 3],
    [10, 10],
    [99, 10],
  ])('with a limit of %i are %i at a time, and each is done once, in order', async (limit, expected) => {
    const taken: number[] = [];
    let underWay = 0;
    let most = 0;
    await forEachAtOnce(numbers, limit, async (number) => {
      taken.push(number);
      underWay += 1;
      most = Math.max(most, underWay);
      await turn();
      underWay -= 1;
    });
    expect(taken).toEqual(numbers);
    expect(most).toBe(expected);
  });

  it('fail with the first failure, and no more are taken', async () => {
    const taken: number[] = [];
    const failing = forEachAtOnce(numbers, 2, async (number) => {
      taken.push(number);
      await turn();
      if (number === 1) throw new RangeError('the second one');
    });
    await expect(failing).rejects.toThrow('the second one');
    await turn();
    expect(taken).toEqual([0, 1, 2]);
  });
});

it('something done at each doubling is done at 4, 8, 16 and 32 of 40', async () => {
  const doneAt: number[] = [];
  let count = 0;
  const counted = atEachDoubling(4, async () => void doneAt.push(count));
  for (count = 1; count <= 40; count += 1) await counted();
  expect(doneAt).toEqual([4, 8, 16, 32]);
});
