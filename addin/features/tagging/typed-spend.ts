/** An amount between the field and the draft: what stands in the field, and what it says. Pure. */
import { isCurrency, readSpend, type Spend, type SpendFault } from '../../../api/contract/vocabulary.ts';
import type { Formats } from '../../ui/formats.ts';

export interface TypedSpend {
  readonly amount: string;
  /** Upper case. */
  readonly currency: string;
}

type Read =
  { readonly ok: true; readonly value: Spend | undefined } | { readonly ok: false; readonly failure: SpendFault | 'not_a_currency' };

/** What stands in the field before anybody types. */
export function typedSpendOf(spend: Spend | undefined, ownCurrency: string, formats: Pick<Formats, 'typedAmount'>): TypedSpend {
  return spend ? { amount: formats.typedAmount(spend), currency: spend.currency } : { amount: '', currency: ownCurrency };
}

/** An empty field says that nothing was spent: `value` is undefined then. */
export function readTypedSpend({ amount, currency }: TypedSpend, { amountMarks }: Pick<Formats, 'amountMarks'>): Read {
  if (amount.trim() === '') return { ok: true, value: undefined };
  if (!isCurrency(currency)) return { ok: false, failure: 'not_a_currency' };
  const minor = readSpend(amount, amountMarks, currency);
  return minor.ok ? { ok: true, value: { minor: minor.value, currency } } : minor;
}

export function isSameSpend(a: Spend | undefined, b: Spend | undefined): boolean {
  return a?.minor === b?.minor && a?.currency === b?.currency;
}
