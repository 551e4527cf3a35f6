/**
 * A stand-in for Microsoft's office.js in the pane's page, for the workbench alone: the part of Outlook on the web that an appointment pane
 * may use. A classic script, loaded before the pane's own. In a plain browser window it reports no host, as the real one does.
 */
import { officeItem, succeed } from './office-item.ts';
import { isOfficeMessage, officeMark } from './office-messages.ts';
import type { FromPane, MailboxSnapshot, NewAppointment, OfficeColors, ToPane } from './office-messages.ts';

type Info = { readonly host: string | null; readonly platform: string | null };
type Callback<T> = (result: Office.AsyncResult<T>) => void;
type ThemeHandler = (event: { readonly type: 'officeThemeChanged'; readonly officeTheme: OfficeColors }) => void;
type BridgeListener = (response: string) => void;

/** The requirement sets of Outlook on the web that this stand-in claims, with the highest version of each. */
const requirementSets: Readonly<Record<string, readonly [number, number]>> = { Mailbox: [1, 15], NestedAppAuth: [1, 1] };

const enums = {
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  HostType: { Outlook: 'Outlook' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android', Universal: 'Universal' },
  CoercionType: { Text: 'text', Html: 'html' },
  EventType: { ItemChanged: 'itemChanged', OfficeThemeChanged: 'officeThemeChanged' },
  MailboxEnums: {
    RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' },
    ItemType: { Message: 'message', Appointment: 'appointment' },
    ResponseType: { None: 'none', Organizer: 'organizer', Tentative: 'tentative', Accepted: 'accepted', Declined: 'declined' },
    RecipientType: { DistributionList: 'distributionList', User: 'user', ExternalUser: 'externalUser', Other: 'other' },
    AppointmentSensitivityType: { Normal: 'normal', Personal: 'personal', Private: 'private', Confidential: 'confidential' },
  },
};

const isFramed = window.parent !== window;
const parentOrigin =
  document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : window.location.origin;
const themeHandlers = new Set<ThemeHandler>();
const bridgeListeners = new Set<BridgeListener>();

function send(message: FromPane): void {
  window.parent.postMessage(message, parentOrigin);
}

function isSetSupported(name: string, minVersion: string | number = '1.1'): boolean {
  const supported = requirementSets[name];
  const [major = 0, minor = 0] = String(minVersion).split('.').map(Number);
  if (supported === undefined) return false;
  return major < supported[0] || (major === supported[0] && minor <= supported[1]);
}

function attendeesOf(list: readonly unknown[] | undefined): readonly string[] {
  return (list ?? []).map((each) => (typeof each === 'string' ? each : (each as Office.EmailAddressDetails).emailAddress));
}

function isoOf(moment: Date | number | undefined): string {
  return moment === undefined ? '' : new Date(moment).toISOString();
}

function newAppointment(form: Office.AppointmentForm): void {
  const written: NewAppointment = {
    subject: form.subject ?? '',
    location: form.location ?? '',
    attendees: [...attendeesOf(form.requiredAttendees), ...attendeesOf(form.optionalAttendees)],
    startsAt: isoOf(form.start),
    endsAt: isoOf(form.end),
  };
  send({ mark: officeMark, kind: 'new-appointment', form: written });
}

/** EWS ids become REST ids by exchanging two characters of base64. */
const convertToRestId = (id: string): string => id.replaceAll('/', '-').replaceAll('+', '_');
const convertToEwsId = (id: string): string => id.replaceAll('-', '/').replaceAll('_', '+');

function roamingSettings(saved: Readonly<Record<string, unknown>>) {
  const settings = new Map(Object.entries(saved));
  return {
    get: (name: string): unknown => settings.get(name),
    set: (name: string, value: unknown): void => {
      settings.set(name, value);
    },
    remove: (name: string): void => {
      settings.delete(name);
    },
    saveAsync: (callback?: Callback<undefined>): void => {
      send({ mark: officeMark, kind: 'save-settings', settings: Object.fromEntries(settings) });
      succeed(undefined, callback);
    },
  };
}

function mailbox(snapshot: MailboxSnapshot) {
  const ownDomain = snapshot.userProfile.emailAddress.split('@')[1]?.toLowerCase() ?? '';
  return {
    item: officeItem(snapshot, ownDomain),
    userProfile: snapshot.userProfile,
    diagnostics: { hostName: 'OutlookWebApp', hostVersion: '20261120.1.0.0', OWAView: 'ThreeColumns' },
    convertToRestId,
    convertToEwsId,
    displayNewAppointmentForm: newAppointment,
    displayNewAppointmentFormAsync: (
      form: Office.AppointmentForm,
      first?: Office.AsyncContextOptions | Callback<undefined>,
      second?: Callback<undefined>,
    ) => {
      newAppointment(form);
      succeed(undefined, first, second);
    },
    addHandlerAsync: (
      eventType: string,
      handler: ThemeHandler,
      first?: Office.AsyncContextOptions | Callback<undefined>,
      second?: Callback<undefined>,
    ) => {
      if (eventType === enums.EventType.OfficeThemeChanged) themeHandlers.add(handler);
      succeed(undefined, first, second);
    },
    removeHandlerAsync: (eventType: string, first?: Office.AsyncContextOptions | Callback<undefined>, second?: Callback<undefined>) => {
      if (eventType === enums.EventType.OfficeThemeChanged) themeHandlers.clear();
      succeed(undefined, first, second);
    },
  };
}

/** Exists once the host has answered; MSAL that starts earlier finds no bridge, as in Outlook. */
function installBridge(): void {
  const bridge = {
    addEventListener: (name: string, listener: BridgeListener): void => {
      if (name === 'message') bridgeListeners.add(listener);
    },
    removeEventListener: (_name: string, listener: BridgeListener): void => {
      bridgeListeners.delete(listener);
    },
    postMessage: (data: string): void => {
      send({ mark: officeMark, kind: 'nested-app-auth', data });
    },
  };
  Object.assign(window, { nestedAppAuthBridge: bridge });
}

// The members that the host fills in are added to this object when it answers, as in the real library.
const context: Record<string, unknown> = { requirements: { isSetSupported } };
const office = {
  ...enums,
  context,
  initialize: undefined as ((reason: string) => void) | undefined,
  isSetSupported,
  onReady: async (callback?: (info: Info) => unknown): Promise<Info> => {
    const info = await started;
    await callback?.(info);
    return info;
  },
};

function start(snapshot: MailboxSnapshot): Info {
  Object.assign(context, {
    host: 'Outlook',
    platform: 'OfficeOnline',
    diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '16.0.0.0' },
    displayLanguage: snapshot.displayLanguage,
    contentLanguage: snapshot.displayLanguage,
    officeTheme: snapshot.officeTheme,
    mailbox: mailbox(snapshot),
    roamingSettings: roamingSettings(snapshot.roamingSettings),
    ui: {
      openBrowserWindow: (url: string) => {
        send({ mark: officeMark, kind: 'open-link', url });
      },
    },
  });
  installBridge();
  office.initialize?.('documentOpened');
  return { host: 'Outlook', platform: 'OfficeOnline' };
}

function takeTheme(officeTheme: OfficeColors): void {
  context['officeTheme'] = officeTheme;
  for (const handler of themeHandlers) handler({ type: 'officeThemeChanged', officeTheme });
}

const started = new Promise<Info>((resolve) => {
  if (!isFramed) {
    resolve({ host: null, platform: null });
    return;
  }
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== parentOrigin || !isOfficeMessage(event.data)) return;
    const message = event.data as ToPane;
    if (message.kind === 'mailbox') resolve(start(message.snapshot));
    else if (message.kind === 'theme') takeTheme(message.officeTheme);
    else for (const listener of bridgeListeners) listener(message.data);
  });
  send({ mark: officeMark, kind: 'hello' });
});

// The real library does this in every host; a router that pushes states must not be used in the pane.
Object.assign(window.history, { pushState: null, replaceState: null });
Object.assign(window, { Office: office });
// Nothing that the pane opens leaves this machine by itself: the workbench shows it to the person.
if (isFramed) {
  window.open = (url) => {
    send({ mark: officeMark, kind: 'open-link', url: String(url) });
    return null;
  };
}
