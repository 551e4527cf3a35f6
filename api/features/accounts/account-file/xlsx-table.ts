/** A workbook (Office Open XML) as a table: the first visible sheet that has our header, its values as Excel stores them. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { posix } from 'node:path';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { knownColumns } from './account-columns.ts';
import { isBlank, type Table, tableLimits, type TableRow } from './table.ts';
import { openPackage, type Package } from './xlsx-part.ts';
import { readSheet, type SheetContent } from './xlsx-sheet.ts';
import { readSharedStrings, resolveCells } from './xlsx-strings.ts';
import { readDateStyles } from './xlsx-styles.ts';

const maxSheets = 100;
/** Among as many rows with anything in them, a blank among them too, stands the header of a sheet. */
const headerWithinRows = 20;
/** The header, and one more than allowed. */
const maxSheetRows = tableLimits.rows + 2;

export async function readXlsxTable(bytes: Uint8Array): Promise<Result<Table, FileFault>> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return opened;
  const workbook = await readWorkbook(opened.value);
  if (!workbook.ok) return workbook;
  const styles = await readDateStyles(opened.value, workbook.value.stylesPart);
  if (!styles.ok) return styles;
  const source = { package: opened.value, ...workbook.value, dateStyles: styles.value };
  const sheet = await findSheet(source);
  if (!sheet.ok) return sheet;
  const rows = await readRows(source, sheet.value, { maxRows: maxSheetRows });
  return rows.ok ? ok({ source: { format: 'xlsx', sheet: sheet.value.name }, rows: rows.value, unreadable: [] }) : rows;
}

interface Sheet {
  readonly name: string;
  readonly part: string;
}

interface Workbook {
  /** Those that a person sees, in their order. */
  readonly sheets: readonly Sheet[];
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

interface WorkbookSource extends Workbook {
  readonly package: Package;
  readonly dateStyles: ReadonlySet<number>;
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which the transitional and the strict standard share. */
  readonly type: string;
  readonly part: string;
}

async function readWorkbook(parts: Package): Promise<Result<Workbook, FileFault>> {
  const root = await readRelations(parts, '');
  if (!root.ok) return root;
  const workbookPart = root.value.find(({ type }) => type === 'officeDocument')?.part;
  // Another archive, an OpenDocument, a binary workbook (.xlsb).
  if (workbookPart === undefined || !workbookPart.endsWith('.xml')) return refused({ kind: 'not_a_table' });
  const relations = await readRelations(parts, workbookPart);
  if (!relations.ok) return relations;
  const partOf = (type: string): string | undefined => relations.value.find((relation) => relation.type === type)?.part;
  const worksheets = new Map(relations.value.filter(({ type }) => type === 'worksheet').map(({ id, part }) => [id, part]));
  const sheets: Sheet[] = [];
  const read = await parts.read(workbookPart, {
    open: (name, attributes) => {
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = worksheets.get(id ?? '');
      if (part !== undefined && sheets.length < maxSheets) sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  if (!read.ok) return read;
  if (read.value === 'absent') return refused({ kind: 'broken_workbook' });
  // A presentation and a document are packages too.
  if (sheets.length === 0) return refused({ kind: 'not_a_table' });
  return ok({ sheets, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') });
}

/** What a part refers to; the package itself when its name is empty. */
async function readRelations(parts: Package, ofPart: string): Promise<Result<readonly Relation[], FileFault>> {
  const folder = posix.dirname(ofPart);
  const relations: Relation[] = [];
  const read = await parts.read(posix.join(folder, '_rels', `${posix.basename(ofPart)}.rels`), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      // Absolute from the package's root, or relative to the part.
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part });
    },
  });
  return read.ok ? ok(relations) : read;
}

/** The first sheet with the most of our columns in its first row that has anything. */
async function findSheet(source: WorkbookSource): Promise<Result<Sheet, FileFault>> {
  let best: { readonly sheet: Sheet; readonly known: number } | undefined;
  for (const sheet of source.sheets) {
    const rows = await readRows(source, sheet, { maxRows: headerWithinRows });
    if (!rows.ok) return rows;
    const [header] = rows.value;
    const known = header ? knownColumns(header.cells.map(({ text }) => text)) : -1;
    if (!best || known > best.known) best = { sheet, known };
  }
  return best ? ok(best.sheet) : refused({ kind: 'empty_file' });
}

/** Those of the first `maxRows` that are not blank. */
async function readRows(
  source: WorkbookSource,
  sheet: Sheet,
  { maxRows }: { readonly maxRows: number },
): Promise<Result<readonly TableRow[], FileFault>> {
  const content = await readSheet(source.package, sheet.part, { dateStyles: source.dateStyles, maxRows });
  if (!content.ok) return content;
  // What comes after was not read: with blank rows among those that were, nobody else would find them too many.
  if (content.value.rows.length >= maxSheetRows) return refused({ kind: 'too_many_rows', maxRows: tableLimits.rows });
  const strings = await readSharedStrings(source.package, source.stringsPart, content.value.usedStrings);
  return strings.ok ? ok(rowsOf(content.value, strings.value)) : strings;
}

function rowsOf({ rows, merges }: SheetContent, strings: ReadonlyMap<number, string>): readonly TableRow[] {
  return rows.map((row) => resolveCells(row, { strings, merges })).filter((row) => !isBlank(row));
}
