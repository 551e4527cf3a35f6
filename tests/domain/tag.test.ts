/** What a seller may claim: each refusal at its edge, their order, and whom one tap credits. */
import { describe, expect, it } from 'vitest';
import {
  creditedContactIds,
  decideTag,
  invitationResponses,
  type TagClaim,
  type TaggableMeeting,
  type TagRefusal,
} from '../../api/domain/tag.ts';

const endsAt = new Date('2026-11-23T11:00:00Z');
const meeting: TaggableMeeting = {
  endsAt,
  isCancelled: false,
  lastTagVersion: 2,
  sellerIds: ['mara', 'sato'],
  contacts: [
    { contactId: 'dana', response: 'accepted' },
    { contactId: 'eve', response: 'organizer' },
    { contactId: 'sam', response: 'none' },
  ],
};
const claim: TagClaim = { outcome: 'held', modality: 'in_person', basedOnVersion: 2 };

interface Attempt {
  readonly meeting?: Partial<TaggableMeeting>;
  readonly claim?: Partial<TagClaim>;
  readonly sellerId?: string;
  readonly nowAt?: Date;
}

function attempt({ meeting: otherMeeting, claim: otherClaim, sellerId = 'mara', nowAt = endsAt }: Attempt): ReturnType<typeof decideTag> {
  return decideTag({ ...meeting, ...otherMeeting }, { ...claim, ...otherClaim }, sellerId, nowAt);
}

const justBefore = new Date(endsAt.getTime() - 1);
const notHeld = { outcome: 'no_show', modality: undefined } as const;

describe('a tag', () => {
  it('is the next version, of the seller, at the moment of the answer', () => {
    expect(attempt({ claim: { place: 'meal' }, sellerId: 'sato' })).toEqual({
      ok: true,
      value: {
        version: 3,
        outcome: 'held',
        modality: 'in_person',
        place: 'meal',
        presentContactIds: ['dana', 'eve'],
        absentContactIds: [],
        engagement: {},
        answersContradiction: false,
        taggedBy: 'sato',
        taggedAt: endsAt,
      },
    });
  });

  it('credits with one tap the contacts who accepted or sent the invitation', () => {
    const everyone = invitationResponses.map((response) => ({ contactId: response, response }));
    expect(creditedContactIds(everyone)).toEqual(['organizer', 'accepted']);
  });

  it.each<[string, Attempt, object]>([
    ['names whom the seller names', { claim: { presentContactIds: ['sam'] } }, { presentContactIds: ['sam'] }],
    ['may say that nobody came', { claim: { presentContactIds: [] } }, { presentContactIds: [] }],
    [
      'says of those it would have credited who was not there',
      { claim: { presentContactIds: ['eve', 'sam'] } },
      { absentContactIds: ['dana'] },
    ],
    ['says nothing of who never accepted', { claim: { presentContactIds: ['dana', 'eve'] } }, { absentContactIds: [] }],
    ['of a meeting not held says of nobody that they were not there', { claim: notHeld }, { absentContactIds: [] }],
    ['may be the final answer about a contradiction', { claim: { answersContradiction: true } }, { answersContradiction: true }],
    ['of a meeting not held names nobody', { claim: notHeld }, { outcome: 'no_show', modality: undefined, presentContactIds: [] }],
    [
      'of a remote meeting may note engagement',
      { claim: { modality: 'phone', engagement: { dana: 'engaged' } } },
      { engagement: { dana: 'engaged' } },
    ],
    [
      'of a near meeting may say what was spent',
      { claim: { spend: { minor: 100, currency: 'EUR' } } },
      { spend: { minor: 100, currency: 'EUR' } },
    ],
    [
      'of one to which nobody came may say what was spent',
      { claim: { ...notHeld, spend: { minor: 100, currency: 'EUR' } } },
      { spend: { minor: 100, currency: 'EUR' } },
    ],
    [
      'may be given by somebody else for a seller of the meeting',
      { claim: { onBehalfOf: 'mara' }, sellerId: 'assistant' },
      { taggedBy: 'assistant', onBehalfOf: 'mara' },
    ],
    [
      'of somebody else for a seller is never the final answer about a contradiction',
      { claim: { onBehalfOf: 'mara', answersContradiction: true }, sellerId: 'assistant' },
      { answersContradiction: false },
    ],
    ['of one’s own is on nobody’s behalf', { claim: { onBehalfOf: 'mara' } }, { taggedBy: 'mara', onBehalfOf: undefined }],
    ['of a hybrid meeting may say where', { claim: { modality: 'hybrid', place: 'client_office' } }, { place: 'client_office' }],
    ['may be the first', { meeting: { lastTagVersion: 0 }, claim: { basedOnVersion: 0 } }, { version: 1 }],
  ])('%s', (_, given, expected) => {
    expect(attempt(given)).toMatchObject({ ok: true, value: expected });
  });
});

