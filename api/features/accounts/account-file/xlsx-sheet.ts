/** One sheet of a workbook: its rows with what the cells hold, before shared strings are known, and the merged ranges. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { blankCell, type Cell, tableLimits } from './table.ts';
import type { Package, XmlReader } from './xlsx-part.ts';

/** A cell, or the number of the shared string that it shows. */
export type SheetCell = Cell | number;

export interface SheetRow {
  readonly line: number;
  /** By column from 0; those left out are blank. */
  readonly cells: readonly (SheetCell | undefined)[];
}

/** All bounds from 1 and from 0 as in SheetRow, inclusive. */
export interface MergedRange {
  readonly fromLine: number;
  readonly toLine: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface SheetContent {
  /** Those with anything in a cell. */
  readonly rows: readonly SheetRow[];
  readonly usedStrings: ReadonlySet<number>;
  /** Complete only if no row was left out. */
  readonly merges: readonly MergedRange[];
}

export interface SheetOptions {
  readonly dateStyles: ReadonlySet<number>;
  /** What comes after as many rows is not read. */
  readonly maxRows: number;
}

/** More than a table has: further ones mean a form. */
const maxMerges = 1_000;

export async function readSheet(parts: Package, part: string, options: SheetOptions): Promise<Result<SheetContent, FileFault>> {
  const sheet = new SheetReader(options);
  const read = await parts.read(part, sheet);
  if (!read.ok) return read;
  if (read.value === 'absent' || sheet.isMalformed) return refused({ kind: 'broken_workbook' });
  if (sheet.merges.length > maxMerges || sheet.keptCharacters > tableLimits.tableCharacters) return refused({ kind: 'content_too_large' });
  return ok({ rows: sheet.rows, usedStrings: sheet.usedStrings, merges: sheet.merges });
}

/** Follows one sheet's XML; rows and cells may lack their place, and then come after the last. */
class SheetReader implements XmlReader {
  readonly rows: SheetRow[] = [];
  readonly usedStrings = new Set<number>();
  readonly merges: MergedRange[] = [];
  keptCharacters = 0;
  isMalformed = false;
  readonly #options: SheetOptions;
  #line = 0;
  #column = -1;
  #cells: (SheetCell | undefined)[] = [];
  #type = 'n';
  #style = 0;
  #hasFormula = false;
  #text = '';
  /** Inside of which element text counts, and how deep in phonetic readings, whose text does not. */
  #isValue = false;
  #isPhonetic = false;

  constructor(options: SheetOptions) {
    this.#options = options;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'row':
        this.#openRow(attributes['r']);
        return;
      case 'c':
        this.#openCell(attributes);
        return;
      case 'f':
        this.#hasFormula = true;
        return;
      case 'v':
      case 't':
        this.#isValue = !this.#isPhonetic;
        return;
      case 'rPh':
        this.#isPhonetic = true;
        return;
      case 'mergeCell':
        this.#addMerge(attributes['ref'] ?? '');
    }
  };

  readonly text = (text: string): void => {
    if (this.#isValue && this.#text.length <= tableLimits.cellCharacters) this.#text += text;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#cells.length > 0 && !this.isDone()) this.rows.push({ line: this.#line, cells: this.#cells });
  };

  readonly isDone = (): boolean =>
    this.isMalformed ||
    this.rows.length >= this.#options.maxRows ||
    this.merges.length > maxMerges ||
    this.keptCharacters > tableLimits.tableCharacters;

  #openRow(place: string | undefined): void {
    const line = place === undefined ? this.#line + 1 : Number(place);
    this.isMalformed ||= !Number.isSafeInteger(line) || line <= this.#line;
    this.#line = line;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell({ r: place, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    const column = place === undefined ? this.#column + 1 : columnOf(place);
    this.isMalformed ||= column === undefined || column <= this.#column;
    this.#column = column ?? this.#column + 1;
    this.#type = type;
    this.#style = Number(style);
    this.#hasFormula = false;
    this.#text = '';
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === blankCell || this.#column >= tableLimits.columns || this.isDone()) return;
    this.#cells[this.#column] = cell;
    if (typeof cell === 'number') this.usedStrings.add(cell);
    else this.keptCharacters += cell.text.length;
  }

  #cell(): SheetCell {
    if (this.#hasFormula) return { kind: 'formula', text: '' };
    const text = this.#text;
    if (text === '') return blankCell;
    switch (this.#type) {
      case 's':
        return this.#sharedString(text);
      case 'n':
        return this.#options.dateStyles.has(this.#style) ? { kind: 'date', text } : numberCell(text);
      case 'd':
        return { kind: 'date', text };
      case 'e':
        return { kind: 'error', text };
      case 'b':
        return { kind: 'text', text: text === '1' ? 'TRUE' : 'FALSE' };
      default:
        return { kind: 'text', text: unescapeText(text) };
    }
  }

  #sharedString(text: string): SheetCell {
    const index = /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
    this.isMalformed ||= index === undefined;
    return index ?? blankCell;
  }

  #addMerge(ref: string): void {
    const [from = '', to = ''] = ref.split(':');
    const fromColumn = columnOf(from);
    const toColumn = columnOf(to);
    if (fromColumn === undefined || toColumn === undefined) return;
    this.merges.push({ fromLine: lineOf(from), toLine: lineOf(to), fromColumn, toColumn });
  }
}

/** `C7` → 2. Undefined for what is no place, or one beyond what Excel has. */
function columnOf(place: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/.exec(place)?.[1];
  return letters === undefined ? undefined : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function lineOf(place: string): number {
  return Number(place.replace(/\D+/g, ''));
}

/** Excel keeps 15 digits; the file may show more, which are noise of its arithmetic: `1234567.8899999999` → `1234567.89`. */
const exactDigits = 15;

function numberCell(text: string): Cell {
  const value = Number(text);
  const decimal = String(Number(value.toPrecision(exactDigits)));
  const isExact = Number.isFinite(value) && Math.abs(value) < 10 ** exactDigits && !decimal.includes('e');
  return isExact ? { kind: 'number', text: decimal } : { kind: 'inexact', text: text.trim() };
}

/** `_x000D_` → carriage return: how the standard writes what XML cannot hold (18.9, ST_Xstring). */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
