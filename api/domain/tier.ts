/** Tiers by trailing revenue, and the 80 % set that the headline speaks of. One cut serves both. */
import { type Tier, tierPolicy } from './health-policy.ts';

export interface AccountRevenue {
  readonly accountId: string;
  /** Trailing twelve months in minor units of the tenant's currency; negative counts as zero. */
  readonly revenueMinor: number;
}

/**
 * The accounts that together bring `percent` of the revenue, largest first: the one that crosses the line is in, and
 * every account with equal revenue. Empty when nobody brings any. Example: 50, 30, 30, 0 at 80 % → the first three.
 */
export function accountsBringing(percent: number, accounts: readonly AccountRevenue[]): ReadonlySet<string> {
  const sorted = accounts.filter(({ revenueMinor }) => revenueMinor > 0).sort((a, b) => b.revenueMinor - a.revenueMinor);
  const total = sorted.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
  let reached = 0;
  let lastIn = Infinity;
  for (const { revenueMinor } of sorted) {
    if (reached * 100 >= total * percent) break;
    reached += revenueMinor;
    lastIn = revenueMinor;
  }
  return new Set(sorted.filter(({ revenueMinor }) => revenueMinor >= lastIn).map(({ accountId }) => accountId));
}

/** Every account's tier; without any revenue all are C. */
export function tiersOf(accounts: readonly AccountRevenue[]): ReadonlyMap<string, Tier> {
  const inA = accountsBringing(tierPolicy.completeAtPercent.A, accounts);
  const inAOrB = accountsBringing(tierPolicy.completeAtPercent.B, accounts);
  return new Map(accounts.map(({ accountId }) => [accountId, inA.has(accountId) ? 'A' : inAOrB.has(accountId) ? 'B' : 'C']));
}
