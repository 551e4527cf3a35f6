/** Who was in a meeting when several sellers answer, and when an observation raises a question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContradicted, type ObservedMeeting, type PresenceClaim, unitePresence } from '../../api/domain/presence.ts';
import { type Modality, modalities } from '../../api/domain/tag-vocabulary.ts';

function claim(modality: Modality, presentContactIds: readonly string[], absentContactIds: readonly string[] = []): PresenceClaim {
  return { modality, presentContactIds, absentContactIds };
}

describe("colleagues' answers", () => {
  it.each<[string, PresenceClaim, readonly PresenceClaim[], readonly string[], readonly string[]]>([
    ['one alone stands as it is, sorted and each once', claim('in_person', ['eve', 'dana', 'eve']), [], ['dana', 'eve'], []],
    ['they unite', claim('in_person', ['dana']), [claim('in_person', ['eve']), claim('in_person', ['max'])], ['dana', 'eve', 'max'], []],
    ['in person and hybrid are one room', claim('in_person', ['dana']), [claim('hybrid', ['eve'])], ['dana', 'eve'], []],
    ['virtual and phone are one class', claim('phone', ['dana']), [claim('virtual', ['eve'])], ['dana', 'eve'], []],
    ['one of the other class is replaced', claim('in_person', ['dana']), [claim('virtual', ['eve'], ['dana'])], ['dana'], []],
    ['one of the other class is replaced, the other way', claim('virtual', ['dana']), [claim('hybrid', ['eve'], ['dana'])], ['dana'], []],
    ['a newer no disagrees with an older yes', claim('in_person', [], ['dana']), [claim('in_person', ['dana'])], ['dana'], ['dana']],
    ['a newer yes disagrees with an older no', claim('in_person', ['dana']), [claim('in_person', [], ['dana'])], ['dana'], ['dana']],
    ['two older ones disagree', claim('in_person', []), [claim('hybrid', ['dana']), claim('in_person', [], ['dana'])], ['dana'], ['dana']],
    ['silence disagrees with nobody', claim('in_person', ['dana']), [claim('in_person', ['eve'])], ['dana', 'eve'], []],
    ['all agree that somebody was not there', claim('in_person', ['eve'], ['dana']), [claim('in_person', [], ['dana'])], ['eve'], []],
    ['nobody was there', claim('in_person', []), [], [], []],
  ])('%s', (_, newest, others, contactIds, disputedContactIds) => {
    expect(unitePresence(newest, others)).toEqual({ contactIds, disputedContactIds });
  });

  it('in any order unite alike, each contact once, the disputed among them, for any', () => {
    const contacts = fc.subarray(['dana', 'eve', 'max', 'sam']);
    const claims = fc.record({ modality: fc.constantFrom(...modalities), presentContactIds: contacts, absentContactIds: contacts });
    fc.assert(
      fc.property(claims, fc.array(claims, { maxLength: 4 }), (newest, others) => {
        const united = unitePresence(newest, others);
        expect(unitePresence(newest, others.toReversed())).toEqual(united);
        expect(united.contactIds).toEqual([...new Set(united.contactIds)].sort());
        expect(united.contactIds).toEqual(expect.arrayContaining([...united.disputedContactIds]));
        expect(united.contactIds).toEqual(expect.arrayContaining([...newest.presentContactIds]));
      }),
    );
  });

  it('about ten thousand contacts unite too', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `c${String(index)}`);
    const { contactIds, disputedContactIds } = unitePresence(claim('in_person', many), [claim('hybrid', many, many.slice(0, 5_000))]);
    expect([contactIds.length, disputedContactIds.length]).toEqual([10_000, 5_000]);
  });
});

describe('a tag is contradicted', () => {
  const dana: ObservedMeeting = {
    modality: 'in_person',
    presentContactIds: ['dana'],
    joinedOnlineContactIds: ['dana'],
    answersContradiction: false,
  };

  it.each<[boolean, string, Partial<ObservedMeeting>]>([
    [true, 'the only one marked present joined online', {}],
    [true, 'everyone marked present joined online, and others too', { joinedOnlineContactIds: ['max', 'dana'] }],
    [true, 'hybrid, but nobody marked present was in the room', { modality: 'hybrid' }],
    [false, 'one of those marked present did not join online', { presentContactIds: ['dana', 'eve'] }],
    [false, 'nobody joined online', { joinedOnlineContactIds: [] }],
    [false, 'only others joined online', { joinedOnlineContactIds: ['max'] }],
    [false, 'nobody is marked present', { presentContactIds: [] }],
    [false, 'virtual is what was observed', { modality: 'virtual' }],
    [false, 'a phone call claims no room', { modality: 'phone' }],
    [false, 'the answer to the question is final', { answersContradiction: true }],
  ])('%s: %s', (expected, _, given) => {
    expect(isContradicted({ ...dana, ...given })).toBe(expected);
  });
});
