/** The wire for invitations to meet in person and their answers: shown, never scored. */
import * as z from 'zod/mini';
import { askAnswers } from '../domain/in-person-ask.ts';
import { NamedContact, NamedPerson } from './named-contact.ts';
import { route } from './route.ts';
import { Day, TimeZone } from './tagging.ts';

export const Ask = z.object({
  askId: z.uuid(),
  contact: NamedContact,
  by: NamedPerson,
  /** In the own time zone of who asked. */
  askedOn: Day,
  /** Null while it is open. */
  answer: z.nullable(z.enum(askAnswers)),
  answeredOn: z.nullable(Day),
  /** Whether the caller asked: then the answer is theirs to give. */
  isMine: z.boolean(),
  /** Whether the caller may take it back: their own latest one of the account. */
  mayUndo: z.boolean(),
});
export type Ask = z.output<typeof Ask>;

/** "I asked": for whoever may see the account. */
export const askInPerson = route({
  name: 'ask-in-person',
  method: 'POST',
  path: 'accounts/{accountId}/asks',
  roles: ['seller', 'manager'],
  params: z.object({ accountId: z.uuid() }),
  request: z.object({
    contactId: z.uuid(),
    /** In the seller's own time zone; today at the latest. */
    askedOn: Day,
    timeZone: TimeZone,
  }),
  reply: z.object({ askId: z.uuid() }),
});

/** The answer to an invitation of the caller's own; null takes the answer back, a new one replaces it. */
export const answerAsk = route({
  name: 'answer-ask',
  method: 'PUT',
  path: 'asks/{askId}/answer',
  roles: ['seller', 'manager'],
  params: z.object({ askId: z.uuid() }),
  request: z.object({
    answer: z.nullable(z.enum(askAnswers)),
    /** In the seller's own time zone; today when absent. */
    answeredOn: z.optional(Day),
    timeZone: TimeZone,
  }),
  reply: z.object({}),
});

/** Takes back the caller's own latest invitation of an account: it was not made. */
export const undoAsk = route({
  name: 'undo-ask',
  method: 'DELETE',
  path: 'asks/{askId}',
  roles: ['seller', 'manager'],
  params: z.object({ askId: z.uuid() }),
  request: z.object({}),
  reply: z.object({}),
});
