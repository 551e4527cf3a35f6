/** Which meeting is the same as one that vanished: deleted and sent anew, or a series whose time was changed. Two that fit alike are never guessed. */
import { masterUid } from './meeting-key.ts';

export interface MeetingTrace {
  readonly meetingId: string;
  readonly iCalUId: string;
  readonly subject: string;
  readonly startsAt: Date;
  readonly contactIds: ReadonlySet<string>;
  /** When it vanished from the last calendar, or came into the first one. */
  readonly happenedAt: Date;
  /** When the answer that counts was given, which is after the meeting's end; undefined without one. */
  readonly answeredAt: Date | undefined;
}

export interface RecreatedMeeting {
  readonly vanishedId: string;
  readonly appearedId: string;
}

const hourMs = 3_600_000;

export const recreationPolicy = {
  /** Of one series, an occurrence may have moved this far: less than half a week, so that weekly ones are told apart. */
  maxMoveOfSeriesMs: 80 * hourMs,
  /** Sent anew under another identity, with the same subject. */
  maxMoveMs: 24 * hourMs,
  /** Deleting and sending anew are one change of a person's mind; what comes later is another meeting. */
  maxApartMs: 24 * hourMs,
} as const;

/** Pairs of which each is the other's only nearest; each meeting at most once, in the order of the vanished ones. */
export function matchRecreated(vanished: readonly MeetingTrace[], appeared: readonly MeetingTrace[]): readonly RecreatedMeeting[] {
  return vanished.flatMap((old) => {
    const nearest = onlyNearest(old, appeared);
    if (!nearest || onlyNearest(nearest, vanished) !== old) return [];
    return [{ vanishedId: old.meetingId, appearedId: nearest.meetingId }];
  });
}

function onlyNearest(meeting: MeetingTrace, others: readonly MeetingTrace[]): MeetingTrace | undefined {
  const near = others.filter((other) => maybeSame(meeting, other)).map((other) => ({ other, apartMs: apartOf(meeting, other) }));
  const leastMs = Math.min(...near.map(({ apartMs }) => apartMs));
  const [nearest, rival] = near.filter(({ apartMs }) => apartMs === leastMs);
  return rival ? undefined : nearest?.other;
}

function maybeSame(one: MeetingTrace, other: MeetingTrace): boolean {
  if (Math.abs(one.happenedAt.getTime() - other.happenedAt.getTime()) > recreationPolicy.maxApartMs) return false;
  if (beginsAfterAnswer(one, other) || beginsAfterAnswer(other, one)) return false;
  if (![...one.contactIds].some((contactId) => other.contactIds.has(contactId))) return false;
  if (masterUid(one.iCalUId) === masterUid(other.iCalUId)) return apartOf(one, other) <= recreationPolicy.maxMoveOfSeriesMs;
  return sameWords(one.subject) === sameWords(other.subject) && apartOf(one, other) <= recreationPolicy.maxMoveMs;
}

/** What had not begun when the answer was given is not what was answered. */
function beginsAfterAnswer({ answeredAt }: MeetingTrace, { startsAt }: MeetingTrace): boolean {
  return answeredAt !== undefined && startsAt > answeredAt;
}

function apartOf(one: MeetingTrace, other: MeetingTrace): number {
  return Math.abs(one.startsAt.getTime() - other.startsAt.getTime());
}

function sameWords(subject: string): string {
  return subject.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
