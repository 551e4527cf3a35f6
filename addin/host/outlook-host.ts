/** Outlook around the pane. The page's head has loaded office.js; this waits for it and hides it. */
/// <reference types="office-js" />
import { type AppointmentDraft, composeLink } from './appointment-draft.ts';
import { createBrowserHost } from './browser-host.ts';
import type { Host, HostTheme } from './host.ts';
import { localeOf } from './locale.ts';
import { readItem } from './outlook-item.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { createSignIn, prefetchSignIn } from './sign-in.ts';

/** Outlook's own bound for an add-in that starts slowly is longer; a page that waits for this long has no host. */
const readyTimeoutMs = 15_000;

/** A page in a plain browser gets the browser host. Rejects when office.js is missing or its host stays silent for 15 s. */
export async function createOutlookHost(config: Promise<RuntimeConfig>): Promise<Host> {
  prefetchSignIn();
  restoreHistory();
  if (typeof Office === 'undefined') throw new Error('office.js is missing');
  const [{ host }, settings] = await Promise.all([withTimeout(Office.onReady()), config]);
  if (host !== Office.HostType.Outlook) return createBrowserHost();
  const { mailbox } = Office.context;
  return {
    kind: 'outlook',
    locale: localeOf(Office.context.displayLanguage || navigator.language),
    page: undefined,
    ...outlookTheme(mailbox),
    ...createSignIn(settings),
    currentItem: () => readItem(mailbox),
    openAppointment: (draft) => Promise.resolve(openAppointment(mailbox, draft)),
  };
}

/** Outlook opens its form beside an item that is read; where an item is written, and on phones, Outlook on the web has to do. */
function openAppointment(mailbox: Office.Mailbox, draft: AppointmentDraft): void {
  const isReading = typeof mailbox.item?.subject === 'string';
  if (isReading && hasOpenedForm(mailbox, draft)) return;
  window.open(composeLink(draft), '_blank', 'noopener');
}

function hasOpenedForm(mailbox: Office.Mailbox, { subject, attendees, startsAt, endsAt, locationText }: AppointmentDraft): boolean {
  try {
    mailbox.displayNewAppointmentForm({
      subject,
      requiredAttendees: [...attendees],
      start: new Date(startsAt),
      end: new Date(endsAt),
      location: locationText,
    });
    return true;
  } catch {
    return false;
  }
}

/** office.js hides pushState and replaceState behind null on the one history object; the prototype still has them. */
function restoreHistory(): void {
  const history = window.history as { pushState?: unknown; replaceState?: unknown };
  if (history.pushState === null) delete history.pushState;
  if (history.replaceState === null) delete history.replaceState;
}

function outlookTheme(mailbox: Office.Mailbox): Pick<Host, 'theme' | 'onThemeChange'> {
  let theme = themeOf(Office.context.officeTheme);
  const listeners = new Set<() => void>();
  const onChange = (event: { readonly officeTheme: Office.OfficeTheme }): void => {
    theme = themeOf(event.officeTheme);
    for (const listener of listeners) listener();
  };
  // Before Mailbox 1.14 an Outlook has no such event: then the theme stays as it was when the pane opened.
  if (Office.context.requirements.isSetSupported('Mailbox', '1.14')) mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, onChange);
  return {
    theme: () => theme,
    onThemeChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Outlook tells colours alone: `isDarkTheme` is typed, but not supported there. Its high contrast is white on black. */
function themeOf(theme: Office.OfficeTheme | undefined): HostTheme {
  if (theme?.bodyBackgroundColor === black && theme.bodyForegroundColor.toLowerCase() === white) return 'outlook_contrast';
  return isDarkColor(theme?.bodyBackgroundColor) ? 'outlook_dark' : 'outlook_light';
}

const black = '#000000';
const white = '#ffffff';

/** Below half of the perceived brightness (ITU-R BT.601 weights). Expects `#rrggbb`; anything else counts as light. */
export function isDarkColor(color: string | undefined): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!match) return false;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
}

function withTimeout<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the host did not answer')), readyTimeoutMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
