/** On which day weeks begin: by the region, and on Monday where the browser does not say. */
import { afterEach, describe, expect, it } from 'vitest';
import { firstWeekdayOf } from '../../../addin/features/tagging/to-tag/first-weekday.ts';

const [monday, saturday, sunday] = [1, 6, 7];

describe('weeks begin', () => {
  it.each([
    ['de-DE', monday],
    ['en-GB', monday],
    ['en-DE', monday],
    ['en-US', sunday],
    ['es-MX', sunday],
    ['ar-EG', saturday],
  ])('in %s on day %i', (locale, weekday) => {
    expect(firstWeekdayOf(locale)).toBe(weekday);
  });
});

describe('a browser that does not say', () => {
  const own = Object.getOwnPropertyDescriptor(Intl.Locale.prototype, 'getWeekInfo');

  afterEach(() => {
    if (own) Object.defineProperty(Intl.Locale.prototype, 'getWeekInfo', own);
  });

  it.each([[undefined], [() => ({})], [() => ({ firstDay: 0 })]])('is given Monday', (getWeekInfo) => {
    Object.defineProperty(Intl.Locale.prototype, 'getWeekInfo', { value: getWeekInfo, configurable: true, writable: true });
    Object.defineProperty(Intl.Locale.prototype, 'weekInfo', { value: undefined, configurable: true, writable: true });
    expect(firstWeekdayOf('en-US')).toBe(monday);
  });
});
