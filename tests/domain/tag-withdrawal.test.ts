/** Who may take an answer back, and whose counts then. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnsweredMeeting, decideWithdrawal, type SaidVersion } from '../../api/domain/tag-withdrawal.ts';

const sellerIds = ['mara', 'sato', 'tom'];

/** `mara`, `-sato`: who said something, or took it back, from the first version on. */
function answered(...said: readonly string[]): AnsweredMeeting {
  const versions = said.map((who, index): SaidVersion => ({
    version: index + 1,
    sellerId: who.replace('-', ''),
    isWithdrawn: who.startsWith('-'),
  }));
  return { lastTagVersion: versions.length, sellerIds, versions };
}

const byMara = (meeting: AnsweredMeeting, basedOnVersion = meeting.lastTagVersion): ReturnType<typeof decideWithdrawal> =>
  decideWithdrawal(meeting, { sellerId: 'mara', basedOnVersion });

describe('a withdrawal', () => {
  it.each<[string, readonly string[], number]>([
    ['of the only answer leaves none', ['mara'], 0],
    ['takes back every earlier answer of the same seller', ['mara', 'mara', 'mara'], 0],
    ['lets the answer of a colleague count again', ['sato', 'mara'], 1],
    ['lets the newest of several colleagues count', ['sato', 'tom', 'mara'], 2],
    ['leaves a colleague who answered later untouched', ['mara', 'sato'], 2],
    ['passes over a colleague who has taken theirs back', ['tom', 'sato', '-sato', 'mara'], 1],
    ['passes over what a colleague has replaced', ['sato', 'tom', 'sato', 'mara'], 3],
    ['may follow an earlier one, when the seller has answered anew', ['mara', '-mara', 'mara'], 0],
  ])('%s', (_, said, countingVersion) => {
    expect(byMara(answered(...said))).toEqual({ ok: true, value: { version: said.length + 1, countingVersion } });
  });

  it.each<[string, AnsweredMeeting, number, object]>([
    ['by a stranger', { ...answered('mara'), sellerIds: ['sato'] }, 0, { kind: 'not_your_meeting' }],
    ['on an older version', answered('mara', 'sato'), 1, { kind: 'tagged_meanwhile', currentVersion: 2 }],
    ['by somebody who said nothing', answered('sato'), 1, { kind: 'nothing_to_withdraw' }],
    ['a second time', answered('mara', '-mara'), 2, { kind: 'nothing_to_withdraw' }],
  ])('is refused %s', (_, meeting, basedOnVersion, failure) => {
    expect(byMara(meeting, basedOnVersion)).toEqual({ ok: false, failure });
  });

  it('never makes an own or a withdrawn version count', () => {
    const said = fc.array(fc.constantFrom('mara', 'sato', 'tom', '-mara', '-sato', '-tom'), { maxLength: 12 });
    fc.assert(
      fc.property(said, (given) => {
        const decided = byMara(answered(...given));
        const counting = decided.ok ? given[decided.value.countingVersion - 1] : undefined;
        expect(counting === undefined || ['sato', 'tom'].includes(counting)).toBe(true);
      }),
    );
  });
});
