/** Teams around the tab. Initialises TeamsJS first: only then does the bridge for signing in exist. */
import { app, calendar } from '@microsoft/teams-js';
import { type AppointmentDraft, composeLink, teamsMoment } from './appointment-draft.ts';
import type { Host, HostTheme } from './host.ts';
import { localeOf } from './locale.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { createSignIn } from './sign-in.ts';

/** Teams knows default, dark, contrast and glass; what it may add later is drawn light. */
const themes: Readonly<Record<string, HostTheme>> = {
  default: 'teams_light',
  dark: 'teams_dark',
  glass: 'teams_glass',
  contrast: 'teams_contrast',
};

/** Rejects when the page stands in no frame, or the frame around it is not Teams (TeamsJS waits up to 60 s for an answer). */
export async function createTeamsHost(config: RuntimeConfig): Promise<Host> {
  // Local builds alone name a parent; in production TeamsJS accepts Microsoft's own origins and no other.
  await app.initialize(config.localParentOrigin ? [config.localParentOrigin] : undefined);
  const context = await app.getContext();
  let theme = themes[context.app.theme] ?? 'teams_light';
  const listeners = new Set<() => void>();
  app.registerOnThemeChangeHandler((name) => {
    theme = themes[name] ?? 'teams_light';
    for (const listener of listeners) listener();
  });
  app.notifyAppLoaded();
  app.notifySuccess().catch(() => undefined);
  return {
    kind: 'teams',
    locale: localeOf(context.app.locale),
    page: context.page.subPageId,
    theme: () => theme,
    onThemeChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...createSignIn(config),
    currentItem: () => Promise.resolve({ kind: 'none' }),
    openAppointment,
  };
}

/** Teams' own calendar where it opens one; in the other programs that show the tab, and where that fails, Outlook on the web. */
async function openAppointment(draft: AppointmentDraft): Promise<void> {
  if (calendar.isSupported() && (await composeMeeting(draft))) return;
  const link = composeLink(draft);
  await app.openLink(link).catch(() => window.open(link, '_blank', 'noopener'));
}

/** Whether the form was opened. It has no field for a place: the idea of one goes into the text. */
function composeMeeting({ subject, attendees, startsAt, endsAt, locationText }: AppointmentDraft): Promise<boolean> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const form = {
    subject,
    attendees: [...attendees],
    startTime: teamsMoment(startsAt, timeZone),
    endTime: teamsMoment(endsAt, timeZone),
    content: locationText,
  };
  return calendar.composeMeeting(form).then(
    () => true,
    () => false,
  );
}
