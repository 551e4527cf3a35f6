/** The wire for the welcome: what was before a seller enrolled, one question per account. */
import * as z from 'zod/mini';
import { modalities } from '../domain/tag-vocabulary.ts';
import { route } from './route.ts';
import { Day, Instant, Suggestion } from './tagging.ts';

/** A meeting of the calendar that may have been the last in person. */
export const Candidate = z.object({
  meetingId: z.uuid(),
  startsAt: Instant,
  subject: z.string(),
  locationText: z.string(),
  suggestion: Suggestion,
  /** Key partners first. */
  contacts: z.array(z.object({ contactId: z.uuid(), name: z.string() })),
});
export type Candidate = z.output<typeof Candidate>;

/** "When did you last meet Contoso in person?" */
export const WelcomeQuestion = z.object({
  accountId: z.uuid(),
  name: z.string(),
  /** Unanswered meetings of the seller that ended before the enrolment. */
  unanswered: z.int().check(z.minimum(0)),
  /** Likeliest first; empty when the calendar has none that looks like a visit. */
  candidates: z.array(Candidate),
  /** Whom the seller has met most, for an answer that is in no calendar. */
  contacts: z.array(z.object({ contactId: z.uuid(), name: z.string() })),
});
export type WelcomeQuestion = z.output<typeof WelcomeQuestion>;

/** A suggestion that is sure enough to be confirmed with all others in one click. */
export const SureSuggestion = z.object({ meetingId: z.uuid(), modality: z.enum(modalities) });

export const WelcomeReply = z.object({
  todayOn: Day,
  /** Whether the welcome is to be shown: enrolled, the calendar read, not closed, and something to ask. */
  isDue: z.boolean(),
  /** False while the seller's calendar is being read for the first time. */
  isCalendarRead: z.boolean(),
  /** The accounts that bring most revenue first; more than one answer holds follow when these are answered. */
  questions: z.array(WelcomeQuestion),
  /** Accounts still to be asked about, those beyond `questions` included. */
  open: z.int().check(z.minimum(0)),
  /** Accounts that are answered already. With `open` they are all that the welcome is about, which no answer changes. */
  answered: z.int().check(z.minimum(0)),
  sure: z.array(SureSuggestion),
});
export type WelcomeReply = z.output<typeof WelcomeReply>;

export const welcome = route({
  name: 'welcome',
  method: 'GET',
  path: 'welcome',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({}),
  reply: WelcomeReply,
});

export const welcomeAnswers = ['not_in_the_last_year', 'skipped'] as const;

/** An answer without a meeting; a date is an ordinary tag, or a meeting added by hand. */
export const answerWelcome = route({
  name: 'answer-welcome',
  method: 'PUT',
  path: 'welcome/accounts/{accountId}',
  roles: ['seller'],
  params: z.object({ accountId: z.uuid() }),
  request: z.object({ answer: z.enum(welcomeAnswers) }),
  reply: z.object({}),
});

/** The welcome is not shown again. */
export const closeWelcome = route({
  name: 'close-welcome',
  method: 'POST',
  path: 'welcome/close',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({}),
  reply: z.object({}),
});
