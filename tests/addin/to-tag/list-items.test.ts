/** The flat list: days before their meetings, and the row that stays drawn wherever it is. */
import { describe, expect, it } from 'vitest';
import { listItems, meetingsIn, withKept } from '../../../addin/features/tagging/to-tag/list-items.ts';
import { currentId } from '../../../addin/features/tagging/to-tag/use-current-row.ts';
import { aMeeting } from './a-meeting.ts';

const days = [
  { on: '2026-11-23', meetings: [aMeeting('a'), aMeeting('b')] },
  { on: '2026-11-20', meetings: [aMeeting('c')] },
];

it('each day stands before its meetings', () => {
  const items = listItems(days);
  expect(items.map(({ key }) => key)).toEqual(['day-2026-11-23', 'a', 'b', 'day-2026-11-20', 'c']);
  expect(meetingsIn(items).map(({ meetingId }) => meetingId)).toEqual(['a', 'b', 'c']);
});

describe('the row that the Tab key reaches', () => {
  it.each([
    ['above the window', [5, 6], 2, [2, 5, 6]],
    ['below it', [5, 6], 9, [5, 6, 9]],
    ['inside of it', [5, 6], 6, [5, 6]],
    ['nowhere', [5, 6], -1, [5, 6]],
  ])('is drawn when it stands %s', (_where, drawn, kept, all) => {
    expect(withKept(drawn, kept)).toEqual(all);
  });

  const meetings = [aMeeting('a'), aMeeting('b'), aMeeting('c')];

  it.each([
    ['the first one at first', undefined, 'a'],
    ['the one that had the focus last', { id: 'b', index: 1 }, 'b'],
    ['what stands in its place once it has gone', { id: 'gone', index: 1 }, 'b'],
    ['the last one when it stood at the end', { id: 'gone', index: 3 }, 'c'],
  ])('is %s', (_rule, remembered, id) => {
    expect(currentId(meetings, remembered)).toBe(id);
  });

  it('is none in an empty list', () => {
    expect(currentId([], { id: 'gone', index: 3 })).toBeUndefined();
  });
});
