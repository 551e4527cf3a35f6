/** Entry of the pane that Outlook shows beside a meeting. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Session } from '../features/session/Session.tsx';
import { createOutlookHost } from '../host/outlook-host.ts';
import { nameFocusEventsAsReactDoes } from '../ui/focus-events.ts';
import { PanePage } from './PanePage.tsx';
import { PaneFrame, PaneSkeleton } from './PaneFrame.tsx';
import { paneTexts } from './pane-texts.ts';
import { WithMyData } from './WithMyData.tsx';

nameFocusEventsAsReactDoes();
const root = document.getElementById('root');
if (!root) throw new Error('pane.html has no root');
createRoot(root).render(
  <StrictMode>
    <Session createHost={createOutlookHost} texts={paneTexts} skeleton={<PaneSkeleton />} frame={PaneFrame}>
      <WithMyData>
        <PanePage />
      </WithMyData>
    </Session>
  </StrictMode>,
);
