/** What an import would do: which accounts it adds or changes, and which rows it refuses. Pure, so that preview and import cannot differ. */
import type { RowFaultCode, RowNoticeCode } from '../../contract/account-file-fault.ts';
import type { Tier } from '../../domain/health-policy.ts';
import { inCurrency } from '../../domain/money.ts';
import type { VisitorPolicy } from '../../domain/visitor-policy.ts';
import type { AccountColumn } from './account-file/account-columns.ts';
import type { AccountRow } from './account-file/account-row.ts';
import type { RowFault, RowNotice } from './account-file/account-file-fault.ts';

/** A fault that only our own records can show. */
export interface RecordFault extends Pick<RowFault, 'line' | 'field' | 'excerpt'> {
  readonly fault: Extract<RowFaultCode, 'unknown_owner' | 'no_rate' | 'no_customer_domain' | 'unknown_parent' | 'parent_cycle'>;
}

export interface RecordNotice extends Pick<RowNotice, 'line' | 'field' | 'excerpt'> {
  readonly notice: Extract<RowNoticeCode, 'domain_moved_by_person' | 'contact_moved_by_person'>;
}

/** What an import sets on an account; the rest of an account is not the file's. */
export interface AccountFields {
  readonly name: string;
  readonly ownerId: string | null;
  readonly revenueMinor: number;
  readonly revenueCurrency: string;
  readonly ownTenantRevenueMinor: number;
  readonly tierOverride: Tier | null;
  readonly tierOverrideReason: string | null;
  readonly cadenceOverrideDays: number | null;
  readonly visitorPolicy: VisitorPolicy;
  /** The account id in the customer's own system. */
  readonly parentExternalId: string | null;
  /** Sorted; without those that a person has moved. */
  readonly domains: readonly string[];
  /** Sorted addresses. */
  readonly keyPartnerMails: readonly string[];
}

export const accountFieldNames = [
  'name',
  'ownerId',
  'revenueMinor',
  'revenueCurrency',
  'ownTenantRevenueMinor',
  'tierOverride',
  'tierOverrideReason',
  'cadenceOverrideDays',
  'visitorPolicy',
  'parentExternalId',
  'domains',
  'keyPartnerMails',
] as const satisfies readonly (keyof AccountFields)[];
export type AccountFieldName = (typeof accountFieldNames)[number];

interface Known {
  readonly accountId: string;
  /** Whether a person has said whether the office takes visitors: an import leaves it so. */
  readonly isVisitorPolicySaid: boolean;
}

/** The accounts as they are, by the id in the customer's own system. */
export interface AccountsNow {
  readonly currency: string;
  readonly accounts: ReadonlyMap<string, AccountFields & Known>;
  readonly personIdByMail: ReadonlyMap<string, string>;
  /** Domains that a person has given to an account: an import leaves them there. */
  readonly externalIdByChosenDomain: ReadonlyMap<string, string>;
  /** Contacts likewise, by address. */
  readonly externalIdByChosenMail: ReadonlyMap<string, string>;
  /** Of whom a person has said that they matter for the decision, or do not: an import leaves it so. */
  readonly keyPartnerMailsSaidByPerson: ReadonlySet<string>;
  /** Whether a domain may be a customer's: not our own, no free mail, no partner's. */
  readonly isCustomerDomain: (domain: string) => boolean;
}

export interface PlannedAccount {
  readonly line: number;
  readonly externalId: string;
  /** Absent for one that is added. */
  readonly accountId: string | undefined;
  readonly fields: AccountFields;
  /** Empty for one that is added or stays as it is. */
  readonly changed: readonly AccountFieldName[];
  /** Addresses with the names that the file gives them. */
  readonly contacts: readonly { readonly mail: string; readonly name: string | undefined }[];
}

