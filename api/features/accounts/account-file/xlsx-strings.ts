/** The strings that cells of a workbook share: only those that are needed are kept, and only then are rows complete. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { blankCell, type Cell, tableLimits, type TableRow } from './table.ts';
import type { Package } from './xlsx-part.ts';
import { type MergedRange, type SheetCell, type SheetRow, unescapeText } from './xlsx-sheet.ts';

/** Number → text, of rich text without its formats and phonetic readings. */
export async function readSharedStrings(
  parts: Package,
  part: string | undefined,
  used: ReadonlySet<number>,
): Promise<Result<ReadonlyMap<number, string>, FileFault>> {
  const strings = new Map<number, string>();
  if (used.size === 0) return ok(strings);
  if (part === undefined) return refused({ kind: 'broken_workbook' });
  let index = -1;
  let keptCharacters = 0;
  let isText = false;
  let isPhonetic = false;
  let value = '';
  const read = await parts.read(part, {
    open: (name) => {
      if (name === 'si') {
        index += 1;
        value = '';
      } else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic && used.has(index);
    },
    text: (text) => {
      if (isText && value.length <= tableLimits.cellCharacters) value += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si' && used.has(index)) {
        strings.set(index, unescapeText(value));
        keptCharacters += value.length;
      }
    },
    isDone: () => strings.size === used.size || keptCharacters > tableLimits.tableCharacters,
  });
  if (!read.ok) return read;
  if (keptCharacters > tableLimits.tableCharacters) return refused({ kind: 'content_too_large' });
  return strings.size === used.size ? ok(strings) : refused({ kind: 'broken_workbook' });
}

interface Resolution {
  readonly strings: ReadonlyMap<number, string>;
  readonly merges: readonly MergedRange[];
}

export function resolveCells({ line, cells }: SheetRow, { strings, merges }: Resolution): TableRow {
  const textOf = (cell: SheetCell): Cell => (typeof cell === 'number' ? { kind: 'text', text: strings.get(cell) ?? '' } : cell);
  const resolved = Array.from(cells, (cell) => (cell === undefined ? blankCell : textOf(cell)));
  for (const { fromColumn, toColumn } of merges.filter(({ fromLine, toLine }) => fromLine <= line && line <= toLine)) {
    for (let column = fromColumn; column <= Math.min(toColumn, tableLimits.columns - 1); column += 1) {
      resolved[column] = { kind: 'merged', text: resolved[column]?.text ?? '' };
    }
  }
  // A merge beyond the last cell leaves holes.
  return { line, cells: Array.from(resolved, (cell: Cell | undefined) => cell ?? blankCell) };
}
