/** Which account an attendee belongs to, by the registrable domain of the address. Never guesses between two. */
import freeEmailDomains from 'free-email-domains';
import { getDomain, getSubdomain } from 'tldts';
import { impersonalName } from './mail-name.ts';

export interface AccountDomains {
  /** Registrable domain → ids of the accounts that name it; mostly one. */
  readonly accountIdsByDomain: ReadonlyMap<string, readonly string[]>;
  /** Known contacts by lower-case address, for people with free-mail addresses. */
  readonly accountIdByMail: ReadonlyMap<string, string>;
  /** Registrable domains; sub-domains belong to them. */
  readonly ownDomains: ReadonlySet<string>;
  /** Registrable domains of those who sell with us: nobody there is a customer. */
  readonly partnerDomains: ReadonlySet<string>;
}

export type AccountMatch =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'ambiguous'; readonly accountIds: readonly string[] }
  | { readonly kind: 'none'; readonly because: NoAccountReason };

export type NoAccountReason = 'own' | 'partner' | 'free_mail' | 'machine' | 'list' | 'unknown_domain' | 'not_an_address';

const freeMail: ReadonlySet<string> = new Set(freeEmailDomains);
/** Every Microsoft 365 tenant has a name of its own below this domain, which the public suffix list takes for one customer's. */
const tenantsDomain = 'onmicrosoft.com';

/** Longest address that RFC 5321 allows; a longer one is not an address. */
const maxAddressCharacters = 254;

/** Labels below a customer's domain under which list servers answer: `purchasing@lists.contoso.com`. */
const listHostLabels: ReadonlySet<string> = new Set(['list', 'lists']);

/** A name that Exchange delivers to: no quoted one, none with a comment, a second @ or a control character. */
const mailNameForm = /^[^\s\p{Cc}"(),:;<>@[\\\]]+$/u;

/** Characters that show nothing and only steer how text runs or breaks. */
const invisible = /\p{Cf}/gu;
/** The same without the two joiners, which an international domain may need. */
const invisibleInHost = /(?![\u200c\u200d])\p{Cf}/gu;

/**
 * The form in which an address is stored and compared: lower case, without blanks around it, invisible characters and a plus tag, IDN in its
 * ASCII form. Undefined when it is none.
 */
export function normaliseMail(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const [name] = address.slice(0, Math.max(0, at)).replace(invisible, '').trimStart().toLowerCase().normalize('NFC').split('+', 1);
  const host = asciiHost(address.slice(at + 1));
  if (!name || !host || !mailNameForm.test(name)) return undefined;
  const mail = `${name}@${host}`;
  return mail.length > maxAddressCharacters ? undefined : mail;
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

/** Before IDN is resolved: nothing that a URL would read as its user, port, path or escape. */
const hostForm = /^[a-z0-9_.\-\u0080-\u{10ffff}]+$/u;
const asciiHostForm = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;

function asciiHost(host: string): string | undefined {
  const visible = host.replace(invisibleInHost, '').trimEnd().toLowerCase();
  if (!hostForm.test(visible)) return undefined;
  const ascii = /^[ -~]*$/.test(visible) ? visible : idnHost(visible);
  const rooted = ascii?.endsWith('.') ? ascii.slice(0, -1) : ascii;
  return rooted !== undefined && asciiHostForm.test(rooted) ? rooted : undefined;
}

function idnHost(host: string): string | undefined {
  const url = `https://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * Expects an address as normaliseMail gives it. A known contact is matched by address (free mail, a chosen account), but nobody of ours or of
 * a partner, no machine and no list is ever one, whatever was imported.
 */
export function matchAccount(mail: string, known: AccountDomains): AccountMatch {
  const at = mail.lastIndexOf('@');
  if (at < 1) return { kind: 'none', because: 'not_an_address' };
  const host = mail.slice(at + 1);
  const domain = registrableDomain(host);
  const never = reasonNever({ name: mail.slice(0, at), host, domain }, known);
  if (never) return { kind: 'none', because: never };
  const accountId = known.accountIdByMail.get(mail);
  if (accountId) return { kind: 'account', accountId };
  if (!domain) return { kind: 'none', because: 'not_an_address' };
  if (freeMail.has(domain)) return { kind: 'none', because: 'free_mail' };
  return matchDomain(known.accountIdsByDomain.get(domain) ?? []);
}

interface Address {
  readonly name: string;
  readonly host: string;
  readonly domain: string | undefined;
}

/** Why this address is no customer's, however well it is known. */
function reasonNever({ name, host, domain }: Address, known: AccountDomains): NoAccountReason | undefined {
  if (domain && known.ownDomains.has(domain)) return 'own';
  if (domain && known.partnerDomains.has(domain)) return 'partner';
  return impersonalName(name) ?? (isListHost(host) ? 'list' : undefined);
}

function isListHost(host: string): boolean {
  const labels = getSubdomain(host)?.split('.') ?? [];
  return labels.some((label) => listHostLabels.has(label));
}

function matchDomain(accountIds: readonly string[]): AccountMatch {
  const [accountId] = accountIds;
  if (!accountId) return { kind: 'none', because: 'unknown_domain' };
  return accountIds.length === 1 ? { kind: 'account', accountId } : { kind: 'ambiguous', accountIds };
}
