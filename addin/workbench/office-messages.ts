/** The messages between our office.js stand-in and the workbench around it. Ours alone: the real office.js speaks otherwise to its host. */
import type { OutlookItem } from './endpoints.ts';
import type { ItemShape } from './place.ts';

export const officeMark = 'firsthand-office';

export interface OfficeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export interface MailboxSnapshot {
  readonly item: OutlookItem;
  readonly shape: ItemShape;
  /** Address of the mailbox's owner, when the calendar is somebody else's. */
  readonly ownerMail: string | undefined;
  readonly userProfile: {
    readonly displayName: string;
    readonly emailAddress: string;
    readonly timeZone: string;
    readonly accountType: string;
  };
  readonly displayLanguage: string;
  readonly officeTheme: OfficeColors;
  readonly roamingSettings: Readonly<Record<string, unknown>>;
}

export interface NewAppointment {
  readonly subject: string;
  readonly location: string;
  readonly attendees: readonly string[];
  /** Instants in UTC, as ISO text; empty when the form names none. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** From the pane to the workbench. */
export type FromPane =
  | { readonly mark: typeof officeMark; readonly kind: 'hello' }
  | { readonly mark: typeof officeMark; readonly kind: 'nested-app-auth'; readonly data: string }
  | { readonly mark: typeof officeMark; readonly kind: 'new-appointment'; readonly form: NewAppointment }
  | { readonly mark: typeof officeMark; readonly kind: 'open-link'; readonly url: string }
  | { readonly mark: typeof officeMark; readonly kind: 'save-settings'; readonly settings: Readonly<Record<string, unknown>> };

/** From the workbench to the pane. */
export type ToPane =
  | { readonly mark: typeof officeMark; readonly kind: 'mailbox'; readonly snapshot: MailboxSnapshot }
  | { readonly mark: typeof officeMark; readonly kind: 'nested-app-auth'; readonly data: string }
  | { readonly mark: typeof officeMark; readonly kind: 'theme'; readonly officeTheme: OfficeColors };

/** Whether a window message is one of these; who sent it is checked by the listener. */
export function isOfficeMessage(data: unknown): data is FromPane | ToPane {
  return typeof data === 'object' && data !== null && 'mark' in data && data.mark === officeMark && 'kind' in data;
}
