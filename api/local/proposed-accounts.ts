/** Accounts to begin with, proposed from the domains of the people whom one calendar meets. A person confirms, renames or takes them out. */
import freeEmailDomains from 'free-email-domains';
import { matchAccount, normaliseMail, registrableDomain } from '../domain/account-match.ts';
import type { IcsMeeting } from './microsoft/ics-calendar.ts';

export interface ProposedAccount {
  readonly domain: string;
  readonly name: string;
  readonly meetings: number;
}

export interface Owner {
  readonly mail: string;
  /** Undefined when the address is one that anybody can have. */
  readonly domain: string | undefined;
  readonly currency: string;
}

/** Nobody looks through more. */
const maxProposed = 100;
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
  const counts = new Map<string, number>();
  for (const { fields } of meetings) {
    if (fields.isCancelled === true || fields.sensitivity !== 'normal' || hasDeclined(fields, owner.mail)) continue;
    for (const domain of customerDomains(fields, owner)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts]
    .map(([domain, count]) => ({ domain, name: nameOf(domain), meetings: count }))
    .sort((a, b) => b.meetings - a.meetings || (a.domain < b.domain ? -1 : 1))
    .slice(0, maxProposed);
}

type Fields = IcsMeeting['fields'];

function hasDeclined({ attendees }: Fields, mail: string): boolean {
  const own = attendees?.find(({ emailAddress }) => emailAddress?.address?.toLowerCase() === mail);
  return own?.status?.response === 'declined';
}

function customerDomains({ attendees, organizer }: Fields, owner: Owner): ReadonlySet<string> {
  const people = [organizer, ...(attendees ?? []).filter(({ type }) => type !== 'resource')];
  const known = {
    accountIdsByDomain: new Map<string, readonly string[]>(),
    accountIdByMail: new Map<string, string>(),
    ownDomains: new Set(owner.domain === undefined ? [] : [owner.domain]),
    partnerDomains: new Set<string>(),
  };
  const domains = people.flatMap((person) => {
    const mail = normaliseMail(person?.emailAddress?.address ?? '');
    const host = mail?.slice(mail.lastIndexOf('@') + 1) ?? '';
    if (mail === undefined || mail === owner.mail || serviceHosts.has(host)) return [];
    const match = matchAccount(mail, known);
    return match.kind === 'none' && match.because === 'unknown_domain' ? (registrableDomain(host) ?? []) : [];
  });
  return new Set(domains);
}

/** `contral-robotics.co.uk` → `Contral Robotics`. */
function nameOf(domain: string): string {
  const words = (domain.split('.')[0] ?? domain).split(/[-_]/).filter((word) => word !== '');
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ');
}

/**
 * The proposal as an accounts file. Revenue is not known, so it is 0: everything else would be invented. `meetings` is there for the person who
 * looks through it; the import does not ask for it.
 */
export function proposalCsv(accounts: readonly ProposedAccount[], owner: Owner): string {
  const rows = accounts.map(({ domain, name, meetings }) => [domain, name, domain, '0', owner.currency, owner.mail, String(meetings)]);
  const header = ['account_id', 'name', 'domains', 'revenue', 'currency', 'owner', 'meetings'];
  return [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
