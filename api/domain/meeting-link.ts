/** Which online service a text links to: with or without a scheme, in brackets, behind safelinks. Knows hosts and paths, not the words people use. */
import { getHostname, parse } from 'tldts';
import { linkTarget } from './link-redirect.ts';
import { meetingServiceOf } from './meeting-service.ts';

export const joinProviders = ['teams', 'zoom', 'meet', 'webex', 'skype', 'gotomeeting', 'other'] as const;
export type JoinProvider = (typeof joinProviders)[number];

/** Longest text that is searched; what comes after it names no place for a meeting. */
const maxSearchedCharacters = 20_000;
/** Redirects that are followed inside one link: a safelink around a mail gateway around the link itself. */
const maxRedirects = 3;
/** Longest part without a blank that is looked into as an address; what is longer is only taken out. */
const maxLinkCharacters = 2_000;

export interface MeetingLink {
  readonly provider: JoinProvider;
  /** The host in the text, in lower case. */
  readonly host: string;
}

export interface LinkReading {
  /** The first link that joins a meeting. */
  readonly link: MeetingLink | undefined;
  /** The host of a service that is linked to without a meeting: its start page, or a link cut short. */
  readonly mention: string | undefined;
  /** The text with a line break in place of every link and mail address: what is left may name a place. */
  readonly rest: string;
}

/** The first link to a meeting in a text; a bare mention of the service, its start page or its downloads are none. */
export function meetingLinkIn(text: string): MeetingLink | undefined {
  return readLinks(text).link;
}

/** Linear in the text, and constant beyond 20,000 characters. */
export function readLinks(text: string): LinkReading {
  const searched = text.slice(0, maxSearchedCharacters);
  let link: MeetingLink | undefined;
  let mention: string | undefined;
  let rest = '';
  let end = 0;
  for (const { 0: chunk, index } of searched.matchAll(chunkShape)) {
    const found = linkInChunk(chunk);
    if (!found) continue;
    rest += `${searched.slice(end, index + found.start)}\n`;
    end = index + found.end;
    const service = found.isMail ? undefined : serviceBehind(found.address);
    if (service?.isMeeting) link ??= { provider: service.provider, host: service.host };
    else mention ??= service?.host;
  }
  return { link, mention, rest: rest + searched.slice(end) };
}

/** Addresses hold no blanks, brackets or quotation marks. */
const chunkShape = /[^\s<>"'()[\]{}|⏎]+/gu;
const schemeLetter = /[a-z0-9+-]/i;
const maxSchemeLetters = 20;
/** What may end a sentence stands behind an address, not in it. */
const lastSigns = new Set('.,;:!?');

interface Found {
  readonly address: string;
  readonly isMail: boolean;
  /** Offsets in the chunk, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

function linkInChunk(chunk: string): Found | undefined {
  const scheme = schemeStart(chunk);
  const start = scheme ?? bareStart(chunk);
  let end = chunk.length;
  while (end > start && lastSigns.has(chunk.charAt(end - 1))) end -= 1;
  const address = chunk.slice(start, Math.min(end, start + maxLinkCharacters));
  if (scheme !== undefined) return { address, isMail: false, start, end };
  const at = address.search(/[@/?]/);
  if (at >= 0 && address.charAt(at) === '@') return { address, isMail: true, start: 0, end };
  return isBareLink(address) ? { address, isMail: false, start, end } : undefined;
}

/** Where the scheme begins, also behind a label (`Link:https://`); undefined without one. */
function schemeStart(chunk: string): number | undefined {
  const end = chunk.indexOf('://');
  let start = end;
  while (start > 0 && end - start < maxSchemeLetters && schemeLetter.test(chunk.charAt(start - 1))) start -= 1;
  return start < end ? start : undefined;
}

/** Behind a label: `Link:zoom.us/j/1`. A port's colon comes behind the host's dot. */
function bareStart(chunk: string): number {
  const colon = chunk.indexOf(':');
  const dot = chunk.indexOf('.');
  return colon >= 0 && dot > colon && !chunk.includes('@') ? colon + 1 : 0;
}

/** A host with a dot and a known-looking end, then nothing, a port or a path. Each class excludes the dot that separates them. */
const bareHost = /^(?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,24}(?=[/?#]|:\d|$)/i;

/** `St.Gallen` is a town, unless a path follows. */
function isBareLink(address: string): boolean {
  const host = bareHost.exec(address)?.[0];
  return host !== undefined && (host.length < address.length || parse(host).isIcann === true);
}

interface Service {
  readonly provider: JoinProvider;
  readonly host: string;
  readonly isMeeting: boolean;
}

function serviceBehind(address: string): Service | undefined {
  let target = address;
  for (let followed = 0; followed <= maxRedirects; followed += 1) {
    const host = getHostname(target)?.toLowerCase();
    if (!host) return undefined;
    const service = meetingServiceOf({ host, pathAndQuery: pathOf(target), scheme: schemeOf(target) });
    if (service) return { ...service, host };
    const next = linkTarget(host, target);
    if (next === undefined) return undefined;
    target = next;
  }
  return undefined;
}

function schemeOf(address: string): string {
  const end = address.indexOf('://');
  return end < 0 ? 'https' : address.slice(0, end).toLowerCase();
}

/** Without the slash that begins it. */
function pathOf(address: string): string {
  const scheme = address.indexOf('://');
  const rest = scheme < 0 ? address : address.slice(scheme + 3);
  const slash = rest.search(/[/?#]/);
  return slash < 0 ? '' : rest.slice(slash).replace(/^\/+/, '');
}
