/** What can be wrong with an accounts file, as the wire names it: of the whole file, of a row, and what is only worth saying. */
import * as z from 'zod';
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
  'date_cell',
  'error_cell',
  'merged_cell',
  'not_exact',
  'repeated',
  'not_a_domain',
  'not_a_mail',
  'not_a_currency',
  'not_an_amount',
  'ambiguous_amount',
  'other_decimal_mark',
  'too_precise',
  'too_large',
  'not_a_tier',
  'reason_missing',
  'not_a_visitor_policy',
  'not_a_cadence',
  'unknown_owner',
  'no_rate',
  'no_customer_domain',
  'unknown_parent',
  'parent_cycle',
] as const;
export type RowFaultCode = (typeof rowFaultCodes)[number];

/** What is worth saying about a row that is accepted. */
export const rowNoticeCodes = [
  'negative_revenue',
  'shared_domain',
  'invisible_characters_removed',
  'reason_without_tier',
  'domain_moved_by_person',
  'contact_moved_by_person',
] as const;
export type RowNoticeCode = (typeof rowNoticeCodes)[number];

/** Faults of a file that are said in a word. */
const bareFileFaults = [
  'empty_file',
  'no_rows',
  'not_a_table',
  'pdf',
  'old_workbook',
  'encrypted_workbook',
  'broken_workbook',
  'content_too_large',
] as const;

/** In the file, 1 for the first. */
const line = z.int().min(1);
/** As the header writes them. */
const columns = z.array(z.string()).min(1);

/** Why nothing of a file can be read. */
export const FileFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(bareFileFaults) }),
  z.object({ kind: z.literal('file_too_large'), maxBytes: z.int() }),
  z.object({ kind: z.literal('too_many_rows'), maxRows: z.int() }),
  z.object({ kind: z.literal('mixed_encodings'), line, otherLine: line }),
  z.object({ kind: z.literal('broken_header'), line }),
  z.object({ kind: z.enum(['columns_missing', 'columns_repeated']), line, columns }),
]);
export type FileFault = z.output<typeof FileFault>;

/** The details of the problem `import_refused`: the file as a whole, or the first of the faults of its rows. */
export const ImportRefusal = z.union([z.object({ file: FileFault }), z.object({ faultCount: z.int().min(1), faults: z.array(RowRemark) })]);
