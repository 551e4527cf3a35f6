// The days of a recurrence as Outlook's dialog offers them daily and weekly. Months and years are not needed here and refused.
import type { PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { badRequest, refuse } from './graph-http.ts';

/** Exchange has 999 in a numbered range; a test has fewer. */
const maxOccurrences = 500;
/** No pattern goes on for longer here, also when it has no end. */
const maxDays = 3 * 366;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The days on which the series takes place, YYYY-MM-DD in its own zone, in order. */
export function daysOf({ pattern, range }: PatternedRecurrence): readonly string[] {
  const start = readDay(range?.startDate);
  const end = range?.type === 'endDate' ? readDay(range.endDate) : start.add({ days: maxDays });
  const most = range?.type === 'numbered' ? Math.min(range.numberOfOccurrences ?? 1, maxOccurrences) : maxOccurrences;
  const days: string[] = [];
  for (let day = start; days.length < most && Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    if (start.until(day).days > maxDays) break;
    if (takesPlaceOn(day, start, pattern)) days.push(day.toString());
  }
  return days;
}

function readDay(text: string | null | undefined): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text ?? '');
  } catch {
    return refuse(badRequest(`The day '${text ?? ''}' of the recurrence is not understood.`));
  }
}

function takesPlaceOn(day: Temporal.PlainDate, start: Temporal.PlainDate, pattern: PatternedRecurrence['pattern']): boolean {
  const interval = Math.max(1, pattern?.interval ?? 1);
  if (pattern?.type === 'daily') return start.until(day).days % interval === 0;
  if (pattern?.type !== 'weekly') return refuse(badRequest(`The pattern '${pattern?.type ?? ''}' is not simulated; use daily or weekly.`));
  const monday = start.subtract({ days: start.dayOfWeek - 1 });
  const isInWeek = Math.floor(monday.until(day).days / 7) % interval === 0;
  const names = pattern.daysOfWeek ?? [];
  return isInWeek && names.some((name) => name === weekdays[day.dayOfWeek - 1]);
}
