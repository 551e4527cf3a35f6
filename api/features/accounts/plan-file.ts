/** From the uploaded bytes to a plan, for preview and import alike. */
import type { FileFault } from '../../contract/account-file-fault.ts';
import type { importAccounts } from '../../contract/account-import.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type * as z from 'zod';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { RowFault, RowNotice } from './account-file/account-file-fault.ts';
import { type AccountFile, readAccountFile } from './account-file/read-account-file.ts';
import { loadAccountsNow } from './load-accounts-now.ts';
import { type ImportPlan, planImport, type RecordFault, type RecordNotice } from './plan-import.ts';

type Request = z.output<(typeof importAccounts)['request']>;

export interface PlannedFile {
  readonly plan: ImportPlan;
  readonly file: AccountFile;
  /** Of the file and of our records, by line; rows that only lack a rate last, since the next preview may bring it. */
  readonly faults: readonly (RowFault | RecordFault)[];
  /** How many there are, listed or not. */
  readonly faultCount: number;
  readonly notices: readonly (RowNotice | RecordNotice)[];
  readonly noticeCount: number;
  /** Accounts that are there and not in the file. */
  readonly notInFile: number;
}

export type FileRefusal = { readonly kind: 'tenant_not_set_up' } | { readonly kind: 'import_refused'; readonly file: FileFault };

/** The file is read before the transaction: a large one takes a while. */
export async function readUpload({ contentBase64 }: Request): Promise<Result<AccountFile, FileRefusal>> {
  const file = await readAccountFile(Buffer.from(contentBase64, 'base64'));
  return file.ok ? file : refused({ kind: 'import_refused', file: file.failure });
}

export async function planFile(tx: TenantTransaction, file: AccountFile, { rates }: Request): Promise<Result<PlannedFile, FileRefusal>> {
  const now = await loadAccountsNow(tx);
  if (!now) return refused({ kind: 'tenant_not_set_up' });
  const plan = planImport(file, now, rates);
  const inFile = new Set(file.rows.map(({ externalId }) => externalId));
  return ok({
    plan,
    file,
    faults: [...file.faults, ...plan.refused].sort((a, b) => Number(lacksRate(a)) - Number(lacksRate(b)) || a.line - b.line),
    faultCount: file.faultCount + plan.refused.length,
    notices: [...file.notices, ...plan.notices].sort(byLine),
    noticeCount: file.noticeCount + plan.notices.length,
    notInFile: [...now.accounts.keys()].filter((externalId) => !inFile.has(externalId)).length,
  });
}

function lacksRate({ fault }: { readonly fault: string }): boolean {
  return fault === 'no_rate';
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}
