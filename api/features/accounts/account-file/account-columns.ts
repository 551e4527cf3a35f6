/** The columns of the accounts file, and which of a file's columns they are. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { excerptOf } from './account-file-fault.ts';
import { tableLimits, type TableRow, type TableSource } from './table.ts';

const requiredColumns = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner'] as const;
const optionalColumns = ['key_partners', 'contacts', 'tier', 'tier_reason', 'parent', 'visitor_policy', 'cadence_days'] as const;

export type AccountColumn = (typeof requiredColumns)[number] | (typeof optionalColumns)[number];

const columnByName: ReadonlyMap<string, AccountColumn> = new Map(
  [...requiredColumns, ...optionalColumns].map((column) => [column, column]),
);

export interface AccountHeader {
  /** Column → its place in a row, from 0. */
  readonly places: ReadonlyMap<AccountColumn, number>;
  /** Names of the columns that nobody asked for, shortened. */
  readonly ignored: readonly string[];
  /** Cells that a row of CSV may have: one more means that a delimiter stands where it should not. A workbook's rows may go on. */
  readonly maxCells: number;
}

/** `Account ID`, `account-id` and ` ACCOUNT_ID ` are one name. */
function columnOf(name: string): AccountColumn | undefined {
  const visible = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
  return columnByName.get(visible.toLowerCase().replace(/[\s_-]+/g, '_'));
}

/** How many of our columns a row names: what tells a header from another row, and a delimiter from another. */
export function knownColumns(names: readonly string[]): number {
  return new Set(names.map(columnOf).filter((column) => column !== undefined)).size;
}

export function readHeader({ line, cells }: TableRow, format: TableSource['format']): Result<AccountHeader, FileFault> {
  const places = new Map<AccountColumn, number>();
  const repeated = new Set<AccountColumn>();
  const ignored: string[] = [];
  cells.forEach(({ text }, place) => {
    const column = columnOf(text);
    if (!column) ignored.push(excerptOf(text));
    else if (places.has(column)) repeated.add(column);
    else places.set(column, place);
  });
  const missing = requiredColumns.filter((column) => !places.has(column));
  if (missing.length > 0) return refused({ kind: 'columns_missing', line, columns: missing });
  if (repeated.size > 0) return refused({ kind: 'columns_repeated', line, columns: [...repeated] });
  return ok({ places, ignored: ignored.filter((name) => name !== ''), maxCells: format === 'csv' ? cells.length : tableLimits.columns });
}
