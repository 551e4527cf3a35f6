/** Whom the page proposes to ask for a meeting in person after a remote one. */
import { describe, expect, it } from 'vitest';
import { type InvitedPerson, personToAsk } from '../../addin/features/tagging/tag-words.ts';
import { wordChange } from './word-change.ts';

const dana: InvitedPerson = { contactId: 'dana', name: 'Dana', mail: 'dana@a.example', accountId: 'a', isKeyPartner: true };
const sam: InvitedPerson = { contactId: 'sam', name: 'Sam', mail: 'sam@a.example', accountId: 'a', isKeyPartner: false };
const kim: InvitedPerson = { contactId: 'kim', name: 'Kim', mail: 'kim@b.example', accountId: 'b', isKeyPartner: true };
const everybody = [dana, kim, sam];
const call: Parameters<typeof personToAsk>[1] = { modality: 'virtual', presentContactIds: ['sam', 'dana', 'kim'] };

function asked(streak: number, tag = call, contacts = everybody): string | undefined {
  const change = wordChange('a');
  return personToAsk({ ...change, after: { ...change.after, virtualStreak: streak } }, tag, contacts)?.contactId;
}

describe('the person to ask', () => {
  it.each([
    [0, undefined],
    [1, undefined],
    [2, 'dana'],
    [6, 'dana'],
  ])('after %i remote meetings is %s', (streak, contactId) => {
    expect(asked(streak)).toBe(contactId);
  });

  it.each([
    ['phone', 'dana'],
    ['in_person', undefined],
    ['hybrid', undefined],
    [null, undefined],
  ] as const)('of a meeting by %s is %s', (modality, contactId) => {
    expect(asked(3, { ...call, modality })).toBe(contactId);
  });

  it('was there, and is of the account', () => {
    expect(asked(3, { ...call, presentContactIds: ['sam', 'kim'] })).toBe('sam');
    expect(asked(3, { ...call, presentContactIds: ['kim'] })).toBeUndefined();
  });

  it('is nobody whose address is not known', () => {
    const byHand: InvitedPerson = { contactId: 'dana', name: 'Dana', accountId: 'a', isKeyPartner: true };
    expect(asked(3, call, [byHand])).toBeUndefined();
  });
});
