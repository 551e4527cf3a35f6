/** A currency's rate as an admin types it. Pure; never guesses between a decimal mark and a separator of thousands. */

export type RateReading =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'empty' }
  /** `1,234` where a comma separates thousands, with the two ways to write what is meant: `1234` and `1,2340`. */
  | { readonly kind: 'ambiguous'; readonly asThousands: string; readonly asDecimal: string }
  | { readonly kind: 'not_a_rate' };

/** Digits before the decimal mark, and after it: more is a slip, not a rate. */
const ratePattern = /^(?<whole>\d{1,9})(?:(?<mark>[.,])(?<fraction>\d{1,12}))?$/;
const looksLikeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Units of the tenant's currency for one unit of the other, above 0. Both decimal marks are read, where only one reading is possible. */
export function readRate(text: string, locale: string): RateReading {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  const { whole, mark, fraction = '' } = ratePattern.exec(typed)?.groups ?? {};
  if (whole === undefined) return { kind: 'not_a_rate' };
  if (looksLikeThousands.test(typed) && mark !== decimalMark(locale)) {
    return { kind: 'ambiguous', asThousands: `${whole}${fraction}`, asDecimal: `${typed}0` };
  }
  const rate = Number(`${whole}.${fraction}`);
  return rate > 0 ? { kind: 'rate', rate } : { kind: 'not_a_rate' };
}

/** Rates by currency, of the drafts that are rates; the others are left out. */
export function ratesOf(drafts: Readonly<Record<string, string>>, locale: string): Readonly<Record<string, number>> {
  const read = Object.entries(drafts).flatMap(([currency, text]): readonly (readonly [string, number])[] => {
    const reading = readRate(text, locale);
    return reading.kind === 'rate' ? [[currency, reading.rate]] : [];
  });
  return Object.fromEntries(read);
}

/** Whether both say the same, in whatever order. */
export function areSameRates(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const currencies = Object.keys(a);
  return currencies.length === Object.keys(b).length && currencies.every((currency) => a[currency] === b[currency]);
}

function decimalMark(locale: string): string | undefined {
  return new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
}
