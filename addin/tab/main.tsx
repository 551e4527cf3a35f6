/** Entry of the tab that Teams shows. TeamsJS is loaded only inside a frame: a plain browser has no parent to talk to. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Session } from '../features/session/Session.tsx';
import { createBrowserHost } from '../host/browser-host.ts';
import type { Host } from '../host/host.ts';
import type { RuntimeConfig } from '../host/runtime-config.ts';
import { prefetchSignIn } from '../host/sign-in.ts';
import { nameFocusEventsAsReactDoes } from '../ui/focus-events.ts';
import { TabApp } from './TabApp.tsx';
import { TabFrame, TabSkeleton } from './TabFrame.tsx';
import { tabTexts } from './tab-texts.ts';

async function createTabHost(config: Promise<RuntimeConfig>): Promise<Host> {
  if (window.parent === window) return createBrowserHost();
  prefetchSignIn();
  const { createTeamsHost } = await import('../host/teams-host.ts');
  return createTeamsHost(await config);
}

nameFocusEventsAsReactDoes();
const root = document.getElementById('root');
if (!root) throw new Error('tab.html has no root');
createRoot(root).render(
  <StrictMode>
    <Session createHost={createTabHost} texts={tabTexts} skeleton={<TabSkeleton />} frame={TabFrame}>
      <TabApp />
    </Session>
  </StrictMode>,
);
