/** The rows of the Team page: search, word and order. */
import { describe, expect, it } from 'vitest';
import type { TeamAccount } from '../../api/contract/team.ts';
import { firstView, sortKeys, teamRows } from '../../addin/features/team/team-rows.ts';

function account(name: string, overrides: Partial<TeamAccount> = {}): TeamAccount {
  return {
    accountId: name,
    name,
    tier: 'A',
    cadenceDays: 45,
    isTop: true,
    word: 'on_track',
    decidingUnanswered: 0,
    lastNearOn: null,
    daysSinceNear: null,
    strip: [],
    keyPartners: 0,
    keyPartnersMet: 0,
    revenueMinor: 0,
    owner: null,
    nextVisitOn: null,
    pausedUntilOn: null,
    ...overrides,
  };
}

const mara = { id: 'mara', name: 'Mara Sato', state: 'counted' } as const;
const accounts = [
  account('Ångström', {
    revenueMinor: 300,
    daysSinceNear: 10,
    word: 'on_track',
    keyPartners: 2,
    keyPartnersMet: 2,
    nextVisitOn: '2026-12-01',
  }),
  account('Contral', { revenueMinor: 200, word: 'completely_virtual', keyPartners: 4, keyPartnersMet: 1, owner: mara }),
  account('Fabrikon', { revenueMinor: 100, daysSinceNear: 200, word: 'overdue' }),
];
const names = (view: Partial<typeof firstView>): readonly string[] =>
  teamRows(accounts, { ...firstView, ...view }, 'en').map(({ name }) => name);

describe('the rows of the team', () => {
  it('come largest revenue first', () => {
    expect(names({})).toEqual(['Ångström', 'Contral', 'Fabrikon']);
  });

  it.each([
    ['longest ago first, never before all', { sortKey: 'lastNear', isDescending: true }, ['Contral', 'Fabrikon', 'Ångström']],
    ['by name as the language sorts', { sortKey: 'account', isDescending: false }, ['Ångström', 'Contral', 'Fabrikon']],
    ['worst word first', { sortKey: 'word', isDescending: true }, ['Contral', 'Fabrikon', 'Ångström']],
    ['least reached key partners first', { sortKey: 'keyPartners', isDescending: false }, ['Contral', 'Ångström', 'Fabrikon']],
    ['next visit first, none last', { sortKey: 'next', isDescending: false }, ['Ångström', 'Contral', 'Fabrikon']],
  ] as const)('%s', (_rule, view, expected) => {
    expect(names(view)).toEqual(expected);
  });

  it('are found by a part of the account or the owner, in any case', () => {
    expect(names({ search: ' FABRI ' })).toEqual(['Fabrikon']);
    expect(names({ search: 'sato' })).toEqual(['Contral']);
    expect(names({ search: 'nobody' })).toEqual([]);
  });

  it('are those of the chosen word', () => {
    expect(names({ word: 'overdue' })).toEqual(['Fabrikon']);
  });

  it.each(sortKeys)('sorted by %s are all there, and the list of the server stays as it was', (sortKey) => {
    expect(names({ sortKey })).toHaveLength(3);
    expect(accounts.map(({ name }) => name)).toEqual(['Ångström', 'Contral', 'Fabrikon']);
  });
});
