/** Teams around the tab. Initialises TeamsJS first: only then does the bridge for signing in exist. */
import { app } from '@microsoft/teams-js';
import type { Host, HostTheme } from './host.ts';
import { localeOf } from './locale.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { createSignIn } from './sign-in.ts';

/** Teams knows default, dark, contrast and glass; what it may add later is drawn light. */
const themes: Readonly<Record<string, HostTheme>> = {
  default: 'teams_light',
  dark: 'teams_dark',
  glass: 'teams_dark',
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
  };
}
