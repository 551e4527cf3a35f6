/** When a split says enough to be asked for, and where parts of an account may go. */
import { describe, expect, it } from 'vitest';
import type { ListedAccount } from '../../api/contract/accounts.ts';
import { emptySplit, maySplitInto, type SplitDraft, splitRequest, toggled } from '../../addin/features/settings/accounts/split-draft.ts';

function listed(accountId: string, mergedIntoId?: string): ListedAccount {
  const mergedInto = mergedIntoId === undefined ? null : { accountId: mergedIntoId, name: mergedIntoId };
  return { accountId, externalId: accountId, name: accountId, domains: [], ownerName: null, mergedInto };
}

const contral = listed('contral');
const domain = new Set(['contral.example']);
const toNew: Partial<SplitDraft> = { target: 'new', newName: ' Contral Labs ', newExternalId: ' 77 ' };

describe('a split', () => {
  it.each<[string, Partial<SplitDraft>]>([
    ['nothing chosen', {}],
    ['nothing that moves', toNew],
    ['no id', { ...toNew, domains: domain, newExternalId: ' ' }],
    ['no name', { ...toNew, domains: domain, newName: '' }],
    ['no other account', { target: 'other', domains: domain }],
    ['nothing that moves to an account that stands alone', { target: 'other', other: listed('fabrikon') }],
  ])('lacks something: %s', (_rule, draft) => {
    expect(splitRequest({ ...emptySplit, ...draft })).toBeUndefined();
  });

  it('into a new account has its name and id without spaces around them', () => {
    expect(splitRequest({ ...emptySplit, ...toNew, domains: domain, contactIds: new Set(['dana']) })).toEqual({
      into: { externalId: '77', name: 'Contral Labs' },
      domains: ['contral.example'],
      contactIds: ['dana'],
    });
  });

  it('into another account has only its id, whatever was typed for a new one', () => {
    expect(splitRequest({ ...emptySplit, ...toNew, target: 'other', other: listed('fabrikon'), domains: domain })).toEqual({
      into: { accountId: 'fabrikon' },
      domains: ['contral.example'],
      contactIds: [],
    });
  });

  it('needs nothing that moves when an account that was merged stands alone again', () => {
    expect(splitRequest({ ...emptySplit, target: 'other', other: listed('labs', 'contral') })).toMatchObject({
      into: { accountId: 'labs' },
    });
  });
});

it.each([
  ['itself', contral, false],
  ['an account that stands alone', listed('fabrikon'), true],
  ['one that was merged into it', listed('labs', 'contral'), true],
  ['one that was merged into another', listed('labs', 'fabrikon'), false],
])('parts may go to %s: %s', (_rule, other, may) => {
  expect(maySplitInto(contral, other)).toBe(may);
});

it('a choice is added and taken back, and the set before stays as it was', () => {
  const none = new Set<string>();
  const one = toggled(none, 'a');
  expect([...one]).toEqual(['a']);
  expect([...toggled(one, 'a')]).toEqual([]);
  expect(none.size).toBe(0);
});
