/** One row of the accounts file, checked field by field. What only the other rows can tell is left to `settle-rows.ts`. */
import type { RowFaultCode, RowNoticeCode } from '../../../contract/account-file-fault.ts';
import { normaliseMail, registrableDomain } from '../../../domain/account-match.ts';
import { isCadenceDays } from '../../../domain/cadence.ts';
import { type Tier, tiers } from '../../../domain/health-policy.ts';
import { isCurrency } from '../../../domain/money.ts';
import { visitorPolicies, type VisitorPolicy } from '../../../domain/visitor-policy.ts';
import type { AccountColumn, AccountHeader } from './account-columns.ts';
import { excerptOf, type RowFault, type RowNotice } from './account-file-fault.ts';
import { type Amount, exactAmount, parseAmount } from './amount.ts';
import { cellText, type TextRule } from './cell-text.ts';
import { blankCell, type TableRow } from './table.ts';

export interface AccountRow {
  /** Line in the file, 1 for the first. */
  readonly line: number;
  readonly externalId: string;
  readonly name: string;
  /** Registrable, lower case, each once; at least one. */
  readonly domains: readonly string[];
  /** In the minor units of `currency`, of which ISO 4217 says how many there are. */
  readonly revenueMinor: number;
  readonly currency: string;
  readonly ownerMail: string | undefined;
  /** Each once, as `normaliseMail` gives them; so are all addresses here. */
  readonly keyPartnerMails: readonly string[];
  /** One per address, the first. */
  readonly contacts: readonly { readonly mail: string; readonly name: string | undefined }[];
  readonly tierOverride: { readonly tier: Tier; readonly reason: string } | undefined;
  /** Id of the parent as the file has it; perhaps of an account that only the store knows. */
  readonly parentExternalId: string | undefined;
  readonly visitorPolicy: VisitorPolicy | undefined;
  /** 1 to 365. */
  readonly cadenceOverrideDays: number | undefined;
}

/** A row as far as it can be read alone. */
export interface RowDraft {
  readonly line: number;
  /** Known even when other fields are wrong. */
  readonly externalId: string | undefined;
  /** Undefined when a field is wrong. */
  readonly account: Omit<AccountRow, 'revenueMinor'> | undefined;
  readonly amount: Amount | undefined;
  readonly faults: readonly RowFault[];
  readonly notices: readonly RowNotice[];
}

const idRule: TextRule = { maxCharacters: 100, invisible: 'refuse' };
const nameRule: TextRule = { maxCharacters: 250, invisible: 'remove' };
const reasonRule: TextRule = { maxCharacters: 500, invisible: 'remove' };
const wordRule: TextRule = { maxCharacters: 40, invisible: 'refuse' };
const amountRule: TextRule = { ...wordRule, isAmount: true };
const mailRule: TextRule = { maxCharacters: 320, invisible: 'refuse' };
const listRule: TextRule = { maxCharacters: 20_000, invisible: 'refuse', isList: true };

const maxValues = { domains: 50, key_partners: 100, contacts: 500 } as const;

export function readRow(row: TableRow, { places, maxCells }: AccountHeader): RowDraft {
  const notes = new RowNotes(row.line);
  if (row.cells.slice(maxCells).some(({ text }) => text !== '')) return shiftedRow(row.line);
  const width = Math.max(...places.values()) + 1;
  const cellOf = (column: AccountColumn) => row.cells[places.get(column) ?? width] ?? blankCell;
  const read = (column: AccountColumn, rule: TextRule): string => {
    const cell = places.has(column) ? cellOf(column) : blankCell;
    const text = cellText(cell, rule);
    if (!text.ok) notes.blame(column, text.failure, cell.text);
    else if (text.value.isStripped) notes.notice(column, 'invisible_characters_removed');
    return text.ok ? text.value.text : '';
  };
  const readRequired = (column: AccountColumn, rule: TextRule): string => {
    const text = read(column, rule);
    if (text === '' && !notes.isBlamed(column)) notes.blame(column, 'empty');
    return text;
  };

  const externalId = readRequired('account_id', idRule);
  if (/^\d+(?:[.,]\d+)?E\+\d+$/i.test(externalId)) notes.blame('account_id', 'not_exact', externalId);
  const account = {
    line: row.line,
    externalId,
    name: readRequired('name', nameRule),
    domains: readDomains(readRequired('domains', listRule), notes),
    currency: readCurrency(readRequired('currency', wordRule), notes),
    ownerMail: readMail('owner', read('owner', mailRule), notes),
    keyPartnerMails: readMails(read('key_partners', listRule), notes),
    contacts: readContacts(read('contacts', listRule), notes),
    tierOverride: readTier({ tier: read('tier', wordRule), reason: read('tier_reason', reasonRule) }, notes),
    parentExternalId: read('parent', idRule) || undefined,
    visitorPolicy: readVisitorPolicy(read('visitor_policy', wordRule), notes),
    cadenceOverrideDays: readCadence(read('cadence_days', wordRule), notes),
  };
  const revenue = readRequired('revenue', amountRule);
  const amount = cellOf('revenue').kind === 'number' ? exactAmount(revenue) : parseAmount(revenue);
  if (!amount && !notes.isBlamed('revenue')) notes.blame('revenue', 'not_an_amount', revenue);
  if (amount?.isNegative) notes.notice('revenue', 'negative_revenue');
  return {
    line: row.line,
    externalId: externalId === '' || notes.isBlamed('account_id') ? undefined : externalId,
    account: notes.faults.length > 0 ? undefined : account,
    amount,
    faults: notes.faults,
    notices: notes.notices,
  };
}

