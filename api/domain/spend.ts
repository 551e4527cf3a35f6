/** What a seller spent on a meeting: how an amount is read as it was typed, without ever guessing, and what may be kept. */
import { isCurrency, minorDigits } from './money.ts';
import { ok, refused, type Result } from './result.ts';

export interface Spend {
  /** Minor units, 1 to `spendPolicy.maxMinor`. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

export const spendPolicy = {
  /** A million euro: what is larger was typed by mistake, or belongs into a contract. */
  maxMinor: 100_000_000,
  maxCharacters: 24,
} as const;

/** The marks of the language in which somebody types. */
export interface AmountMarks {
  readonly decimal: string;
  /** Between thousands. Blanks and apostrophes are understood in every language. */
  readonly group: string;
}

export type SpendFault =
  | 'not_an_amount'
  /** An amount in another language's marks alone, such as `84.50` where a comma is the decimal mark. */
  | 'other_marks'
  /** It can be read in two ways: `1,234` of a currency with three decimals. */
  | 'ambiguous'
  | 'too_precise'
  | 'zero'
  | 'too_large';

/** Minor units of an amount as it was typed: digits and marks alone, no sign of a currency. `1.234,50` with German marks → 123450 for EUR. */
export function readSpend(text: string, marks: AmountMarks, currency: string): Result<number, SpendFault> {
  const own = readAmount(text, marks, currency);
  const other = readAmount(text, swapped(marks), currency);
  if (!own.ok) return other.ok ? refused('other_marks') : own;
  return other.ok && other.value !== own.value ? refused('ambiguous') : own;
}

export function isSpend({ minor, currency }: Spend): boolean {
  return Number.isInteger(minor) && minor > 0 && minor <= spendPolicy.maxMinor && isCurrency(currency);
}

const neutralGroups = ` \u00a0\u202f'’`;

function swapped({ decimal }: AmountMarks): AmountMarks {
  return decimal === ',' ? { decimal: '.', group: ',' } : { decimal: ',', group: '.' };
}

function readAmount(text: string, { decimal, group }: AmountMarks, currency: string): Result<number, SpendFault> {
  const between = [...new Set([...neutralGroups, group])].filter((mark) => mark !== decimal).map(escaped);
  const form = new RegExp(
    `^(?<whole>\\d+|\\d{1,3}(?:(?<mark>${between.join('|')})\\d{3})(?:\\k<mark>\\d{3})*)(?:${escaped(decimal)}(?<fraction>\\d+))?$`,
    'u',
  );
  const typed = text.trim();
  const { whole, fraction = '' } = (typed.length <= spendPolicy.maxCharacters && form.exec(typed)?.groups) || {};
  if (whole === undefined) return refused('not_an_amount');
  const digits = minorDigits(currency);
  if (fraction.replace(/0+$/, '').length > digits) return refused('too_precise');
  const minor = Number(whole.replace(/\D/g, '') + fraction.slice(0, digits).padEnd(digits, '0'));
  if (minor === 0) return refused('zero');
  return minor > spendPolicy.maxMinor ? refused('too_large') : ok(minor);
}

function escaped(mark: string): string {
  return mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
