/** The keys of the list: which mean something where, and that none is taken from somebody who types. */
import { describe, expect, it } from 'vitest';
import { commandOf, indexAfter, type KeyPlace, type PressedKey } from '../../../addin/features/tagging/to-tag/list-keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false, isComposing: false };
const pressed = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({ ...plain, key, ...more });
const places: readonly KeyPlace[] = ['row', 'control', 'field'];

describe('a letter answers', () => {
  it.each([
    ['i', { kind: 'modality', modality: 'in_person' }],
    ['v', { kind: 'modality', modality: 'virtual' }],
    ['p', { kind: 'modality', modality: 'phone' }],
    ['h', { kind: 'modality', modality: 'hybrid' }],
    ['n', { kind: 'did_not_happen' }],
  ])('%s, on a row and on a button inside of one', (key, answer) => {
    for (const place of ['row', 'control'] as const) expect(commandOf(pressed(key), place)).toEqual({ kind: 'answer', answer });
    expect(commandOf(pressed(key.toUpperCase()), 'row'), 'with Caps Lock').toEqual({ kind: 'answer', answer });
  });

  it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'] as const)('never together with %s', (modifier) => {
    for (const key of ['i', 'v', 'p', 'h', 'n', 'z']) expect(commandOf(pressed(key, { [modifier]: true }), 'row')).toBeUndefined();
  });

  it('once, however long it is held', () => {
    expect(commandOf(pressed('v', { repeat: true }), 'row')).toBeUndefined();
  });

  it('never while a word is composed', () => {
    expect(commandOf(pressed('v', { isComposing: true }), 'row')).toBeUndefined();
  });
});

it.each(['i', 'v', 'z', '?', ' ', 'ArrowDown', 'Home', 'Escape', 'a'])('%s means nothing where something is typed', (key) => {
  expect(commandOf(pressed(key), 'field')).toBeUndefined();
  expect(commandOf(pressed(key, { ctrlKey: true }), 'field')).toBeUndefined();
});

describe('moving', () => {
  it.each(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'])('%s goes from row to row, also while it is held', (key) => {
    expect(commandOf(pressed(key, { repeat: true }), 'row')).toMatchObject({ kind: 'move', extends: false });
    expect(commandOf(pressed(key, { shiftKey: true }), 'row')).toMatchObject({ kind: 'move', extends: true });
    expect(commandOf(pressed(key), 'control'), 'a button keeps its own').toBeUndefined();
  });

  it.each([
    ['next', 3, 4],
    ['previous', 3, 2],
    ['first', 3, 0],
    ['last', 3, 9],
    ['page_down', 3, 8],
    ['page_up', 8, 3],
    ['page_down', 7, 9],
    ['page_up', 2, 0],
    ['next', 9, 9],
    ['previous', 0, 0],
  ] as const)('%s from %i arrives at %i', (to, index, arrives) => {
    expect(indexAfter(to, { index, count: 10, pageRows: 5 })).toBe(arrives);
  });

  it('goes on by one row at the least where not even one fits', () => {
    expect(indexAfter('page_down', { index: 3, count: 10, pageRows: 0 })).toBe(4);
  });
});

describe('selecting', () => {
  it('takes the row with Space, and the rows up to it with Shift', () => {
    expect(commandOf(pressed(' '), 'row')).toEqual({ kind: 'toggle', extends: false });
    expect(commandOf(pressed(' ', { shiftKey: true }), 'row')).toEqual({ kind: 'toggle', extends: true });
  });

  it('leaves Space to a button', () => {
    expect(commandOf(pressed(' '), 'control')).toBeUndefined();
  });

  it.each(['ctrlKey', 'metaKey'] as const)('takes all with A and %s', (modifier) => {
    for (const place of ['row', 'control'] as const)
      expect(commandOf(pressed('a', { [modifier]: true }), place)).toEqual({ kind: 'select_all' });
  });

  it('ends with Escape', () => {
    expect(commandOf(pressed('Escape'), 'row')).toEqual({ kind: 'clear' });
  });
});

it('"?" lists the keys although Shift is held to write it', () => {
  expect(commandOf(pressed('?', { shiftKey: true }), 'row')).toEqual({ kind: 'help' });
});

it.each(['x', 'Enter', 'Tab', 'F5', 'Dead'])('%s keeps what the browser does with it', (key) => {
  for (const place of places) expect(commandOf(pressed(key), place)).toBeUndefined();
});
