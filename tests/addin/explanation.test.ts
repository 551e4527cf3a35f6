/** What "Why?" opens: rule, span and the meetings that count, per figure. */
import { describe, expect, it } from 'vitest';
import type { AccountMeeting, ScoreLine } from '../../api/contract/accounts.ts';
import { explanationOf, type Figure } from '../../addin/features/accounts/explanation.ts';
import { accountReply, meeting, words } from './account-reply.ts';

const meetings = [
  meeting('untagged', '2026-11-20', 'untagged', ['dana']),
  meeting('virtual', '2026-11-13', 'virtual', ['dana']),
  meeting('phone', '2026-10-01', 'phone'),
  meeting('called off', '2026-09-20', 'not_held'),
  meeting('lunch', '2026-09-12', 'in_person', ['dana']),
  meeting('hybrid', '2026-09-10', 'hybrid', ['sam']),
];
const lines: readonly ScoreLine[] = [
  { line: 'recency', points: 35, maxPoints: 50, code: 'in_person_late', values: { lastNearOn: '2026-09-12', cadenceDays: 45 } },
  {
    line: 'frequency',
    points: 8,
    maxPoints: 30,
    code: 'near_touchpoints',
    values: { countedOn: ['2026-09-12'], expected: 4, windowDays: 180 },
  },
  {
    line: 'reach',
    points: 10,
    maxPoints: 20,
    code: 'key_partners_met',
    values: { metContactIds: ['dana'], expectedContactIds: ['dana', 'priya'], withinDays: 90 },
  },
];
const reply = accountReply({ health: { lines: [...lines] }, contactNames: { dana: 'Dana Lee', priya: 'Priya Nair' } });
const explain = (figure: Figure) => explanationOf(figure, reply, words);
const ids = (keeps: (meeting: AccountMeeting) => boolean): readonly string[] => meetings.filter(keeps).map(({ meetingId }) => meetingId);

describe('the meetings behind a figure', () => {
  it.each<[Figure, readonly string[]]>([
    ['word', ['untagged', 'virtual', 'phone', 'lunch', 'hybrid']],
    ['recency', ['lunch', 'hybrid']],
    ['frequency', ['lunch']],
    ['reach', ['lunch']],
    ['streak', ['virtual', 'phone']],
    ['unanswered', ['untagged']],
    ['year', ['untagged', 'virtual', 'phone', 'called off', 'lunch', 'hybrid']],
  ])('%s', (figure, expected) => {
    expect(ids(explain(figure).isCounted)).toEqual(expected);
  });

  it('are asked for by the days of the values', () => {
    expect(explain('word').span).toEqual({ since: '2026-09-12' });
    expect(explain('recency').span).toEqual({ since: '2026-09-12', until: '2026-09-12' });
    expect(explain('frequency').span).toEqual({ since: '2026-05-27' });
    expect(explain('reach').span).toEqual({ since: '2026-08-25' });
    expect(explain('streak').span).toEqual({ since: '2026-09-13' });
    expect(explain('year').span).toEqual({ since: '2025-11-23' });
  });

  it('of an account on cadence are those in person alone', () => {
    const onTrack = accountReply({ health: { word: 'on_track' } });
    expect(ids(explanationOf('word', onTrack, words).isCounted)).toEqual(['lunch', 'hybrid']);
  });

  it('of one without contact reach back to the last contact', () => {
    const silent = accountReply({ health: { word: 'no_contact', lastNearOn: '2024-01-01', lastTouchpointOn: '2025-02-03' } });
    expect(explanationOf('word', silent, words).span).toEqual({ since: '2025-02-03' });
  });

  it('of the streak of an account never met in person have no first day', () => {
    const never = accountReply({ health: { lastNearOn: null } });
    expect(explanationOf('streak', never, words).span).toEqual({ since: '1970-01-01' });
  });

  it('are not asked for where nobody was met in person', () => {
    const never: ScoreLine = { line: 'recency', points: 0, maxPoints: 50, code: 'never_in_person', values: { cadenceDays: 45 } };
    expect(explanationOf('recency', accountReply({ health: { lines: [never] } }), words).span).toBeUndefined();
  });
});

describe('an explanation', () => {
  it('names meetings in person that stand too close to one that counts', () => {
    expect(ids(explain('frequency').isTooClose)).toEqual(['hybrid']);
    expect(ids(explain('recency').isTooClose)).toEqual([]);
  });

  it('names the key partners who are missing', () => {
    expect(explain('reach').note).toBe('Not met: Priya Nair.');
  });

  it.each<[Figure, string]>([
    ['word', 'The last meeting in person lies more than 45 days back, the cadence.'],
    [
      'recency',
      'All 50 points up to 45 days after the last meeting in person, one cadence; then fewer from day to day, and none after 135.',
    ],
    [
      'frequency',
      'All 30 points for 4 meetings in person in the last 180 days, a share of them for fewer. Meetings less than half a cadence apart count once.',
    ],
    [
      'reach',
      'A share of 20 points: the key partners met in person in the last 90 days, of all who are named. Somebody newly named is expected after 30 days.',
    ],
  ])('of %s says the rule with its numbers', (figure, rule) => {
    expect(explain(figure).rule).toBe(rule);
  });

  it.each(['on_track', 'due_soon', 'new', 'not_enough_data', 'overdue', 'completely_virtual', 'no_contact'] as const)(
    'of the word %s has a rule without a gap',
    (word) => {
      expect(explanationOf('word', accountReply({ health: { word } }), words).rule).toMatch(/^[A-Z][^{}]+\.$/);
    },
  );
});
