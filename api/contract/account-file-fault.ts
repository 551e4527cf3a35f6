/** What can be wrong with an accounts file, as the wire names it: of the whole file, of a row, and what is only worth saying. */
import * as z from 'zod/mini';
import { RowRemark } from './account-import.ts';

/** Why a row is refused: for what it says, or for what our own records say of it. */
export const rowFaultCodes = [
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
  // From here on by our own records.
  'unknown_owner',
  'no_rate',
  'no_customer_domain',
  'unknown_parent',
  /** The account is its own parent, directly or by others. */
  'parent_cycle',
] as const;
export type RowFaultCode = (typeof rowFaultCodes)[number];

/** What is worth saying about a row that is accepted. */
export const rowNoticeCodes = [
  /** Counts as zero in tiers and headline. */
  'negative_revenue',
  /** Named by the account in `otherLine` too: its meetings need a choice. */
  'shared_domain',
  'invisible_characters_removed',
  'reason_without_tier',
  /** What a person has moved to another account stays there. */
  'domain_moved_by_person',
  'contact_moved_by_person',
] as const;
export type RowNoticeCode = (typeof rowNoticeCodes)[number];

/** Faults of a file that are said in a word. */
const bareFileFaults = [
  'empty_file',
  'no_rows',
  /** Neither CSV nor a workbook: binary, an image, an archive of something else. */
  'not_a_table',
  'pdf',
  /** The format of Excel 97 to 2003. */
  'old_workbook',
  'encrypted_workbook',
  /** Truncated, damaged, or not as the standard says. */
  'broken_workbook',
  /** Small as a file, too large unpacked. */
  'content_too_large',
] as const;

/** In the file, 1 for the first. */
const line = z.int().check(z.minimum(1));
/** As the header writes them. */
const columns = z.array(z.string()).check(z.minLength(1));

/** Why nothing of a file can be read. */
export const FileFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(bareFileFaults) }),
  z.object({ kind: z.literal('file_too_large'), maxBytes: z.int() }),
  z.object({ kind: z.literal('too_many_rows'), maxRows: z.int() }),
  /** The first line whose bytes are of another encoding than those of `otherLine`, above it. */
  z.object({ kind: z.literal('mixed_encodings'), line, otherLine: line }),
  z.object({ kind: z.literal('broken_header'), line }),
  z.object({ kind: z.enum(['columns_missing', 'columns_repeated']), line, columns }),
]);
export type FileFault = z.output<typeof FileFault>;

/** The details of the problem `import_refused`: the file as a whole, or the first of the faults of its rows. */
export const ImportRefusal = z.union([
  z.object({ file: FileFault }),
  z.object({ faultCount: z.int().check(z.minimum(1)), faults: z.array(RowRemark) }),
]);
