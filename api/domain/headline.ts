/** The manager's one sentence about the accounts that bring 80 % of the revenue, as numbers. */
import { type HealthWord, healthWords, isOnCadence } from './health-word.ts';
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
  /** Paused by a manager: in the total and listed as such, in no other figure. */
  readonly isPaused: boolean;
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
  /** One entry per word; with `paused` they sum to `accounts`. */
  readonly words: Readonly<Record<HealthWord, number>>;
  readonly paused: number;
  /** Share on cadence of all but new and paused, 0 to 1; undefined when there is none. */
  readonly coverage: number | undefined;
  readonly outside: number;
}

/** Undefined when no account brings revenue: there is nothing to say but "Import revenue". */
export function headlineOf(accounts: readonly HeadlineAccount[]): Headline | undefined {
  const accountIds = accountsBringing(tierPolicy.completeAtPercent.A, accounts);
  if (accountIds.size === 0) return undefined;
  const top = accounts.filter(({ accountId }) => accountIds.has(accountId));
  const counted = top.filter(({ isCounted }) => isCounted);
  const active = counted.filter(({ isPaused }) => !isPaused);
  const onCadence = active.filter(({ word }) => isOnCadence(word));
  const virtual = active.filter(({ word }) => word === 'completely_virtual');
  const unplanned = active.filter(({ word, hasPlannedVisit }) => word === 'overdue' && !hasPlannedVisit);
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
    keyPartnersNeverMet: active.reduce((sum, { keyPartnersNeverMet }) => sum + keyPartnersNeverMet, 0),
    words: countWords(active),
    paused: counted.length - active.length,
    coverage: coverageOf(active.map(({ word }) => word)),
    outside: top.length - counted.length,
  };
}

/** The share on cadence of accounts that are not paused, without the new ones (`domain.md`, coverage). */
export function coverageOf(words: readonly HealthWord[]): number | undefined {
  const settled = words.filter((word) => word !== 'new');
  return settled.length > 0 ? settled.filter(isOnCadence).length / settled.length : undefined;
}

function revenueOf(accounts: readonly HeadlineAccount[]): number {
  return accounts.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
}

function countWords(accounts: readonly HeadlineAccount[]): Readonly<Record<HealthWord, number>> {
  const words = Object.fromEntries(healthWords.map((word) => [word, 0])) as Record<HealthWord, number>;
  for (const { word } of accounts) words[word] += 1;
  return words;
}
