/** An invitation to meet in person and its answer: shown, never scored. "Tried three times" is not "never tried" (`domain.md`). */
import { addDays, type CalendarDay } from './calendar-day.ts';
import { ok, refused, type Result } from './result.ts';

export const askAnswers = ['accepted', 'declined', 'no_answer'] as const;
export type AskAnswer = (typeof askAnswers)[number];

export const askPolicy = {
  /** Longer ago than this, an invitation says nothing about today. */
  maxDaysAgo: 365,
} as const;

export interface AskClaim {
  readonly contactId: string;
  /** In the seller's own time zone. */
  readonly askedOn: CalendarDay;
}

export type AskDayRefusal = { readonly kind: 'ask_day_not_possible'; readonly firstOn: CalendarDay; readonly lastOn: CalendarDay };
export type AskRefusal = AskDayRefusal | { readonly kind: 'not_of_this_account'; readonly contactIds: readonly string[] };

/** `todayOn` is the seller's own day; `accountContactIds` are all contacts of the account. */
export function decideAsk(claim: AskClaim, accountContactIds: ReadonlySet<string>, todayOn: CalendarDay): Result<AskClaim, AskRefusal> {
  if (!accountContactIds.has(claim.contactId)) return refused({ kind: 'not_of_this_account', contactIds: [claim.contactId] });
  const firstOn = addDays(todayOn, -askPolicy.maxDaysAgo);
  if (claim.askedOn < firstOn || claim.askedOn > todayOn) return refused({ kind: 'ask_day_not_possible', firstOn, lastOn: todayOn });
  return ok(claim);
}

export interface AnswerClaim {
  readonly answer: AskAnswer;
  /** In the seller's own time zone. */
  readonly answeredOn: CalendarDay;
}

/** From the day of the invitation to the seller's own today. */
export function decideAskAnswer(claim: AnswerClaim, askedOn: CalendarDay, todayOn: CalendarDay): Result<AnswerClaim, AskDayRefusal> {
  if (claim.answeredOn < askedOn || claim.answeredOn > todayOn) {
    return refused({ kind: 'ask_day_not_possible', firstOn: askedOn, lastOn: todayOn });
  }
  return ok(claim);
}
