/**
 * The Teams side of TeamsJS 2.58's message protocol, as far as a personal tab needs it: start, context, theme, links, navigation, new
 * appointments, nested app authentication. Calls outside of it get no answer, and the runtime below does not claim them.
 */
import type { Identity } from './endpoints.ts';
import type { ThemeName } from './place.ts';

export type FrameState = 'starting' | 'ready' | 'failed' | 'silent';

export interface Notice {
  readonly title: string;
  readonly detail: string;
  readonly url?: string | undefined;
}

/** As TeamsJS sends it: moments are `MM/DD/YYYY HH:MM:SS`, local. */
export interface ComposedMeeting {
  readonly subject: string;
  readonly startTime: string;
  readonly attendees: readonly string[];
  readonly content: string;
}

interface TeamsParentOptions {
  readonly frame: () => Window | null;
  readonly addinOrigin: string;
  readonly identity: Identity;
  readonly theme: () => ThemeName;
  readonly page: string;
  readonly locale: string;
  readonly answerAuth: (message: string) => Promise<string | undefined>;
  readonly onState: (state: FrameState) => void;
  readonly onOpenLink: (url: string) => void;
  readonly onComposeMeeting: (meeting: ComposedMeeting) => void;
  readonly onShareLink: (subPageId: string) => void;
  /** The tab asks for one of its own pages. */
  readonly onNavigate: (page: string) => void;
}

export interface TeamsParent {
  readonly receive: (event: MessageEvent) => void;
  /** Tells the tab the new theme, when it asked to be told. */
  readonly sendTheme: (theme: ThemeName) => void;
}

interface TeamsMessage {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  readonly data?: unknown;
}

type Answer = readonly unknown[] | undefined;

/** TeamsJS reads the version in third place and the runtime in fourth, and installs its sign-in bridge only in that order. */
const supportedVersion = '2.58.0';
const runtime = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  supports: { nestedAppAuth: {}, calendar: {}, pages: { currentApp: {}, backStack: {} } },
});

const entityLink = /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/entity\/[^/]+\/[^/?]+/;

/** A Teams parent for one frame. It answers only that frame, only from the add-in's origin. */
export function createTeamsParent(options: TeamsParentOptions): TeamsParent {
  const registered = new Set<unknown>();
  const post = (message: object): void => {
    options.frame()?.postMessage(message, options.addinOrigin);
  };
  const reply = (message: TeamsMessage, args: readonly unknown[]): void => {
    post({ id: message.id, uuidAsString: message.uuidAsString, args });
  };
  const handlers = handlersFor(options, registered);
  return {
    receive: (event) => {
      if (event.origin !== options.addinOrigin || event.source !== options.frame()) return;
      const message = parseMessage(event.data);
      if (message === undefined) return;
      if (message.func === 'nestedAppAuth.execute') {
        void options.answerAuth(String(message.data)).then((answer) => {
          if (answer !== undefined) reply(message, [null, answer]);
        });
        return;
      }
      const answer = handlers[message.func]?.(message.args ?? []);
      if (answer !== undefined) reply(message, answer);
    },
    sendTheme: (theme) => {
      if (registered.has('themeChange')) post({ func: 'themeChange', args: [theme] });
    },
  };
}

function parseMessage(data: unknown): TeamsMessage | undefined {
  if (typeof data !== 'object' || data === null || !('func' in data) || !('id' in data)) return undefined;
  return typeof data.func === 'string' && typeof data.id === 'number' ? (data as TeamsMessage) : undefined;
}

/** One entry per call of TeamsJS; undefined means that the call expects no answer. */
function handlersFor(
  options: TeamsParentOptions,
  registered: Set<unknown>,
): Readonly<Record<string, (args: readonly unknown[]) => Answer>> {
  const state = (to: FrameState) => () => {
    options.onState(to);
    return undefined;
  };
  return {
    initialize: () => ['content', 'web', supportedVersion, runtime],
    getContext: () => [contextOf(options)],
    registerHandler: ([name]) => {
      registered.add(name);
      return undefined;
    },
    'appInitialization.appLoaded': state('ready'),
    'appInitialization.success': state('ready'),
    'appInitialization.failure': state('failed'),
    executeDeepLink: ([url]) => {
      openLink(String(url), options);
      return [true];
    },
    'pages.navigateToApp': ([target]) => {
      options.onNavigate(subPageOf(target));
      return [true];
    },
    'pages.currentApp.navigateTo': ([target]) => {
      options.onNavigate(subPageOf(target));
      return [null];
    },
    'pages.currentApp.navigateToDefaultPage': () => {
      options.onNavigate('');
      return [null];
    },
    'calendar.composeMeeting': ([form]) => {
      options.onComposeMeeting(composedMeeting(form));
      return [true];
    },
    shareDeepLink: ([subPageId]) => {
      options.onShareLink(String(subPageId));
      return undefined;
    },
    navigateBack: () => [true],
    'settings.getSettings': () => [
      { entityId: 'firsthand', contentUrl: `${options.addinOrigin}/tab.html`, suggestedDisplayName: 'Firsthand' },
    ],
  };
}

function contextOf({ identity, theme, page, locale, addinOrigin }: TeamsParentOptions): object {
  return {
    entityId: 'firsthand',
    // As in Teams, a tab that was opened without a deep link gets an empty text.
    subEntityId: page,
    frameContext: 'content',
    locale,
    theme: theme(),
    hostName: 'Teams',
    hostClientType: 'web',
    userObjectId: identity.userId,
    userDisplayName: identity.name,
    userPrincipalName: identity.username,
    loginHint: identity.username,
    tid: identity.tenantId,
    isFullScreen: false,
    isMultiWindow: false,
    ringId: 'general',
    sourceOrigin: addinOrigin,
  };
}

function composedMeeting(form: unknown): ComposedMeeting {
  const { subject, startTime, attendees, content } = Object(form) as Partial<Record<keyof ComposedMeeting, unknown>>;
  return {
    subject: String(subject ?? ''),
    startTime: String(startTime ?? ''),
    attendees: Array.isArray(attendees) ? attendees.map(String) : [],
    content: String(content ?? ''),
  };
}

function subPageOf(target: unknown): string {
  return typeof target === 'object' && target !== null && 'subPageId' in target ? String(target.subPageId ?? '') : '';
}

/** A link to a Teams entity opens our own page (its context names it); any other link is shown to the person. */
function openLink(url: string, options: TeamsParentOptions): void {
  if (!entityLink.test(url)) {
    options.onOpenLink(url);
    return;
  }
  options.onNavigate(subEntityOf(url));
}

function subEntityOf(url: string): string {
  try {
    const context = JSON.parse(new URL(url).searchParams.get('context') ?? '{}') as { readonly subEntityId?: unknown };
    return typeof context.subEntityId === 'string' ? context.subEntityId : '';
  } catch {
    return '';
  }
}
