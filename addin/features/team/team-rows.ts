/** Which accounts of the team are shown, and in which order. Pure; the words and figures are the server's. */
import type { TeamAccount } from '../../../api/contract/team.ts';
import { type HealthWord, healthWords } from '../../../api/contract/vocabulary.ts';

export const sortKeys = ['account', 'word', 'lastNear', 'keyPartners', 'revenue', 'owner', 'next'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface TeamView {
  /** Part of an account's or owner's name, in any case. */
  readonly search: string;
  readonly word: HealthWord | undefined;
  readonly sortKey: SortKey;
  readonly isDescending: boolean;
}

export const firstView: TeamView = { search: '', word: undefined, sortKey: 'revenue', isDescending: true };

/** The direction in which a column is first sorted: names from A, the rest with what needs a look on top. */
export const firstIsDescending: Readonly<Record<SortKey, boolean>> = {
  account: false,
  word: true,
  lastNear: true,
  keyPartners: false,
  revenue: true,
  owner: false,
  next: false,
};

/** Equal rows keep the server's order: largest revenue first. */
export function teamRows(accounts: readonly TeamAccount[], view: TeamView, locale: string): readonly TeamAccount[] {
  const search = view.search.trim().toLocaleLowerCase(locale);
  const shown = accounts.filter(
    (account) => (view.word === undefined || account.word === view.word) && (search === '' || isFound(account, search, locale)),
  );
  const compare = comparison(view.sortKey, new Intl.Collator(locale));
  return shown.sort((a, b) => (view.isDescending ? compare(b, a) : compare(a, b)));
}

function isFound({ name, owner }: TeamAccount, search: string, locale: string): boolean {
  return [name, owner?.name ?? ''].some((text) => text.toLocaleLowerCase(locale).includes(search));
}

type Comparison = (a: TeamAccount, b: TeamAccount) => number;

function comparison(key: SortKey, collator: Intl.Collator): Comparison {
  switch (key) {
    case 'account':
      return (a, b) => collator.compare(a.name, b.name);
    case 'word':
      return (a, b) => healthWords.indexOf(a.word) - healthWords.indexOf(b.word);
    case 'lastNear':
      // Never seen is longest ago.
      return (a, b) => (a.daysSinceNear ?? longestAgo) - (b.daysSinceNear ?? longestAgo);
    case 'keyPartners':
      return (a, b) => keyPartnerShare(a) - keyPartnerShare(b);
    case 'revenue':
      return (a, b) => a.revenueMinor - b.revenueMinor;
    case 'owner':
      return (a, b) => collator.compare(a.owner?.name ?? '', b.owner?.name ?? '');
    case 'next':
      return (a, b) => ((a.nextVisitOn ?? noVisit) < (b.nextVisitOn ?? noVisit) ? -1 : a.nextVisitOn === b.nextVisitOn ? 0 : 1);
  }
}

const longestAgo = Number.MAX_SAFE_INTEGER;
/** After every day. */
const noVisit = '9999-12-31';

/** 0 to 1; without key partners above all others, since there is nobody to miss. */
function keyPartnerShare({ keyPartners, keyPartnersMet }: TeamAccount): number {
  return keyPartners === 0 ? 2 : keyPartnersMet / keyPartners;
}
