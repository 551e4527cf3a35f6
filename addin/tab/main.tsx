/** Entry of the tab that Teams shows. TeamsJS is loaded only inside a frame: a plain browser has no parent to talk to. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Session } from '../features/session/Session.tsx';
import { createBrowserHost } from '../host/browser-host.ts';
import type { Host } from '../host/host.ts';
import type { RuntimeConfig } from '../host/runtime-config.ts';
import { TabApp } from './TabApp.tsx';
import { TabFrame, TabSkeleton } from './TabFrame.tsx';

async function createTabHost(config: RuntimeConfig): Promise<Host> {
  if (window.parent === window) return createBrowserHost();
  const { createTeamsHost } = await import('../host/teams-host.ts');
  return createTeamsHost(config);
}

const root = document.getElementById('root');
if (!root) throw new Error('tab.html has no root');
createRoot(root).render(
  <StrictMode>
    <Session createHost={createTabHost} skeleton={<TabSkeleton />} frame={TabFrame}>
      <TabApp />
    </Session>
  </StrictMode>,
);
