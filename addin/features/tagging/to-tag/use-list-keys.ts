/** The keyboard of the list: hears the keys of the whole list at one place, and none of those that are typed into a field or a menu. */
import type { KeyboardEvent } from 'react';
import { commandOf, type KeyPlace, type ListCommand } from './list-keys.ts';

/** Does what a key asks for at a row, undefined outside of the rows. False when there was nothing to do: then the browser goes on. */
export type Perform = (command: ListCommand, rowId: string | undefined) => boolean;

/** For the element around the rows, which carry `data-row` with their id. */
export function useListKeys(perform: Perform): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const { target, currentTarget, nativeEvent } = event;
    // A menu that belongs to a row stands elsewhere in the page, and its keys are its own.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    const command = commandOf(nativeEvent, placeOf(target));
    // A row's details are closed by the same Escape, and take it for themselves.
    if (!command || (event.defaultPrevented && command.kind !== 'clear')) return;
    const rowId = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (perform(command, rowId)) event.preventDefault();
  };
}

/** What takes letters; boxes to tick take none. */
const fields = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

function placeOf(target: HTMLElement): KeyPlace {
  if (target.dataset['row'] !== undefined) return 'row';
  return target.matches(fields) ? 'field' : 'control';
}
