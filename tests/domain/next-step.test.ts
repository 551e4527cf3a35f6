/** What a seller does next for an account, and which account comes first. */
import { describe, expect, it } from 'vitest';
import { healthWords } from '../../api/domain/health-word.ts';
import {
  byUrgency,
  nextStep,
  type NextStepFacts,
  nextStepPolicy,
  type StepAccount,
  type StepAsk,
  type StepPartner,
} from '../../api/domain/next-step.ts';
import { daysAgo, todayOn } from './account-stories.ts';

const dana: StepPartner = { contactId: 'dana', standing: 'not_met', lastNearOn: daysAgo(330), lastTouchpointOn: daysAgo(5) };
const sam: StepPartner = { contactId: 'sam', standing: 'met', lastNearOn: daysAgo(200), lastTouchpointOn: daysAgo(3) };

const facts: NextStepFacts = {
  word: 'overdue',
  isOwner: true,
  decidingUnanswered: 0,
  cadenceDays: 45,
  lastNearOn: daysAgo(330),
  virtualStreak: 6,
  nextVisitOn: undefined,
  pausedUntilOn: undefined,
  passedPlanOn: undefined,
  keyPartners: [dana],
  asks: [],
  hasContacts: true,
};
const step = (changed: Partial<NextStepFacts> = {}) => nextStep({ ...facts, ...changed }, todayOn);
const asked = (contactId: string, days: number, answer?: StepAsk['answer']): StepAsk => ({ contactId, askedOn: daysAgo(days), answer });

describe('the first thing that matters', () => {
  const everything: NextStepFacts = {
    ...facts,
    pausedUntilOn: daysAgo(-9),
    passedPlanOn: daysAgo(2),
    decidingUnanswered: 3,
    nextVisitOn: daysAgo(-3),
    asks: [asked('dana', 4, 'accepted')],
  };

  it.each<[string, Partial<NextStepFacts>, object]>([
    ['a pause keeps the account calm', {}, { code: 'paused', untilOn: daysAgo(-9) }],
    ['then a plan whose day is over', { pausedUntilOn: undefined }, { code: 'say_what_happened', plannedOn: daysAgo(2) }],
    ['then meetings without an answer', { pausedUntilOn: undefined, passedPlanOn: undefined }, { code: 'answer_meetings', count: 3 }],
    [
      'then the visit that is planned',
      { pausedUntilOn: undefined, passedPlanOn: undefined, decidingUnanswered: 0 },
      { code: 'visit_planned', on: daysAgo(-3) },
    ],
    [
      'then somebody who said yes',
      { pausedUntilOn: undefined, passedPlanOn: undefined, decidingUnanswered: 0, nextVisitOn: undefined },
      { code: 'set_day', contactId: 'dana' },
    ],
  ])('%s', (_, changed, expected) => {
    expect(nextStep({ ...everything, ...changed }, todayOn)).toEqual(expected);
  });
});

describe('meetings without an answer', () => {
  it('are for the owner to answer, and for nobody else', () => {
    expect(step({ decidingUnanswered: 3 })).toEqual({ code: 'answer_meetings', count: 3 });
    expect(step({ decidingUnanswered: 3, isOwner: false }).code).toBe('invite');
  });
});

describe('an account without key partners', () => {
  it.each(healthWords)('that is %s is asked for their names', (word) => {
    expect(step({ word, keyPartners: [] })).toEqual({ code: 'name_key_partners' });
  });

  it('is invited when nobody is known to name', () => {
    expect(step({ keyPartners: [], hasContacts: false, lastNearOn: undefined, virtualStreak: 0 })).toEqual({
      code: 'invite',
      contactId: undefined,
      virtualStreak: 0,
      lastNearOn: undefined,
      dueOn: undefined,
    });
  });
});

describe('an account on track', () => {
  it.each([
    [45, 10, -23],
    [90, 0, -67],
    [1, 0, 0],
  ])('with a cadence of %i days, met %i days ago, is well until then', (cadenceDays, nearAgo, untilAgo) => {
    const met = { ...sam, lastNearOn: daysAgo(nearAgo) };
    expect(step({ word: 'on_track', cadenceDays, lastNearOn: daysAgo(nearAgo), keyPartners: [met] })).toEqual({
      code: 'all_well',
      untilOn: daysAgo(untilAgo),
    });
  });

  it('still misses a key partner whom nobody has met', () => {
    const unmet = { ...dana, lastNearOn: undefined };
    expect(step({ word: 'on_track', lastNearOn: daysAgo(3), keyPartners: [sam, unmet] })).toEqual({
      code: 'meet_key_partner',
      contactId: 'dana',
      lastNearOn: undefined,
    });
    expect(step({ word: 'on_track', lastNearOn: daysAgo(3), keyPartners: [sam, { ...unmet, standing: 'outside' }] }).code).toBe('all_well');
  });
});

