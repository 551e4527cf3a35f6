/** The large strip: every meeting has a mark, on its day and beside the others. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneMarks, maxLanes, monthStarts, remoteSinceOn } from '../../addin/features/accounts/meeting-lanes.ts';
import { dayAfter } from '../../addin/ui/formats.ts';
import { meeting, todayOn } from './account-reply.ts';

const layout = { widthPx: 375, paddingPx: 5, gapPx: 10 };

describe('the marks', () => {
  it('stand on their day, oldest first', () => {
    const marks = laneMarks([meeting('new', todayOn, 'virtual'), meeting('old', '2025-11-23', 'virtual')], todayOn, layout);
    expect(marks.map(({ meeting: { meetingId }, x, lane }) => [meetingId, x, lane])).toEqual([
      ['old', 5, 0],
      ['new', 370, 0],
    ]);
  });

  it('take the next lane where there is no room, and the near ones the lowest', () => {
    const marks = laneMarks(
      [meeting('call', '2026-11-01', 'virtual'), meeting('lunch', '2026-11-02', 'in_person'), meeting('later', '2026-11-03', 'phone')],
      todayOn,
      layout,
    );
    expect(Object.fromEntries(marks.map(({ meeting: { meetingId }, lane }) => [meetingId, lane]))).toEqual({ lunch: 0, call: 1, later: 2 });
  });

  // One pixel is one day here.
  it.each([
    ['2026-11-13', 0],
    ['2026-11-14', 1],
  ])('of today and %s need another lane from less than the gap: %i', (on, lane) => {
    const marks = laneMarks([meeting('today', todayOn, 'in_person'), meeting('other', on, 'virtual')], todayOn, layout);
    expect(marks.find(({ meeting: { meetingId } }) => meetingId === 'other')?.lane).toBe(lane);
  });

  it('of a day with more meetings than lanes share the highest', () => {
    const many = Array.from({ length: maxLanes + 3 }, (_none, index) => meeting(String(index), todayOn, 'virtual'));
    expect(laneMarks(many, todayOn, layout).filter(({ lane }) => lane === maxLanes - 1)).toHaveLength(4);
  });

  it('are all there, and never more lanes than fit, however many there are', () => {
    const daysAgo = fc.array(fc.integer({ min: 0, max: 365 }), { maxLength: 200 });
    fc.assert(
      fc.property(daysAgo, (days) => {
        const marks = laneMarks(
          days.map((ago, index) => meeting(String(index), dayAfter({ on: todayOn, days: -ago }), ago % 3 === 0 ? 'in_person' : 'virtual')),
          todayOn,
          layout,
        );
        return marks.length === days.length && marks.every(({ lane }) => lane < maxLanes);
      }),
    );
  });
});

describe('the months', () => {
  it('are the twelve up to today, across the year', () => {
    expect(monthStarts('2026-02-14')).toEqual([
      '2025-03-01',
      '2025-04-01',
      '2025-05-01',
      '2025-06-01',
      '2025-07-01',
      '2025-08-01',
      '2025-09-01',
      '2025-10-01',
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
    ]);
  });
});

describe('since when meetings are remote', () => {
  const meetings = [
    meeting('3', '2026-05-10', 'phone'),
    meeting('2', '2026-03-02', 'virtual'),
    meeting('same day', '2026-03-02', 'phone'),
    meeting('1', '2026-02-01', 'in_person'),
    meeting('call on the day of the visit', '2026-02-01', 'virtual'),
    meeting('0', '2026-01-01', 'virtual'),
  ];

  it('is the day of the first one after the last in person; two on a day are one', () => {
    expect(remoteSinceOn(meetings, 2, '2026-02-01')).toBe('2026-03-02');
    expect(remoteSinceOn(meetings, 4, null)).toBe('2026-01-01');
  });

  it('is not known when the row is longer than the meetings at hand', () => {
    expect(remoteSinceOn(meetings, 5, null)).toBeUndefined();
  });
});
