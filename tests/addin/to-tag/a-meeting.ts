/** A meeting to tag with only what a test is about spelled out. */
import type { Meeting } from '../../../api/contract/tagging.ts';

export function aMeeting(meetingId: string, more: Partial<Meeting> = {}): Meeting {
  return {
    meetingId,
    subject: '',
    startsAt: '2026-11-20T11:30:00Z',
    endsAt: '2026-11-20T13:00:00Z',
    isAllDay: false,
    locationText: '',
    isOver: true,
    isCancelled: false,
    isHistory: false,
    accounts: [],
    contacts: [],
    suggestion: { modality: 'unknown', confidence: 0, reasons: [] },
    plannedModality: null,
    tag: null,
    lastTagVersion: 0,
    colleaguesPresent: [],
    disputedPresence: [],
    isContradicted: false,
    ...more,
  };
}
