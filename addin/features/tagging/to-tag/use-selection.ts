/** The selection of the list as state: only meetings that stand open are ever in it. */
import { useState } from 'react';
import type { Meeting } from '../../../../api/contract/tagging.ts';
import { extendedTo, groupState, type GroupState, groupToggled, nothingSelected, type Selection, toggled } from './selection.ts';

export interface MeetingSelection {
  /** In the list's order. */
  readonly meetings: readonly Meeting[];
  readonly has: (id: string) => boolean;
  /** Undefined for a group without an open meeting. */
  readonly stateOf: (group: readonly Meeting[]) => GroupState | undefined;
  readonly toggle: (id: string) => void;
  /** From where the last range began, or else from `fromId`. */
  readonly extendTo: (id: string, fromId?: string) => void;
  readonly toggleGroup: (group: readonly Meeting[]) => void;
  readonly selectAll: (meetings: readonly Meeting[]) => void;
  readonly clear: () => void;
}

export function useSelection(all: readonly Meeting[], isOpen: (meeting: Meeting) => boolean): MeetingSelection {
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const openIds = (meetings: readonly Meeting[]): readonly string[] => meetings.filter(isOpen).map(({ meetingId }) => meetingId);
  return {
    // What was answered meanwhile, here or elsewhere, falls out by itself.
    meetings: selection.ids.size === 0 ? [] : all.filter((meeting) => selection.ids.has(meeting.meetingId) && isOpen(meeting)),
    has: (id) => selection.ids.has(id),
    stateOf: (group) => {
      const ids = openIds(group);
      return ids.length > 0 ? groupState(selection, ids) : undefined;
    },
    toggle: (id) => setSelection((now) => toggled(now, id)),
    extendTo: (id, fromId) => setSelection((now) => extendedTo({ ...now, anchorId: now.anchorId ?? fromId }, id, openIds(all))),
    toggleGroup: (group) => setSelection((now) => groupToggled(now, openIds(group))),
    selectAll: (meetings) => setSelection({ ids: new Set(openIds(meetings)), anchorId: undefined }),
    clear: () => setSelection(nothingSelected),
  };
}
