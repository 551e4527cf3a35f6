/** Which events of a calendar are customer meetings, and what of them is kept. Pure: no storage, no transport. */
import { type AccountDomains, matchAccount, normaliseMail } from '../../domain/account-match.ts';
import { type JoinProvider, meetingLinkIn } from '../../domain/meeting-link.ts';
import { meetingKey } from '../../domain/meeting-key.ts';
import type { InvitationResponse } from '../../domain/tag.ts';
import type { Attendee, CalendarEvent } from '../../platform/graph/calendar-event.ts';

export interface MeetingContactFacts {
  readonly mail: string;
  readonly name: string;
  /** Undefined when two accounts share the domain: a person chooses. */
  readonly accountId: string | undefined;
  readonly response: InvitationResponse;
}

export interface CustomerMeeting {
  readonly key: string;
  readonly event: CalendarEvent;
  readonly joinProvider: JoinProvider | undefined;
  readonly isOwnRoom: boolean;
  /** Everybody of the customers' side, each address once, sorted by it; at least one. */
  readonly contacts: readonly MeetingContactFacts[];
}

/** What becomes of an event: only `customer` is ever stored. */
export type Sorted =
  { readonly kind: 'customer'; readonly meeting: CustomerMeeting } | { readonly kind: 'private' } | { readonly kind: 'not_customer' };

/** Attendees beyond this many are not looked at; Graph itself stops at 500. */
const maxAttendees = 500;
/** Longest text kept of a subject or a location. */
const maxTextCharacters = 1_000;

/** Private, draft and series-master events are dropped here, before anything is stored. */
export function sortEvent(event: CalendarEvent, known: AccountDomains): Sorted {
  if (!event.isNormalSensitivity) return { kind: 'private' };
  if (event.isDraft || event.isSeriesMaster) return { kind: 'not_customer' };
  const contacts = contactsOf(event, known);
  if (contacts.length === 0) return { kind: 'not_customer' };
  return {
    kind: 'customer',
    meeting: {
      key: meetingKey(event),
      event: { ...event, subject: event.subject.slice(0, maxTextCharacters), locationText: event.locationText.slice(0, maxTextCharacters) },
      joinProvider: joinProviderOf(event),
      isOwnRoom: event.attendees.some((attendee) => attendee.isResource && isOurs(attendee, known)),
      contacts,
    },
  };
}

/** The addresses that decide whether an event is a customer meeting, as they are stored; rooms are not among them. */
export function mailsOf(event: CalendarEvent): readonly string[] {
  return peopleOf(event).flatMap(({ mail }) => normaliseMail(mail) ?? []);
}

function peopleOf(event: CalendarEvent): readonly Attendee[] {
  const people = event.attendees.slice(0, maxAttendees).filter(({ isResource }) => !isResource);
  return event.organizer ? [event.organizer, ...people] : people;
}

function contactsOf(event: CalendarEvent, known: AccountDomains): readonly MeetingContactFacts[] {
  const byMail = new Map<string, MeetingContactFacts>();
  for (const { name, mail: address, response } of peopleOf(event)) {
    const mail = normaliseMail(address);
    if (!mail || byMail.has(mail)) continue;
    const match = matchAccount(mail, known);
    if (match.kind === 'none') continue;
    byMail.set(mail, { mail, name, response, accountId: match.kind === 'account' ? match.accountId : undefined });
  }
  return [...byMail.values()].sort((a, b) => (a.mail < b.mail ? -1 : 1));
}

function joinProviderOf(event: CalendarEvent): JoinProvider | undefined {
  const link = event.joinUrl === undefined ? undefined : (meetingLinkIn(event.joinUrl)?.provider ?? 'other');
  return link ?? (event.isOnlineMeeting ? 'teams' : undefined);
}

function isOurs({ mail: address }: Attendee, known: AccountDomains): boolean {
  const mail = normaliseMail(address);
  if (!mail) return false;
  const match = matchAccount(mail, known);
  return match.kind === 'none' && match.because === 'own';
}
