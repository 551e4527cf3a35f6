/** The route in the tab's address: which page, and which of its things. */
import { describe, expect, it } from 'vitest';
import { accountHref, routeIn } from '../../addin/tab/hash-route.ts';

describe('a route', () => {
  it.each([
    ['', '', undefined],
    ['#/team', 'team', undefined],
    ['team', 'team', undefined],
    ['#/accounts', 'accounts', undefined],
    ['#/accounts/', 'accounts', undefined],
    ['#/accounts/7b2a', 'accounts', '7b2a'],
    ['accounts/7b2a', 'accounts', '7b2a'],
    ['#/accounts/7b2a?from=team', 'accounts', '7b2a'],
    ['#/accounts/7b2a/more', 'accounts', '7b2a'],
  ])('%j is the page %j with %j', (route, path, id) => {
    expect(routeIn(route)).toEqual({ path, id });
  });

  it('of a link to an account leads back to the account', () => {
    expect(routeIn(accountHref('7b2a'))).toEqual({ path: 'accounts', id: '7b2a' });
  });
});
