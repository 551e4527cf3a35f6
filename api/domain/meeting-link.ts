/** Which online service a text links to. Knows hosts, not the words people use. */
import { getHostname } from 'tldts';

export const joinProviders = ['teams', 'zoom', 'meet', 'webex', 'skype', 'gotomeeting', 'other'] as const;
export type JoinProvider = (typeof joinProviders)[number];

/** Hosts under which each service's join links live; a sub-domain of one counts too (`acme.zoom.us`). */
const providerHosts: readonly (readonly [host: string, provider: JoinProvider])[] = [
  ['teams.microsoft.com', 'teams'],
  ['teams.live.com', 'teams'],
  ['teams.cloud.microsoft', 'teams'],
  ['zoom.us', 'zoom'],
  ['zoom.com', 'zoom'],
  ['zoomgov.com', 'zoom'],
  ['meet.google.com', 'meet'],
  ['hangouts.google.com', 'meet'],
  ['webex.com', 'webex'],
  ['meet.lync.com', 'skype'],
  ['join.skype.com', 'skype'],
  ['gotomeeting.com', 'gotomeeting'],
  ['gotomeet.me', 'gotomeeting'],
  ['whereby.com', 'other'],
  ['meet.jit.si', 'other'],
  ['bluejeans.com', 'other'],
  ['chime.aws', 'other'],
];

/** Longest text that is searched; what comes after it names no place for a meeting. */
const maxSearchedCharacters = 20_000;
/**
 * A host with a dot, with or without a scheme and a path; the class before the dot never overlaps what follows it. Neither a part of a
 * longer host, nor the end of an e-mail address, nor the name before the @ of another host is a link.
 */
const linkShape =
  /(?:https?:\/\/|(?<![\w.@-]))(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w@-]|\.[\w-]|:[^\s/@]{0,64}@)(?:\/[^\s<>"'()[\]{}]*)?/gi;

export interface MeetingLink {
  readonly provider: JoinProvider;
  /** The host in the text, in lower case. */
  readonly host: string;
}

/** The first link to a meeting service in a text, with or without scheme; a bare mention of the service is none. */
export function meetingLinkIn(text: string): MeetingLink | undefined {
  for (const [candidate] of text.slice(0, maxSearchedCharacters).matchAll(linkShape)) {
    const host = getHostname(candidate)?.toLowerCase();
    const known = host && providerHosts.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`));
    if (host && known) return { provider: known[1], host };
  }
  return undefined;
}

/** The text without its links: what is left may name a place. */
export function withoutLinks(text: string): string {
  return text.slice(0, maxSearchedCharacters).replace(linkShape, ' ');
}
