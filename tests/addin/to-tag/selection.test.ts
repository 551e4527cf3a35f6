/** Which meetings are selected: one by one, a range, a day, and what falls out again. */
import { describe, expect, it } from 'vitest';
import {
  extendedTo,
  groupState,
  groupToggled,
  nothingSelected,
  type Selection,
  toggled,
} from '../../../addin/features/tagging/to-tag/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: Selection): readonly string[] => [...ids].sort();
const selected = (...ids: readonly string[]): Selection => ids.reduce(toggled, nothingSelected);

describe('one meeting', () => {
  it('goes in, and out again', () => {
    expect(idsOf(toggled(selected('a'), 'b'))).toEqual(['a', 'b']);
    expect(idsOf(toggled(selected('a', 'b'), 'a'))).toEqual(['b']);
  });
});

describe('a range', () => {
  it.each([
    ['downwards', 'b', 'd', ['b', 'c', 'd']],
    ['upwards', 'd', 'b', ['b', 'c', 'd']],
    ['of one', 'c', 'c', ['c']],
  ])('goes %s from the meeting that was chosen last', (_way, from, to, ids) => {
    expect(idsOf(extendedTo(selected(from), to, order))).toEqual(ids);
  });

  it('keeps what was selected before', () => {
    expect(idsOf(extendedTo(selected('e', 'a'), 'b', order))).toEqual(['a', 'b', 'e']);
  });

  it('goes on from where it began', () => {
    expect(idsOf(extendedTo(extendedTo(selected('b'), 'c', order), 'd', order))).toEqual(['b', 'c', 'd']);
  });

  it('begins at its end when nothing was chosen, or that was answered meanwhile', () => {
    expect(idsOf(extendedTo(nothingSelected, 'c', order))).toEqual(['c']);
    expect(idsOf(extendedTo(selected('gone'), 'c', order))).toEqual(['c', 'gone']);
  });

  it('goes nowhere to a meeting that cannot be selected', () => {
    expect(idsOf(extendedTo(selected('a'), 'answered', order))).toEqual(['a']);
  });
});

describe('a day', () => {
  it('goes in as a whole, and out when all of it is in', () => {
    const all = groupToggled(selected('b', 'e'), ['a', 'b']);
    expect(idsOf(all)).toEqual(['a', 'b', 'e']);
    expect(idsOf(groupToggled(all, ['a', 'b']))).toEqual(['e']);
  });

  it.each([
    [[], 'none'],
    [['a'], 'some'],
    [['a', 'b'], 'all'],
    [['c'], 'none'],
  ])('of which %j are selected: %s', (ids, state) => {
    expect(groupState(selected(...ids), ['a', 'b'])).toBe(state);
  });
});
