/** What is wrong with a row of an accounts file, or worth saying about it, and where. */
import type { RowFaultCode, RowNoticeCode } from '../../../contract/account-file-fault.ts';
import type { AccountColumn } from './account-columns.ts';

interface Place {
  /** Of the file, 1 for its first: where the row begins in CSV, the number that Excel shows in a workbook. */
  readonly line: number;
  /** `row` when it is not about one field. */
  readonly field: AccountColumn | 'row';
  /** Another line that has to do with it, the earlier one. */
  readonly otherLine?: number;
  /** The beginning of what stands there, at most 40 characters, all of them visible. */
  readonly excerpt?: string;
}

export interface RowFault extends Place {
  readonly fault: RowFaultCode;
}

export interface RowNotice extends Place {
  readonly notice: RowNoticeCode;
}

const maxExcerptCharacters = 40;

export function excerptOf(text: string): string {
  // Twice as much suffices to find forty visible ones in anything but an attack, whose excerpt may be short.
  const visible = text.slice(0, 2 * maxExcerptCharacters).replace(/[\p{C}\p{Default_Ignorable_Code_Point}\s]+/gu, ' ');
  return Array.from(visible.trim()).slice(0, maxExcerptCharacters).join('');
}
