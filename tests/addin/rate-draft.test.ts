/** Rates as admins of all countries type them: read when there is one reading, never guessed. */
import { describe, expect, it } from 'vitest';
import { areSameRates, ratesOf, readRate } from '../../addin/features/settings/account-import/rate-draft.ts';

describe('a rate', () => {
  it.each([
    ['0.92', 'en-GB', 0.92],
    ['0,92', 'de-DE', 0.92],
    ['0,92', 'en-GB', 0.92],
    ['0.92', 'de-DE', 0.92],
    [' 163.5 ', 'en-US', 163.5],
    ['1234', 'en-US', 1234],
    ['1.234', 'en-US', 1.234],
    ['1,234', 'de-DE', 1.234],
    ['0,123', 'en-US', 0.123],
    ['1234,567', 'en-US', 1234.567],
    ['0.0061', 'en-US', 0.0061],
  ])('%j typed in %s is %d', (text, locale, rate) => {
    expect(readRate(text, locale)).toEqual({ kind: 'rate', rate });
  });

  it.each([
    ['1,234', 'en-US', '1234', '1,2340'],
    ['1.234', 'de-DE', '1234', '1.2340'],
    ['999,999', 'en-GB', '999999', '999,9990'],
  ])('%j typed in %s is not guessed, and both ways to write it are read', (text, locale, asThousands, asDecimal) => {
    expect(readRate(text, locale)).toEqual({ kind: 'ambiguous', asThousands, asDecimal });
    expect(readRate(asThousands, locale)).toEqual({ kind: 'rate', rate: Number(asThousands) });
    expect(readRate(asDecimal, locale)).toEqual({ kind: 'rate', rate: Number(asDecimal.replace(',', '.')) });
  });

  it.each(['0', '0,00', '-1', '1.2.3', '1 234', '€1', '1e3', '.5', '1.', '9999999999', 'one'])('%j is none', (text) => {
    expect(readRate(text, 'en-GB')).toEqual({ kind: 'not_a_rate' });
  });

  it('is missing while nothing is typed', () => {
    expect(readRate('  ', 'en')).toEqual({ kind: 'empty' });
  });
});

describe('the rates of an import', () => {
  it('are the drafts that are rates, by currency', () => {
    expect(ratesOf({ USD: '0,92', GBP: '', CHF: 'x', JPY: '0.0061' }, 'de-DE')).toEqual({ USD: 0.92, JPY: 0.0061 });
  });

  it.each([
    [{}, {}, true],
    [{ USD: 0.92, GBP: 1.17 }, { GBP: 1.17, USD: 0.92 }, true],
    [{ USD: 0.92 }, { USD: 0.93 }, false],
    [{ USD: 0.92 }, {}, false],
    [{}, { USD: 0.92 }, false],
    [{ USD: 0.92 }, { GBP: 0.92 }, false],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(areSameRates(a, b)).toBe(same);
  });
});
