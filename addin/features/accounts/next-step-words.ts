/** What to do next for an account, as a sentence from the server's code and values. Pure; decides nothing. */
import type { NextStep } from '../../../api/contract/next-step.ts';
import type { Words } from './account-sentences.ts';

/** ICU's `select` takes a word for "there is none". */
const none = 'none';

export function nextStepSentence(step: NextStep, todayOn: string, words: Words): string {
  const { text, formats } = words;
  const ago = (on: string): string => formats.daysAgo({ on, todayOn });
  switch (step.code) {
    case 'paused':
      return text('next.paused', { day: formats.day(step.untilOn) });
    case 'say_what_happened':
      return text('next.say_what_happened', { day: formats.day(step.plannedOn) });
    case 'answer_meetings':
      return text('next.answer_meetings', { count: step.count });
    case 'visit_planned':
      return text('next.visit_planned', { day: formats.day(step.on), when: ago(step.on) });
    case 'name_key_partners':
      return text('next.name_key_partners');
    case 'all_well':
      return text('next.all_well', { day: formats.day(step.untilOn) });
    default:
      return sentenceAboutPerson(step, todayOn, words);
  }
}

type StepAboutPerson = Extract<NextStep, { readonly contact: unknown }>;

function sentenceAboutPerson(step: StepAboutPerson, todayOn: string, words: Words): string {
  const { text, formats } = words;
  const ago = (on: string): string => formats.daysAgo({ on, todayOn });
  switch (step.code) {
    case 'set_day':
      return text('next.set_day', { name: step.contact.name });
    case 'meet_key_partner':
      return text('next.meet_key_partner', { name: step.contact.name, ago: step.lastNearOn ? ago(step.lastNearOn) : none });
    case 'await_answer':
      return text('next.await_answer', { name: step.contact.name, ago: ago(step.askedOn) });
    case 'ask_again':
      return text('next.ask_again', { name: step.contact.name, times: step.times, ago: ago(step.askedOn) });
    case 'ask_somebody_else':
      return text('next.ask_somebody_else', { name: step.contact.name, times: step.times, other: step.other?.name ?? none });
    case 'invite':
      return invitation(step, todayOn, words);
  }
}

type Invitation = Extract<NextStep, { readonly code: 'invite' }>;

function invitation(step: Invitation, todayOn: string, words: Words): string {
  const due = step.dueOn === null ? none : words.formats.day(step.dueOn);
  return words.text('next.invite', { name: step.contact?.name ?? none, due, reason: inviteReason(step, todayOn, words) });
}

/** "6 remote meetings in a row, last in person 330 days ago" */
function inviteReason({ virtualStreak: count, lastNearOn }: Invitation, todayOn: string, { text, formats }: Words): string {
  if (lastNearOn === null) return count > 0 ? text('next.because.streakNever', { count }) : text('next.because.never');
  const ago = formats.daysAgo({ on: lastNearOn, todayOn });
  return count > 0 ? text('next.because.streak', { count, ago }) : text('next.because.last', { ago });
}

/** Whom the next step is about, when it asks for an invitation or a day. */
export function personToInvite(step: NextStep): string | undefined {
  switch (step.code) {
    case 'ask_somebody_else':
      return step.other?.contactId;
    case 'invite':
      return step.contact?.contactId;
    case 'set_day':
    case 'meet_key_partner':
    case 'await_answer':
    case 'ask_again':
      return step.contact.contactId;
    default:
      return undefined;
  }
}