describe('an invitation', () => {
  it('goes to the key partner not seen in person for longest', () => {
    expect(step({ keyPartners: [sam, dana] })).toEqual({
      code: 'invite',
      contactId: 'dana',
      virtualStreak: 6,
      lastNearOn: daysAgo(330),
      dueOn: undefined,
    });
    expect(step({ keyPartners: [dana, { ...sam, lastNearOn: undefined }] })).toMatchObject({ contactId: 'sam' });
  });

  it('goes to the one met last by call when neither was ever seen', () => {
    const never = { standing: 'not_met', lastNearOn: undefined } as const;
    const partners = [
      { ...dana, ...never },
      { ...sam, ...never },
    ];
    expect(step({ keyPartners: partners })).toMatchObject({ contactId: 'sam' });
    expect(step({ keyPartners: partners.toReversed() })).toMatchObject({ contactId: 'sam' });
  });

  it('says until when while there is time', () => {
    expect(step({ word: 'due_soon', lastNearOn: daysAgo(40) })).toMatchObject({ code: 'invite', dueOn: daysAgo(-5) });
    expect(step({ word: 'new', lastNearOn: undefined })).toMatchObject({ code: 'invite', dueOn: undefined });
  });
});

describe('who was asked already', () => {
  it.each([
    [0, 'await_answer'],
    [nextStepPolicy.waitDays, 'await_answer'],
    [nextStepPolicy.waitDays + 1, 'ask_again'],
    [nextStepPolicy.askMemoryDays, 'ask_again'],
    [nextStepPolicy.askMemoryDays + 1, 'invite'],
  ])('%i days ago without an answer: %s', (days, code) => {
    expect(step({ asks: [asked('dana', days)] }).code).toBe(code);
  });

  it.each(['declined', 'no_answer'] as const)('and %s is asked again', (answer) => {
    expect(step({ asks: [asked('dana', 3, answer), asked('dana', 30, answer)] })).toEqual({
      code: 'ask_again',
      contactId: 'dana',
      times: 2,
      askedOn: daysAgo(3),
    });
  });

  it('three times without a yes gives way to somebody else', () => {
    const asks = [asked('dana', 20), asked('dana', 50, 'no_answer'), asked('dana', 90, 'declined')];
    expect(step({ asks, keyPartners: [dana, sam] })).toEqual({
      code: 'ask_somebody_else',
      contactId: 'dana',
      times: 3,
      otherContactId: 'sam',
    });
    expect(step({ asks })).toMatchObject({ code: 'ask_somebody_else', otherContactId: undefined });
    expect(step({ asks: asks.slice(1), keyPartners: [dana, sam] }).code).toBe('ask_again');
  });

  it('and was met in person since, is settled', () => {
    const met = { ...dana, lastNearOn: daysAgo(10) };
    expect(step({ lastNearOn: daysAgo(10), keyPartners: [met], asks: [asked('dana', 11, 'accepted')] }).code).toBe('invite');
    expect(step({ lastNearOn: daysAgo(10), keyPartners: [met], asks: [asked('dana', 10, 'accepted')] }).code).toBe('invite');
    expect(step({ lastNearOn: daysAgo(10), keyPartners: [met], asks: [asked('dana', 9, 'accepted')] }).code).toBe('set_day');
  });

  it('and is no key partner, is settled once anybody of the account was met', () => {
    expect(step({ lastNearOn: daysAgo(10), asks: [asked('kim', 11, 'accepted')] }).code).toBe('invite');
    expect(step({ lastNearOn: daysAgo(10), asks: [asked('kim', 9, 'accepted')] })).toEqual({ code: 'set_day', contactId: 'kim' });
  });

  it('in whatever order the invitations are read', () => {
    const asks = [asked('dana', 2, 'declined'), asked('dana', 40), asked('sam', 1)];
    expect(step({ asks, keyPartners: [dana, sam] })).toEqual(step({ asks: asks.toReversed(), keyPartners: [sam, dana] }));
  });
});

describe('the order of accounts', () => {
  const account = (accountId: string, changed: Partial<StepAccount>): StepAccount => ({
    accountId,
    name: accountId,
    word: 'overdue',
    isOwner: true,
    revenueMinor: 0,
    step: step(),
    ...changed,
  });
  const inOrder: readonly StepAccount[] = [
    account('said yes', { step: { code: 'set_day', contactId: 'dana' } }),
    account('unanswered', { word: 'not_enough_data', step: { code: 'answer_meetings', count: 1 } }),
    account('passed, on track', { word: 'on_track', step: { code: 'say_what_happened', plannedOn: todayOn } }),
    account('silent', { word: 'no_contact' }),
    account('virtual', { word: 'completely_virtual' }),
    account('overdue, larger', { revenueMinor: 9 }),
    account('overdue, a', {}),
    account('overdue, b', { step: { code: 'name_key_partners' } }),
    account('silent, a colleague’s', { word: 'no_contact', isOwner: false, revenueMinor: 99 }),
    account('due soon', { word: 'due_soon' }),
    account('waiting', { step: { code: 'await_answer', contactId: 'dana', askedOn: todayOn } }),
    account('unnamed, on track', { word: 'on_track', step: { code: 'name_key_partners' } }),
    account('planned', { word: 'no_contact', step: { code: 'visit_planned', on: todayOn } }),
    account('well', { word: 'on_track', step: { code: 'all_well', untilOn: todayOn } }),
    account('paused', { word: 'no_contact', step: { code: 'paused', untilOn: todayOn } }),
  ];

  it('is by what to do, then by word, revenue and name', () => {
    const names = inOrder.map(({ name }) => name);
    expect(inOrder.toSorted(byUrgency).map(({ name }) => name)).toEqual(names);
    expect(
      inOrder
        .toReversed()
        .sort(byUrgency)
        .map(({ name }) => name),
    ).toEqual(names);
  });

  it('leaves no two accounts equal', () => {
    expect(byUrgency(account('a', { name: 'Same' }), account('b', { name: 'Same' }))).toBeLessThan(0);
  });
});
