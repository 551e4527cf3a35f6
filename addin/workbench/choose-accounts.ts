/** Choosing among proposed accounts: what a search finds, and what "all" means there. Pure. */
import type { ProposedAccount } from './endpoints.ts';

/** From here on a list is long enough to search in. */
export const minSearched = 8;

/** Every word of the search stands in the name or the domain, in any order and case. */
export function foundBy(search: string, proposals: readonly ProposedAccount[]): readonly ProposedAccount[] {
  const words = search.toLowerCase().split(/\s+/);
  return proposals.filter(({ name, domain }) => words.every((word) => `${name} ${domain}`.toLowerCase().includes(word)));
}

export function likelyDomains(proposals: readonly ProposedAccount[]): ReadonlySet<string> {
  return new Set(proposals.filter(({ isLikely }) => isLikely).map(({ domain }) => domain));
}

/** Whether all, some or none of these are chosen, as a checkbox shows it. */
export function chosenOf(proposals: readonly ProposedAccount[], chosen: ReadonlySet<string>): boolean | 'mixed' {
  const count = proposals.filter(({ domain }) => chosen.has(domain)).length;
  if (count === 0) return false;
  return count === proposals.length ? true : 'mixed';
}

/** With these chosen, or without them; what is not shown stays as it is. */
export function withChosen(
  chosen: ReadonlySet<string>,
  proposals: readonly Pick<ProposedAccount, 'domain'>[],
  isChosen: boolean,
): ReadonlySet<string> {
  const domains = new Set(proposals.map(({ domain }) => domain));
  return isChosen ? new Set([...chosen, ...domains]) : new Set([...chosen].filter((domain) => !domains.has(domain)));
}
