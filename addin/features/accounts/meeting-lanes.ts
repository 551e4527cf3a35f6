/** Where the marks of the large strip stand: every meeting has one, on its day, above others that need the same room. Pure. */
import type { AccountMeeting } from '../../../api/contract/accounts.ts';
import { daysBetween } from '../../ui/formats.ts';
import { isNearMark, type StripLayout, xOfDaysAgo } from '../../ui/touch-strip-layout.ts';

export interface LaneMark {
  readonly meeting: AccountMeeting;
  /** Centre, in pixels from the left edge. */
  readonly x: number;
  /** 0 is the lowest. */
  readonly lane: number;
}

/** What does not fit into so many lanes stands in the highest, over its neighbours. */
export const maxLanes = 8;

/** Oldest first. Near meetings take the lowest lane that is free, then the remote ones do, so that the near ones form a line. */
export function laneMarks(meetings: readonly AccountMeeting[], todayOn: string, layout: StripLayout): readonly LaneMark[] {
  const oldestFirst = [...meetings].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const byRank = [...oldestFirst.filter(({ mark }) => isNearMark(mark)), ...oldestFirst.filter(({ mark }) => !isNearMark(mark))];
  const lanes: number[][] = [];
  const placed = new Map<string, LaneMark>();
  for (const meeting of byRank) {
    const x = xOfDaysAgo(daysBetween({ fromOn: meeting.on, toOn: todayOn }), layout);
    const lane = freeLane(lanes, x, layout.gapPx);
    (lanes[lane] ??= []).push(x);
    placed.set(meeting.meetingId, { meeting, x, lane });
  }
  return oldestFirst.flatMap(({ meetingId }) => placed.get(meetingId) ?? []);
}

function freeLane(lanes: readonly (readonly number[])[], x: number, gapPx: number): number {
  const found = lanes.findIndex((taken) => taken.every((other) => Math.abs(other - x) >= gapPx));
  return found >= 0 ? found : Math.min(lanes.length, maxLanes - 1);
}

/** The first days of the months in the twelve months up to today, oldest first. */
export function monthStarts(todayOn: string): readonly string[] {
  const year = Number(todayOn.slice(0, 4));
  const month = Number(todayOn.slice(5, 7));
  return Array.from({ length: 12 }, (_none, index) => {
    const months = year * 12 + month - 1 - (11 - index);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  });
}

/** The day of the first remote meeting since the last near one; undefined when the meetings do not reach back to it. */
export function remoteSinceOn(meetings: readonly AccountMeeting[], virtualStreak: number, lastNearOn: string | null): string | undefined {
  const days = meetings
    .filter(({ mark, on }) => (mark === 'virtual' || mark === 'phone') && (lastNearOn === null || on > lastNearOn))
    .map(({ on }) => on)
    .sort();
  return new Set(days).size === virtualStreak ? days[0] : undefined;
}
