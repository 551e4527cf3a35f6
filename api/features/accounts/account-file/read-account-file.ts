/** The uploaded accounts file, CSV or workbook, as checked rows and everything that is wrong with it. Touches no storage; applies nothing. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { Buffer } from 'node:buffer';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { type AccountColumn, type AccountHeader, readHeader } from './account-columns.ts';
import type { RowFault, RowNotice } from './account-file-fault.ts';
import { type AccountRow, readRow, type RowDraft } from './account-row.ts';
import { readCsvTable } from './csv-table.ts';
import { settleRows } from './settle-rows.ts';
import { isBlank, type Table, tableLimits, type TableRow, type TableSource } from './table.ts';
import { readXlsxTable } from './xlsx-table.ts';

export interface AccountFile {
  readonly source: TableSource;
  /** Those of ours that the file has: an absent one says nothing about its accounts, an empty cell does. */
  readonly columns: readonly AccountColumn[];
  /** Names of the columns that nobody asked for, shortened. */
  readonly ignoredColumns: readonly string[];
  /** The good ones, in the order of the file. To be applied only when `faultCount` is 0. */
  readonly rows: readonly AccountRow[];
  readonly faultCount: number;
  /** By line; the first `accountFileLimits.faults` of them. */
  readonly faults: readonly RowFault[];
  readonly noticeCount: number;
  /** By line; the first `accountFileLimits.notices` of them. */
  readonly notices: readonly RowNotice[];
}

export const accountFileLimits = { faults: 1_000, notices: 1_000 } as const;

export async function readAccountFile(bytes: Uint8Array): Promise<Result<AccountFile, FileFault>> {
  const table = await readTable(bytes);
  return table.ok ? await readAccounts(table.value) : table;
}

async function readTable(bytes: Uint8Array): Promise<Result<Table, FileFault>> {
  if (bytes.length === 0) return refused({ kind: 'empty_file' });
  if (bytes.length > tableLimits.fileBytes) return refused({ kind: 'file_too_large', maxBytes: tableLimits.fileBytes });
  switch (formatOf(bytes)) {
    case 'zip':
      return await readXlsxTable(bytes);
    case 'pdf':
      return refused({ kind: 'pdf' });
    case 'compound':
      return refused({ kind: isEncryptedWorkbook(bytes) ? 'encrypted_workbook' : 'old_workbook' });
    case 'text':
      return readCsvTable(bytes);
  }
}

function formatOf(bytes: Uint8Array): 'zip' | 'pdf' | 'compound' | 'text' {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip';
  if (start.startsWith('%PDF-')) return 'pdf';
  return start === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1' ? 'compound' : 'text';
}

/** [MS-OFFCRYPTO]: a workbook with a password is a stream of this name in a compound file, as old workbooks are files of that kind. */
function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');
}

async function readAccounts(table: Table): Promise<Result<AccountFile, FileFault>> {
  const drafted = await draftRows(table);
  if (!drafted.ok) return drafted;
  const { header, drafts } = drafted.value;
  const settled = settleRows(drafts);
  const unreadable = table.unreadable.map(({ line, fault }): RowFault => ({ line, field: 'row', fault }));
  const faults = [...drafts.flatMap((draft) => draft.faults), ...settled.faults, ...unreadable].sort(byLine);
  const notices = [...drafts.flatMap((draft) => draft.notices), ...settled.notices].sort(byLine);
  if (drafts.length === 0 && faults.length === 0) return refused({ kind: 'no_rows' });
  return ok({
    source: table.source,
    columns: [...header.places.keys()],
    ignoredColumns: header.ignored,
    rows: settled.rows,
    faultCount: faults.length,
    faults: faults.slice(0, accountFileLimits.faults),
    noticeCount: notices.length,
    notices: notices.slice(0, accountFileLimits.notices),
  });
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}

interface DraftedRows {
  readonly header: AccountHeader;
  readonly drafts: readonly RowDraft[];
}

/** Stops at the first thing that decides about the whole file. */
async function draftRows(table: Table): Promise<Result<DraftedRows, FileFault>> {
  let header: AccountHeader | undefined;
  let keptCharacters = 0;
  const drafts: RowDraft[] = [];
  for await (const row of table.rows) {
    if (isBlank(row)) continue;
    if (!header) {
      const found = findHeader(row, table);
      if (!found.ok) return found;
      header = found.value;
      continue;
    }
    keptCharacters += row.cells.reduce((sum, { text }) => sum + text.length, 0);
    if (keptCharacters > tableLimits.tableCharacters) return refused({ kind: 'content_too_large' });
    if (drafts.length === tableLimits.rows) return refused({ kind: 'too_many_rows', maxRows: tableLimits.rows });
    drafts.push(readRow(row, header));
  }
  if (header) return ok({ header, drafts });
  const [broken] = table.unreadable;
  return refused(broken ? { kind: 'broken_header', line: broken.line } : { kind: 'empty_file' });
}

function findHeader(row: TableRow, { source, unreadable }: Table): Result<AccountHeader, FileFault> {
  const [above] = unreadable.filter(({ line }) => line < row.line);
  return above ? refused({ kind: 'broken_header', line: above.line }) : readHeader(row, source.format);
}
