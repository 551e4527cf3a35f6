/** Finds the account of a meeting that no calendar has among the seller's own. Pure. */
import type { OwnAccount } from '../../../api/contract/accounts.ts';

type Searched = Pick<OwnAccount, 'name' | 'strip' | 'contacts'>;

/**
 * The accounts whose name, or the name of one of whose people, holds the search; all of them without one. Names that begin with it come
 * first, then those met last, then by the order given. Upper and lower case, accents and spaces around do not matter.
 */
export function findOwnAccounts<A extends Searched>(accounts: readonly A[], search: string, locale: string): readonly A[] {
  const sought = plain(search, locale);
  return accounts
    .filter(({ name, contacts }) => [name, ...contacts.map((contact) => contact.name)].some((text) => plain(text, locale).includes(sought)))
    .sort((a, b) => rank(a, sought, locale) - rank(b, sought, locale) || compare(lastOn(b), lastOn(a)));
}

function rank({ name }: Searched, sought: string, locale: string): number {
  return sought !== '' && plain(name, locale).startsWith(sought) ? 0 : 1;
}

/** The strip is oldest first; an account without any meeting comes last. */
function lastOn({ strip }: Searched): string {
  return strip.at(-1)?.on ?? '';
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function plain(text: string, locale: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale).trim();
}