export interface ImportPlan {
  readonly added: readonly PlannedAccount[];
  readonly changed: readonly PlannedAccount[];
  readonly unchanged: readonly PlannedAccount[];
  readonly refused: readonly RecordFault[];
  readonly notices: readonly RecordNotice[];
  /** Currencies of the file for which no rate was given, sorted. */
  readonly currenciesWithoutRate: readonly string[];
}

export interface ImportRows {
  readonly rows: readonly AccountRow[];
  /** Those that the file has: what it has no column for stays as it is, an empty cell clears it. */
  readonly columns: readonly AccountColumn[];
}

/** `rates`: units of the tenant's currency for one unit of the other. Rows with a fault are in no other list. */
export function planImport({ rows, columns }: ImportRows, now: AccountsNow, rates: Readonly<Record<string, number>>): ImportPlan {
  const has = new Set(columns);
  const known = new Set([...now.accounts.keys(), ...rows.map(({ externalId }) => externalId)]);
  const planned: PlannedAccount[] = [];
  const refused: RecordFault[] = [];
  const notices: RecordNotice[] = [];
  const withoutRate = new Set<string>();
  for (const row of rows) {
    const rate = row.currency === now.currency ? 1 : rates[row.currency];
    if (rate === undefined) withoutRate.add(row.currency);
    const faults = faultsOf(row, now, known, rate);
    refused.push(...faults);
    if (faults.length > 0 || rate === undefined) continue;
    const remaining = withoutMoved(row, now);
    notices.push(...remaining.notices);
    planned.push(planRow({ ...row, ...remaining }, { now, rate, has }));
  }
  refused.push(...parentCircles(planned, now));
  return {
    added: planned.filter(({ accountId }) => accountId === undefined),
    changed: planned.filter(({ accountId, changed }) => accountId !== undefined && changed.length > 0),
    unchanged: planned.filter(({ accountId, changed }) => accountId !== undefined && changed.length === 0),
    refused: refused.toSorted((a, b) => a.line - b.line),
    notices,
    currenciesWithoutRate: [...withoutRate].sort(),
  };
}

function faultsOf(row: AccountRow, now: AccountsNow, known: ReadonlySet<string>, rate: number | undefined): readonly RecordFault[] {
  const { line } = row;
  const faults: RecordFault[] = [];
  if (row.ownerMail && !now.personIdByMail.has(row.ownerMail)) {
    faults.push({ line, field: 'owner', fault: 'unknown_owner', excerpt: row.ownerMail });
  }
  if (rate === undefined) faults.push({ line, field: 'currency', fault: 'no_rate', excerpt: row.currency });
  for (const domain of row.domains.filter((domain) => !now.isCustomerDomain(domain))) {
    faults.push({ line, field: 'domains', fault: 'no_customer_domain', excerpt: domain });
  }
  const { parentExternalId } = row;
  if (parentExternalId && !known.has(parentExternalId))
    faults.push({ line, field: 'parent', fault: 'unknown_parent', excerpt: parentExternalId });
  return faults;
}

/** What a person has moved to another account stays there, whatever the file says. */
function withoutMoved(
  { line, externalId, domains, keyPartnerMails, contacts }: AccountRow,
  now: AccountsNow,
): Pick<AccountRow, 'domains' | 'keyPartnerMails' | 'contacts'> & { readonly notices: readonly RecordNotice[] } {
  const isHere = (chosenFor: string | undefined): boolean => chosenFor === undefined || chosenFor === externalId;
  const isDomainHere = (domain: string): boolean => isHere(now.externalIdByChosenDomain.get(domain));
  const isMailHere = (mail: string): boolean => isHere(now.externalIdByChosenMail.get(mail));
  const movedDomains = domains.filter((domain) => !isDomainHere(domain));
  const movedMails = [...new Set([...keyPartnerMails, ...contacts.map(({ mail }) => mail)])].filter((mail) => !isMailHere(mail));
  return {
    domains: domains.filter(isDomainHere),
    keyPartnerMails: keyPartnerMails.filter(isMailHere),
    contacts: contacts.filter(({ mail }) => isMailHere(mail)),
    notices: [
      ...movedDomains.map((excerpt): RecordNotice => ({ line, field: 'domains', notice: 'domain_moved_by_person', excerpt })),
      ...movedMails.map((excerpt): RecordNotice => ({ line, field: 'contacts', notice: 'contact_moved_by_person', excerpt })),
    ],
  };
}

