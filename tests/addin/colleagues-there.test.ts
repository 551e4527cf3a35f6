/** Who of ours was there, and when one tap adds the person who looks. */
import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft } from '../../api/contract/tag-form.ts';
import { colleaguesThere } from '../../addin/features/tagging/colleagues-there.ts';
import type { StoredTag } from '../../addin/features/tagging/tagging-session.ts';

const mara = { id: 'mara', name: 'Mara Sato' };
const tom = { id: 'tom', name: 'Tom Becker' };
const aino = { id: 'aino', name: 'Aino Kettunen' };

function answeredBy(taggedBy: StoredTag['taggedBy'], changes: Partial<StoredTag> = {}) {
  const storedTag: StoredTag = {
    version: 1,
    outcome: 'held',
    modality: 'in_person',
    place: null,
    presentContactIds: [],
    engagement: {},
    spend: null,
    taggedBy,
    onBehalfOf: null,
    taggedAt: '2026-11-20T14:00:00Z',
    ...changes,
  };
  return { draft: draftOf(storedTag), storedTag, phase: 'saved' as const };
}

describe('of ours', () => {
  it.each([
    ['a colleague was there, and the seller may join', [tom], answeredBy(tom), 'mara', { names: ['Tom Becker'], mayJoin: true }],
    ['both were, as the meeting said', [mara, tom], answeredBy(tom), 'mara', { names: ['Mara Sato', 'Tom Becker'], mayJoin: false }],
    ['the seller has joined by this visit’s tap', [tom], answeredBy(mara), 'mara', { names: ['Tom Becker', 'Mara Sato'], mayJoin: false }],
    ['only the seller was: nothing new', [mara], answeredBy(mara), 'mara', { names: [], mayJoin: false }],
    [
      'the owner was, not who answered for them',
      [],
      answeredBy(aino, { onBehalfOf: mara }),
      'tom',
      { names: ['Mara Sato'], mayJoin: true },
    ],
    [
      'nobody is offered to join before it is known who looks',
      [tom],
      answeredBy(tom),
      undefined,
      { names: ['Tom Becker'], mayJoin: false },
    ],
    [
      'nobody was where it was not held',
      [],
      answeredBy(tom, { outcome: 'no_show', modality: null }),
      'mara',
      { names: [], mayJoin: false },
    ],
    [
      'nobody is told while nothing is answered',
      [],
      { draft: emptyDraft, storedTag: undefined, phase: 'idle' as const },
      'mara',
      { names: [], mayJoin: false },
    ],
  ])('%s', (_rule, present, state, sellerId, expected) => {
    expect(colleaguesThere(present, state, sellerId)).toEqual(expected);
  });
});
