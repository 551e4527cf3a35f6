/** The manager's one sentence about the accounts that bring 80 % of the revenue, as numbers. */
import { type HealthWord, healthWords, isOnCadence } from './health.ts';
import { tierPolicy } from './health-policy.ts';
import { accountsBringing } from './tier.ts';

export interface HeadlineAccount {
  readonly accountId: string;
  /** In minor units of the tenant's currency. */
  readonly revenueMinor: number;
  readonly word: HealthWord;
  readonly hasPlannedVisit: boolean;
  readonly keyPartnersNeverMet: number;
  /** False while the owner is not enrolled or the owner's calendar is not read yet: outside every figure, counted as such. */
  readonly isCounted: boolean;
}

export interface Headline {
  /** Ids of the 80 % set, counted or not. */
  readonly accountIds: ReadonlySet<string>;
  readonly accounts: number;
  readonly onCadence: number;
  /** Of the revenue of the counted accounts, 0 to 1; undefined when that is zero. */
  readonly onCadenceRevenueShare: number | undefined;
  readonly completelyVirtual: number;
  readonly completelyVirtualRevenueMinor: number;
  readonly overdueUnplanned: number;
  readonly overdueUnplannedRevenueMinor: number;
  readonly keyPartnersNeverMet: number;
  /** One entry per word; they sum to `accounts`. */
  readonly words: Readonly<Record<HealthWord, number>>;
  readonly outside: number;
}

/** Undefined when no account brings revenue: there is nothing to say but "Import revenue". */
export function headlineOf(accounts: readonly HeadlineAccount[]): Headline | undefined {
  const accountIds = accountsBringing(tierPolicy.completeAtPercent.A, accounts);
  if (accountIds.size === 0) return undefined;
  const top = accounts.filter(({ accountId }) => accountIds.has(accountId));
  const counted = top.filter(({ isCounted }) => isCounted);
  const onCadence = counted.filter(({ word }) => isOnCadence(word));
  const virtual = counted.filter(({ word }) => word === 'completely_virtual');
  const unplanned = counted.filter(({ word, hasPlannedVisit }) => word === 'overdue' && !hasPlannedVisit);
  const revenueMinor = revenueOf(counted);
  return {
    accountIds,
    accounts: counted.length,
    onCadence: onCadence.length,
    onCadenceRevenueShare: revenueMinor > 0 ? revenueOf(onCadence) / revenueMinor : undefined,
    completelyVirtual: virtual.length,
    completelyVirtualRevenueMinor: revenueOf(virtual),
    overdueUnplanned: unplanned.length,
    overdueUnplannedRevenueMinor: revenueOf(unplanned),
    keyPartnersNeverMet: counted.reduce((sum, { keyPartnersNeverMet }) => sum + keyPartnersNeverMet, 0),
    words: countWords(counted),
    outside: top.length - counted.length,
  };
}

function revenueOf(accounts: readonly HeadlineAccount[]): number {
  return accounts.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
}

function countWords(accounts: readonly HeadlineAccount[]): Readonly<Record<HealthWord, number>> {
  const words = Object.fromEntries(healthWords.map((word) => [word, 0])) as Record<HealthWord, number>;
  for (const { word } of accounts) words[word] += 1;
  return words;
}
