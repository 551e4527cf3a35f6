/** The welcome's questions: what an answer takes away, how far the seller is, whom they may choose, and what the keys mean. */
import { describe, expect, it } from 'vitest';
import { accountsMet, answerOfKey, peopleOf, progressOf, withoutSettled } from '../../addin/features/welcome/welcome-questions.ts';
import type { WelcomeQuestion, WelcomeReply } from '../../api/contract/welcome.ts';
import { wordChange } from './word-change.ts';

const dana = { contactId: 'dana', name: 'Dana Lee' };
const sam = { contactId: 'sam', name: 'Sam Ortiz' };

function question(accountId: string, meetingIds: readonly string[] = []): WelcomeQuestion {
  const candidates = meetingIds.map((meetingId) => ({
    meetingId,
    startsAt: '2026-03-01T12:00:00Z',
    subject: 'Lunch',
    locationText: '',
    suggestion: { modality: 'in_person' as const, confidence: 0.8, reasons: [] },
    contacts: [dana],
  }));
  return { accountId, name: accountId, unanswered: meetingIds.length, candidates, contacts: [dana] };
}

function reply(questions: WelcomeQuestion[], sureIds: readonly string[] = []): WelcomeReply {
  const sure = sureIds.map((meetingId) => ({ meetingId, modality: 'virtual' as const }));
  return { todayOn: '2026-11-23', isDue: true, isCalendarRead: true, questions, open: questions.length + 100, answered: 3, sure };
}

describe('an answer', () => {
  it('takes its question away, counts it, and leaves the order of the others', () => {
    const left = withoutSettled(reply([question('a'), question('b'), question('c')]), { accountIds: ['b'], meetingIds: [] });
    expect(left.questions.map(({ accountId }) => accountId)).toEqual(['a', 'c']);
    expect([left.answered, left.open]).toEqual([4, 102]);
  });

  it('that names an account twice, or one that is not asked about, counts each once', () => {
    const left = withoutSettled(reply([question('a'), question('b')]), { accountIds: ['a', 'a', 'x'], meetingIds: [] });
    expect([left.answered, left.open]).toEqual([4, 101]);
  });

  it('takes the tagged meeting from every list in which it is offered', () => {
    const left = withoutSettled(reply([question('a', ['m', 'n'])], ['m', 'o']), { accountIds: [], meetingIds: ['m'] });
    expect(left.questions[0]?.candidates.map(({ meetingId }) => meetingId)).toEqual(['n']);
    expect(left.sure.map(({ meetingId }) => meetingId)).toEqual(['o']);
    expect(left.answered).toBe(3);
  });

  it('settles the accounts that somebody has met in person by now, and no others', () => {
    const changes = [wordChange('met', { lastNearOn: '2026-03-01' }), wordChange('not-met', { lastNearOn: null })];
    expect(accountsMet(changes)).toEqual(['met']);
  });
});

it('the progress counts what is open beyond the questions at hand too, and no answer changes its total', () => {
  const before = reply([question('a'), question('b')]);
  expect(progressOf(before)).toEqual({ answered: 3, total: 105 });
  expect(progressOf(withoutSettled(before, { accountIds: ['a'], meetingIds: [] }))).toEqual({ answered: 4, total: 105 });
});

it('offers each person once, those met most first', () => {
  expect(peopleOf(question('a'), [sam, dana])).toEqual([dana, sam]);
});

describe('a key', () => {
  it.each([
    ['1', 3, { kind: 'candidate', index: 0 }],
    ['3', 3, { kind: 'candidate', index: 2 }],
    ['3', 2, undefined],
    ['1', 0, undefined],
    ['0', 3, undefined],
    ['n', 3, { kind: 'not_in_the_last_year' }],
    ['N', 0, { kind: 'not_in_the_last_year' }],
    ['s', 3, { kind: 'skipped' }],
    ['Enter', 3, undefined],
    ['x', 3, undefined],
  ])('%s among %i meetings means %j', (key, candidates, expected) => {
    expect(answerOfKey(key, candidates)).toEqual(expected);
  });
});
