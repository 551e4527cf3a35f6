/** How long ago a calendar was looked at, in words. */
import { expect, it } from 'vitest';
import { lagWords } from '../../addin/features/settings/calendars/lag-words.ts';

it.each([
  [null, 'calendars.lag.never', 0],
  [0, 'calendars.lag.minutes', 0],
  [59, 'calendars.lag.minutes', 0],
  [60, 'calendars.lag.minutes', 1],
  [3_599, 'calendars.lag.minutes', 59],
  [3_600, 'calendars.lag.hours', 1],
  [172_799, 'calendars.lag.hours', 47],
  [172_800, 'calendars.lag.days', 2],
])('%s seconds are told by %s', (lagSeconds, key, count) => {
  expect(lagWords(lagSeconds)).toEqual({ key, count });
});
