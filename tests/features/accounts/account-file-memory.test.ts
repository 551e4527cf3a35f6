/** What reading an accounts file takes at its worst, measured in a process of its own that does nothing else. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { sheetRow, workbookParts, type WorkbookParts } from './workbook.ts';

const maxMegabytes = 300;
const root = resolve(import.meta.dirname, '../../..');
const node = join(root, 'node_modules/.bin/node');
const reader = join(root, 'api/features/accounts/account-file/read-account-file.ts');

/** Reads the file that it is given, and says what came of it and how much memory the process ever had. */
const child = `
import { readFile } from 'node:fs/promises';
import { readAccountFile } from ${JSON.stringify(reader)};
const result = await readAccountFile(await readFile(process.argv[1]));
const outcome = result.ok ? String(result.value.rows.length) + ' rows, ' + String(result.value.faultCount) + ' faults' : result.failure.kind;
process.stdout.write(JSON.stringify({ outcome, megabytes: process.resourceUsage().maxRSS / 1024 }));
`;
const Measured = z.object({ outcome: z.string(), megabytes: z.number() });

const columns = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner', 'contacts'];
const header = columns.join(',');
const chunkRows = 1_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'account-file-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function measure(file: string): Promise<z.infer<typeof Measured>> {
  const { stdout } = await promisify(execFile)(node, ['--input-type=module', '--eval', child, file], { env: {} });
  return Measured.parse(JSON.parse(stdout));
}

async function writeCsv(name: string, chunks: Iterable<string>): Promise<string> {
  const file = join(folder, name);
  await pipeline(Readable.from(chunks), createWriteStream(file));
  return file;
}

/** A workbook of which one part is given piece by piece. */
async function writeXlsx(
  name: string,
  parts: WorkbookParts,
  large: { readonly part: string; readonly chunks: Iterable<string> },
): Promise<string> {
  const file = join(folder, name);
  await pipeline(Readable.from(zipped(workbookParts(parts), large)), createWriteStream(file));
  return file;
}

function* zipped(
  parts: Readonly<Record<string, string>>,
  large: { readonly part: string; readonly chunks: Iterable<string> },
): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  for (const [name, xml] of Object.entries({ ...parts, [large.part]: '' })) {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    for (const chunk of name === large.part ? large.chunks : [xml]) {
      part.push(strToU8(chunk));
      yield* ready;
      ready = [];
    }
    part.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

function* around(start: string, chunks: Iterable<string>, end: string): Generator<string> {
  yield start;
  yield* chunks;
  yield end;
}

function* chunksOf(rows: number, line: (at: number) => string): Generator<string> {
  for (let from = 0; from < rows; from += chunkRows) {
    yield Array.from({ length: Math.min(chunkRows, rows - from) }, (_, at) => line(from + at)).join('');
  }
}

const csvLine = (at: number): string =>
  `A-${at},Customer number ${at},customer${at}.example,${at}.50,EUR,seller@ours.example,Dana <dana@customer${at}.example>\n`;
const shortLine = (at: number): string => `A-${at},Customer number ${at},customer${at}.example,${at}.50,EUR,seller@ours.example,\n`;
const sheet = (rows: string): WorkbookParts => ({ sheets: [{ name: 'S', rows }] });
const part = 'xl/worksheets/sheet1.xml';
const rowsXml = (rows: number): Iterable<string> =>
  around(
    `<worksheet><sheetData>${sheetRow(1, columns)}`,
    chunksOf(rows, (at) => sheetRow(at + 2, csvLine(at).trim().split(','))),
    '</sheetData></worksheet>',
  );

it('a million rows of CSV are too many, and are not held', async () => {
  const file = await writeCsv('million.csv', around(`${header}\n`, chunksOf(1_000_000, shortLine), ''));
  expect((await stat(file)).size).toBeGreaterThan(80_000_000);
  const { outcome, megabytes } = await measure(file);
  expect(outcome).toBe('too_many_rows');
  expect(megabytes).toBeLessThan(maxMegabytes);
});

it('a million rows of a workbook are too many, and are not unpacked', async () => {
  const bare = `<row>${columns.map((column) => `<c t="str"><v>${column}</v></c>`).join('')}</row>`;
  const chunks = around(
    `<worksheet><sheetData>${bare}`,
    chunksOf(1_000_000, (at) => `<row><c><v>${at}</v></c><c t="str"><v>Customer number ${at}</v></c></row>`),
    '</sheetData></worksheet>',
  );
  const { outcome, megabytes } = await measure(await writeXlsx('million.xlsx', sheet(''), { part, chunks }));
  expect(outcome).toBe('too_many_rows');
  expect(megabytes).toBeLessThan(maxMegabytes);
});

it.each([
  ['every row good', csvLine, '20000 rows, 0 faults'],
  ['every field of every row wrong', () => `=,=,=,=,=,=,=\n`, '0 rows, 140000 faults'],
])('as many rows as are allowed, %s', async (name, line, expected) => {
  const { outcome, megabytes } = await measure(await writeCsv(`${name}.csv`, around(`${header}\n`, chunksOf(20_000, line), '')));
  expect(outcome).toBe(expected);
  expect(megabytes).toBeLessThan(maxMegabytes);
});

it('as many rows of a workbook as are allowed', async () => {
  const { outcome, megabytes } = await measure(await writeXlsx('full.xlsx', sheet(''), { part, chunks: rowsXml(20_000) }));
  expect(outcome).toBe('20000 rows, 0 faults');
  expect(megabytes).toBeLessThan(maxMegabytes);
});

const million = 'x'.repeat(1_000_000);
const megabytesOf = function* (count: number, chunk: string): Generator<string> {
  for (let at = 0; at < count; at += 1) yield chunk;
};

it.each([
  [
    'a cell without end',
    part,
    around(
      `<worksheet><sheetData>${sheetRow(1, columns)}<row r="2"><c r="A2" t="str"><v>`,
      megabytesOf(110, million),
      '</v></c></row></sheetData></worksheet>',
    ),
  ],
  ['an attribute without end', part, around('<worksheet a="', megabytesOf(110, million), '"/>')],
  ['blanks without end', part, around('<worksheet><sheetData>', megabytesOf(110, ' '.repeat(1_000_000)), '</sheetData></worksheet>')],
  [
    'rows of nothing without end',
    part,
    around(
      '<worksheet><sheetData>',
      chunksOf(4_000_000, () => '<row spans="1:1" ht="15"/>'),
      '</sheetData></worksheet>',
    ),
  ],
  ['strings without end', 'xl/sharedStrings.xml', around('<sst>', megabytesOf(110, `<si><t>${million}</t></si>`), '</sst>')],
])('a small workbook that unpacks to %s is refused', async (name, largePart, chunks) => {
  const parts = sheet(`${sheetRow(1, columns)}<row r="2"><c r="A2" t="s"><v>999999</v></c></row>`);
  const file = await writeXlsx(`${name}.xlsx`, { ...parts, strings: '' }, { part: largePart, chunks });
  expect((await stat(file)).size).toBeLessThan(20_000_000);
  const { outcome, megabytes } = await measure(file);
  expect(['content_too_large', 'broken_workbook']).toContain(outcome);
  expect(megabytes).toBeLessThan(maxMegabytes);
});
