/** The sentences of the account page, from the server's codes and values. */
import { describe, expect, it } from 'vitest';
import type { ScoreLine } from '../../api/contract/accounts.ts';
import {
  cadenceReason,
  colleagueLast,
  keyPartnerStanding,
  outsideReason,
  scoreReason,
  tierReason,
  wordReason,
} from '../../addin/features/accounts/account-sentences.ts';
import { accountReply, keyPartner, todayOn, words } from './account-reply.ts';

describe('the reason of a word', () => {
  it.each([
    ['overdue', {}, 'Last in person 72 days ago; every 45 days is the cadence.'],
    ['on_track', { lastNearOn: '2026-11-20' }, 'Last in person 3 days ago; due again by Mon 4 Jan.'],
    ['due_soon', { lastNearOn: '2026-10-14' }, 'Last in person 40 days ago; due again by Sat 28 Nov.'],
    ['completely_virtual', { lastNearOn: null, virtualStreak: 6 }, 'Never in person, 6 remote meetings since March 2026.'],
    ['completely_virtual', { lastNearOn: null, virtualStreak: 1 }, 'Never in person, 1 remote meeting since March 2026.'],
    [
      'completely_virtual',
      { lastNearOn: '2025-10-19', virtualStreak: 6 },
      'Last in person 400 days ago, 6 remote meetings since March 2026.',
    ],
    ['new', { lastNearOn: null }, 'Not seen in person yet, and known for one cadence of 45 days at most.'],
    ['no_contact', { lastNearOn: null, lastTouchpointOn: '2025-10-19' }, 'Last contact 400 days ago.'],
    ['no_contact', { lastNearOn: null, lastTouchpointOn: null }, 'No meeting on record.'],
  ] as const)('%s with %j', (word, health, sentence) => {
    expect(wordReason(accountReply({ health: { word, ...health } }), '2026-03-02', words)).toBe(sentence);
  });

  it('does not say since when while that is not known', () => {
    const reply = accountReply({ health: { word: 'completely_virtual', lastNearOn: null, virtualStreak: 6 } });
    expect(wordReason(reply, undefined, words)).toBe('Never in person, 6 remote meetings.');
  });
});

describe('the tier', () => {
  it.each([
    [{}, 'from revenue: among those that bring 80%'],
    [{ tier: 'B' }, 'from revenue: in the next 15%'],
    [{ tier: 'C' }, 'from revenue: in the last 5%'],
    [{ tier: 'C', revenueMinor: 0 }, 'brings no revenue'],
    [{ tier: 'C', tierOverride: { tier: 'A', reason: 'strategic' } }, 'set by hand: strategic. From revenue it would be C.'],
    [{ tier: 'C', tierOverride: { tier: 'A', reason: '' } }, 'set by hand. From revenue it would be C.'],
  ] as const)('of %j says where it comes from', (account, sentence) => {
    expect(tierReason(accountReply({ account }).account, words.text)).toBe(sentence);
  });
});

describe('the cadence', () => {
  it.each([
    [{}, 'as for every account of tier A'],
    [{ tierOverride: { tier: 'B', reason: '' } }, 'as for every account of tier B'],
    [{ isCadenceOwn: true }, 'set for this account'],
    [{ nextCadence: { days: 30, fromOn: '2026-12-14' } }, 'as for every account of tier A; every 30 days from Mon 14 Dec'],
  ] as const)('of %j says whose it is and which one is announced', (account, sentence) => {
    expect(cadenceReason(accountReply({ account }).account, words)).toBe(sentence);
  });
});

const contactNames = { dana: 'Dana Lee', sam: 'Sam Ortiz', priya: 'Priya Nair' };
const recency = { line: 'recency', points: 0, maxPoints: 50 } as const;
const reach = { line: 'reach', points: 0, maxPoints: 20 } as const;
const late = { lastNearOn: '2026-09-12', cadenceDays: 45 };

