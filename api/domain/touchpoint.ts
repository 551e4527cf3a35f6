/** What counts as having met: held, tagged meetings with a contact of the account present, one per day and class. */
import type { CalendarDay } from './calendar-day.ts';
import { isNear, type Modality } from './tag-vocabulary.ts';

/** A held, tagged meeting in which at least one contact of the account was present. */
export interface HeldMeeting {
  readonly heldOn: CalendarDay;
  readonly modality: Modality;
  readonly presentContactIds: readonly string[];
}

export interface Touchpoint {
  readonly on: CalendarDay;
  readonly isNear: boolean;
  /** Everyone present in any of the merged meetings, each once. */
  readonly contactIds: readonly string[];
}

/** Merges to at most one touchpoint per day and class (near, remote); newest first, near before remote on one day. */
export function touchpointsOf(meetings: readonly HeldMeeting[]): readonly Touchpoint[] {
  const contactsByKey = new Map<string, Set<string>>();
  for (const meeting of meetings) {
    if (meeting.presentContactIds.length === 0) continue;
    const key = `${meeting.heldOn}${isNear(meeting.modality) ? nearSuffix : remoteSuffix}`;
    const contacts = contactsByKey.get(key) ?? new Set();
    for (const contactId of meeting.presentContactIds) contacts.add(contactId);
    contactsByKey.set(key, contacts);
  }
  return [...contactsByKey]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, contacts]) => ({ on: key.slice(0, -1) as CalendarDay, isNear: key.endsWith(nearSuffix), contactIds: [...contacts] }));
}

/** Sorts after the other, so that near comes first when the newest come first. */
const nearSuffix = '2';
const remoteSuffix = '1';
