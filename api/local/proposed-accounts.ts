/** Accounts to begin with, proposed from the domains of the people whom one calendar meets. A person chooses among them. */
import freeEmailDomains from 'free-email-domains';
import { matchAccount, normaliseMail, registrableDomain } from '../domain/account-match.ts';
import type { IcsMeeting } from './microsoft/ics-calendar.ts';

export interface ProposedAccount {
  readonly domain: string;
  readonly name: string;
  readonly meetings: number;
  /** Different addresses of the domain. */
  readonly people: number;
  /** Met often enough to be chosen beforehand. */
  readonly isLikely: boolean;
}

export interface Owner {
  readonly mail: string;
  /** Undefined when the address is one that anybody can have. */
  readonly domain: string | undefined;
  readonly currency: string;
}

/** Nobody looks through more. */
const maxProposed = 500;
/** One meeting alone is as often a webinar as a customer. */
const minMeetingsOfLikely = 2;
const freeMail: ReadonlySet<string> = new Set(freeEmailDomains);
/** Hosts of calendars, rooms and conference services, which stand among the people of a meeting and are none. */
const serviceHosts: ReadonlySet<string> = new Set([
  'resource.calendar.google.com',
  'group.calendar.google.com',
  'group.v.calendar.google.com',
  'import.calendar.google.com',
  'imip.me.com',
]);

/** The company behind an address; undefined when anybody can have such an address. */
export function companyDomain(mail: string): string | undefined {
  const domain = registrableDomain(mail.slice(mail.lastIndexOf('@') + 1));
  return domain === undefined || freeMail.has(domain) ? undefined : domain;
}

/** Most meetings first. Private, cancelled and declined meetings propose nothing: the product asks about none of them. */
export function proposeAccounts(meetings: readonly IcsMeeting[], owner: Owner): readonly ProposedAccount[] {
  const companies = new Map<string, { meetings: number; readonly mails: Set<string> }>();
  const domainOf = customerDomains(owner);
  for (const { fields } of meetings) {
    if (fields.isCancelled === true || fields.sensitivity !== 'normal' || hasDeclined(fields, owner.mail)) continue;
    for (const [domain, mails] of customersOf(fields, domainOf)) {
      const company = companies.get(domain) ?? { meetings: 0, mails: new Set<string>() };
      company.meetings += 1;
      for (const mail of mails) company.mails.add(mail);
      companies.set(domain, company);
    }
  }
  return [...companies]
    .map(([domain, { meetings: count, mails }]) => ({
      domain,
      name: nameOf(domain),
      meetings: count,
      people: mails.size,
      isLikely: count >= minMeetingsOfLikely,
    }))
    .sort((a, b) => b.meetings - a.meetings || (a.domain < b.domain ? -1 : 1))
    .slice(0, maxProposed);
}

type Fields = IcsMeeting['fields'];

function hasDeclined({ attendees }: Fields, mail: string): boolean {
  const own = attendees?.find(({ emailAddress }) => emailAddress?.address?.toLowerCase() === mail);
  return own?.status?.response === 'declined';
}

/** The addresses of the customers' side by registrable domain. */
function customersOf({ attendees, organizer }: Fields, domainOf: CustomerDomain): ReadonlyMap<string, readonly string[]> {
  const people = [organizer, ...(attendees ?? []).filter(({ type }) => type !== 'resource')];
  const mails = new Set(people.flatMap((person) => normaliseMail(person?.emailAddress?.address ?? '') ?? []));
  const byDomain = new Map<string, string[]>();
  for (const mail of mails) {
    const domain = domainOf(mail);
    if (domain !== undefined) byDomain.set(domain, [...(byDomain.get(domain) ?? []), mail]);
  }
  return byDomain;
}

/** The registrable domain that makes this address a customer's; undefined when nothing does. */
type CustomerDomain = (mail: string) => string | undefined;

/** Remembers each address: the same people are in most meetings. */
function customerDomains(owner: Owner): CustomerDomain {
  const known = {
    accountIdsByDomain: new Map<string, readonly string[]>(),
    accountIdByMail: new Map<string, string>(),
    ownDomains: new Set(owner.domain === undefined ? [] : [owner.domain]),
    partnerDomains: new Set<string>(),
  };
  const found = new Map<string, string | undefined>();
  const look = (mail: string): string | undefined => {
    const host = mail.slice(mail.lastIndexOf('@') + 1);
    if (mail === owner.mail || serviceHosts.has(host)) return undefined;
    const match = matchAccount(mail, known);
    return match.kind === 'none' && match.because === 'unknown_domain' ? registrableDomain(host) : undefined;
  };
  return (mail) => {
    if (!found.has(mail)) found.set(mail, look(mail));
    return found.get(mail);
  };
}

/** `contral-robotics.co.uk` → `Contral Robotics`. */
function nameOf(domain: string): string {
  const words = (domain.split('.')[0] ?? domain).split(/[-_]/).filter((word) => word !== '');
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ');
}

/**
 * Proposals as an accounts file. Revenue is not known, so it is 0: everything else would be invented. `meetings` and `people` are there for the
 * person who looks through it; the import does not ask for them.
 */
export function proposalCsv(accounts: readonly ProposedAccount[], owner: Pick<Owner, 'mail' | 'currency'>): string {
  const rows = accounts.map(({ domain, name, meetings, people }) => [
    domain,
    name,
    domain,
    '0',
    owner.currency,
    owner.mail,
    String(meetings),
    String(people),
  ]);
  const header = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner', 'meetings', 'people'];
  return [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
