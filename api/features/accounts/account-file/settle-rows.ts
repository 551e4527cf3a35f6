/** What only all rows together can tell: repeated ids, the decimal mark of the file, domains of two accounts. */
import type { RowFaultCode } from '../../../contract/account-file-fault.ts';
import type { RowFault, RowNotice } from './account-file-fault.ts';
import type { AccountRow, RowDraft } from './account-row.ts';
import { type Amount, type DecimalMark, minorUnits, settleAmount } from './amount.ts';

export interface SettledRows {
  /** In the order of the file. */
  readonly rows: readonly AccountRow[];
  /** Those found here; the drafts keep their own. */
  readonly faults: readonly RowFault[];
  readonly notices: readonly RowNotice[];
}

export function settleRows(drafts: readonly RowDraft[]): SettledRows {
  const faults = repeatedIds(drafts);
  const refusedLines = new Set(faults.map(({ line }) => line));
  const { minorByLine, faults: amountFaults } = settleRevenue(drafts);
  const rows = drafts.flatMap(({ line, account }): readonly AccountRow[] => {
    const revenueMinor = minorByLine.get(line);
    return account && revenueMinor !== undefined && !refusedLines.has(line) ? [{ ...account, revenueMinor }] : [];
  });
  return { rows, faults: [...faults, ...amountFaults], notices: sharedDomains(rows) };
}

/** The first row with an id keeps it, right or wrong in its other fields. */
function repeatedIds(drafts: readonly RowDraft[]): readonly RowFault[] {
  const lineById = new Map<string, number>();
  return drafts.flatMap(({ line, externalId }): readonly RowFault[] => {
    if (externalId === undefined) return [];
    const otherLine = lineById.get(externalId);
    if (otherLine === undefined) lineById.set(externalId, line);
    return otherLine === undefined ? [] : [{ line, field: 'account_id', fault: 'repeated', otherLine }];
  });
}

interface SettledRevenue {
  readonly minorByLine: ReadonlyMap<number, number>;
  readonly faults: readonly RowFault[];
}

function settleRevenue(drafts: readonly RowDraft[]): SettledRevenue {
  const amounts = drafts.flatMap(({ line, amount, account }) => (amount ? [{ line, amount, currency: account?.currency }] : []));
  const first = amounts.find(({ amount }) => amount.mark);
  const isMixed = amounts.some(({ amount }) => amount.mark && amount.mark !== first?.amount.mark);
  const minorByLine = new Map<number, number>();
  const faults: RowFault[] = [];
  for (const { line, amount, currency } of amounts) {
    const blame = (fault: RowFaultCode, otherLine?: number): void =>
      void faults.push({ line, field: 'revenue', fault, ...(otherLine !== undefined && { otherLine }) });
    if (first && amount.mark && amount.mark !== first.amount.mark) blame('other_decimal_mark', first.line);
    else settleOne(amount, isMixed ? undefined : first?.amount.mark, currency, { blame, keep: (minor) => minorByLine.set(line, minor) });
  }
  return { minorByLine, faults };
}

interface Outcome {
  readonly blame: (fault: RowFaultCode) => void;
  readonly keep: (minor: number) => void;
}

function settleOne(amount: Amount, mark: DecimalMark | undefined, currency: string | undefined, { blame, keep }: Outcome): void {
  const settled = settleAmount(amount, mark);
  if (!settled) return blame('ambiguous_amount');
  // The row is refused already; without its currency nobody knows the unit.
  if (currency === undefined) return;
  const minor = minorUnits(settled, currency);
  if (minor.ok) keep(minor.value);
  else blame(minor.failure);
}

function sharedDomains(rows: readonly AccountRow[]): readonly RowNotice[] {
  const lineByDomain = new Map<string, number>();
  return rows.flatMap(({ line, domains }) =>
    domains.flatMap((domain): readonly RowNotice[] => {
      const otherLine = lineByDomain.get(domain);
      if (otherLine === undefined) lineByDomain.set(domain, line);
      return otherLine === undefined ? [] : [{ line, field: 'domains', notice: 'shared_domain', otherLine, excerpt: domain.slice(0, 40) }];
    }),
  );
}
