/** The touch strip: where marks stand, which one gives way, and what the strip says in words. */
import { describe, expect, it } from 'vitest';
import { placeMarks, type StripLayout, type StripMark, summariseStrip, xOfDaysAgo } from '../../addin/ui/touch-strip-layout.ts';

const layout: StripLayout = { widthPx: 375, paddingPx: 5, gapPx: 6 };
const todayOn = '2026-11-23';

describe('a mark', () => {
  it.each([
    [0, 370],
    [365, 5],
    [400, 5],
  ])('%i days ago stands at %i px', (daysAgo, x) => {
    expect(xOfDaysAgo(daysAgo, layout)).toBe(x);
  });

  it('stands at its day, oldest first', () => {
    const strip: StripMark[] = [
      { on: '2026-11-23', mark: 'virtual' },
      { on: '2026-10-24', mark: 'phone' },
    ];
    expect(placeMarks(strip, todayOn, layout)).toMatchObject([
      { mark: 'phone', x: 340 },
      { mark: 'virtual', x: 370 },
    ]);
  });

  it('of a near meeting is never covered by remote ones', () => {
    const strip: StripMark[] = [
      { on: '2026-11-18', mark: 'virtual' },
      { on: '2026-11-20', mark: 'in_person' },
      { on: '2026-11-21', mark: 'untagged' },
      { on: '2026-11-22', mark: 'hybrid' },
    ];
    expect(placeMarks(strip, todayOn, layout).map(({ mark }) => mark)).toEqual(['in_person']);
  });

  it('gives way only where there is no room', () => {
    const strip: StripMark[] = [
      { on: '2026-11-14', mark: 'virtual' },
      { on: '2026-11-20', mark: 'in_person' },
    ];
    expect(placeMarks(strip, todayOn, layout)).toHaveLength(2);
  });
});

describe('the words of a strip', () => {
  it('count all meetings that took place, and the remote ones since the last near one', () => {
    expect(
      summariseStrip([
        { on: '2026-01-10', mark: 'virtual' },
        { on: '2026-02-10', mark: 'in_person' },
        { on: '2026-02-10', mark: 'phone' },
        { on: '2026-03-10', mark: 'virtual' },
        { on: '2026-04-10', mark: 'not_held' },
        { on: '2026-05-10', mark: 'untagged' },
      ]),
    ).toEqual({ total: 5, near: 1, lastNearOn: '2026-02-10', remoteSince: 1, untagged: 1 });
  });

  it('say that there was none', () => {
    expect(summariseStrip([])).toEqual({ total: 0, near: 0, lastNearOn: undefined, remoteSince: 0, untagged: 0 });
  });
});
