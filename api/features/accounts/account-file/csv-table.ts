/** CSV as a table, read piece by piece: never more of the file is held than its bytes and a few rows. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { knownColumns } from './account-columns.ts';
import { type Delimiter, delimiters, type Table, tableLimits, type TableRow, type UnreadableRow } from './table.ts';
import { decode, detectEncoding } from './text-encoding.ts';

export function readCsvTable(bytes: Uint8Array): Result<Table, FileFault> {
  const encoding = detectEncoding(bytes);
  if (!encoding.ok) return encoding;
  const header = firstLine(decode(bytes, encoding.value).next().value ?? '');
  if (/(?!\t)\p{Cc}/u.test(header)) return refused({ kind: 'not_a_table' });
  const delimiter = detectDelimiter(header);
  const unreadable: UnreadableRow[] = [];
  return ok({
    source: { format: 'csv', encoding: encoding.value, delimiter },
    rows: parseRows(decode(bytes, encoding.value), { delimiter, unreadable }),
    unreadable,
  });
}

function firstLine(head: string): string {
  return head.split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
}

/** The one by which the header names the most of our columns. */
function detectDelimiter(header: string): Delimiter {
  const count = (delimiter: Delimiter): number => knownColumns(header.replaceAll('"', '').split(delimiter));
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

interface ParseOptions {
  readonly delimiter: Delimiter;
  /** Grows while rows are read. */
  readonly unreadable: UnreadableRow[];
}

async function* parseRows(texts: Iterable<string>, { delimiter, unreadable }: ParseOptions): AsyncGenerator<TableRow> {
  let lastLine = 0;
  let isEndLost = false;
  /** Of the rows that the parser has made and the loop has not seen. */
  const startLines: number[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    trim: true,
    relax_column_count: true,
    max_record_size: tableLimits.rowCharacters,
    // A row begins below the last one: the parser itself names the line of its end.
    on_record: (cells: string[], { lines: endLine }) => {
      startLines.push(lastLine + 1);
      lastLine = endLine;
      isEndLost = false;
      return cells;
    },
    skip_records_with_error: true,
    on_skip: (error) => {
      // Whose end is lost takes what follows along, in several pieces perhaps: one fault until a row is whole again.
      const isSameRow = isEndLost;
      isEndLost = error?.code !== 'INVALID_OPENING_QUOTE';
      if (isSameRow) return;
      const fault = error?.code === 'CSV_MAX_RECORD_SIZE' ? 'too_long' : 'broken_quotes';
      if (unreadable.length < tableLimits.rows) unreadable.push({ line: lastLine + 1, fault });
      const endLine: unknown = error && Reflect.get(error, 'lines');
      lastLine = typeof endLine === 'number' ? endLine : lastLine + 1;
    },
  });
  // Whatever goes wrong ends the parser, and so the loop below; nobody else needs to hear of it.
  pipeline(Readable.from(texts), parser, () => undefined);
  for await (const record of parser) {
    const cells: readonly string[] = record;
    yield { line: startLines.shift() ?? lastLine, cells: cells.map((text) => ({ kind: 'text', text })) };
  }
}
