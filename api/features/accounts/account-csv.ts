/** The accounts file as rows: reads CSV, checks every field, names line and field of every fault. Touches no storage. */
import { CsvError, parse } from 'csv-parse/sync';
import { normaliseMail, registrableDomain } from '../../domain/account-match.ts';
import { ok, refused, type Result } from '../../domain/result.ts';

export interface AccountRow {
  /** Line in the file, 1 for the header. */
  readonly line: number;
  readonly externalId: string;
  readonly name: string;
  /** Registrable, lower case, each once; at least one. */
  readonly domains: readonly string[];
  readonly revenueMinor: number;
  readonly currency: string;
  readonly ownerMail: string | undefined;
  readonly keyPartnerMails: readonly string[];
}

export interface RowFault {
  readonly line: number;
  readonly field: string;
  readonly fault:
    | 'not_csv'
    | 'column_missing'
    | 'empty'
    | 'too_long'
    | 'repeated'
    | 'not_a_domain'
    | 'not_an_amount'
    | 'not_a_currency'
    | 'not_a_mail'
    | 'unknown_owner'
    | 'no_rate';
}

const columns = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner', 'key_partners'] as const;
type Column = (typeof columns)[number];
type Cells = Readonly<Record<Column, string>>;

const maxFieldCharacters = 500;
/** Largest revenue in minor units that stays exact in a sum over many accounts. */
const maxRevenueMinor = 1e14;

export function parseAccountCsv(text: string): Result<readonly AccountRow[], readonly RowFault[]> {
  const records = readRecords(text);
  if (!records.ok) return records;
  const faults: RowFault[] = [];
  const rows = records.value.flatMap(({ line, cells }) => {
    const row = parseRow(line, cells);
    if (!row.ok) faults.push(...row.failure);
    return row.ok ? [row.value] : [];
  });
  faults.push(...repeatedIds(rows));
  return faults.length > 0 ? refused(faults) : ok(rows);
}

interface CsvRecord {
  readonly line: number;
  readonly cells: Cells;
}

function readRecords(text: string): Result<readonly CsvRecord[], readonly RowFault[]> {
  try {
    const parsed: { record: Partial<Cells>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    const [first] = parsed;
    const missing = first ? columns.filter((column) => first.record[column] === undefined) : [];
    if (missing.length > 0) return refused(missing.map((field): RowFault => ({ line: 1, field, fault: 'column_missing' })));
    return ok(parsed.map(({ record, info }) => ({ line: info.lines, cells: record as Cells })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = Reflect.get(error, 'lines');
    return refused([{ line: typeof line === 'number' ? line : 1, field: '', fault: 'not_csv' }] as const);
  }
}

/** Faults of the cells as such, before any is read. */
function shapeFaults(line: number, cells: Cells): RowFault[] {
  const tooLong = columns.filter((column) => cells[column].length > maxFieldCharacters);
  const empty = (['account_id', 'name', 'domains'] as const).filter((column) => cells[column] === '');
  return [
    ...tooLong.map((field): RowFault => ({ line, field, fault: 'too_long' })),
    ...empty.map((field): RowFault => ({ line, field, fault: 'empty' })),
  ];
}

function parseRow(line: number, cells: Cells): Result<AccountRow, readonly RowFault[]> {
  const faults = shapeFaults(line, cells);
  const blame = (field: Column, fault: RowFault['fault']): void => void faults.push({ line, field, fault });
  const domains = listOf(cells.domains).map((domain) => registrableDomain(domain.toLowerCase()));
  if (domains.includes(undefined)) blame('domains', 'not_a_domain');
  const revenueMinor = minorUnits(cells.revenue);
  if (revenueMinor === undefined) blame('revenue', 'not_an_amount');
  if (!/^[A-Z]{3}$/.test(cells.currency)) blame('currency', 'not_a_currency');
  const ownerMail = cells.owner === '' ? undefined : normaliseMail(cells.owner);
  if (cells.owner !== '' && !ownerMail) blame('owner', 'not_a_mail');
  const keyPartnerMails = listOf(cells.key_partners).map(normaliseMail);
  if (keyPartnerMails.includes(undefined)) blame('key_partners', 'not_a_mail');
  if (faults.length > 0 || revenueMinor === undefined) return refused(faults);
  return ok({
    line,
    externalId: cells.account_id,
    name: cells.name,
    domains: present(domains),
    revenueMinor,
    currency: cells.currency,
    ownerMail,
    keyPartnerMails: present(keyPartnerMails),
  });
}

function listOf(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function present(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** `1234567.8` → 123456780; two decimals at most, no thousands separators. Undefined for anything else. */
function minorUnits(text: string): number | undefined {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole, decimals = ''] = match;
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return amount > maxRevenueMinor ? undefined : sign === '-' ? -amount : amount;
}

function repeatedIds(rows: readonly AccountRow[]): readonly RowFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ line, externalId }): readonly RowFault[] => {
    if (seen.has(externalId)) return [{ line, field: 'account_id', fault: 'repeated' }];
    seen.add(externalId);
    return [];
  });
}
