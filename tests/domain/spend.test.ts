/** An amount as it was typed is read exactly or not at all. */
import { describe, expect, it } from 'vitest';
import { isSpend, readSpend, spendPolicy } from '../../api/domain/spend.ts';

const english = { decimal: '.', group: ',' };
const german = { decimal: ',', group: '.' };
const french = { decimal: ',', group: '\u202f' };
const swiss = { decimal: '.', group: '’' };

describe('an amount', () => {
  it.each([
    ['84', english, 'EUR', 8_400],
    ['84.5', english, 'EUR', 8_450],
    [' 84,00 ', german, 'EUR', 8_400],
    ['1.234,50', german, 'EUR', 123_450],
    ['1,234.50', english, 'EUR', 123_450],
    ['1.234', german, 'EUR', 123_400],
    ['1,234', english, 'USD', 123_400],
    ['1 234,50', french, 'EUR', 123_450],
    ['1’234.50', swiss, 'CHF', 123_450],
    ["1'234.50", english, 'CHF', 123_450],
    ['12 000', english, 'JPY', 12_000],
    ['1.5', english, 'KWD', 1_500],
  ] as const)('%s is read', (text, marks, currency, minor) => {
    expect(readSpend(text, marks, currency)).toEqual({ ok: true, value: minor });
  });

  it.each([
    ['84.50', german, 'EUR', 'other_marks'],
    ['84,50', english, 'EUR', 'other_marks'],
    ['1.234', english, 'EUR', 'other_marks'],
    ['1,234', english, 'KWD', 'ambiguous'],
    ['1,234', german, 'KWD', 'ambiguous'],
    ['84.500', english, 'EUR', 'ambiguous'],
    ['84.555', english, 'EUR', 'other_marks'],
    ['84.5555', english, 'EUR', 'too_precise'],
    ['84.5', english, 'JPY', 'too_precise'],
    ['0', english, 'EUR', 'zero'],
    ['0,00', german, 'EUR', 'zero'],
    ['€84', english, 'EUR', 'not_an_amount'],
    ['84 EUR', english, 'EUR', 'not_an_amount'],
    ['-84', english, 'EUR', 'not_an_amount'],
    ['1,23,456', english, 'EUR', 'not_an_amount'],
    ['1.234.567', english, 'EUR', 'not_an_amount'],
    ['8e3', english, 'EUR', 'not_an_amount'],
    ['', english, 'EUR', 'not_an_amount'],
    ['9'.repeat(30), english, 'EUR', 'not_an_amount'],
  ] as const)('%s is not guessed', (text, marks, currency, fault) => {
    expect(readSpend(text, marks, currency)).toEqual({ ok: false, failure: fault });
  });

  it('has a limit', () => {
    expect(readSpend('1000000', english, 'EUR')).toEqual({ ok: true, value: spendPolicy.maxMinor });
    expect(readSpend('1000000.01', english, 'EUR')).toEqual({ ok: false, failure: 'too_large' });
  });
});

describe('what may be kept', () => {
  it.each([
    [{ minor: 1, currency: 'EUR' }, true],
    [{ minor: spendPolicy.maxMinor, currency: 'EUR' }, true],
    [{ minor: spendPolicy.maxMinor + 1, currency: 'EUR' }, false],
    [{ minor: 0, currency: 'EUR' }, false],
    [{ minor: 1.5, currency: 'EUR' }, false],
    [{ minor: 100, currency: 'DEM' }, false],
    [{ minor: 100, currency: 'eur' }, false],
  ])('%o: %s', (spend, isKept) => {
    expect(isSpend(spend)).toBe(isKept);
  });
});
