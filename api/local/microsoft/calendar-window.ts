// The time window that calendarView and its delta are asked for, with Exchange's own refusals.
import { invalidParameter, refuse } from './graph-http.ts';
import type { Window } from './mailbox-store.ts';

/** Exchange refuses a longer view. */
const maxWindowDays = 1825;
const dayMs = 86_400_000;

/** The half-open window; both ends are required, a value without offset is UTC. */
export function readWindow(query: Readonly<Record<string, string>>): Window {
  const lowered = new Map(Object.entries(query).map(([name, value]) => [name.toLowerCase(), value]));
  const from = lowered.get('startdatetime');
  const to = lowered.get('enddatetime');
  if (from === undefined || to === undefined) {
    return refuse(
      invalidParameter('This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.'),
    );
  }
  const window = { fromMs: readInstant(from), toMs: readInstant(to) };
  if (!(window.fromMs <= window.toMs)) return refuse(invalidParameter('EndDateTime must not be before StartDateTime.'));
  if (window.toMs - window.fromMs > maxWindowDays * dayMs) {
    return refuse({
      status: 400,
      code: 'ErrorCalendarViewRangeTooBig',
      message: `The specified view range exceeds the maximum range of ${maxWindowDays} days.`,
    });
  }
  return window;
}

function readInstant(text: string): number {
  const atMs = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(atMs) ? refuse(invalidParameter(`The value '${text}' is not a valid date and time.`)) : atMs;
}
