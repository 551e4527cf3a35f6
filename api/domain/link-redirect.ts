/** Unpacks links that mail gateways and services wrap around others: safelinks, URL Defense, Google's and Slack's redirects. Fetches nothing. */

/** Hosts that only forward, and the query parameters that say whereto; a sub-domain of one counts too. */
const forwarders: readonly (readonly [host: string, parameters: readonly string[]])[] = [
  ['safelinks.protection.outlook.com', ['url']],
  ['safelinks.protection.office365.us', ['url']],
  ['statics.teams.cdn.office.net', ['url']],
  ['google.com', ['q', 'url']],
  ['urldefense.proofpoint.com', ['u']],
  ['slack-redir.net', ['url']],
  ['l.facebook.com', ['u']],
  ['linkprotect.cudasvc.com', ['a']],
  ['mimecast.com', ['domain']],
  ['linkedin.com', ['url']],
  ['protect.checkpoint.com', ['u']],
  ['secure-web.cisco.com', ['u']],
  ['nospamproxy.com', ['url']],
  ['deref-gmx.net', ['redirectUrl']],
  ['deref-web.de', ['redirectUrl']],
];

/** The address inside a wrapped one; undefined when the host wraps nothing that we can read. */
export function linkTarget(host: string, address: string): string | undefined {
  if (isBelow(host, 'urldefense.com')) return proofpointTarget(address);
  if (isBelow(host, 'secure-web.cisco.com') || isBelow(host, 'protect.checkpoint.com')) return innerAddress(address);
  const known = forwarders.find(([forwarder]) => isBelow(host, forwarder));
  const value = known && parameterOf(address, known[1]);
  if (value === undefined) return undefined;
  return host === 'urldefense.proofpoint.com' ? percentDecoded(value.replaceAll('-', '%').replaceAll('_', '/')) : percentDecoded(value);
}

function isBelow(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}

/** `https://urldefense.com/v3/__https://zoom.us/j/1__;!!…` */
function proofpointTarget(address: string): string | undefined {
  const start = address.indexOf('__');
  if (start < 0) return undefined;
  const end = address.indexOf('__', start + 2);
  return address.slice(start + 2, end < 0 ? undefined : end);
}

/** Gateways that put the address into the path, encoded. */
function innerAddress(address: string): string | undefined {
  const decoded = percentDecoded(address);
  const start = decoded.indexOf('https://', 'https://'.length);
  return start < 0 ? undefined : decoded.slice(start);
}

function parameterOf(address: string, names: readonly string[]): string | undefined {
  const query = address.slice(address.indexOf('?') + 1);
  for (const pair of query.split('&')) {
    const [name = '', value] = pair.split('=', 2);
    if (value !== undefined && names.includes(name)) return value;
  }
  return undefined;
}

/** Leaves what is not well encoded as it stands; only ASCII matters for a host and a path. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
