// The sixty accounts of the demo tenant: revenue, owner, contacts, and the story that each relationship tells.
import type { MailSystem, Person } from './demo-calendar.ts';
import { companiesByMarket, namesByLanguage, storyCompany } from './demo-companies.ts';
import type { Company, Market } from './demo-companies.ts';
import { sellers } from './demo-people.ts';
import type { Random } from './demo-random.ts';
import type { Platform } from './demo-settings.ts';
import type { SimulatedUser } from '../tenant.ts';

export type Tier = 'A' | 'B' | 'C';

/** What the year with an account was like, in days before today. */
interface AccountStory {
  readonly kind: 'on_track' | 'due_soon' | 'overdue' | 'virtual' | 'new' | 'silent';
  /** Days since the last meeting in person; undefined when there was none within the year. */
  readonly lastNearDays: number | undefined;
  /** Days since the first meeting of all. */
  readonly firstMeetingDays: number;
  readonly hasPlannedVisit: boolean;
}

export interface Contact extends Person {
  readonly first: string;
  readonly isKeyPartner: boolean;
}

export interface DemoAccount extends Company {
  readonly accountId: string;
  readonly owner: SimulatedUser;
  readonly tier: Tier;
  readonly revenueMinor: number;
  readonly currency: 'EUR' | 'USD' | 'GBP';
  /** At least two, the most important first. */
  readonly contacts: readonly Contact[];
  readonly mailSystem: MailSystem;
  readonly platform: Platform;
  readonly story: AccountStory;
}

/** Revenue falls as 1 / rank^0.9, and faster in the tail: the first third of the accounts then brings four fifths. */
const revenueExponent = 0.9;
const tailFromRank = 32;
const tailRanks = 10;
const largestRevenueEuro = 4_180_000;
const accountsWithoutRevenue = 4;
/** Only to sort: near the rates of the day, and the accounts concerned stand far from any limit. */
const euroPerUnit = { EUR: 1, USD: 0.92, GBP: 1.17 } as const;
/** Rank (from 0) of the accounts that pay in another currency. */
const foreignRanks: Readonly<Record<number, 'USD' | 'GBP'>> = { 4: 'USD', 11: 'GBP', 27: 'USD' };

/** The order of the largest accounts goes round the sellers; the two of the story are fixed. */
export function buildAccounts(random: Random): readonly DemoAccount[] {
  const ranked = rankAccounts(random);
  const revenues = ranked.map((_, rank) => revenueAt(rank, ranked.length, random));
  const tiers = tiersOf(revenues.map((revenue) => revenue.euroMinor));
  const stories = storiesFor({ tiers, companies: ranked.map((entry) => entry.company), random });
  return ranked.map(({ company, owner }, rank) => {
    const revenue = revenues[rank] ?? { euroMinor: 0, minor: 0, currency: 'EUR' as const };
    const tier = tiers[rank] ?? 'C';
    return {
      ...company,
      accountId: `ACC-${String(1000 + ((rank * 37) % 61) * 7)}`,
      owner,
      tier,
      revenueMinor: revenue.minor,
      currency: revenue.currency,
      contacts: company === storyCompany ? storyContacts : contactsOf({ company, tier, rank, random }),
      mailSystem: random.weighted({ outlook: 60, google: 28, apple: 12 }),
      platform: random.weighted({ teams: 45, zoom: 25, meet: 18, webex: 12 }),
      story: stories[rank] ?? silent,
    };
  });
}

