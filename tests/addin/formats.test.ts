/** Days, money and sentences as people read them; no clock, no device zone. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import { createFormats, dayAfter, daysBetween, localDayOf, usableTimeZone } from '../../addin/ui/formats.ts';
import { createText, textLocale } from '../../addin/ui/text-format.ts';

const formats = createFormats({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
const todayOn = '2026-11-23';

describe('days', () => {
  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-21', '2 days ago'],
    ['2026-10-06', '48 days ago'],
    ['2025-10-19', '400 days ago'],
    ['2026-11-24', 'tomorrow'],
    ['2026-12-04', 'in 11 days'],
  ])('%s reads as %s', (on, words) => {
    expect(formats.daysAgo({ on, todayOn })).toBe(words);
  });

  it('are counted across the change of the clocks', () => {
    expect(daysBetween({ fromOn: '2026-10-24', toOn: '2026-10-26' })).toBe(2);
    expect(daysBetween({ fromOn: '2026-10-26', toOn: '2026-10-24' })).toBe(-2);
  });

  it('are those of the zone in which the person is', () => {
    expect(localDayOf('2026-11-22T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-23');
    expect(localDayOf('2026-11-22T23:30:00Z', 'America/New_York')).toBe('2026-11-22');
  });

  it.each([
    [30, '30 days'],
    [60, '60 days'],
    [61, '2 months'],
    [335, '11 months'],
  ])('%i of them last %s', (days, words) => {
    expect(formats.duration(days)).toBe(words);
  });
});

describe('times', () => {
  it('name no date, even when a meeting ends after midnight', () => {
    expect(formats.timeRange({ startsAt: '2026-11-20T21:30:00Z', endsAt: '2026-11-20T23:00:00Z' })).toBe('22:30–0:00');
  });
});

describe('the zone of the device', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Etc/Unknown', 'UTC'],
    [undefined, 'UTC'],
  ])('reported as %s is %s', (reported, zone) => {
    expect(usableTimeZone(reported)).toBe(zone);
  });
});

describe('money', () => {
  it.each([
    [190_000_000, 'EUR', '€1.9m', '€1,900,000'],
    [42_012_345, 'EUR', '€420.1k', '€420,123'],
    [0, 'EUR', '€0', '€0'],
    [1_900_000, 'JPY', 'JP¥1.9m', 'JP¥1,900,000'],
  ])('%i %s is short in the list and full in the tooltip', (minor, currency, short, full) => {
    expect(formats.money({ minor, currency })).toBe(short);
    expect(formats.fullMoney({ minor, currency })).toBe(full);
  });
});

describe('the language', () => {
  it.each([
    ['en-US', 'en-US'],
    ['de-DE', 'en-DE'],
    ['pt', 'en'],
    ['not a locale', 'en'],
  ])('of a host in %s is %s', (host, locale) => {
    expect(textLocale(host)).toBe(locale);
  });

  it('has plurals', () => {
    const text = createText('en', en);
    expect(text('meeting.unanswered', { count: 1 })).toBe('1 unanswered');
    expect(text('tag.people.more', { count: 2 })).toBe('2 more');
    expect(text('team.headline.virtual', { count: 0, revenue: '€0' })).toBe('None completely virtual.');
  });

  it('reads the words of a reason, or does without them', () => {
    const text = createText('en', en);
    expect(text('reason.restaurant', { words: 'Trattoria Da Enzo' })).toBe('“Trattoria Da Enzo” in the location');
    expect(text('reason.restaurant', { words: 'empty' })).toBe('a restaurant in the location');
  });
});

describe('a day', () => {
  it.each([
    ['2026-11-23', 45, '2027-01-07'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %i days give %s', (on, days, result) => {
    expect(dayAfter({ on, days })).toBe(result);
  });

  it('has a month of its own, whatever the zone', () => {
    const formats = createFormats({ locale: 'en-GB', timeZone: 'America/Los_Angeles' });
    expect(formats.month('2026-03-01')).toBe('March 2026');
    expect(formats.shortMonth('2026-03-01')).toBe('Mar');
  });
});

describe('the catalogue', () => {
  it('holds nothing but messages that can be read', () => {
    const unreadable = Object.entries(en).filter(([, message]) => !isReadable(message));
    expect(unreadable).toEqual([]);
    expect(isReadable('{count, plural, one {# day}}')).toBe(false);
  });

  it('is plain: no exclamation marks, no emoji, no product name of others', () => {
    for (const message of Object.values(en)) expect(message).not.toMatch(/!|\p{Extended_Pictographic}|FaceTime/u);
  });
});

function isReadable(message: string): boolean {
  try {
    return new IntlMessageFormat(message, 'en').getAst().length >= 0;
  } catch {
    return false;
  }
}
