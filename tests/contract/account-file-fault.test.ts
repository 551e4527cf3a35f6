/** The words for a wrong accounts file: the server's lists and the wire's are the same, so that each has a sentence. */
import { describe, expect, it } from 'vitest';
import { FileFault, ImportRefusal, rowFaultCodes, rowNoticeCodes } from '../../api/contract/account-file-fault.ts';
import { type FileFault as ServerFileFault, rowFaults, rowNotices } from '../../api/features/accounts/account-file/account-file-fault.ts';
import { recordFaults, type RecordNotice } from '../../api/features/accounts/plan-import.ts';

/** One of each kind; a new one of the server's does not compile until it stands here, and then not pass until the wire has it. */
const fileFaults: { readonly [K in ServerFileFault['kind']]: Extract<ServerFileFault, { readonly kind: K }> } = {
  empty_file: { kind: 'empty_file' },
  no_rows: { kind: 'no_rows' },
  not_a_table: { kind: 'not_a_table' },
  pdf: { kind: 'pdf' },
  old_workbook: { kind: 'old_workbook' },
  encrypted_workbook: { kind: 'encrypted_workbook' },
  broken_workbook: { kind: 'broken_workbook' },
  file_too_large: { kind: 'file_too_large', maxBytes: 1 },
  content_too_large: { kind: 'content_too_large' },
  too_many_rows: { kind: 'too_many_rows', maxRows: 50_000 },
  mixed_encodings: { kind: 'mixed_encodings', line: 7, otherLine: 3 },
  broken_header: { kind: 'broken_header', line: 1 },
  columns_missing: { kind: 'columns_missing', line: 1, columns: ['account_id'] },
  columns_repeated: { kind: 'columns_repeated', line: 1, columns: ['name'] },
};

const recordNotices: Readonly<Record<RecordNotice['notice'], true>> = { domain_moved_by_person: true, contact_moved_by_person: true };

describe('the codes of the wire', () => {
  it('are all faults of rows that the server knows, and no others', () => {
    expect([...rowFaultCodes].sort()).toEqual([...rowFaults, ...recordFaults].sort());
  });

  it('are all notices of rows that the server knows, and no others', () => {
    expect([...rowNoticeCodes].sort()).toEqual([...rowNotices, ...Object.keys(recordNotices)].sort());
  });

  it.each(Object.values(fileFaults))('hold the file fault $kind with all its values', (fault) => {
    expect(FileFault.parse(fault)).toEqual(fault);
    expect(ImportRefusal.parse({ file: fault })).toEqual({ file: fault });
  });
});

it('a refusal of rows is read with its count', () => {
  const refusal = { faultCount: 900, faults: [{ line: 2, field: 'owner', code: 'unknown_owner', excerpt: 'x@y.example' }] };
  expect(ImportRefusal.parse(refusal)).toEqual(refusal);
});
