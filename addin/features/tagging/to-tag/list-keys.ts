/** Which key of the keyboard asks for what on the page "To tag". Pure: the key and where it was pressed are arguments. */
import type { Answer } from '../../../../api/contract/tag-form.ts';

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page_down' | 'page_up';

export type ListCommand =
  /** `extends`: the rows between are selected on the way. */
  | { readonly kind: 'move'; readonly to: Move; readonly extends: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'toggle'; readonly extends: boolean }
  | { readonly kind: 'select_all' | 'clear' | 'undo' | 'help' };

/** Where a key was pressed: on a row, on a button or link inside of one, or where something is typed. */
export type KeyPlace = 'row' | 'control' | 'field';

export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** Held down: moving goes on, an answer is given once. */
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

const moves: ReadonlyMap<string, Move> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageDown', 'page_down'],
  ['PageUp', 'page_up'],
]);

/** By lower-case letter; the same in every language, as the list of keys says. */
const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['i', { kind: 'modality', modality: 'in_person' }],
  ['v', { kind: 'modality', modality: 'virtual' }],
  ['p', { kind: 'modality', modality: 'phone' }],
  ['h', { kind: 'modality', modality: 'hybrid' }],
  ['n', { kind: 'did_not_happen' }],
]);

/** Undefined for a key that means nothing here and keeps what the browser does with it. */
export function commandOf(pressed: PressedKey, place: KeyPlace): ListCommand | undefined {
  if (place === 'field' || pressed.isComposing || pressed.altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey)
    return pressed.key.toLowerCase() === 'a' && !pressed.shiftKey ? { kind: 'select_all' } : undefined;
  return (place === 'row' ? rowCommand(pressed) : undefined) ?? (pressed.repeat ? undefined : characterCommand(pressed));
}

/** A button inside of a row keeps these keys for itself. */
function rowCommand({ key, shiftKey, repeat }: PressedKey): ListCommand | undefined {
  const to = moves.get(key);
  if (to) return { kind: 'move', to, extends: shiftKey };
  if (key === ' ' && !repeat) return { kind: 'toggle', extends: shiftKey };
  return undefined;
}

function characterCommand({ key, shiftKey }: PressedKey): ListCommand | undefined {
  // On most keyboards "?" is written with Shift.
  if (key === '?') return { kind: 'help' };
  if (shiftKey) return undefined;
  if (key === 'Escape') return { kind: 'clear' };
  const letter = key.toLowerCase();
  if (letter === 'z') return { kind: 'undo' };
  const answer = answers.get(letter);
  return answer && { kind: 'answer', answer };
}

/** Rows that Page Up and Page Down go by, at the least. */
const minPageRows = 1;

interface Position {
  /** Among the meetings. */
  readonly index: number;
  readonly count: number;
  /** Meetings that fit on the screen. */
  readonly pageRows: number;
}

/** The index of the meeting to go to; the same index at the ends. */
export function indexAfter(to: Move, { index, count, pageRows }: Position): number {
  const page = Math.max(minPageRows, pageRows);
  const targets: Readonly<Record<Move, number>> = {
    next: index + 1,
    previous: index - 1,
    first: 0,
    last: count - 1,
    page_down: index + page,
    page_up: index - page,
  };
  return Math.min(Math.max(targets[to], 0), count - 1);
}
