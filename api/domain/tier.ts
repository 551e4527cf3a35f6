/** Tiers by trailing revenue, the cadence that follows, and the 80 % set that the headline speaks of. One cut serves tiers and headline. */
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

/** What a human has set against the computed tier; each changes the cadence alone, never the headline's set. */
export interface TierOverrides {
  readonly tier?: Tier | undefined;
  readonly cadenceDays?: number | undefined;
}

/** The days that an account should have: its own if a human set them, otherwise those of its overridden or computed tier. */
export function cadenceDaysFor(computed: Tier, overrides: TierOverrides, tenantDays: Readonly<Record<Tier, number>>): number {
  return overrides.cadenceDays ?? tenantDays[overrides.tier ?? computed];
}
