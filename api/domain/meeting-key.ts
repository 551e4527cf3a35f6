/** One key per meeting, the same from every mailbox and every way in, so that colleagues share one meeting. */

export interface CalendarIdentity {
  readonly iCalUId: string;
  /** The start that the series gave this occurrence, before anybody moved it; absent for a single meeting. */
  readonly originalStartsAt?: Date | undefined;
}

/** First 16 bytes of every Outlook GlobalObjectId ([MS-OXOCAL] 2.2.1.27), as hex. */
const globalObjectIdPrefix = '040000008200E00074C5B7101A82E008';
const instanceDateStart = globalObjectIdPrefix.length;
const instanceDateLength = 8;
/** 'vCal-Uid' and a 4-byte 1: how Outlook wraps the UID of an invitation from elsewhere ([MS-OXCICAL] 2.1.3.1.1.20.26). */
const foreignUidMark = '7643616C2D55696401000000';
const singleMeeting = 'single';

/**
 * Series occurrence: master UID + original start in UTC. Single meeting: UID + a fixed sentinel, since it may move.
 * Example: `040000008200E00074C5B7101A82E00800000000…|2026-05-04T10:30:00.000Z`.
 */
export function meetingKey(identity: CalendarIdentity): string {
  const occurrence = identity.originalStartsAt?.toISOString() ?? singleMeeting;
  return `${masterUid(identity.iCalUId)}|${occurrence}`;
}

/** The UID of the series: Outlook writes the day of the occurrence into bytes 16 to 19, the master has zeros there. */
export function masterUid(iCalUId: string): string {
  const uid = iCalUId.trim();
  const hex = uid.toUpperCase();
  if (!hex.startsWith(globalObjectIdPrefix) || !/^[0-9A-F]+$/.test(hex)) return uid;
  const foreign = foreignUid(hex);
  // What was wrapped may be wrapped again; each round is less than half as long.
  if (foreign !== undefined) return masterUid(foreign);
  return hex.slice(0, instanceDateStart) + '0'.repeat(instanceDateLength) + hex.slice(instanceDateStart + instanceDateLength);
}

function foreignUid(hex: string): string | undefined {
  const markAt = hex.indexOf(foreignUidMark);
  if (markAt < 0) return undefined;
  const bytes: readonly string[] = hex.slice(markAt + foreignUidMark.length).match(/../g) ?? [];
  const end = bytes.indexOf('00');
  const text = bytes
    .slice(0, end < 0 ? undefined : end)
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join('')
    .trim();
  return text === '' ? undefined : text;
}
