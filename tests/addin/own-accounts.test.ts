/** Finding an account for a meeting by hand, and the days on which one may be added. */
import { describe, expect, it } from 'vitest';
import { findOwnAccounts } from '../../addin/features/by-hand/own-accounts.ts';
import { byHandDays, dayFault } from '../../addin/ui/by-hand-days.ts';

function account(name: string, lastOn?: string, people: readonly string[] = []) {
  const strip =
    lastOn === undefined
      ? []
      : [
          { on: '2026-01-01', mark: 'virtual' as const },
          { on: lastOn, mark: 'virtual' as const },
        ];
  return { name, strip, contacts: people.map((person) => ({ contactId: person, name: person, isKeyPartner: false })) };
}

const accounts = [
  account('Aurel Contro', '2026-11-01'),
  account('Cerámicas Alborán', undefined, ['Dana Lee']),
  account('Contral Robotics', '2026-03-01', ['Sam Ortiz']),
  account('Zirkon', '2026-11-20'),
];
const found = (search: string): readonly string[] => findOwnAccounts(accounts, search, 'en').map(({ name }) => name);

describe('the search for an account', () => {
  it('shows those met last first, and one without any meeting last, while nothing is typed', () => {
    expect(found('')).toEqual(['Zirkon', 'Aurel Contro', 'Contral Robotics', 'Cerámicas Alborán']);
  });

  it('puts names that begin with it before names that hold it', () => {
    expect(found('contr')).toEqual(['Contral Robotics', 'Aurel Contro']);
  });

  it('ignores case, accents and spaces around', () => {
    expect(found(' CERAMICAS ')).toEqual(['Cerámicas Alborán']);
  });

  it('finds an account by one of its people', () => {
    expect(found('ortiz')).toEqual(['Contral Robotics']);
  });

  it('finds nothing where nothing fits', () => {
    expect(found('fabrikam')).toEqual([]);
  });

  it('leaves the given list as it is', () => {
    found('contr');
    expect(accounts[0]?.name).toBe('Aurel Contro');
  });
});

describe('a day for a meeting by hand', () => {
  const range = byHandDays('2026-11-23');

  it('lies within the last two years, today included', () => {
    expect(range).toEqual({ firstOn: '2024-11-23', lastOn: '2026-11-23' });
  });

  it.each([
    ['', 'missing'],
    ['2024-11-22', 'wrong'],
    ['2024-11-23', undefined],
    ['2026-11-23', undefined],
    ['2026-11-24', 'wrong'],
  ])('%j is %s', (on, fault) => {
    expect(dayFault(on, range)).toBe(fault);
  });
});
