// Organizer and attendees of an iCalendar event as Graph names them.
import type { Attendee, AttendeeType, Recipient, ResponseType } from '@microsoft/microsoft-graph-types';
import type { IcsProperty } from './ics-property.ts';
import { noTime } from './meeting-copies.ts';

const responses: Readonly<Record<string, ResponseType>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentativelyAccepted',
  DECLINED: 'declined',
  'NEEDS-ACTION': 'notResponded',
};

/** Google's rooms and other bookable things have addresses below this one. */
const googleResources = '@resource.calendar.google.com';

export function organizerOf(properties: readonly IcsProperty[]): Recipient | undefined {
  const property = properties.find(({ name }) => name === 'organizer');
  return property === undefined ? undefined : recipientOf(property);
}

/** Each address once, the last word about it; the order of the file. People without an address keep their name. */
export function attendeesOf(properties: readonly IcsProperty[]): readonly Attendee[] {
  const byAddress = new Map<string, Attendee>();
  for (const property of properties.filter(({ name }) => name === 'attendee')) {
    const attendee = attendeeOf(property);
    const { address, name } = attendee.emailAddress ?? {};
    if (address || name) byAddress.set((address ?? name ?? '').toLowerCase(), attendee);
  }
  return [...byAddress.values()];
}

function attendeeOf(property: IcsProperty): Attendee {
  const { emailAddress } = recipientOf(property);
  const word = (name: string): string => property.parameters.get(name)?.toUpperCase() ?? '';
  return {
    type: typeOf({ kind: word('cutype'), role: word('role'), address: emailAddress?.address ?? '' }),
    status: { response: responses[word('partstat')] ?? 'none', time: noTime },
    ...(emailAddress && { emailAddress }),
  };
}

function typeOf({ kind, role, address }: { readonly kind: string; readonly role: string; readonly address: string }): AttendeeType {
  if (kind === 'ROOM' || kind === 'RESOURCE' || address.toLowerCase().endsWith(googleResources)) return 'resource';
  return role === 'OPT-PARTICIPANT' || role === 'NON-PARTICIPANT' ? 'optional' : 'required';
}

function recipientOf(property: IcsProperty): Recipient {
  const address = addressOf(property);
  const name = property.parameters
    .get('cn')
    ?.trim()
    .replace(/^'(.*)'$/, '$1');
  return { emailAddress: { ...(name && { name }), ...(address !== undefined && { address }) } };
}

/** Apple writes a path of its own as the address, and the mail address as a parameter. */
function addressOf(property: IcsProperty): string | undefined {
  const [value] = property.values;
  const address = typeof value === 'string' ? /^mailto:(.*)$/is.exec(value.trim())?.[1]?.trim() : undefined;
  return [address, property.parameters.get('email')]
    .map((text) => text && percentDecoded(text))
    .find((text) => text && /^[^\s@]+@[^\s@]+$/.test(text));
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
