/** Everything that the server can say about an accounts file has a sentence, and the limits are told before sending. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import { FileFault, rowFaultCodes, rowNoticeCodes } from '../../api/contract/account-file-fault.ts';
import { maxFileBytes } from '../../api/contract/account-import.ts';
import { readAccountFile } from '../../api/features/accounts/account-file/read-account-file.ts';
import { sizeFault } from '../../addin/features/settings/account-import/chosen-file.ts';
import { choiceFaultSentence, fileFaultIn, remarkSentence } from '../../addin/features/settings/account-import/import-sentences.ts';
import { createFormats } from '../../addin/ui/formats.ts';
import { createText } from '../../addin/ui/text-format.ts';

const words = { text: createText('en', en), formats: createFormats({ locale: 'en-GB', timeZone: 'UTC' }) };
const exampleFile = join(import.meta.dirname, '../../addin/features/settings/account-import/accounts-example.csv');

describe('a remark about a row', () => {
  it.each([...rowFaultCodes, ...rowNoticeCodes])('%s has a sentence of its own', (code) => {
    const sentence = remarkSentence({ line: 7, field: 'revenue', code, otherLine: 3 }, words.text);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toContain('{');
    expect(sentence).not.toContain('does not know');
  });

  it('names the other line where there is one', () => {
    expect(remarkSentence({ line: 7, field: 'account_id', code: 'repeated', otherLine: 3 }, words.text)).toBe('Line 3 has the same id.');
  });

  it.each(['out_of_cheese', 'constructor'])('%s, which a newer server may say, is not hidden', (code) => {
    expect(remarkSentence({ line: 7, field: 'row', code }, words.text)).toContain('does not know');
  });
});

describe('a fault of the whole file', () => {
  it.each([
    [{ kind: 'pdf' }, 'This is a PDF. Export the accounts as CSV or as an Excel workbook (XLSX).'],
    [{ kind: 'file_too_large', maxBytes: 12_000_000 }, 'The file is larger than 12 MB.'],
    [{ kind: 'too_many_rows', maxRows: 50_000 }, 'The file has more than 50,000 accounts.'],
    [
      { kind: 'mixed_encodings', line: 7, otherLine: 3 },
      'Line 7 is written in another encoding than line 3. Save the whole file as UTF-8.',
    ],
    [{ kind: 'columns_missing', line: 1, columns: ['revenue', 'owner'] }, 'The header in line 1 lacks revenue and owner.'],
    [{ kind: 'unreadable' }, 'The file cannot be read any more. It may have been moved or be open in another program; choose it again.'],
  ] as const)('%j is told in words', (fault, sentence) => {
    expect(choiceFaultSentence(fault.kind === 'unreadable' ? fault : FileFault.parse(fault), words)).toBe(sentence);
  });

  it('is found in the refusal of an import, and in no other failure', () => {
    const problem = { kind: 'problem', code: 'import_refused', requestId: 'r-1' } as const;
    expect(fileFaultIn({ ...problem, details: { file: { kind: 'pdf' } } })).toEqual({ kind: 'pdf' });
    expect(fileFaultIn({ ...problem, details: { faultCount: 1, faults: [] } })).toBeUndefined();
    expect(fileFaultIn({ ...problem, details: {} })).toBeUndefined();
    expect(fileFaultIn({ ...problem, code: 'tenant_not_set_up', details: { file: { kind: 'pdf' } } })).toBeUndefined();
    expect(fileFaultIn({ kind: 'offline' })).toBeUndefined();
  });
});

describe('the size of a file', () => {
  it.each([
    [0, 'empty_file'],
    [1, undefined],
    [maxFileBytes, undefined],
    [maxFileBytes + 1, 'file_too_large'],
  ])('of %d bytes: %s', (bytes, kind) => {
    expect(sizeFault(bytes)?.kind).toBe(kind);
  });
});

describe('the example file', () => {
  it('has every column, and the server finds nothing wrong with it', async () => {
    const read = await readAccountFile(await readFile(exampleFile));
    expect(read).toMatchObject({ ok: true, value: { faults: [], notices: [], ignoredColumns: [] } });
    if (!read.ok) return;
    expect(read.value.rows).toHaveLength(3);
    expect(read.value.columns).toHaveLength(13);
  });
});
