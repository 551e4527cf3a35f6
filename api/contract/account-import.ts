/** The wire for bringing accounts in from a file: see what it would do, do it, take it back. */
import * as z from 'zod/mini';
import { route } from './route.ts';
import { Day, Instant } from './tagging.ts';

/** Of the file; about 20,000 accounts with every column full. Base64 on the wire is a third more. */
export const maxFileBytes = 12_000_000;
const base64Characters = Math.ceil((maxFileBytes * 4) / 3) + 4;
/** Entries of each list of a preview or a refusal; the counts beside them are whole. */
export const maxListed = 200;

const AccountsFile = z.object({
  fileName: z.string().check(z.minLength(1), z.maxLength(255)),
  /** CSV in any usual encoding, or a workbook (XLSX). */
  contentBase64: z.base64().check(z.minLength(1), z.maxLength(base64Characters)),
  /** Units of the tenant's currency for one unit of the other, by ISO 4217 code. */
  rates: z._default(z.record(z.string().check(z.regex(/^[A-Z]{3}$/)), z.number().check(z.positive())), {}),
});

/** What is wrong with a row, or worth saying about it. `code` is one of a closed list; the message catalogue makes a sentence of it. */
export const RowRemark = z.object({
  /** In the file, 1 for the first. */
  line: z.int().check(z.minimum(1)),
  /** The column, `row` when it is about the whole row. */
  field: z.string(),
  code: z.string(),
  otherLine: z.optional(z.int().check(z.minimum(1))),
  /** The beginning of what stands there. */
  excerpt: z.optional(z.string()),
});
export type RowRemark = z.output<typeof RowRemark>;

/** What an import may change about an account. */
export const accountFields = [
  'name',
  'owner',
  'revenue',
  'tier',
  'cadence_days',
  'visitor_policy',
  'parent',
  'domains',
  'key_partners',
] as const;
export type AccountField = (typeof accountFields)[number];

const count = z.int().check(z.minimum(0));

export const PreviewReply = z.object({
  todayOn: Day,
  added: count,
  changed: count,
  unchanged: count,
  refused: count,
  noticed: count,
  /** The first of each, in the order of the file. */
  addedAccounts: z.array(z.object({ line: z.int(), externalId: z.string(), name: z.string() })),
  changedAccounts: z.array(z.object({ line: z.int(), externalId: z.string(), name: z.string(), fields: z.array(z.enum(accountFields)) })),
  faults: z.array(RowRemark),
  notices: z.array(RowRemark),
  /** Columns that nobody asked for. */
  ignoredColumns: z.array(z.string()),
  currenciesWithoutRate: z.array(z.string()),
  /** Accounts that are there and not in the file: they stay as they are. */
  notInFile: count,
});
export type PreviewReply = z.output<typeof PreviewReply>;

/** Changes nothing. */
export const previewImport = route({
  name: 'preview-import',
  method: 'POST',
  path: 'accounts/import/preview',
  isRead: true,
  roles: ['admin'],
  params: z.object({}),
  request: AccountsFile,
  reply: PreviewReply,
  maxRequestBytes: base64Characters + 100_000,
});

export const ImportReply = z.object({ importNumber: z.int().check(z.minimum(1)), added: count, changed: count, unchanged: count });

/** All of the file or nothing of it. Idempotent by account id. */
export const importAccounts = route({
  name: 'import-accounts',
  method: 'POST',
  path: 'accounts/import',
  roles: ['admin'],
  params: z.object({}),
  request: AccountsFile,
  reply: ImportReply,
  maxRequestBytes: base64Characters + 100_000,
});

export const LastImport = z.object({
  importNumber: z.int().check(z.minimum(1)),
  fileName: z.string(),
  importedAt: Instant,
  by: z.object({ id: z.uuid(), name: z.string() }),
  added: count,
  changed: count,
  unchanged: count,
  undoneAt: z.nullable(Instant),
  /** Not after a merge, a split, or when it was undone already. */
  canUndo: z.boolean(),
});
export type LastImport = z.output<typeof LastImport>;

export const lastImport = route({
  name: 'last-import',
  method: 'GET',
  path: 'accounts/import',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({}),
  reply: z.object({ lastImport: z.nullable(LastImport) }),
});

/** Everything that the import changed is as it was before, and what it added is gone; the number guards against undoing another's. */
export const undoImport = route({
  name: 'undo-import',
  method: 'POST',
  path: 'accounts/import/undo',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({ importNumber: z.int().check(z.minimum(1)) }),
  reply: z.object({ restored: count, removed: count }),
});
