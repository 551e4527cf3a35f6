/** The hour on the wall where a meeting takes place. */
import { expect, it } from 'vitest';
import { localHour } from '../../api/domain/local-hour.ts';

it.each([
  ['2026-05-04T10:30:00Z', 'UTC', 10],
  ['2026-05-04T10:30:00Z', 'Europe/Berlin', 12],
  ['2026-12-04T10:30:00Z', 'Europe/Berlin', 11],
  ['2026-05-04T22:30:00Z', 'Europe/Berlin', 0],
  ['2026-05-04T10:30:00Z', 'Asia/Kolkata', 16],
])('%s in %s is %i', (at, timeZone, hour) => {
  expect(localHour(new Date(at), timeZone)).toBe(hour);
});

it.each(['W. Europe Standard Time', 'Customized Time Zone', ''])('there is none in "%s", which is no zone of ours', (timeZone) => {
  expect(localHour(new Date('2026-05-04T10:30:00Z'), timeZone)).toBeUndefined();
});
