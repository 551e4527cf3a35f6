/** What the pages know of the program around them: who is signed in, which item is open, how it looks. Nothing here is Outlook's or Teams' own. */

import type { AppointmentDraft } from './appointment-draft.ts';

export type HostTheme =
  'teams_light' | 'teams_dark' | 'teams_contrast' | 'teams_glass' | 'outlook_light' | 'outlook_dark' | 'outlook_contrast';

/** `signed_out`: a person must act (`signIn`). `unavailable`: try again later, for instance without a network. */
export type TokenReply =
  { readonly kind: 'token'; readonly token: string } | { readonly kind: 'signed_out' } | { readonly kind: 'unavailable' };

export interface Attendee {
  readonly name: string;
  readonly mail: string;
}

export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';

/** The open item as Outlook shows it. Instants are ISO 8601 in UTC. */
export type Item =
  | {
      readonly kind: 'appointment';
      /** The REST id; undefined where Outlook gives none, as classic Outlook does for some dates of a series. */
      readonly itemId: string | undefined;
      /** Never saved: no calendar has it yet. */
      readonly isUnsaved: boolean;
      /** Address of the mailbox that it stands in, when that is somebody else's who shares it; undefined in one's own. */
      readonly ownerMail: string | undefined;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly isSeries: boolean;
      readonly subject: string;
      readonly locationText: string;
      readonly attendees: readonly Attendee[];
      /** Undefined where this Outlook does not tell (before Mailbox 1.14). */
      readonly sensitivity: Sensitivity | undefined;
    }
  | { readonly kind: 'message' }
  | { readonly kind: 'none' };

export interface Host {
  readonly kind: 'outlook' | 'teams' | 'browser';
  /** BCP 47, as the host shows its own texts. */
  readonly locale: string;
  /** Page that a deep link asked for; undefined without one. */
  readonly page: string | undefined;
  readonly theme: () => HostTheme;
  /** Calls back at each change of the theme; returns how to stop. */
  readonly onThemeChange: (listener: () => void) => () => void;
  /** A token for our API, without any window. Never rejects. `forceRefresh` skips what is cached. */
  readonly token: (options: { readonly forceRefresh: boolean }) => Promise<TokenReply>;
  /** Asks the person to sign in; only from a click, since it may open a window. Never rejects. */
  readonly signIn: () => Promise<TokenReply>;
  /** `none` outside Outlook. */
  readonly currentItem: () => Promise<Item>;
  /** Shows a new appointment, filled in, for the person to change and send. Only from a click, since it may open a window. Never rejects. */
  readonly openAppointment: (draft: AppointmentDraft) => Promise<void>;
}
