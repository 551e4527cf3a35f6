/** Whatever a host or browser reports as its language, Intl can work with what the pages get. */
import { describe, expect, it } from 'vitest';
import { localeOf } from '../../addin/host/locale.ts';
import { createFormats } from '../../addin/ui/formats.ts';
import { textLocale } from '../../addin/ui/text-format.ts';

describe('a reported language', () => {
  it.each([
    ['en-GB', 'en-GB'],
    ['en-gb', 'en-GB'],
    ['en-US@posix', 'en-US'],
    ['de_DE.UTF-8', 'de-DE'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['C', 'en'],
    ['not a locale', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s is %s', (reported, locale) => {
    expect(localeOf(reported)).toBe(locale);
  });

  it.each([
    ['en-US@posix', 'yesterday'],
    ['POSIX', 'yesterday'],
    ['de_DE.UTF-8', 'gestern'],
    ['', 'yesterday'],
  ])('%s leaves days readable', (reported, words) => {
    const formats = createFormats({ locale: textLocale(localeOf(reported)), timeZone: 'UTC' });
    expect(formats.daysAgo({ on: '2026-11-22', todayOn: '2026-11-23' })).toBe(words);
  });
});
