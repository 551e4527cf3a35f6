/** Reads the item that is open in Outlook: attendees get plain properties, organisers asynchronous getters; callers see one shape. */
/// <reference types="office-js" />
import type { Attendee, Item, Sensitivity } from './host.ts';

const getterTimeoutMs = 5_000;
/** Mailbox requirement set that added `sensitivity`. */
const sensitivitySince = '1.14';

type AsyncGetter<T> = { getAsync(callback: (result: Office.AsyncResult<T>) => void): void };

/** `none` without an item. Rejects when Outlook does not answer within 5 s. */
export function readItem(mailbox: Office.Mailbox): Promise<Item> {
  const item = mailbox.item;
  if (!item) return Promise.resolve({ kind: 'none' });
  if (item.itemType !== Office.MailboxEnums.ItemType.Appointment) return Promise.resolve({ kind: 'message' });
  // An organiser's item has a getter where an attendee's has the text itself.
  if (typeof item.subject === 'string') return readByAttendee(mailbox, item as Office.AppointmentRead);
  return readByOrganizer(mailbox, item as unknown as Office.AppointmentCompose);
}

async function readByAttendee(mailbox: Office.Mailbox, item: Office.AppointmentRead): Promise<Item> {
  return {
    kind: 'appointment',
    itemId: restId(mailbox, item.itemId),
    isUnsaved: false,
    ownerMail: await ownerOf(item),
    startsAt: item.start.toISOString(),
    endsAt: item.end.toISOString(),
    isSeries: Boolean(item.seriesId),
    subject: item.subject,
    locationText: item.location,
    attendees: [...item.requiredAttendees, ...item.optionalAttendees].map(attendeeOf),
    sensitivity: isSensitivityKnown() ? sensitivityOf(item.sensitivity as unknown) : undefined,
  };
}

async function readByOrganizer(mailbox: Office.Mailbox, item: Office.AppointmentCompose): Promise<Item> {
  const [id, ownerMail, startsAt, endsAt, subject, locationText, required, optional, sensitivity] = await Promise.all([
    idOf(item),
    ownerOf(item),
    valueOf(item.start),
    valueOf(item.end),
    valueOf(item.subject),
    valueOf(item.location),
    valueOf(item.requiredAttendees),
    valueOf(item.optionalAttendees),
    isSensitivityKnown() ? valueOf(item.sensitivity as unknown as AsyncGetter<unknown>).catch(() => undefined) : undefined,
  ]);
  return {
    kind: 'appointment',
    itemId: restId(mailbox, id.value),
    isUnsaved: id.isUnsaved,
    ownerMail,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isSeries: Boolean(item.seriesId),
    subject,
    locationText,
    attendees: [...required, ...optional].map(attendeeOf),
    sensitivity: sensitivityOf(sensitivity),
  };
}

/**
 * Outlook documents one refusal, `ItemNotSaved`. Any refusal is taken for it: an appointment that is only being written must never be taken for
 * another one at the same time. Silence is none.
 */
function idOf(item: Office.AppointmentCompose): Promise<{ readonly value: string | undefined; readonly isUnsaved: boolean }> {
  return answerOf<string>((callback) => item.getItemIdAsync(callback)).then(
    (value) => ({ value, isUnsaved: false }),
    (error: unknown) => ({ value: undefined, isUnsaved: !(error instanceof OutlookSilent) }),
  );
}

/** In one's own mailbox there is no such method, or it fails. */
async function ownerOf(item: Office.AppointmentRead | Office.AppointmentCompose): Promise<string | undefined> {
  // Missing at run time where the folder is not shared, and before Mailbox 1.8; the types know neither.
  const { getSharedPropertiesAsync } = item as Partial<Pick<typeof item, 'getSharedPropertiesAsync'>>;
  if (!getSharedPropertiesAsync) return undefined;
  const properties = await answerOf<Office.SharedProperties>((callback) => item.getSharedPropertiesAsync(callback)).catch(() => undefined);
  return properties?.owner || undefined;
}

function valueOf<T>(getter: AsyncGetter<T>): Promise<T> {
  return answerOf((callback) => getter.getAsync(callback));
}

function answerOf<T>(ask: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OutlookSilent()), getterTimeoutMs);
    ask((result) => {
      clearTimeout(timer);
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(result.error.message));
    });
  });
}

class OutlookSilent extends Error {
  override readonly name = 'OutlookSilent';
}

/** Outlook on phones gives the REST id already; elsewhere it is the EWS id, which our API cannot use. */
function restId(mailbox: Office.Mailbox, itemId: string | undefined): string | undefined {
  if (!itemId) return undefined;
  const platform = Office.context.platform;
  if (platform === Office.PlatformType.iOS || platform === Office.PlatformType.Android) return itemId;
  return mailbox.convertToRestId(itemId, Office.MailboxEnums.RestVersion.v2_0);
}

function isSensitivityKnown(): boolean {
  return Office.context.requirements.isSetSupported('Mailbox', sensitivitySince);
}

/** Outlook writes `private` or `Private`, depending on the platform. */
function sensitivityOf(value: unknown): Sensitivity | undefined {
  const text = typeof value === 'string' ? value.toLowerCase() : undefined;
  return text === 'normal' || text === 'personal' || text === 'private' || text === 'confidential' ? text : undefined;
}

function attendeeOf({ displayName, emailAddress }: { readonly displayName: string; readonly emailAddress: string }): Attendee {
  return { name: displayName, mail: emailAddress };
}
