/** The rows of the page "To tag": open meetings and those answered a moment ago, by local day. Pure. */
import type { Meeting } from '../../../api/contract/tagging.ts';
import { localDayOf } from '../../ui/formats.ts';

export interface MeetingDay {
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Newest first. */
  readonly meetings: readonly Meeting[];
}

/** Newest day first; each meeting once, as the server last told it. `timeZone` is IANA. */
export function meetingDays(
  lists: { readonly pending: readonly Meeting[]; readonly answered: readonly Meeting[] },
  timeZone: string,
): readonly MeetingDay[] {
  const byId = new Map([...lists.answered, ...lists.pending].map((meeting) => [meeting.meetingId, meeting]));
  const newestFirst = [...byId.values()].sort((a, b) =>
    a.startsAt === b.startsAt ? (a.meetingId < b.meetingId ? -1 : 1) : a.startsAt < b.startsAt ? 1 : -1,
  );
  const byDay = new Map<string, Meeting[]>();
  for (const meeting of newestFirst) {
    const on = dayOf(meeting, timeZone);
    const meetings = byDay.get(on) ?? [];
    meetings.push(meeting);
    byDay.set(on, meetings);
  }
  return [...byDay].map(([on, meetings]) => ({ on, meetings }));
}

/** A long list is put in order anew after every answer, and nearly all of its meetings are the same objects as before. */
const knownDays = new WeakMap<Meeting, { readonly timeZone: string; readonly on: string }>();

function dayOf(meeting: Meeting, timeZone: string): string {
  const known = knownDays.get(meeting);
  if (known?.timeZone === timeZone) return known.on;
  const on = localDayOf(meeting.startsAt, timeZone);
  knownDays.set(meeting, { timeZone, on });
  return on;
}