describe('a claim is refused', () => {
  const notOver: TagRefusal = { kind: 'meeting_not_over', endsAt: '2026-11-23T11:00:00.000Z' };
  const contradicts = (member: 'modality' | 'place' | 'engagement' | 'presentContactIds' | 'spend'): TagRefusal => ({
    kind: 'claim_contradicts_itself',
    member,
  });

  it.each<[string, Attempt, TagRefusal]>([
    ['of a stranger', { sellerId: 'kim' }, { kind: 'not_your_meeting' }],
    ['of a cancelled meeting', { meeting: { isCancelled: true } }, { kind: 'meeting_cancelled' }],
    ['a millisecond before the end', { nowAt: justBefore }, notOver],
    ['on behalf of somebody whose meeting it is not', { claim: { onBehalfOf: 'kim' } }, { kind: 'not_your_meeting' }],
    ['on an older version', { claim: { basedOnVersion: 1 } }, { kind: 'tagged_meanwhile', currentVersion: 2 }],
    ['on a version that never was', { claim: { basedOnVersion: 3 } }, { kind: 'tagged_meanwhile', currentVersion: 2 }],
    ['held without a modality', { claim: { modality: undefined } }, contradicts('modality')],
    ['not held with a modality', { claim: { outcome: 'cancelled' } }, contradicts('modality')],
    ['not held with somebody present', { claim: { ...notHeld, presentContactIds: ['dana'] } }, contradicts('presentContactIds')],
    ['remote with a place', { claim: { modality: 'virtual', place: 'meal' } }, contradicts('place')],
    ['remote with an amount spent', { claim: { modality: 'phone', spend: { minor: 100, currency: 'EUR' } } }, contradicts('spend')],
    [
      'called off with an amount spent',
      { claim: { outcome: 'cancelled', modality: undefined, spend: { minor: 100, currency: 'EUR' } } },
      contradicts('spend'),
    ],
    ['not held with a place', { claim: { ...notHeld, place: 'meal' } }, contradicts('place')],
    ['near with engagement', { claim: { modality: 'hybrid', engagement: { dana: 'engaged' } } }, contradicts('engagement')],
    ['not held with engagement', { claim: { ...notHeld, engagement: { dana: 'engaged' } } }, contradicts('engagement')],
    [
      'with strangers present',
      { claim: { presentContactIds: ['dana', 'kim', 'lee'] } },
      { kind: 'not_invited', contactIds: ['kim', 'lee'] },
    ],
    [
      'with the engagement of a stranger',
      { claim: { modality: 'virtual', engagement: { kim: 'engaged' } } },
      { kind: 'not_invited', contactIds: ['kim'] },
    ],
  ])('%s', (_, given, failure) => {
    expect(attempt(given)).toEqual({ ok: false, failure });
  });

  it('for the first of these reasons, so that nothing of a meeting is told to a stranger', () => {
    const refusals: string[] = [];
    let given: Required<Attempt> = {
      meeting: { isCancelled: true },
      claim: { basedOnVersion: 1, modality: 'virtual', place: 'meal', presentContactIds: ['kim'] },
      sellerId: 'kim',
      nowAt: justBefore,
    };
    const repairs: readonly Attempt[] = [
      { sellerId: 'mara' },
      { meeting: {} },
      { nowAt: endsAt },
      { claim: { ...given.claim, basedOnVersion: 2 } },
      { claim: { presentContactIds: ['kim'] } },
      { claim: {} },
    ];
    for (const repair of repairs) {
      const answer = attempt(given);
      refusals.push(answer.ok ? 'ok' : answer.failure.kind);
      given = { ...given, ...repair };
    }
    expect(refusals).toEqual([
      'not_your_meeting',
      'meeting_cancelled',
      'meeting_not_over',
      'tagged_meanwhile',
      'claim_contradicts_itself',
      'not_invited',
    ]);
    expect(attempt(given).ok).toBe(true);
  });
});
