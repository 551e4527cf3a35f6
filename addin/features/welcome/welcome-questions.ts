/** The questions of the welcome as answers take them away, so that the next one stands there without asking the server. Pure. */
import type { WelcomeQuestion, WelcomeReply } from '../../../api/contract/welcome.ts';
import type { WordChange } from './word-changes.ts';

/** What an answer settled: the accounts that need no further question, and the meetings that are tagged now. */
export interface Settled {
  readonly accountIds: readonly string[];
  readonly meetingIds: readonly string[];
}

/** The accounts that a stored answer settled: every one that somebody has met in person by now. */
export function accountsMet(changes: readonly WordChange[]): readonly string[] {
  return changes.filter(({ after }) => after.lastNearOn !== null).map(({ accountId }) => accountId);
}

/** Without the questions that are settled, and without the meetings that are tagged. Each account counts as answered once. */
export function withoutSettled(reply: WelcomeReply, { accountIds, meetingIds }: Settled): WelcomeReply {
  const settled = new Set(accountIds);
  const tagged = new Set(meetingIds);
  const questions = reply.questions.filter(({ accountId }) => !settled.has(accountId));
  const taken = reply.questions.length - questions.length;
  return {
    ...reply,
    questions: questions.map((question) => ({
      ...question,
      candidates: question.candidates.filter(({ meetingId }) => !tagged.has(meetingId)),
    })),
    open: reply.open - taken,
    answered: reply.answered + taken,
    sure: reply.sure.filter(({ meetingId }) => !tagged.has(meetingId)),
  };
}

/** How many accounts are settled, of how many. */
export function progressOf({ answered, open }: Pick<WelcomeReply, 'answered' | 'open'>): {
  readonly answered: number;
  readonly total: number;
} {
  return { answered, total: answered + open };
}

export type Contact = WelcomeQuestion['contacts'][number];

/** Whom to choose from: those whom the seller has met most, then the others whom the account is known for. Each once. */
export function peopleOf(question: WelcomeQuestion, others: readonly Contact[]): readonly Contact[] {
  const first = new Set(question.contacts.map(({ contactId }) => contactId));
  return [...question.contacts, ...others.filter(({ contactId }) => !first.has(contactId))];
}

/** What a key means while a question stands open; undefined for every other key. */
export type KeyAnswer =
  { readonly kind: 'candidate'; readonly index: number } | { readonly kind: 'not_in_the_last_year' } | { readonly kind: 'skipped' };

export function answerOfKey(key: string, candidates: number): KeyAnswer | undefined {
  if (/^[1-9]$/.test(key)) {
    const index = Number(key) - 1;
    return index < candidates ? { kind: 'candidate', index } : undefined;
  }
  switch (key.toLowerCase()) {
    case 'n':
      return { kind: 'not_in_the_last_year' };
    case 's':
      return { kind: 'skipped' };
    default:
      return undefined;
  }
}
