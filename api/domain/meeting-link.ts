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
/** Something with a dot and a path, with or without a scheme; the class before the dot never overlaps what follows it. */
const linkShape = /(?:https?:\/\/)?(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:\/[^\s<>"'()[\]{}]*)?/gi;

export interface MeetingLink {
  readonly provider: JoinProvider;
  /** The host as it stands in the text. */
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