/** Its values stand in the wrong columns: to check them would blame the wrong ones. */
function shiftedRow(line: number): RowDraft {
  const fault: RowFault = { line, field: 'row', fault: 'too_many_cells' };
  return { line, externalId: undefined, account: undefined, amount: undefined, faults: [fault], notices: [] };
}

/** Gathers what is said about one row. A field is blamed for one thing only: the first tells the rest. */
class RowNotes {
  readonly faults: RowFault[] = [];
  readonly notices: RowNotice[] = [];
  readonly #line: number;

  constructor(line: number) {
    this.#line = line;
  }

  blame(field: AccountColumn, fault: RowFaultCode, text = ''): void {
    if (!this.isBlamed(field)) this.faults.push({ line: this.#line, field, fault, ...(text && { excerpt: excerptOf(text) }) });
  }

  notice(field: AccountColumn, notice: RowNoticeCode): void {
    this.notices.push({ line: this.#line, field, notice });
  }

  isBlamed(field: AccountColumn): boolean {
    return this.faults.some((fault) => fault.field === field);
  }
}

function readDomains(text: string, notes: RowNotes): readonly string[] {
  const domains = text.split(/[\s;,]+/).flatMap((part) => {
    const domain = part === '' ? undefined : registrableDomain(part.toLowerCase());
    if (part !== '' && !domain) notes.blame('domains', 'not_a_domain', part);
    return domain ?? [];
  });
  if (text !== '' && domains.length === 0) notes.blame('domains', 'empty');
  return distinct('domains', domains, notes);
}

function readMails(text: string, notes: RowNotes): readonly string[] {
  const mails = text.split(/[\s;,]+/).flatMap((part) => readMail('key_partners', part, notes) ?? []);
  return distinct('key_partners', mails, notes);
}

function distinct(field: keyof typeof maxValues, values: readonly string[], notes: RowNotes): readonly string[] {
  if (values.length > maxValues[field]) notes.blame(field, 'too_many_values');
  return [...new Set(values)];
}

function readMail(field: AccountColumn, text: string, notes: RowNotes): string | undefined {
  if (text === '') return undefined;
  const mail = /[<>,;"]/.test(text) ? undefined : normaliseMail(text);
  if (!mail) notes.blame(field, 'not_a_mail', text);
  return mail;
}

/** `Dana Lee <dana@contral.example>; "Ortiz, Sam" <sam@contral.example>, max@contral.example`. */
function readContacts(text: string, notes: RowNotes): AccountRow['contacts'] {
  const parts = text.match(/(?:"[^"]*"|[^;,\n"])+/g) ?? [];
  const contacts = parts.flatMap((part) => {
    const [, name, named] = /^([^<>]*)<([^<>]*)>\s*$/.exec(part) ?? [];
    return named === undefined
      ? part.split(/\s+/).map((mail) => ({ mail: readMail('contacts', mail, notes), name: undefined }))
      : [{ mail: readContactMail(named.trim(), part, notes), name: readContactName(name ?? '', notes) }];
  });
  if (contacts.length > maxValues.contacts) notes.blame('contacts', 'too_many_values');
  const byMail = new Map<string, AccountRow['contacts'][number]>();
  for (const { mail, name } of contacts) {
    if (mail !== undefined && !byMail.has(mail)) byMail.set(mail, { mail, name });
  }
  return [...byMail.values()];
}

function readContactMail(mail: string, part: string, notes: RowNotes): string | undefined {
  if (mail === '') notes.blame('contacts', 'not_a_mail', part);
  return readMail('contacts', mail, notes);
}

function readContactName(name: string, notes: RowNotes): string | undefined {
  const unquoted = name.trim().replace(/^"(.*)"$/s, '$1');
  const text = cellText({ kind: 'text', text: unquoted }, nameRule);
  if (!text.ok) notes.blame('contacts', text.failure, name);
  return text.ok && text.value.text !== '' ? text.value.text : undefined;
}

function readCurrency(text: string, notes: RowNotes): string {
  const currency = text.toUpperCase();
  if (!isCurrency(currency)) notes.blame('currency', 'not_a_currency', text);
  return currency;
}

function readTier({ tier: text, reason }: { readonly tier: string; readonly reason: string }, notes: RowNotes): AccountRow['tierOverride'] {
  if (text === '') {
    if (reason !== '') notes.notice('tier_reason', 'reason_without_tier');
    return undefined;
  }
  const tier = tiers.find((known) => known === text.toUpperCase());
  if (!tier) notes.blame('tier', 'not_a_tier', text);
  if (reason === '') notes.blame('tier_reason', 'reason_missing');
  return tier && { tier, reason };
}

function readVisitorPolicy(text: string, notes: RowNotes): VisitorPolicy | undefined {
  const policy = visitorPolicies.find((known) => known === text.toLowerCase().replace(/[\s-]+/g, '_'));
  if (text !== '' && !policy) notes.blame('visitor_policy', 'not_a_visitor_policy', text);
  return policy;
}

function readCadence(text: string, notes: RowNotes): number | undefined {
  if (text === '') return undefined;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!isCadenceDays(days)) notes.blame('cadence_days', 'not_a_cadence', text);
  return days;
}
