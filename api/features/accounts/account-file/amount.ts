/** Amounts of money as people write them, exact in minor units. Never guesses between a decimal mark and a separator of thousands. */
import { minorDigits } from '../../../domain/money.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';

export type DecimalMark = '.' | ',';

export interface Amount {
  readonly isNegative: boolean;
  /** Digits before the decimal mark. */
  readonly whole: string;
  readonly fraction: string;
  /** The file's decimal mark, as far as this amount tells. */
  readonly mark?: DecimalMark;
  /** `1,234`: whole and fraction hold if this is the decimal mark; otherwise their digits are one whole number. */
  readonly perhaps?: DecimalMark;
}

/** Largest revenue in minor units that stays exact in a sum over many accounts. */
export const maxRevenueMinor = 1e14;

interface Form {
  readonly pattern: RegExp;
  readonly mark?: DecimalMark;
}

/** Groups `whole` and `fraction`; `mark` where the decimal mark itself varies. The first that fits is taken. */
const forms: readonly Form[] = [
  { pattern: /^(?<whole>\d+)$/ },
  { pattern: /^(?<whole>\d{1,3}(?<space>[ \u00a0\u202f'’])\d{3}(?:\k<space>\d{3})*)(?:(?<mark>[.,])(?<fraction>\d+))?$/u },
  { pattern: /^(?<whole>\d{1,3}(?:,\d{3})+)\.(?<fraction>\d+)$/, mark: '.' },
  { pattern: /^(?<whole>\d{1,3}(?:\.\d{3})+),(?<fraction>\d+)$/, mark: ',' },
  { pattern: /^(?<whole>\d{1,3}(?:,\d{3}){2,})$/, mark: '.' },
  { pattern: /^(?<whole>\d{1,3}(?:\.\d{3}){2,})$/, mark: ',' },
  { pattern: /^(?<whole>\d+)(?<mark>[.,])(?<fraction>\d+)$/ },
];
const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** `1234,56`, `1.234,56`, `1'234.56`, `-5`; undefined for anything else, a currency sign included. */
export function parseAmount(text: string): Amount | undefined {
  const isNegative = /^[-−]/u.test(text);
  const digits = isNegative ? text.slice(1) : text;
  const form = forms.find(({ pattern }) => pattern.test(digits));
  if (!form) return undefined;
  const { whole = '', fraction = '', mark } = form.pattern.exec(digits)?.groups ?? {};
  const found = form.mark ?? (mark === '.' || mark === ',' ? mark : undefined);
  const amount = { isNegative, whole: whole.replace(/\D/g, ''), fraction };
  if (!found) return amount;
  return ambiguous.test(digits) ? { ...amount, perhaps: found } : { ...amount, mark: found };
}

/** What an amount of a workbook's number cell is: its text always has a point. */
export function exactAmount(text: string): Amount {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  return { isNegative: text.startsWith('-'), whole, fraction };
}

/** Reads an ambiguous amount in the light of the others; undefined when they do not tell. */
export function settleAmount(amount: Amount, mark: DecimalMark | undefined): Amount | undefined {
  if (!amount.perhaps) return amount;
  if (!mark) return undefined;
  const { isNegative, whole, fraction } = amount;
  return amount.perhaps === mark ? { isNegative, whole, fraction } : { isNegative, whole: whole + fraction, fraction: '' };
}

/** `1234.5` in EUR → 123450, in JPY too precise. Within ±`maxRevenueMinor`; never rounded. */
export function minorUnits(amount: Amount, currency: string): Result<number, 'too_precise' | 'too_large'> {
  const digits = minorDigits(currency);
  const fraction = amount.fraction.replace(/0+$/, '');
  if (fraction.length > digits) return refused('too_precise');
  const minor = Number(amount.whole + fraction.padEnd(digits, '0'));
  if (minor > maxRevenueMinor) return refused('too_large');
  return ok(amount.isNegative && minor > 0 ? -minor : minor);
}
