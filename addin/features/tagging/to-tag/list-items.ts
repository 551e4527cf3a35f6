/** The page "To tag" as one flat list, of which only a window is drawn: a heading per day, and below it that day's meetings. Pure. */
import type { Meeting } from '../../../../api/contract/tagging.ts';
import type { MeetingDay } from '../meeting-days.ts';

export type ListItem =
  | { readonly kind: 'day'; readonly key: string; readonly day: MeetingDay }
  | { readonly kind: 'meeting'; readonly key: string; readonly meeting: Meeting };

/** In the order of the days; a meeting's key is its id. */
export function listItems(days: readonly MeetingDay[]): readonly ListItem[] {
  return days.flatMap((day): readonly ListItem[] => [
    { kind: 'day', key: `day-${day.on}`, day },
    ...day.meetings.map((meeting) => ({ kind: 'meeting' as const, key: meeting.meetingId, meeting })),
  ]);
}

/** The meetings in the list's order. */
export function meetingsIn(items: readonly ListItem[]): readonly Meeting[] {
  return items.flatMap((item) => (item.kind === 'meeting' ? [item.meeting] : []));
}

/** The indexes that are drawn: those of the window, and the one that the Tab key reaches wherever it is, so that the focus is never lost. */
export function withKept(drawn: readonly number[], keptIndex: number): number[] {
  return keptIndex < 0 || drawn.includes(keptIndex) ? [...drawn] : [...drawn, keptIndex].sort((a, b) => a - b);
}
