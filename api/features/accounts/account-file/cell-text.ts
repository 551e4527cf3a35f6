/** One cell as clean text: what a name, an id, an address may consist of. Knows no column. */
import type { RowFaultCode } from '../../../contract/account-file-fault.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';
import type { Cell, CellKind } from './table.ts';

export interface TextRule {
  readonly maxCharacters: number;
  /** Characters that nobody sees make two ids differ that look alike; in a name they only come along with a copy. */
  readonly invisible: 'refuse' | 'remove';
  /** Several values, which line breaks may separate. */
  readonly isList?: boolean;
  /** A minus sign in front is no formula. */
  readonly isAmount?: boolean;
}

export interface CellText {
  /** NFC, trimmed. */
  readonly text: string;
  readonly isStripped: boolean;
}

const faultByKind: Readonly<Record<CellKind, RowFaultCode | undefined>> = {
  text: undefined,
  number: undefined,
  inexact: 'not_exact',
  date: 'date_cell',
  formula: 'formula',
  error: 'error_cell',
  merged: 'merged_cell',
};

/** Bidi controls, zero-width characters, joiners, soft hyphens, variation selectors, byte order marks. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** What a spreadsheet would run when the value is exported again, behind an apostrophe too; the wide forms since some fold them. */
const formulaStart = /^(?:[\t\r]|\s*'?[=+\-@＝＋－＠])/u;
const amountFormulaStart = /^(?:[\t\r]|\s*'?[=@＝＠])/u;
const control = /[\p{Cc}\u2028\u2029]/u;
const controlInList = /(?![\t\n\r])\p{Cc}/u;
/** Half of a surrogate pair, or what a decoder leaves where it could not read. */
const damaged = /[\p{Cs}\uFFFD]/u;

export function cellText({ kind, text }: Cell, rule: TextRule): Result<CellText, RowFaultCode> {
  const fault = faultByKind[kind] ?? (text.length > rule.maxCharacters ? 'too_long' : undefined);
  if (fault) return refused(fault);
  const visible = text.replace(invisible, '');
  const isStripped = visible !== text;
  if (isStripped && rule.invisible === 'refuse') return refused('invisible_character');
  const characterFault = faultOfCharacters(visible, { isNumber: kind === 'number', ...rule });
  if (characterFault) return refused(characterFault);
  const clean = visible.normalize('NFC').trim();
  // Excel's mark for "this is text", which some exports leave in; in names it may be one's own ('t Hooft).
  return ok({ text: rule.invisible === 'refuse' ? clean.replace(/^'/, '') : clean.replace(/\s+/g, ' '), isStripped });
}

function faultOfCharacters(text: string, rule: TextRule & { readonly isNumber: boolean }): RowFaultCode | undefined {
  if (damaged.test(text)) return 'damaged_text';
  if (!rule.isNumber && (rule.isAmount ? amountFormulaStart : formulaStart).test(text)) return 'formula';
  return (rule.isList ? controlInList : control).test(text.trim()) ? 'control_character' : undefined;
}
