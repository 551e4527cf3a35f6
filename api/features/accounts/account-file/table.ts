/** A table of cells, whatever file it came from: what the readers of CSV and workbooks hand to the reader of accounts. */

/** `number`, and all after it, only in workbooks. `inexact`: a number with more digits than Excel keeps. */
export type CellKind = 'text' | 'number' | 'inexact' | 'date' | 'formula' | 'error' | 'merged';

export interface Cell {
  readonly kind: CellKind;
  /** As written; of a number its decimal form with a point: `1234567.89`. */
  readonly text: string;
}

export interface TableRow {
  readonly line: number;
  /** By column, from the first; those that the row lacks at its end are blank. */
  readonly cells: readonly Cell[];
}

export interface UnreadableRow {
  readonly line: number;
  readonly fault: 'broken_quotes' | 'too_long';
}

export interface Table {
  readonly source: TableSource;
  /** In the order of the file, blank ones included. */
  readonly rows: AsyncIterable<TableRow> | Iterable<TableRow>;
  /** Those that `rows` had to leave out so far; complete once all are read. */
  readonly unreadable: readonly UnreadableRow[];
}

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What was read, and as what. */
export type TableSource =
  | { readonly format: 'csv'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly format: 'xlsx'; readonly sheet: string };

export const tableLimits = {
  fileBytes: 100 * 1024 * 1024,
  /** Rows with anything in them, below the header. */
  rows: 20_000,
  /** Further ones are not looked at. */
  columns: 256,
  /** Of one row of CSV; a broken quote takes the rest of the file for one cell. */
  rowCharacters: 64 * 1024,
  /** Of one cell; Excel allows as many. */
  cellCharacters: 32_767,
  /** Of all cells that are kept while the file is read. */
  tableCharacters: 32 * 1024 * 1024,
} as const;

export const blankCell: Cell = { kind: 'text', text: '' };

export function isBlank({ cells }: TableRow): boolean {
  return cells.every(({ kind, text }) => kind === 'text' && text.trim() === '');
}
