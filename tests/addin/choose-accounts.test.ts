/** Choosing among the accounts that are proposed from one's own calendar. */
import { describe, expect, it } from 'vitest';
import { chosenOf, foundBy, likelyDomains, withChosen } from '../../addin/workbench/choose-accounts.ts';
import type { ProposedAccount } from '../../addin/workbench/endpoints.ts';

function company(domain: string, name: string, isLikely = false): ProposedAccount {
  return { domain, name, meetings: 1, people: 1, isLikely };
}

const contoso = company('contoso.com', 'Contoso', true);
const robotics = company('contral-robotics.co.uk', 'Contral Robotics', true);
const fabrikam = company('fabrikam.de', 'Fabrikam');
const all = [contoso, robotics, fabrikam];

it.each([
  ['', ['contoso.com', 'contral-robotics.co.uk', 'fabrikam.de']],
  ['CONT', ['contoso.com', 'contral-robotics.co.uk']],
  ['robotics contral', ['contral-robotics.co.uk']],
  [' .de ', ['fabrikam.de']],
  ['nobody', []],
])('a search for "%s" finds every company with all its words, in name or domain', (search, domains) => {
  expect(foundBy(search, all).map(({ domain }) => domain)).toEqual(domains);
});

it('the likely ones are chosen beforehand', () => {
  expect([...likelyDomains(all)]).toEqual(['contoso.com', 'contral-robotics.co.uk']);
});

describe('all', () => {
  it.each([
    [[], false],
    [['contoso.com'], 'mixed'],
    [['contoso.com', 'fabrikam.de'], 'mixed'],
    [['contoso.com', 'contral-robotics.co.uk', 'fabrikam.de', 'gone.example'], true],
  ] as const)('with %j chosen is shown as %s', (domains, shown) => {
    expect(chosenOf(all, new Set(domains))).toBe(shown);
  });

  it('of none found is not chosen', () => {
    expect(chosenOf([], new Set(['contoso.com']))).toBe(false);
  });

  it('chooses and unchooses what is found, and leaves the rest', () => {
    const chosen = withChosen(new Set(['fabrikam.de']), [contoso, robotics], true);
    expect([...chosen].sort()).toEqual(['contoso.com', 'contral-robotics.co.uk', 'fabrikam.de']);
    expect([...withChosen(chosen, [contoso, fabrikam], false)]).toEqual(['contral-robotics.co.uk']);
  });
});
