/** The one row of the list that the Tab key reaches: the one that had the focus last, or what stands in its place once it has gone. */
import { type FocusEvent, useState } from 'react';
import type { Meeting } from '../../../../api/contract/tagging.ts';

export interface CurrentRow {
  /** Undefined in an empty list. */
  readonly id: string | undefined;
  readonly setId: (id: string) => void;
  /** For the element around the rows, which carry `data-row` with their id. */
  readonly onFocus: (event: FocusEvent) => void;
}

interface Remembered {
  readonly id: string;
  readonly index: number;
}

export function useCurrentRow(meetings: readonly Meeting[]): CurrentRow {
  const [remembered, setRemembered] = useState<Remembered | undefined>();
  const setId = (id: string): void => {
    if (id === remembered?.id) return;
    setRemembered({ id, index: meetings.findIndex(({ meetingId }) => meetingId === id) });
  };
  return {
    id: currentId(meetings, remembered),
    setId,
    onFocus: ({ target, currentTarget }) => {
      const row = currentTarget.contains(target) ? target.closest<HTMLElement>('[data-row]') : null;
      if (row?.dataset['row'] !== undefined) setId(row.dataset['row']);
    },
  };
}

/** Pure. The first row while none had the focus. */
export function currentId(meetings: readonly Meeting[], remembered: Remembered | undefined): string | undefined {
  if (!remembered) return meetings[0]?.meetingId;
  if (meetings.some(({ meetingId }) => meetingId === remembered.id)) return remembered.id;
  return meetings[Math.min(remembered.index, meetings.length - 1)]?.meetingId;
}
