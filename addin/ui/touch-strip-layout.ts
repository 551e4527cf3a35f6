/** Where the marks of a touch strip stand, and what the strip says in words. Pure; draws nothing. */
import { healthPolicy, isNear, type TouchMark } from '../../api/contract/vocabulary.ts';
import { daysBetween } from './formats.ts';

export interface StripMark {
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string;
  readonly mark: TouchMark;
}

export interface PlacedMark extends StripMark {
  /** Centre, in pixels from the left edge. */
  readonly x: number;
}

export interface StripLayout {
  readonly widthPx: number;
  /** Room for half a mark at both ends. */
  readonly paddingPx: number;
  /** Marks nearer to each other than this are not drawn both. */
  readonly gapPx: number;
}

/** From the most to the least telling: where two do not fit, the first one stands. */
const precedence: readonly TouchMark[] = ['in_person', 'hybrid', 'virtual', 'phone', 'untagged', 'not_held'];

/** Pixels from the left edge for a day this many days ago; today stands at the right end. */
export function xOfDaysAgo(daysAgo: number, { widthPx, paddingPx }: StripLayout): number {
  const share = Math.min(Math.max(daysAgo / healthPolicy.stripDays, 0), 1);
  return widthPx - paddingPx - share * (widthPx - 2 * paddingPx);
}

/**
 * Every mark at its true day, oldest first. Where a year has more meetings than a row has room, a near meeting is never covered by a
 * remote one; within one kind the newest stands. The words of the strip still count all of them.
 */
export function placeMarks(strip: readonly StripMark[], todayOn: string, layout: StripLayout): readonly PlacedMark[] {
  const newestFirst = strip
    .map((entry) => ({ ...entry, x: xOfDaysAgo(daysBetween({ fromOn: entry.on, toOn: todayOn }), layout) }))
    .sort((a, b) => precedence.indexOf(a.mark) - precedence.indexOf(b.mark) || b.x - a.x);
  const placed: PlacedMark[] = [];
  for (const entry of newestFirst) {
    if (placed.every(({ x }) => Math.abs(x - entry.x) >= layout.gapPx)) placed.push(entry);
  }
  return placed.sort((a, b) => a.x - b.x);
}

export interface StripSummary {
  readonly total: number;
  readonly near: number;
  readonly lastNearOn: string | undefined;
  /** Remote meetings on days after the last near one; all of them when there is none. */
  readonly remoteSince: number;
  readonly untagged: number;
}

/** What the text alternative counts. Meetings that did not happen are in no figure. */
export function summariseStrip(strip: readonly StripMark[]): StripSummary {
  const held = strip.filter(({ mark }) => mark !== 'not_held');
  const near = held.filter(({ mark }) => isNearMark(mark));
  const lastNearOn = near
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const remote = held.filter(({ mark }) => mark === 'virtual' || mark === 'phone');
  return {
    total: held.length,
    near: near.length,
    lastNearOn,
    remoteSince: remote.filter(({ on }) => lastNearOn === undefined || on > lastNearOn).length,
    untagged: held.filter(({ mark }) => mark === 'untagged').length,
  };
}

/** In person or hybrid. */
export function isNearMark(mark: TouchMark): boolean {
  return mark !== 'untagged' && mark !== 'not_held' && isNear(mark);
}
