/** An amount between the field and the answer, in the marks of the language. */
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../addin/ui/formats.ts';
import { readTypedSpend, typedSpendOf } from '../../addin/features/tagging/typed-spend.ts';

const inLocale = (locale: string) => createFormats({ locale, timeZone: 'UTC' });

describe('an amount', () => {
  it.each([
    ['de-DE', { minor: 123_450, currency: 'EUR' }, '1234,50'],
    ['en-GB', { minor: 123_450, currency: 'EUR' }, '1234.50'],
    ['es-ES', { minor: 8_400, currency: 'EUR' }, '84,00'],
    ['en-US', { minor: 12_000, currency: 'JPY' }, '12000'],
    ['de-CH', { minor: 123_450, currency: 'CHF' }, '1234.50'],
  ])('in %s stands in the field as it is read back', (locale, spend, amount) => {
    const formats = inLocale(locale);
    const typed = typedSpendOf(spend, 'EUR', formats);
    expect(typed).toEqual({ amount, currency: spend.currency });
    expect(readTypedSpend(typed, formats)).toEqual({ ok: true, value: spend });
  });

  it('may be left empty', () => {
    expect(readTypedSpend({ amount: ' ', currency: 'EUR' }, inLocale('en-GB'))).toEqual({ ok: true, value: undefined });
    expect(typedSpendOf(undefined, 'SEK', inLocale('en-GB'))).toEqual({ amount: '', currency: 'SEK' });
  });

  it('needs a currency that there is', () => {
    expect(readTypedSpend({ amount: '84', currency: 'EU' }, inLocale('en-GB'))).toEqual({ ok: false, failure: 'not_a_currency' });
  });
});
