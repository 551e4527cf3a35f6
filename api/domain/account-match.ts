/** Which account an attendee belongs to, by the registrable domain of the address. Never guesses between two. */
import freeEmailDomains from 'free-email-domains';
import { getDomain } from 'tldts';

export interface AccountDomains {
  /** Registrable domain → ids of the accounts that name it; mostly one. */
  readonly accountIdsByDomain: ReadonlyMap<string, readonly string[]>;
  /** Known contacts by lower-case address, for people with free-mail addresses. */
  readonly accountIdByMail: ReadonlyMap<string, string>;
  readonly ownDomains: ReadonlySet<string>;
}

export type AccountMatch =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'ambiguous'; readonly accountIds: readonly string[] }
  | { readonly kind: 'none'; readonly because: 'own' | 'free_mail' | 'machine' | 'unknown_domain' | 'not_an_address' };

const freeMail: ReadonlySet<string> = new Set(freeEmailDomains);
const machineNames = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?|calendar-notification)([.+_-]|$)/;

/** Longest address that RFC 5321 allows; a longer one is not an address. */
const maxAddressCharacters = 254;

/** The form in which an address is stored and compared: trimmed, lower case, without a plus tag. Undefined when it is none. */
export function normaliseMail(address: string): string | undefined {
  const mail = address.trim().toLowerCase();
  const at = mail.lastIndexOf('@');
  if (at < 1 || at === mail.length - 1 || mail.length > maxAddressCharacters || /\s/.test(mail)) return undefined;
  const name = mail.slice(0, at).split('+', 1)[0];
  return name ? `${name}@${mail.slice(at + 1)}` : undefined;
}

/** `eu.mail.contral.co.uk` → `contral.co.uk`; undefined for an IP address, a bare suffix or nonsense. IDN in its ASCII form. */
export function registrableDomain(host: string): string | undefined {
  return getDomain(host, { allowPrivateDomains: true }) ?? undefined;
}

/** Expects an address as normaliseMail gives it. */
export function matchAccount(mail: string, known: AccountDomains): AccountMatch {
  const at = mail.lastIndexOf('@');
  if (at < 1) return { kind: 'none', because: 'not_an_address' };
  const byMail = known.accountIdByMail.get(mail);
  if (byMail) return { kind: 'account', accountId: byMail };
  if (machineNames.test(mail.slice(0, at))) return { kind: 'none', because: 'machine' };

  const domain = registrableDomain(mail.slice(at + 1));
  if (!domain) return { kind: 'none', because: 'not_an_address' };
  if (known.ownDomains.has(domain)) return { kind: 'none', because: 'own' };
  if (freeMail.has(domain)) return { kind: 'none', because: 'free_mail' };
  return matchDomain(known.accountIdsByDomain.get(domain) ?? []);
}

function matchDomain(accountIds: readonly string[]): AccountMatch {
  const [accountId] = accountIds;
  if (!accountId) return { kind: 'none', because: 'unknown_domain' };
  return accountIds.length === 1 ? { kind: 'account', accountId } : { kind: 'ambiguous', accountIds };
}
