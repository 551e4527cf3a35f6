/** The hour of a meeting where it takes place. Apart from the arithmetic of days, since it asks for nothing but the clock on the wall. */
import { isTimeZone } from './time-zone.ts';

/** One per zone met: a calendar names few, and making one takes as long as a thousand uses. Cleared before it could grow. */
const hourFormats = new Map<string, Intl.DateTimeFormat | undefined>();
const maxFormats = 1_000;

/** The hour of a local clock, 0 to 23; undefined for a zone that does not exist, such as Windows' names. */
export function localHour(instant: Date, timeZone: string): number | undefined {
  if (!hourFormats.has(timeZone)) {
    if (hourFormats.size >= maxFormats) hourFormats.clear();
    hourFormats.set(timeZone, hourFormat(timeZone));
  }
  const format = hourFormats.get(timeZone);
  return format && Number(format.format(instant));
}

function hourFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  return isTimeZone(timeZone) ? new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }) : undefined;
}
