/** Which account an attendee belongs to, by the registrable domain of the address. Never guesses between two. */
import freeEmailDomains from 'free-email-domains';
import { getDomain, getSubdomain } from 'tldts';

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
const noReplyNames = /(?:^|[._-])(?:no[._-]?reply|do[._-]?not[._-]?reply)(?:[._-]|$)/;
const machineNames = /^(?:mailer-daemon|postmaster|bounces?|notifications?|calendar-notification)(?:[._-]|$)/;

/** Every Microsoft 365 tenant has a name of its own below this domain, which the public suffix list takes for one customer's. */
const tenantsDomain = 'onmicrosoft.com';

/** Longest address that RFC 5321 allows; a longer one is not an address. */
const maxAddressCharacters = 254;

/** The form in which an address is stored and compared: trimmed, lower case, without a plus tag, IDN in its ASCII form. Undefined when it is none. */
export function normaliseMail(address: string): string | undefined {
  const mail = address.trim().toLowerCase();
  const at = mail.lastIndexOf('@');
  if (at < 1 || at === mail.length - 1 || mail.length > maxAddressCharacters || /\s/.test(mail)) return undefined;
  const name = mail.slice(0, at).split('+', 1)[0];
  const host = asciiHost(mail.slice(at + 1));
  return name && host ? `${name}@${host}` : undefined;
}

/** `eu.mail.contral.co.uk` → `contral.co.uk`; undefined for an IP address, a bare suffix or nonsense. IDN in its ASCII form. */
export function registrableDomain(host: string): string | undefined {
  const ascii = asciiHost(host);
  const domain = ascii && getDomain(ascii, { allowPrivateDomains: true });
  if (!ascii || !domain) return undefined;
  return domain === tenantsDomain ? tenantDomain(ascii) : domain;
}

/** `fabrikam.onmicrosoft.com`, also for its routing domain `fabrikam.mail.onmicrosoft.com`. */
function tenantDomain(host: string): string | undefined {
  const labels = getSubdomain(host)?.split('.') ?? [];
  const tenant = labels.at(-1) === 'mail' ? labels.at(-2) : labels.at(-1);
  return tenant ? `${tenant}.${tenantsDomain}` : undefined;
}

function asciiHost(host: string): string | undefined {
  if (/^[ -~]*$/.test(host)) return host;
  const url = `https://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * Expects an address as normaliseMail gives it. A known contact is matched by address (free mail, a chosen account), but nobody of ours and
 * no machine is ever one, whatever was imported.
 */
export function matchAccount(mail: string, known: AccountDomains): AccountMatch {
  const at = mail.lastIndexOf('@');
  if (at < 1) return { kind: 'none', because: 'not_an_address' };
  const name = mail.slice(0, at);
  if (noReplyNames.test(name) || machineNames.test(name)) return { kind: 'none', because: 'machine' };
  const domain = registrableDomain(mail.slice(at + 1));
  if (domain && known.ownDomains.has(domain)) return { kind: 'none', because: 'own' };
  const byMail = known.accountIdByMail.get(mail);
  if (byMail) return { kind: 'account', accountId: byMail };
  if (!domain) return { kind: 'none', because: 'not_an_address' };
  if (freeMail.has(domain)) return { kind: 'none', because: 'free_mail' };
  return matchDomain(known.accountIdsByDomain.get(domain) ?? []);
}

function matchDomain(accountIds: readonly string[]): AccountMatch {
  const [accountId] = accountIds;
  if (!accountId) return { kind: 'none', because: 'unknown_domain' };
  return accountIds.length === 1 ? { kind: 'account', accountId } : { kind: 'ambiguous', accountIds };
}