interface RowContext {
  readonly now: AccountsNow;
  readonly rate: number;
  readonly has: ReadonlySet<AccountColumn>;
}

function planRow(row: AccountRow, { now, rate, has }: RowContext): PlannedAccount {
  const old = now.accounts.get(row.externalId);
  const fields: AccountFields = {
    name: row.name,
    ownerId: row.ownerMail === undefined ? null : (now.personIdByMail.get(row.ownerMail) ?? null),
    revenueMinor: row.revenueMinor,
    revenueCurrency: row.currency,
    ownTenantRevenueMinor: inCurrency(row.revenueMinor, { from: row.currency, to: now.currency, rate }),
    domains: [...row.domains].sort(),
    ...optionalFields(withoutSaid(row, old, now), old, has),
  };
  return {
    line: row.line,
    externalId: row.externalId,
    accountId: old?.accountId,
    fields,
    changed: old ? accountFieldNames.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fields[name])) : [],
    contacts: row.contacts,
  };
}

/** What a person has said about the account outweighs the row. */
function withoutSaid(row: AccountRow, old: (AccountFields & Known) | undefined, now: AccountsNow): AccountRow {
  return {
    ...row,
    keyPartnerMails: row.keyPartnerMails.filter((mail) => !now.keyPartnerMailsSaidByPerson.has(mail)),
    ...(old?.isVisitorPolicySaid ? { visitorPolicy: old.visitorPolicy } : {}),
  };
}

type OptionalFields = Pick<
  AccountFields,
  'tierOverride' | 'tierOverrideReason' | 'cadenceOverrideDays' | 'visitorPolicy' | 'parentExternalId' | 'keyPartnerMails'
>;

function optionalFields(row: AccountRow, old: AccountFields | undefined, has: ReadonlySet<AccountColumn>): OptionalFields {
  const orOld = <T>(column: AccountColumn, given: T | undefined, before: T | null | undefined): T | null =>
    (has.has(column) ? given : before) ?? null;
  const tier = orOld('tier', row.tierOverride, overrideOf(old));
  return {
    tierOverride: tier?.tier ?? null,
    tierOverrideReason: tier?.reason ?? null,
    cadenceOverrideDays: orOld('cadence_days', row.cadenceOverrideDays, old?.cadenceOverrideDays),
    visitorPolicy: orOld('visitor_policy', row.visitorPolicy, old?.visitorPolicy) ?? 'unknown',
    parentExternalId: orOld('parent', row.parentExternalId, old?.parentExternalId),
    keyPartnerMails: (orOld('key_partners', row.keyPartnerMails, old?.keyPartnerMails) ?? []).toSorted(),
  };
}

function overrideOf(old: AccountFields | undefined): AccountRow['tierOverride'] {
  return old?.tierOverride ? { tier: old.tierOverride, reason: old.tierOverrideReason ?? '' } : undefined;
}

/** Rows that would make an account its own parent, over the accounts that are there already. */
function parentCircles(planned: readonly PlannedAccount[], now: AccountsNow): readonly RecordFault[] {
  const parents = new Map([...now.accounts].map(([externalId, { parentExternalId }]) => [externalId, parentExternalId]));
  for (const { externalId, fields } of planned) parents.set(externalId, fields.parentExternalId);
  return planned
    .filter(({ externalId }) => isOwnAncestor(externalId, parents))
    .map(({ line }): RecordFault => ({ line, field: 'parent', fault: 'parent_cycle' }));
}

function isOwnAncestor(externalId: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let above = parents.get(externalId) ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === externalId) return true;
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return false;
}
