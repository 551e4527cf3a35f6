/** Who brings the revenue: the crossing account, ties, zeros and negatives. The headline has its own tests. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tier, tierPolicy } from '../../api/domain/health-policy.ts';
import { type AccountRevenue, accountsBringing, cadenceDaysFor, type TierOverrides, tiersOf } from '../../api/domain/tier.ts';

/** Accounts a, b, c, ... with these revenues. */
function accounts(...revenues: readonly number[]): readonly AccountRevenue[] {
  return revenues.map((revenueMinor, index) => ({ accountId: String.fromCharCode(97 + index), revenueMinor }));
}

const joined = (ids: ReadonlySet<string>): string => [...ids].sort().join('');

describe('the accounts that bring 80 %', () => {
  it.each<[string, string, readonly number[]]>([
    ['abc', 'the crossing account and every tie', [50, 30, 30, 0]],
    ['ab', 'exactly 80 % is reached, no more', [50, 30, 20]],
    ['abc', 'just below 80 % needs one more', [50, 29, 21]],
    ['ab', 'the one that crosses is in', [79, 11, 10]],
    ['abcd', 'all of equal revenue', [25, 25, 25, 25]],
    ['abc', 'a tie with the one that crosses, though 80 % is already reached', [60, 20, 20]],
    ['a', 'one account alone', [1]],
    ['', 'none at all', []],
    ['', 'all zero', [0, 0]],
    ['', 'only negative revenue', [-5, -1]],
    ['a', 'negative revenue takes nothing from the total', [80, 20, -1_000]],
    ['bd', 'in any order', [10, 60, 10, 20]],
  ])('are %s: %s', (ids, _, revenues) => {
    expect(joined(accountsBringing(80, accounts(...revenues)))).toBe(ids);
  });

  it('never lack a cent to rounding', () => {
    const revenueMinor = 33_333_333_333_333;
    expect(accountsBringing(80, accounts(revenueMinor * 4, revenueMinor)).size).toBe(1);
  });
});

describe('tiers', () => {
  it('are complete at 80 % and 95 %', () => {
    expect(tierPolicy.completeAtPercent).toEqual({ A: 80, B: 95 });
  });

  it.each<[string, string, readonly number[]]>([
    ['AABC', 'A to 80 %, B to 95 %, C the rest', [50, 30, 15, 5]],
    ['AABB', 'the account that crosses 95 % is B', [50, 30, 14, 6]],
    ['AAAC', 'the account that crosses 80 % is A, also when it completes 95 %', [50, 29, 16, 5]],
    ['AABBB', 'a tie at the line of B is B', [50, 30, 10, 5, 5]],
    ['ACC', 'zero and negative are C', [100, 0, -100]],
    ['CC', 'without revenue all are C', [0, 0]],
  ])('%s: %s', (tiers, _, revenues) => {
    expect([...tiersOf(accounts(...revenues)).values()].join('')).toBe(tiers);
  });
});

describe('the days that an account should have', () => {
  const tenantDays = { A: 40, B: 80, C: 200 };

  it.each<[number, string, Tier, TierOverrides]>([
    [40, 'those of its tier, as the admin set them', 'A', {}],
    [80, 'those of its tier', 'B', {}],
    [200, 'those of its tier', 'C', {}],
    [40, 'those of the tier that a human set instead', 'C', { tier: 'A' }],
    [200, 'also of a lower one', 'A', { tier: 'C' }],
    [10, 'those that a human set for it alone', 'B', { cadenceDays: 10 }],
    [10, 'its own before those of the tier that a human set', 'B', { tier: 'A', cadenceDays: 10 }],
  ])('are %i: %s', (days, _, computed, overrides) => {
    expect(cadenceDaysFor(computed, overrides, tenantDays)).toBe(days);
  });
});

describe('for any revenues', () => {
  const portfolios = fc.array(fc.integer({ min: -20, max: 50 }), { maxLength: 12 }).map((revenues) => accounts(...revenues));
  const percents = fc.integer({ min: 1, max: 100 });
  const sum = (some: readonly AccountRevenue[]): number => some.reduce((total, { revenueMinor }) => total + Math.max(0, revenueMinor), 0);

  it('the set reaches the share, and without its smallest revenue it does not', () => {
    fc.assert(
      fc.property(portfolios, percents, (all, percent) => {
        const ids = accountsBringing(percent, all);
        const members = all.filter(({ accountId }) => ids.has(accountId));
        const needed = sum(all) * percent;
        expect(sum(members) * 100).toBeGreaterThanOrEqual(needed);
        const smallest = Math.min(...members.map(({ revenueMinor }) => revenueMinor));
        const larger = members.filter(({ revenueMinor }) => revenueMinor > smallest);
        if (members.length > 0) expect(sum(larger) * 100).toBeLessThan(needed);
      }),
    );
  });

  it('equal revenue is treated equally, and more never worse than less', () => {
    fc.assert(
      fc.property(portfolios, percents, (all, percent) => {
        const ids = accountsBringing(percent, all);
        const least = Math.min(...all.filter(({ accountId }) => ids.has(accountId)).map(({ revenueMinor }) => revenueMinor));
        for (const { accountId, revenueMinor } of all) expect(ids.has(accountId)).toBe(revenueMinor >= least);
      }),
    );
  });

  it('their order changes nothing, and the list stays as it was', () => {
    fc.assert(
      fc.property(portfolios, (all) => {
        const before = structuredClone(all);
        expect(new Map([...tiersOf(all.toReversed())].reverse())).toEqual(tiersOf(all));
        expect(all).toEqual(before);
      }),
    );
  });

  it('each has one tier, and A is the 80 % set', () => {
    fc.assert(
      fc.property(portfolios, (all) => {
        const tiers = tiersOf(all);
        expect(tiers.size).toBe(all.length);
        expect(new Set([...tiers].filter(([, tier]) => tier === 'A').map(([id]) => id))).toEqual(accountsBringing(80, all));
      }),
    );
  });
});
