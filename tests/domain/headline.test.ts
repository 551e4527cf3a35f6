/** The headline's numbers: whom they count, what they sum to, and when there is nothing to say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type HeadlineAccount, headlineOf } from '../../api/domain/headline.ts';
import { type HealthWord, healthWords } from '../../api/domain/health-word.ts';

function account(accountId: string, given: Partial<HeadlineAccount>): HeadlineAccount {
  return {
    accountId,
    revenueMinor: 10,
    word: 'on_track',
    hasPlannedVisit: false,
    keyPartnersNeverMet: 0,
    isCounted: true,
    isPaused: false,
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
      paused: 0,
      coverage: 2 / 5,
      outside: 1,
    });
  });

  it('is the example of domain.md: 14 of 22, 61 %, 3 virtual with 1.9 M, 4 overdue with 2.2 M, 11 key partners', () => {
    const millions = (count: number, each: number, given: Partial<HeadlineAccount>): readonly HeadlineAccount[] =>
      Array.from({ length: count }, (_, index) =>
        account(`${given.word ?? ''} ${String(each)} ${String(index)}`, { ...given, revenueMinor: Math.round(each * 100_000_000) }),
      );
    const headline = headlineOf([
      ...millions(13, 0.52, { word: 'on_track' }),
      ...millions(1, 0.56, { word: 'due_soon', keyPartnersNeverMet: 2 }),
      ...millions(2, 0.6, { word: 'completely_virtual', keyPartnersNeverMet: 3 }),
      ...millions(1, 0.7, { word: 'completely_virtual', keyPartnersNeverMet: 3 }),
      ...millions(4, 0.55, { word: 'overdue' }),
      ...millions(1, 0.58, { word: 'no_contact' }),
      ...millions(10, 0.3, { word: 'completely_virtual', keyPartnersNeverMet: 5 }),
    ]);
    expect(headline).toMatchObject({
      accounts: 22,
      onCadence: 14,
      onCadenceRevenueShare: 0.61,
      completelyVirtual: 3,
      completelyVirtualRevenueMinor: 190_000_000,
      overdueUnplanned: 4,
      overdueUnplannedRevenueMinor: 220_000_000,
      keyPartnersNeverMet: 11,
    });
  });

  it('lists the new and the paused in the total, the paused in no other figure and neither in the coverage', () => {
    const headline = headlineOf([
      account('on-track', { revenueMinor: 20 }),
      account('new', { revenueMinor: 20, word: 'new' }),
      account('overdue', { revenueMinor: 20, word: 'overdue' }),
      account('paused-virtual', { revenueMinor: 20, word: 'completely_virtual', keyPartnersNeverMet: 5, isPaused: true }),
      account('paused-overdue', { revenueMinor: 20, word: 'overdue', isPaused: true }),
      account('paused-on-track', { revenueMinor: 20, isPaused: true }),
      account('paused-outside', { revenueMinor: 20, isPaused: true, isCounted: false }),
    ]);
    expect(headline).toMatchObject({
      accounts: 6,
      paused: 3,
      words: { on_track: 1, due_soon: 0, new: 1, not_enough_data: 0, overdue: 1, completely_virtual: 0, no_contact: 0 },
      onCadence: 1,
      onCadenceRevenueShare: 20 / 120,
      completelyVirtual: 0,
      completelyVirtualRevenueMinor: 0,
      overdueUnplanned: 1,
      overdueUnplannedRevenueMinor: 20,
      keyPartnersNeverMet: 0,
      coverage: 1 / 2,
      outside: 1,
    });
  });

  it('takes the set of revenue, whatever is counted or paused: neither brings a smaller account in', () => {
    const headline = headlineOf([account('big', { revenueMinor: 80, isCounted: false }), account('small', { revenueMinor: 20 })]);
    expect(headline?.accountIds).toEqual(new Set(['big']));
  });

  it('has no share when every top account stands outside: unknown is not zero', () => {
    expect(headlineOf([account('a', { isCounted: false })])).toMatchObject({
      accounts: 0,
      outside: 1,
      onCadenceRevenueShare: undefined,
      coverage: undefined,
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
        isPaused: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(accounts, (given) => {
        const headline = headlineOf(given.map((some, index) => account(String(index), some)));
        if (!headline) return;
        expect(Object.values(headline.words).reduce((a, b) => a + b, headline.paused)).toBe(headline.accounts);
        expect(headline.accounts + headline.outside).toBe(headline.accountIds.size);
        expect(headline.onCadence).toBe(headline.words.on_track + headline.words.due_soon);
        const share = headline.onCadenceRevenueShare;
        expect(share === undefined || (share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });
});

describe('coverage', () => {
  it.each<[number | undefined, string, readonly HealthWord[]]>([
    [undefined, 'of nobody is unknown, not zero', []],
    [undefined, 'of new accounts alone is unknown', ['new', 'new']],
    [1, 'on track and due soon are on cadence', ['on_track', 'due_soon', 'new']],
    [0, 'all others are not', ['not_enough_data', 'overdue', 'completely_virtual', 'no_contact']],
    [0.25, 'counts all but the new', ['on_track', 'overdue', 'new', 'not_enough_data', 'no_contact']],
  ])('is %s: %s', (coverage, _, words) => {
    expect(coverageOf(words)).toBe(coverage);
  });
});
