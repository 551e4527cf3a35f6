/** Days, money and sentences as people read them; no clock, no device zone. */
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import { tabFace as de } from '../../api/contract/text/de/tab-face.ts';
import { tabFace as es } from '../../api/contract/text/es/tab-face.ts';
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
    ['de-AT', 'de-AT'],
    ['fr-FR', 'en-FR'],
    ['es-MX', 'es-MX'],
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

describe('German', () => {
  const german = createFormats({ locale: 'de-DE', timeZone: 'Europe/Berlin' });

  it.each([
    ['2026-11-23', 'heute'],
    ['2026-11-21', 'vorgestern'],
    ['2026-10-06', 'vor 48 Tagen'],
    ['2026-12-04', 'in 11 Tagen'],
  ])('tells %s as %s', (on, words) => {
    expect(german.daysAgo({ on, todayOn })).toBe(words);
  });

  it('writes days its own way', () => {
    expect(german.day(todayOn)).toBe('Mo., 23. Nov.');
    expect(german.fullDay(todayOn)).toBe('Montag, 23. November 2026');
    expect(german.date(todayOn)).toBe('23.11.2026');
    expect(german.duration(335)).toBe('11 Monate');
  });

  it.each([
    [190_000_000, '1,9\u00a0Mio.\u00a0€', '1.900.000\u00a0€'],
    [42_012_345, '420.100\u00a0€', '420.123\u00a0€'],
    [0, '0\u00a0€', '0\u00a0€'],
  ])('has its own marks for %i cents, and no short word for thousands', (minor, short, full) => {
    expect(german.money({ minor, currency: 'EUR' })).toBe(short);
    expect(german.fullMoney({ minor, currency: 'EUR' })).toBe(full);
  });

  it('has its own marks for shares, for numbers in sentences and for what is typed', () => {
    expect(german.share(0.61)).toBe('61\u00a0%');
    expect(german.typedAmount({ minor: 123_450, currency: 'EUR' })).toBe('1234,50');
    expect(createText('de-DE', de)('settings.events', { count: 15_199 })).toBe('15.199 Termine gelesen');
  });

  it('ends no sentence right after a day, whose short form ends in a point itself', () => {
    expect(Object.values(de).filter((message) => /\{(?:day|due|first|last)\}+\./.test(message))).toEqual([]);
  });
});

describe('Spanish', () => {
  const spanish = createFormats({ locale: 'es-ES', timeZone: 'Europe/Madrid' });

  it.each([
    ['2026-11-23', 'hoy'],
    ['2026-11-22', 'ayer'],
    ['2026-10-06', 'hace 48 días'],
    ['2026-12-04', 'dentro de 11 días'],
  ])('tells %s as %s', (on, words) => {
    expect(spanish.daysAgo({ on, todayOn })).toBe(words);
  });

  it('writes days its own way', () => {
    expect(spanish.day(todayOn)).toBe('lun, 23 nov');
    expect(spanish.fullDay(todayOn)).toBe('lunes, 23 de noviembre de 2026');
    expect(spanish.date(todayOn)).toBe('23 nov 2026');
    expect(spanish.duration(335)).toBe('11 meses');
  });

  it.each([
    [190_000_000, '1,9\u00a0M\u00a0€', '1.900.000\u00a0€'],
    [42_012_345, '420,1\u00a0mil\u00a0€', '420.123\u00a0€'],
  ])('has its own marks for %i cents', (minor, short, full) => {
    expect(spanish.money({ minor, currency: 'EUR' })).toBe(short);
    expect(spanish.fullMoney({ minor, currency: 'EUR' })).toBe(full);
  });

  it('has its own marks for shares, for numbers in sentences and for what is typed', () => {
    expect(spanish.share(0.61)).toBe('61\u00a0%');
    expect(spanish.typedAmount({ minor: 123_450, currency: 'EUR' })).toBe('1234,50');
    expect(createText('es-ES', es)('settings.events', { count: 15_199 })).toBe('15.199 eventos leídos');
  });

  it('joins names by its own word, also before the same sound', () => {
    expect(spanish.list(['Dana Lee', 'Sam Ortiz'])).toBe('Dana Lee y Sam Ortiz');
    expect(spanish.list(['Dana Lee', 'Ines Ibarra'])).toBe('Dana Lee e Ines Ibarra');
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
