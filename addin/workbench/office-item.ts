/**
 * The two shapes of an appointment in Office.js: plain properties for an attendee (Appointment Read), asynchronous getters for the organizer
 * (Appointment Compose). Writing to an item is not offered.
 */
import type { Attendee, OutlookItem } from './endpoints.ts';
import type { MailboxSnapshot } from './office-messages.ts';
import type { ItemShape } from './place.ts';

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

/** Calls back later with a refusal. */
function fail(name: string, message: string, callback: Callback<never>): void {
  const result = { status: 'failed', error: { name, code: 9999, message } } as unknown as Office.AsyncResult<never>;
  setTimeout(() => {
    callback(result);
  }, 0);
}

/** The item in the shape in which Outlook gives it to the pane. Of a calendar that is shared for reading, a delegate is never the organizer. */
export function officeItem({ item, shape, ownerMail }: Pick<MailboxSnapshot, 'item' | 'shape' | 'ownerMail'>, ownDomain: string): object {
  if (shape === 'message') return { itemType: 'message', itemId: item.itemId, subject: item.subject };
  if (shape === 'unsaved') return { ...organizerItem(item, ownDomain), getItemIdAsync: notSaved };
  const shown = { ...item, itemId: shownId(item, shape) };
  if (ownerMail !== undefined) return { ...readItem(shown, ownDomain), ...sharedBy(ownerMail) };
  return item.isOrganizer ? organizerItem(shown, ownDomain) : readItem(shown, ownDomain);
}

function notSaved(callback: Callback<never>): void {
  fail('ItemNotSaved', 'The ID cannot be retrieved until the item is saved.', callback);
}

/** Classic Outlook gives the series' id for one of its dates, or none. */
function shownId(item: OutlookItem, shape: ItemShape): string {
  if (shape === 'no-id') return '';
  return shape === 'series-id' ? (item.seriesId ?? item.itemId) : item.itemId;
}

/** Exists in shared folders alone. */
function sharedBy(owner: string): {
  readonly getSharedPropertiesAsync: (first: Options | Callback<object>, second?: Callback<object>) => void;
} {
  return {
    getSharedPropertiesAsync: (first, second) => {
      succeed({ owner, delegatePermissions: 1, targetMailbox: owner, targetRestUrl: 'https://outlook.office.com/api' }, first, second);
    },
  };
}

/** The item as an attendee sees it. `seriesId` is null for a single meeting, as in Outlook. */
function readItem(item: OutlookItem, ownDomain: string) {
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
function organizerItem(item: OutlookItem, ownDomain: string) {
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
