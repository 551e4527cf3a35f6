/** An appointment to be shown to the seller, filled in: they look at it, change it and send it; showing it mails nobody. Pure. */

export interface AppointmentDraft {
  readonly subject: string;
  /** Addresses. */
  readonly attendees: readonly string[];
  /** Instants, ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Empty when there is no idea. */
  readonly locationText: string;
}

/** Outlook on the web opens it from anywhere. Keep short: such addresses end at about 2,000 characters. */
export function composeLink({ subject, attendees, startsAt, endsAt, locationText }: AppointmentDraft): string {
  const link = new URL('https://outlook.office.com/calendar/deeplink/compose');
  link.searchParams.set('path', '/calendar/action/compose');
  link.searchParams.set('rru', 'addevent');
  link.searchParams.set('subject', subject);
  link.searchParams.set('startdt', startsAt);
  link.searchParams.set('enddt', endsAt);
  if (locationText !== '') link.searchParams.set('location', locationText);
  if (attendees.length > 0) link.searchParams.set('to', attendees.join(','));
  // Outlook takes a plus sign for itself, not for a blank.
  return link.href.replaceAll('+', '%20');
}

/** `MM/DD/YYYY HH:MM:SS` in an IANA zone, as TeamsJS wants an instant. */
export function teamsMoment(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return parts.replace(', ', ' ');
}
