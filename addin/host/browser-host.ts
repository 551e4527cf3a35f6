/** A page outside Outlook and Teams: it shows itself and says where it works. Nobody can sign in here. */
import type { Host } from './host.ts';
import { composeLink } from './appointment-draft.ts';
import { localeOf } from './locale.ts';

const darkQuery = '(prefers-color-scheme: dark)';

export function createBrowserHost(): Host {
  const dark = window.matchMedia(darkQuery);
  return {
    kind: 'browser',
    locale: localeOf(navigator.language),
    page: undefined,
    theme: () => (dark.matches ? 'teams_dark' : 'teams_light'),
    onThemeChange: (listener) => {
      dark.addEventListener('change', listener);
      return () => dark.removeEventListener('change', listener);
    },
    token: () => Promise.resolve({ kind: 'signed_out' }),
    signIn: () => Promise.resolve({ kind: 'signed_out' }),
    currentItem: () => Promise.resolve({ kind: 'none' }),
    openAppointment: (draft) => Promise.resolve(void window.open(composeLink(draft), '_blank', 'noopener')),
  };
}
