/** The pages of the meetings to tag as one list: all of them can be reached, and none is asked for twice. */
import { describe, expect, it } from 'vitest';
import { freshPageAfter, pendingList, pendingPageAfter, type ReadPage, withKnownMeetings } from '../../addin/client/pending-pages.ts';
import { aMeeting } from './to-tag/a-meeting.ts';

function page(ids: readonly string[], total: number, readAtMs = 0): ReadPage {
  return { todayOn: '2026-11-23', total, meetings: ids.map((id) => aMeeting(id)), isCalendarRead: true, readAtMs };
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
  it('holds the meetings of every page in order, and the word of the page that was read last on how many there are', () => {
    const list = pendingList([page(['a', 'b'], 4, 2_000), page(['c'], 5, 1_000)]);
    expect(list.meetings.map(({ meetingId }) => meetingId)).toEqual(['a', 'b', 'c']);
    expect(list).toMatchObject({ total: 4, nextCount: 1 });
  });

  it('offers no more at once than one page holds', () => {
    expect(pendingList([page(['a'], 1_000)]).nextCount).toBe(200);
  });
});

describe('when the list is read anew, a further page', () => {
  const known = {
    pages: [page(['a', 'b'], 7), page(['c', 'd', 'e'], 7, 1_000), page(['f', 'g'], 7, 1_000)],
    pageParams: [{}, { after: 'b', limit: 200 }, { after: 'e', limit: 200 }],
  };
  const idsAfter = (after: string | undefined, nowMs = 5_000): readonly string[] | undefined =>
    freshPageAfter(known, after === undefined ? {} : { after }, nowMs)?.meetings.map(({ meetingId }) => meetingId);

  it('stays as it is when it begins where it began', () => {
    expect(idsAfter('b')).toEqual(['c', 'd', 'e']);
    expect(idsAfter('e')).toEqual(['f', 'g']);
  });

  it('begins later when answered meetings have left the pages before', () => {
    expect(idsAfter('c')).toEqual(['d', 'e']);
    expect(idsAfter('f')).toEqual(['g']);
  });

  it.each([
    ['something new stands above, and its beginning has moved down', 'a', 5_000],
    ['it begins after a meeting that nobody knows', 'x', 5_000],
    ['nothing is left of it', 'g', 5_000],
    ['it is older than half a minute', 'b', 31_001],
  ])('is asked for when %s', (_rule, after, nowMs) => {
    expect(idsAfter(after, nowMs)).toBeUndefined();
  });

  it('is never taken for the first one', () => {
    expect(idsAfter(undefined)).toBeUndefined();
  });
});

it('a meeting of which nothing has changed is the same object as before', () => {
  const known = { pages: [page(['a', 'b'], 2)], pageParams: [{}] };
  const [first] = known.pages;
  const changed = { ...aMeeting('b'), subject: 'Changed' };
  const read = withKnownMeetings({ ...page([], 2), meetings: [aMeeting('a'), changed] }, known);
  expect(read.meetings[0]).toBe(first?.meetings[0]);
  expect(read.meetings[1]).toEqual(changed);
});