interface RankedCompany {
  readonly company: Company;
  readonly owner: SimulatedUser;
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((value) => ({ value, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

/** Owners by market, as indices of `sellers`. */
const ownersByMarket: Readonly<Record<Market, readonly number[]>> = { central: [0, 1, 3], iberia: [2], britain: [4, 5], america: [6, 7] };

function rankAccounts(random: Random): readonly RankedCompany[] {
  const portfolios: Company[][] = sellers.map(() => []);
  for (const market of ['central', 'iberia', 'britain', 'america'] as const) {
    const owners = ownersByMarket[market];
    const [first, ...others] = companiesByMarket[market];
    const ordered =
      market === 'central' && first !== undefined ? [first, ...shuffled(others, random)] : shuffled(companiesByMarket[market], random);
    ordered.forEach((company, index) => portfolios[owners[index % owners.length] ?? 0]?.push(company));
  }
  portfolios[0]?.unshift(storyCompany);
  const rounds = Math.max(...portfolios.map((portfolio) => portfolio.length));
  return Array.from({ length: rounds }, (_, round) => {
    const entries = sellers.flatMap((owner, index) => {
      const company = portfolios[index]?.[round];
      return company === undefined ? [] : [{ company, owner }];
    });
    return shuffled(entries, random);
  }).flat();
}

interface Revenue {
  readonly euroMinor: number;
  readonly minor: number;
  readonly currency: 'EUR' | 'USD' | 'GBP';
}

function revenueAt(rank: number, count: number, random: Random): Revenue {
  if (rank >= count - accountsWithoutRevenue) return { euroMinor: 0, minor: 0, currency: 'EUR' };
  const currency = foreignRanks[rank] ?? 'EUR';
  const wobble = 1 + (random.next() - 0.5) * 0.03;
  const tail = Math.exp(-Math.max(0, rank - tailFromRank) / tailRanks);
  const euroMinor = Math.round((largestRevenueEuro * 100 * wobble * tail) / (rank + 1) ** revenueExponent);
  return { euroMinor, minor: Math.round(euroMinor / euroPerUnit[currency]), currency };
}

/** A until four fifths of the total are reached, B until 95 %, the rest C; nothing earned is C. */
function tiersOf(revenuesMinor: readonly number[]): readonly Tier[] {
  const total = revenuesMinor.reduce((sum, revenue) => sum + revenue, 0);
  const descending = [...revenuesMinor].sort((a, b) => b - a);
  const limitAt = (share: number): number => {
    let reached = 0;
    return descending.find((revenue) => (reached += revenue) >= share * total) ?? 0;
  };
  const limits = { a: limitAt(0.8), b: limitAt(0.95) };
  return revenuesMinor.map((revenue) => (revenue === 0 ? 'C' : revenue >= limits.a ? 'A' : revenue >= limits.b ? 'B' : 'C'));
}

const silent: AccountStory = { kind: 'silent', lastNearDays: undefined, firstMeetingDays: 0, hasPlannedVisit: false };
const yearDays = 365;

type StoryKind = AccountStory['kind'];
/** How often each story occurs among the accounts of a tier; the first kind takes what is left over. */
const storyCounts: Readonly<Record<Tier, { readonly rest: StoryKind; readonly counts: readonly (readonly [StoryKind, number])[] }>> = {
  A: {
    rest: 'on_track',
    counts: [
      ['due_soon', 3],
      ['virtual', 3],
      ['overdue', 2],
      ['new', 1],
      ['silent', 1],
    ],
  },
  B: {
    rest: 'on_track',
    counts: [
      ['due_soon', 2],
      ['virtual', 2],
      ['overdue', 4],
      ['new', 1],
    ],
  },
  C: {
    rest: 'on_track',
    counts: [
      ['due_soon', 3],
      ['virtual', 4],
      ['overdue', 7],
      ['new', 2],
      ['silent', 2],
    ],
  },
};
/** Days since the last meeting in person, by tier: cadence 45, 90 and 180. */
const nearRanges: Readonly<
  Record<Tier, Readonly<Record<'on_track' | 'due_soon' | 'overdue', { readonly least: number; readonly most: number }>>>
> = {
  A: { on_track: { least: 12, most: 31 }, due_soon: { least: 36, most: 43 }, overdue: { least: 60, most: 210 } },
  B: { on_track: { least: 12, most: 65 }, due_soon: { least: 70, most: 88 }, overdue: { least: 100, most: 300 } },
  C: { on_track: { least: 12, most: 130 }, due_soon: { least: 138, most: 178 }, overdue: { least: 190, most: 340 } },
};

function storiesFor(options: {
  readonly tiers: readonly Tier[];
  readonly companies: readonly Company[];
  readonly random: Random;
}): readonly AccountStory[] {
  const { tiers, companies, random } = options;
  const pools = new Map(
    (['A', 'B', 'C'] as const).map((tier) => [tier, [...storyPool(tier, tiers.filter((other) => other === tier).length, random)]]),
  );
  return companies.map((company, rank) => {
    const tier = tiers[rank] ?? 'C';
    if (company === storyCompany) return { kind: 'overdue', lastNearDays: 334, firstMeetingDays: yearDays, hasPlannedVisit: false };
    if (company.name === 'Fabrikon Energy') return storyOf({ kind: 'on_track', tier, random });
    return storyOf({ kind: pools.get(tier)?.pop() ?? 'on_track', tier, random });
  });
}

/** One kind per account of the tier that is not part of the fixed story, in random order. */
function storyPool(tier: Tier, accounts: number, random: Random): readonly StoryKind[] {
  const { rest, counts } = storyCounts[tier];
  const fixed = counts.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const free = Math.max(0, accounts - (tier === 'A' ? 2 : 0) - fixed.length);
  return shuffled([...fixed, ...Array.from({ length: free }, () => rest)], random);
}

function storyOf(options: { readonly kind: StoryKind; readonly tier: Tier; readonly random: Random }): AccountStory {
  const { kind, tier, random } = options;
  if (kind === 'silent') return silent;
  if (kind === 'new')
    return {
      kind,
      lastNearDays: undefined,
      firstMeetingDays: random.between({ least: 15, most: 40 }),
      hasPlannedVisit: random.chance(0.5),
    };
  if (kind === 'virtual') return { kind, lastNearDays: undefined, firstMeetingDays: yearDays, hasPlannedVisit: false };
  const lastNearDays = random.between(nearRanges[tier][kind]);
  return { kind, lastNearDays, firstMeetingDays: yearDays, hasPlannedVisit: random.chance(kind === 'overdue' ? 0.4 : 0.6) };
}

const storyContacts: readonly Contact[] = [
  { name: 'Dana Lee', first: 'Dana', mail: 'dana.lee@contral.example', isKeyPartner: true },
  { name: 'Sam Ortiz', first: 'Sam', mail: 'sam.ortiz@contral.example', isKeyPartner: false },
  { name: 'Priya Nair', first: 'Priya', mail: 'priya.nair@contral.example', isKeyPartner: false },
];

const contactCounts: Readonly<Record<Tier, { readonly least: number; readonly most: number }>> = {
  A: { least: 5, most: 8 },
  B: { least: 3, most: 5 },
  C: { least: 2, most: 3 },
};

/** Letters as people write them in addresses. */
function asciiOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z -]/g, '')
    .replaceAll(' ', '-');
}

function mailOf(options: { readonly given: string; readonly family: string; readonly company: Company; readonly random: Random }): string {
  const { given, family, company, random } = options;
  const [main = ''] = company.domains;
  const domain = random.weighted({ main: 84, other: 10, sub: 6 });
  const host =
    domain === 'main' ? main : domain === 'other' ? random.pick(company.domains) : `${random.pick(['de', 'mail', 'group', 'eu'])}.${main}`;
  const local = random.weighted({ full: 70, initial: 20, underscore: 10 });
  const name = {
    full: `${asciiOf(given)}.${asciiOf(family)}`,
    initial: `${asciiOf(given).slice(0, 1)}.${asciiOf(family)}`,
    underscore: `${asciiOf(family)}_${asciiOf(given)}`,
  }[local];
  return `${name}@${host}`;
}

/** Every twelfth account has a contact who writes from a free-mail address (in a form that those providers do not give out). */
const freeMailEvery = 12;

function contactsOf(options: {
  readonly company: Company;
  readonly tier: Tier;
  readonly rank: number;
  readonly random: Random;
}): readonly Contact[] {
  const { company, tier, rank, random } = options;
  const names = namesByLanguage[company.language];
  const count = random.between(contactCounts[tier]);
  const keyPartners = random.weighted({ none: tier === 'C' ? 40 : 8, one: 40, two: 35, three: tier === 'A' ? 25 : 0 });
  const keyCount = { none: 0, one: 1, two: 2, three: 3 }[keyPartners];
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const given = random.pick(names.given);
    const family = random.pick(names.family.filter((name) => !taken.has(name)));
    taken.add(family);
    const isFreeMail = index === 1 && rank % freeMailEvery === 7;
    const mail = isFreeMail
      ? `${asciiOf(given)}-${asciiOf(family)}@${random.pick(['gmail.com', 'yahoo.com'])}`
      : mailOf({ given, family, company, random });
    return { name: `${given} ${family}`, first: given, mail, isKeyPartner: index < keyCount || isFreeMail };
  });
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The account list as an administrator would upload it: revenue in major units with two decimals, lists separated by semicolons. */
export function accountsCsvOf(accounts: readonly DemoAccount[]): string {
  const lines = accounts.map((account) =>
    [
      account.accountId,
      account.name,
      account.domains.join(';'),
      (account.revenueMinor / 100).toFixed(2),
      account.currency,
      account.owner.mail,
      account.contacts
        .filter((contact) => contact.isKeyPartner)
        .map((contact) => contact.mail)
        .join(';'),
    ]
      .map(quoted)
      .join(','),
  );
  return `${['account_id,name,domains,revenue,currency,owner,key_partners', ...lines].join('\n')}\n`;
}
