/** The rows of a list as one stop of the Tab key: the arrows, Home and End go from row to row, as in Outlook's own lists. */
import { type FocusEvent, type KeyboardEvent, useState } from 'react';

interface RovingRows {
  /** The row that Tab reaches; undefined in an empty list. */
  readonly stopId: string | undefined;
  /** For the element around the rows. */
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Rows carry `data-row` with their id and stand in the order of `ids`, the first of which is the stop at first. */
export function useRovingRows(ids: readonly string[]): RovingRows {
  const [currentId, setCurrentId] = useState<string | undefined>();
  return {
    stopId: ids.find((id) => id === currentId) ?? ids[0],
    onFocus: ({ target }) => {
      const id = rowIdOf(target);
      if (id !== undefined) setCurrentId(id);
    },
    onKeyDown: (event) => {
      const id = rowIdOf(event.target);
      if (id === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const nextId = ids[rowAfterKey(event.key, { index: ids.indexOf(id), count: ids.length }) ?? -1];
      if (nextId === undefined) return;
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[data-row="${CSS.escape(nextId)}"]`)?.focus();
    },
  };
}

/** The index after a key; undefined for keys that move nothing, and at the ends. */
export function rowAfterKey(key: string, { index, count }: { readonly index: number; readonly count: number }): number | undefined {
  const next = new Map([
    ['ArrowDown', index + 1],
    ['ArrowUp', index - 1],
    ['Home', 0],
    ['End', count - 1],
  ]).get(key);
  return next === undefined || next < 0 || next >= count || next === index ? undefined : next;
}

/** Of the row itself; what stands inside a row keeps its own keys. */
function rowIdOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset['row'] : undefined;
}