describe('the reason of a score line', () => {
  it.each<[ScoreLine, string]>([
    [{ ...recency, code: 'never_in_person', values: { cadenceDays: 45 } }, 'Never in person yet.'],
    [
      { ...recency, code: 'in_person_within_cadence', values: { lastNearOn: '2026-11-22', cadenceDays: 45 } },
      'In person yesterday, within the cadence of 45 days.',
    ],
    [{ ...recency, code: 'in_person_late', values: late }, 'In person 72 days ago, 27 days later than the cadence of 45.'],
    [{ ...recency, code: 'in_person_too_late', values: late }, 'In person 72 days ago; three cadences of 45 days have passed since.'],
    [
      {
        line: 'frequency',
        points: 15,
        maxPoints: 30,
        code: 'near_touchpoints',
        values: { countedOn: ['2026-09-12', '2026-07-01'], expected: 4, windowDays: 180 },
      },
      '2 times in person in the last 180 days, of 4 expected.',
    ],
    [{ ...reach, code: 'no_key_partner_named', values: {} }, 'Name the people who decide.'],
    [
      { ...reach, code: 'no_key_partner_expected_yet', values: { named: 2 } },
      '2 key partners, newly named: nobody has to be met before 30 days have passed.',
    ],
    [
      {
        ...reach,
        code: 'key_partners_met',
        values: { metContactIds: ['dana'], expectedContactIds: ['dana', 'sam', 'priya'], withinDays: 90 },
      },
      '1 of 3 met in person in the last 90 days. Not yet: Priya Nair and Sam Ortiz.',
    ],
    [
      { ...reach, code: 'key_partners_met', values: { metContactIds: ['dana'], expectedContactIds: ['dana'], withinDays: 90 } },
      '1 of 1 met in person in the last 90 days.',
    ],
  ])('%j', (line, sentence) => {
    expect(scoreReason(line, { todayOn, contactNames, ...words })).toBe(sentence);
  });
});

describe('a key partner', () => {
  it.each([
    [{ standing: 'met', lastNearOn: '2026-11-11' }, 'Met in person 12 days ago'],
    [{ standing: 'not_met', lastNearOn: '2026-01-11' }, 'Not lately: last in person 316 days ago'],
    [{ standing: 'not_met' }, 'Not met in person yet'],
    [{ standing: 'outside' }, 'Newly named, not met in person yet'],
    [{ standing: 'outside', lastNearOn: '2026-01-11' }, 'Newly named, last in person 316 days ago'],
  ] as const)('%j', (partner, sentence) => {
    expect(keyPartnerStanding(keyPartner(partner), todayOn, words)).toBe(sentence);
  });
});

describe('a colleague', () => {
  const colleague = { id: 'mara', name: 'Mara Sato', near: 0, remote: 1, lastNearOn: null, lastTouchpointOn: '2026-11-13' };

  it('is told by the last time in person, even when a call was later', () => {
    expect(colleagueLast({ ...colleague, lastNearOn: '2026-09-12' }, todayOn, words)).toBe('Last in person 72 days ago');
  });

  it('without one is told by the last meeting', () => {
    expect(colleagueLast(colleague, todayOn, words)).toBe('Last meeting 10 days ago');
  });
});

describe('an account outside of the figures', () => {
  it.each([
    [{ id: 'mara', name: 'Mara Sato', state: 'not_enrolled' }, /^Mara Sato is not enrolled.*outside every figure/],
    [{ id: 'mara', name: 'Mara Sato', state: 'unread' }, /^The calendar of Mara Sato is still being read.*outside every figure/],
    [null, /^This account has no owner.*outside every figure/],
  ] as const)('with the owner %j says so', (owner, sentence) => {
    expect(outsideReason(accountReply({ account: { owner } }).account, words.text)).toMatch(sentence);
  });

  it('is not one whose owner is enrolled and read', () => {
    expect(outsideReason(accountReply().account, words.text)).toBeUndefined();
  });
});
