/** Which meetings leave a mark on the touch strip, and in which order. Where marks are drawn is the add-in's. */
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay } from '../../api/domain/calendar-day.ts';
import { healthPolicy } from '../../api/domain/health-policy.ts';
import { type StripMeeting, type TouchMark, touchStrip } from '../../api/domain/touch-strip.ts';

const todayOn = calendarDay('2026-11-23');
const held = { on: todayOn, outcome: 'held', modality: 'in_person', hasContactPresent: true } as const;

describe('the touch strip', () => {
  it.each<[TouchMark, Omit<StripMeeting, 'on'>]>([
    ['in_person', { outcome: 'held', modality: 'in_person', hasContactPresent: true }],
    ['hybrid', { outcome: 'held', modality: 'hybrid', hasContactPresent: true }],
    ['virtual', { outcome: 'held', modality: 'virtual', hasContactPresent: true }],
    ['phone', { outcome: 'held', modality: 'phone', hasContactPresent: true }],
    ['untagged', { hasContactPresent: false }],
    ['not_held', { outcome: 'no_show', hasContactPresent: false }],
    ['not_held', { outcome: 'cancelled', hasContactPresent: false }],
    ['not_held', { outcome: 'rescheduled', hasContactPresent: false }],
  ])('marks %s for %o', (mark, meeting) => {
    expect(touchStrip([{ on: todayOn, ...meeting }], todayOn)).toEqual([{ on: todayOn, mark }]);
  });

  it('shows no mark for a held meeting without a contact', () => {
    expect(touchStrip([{ ...held, hasContactPresent: false }], todayOn)).toEqual([]);
  });

  it.each([
    [365, 1],
    [366, 0],
    [-1, 1],
  ])('of a meeting %i days ago holds %i marks', (daysAgo, marks) => {
    expect(touchStrip([{ ...held, on: addDays(todayOn, -daysAgo) }], todayOn)).toHaveLength(marks);
  });

  it('stands oldest first, on one day the near mark last, so that it lies on top', () => {
    const strip = touchStrip([held, { ...held, modality: 'virtual' }, { ...held, on: addDays(todayOn, -1) }], todayOn);
    expect(strip).toEqual([
      { on: '2026-11-22', mark: 'in_person' },
      { on: '2026-11-23', mark: 'virtual' },
      { on: '2026-11-23', mark: 'in_person' },
    ]);
  });

  it('leaves out the oldest beyond its limit', () => {
    const many = Array.from({ length: healthPolicy.maxStripMarks }, () => held);
    const strip = touchStrip([...many, { ...held, on: addDays(todayOn, -1) }], todayOn);
    expect(strip).toHaveLength(healthPolicy.maxStripMarks);
    expect(strip[0]?.on).toBe(todayOn);
  });
});
