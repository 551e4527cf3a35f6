/**
 * The two shapes of an appointment in Office.js: plain properties for an attendee (Appointment Read), asynchronous getters for the organizer
 * (Appointment Compose). Writing to an item is not offered.
 */
import type { Attendee, OutlookItem } from './endpoints.ts';

type Callback<T> = (result: Office.AsyncResult<T>) => void;
type Options = Office.AsyncContextOptions;

/** Calls back later with success, as Office.js does: (callback) or (options, callback). */
export function succeed<T>(value: T, first?: Options | Callback<T>, second?: Callback<T>): void {
  const callback = typeof first === 'function' ? first : second;
  const asyncContext: unknown = typeof first === 'function' ? undefined : first?.asyncContext;
  // Office.js has 'succeeded' at run time where its types have a number.
  const result = { status: 'succeeded', value, asyncContext } as unknown as Office.AsyncResult<T>;
  if (callback !== undefined)
    setTimeout(() => {
      callback(result);
    }, 0);
}

interface Getter<T> {
  readonly getAsync: (first: Options | Callback<T>, second?: Callback<T>) => void;
}

function getter<T>(value: () => T): Getter<T> {
  return {
    getAsync: (first, second) => {
      succeed(value(), first, second);
    },
  };
}

const responses: Readonly<Record<string, string>> = {
  notResponded: 'none',
  tentativelyAccepted: 'tentative',
};

function details(attendee: Attendee, ownDomain: string): Office.EmailAddressDetails {
  return {
    displayName: attendee.displayName,
    emailAddress: attendee.emailAddress,
    appointmentResponse: responses[attendee.appointmentResponse] ?? attendee.appointmentResponse,
    recipientType: attendee.emailAddress.toLowerCase().endsWith(`@${ownDomain}`) ? 'user' : 'externalUser',
  };
}

/** Sensitivity as Office.js writes it: normal, personal, private or confidential. */
function sensitivityOf(item: OutlookItem): Office.MailboxEnums.AppointmentSensitivityType {
  return item.sensitivity.toLowerCase() as Office.MailboxEnums.AppointmentSensitivityType;
}

function bodyOf(item: OutlookItem) {
  return {
    getAsync: (_coercionType: string, first?: Options | Callback<string>, second?: Callback<string>) => {
      succeed(item.body, first, second);
    },
    getTypeAsync: (first: Options | Callback<string>, second?: Callback<string>) => {
      succeed('text', first, second);
    },
  };
}

type ReadMembers = Pick<
  Office.AppointmentRead,
  | 'start'
  | 'end'
  | 'subject'
  | 'normalizedSubject'
  | 'location'
  | 'organizer'
  | 'requiredAttendees'
  | 'optionalAttendees'
  | 'itemId'
  | 'itemType'
  | 'itemClass'
  | 'sensitivity'
>;

const replyPrefix = /^(?:re|fw|fwd|aw|wg|rv|tr):\s*/i;

/** The item as an attendee sees it. `seriesId` is null for a single meeting, as in Outlook. */
export function readItem(item: OutlookItem, ownDomain: string) {
  const plain: ReadMembers = {
    itemType: 'appointment',
    itemClass: 'IPM.Appointment',
    itemId: item.itemId,
    subject: item.subject,
    normalizedSubject: item.subject.replace(replyPrefix, ''),
    start: new Date(item.start),
    end: new Date(item.end),
    location: item.location,
    organizer: details(
      { displayName: item.organizer.name, emailAddress: item.organizer.address, appointmentResponse: 'organizer' },
      ownDomain,
    ),
    requiredAttendees: item.requiredAttendees.map((each) => details(each, ownDomain)),
    optionalAttendees: item.optionalAttendees.map((each) => details(each, ownDomain)),
    sensitivity: sensitivityOf(item),
  };
  return { ...plain, seriesId: item.seriesId, body: bodyOf(item) };
}

/** The item as its organizer sees it: no plain `itemId`, everything but the type and the series by callback. */
export function organizerItem(item: OutlookItem, ownDomain: string) {
  return {
    itemType: 'appointment',
    seriesId: item.seriesId,
    subject: getter(() => item.subject),
    start: getter(() => new Date(item.start)),
    end: getter(() => new Date(item.end)),
    location: getter(() => item.location),
    organizer: getter(() => ({ displayName: item.organizer.name, emailAddress: item.organizer.address })),
    requiredAttendees: getter(() => item.requiredAttendees.map((each) => details(each, ownDomain))),
    optionalAttendees: getter(() => item.optionalAttendees.map((each) => details(each, ownDomain))),
    sensitivity: getter(() => sensitivityOf(item)),
    isAllDayEvent: getter(() => item.isAllDay),
    body: bodyOf(item),
    getItemIdAsync: getter(() => item.itemId).getAsync,
  };
}
