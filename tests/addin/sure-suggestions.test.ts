/** Confirming all sure suggestions: portions that one request may carry, what is counted, and what came of each. */
import { describe, expect, it } from 'vitest';
import { claimOf, countSure, nothingConfirmed, type Sure, withPortion } from '../../addin/features/welcome/sure-suggestions.ts';
import { knownCode, portionsOf } from '../../addin/client/tag-portions.ts';
import { gainedOnCadence, joinChanges } from '../../addin/features/welcome/word-changes.ts';
import { tagMeetings } from '../../api/contract/tagging.ts';
import { wordChange } from './word-change.ts';

const uuidOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const sureOnes = (count: number): Sure[] =>
  Array.from({ length: count }, (_sure, index) => ({ meetingId: uuidOf(index), modality: 'virtual' }));

describe('the portions', () => {
  it.each([
    [0, []],
    [1, [1]],
    [200, [200]],
    [201, [200, 1]],
    [783, [200, 200, 200, 183]],
  ])('of %i are %j long', (count, lengths) => {
    expect(portionsOf(sureOnes(count)).map(({ length }) => length)).toEqual(lengths);
  });

  it('hold every suggestion once, and the server takes each of them', () => {
    const portions = portionsOf(sureOnes(450));
    expect(portions.flat()).toEqual(sureOnes(450));
    for (const portion of portions) {
      const tags = portion.map((sure) => claimOf(sure, 'Europe/Berlin'));
      expect(tagMeetings.request.safeParse({ tags }).success).toBe(true);
    }
  });
});

it('are counted by modality, in one order, without those that do not occur', () => {
  const sure = (['phone', 'in_person', 'phone'] as const).map((modality) => ({ meetingId: modality, modality }));
  expect(countSure(sure)).toEqual([
    { modality: 'in_person', count: 1 },
    { modality: 'phone', count: 2 },
  ]);
});

describe('what came of them', () => {
  const tag = {
    version: 1,
    outcome: 'held' as const,
    modality: 'virtual' as const,
    place: null,
    presentContactIds: [],
    engagement: {},
    spend: null,
    taggedBy: { id: 'ana', name: 'Ana' },
    onBehalfOf: null,
    taggedAt: '2026-11-23T08:00:00Z',
  };

  it('names the confirmed ones, and counts the refused ones by reason over all portions', () => {
    const [first, second, third] = sureOnes(3) as [Sure, Sure, Sure];
    const refused = (sure: Sure) => ({ meetingId: sure.meetingId, kind: 'refused' as const, code: 'tagged_meanwhile' });
    const one = withPortion(nothingConfirmed, [first, second], {
      todayOn: '2026-11-23',
      outcomes: [{ meetingId: first.meetingId, kind: 'tagged', tag }, refused(second)],
      changes: [],
    });
    const both = withPortion(one, [third], { todayOn: '2026-11-23', outcomes: [refused(third)], changes: [] });
    expect(both.tagged).toEqual([first]);
    expect([...both.refused]).toEqual([['tagged_meanwhile', 2]]);
    expect(one.refused.get('tagged_meanwhile')).toBe(1);
  });

  it('has a sentence for a reason that this page does not know', () => {
    expect(knownCode('tagged_meanwhile')).toBe('tagged_meanwhile');
    expect(knownCode('from_a_newer_server')).toBe('internal_error');
    expect(knownCode('toString')).toBe('internal_error');
  });
});

describe('the changes of a visit', () => {
  it('keep how an account stood before the first answer and after the last', () => {
    const joined = joinChanges(
      [wordChange('a', { from: 'completely_virtual', to: 'overdue' })],
      [wordChange('a', { from: 'overdue', to: 'on_track' }), wordChange('b')],
    );
    expect(joined.map(({ accountId, before, after }) => [accountId, before.word, after.word])).toEqual([
      ['a', 'completely_virtual', 'on_track'],
      ['b', 'overdue', 'overdue'],
    ]);
  });

  it.each([
    [[{ from: 'overdue', to: 'on_track' }], 1],
    [[{ from: 'new', to: 'due_soon' }], 1],
    [[{ from: 'due_soon', to: 'on_track' }], 0],
    [[{ from: 'not_enough_data', to: 'overdue' }], 0],
    [
      [
        { from: 'overdue', to: 'on_track' },
        { from: 'on_track', to: 'overdue' },
      ],
      0,
    ],
  ] as const)('%j bring %i accounts on cadence', (words, expected) => {
    expect(gainedOnCadence(words.map((parts, index) => wordChange(String(index), parts)))).toBe(expected);
  });
});
