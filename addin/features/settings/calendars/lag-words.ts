/** How long ago a calendar was looked at, in the largest unit that it fills. Pure. */
import type { TextKey } from '../../../../api/contract/text/en.ts';

interface LagWords {
  readonly key: Extract<TextKey, `calendars.lag.${string}`>;
  /** Whole units, rounded down. */
  readonly count: number;
}

const secondsPerMinute = 60;
const secondsPerHour = 3_600;
const secondsPerDay = 86_400;

/** Minutes below an hour, hours below two days, days from there; null is never. */
export function lagWords(lagSeconds: number | null): LagWords {
  if (lagSeconds === null) return { key: 'calendars.lag.never', count: 0 };
  if (lagSeconds < secondsPerHour) return { key: 'calendars.lag.minutes', count: Math.floor(lagSeconds / secondsPerMinute) };
  if (lagSeconds < 2 * secondsPerDay) return { key: 'calendars.lag.hours', count: Math.floor(lagSeconds / secondsPerHour) };
  return { key: 'calendars.lag.days', count: Math.floor(lagSeconds / secondsPerDay) };
}
