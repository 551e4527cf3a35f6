/** Everything that can be wrong with an accounts file, as closed lists: of the file, of a row, and what is only worth saying. */
import type { AccountColumn } from './account-columns.ts';

/** Why nothing of a file can be read. */
export type FileFault =
  | { readonly kind: 'empty_file' }
  | { readonly kind: 'no_rows' }
  /** Neither CSV nor a workbook: binary, an image, an archive of something else. */
  | { readonly kind: 'not_a_table' }
  | { readonly kind: 'pdf' }
  /** The format of Excel 97 to 2003. */
  | { readonly kind: 'old_workbook' }
  | { readonly kind: 'encrypted_workbook' }
  /** Truncated, damaged, or not as the standard says. */
  | { readonly kind: 'broken_workbook' }
  | { readonly kind: 'file_too_large'; readonly maxBytes: number }
  /** Small as a file, too large unpacked. */
  | { readonly kind: 'content_too_large' }
  | { readonly kind: 'too_many_rows'; readonly maxRows: number }
  /** The first line whose bytes are of another encoding than those of `otherLine`, above it. */
  | { readonly kind: 'mixed_encodings'; readonly line: number; readonly otherLine: number }
  | { readonly kind: 'broken_header'; readonly line: number }
  | { readonly kind: 'columns_missing'; readonly line: number; readonly columns: readonly AccountColumn[] }
  | { readonly kind: 'columns_repeated'; readonly line: number; readonly columns: readonly AccountColumn[] };

/** Why a row is refused. */
export const rowFaults = [
  'empty',
  'too_long',
  'too_many_values',
  'too_many_cells',
  'broken_quotes',
  'formula',
  'control_character',
  'invisible_character',
  'damaged_text',
  /** A cell of a workbook that holds a date, an error such as #N/A, or is merged with others. */
  'date_cell',
  'error_cell',
  'merged_cell',
  /** A number that Excel has rounded already. */
  'not_exact',
  'repeated',
  'not_a_domain',
  'not_a_mail',
  'not_a_currency',
  'not_an_amount',
  /** `1,234`: 1234 or 1.234, and no other amount of the file tells which. */
  'ambiguous_amount',
  /** Written with the other decimal mark than the amount in `otherLine`. */
  'other_decimal_mark',
  /** More decimals than the currency has. */
  'too_precise',
  'too_large',
  'not_a_tier',
  'reason_missing',
  'not_a_visitor_policy',
  'not_a_cadence',
] as const;
export type RowFaultCode = (typeof rowFaults)[number];

/** What is worth saying about a row that is accepted. */
export const rowNotices = [
  /** Counts as zero in tiers and headline. */
  'negative_revenue',
  /** Named by the account in `otherLine` too: its meetings need a choice. */
  'shared_domain',
  'invisible_characters_removed',
  'reason_without_tier',
] as const;
export type RowNoticeCode = (typeof rowNotices)[number];

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
