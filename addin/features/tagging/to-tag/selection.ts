/** Which meetings are selected for one answer to all of them. Pure. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the meeting that was selected or taken out last. */
  readonly anchorId: string | undefined;
}

export const nothingSelected: Selection = { ids: new Set(), anchorId: undefined };

/** In or out, and the next range begins here. */
export function toggled({ ids }: Selection, id: string): Selection {
  return ids.has(id) ? { ids: without(ids, [id]), anchorId: id } : { ids: new Set([...ids, id]), anchorId: id };
}

/** With every meeting between the anchor and `id`, both included. `order` holds the ids that can be selected, as they stand in the list. */
export function extendedTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const to = order.indexOf(id);
  const anchor = selection.anchorId === undefined ? to : order.indexOf(selection.anchorId);
  if (to < 0) return selection;
  const from = anchor < 0 ? to : anchor;
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchorId: order[from] };
}

/** All of a group in, or, when they are in already, out. */
export function groupToggled({ ids }: Selection, group: readonly string[]): Selection {
  const isIn = group.every((id) => ids.has(id));
  return { ids: isIn ? without(ids, group) : new Set([...ids, ...group]), anchorId: group[0] };
}

export type GroupState = 'none' | 'some' | 'all';

export function groupState({ ids }: Selection, group: readonly string[]): GroupState {
  const count = group.filter((id) => ids.has(id)).length;
  if (count === 0) return 'none';
  return count === group.length ? 'all' : 'some';
}

function without(ids: ReadonlySet<string>, leaving: readonly string[]): ReadonlySet<string> {
  const gone = new Set(leaving);
  return new Set([...ids].filter((id) => !gone.has(id)));
}
