/** The headline's numbers: whom they count, what they sum to, and when there is nothing to say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeadlineAccount, headlineOf } from '../../api/domain/headline.ts';
import { healthWords } from '../../api/domain/health.ts';

function account(accountId: string, given: Partial<HeadlineAccount>): HeadlineAccount {
  return {
    accountId,
    revenueMinor: 10,
    word: 'on_track',
    hasPlannedVisit: false,
    keyPartnersNeverMet: 0,
    isCounted: true,
    ...given,
  };
}

describe('the headline', () => {
  it.each<[string, readonly HeadlineAccount[]]>([
    ['no account', []],
    ['no revenue', [account('a', { revenueMinor: 0 }), account('b', { revenueMinor: -5 })]],
  ])('is absent with %s', (_, accounts) => {
    expect(headlineOf(accounts)).toBeUndefined();
  });

  it('says how many of the top accounts are on cadence, virtual, overdue without a plan, and whom nobody met', () => {
    const headline = headlineOf([
      account('on-track', { revenueMinor: 300 }),
      account('due-soon', { revenueMinor: 200, word: 'due_soon', keyPartnersNeverMet: 2 }),
      account('overdue', { revenueMinor: 150, word: 'overdue', keyPartnersNeverMet: 1 }),
      account('planned', { revenueMinor: 100, word: 'overdue', hasPlannedVisit: true }),
      account('virtual', { revenueMinor: 100, word: 'completely_virtual', hasPlannedVisit: true }),
      account('outside', { revenueMinor: 100, word: 'overdue', keyPartnersNeverMet: 9, isCounted: false }),
      account('small', { revenueMinor: 50, word: 'completely_virtual', keyPartnersNeverMet: 9 }),
    ]);
    expect(headline).toEqual({
      accountIds: new Set(['on-track', 'due-soon', 'overdue', 'planned', 'virtual', 'outside']),
      accounts: 5,
      onCadence: 2,
      onCadenceRevenueShare: 500 / 850,
      completelyVirtual: 1,
      completelyVirtualRevenueMinor: 100,
      overdueUnplanned: 1,
      overdueUnplannedRevenueMinor: 150,
      keyPartnersNeverMet: 3,
      words: { on_track: 1, due_soon: 1, new: 0, not_enough_data: 0, overdue: 2, completely_virtual: 1, no_contact: 0 },
      outside: 1,
    });
  });

  it('has no share when every top account stands outside: unknown is not zero', () => {
    expect(headlineOf([account('a', { isCounted: false })])).toMatchObject({
      accounts: 0,
      outside: 1,
      onCadenceRevenueShare: undefined,
    });
  });

  it('sums up, for any accounts', () => {
    const accounts = fc.array(
      fc.record({
        revenueMinor: fc.integer({ min: -5, max: 50 }),
        word: fc.constantFrom(...healthWords),
        hasPlannedVisit: fc.boolean(),
        keyPartnersNeverMet: fc.nat({ max: 3 }),
        isCounted: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(accounts, (given) => {
        const headline = headlineOf(given.map((some, index) => account(String(index), some)));
        if (!headline) return;
        expect(Object.values(headline.words).reduce((a, b) => a + b, 0)).toBe(headline.accounts);
        expect(headline.accounts + headline.outside).toBe(headline.accountIds.size);
        expect(headline.onCadence).toBe(headline.words.on_track + headline.words.due_soon);
        const share = headline.onCadenceRevenueShare;
        expect(share === undefined || (share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });
});
