/** Money in minor units: which currencies there are, how many minor units they have, and one currency in another. */

/** ISO 4217, List One, column "Minor unit", where it is not 2. Not asked of Intl: its data has 0 for some of 2 and 3 (IQD, LAK), and changes. */
const minorDigitsByCurrency: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([digits, currencies]) => currencies.split(' ').map((currency) => [currency, Number(digits)])),
);

/** Those in use, so DEM is none. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217 codes in upper case. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Decimals of the currency's smaller unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return minorDigitsByCurrency.get(currency) ?? 2;
}

/** Minor units of `from` in those of `to`, rounded half away from zero. `rate`: units of `to` for one unit of `from`. */
export function inCurrency(
  minor: number,
  { from, to, rate }: { readonly from: string; readonly to: string; readonly rate: number },
): number {
  const converted = Math.abs(minor) * rate * 10 ** (minorDigits(to) - minorDigits(from));
  return Math.sign(minor) * Math.round(converted);
}
