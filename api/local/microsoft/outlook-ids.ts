// Makes and converts the ids of Exchange: EWS, REST and immutable ids of an item, and the iCalendar UID of an Outlook meeting.
// The bytes inside are invented; length, alphabet, prefixes and the places of the dates are as in real mailboxes.
import { hash } from 'node:crypto';

const restPrefix = Buffer.from('AAMkAGI0', 'base64');
const immutablePrefix = Buffer.from('AAkALgAAAAAAHYQDEapmEc2byACqAC+EWg0A', 'base64');
/** Every GlobalObjectId of Outlook begins with these bytes (MS-OXOCAL 2.2.1.27). */
const globalObjectIdPrefix = '040000008200E00074C5B7101A82E008';

interface ItemIds {
  readonly restId: string;
  readonly immutableId: string;
}

const digest = (text: string): Buffer => hash('sha512', text, 'buffer');

/** Mailboxes are few and items many: each mailbox's part of the ids is made once. */
const mailboxParts = new Map<string, Buffer>();

function mailboxPart(userId: string): Buffer {
  const known = mailboxParts.get(userId);
  if (known !== undefined) return known;
  const part = digest(userId).subarray(0, 24);
  mailboxParts.set(userId, part);
  return part;
}

/** Outlook's `convertToRestId`: `/` becomes `-`, `+` becomes `_`; the rest, padding included, stays. */
export function toRestId(ewsId: string): string {
  return ewsId.replaceAll('/', '-').replaceAll('+', '_');
}

/** The EWS id of a REST id, as Office.js shows it. */
export function toEwsId(restId: string): string {
  return restId.replaceAll('-', '/').replaceAll('_', '+');
}

/** The two ids of one item in one mailbox; the same input always gives the same ids. */
export function itemIdsOf(options: { readonly userId: string; readonly meetingKey: string }): ItemIds {
  const bytes = digest(`${options.userId}|${options.meetingKey}`);
  const mailbox = mailboxPart(options.userId);
  return {
    restId: toRestId(Buffer.concat([restPrefix, mailbox, bytes.subarray(0, 48)]).toString('base64')),
    immutableId: toRestId(Buffer.concat([immutablePrefix, mailbox.subarray(0, 15), bytes.subarray(40, 64)]).toString('base64')),
  };
}

/**
 * The iCalendar UID of an Outlook meeting: a hexadecimal GlobalObjectId, the same in every attendee's copy.
 * `occurrenceOn` (YYYY-MM-DD, the occurrence's original day) stands in bytes 17 to 20; it is zero in a master or a single meeting.
 */
export function globalObjectId(options: { readonly seed: string; readonly occurrenceOn?: string }): string {
  const date = dateBytes(options.occurrenceOn ?? '0-0-0');
  const bytes = digest(options.seed);
  const created = bytes.subarray(0, 6).toString('hex');
  const unique = bytes.subarray(16, 32).toString('hex');
  return `${globalObjectIdPrefix}${date}${created}DC01${'00'.repeat(8)}10000000${unique}`.toUpperCase();
}

/**
 * The iCalendar UID of one occurrence from its series': Outlook writes the original day into it, other systems give all occurrences
 * the same. `on` is YYYY-MM-DD.
 */
export function occurrenceUidOf(options: { readonly seriesUid: string; readonly on: string }): string {
  const { seriesUid, on } = options;
  if (!seriesUid.toUpperCase().startsWith(globalObjectIdPrefix)) return seriesUid;
  const start = globalObjectIdPrefix.length;
  return `${seriesUid.slice(0, start)}${dateBytes(on)}${seriesUid.slice(start + 8)}`;
}

/** Year, month and day as eight hexadecimal digits. */
function dateBytes(on: string): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return Buffer.from([year >> 8, year & 0xff, month, day])
    .toString('hex')
    .toUpperCase();
}

/** The change key of one state of an item; Graph shows it as `changeKey` and within the etag. */
export function changeKeyOf(options: { readonly immutableId: string; readonly revision: number }): string {
  return digest(`${options.immutableId}#${options.revision}`).subarray(0, 22).toString('base64');
}
