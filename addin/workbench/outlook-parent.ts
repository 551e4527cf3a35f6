/** The Outlook side of the pane: gives our office.js stand-in the open item, the profile, the theme and sign-in, and takes its requests. */
import type { FrameState } from './teams-parent.ts';
import { isOfficeMessage, officeMark } from './office-messages.ts';
import type { FromPane, MailboxSnapshot, NewAppointment, OfficeColors, ToPane } from './office-messages.ts';

interface OutlookParentOptions {
  readonly frame: () => Window | null;
  readonly addinOrigin: string;
  /** Read once per start of the pane: as in Outlook, another item means another pane. */
  readonly snapshot: () => MailboxSnapshot;
  readonly answerAuth: (message: string) => Promise<string | undefined>;
  readonly onState: (state: FrameState) => void;
  readonly onNewAppointment: (form: NewAppointment) => void;
  readonly onOpenLink: (url: string) => void;
  readonly onSaveSettings: (settings: Readonly<Record<string, unknown>>) => void;
}

export interface OutlookParent {
  readonly receive: (event: MessageEvent) => void;
  readonly sendTheme: (colors: OfficeColors) => void;
}

/** An Outlook parent for one frame. It answers only that frame, only from the add-in's origin. */
export function createOutlookParent(options: OutlookParentOptions): OutlookParent {
  const post = (message: ToPane): void => {
    options.frame()?.postMessage(message, options.addinOrigin);
  };
  return {
    receive: (event) => {
      if (event.origin !== options.addinOrigin || event.source !== options.frame() || !isOfficeMessage(event.data)) return;
      take(event.data as FromPane, options, post);
    },
    sendTheme: (officeTheme) => {
      post({ mark: officeMark, kind: 'theme', officeTheme });
    },
  };
}

function take(message: FromPane, options: OutlookParentOptions, post: (message: ToPane) => void): void {
  switch (message.kind) {
    case 'hello':
      post({ mark: officeMark, kind: 'mailbox', snapshot: options.snapshot() });
      options.onState('ready');
      return;
    case 'nested-app-auth':
      void options.answerAuth(message.data).then((data) => {
        if (data !== undefined) post({ mark: officeMark, kind: 'nested-app-auth', data });
      });
      return;
    case 'new-appointment':
      options.onNewAppointment(message.form);
      return;
    case 'open-link':
      options.onOpenLink(message.url);
      return;
    case 'save-settings':
      options.onSaveSettings(message.settings);
  }
}
