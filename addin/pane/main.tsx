/** Entry of the pane that Outlook shows beside a meeting. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Session } from '../features/session/Session.tsx';
import { createOutlookHost } from '../host/outlook-host.ts';
import { PanePage } from './PanePage.tsx';
import { PaneFrame, PaneSkeleton } from './PaneFrame.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('pane.html has no root');
createRoot(root).render(
  <StrictMode>
    <Session createHost={createOutlookHost} skeleton={<PaneSkeleton />} frame={PaneFrame}>
      <PanePage />
    </Session>
  </StrictMode>,
);
