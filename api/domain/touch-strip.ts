/** The touch strip: the last twelve months of an account as one row of marks, oldest first. */
import { addDays, type CalendarDay } from './calendar-day.ts';
import { healthPolicy } from './health-policy.ts';
import type { Modality, Outcome } from './tag-vocabulary.ts';

export const touchMarks = ['in_person', 'hybrid', 'virtual', 'phone', 'untagged', 'not_held'] as const;
export type TouchMark = (typeof touchMarks)[number];

export interface StripMeeting {
  readonly on: CalendarDay;
  /** Absent while nobody has answered. */
  readonly outcome?: Outcome | undefined;
  readonly modality?: Modality | undefined;
  /** Whether a contact of the account was there; a held meeting without one is no touchpoint and shows no mark. */
  readonly hasContactPresent: boolean;
}

export interface StripEntry {
  readonly on: CalendarDay;
  readonly mark: TouchMark;
}

/**
 * One entry per meeting that has ended, oldest first, none older than the strip's length, at most `maxStripMarks`. The seller's day may lie
 * ahead of the tenant's today: it stays, and stands at the right edge.
 */
export function touchStrip(meetings: readonly StripMeeting[], todayOn: CalendarDay): readonly StripEntry[] {
  const firstOn = addDays(todayOn, -healthPolicy.stripDays);
  const entries: StripEntry[] = [];
  for (const meeting of meetings) {
    const mark = markOf(meeting);
    if (mark && meeting.on >= firstOn) entries.push({ on: meeting.on, mark });
  }
  entries.sort((a, b) => (a.on === b.on ? touchMarks.indexOf(b.mark) - touchMarks.indexOf(a.mark) : a.on < b.on ? -1 : 1));
  return entries.slice(-healthPolicy.maxStripMarks);
}

/** Undefined for a held meeting without a contact of the account: it shows no mark. */
export function markOf({ outcome, modality, hasContactPresent }: StripMeeting): TouchMark | undefined {
  if (!outcome) return 'untagged';
  if (outcome !== 'held') return 'not_held';
  return hasContactPresent ? modality : undefined;
}
