/** Going through the rows of a list with the keyboard. */
import { describe, expect, it } from 'vitest';
import { rowAfterKey } from '../../addin/ui/roving-rows.ts';

describe('in a list of three rows', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, undefined],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, undefined],
    ['Home', 2, 0],
    ['Home', 0, undefined],
    ['End', 0, 2],
    ['Enter', 0, undefined],
    ['Tab', 1, undefined],
  ])('%s on row %i goes to %s', (key, index, next) => {
    expect(rowAfterKey(key, { index, count: 3 })).toBe(next);
  });
});
