/** The words for a wrong accounts file: each kind with all its values. */
import { describe, expect, it } from 'vitest';
import { FileFault, ImportRefusal } from '../../api/contract/account-file-fault.ts';

/** One of each kind; a new one does not compile until it stands here. */
const fileFaults: { readonly [K in FileFault['kind']]: FileFault & { readonly kind: K } } = {
  empty_file: { kind: 'empty_file' },
  no_rows: { kind: 'no_rows' },
  not_a_table: { kind: 'not_a_table' },
  pdf: { kind: 'pdf' },
  old_workbook: { kind: 'old_workbook' },
  encrypted_workbook: { kind: 'encrypted_workbook' },
  broken_workbook: { kind: 'broken_workbook' },
  file_too_large: { kind: 'file_too_large', maxBytes: 1 },
  content_too_large: { kind: 'content_too_large' },
  too_many_rows: { kind: 'too_many_rows', maxRows: 20_000 },
  mixed_encodings: { kind: 'mixed_encodings', line: 7, otherLine: 3 },
  broken_header: { kind: 'broken_header', line: 1 },
  columns_missing: { kind: 'columns_missing', line: 1, columns: ['account_id'] },
  columns_repeated: { kind: 'columns_repeated', line: 1, columns: ['name'] },
};

describe('the wire', () => {
  it.each(Object.values(fileFaults))('holds the file fault $kind with all its values', (fault) => {
    expect(FileFault.parse(fault)).toEqual(fault);
    expect(ImportRefusal.parse({ file: fault })).toEqual({ file: fault });
  });
});

it('a refusal of rows is read with its count', () => {
  const refusal = { faultCount: 900, faults: [{ line: 2, field: 'owner', code: 'unknown_owner', excerpt: 'x@y.example' }] };
  expect(ImportRefusal.parse(refusal)).toEqual(refusal);
});
