/** The pages of the meetings to tag as one list: all of them can be reached, and none is asked for twice. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../api/contract/tagging.ts';
import { pendingList, pendingPageAfter } from '../../addin/client/pending-pages.ts';

function meeting(meetingId: string): Meeting {
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
    tag: null,
  };
}

function page(ids: readonly string[], total: number) {
  return { todayOn: '2026-11-23', total, meetings: ids.map(meeting), isCalendarRead: true };
}

describe('the next page', () => {
  it('begins after the last meeting that is here', () => {
    expect(pendingPageAfter([page(['a', 'b'], 5), page(['c', 'd'], 5)])).toMatchObject({ after: 'd' });
  });

  it.each([
    ['when all meetings are here', [page(['a'], 2), page(['b'], 2)]],
    ['when there is nothing to tag', [page([], 0)]],
    ['when the server counts more than it gives', [page(['a'], 3), page([], 3)]],
  ])('is not asked for %s', (_rule, pages) => {
    expect(pendingPageAfter(pages)).toBeUndefined();
    expect(pendingList(pages).nextCount).toBe(0);
  });
});

describe('the list', () => {
  it('holds the meetings of every page in order, and the newest word on how many there are', () => {
    const list = pendingList([page(['a', 'b'], 5), page(['c'], 4)]);
    expect(list.meetings.map(({ meetingId }) => meetingId)).toEqual(['a', 'b', 'c']);
    expect(list).toMatchObject({ total: 4, nextCount: 1 });
  });

  it('offers no more at once than one page holds', () => {
    expect(pendingList([page(['a'], 1_000)]).nextCount).toBe(100);
  });
});
