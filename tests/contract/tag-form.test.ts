/** The questions of one meeting: which one stands open, what a tap changes, and what is claimed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  type Answer,
  type Draft,
  draftOf,
  emptyDraft,
  nextQuestion,
  presentIn,
  saysTheSame,
  type TagFormMeeting,
  toTag,
} from '../../api/contract/tag-form.ts';
import { modalities, places } from '../../api/contract/vocabulary.ts';

const meeting: TagFormMeeting = {
  contacts: [
    { contactId: 'dana', isKeyPartner: true, response: 'accepted' },
    { contactId: 'eve', isKeyPartner: false, response: 'organizer' },
    { contactId: 'sam', isKeyPartner: false, response: 'none' },
  ],
  suggestion: { modality: 'in_person' },
};
const claimed = { timeZone: 'Europe/Berlin', basedOnVersion: 0 };

function after(...answers: readonly Answer[]): Draft {
  return answers.reduce((draft, given) => answer(meeting, draft, given), emptyDraft);
}

const inPerson = { kind: 'modality', modality: 'in_person' } as const;
const virtual = { kind: 'modality', modality: 'virtual' } as const;

describe('the open question', () => {
  it('is how they met, with the suggestion', () => {
    expect(nextQuestion(meeting, emptyDraft)).toEqual({ kind: 'modality', suggested: 'in_person' });
  });

  it('suggests nothing while the modality is unknown', () => {
    expect(nextQuestion({ ...meeting, suggestion: { modality: 'unknown' } }, emptyDraft)).toEqual({
      kind: 'modality',
      suggested: undefined,
    });
  });

  it.each(['in_person', 'hybrid'] as const)('is the place and who was there after %s', (modality) => {
    expect(nextQuestion(meeting, after({ kind: 'modality', modality }))).toEqual({
      kind: 'place',
      options: places,
      presentContactIds: ['dana', 'eve'],
    });
  });

  it.each(['virtual', 'phone'] as const)('is the engagement of those present, key partners first, after %s', (modality) => {
    expect(nextQuestion(meeting, after({ kind: 'modality', modality }))).toEqual({
      kind: 'engagement',
      options: ['engaged', 'camera_off', 'disengaged'],
      presentContactIds: ['dana', 'eve'],
    });
  });

  it('is what happened instead when it did not take place, and then none', () => {
    expect(nextQuestion(meeting, after({ kind: 'did_not_happen' }))?.kind).toBe('outcome');
    expect(nextQuestion(meeting, after({ kind: 'did_not_happen' }, { kind: 'outcome', outcome: 'cancelled' }))).toBeUndefined();
  });

  it('is what was spent all the same when nobody came', () => {
    expect(nextQuestion(meeting, after({ kind: 'did_not_happen' }, { kind: 'outcome', outcome: 'no_show' }))).toEqual({ kind: 'spend' });
  });
});

describe('one tap', () => {
  it('claims the modality and leaves presence to the server', () => {
    expect(toTag(after(inPerson), claimed)).toEqual({ outcome: 'held', modality: 'in_person', ...claimed });
  });

  it('claims nothing while it is open what happened instead', () => {
    expect(toTag(after({ kind: 'did_not_happen' }), claimed)).toBeUndefined();
    expect(toTag(emptyDraft, claimed)).toBeUndefined();
  });

  it('names everybody present as soon as one person is added or taken away', () => {
    const draft = after(inPerson, { kind: 'presence', contactId: 'sam', isPresent: true });
    expect(toTag(draft, claimed)?.presentContactIds?.toSorted()).toEqual(['dana', 'eve', 'sam']);
    const nobody = [draft, 'dana', 'eve', 'sam'].reduce<Draft>(
      (left, contactId) =>
        typeof contactId === 'string' ? answer(meeting, left, { kind: 'presence', contactId, isPresent: false }) : left,
      draft,
    );
    expect(toTag(nobody, claimed)?.presentContactIds).toEqual([]);
  });

  it('takes a place and a note back', () => {
    expect(toTag(after(inPerson, { kind: 'place', place: 'meal' }, { kind: 'place', place: undefined }), claimed)).not.toHaveProperty(
      'place',
    );
    const noted = after(virtual, { kind: 'engagement', contactId: 'dana', engagement: 'camera_off' });
    const undone = answer(meeting, noted, { kind: 'engagement', contactId: 'dana', engagement: undefined });
    expect(toTag(undone, claimed)).not.toHaveProperty('engagement');
  });

  it('marks everybody present as engaged at once', () => {
    expect(toTag(after(virtual, { kind: 'all_engaged' }), claimed)?.engagement).toEqual({ dana: 'engaged', eve: 'engaged' });
  });

  it('makes a person present by a note about them', () => {
    const draft = after(virtual, { kind: 'engagement', contactId: 'sam', engagement: 'engaged' });
    expect(presentIn(meeting, draft)).toEqual(['dana', 'eve', 'sam']);
  });

  it('drops the note about a person who was not there after all', () => {
    const draft = after(virtual, { kind: 'all_engaged' }, { kind: 'presence', contactId: 'eve', isPresent: false });
    expect(toTag(draft, claimed)?.engagement).toEqual({ dana: 'engaged' });
  });
});

describe('what was spent', () => {
  const spent = { kind: 'spend', spend: { minor: 8_400, currency: 'EUR' } } as const;

  it('goes with a near meeting, and with one to which nobody came', () => {
    expect(toTag(after(inPerson, spent), claimed)?.spend).toEqual(spent.spend);
    expect(toTag(after({ kind: 'outcome', outcome: 'no_show' }, spent), claimed)?.spend).toEqual(spent.spend);
  });

  it('is left out of any other answer, and comes back with the near one', () => {
    expect(toTag(after(inPerson, spent, virtual), claimed)).not.toHaveProperty('spend');
    expect(toTag(after(inPerson, spent, { kind: 'outcome', outcome: 'cancelled' }), claimed)).not.toHaveProperty('spend');
    expect(toTag(after(inPerson, spent, virtual, inPerson), claimed)?.spend).toEqual(spent.spend);
  });

  it('is taken back by saying nothing', () => {
    expect(toTag(after(inPerson, spent, { kind: 'spend', spend: undefined }), claimed)).not.toHaveProperty('spend');
  });

  it('is another saying when it differs', () => {
    const tag = { outcome: 'held', modality: 'in_person', place: null, presentContactIds: ['dana', 'eve'], engagement: {} } as const;
    expect(saysTheSame(meeting, after(inPerson, spent), { ...tag, spend: { minor: 8_400, currency: 'EUR' } })).toBe(true);
    expect(saysTheSame(meeting, after(inPerson, spent), { ...tag, spend: { minor: 8_400, currency: 'CHF' } })).toBe(false);
    expect(saysTheSame(meeting, after(inPerson, spent), { ...tag, spend: null })).toBe(false);
  });
});

describe('an answer about what somebody else said', () => {
  const stored = {
    outcome: 'held',
    modality: 'hybrid',
    place: 'meal',
    presentContactIds: ['sam'],
    engagement: {},
    spend: { minor: 8_400, currency: 'EUR' },
  } as const;

  it('repeats a colleague’s answer as one’s own', () => {
    expect(toTag(answer(meeting, draftOf(stored), { kind: 'me_too' }), { ...claimed, basedOnVersion: 3 })).toEqual({
      outcome: 'held',
      modality: 'hybrid',
      place: 'meal',
      presentContactIds: ['sam'],
      spend: { minor: 8_400, currency: 'EUR' },
      ...claimed,
      basedOnVersion: 3,
    });
  });

  it('settles what attendance contradicts, and says so', () => {
    const settled = answer(meeting, draftOf(stored), { kind: 'contradiction', modality: 'virtual' });
    expect(toTag(settled, claimed)).toMatchObject({ modality: 'virtual', answersContradiction: true });
    expect(toTag(draftOf(stored), claimed)).not.toHaveProperty('answersContradiction');
  });
});

describe('a change of the answer', () => {
  it('asks the first question again and keeps who was there', () => {
    const draft = after(inPerson, { kind: 'presence', contactId: 'sam', isPresent: true }, { kind: 'change' });
    expect(nextQuestion(meeting, draft)?.kind).toBe('modality');
    expect(presentIn(meeting, answer(meeting, draft, virtual))).toContain('sam');
  });

  it('sends no place with a remote meeting and no engagement with a near one', () => {
    expect(toTag(after(inPerson, { kind: 'place', place: 'meal' }, virtual), claimed)).not.toHaveProperty('place');
    expect(toTag(after(virtual, { kind: 'all_engaged' }, inPerson), claimed)).not.toHaveProperty('engagement');
  });

  it('brings the place back with the near modality', () => {
    expect(toTag(after(inPerson, { kind: 'place', place: 'meal' }, virtual, inPerson), claimed)?.place).toBe('meal');
  });
});

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom(...modalities).map((modality) => ({ kind: 'modality' as const, modality })),
  fc.constantFrom(...places).map((place) => ({ kind: 'place' as const, place })),
  fc.record({ kind: fc.constant('presence' as const), contactId: fc.constantFrom('dana', 'eve', 'sam'), isPresent: fc.boolean() }),
  fc.record({
    kind: fc.constant('engagement' as const),
    contactId: fc.constantFrom('dana', 'eve', 'sam'),
    engagement: fc.constantFrom('engaged' as const, 'camera_off' as const, undefined),
  }),
  fc.constantFrom<Answer>(
    { kind: 'all_engaged' },
    { kind: 'change' },
    { kind: 'did_not_happen' },
    { kind: 'outcome', outcome: 'cancelled' },
    { kind: 'outcome', outcome: 'no_show' },
    { kind: 'spend', spend: { minor: 100, currency: 'JPY' } },
    { kind: 'me_too' },
    { kind: 'contradiction', modality: 'hybrid' },
  ),
);

describe('whatever is tapped, in any order', () => {
  it('the claim never contradicts itself', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (answers) => {
        const claim = toTag(after(...answers), claimed);
        if (!claim) return;
        const isNearClaim = claim.modality === 'in_person' || claim.modality === 'hybrid';
        expect(claim.modality !== undefined).toBe(claim.outcome === 'held');
        if (claim.place !== undefined) expect(isNearClaim).toBe(true);
        if (claim.spend !== undefined) expect(isNearClaim || claim.outcome === 'no_show').toBe(true);
        if (claim.engagement !== undefined) expect(claim.outcome === 'held' && !isNearClaim).toBe(true);
        if (claim.outcome !== 'held') expect(claim.presentContactIds ?? []).toEqual([]);
      }),
    );
  });

  it('a stored tag says the same as the draft that it came from', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (answers) => {
        const draft = after(...answers);
        const claim = toTag(draft, claimed);
        if (!claim) return;
        const tag = {
          outcome: claim.outcome,
          modality: claim.modality ?? null,
          place: claim.place ?? null,
          presentContactIds: claim.outcome === 'held' ? presentIn(meeting, draft) : [],
          engagement: claim.engagement ?? {},
          spend: claim.spend ?? null,
        };
        expect(saysTheSame(meeting, draft, tag)).toBe(true);
        expect(toTag(draftOf(tag), claimed)?.modality).toBe(claim.modality);
      }),
    );
  });

  it('another modality is another saying', () => {
    const tag = {
      outcome: 'held',
      modality: 'virtual',
      place: null,
      presentContactIds: ['dana', 'eve'],
      engagement: {},
      spend: null,
    } as const;
    expect(saysTheSame(meeting, after(inPerson), tag)).toBe(false);
    expect(saysTheSame(meeting, after(virtual), tag)).toBe(true);
  });
});
