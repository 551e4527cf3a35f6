/**
 * What a seller does next for an account: one step each, and the order in which a list shows them. Shown, never scored. The order: what a word
 * of the seller settles; then accounts to invite, the worst word first; then those that wait or are planned; paused ones last.
 */
import { addDays, type CalendarDay, daysSince } from './calendar-day.ts';
import { type HealthWord, healthWords } from './health-word.ts';
import { healthPolicy } from './health-policy.ts';
import type { AskAnswer } from './in-person-ask.ts';
import type { KeyPartnerStanding } from './key-partner.ts';

export const nextStepPolicy = {
  /** So long an answer is waited for. */
  waitDays: 14,
  /** After so many invitations without a yes somebody else is asked. */
  maxAsks: 3,
  /** Older invitations say nothing any more. */
  askMemoryDays: 180,
} as const;

export interface StepPartner {
  readonly contactId: string;
  readonly standing: KeyPartnerStanding;
  readonly lastNearOn: CalendarDay | undefined;
  readonly lastTouchpointOn: CalendarDay | undefined;
}

export interface StepAsk {
  readonly contactId: string;
  readonly askedOn: CalendarDay;
  /** Absent while it is open. */
  readonly answer: AskAnswer | undefined;
}

export interface NextStepFacts {
  readonly word: HealthWord;
  /** Whether it is the seller's own: a colleague's meetings are not theirs to answer. */
  readonly isOwner: boolean;
  readonly decidingUnanswered: number;
  readonly cadenceDays: number;
  readonly lastNearOn: CalendarDay | undefined;
  readonly virtualStreak: number;
  readonly nextVisitOn: CalendarDay | undefined;
  /** The last day of a pause that runs. */
  readonly pausedUntilOn: CalendarDay | undefined;
  /** Day of the oldest plan whose day is over and of which nobody has said what became of it. */
  readonly passedPlanOn: CalendarDay | undefined;
  /** Those named now, in any order. */
  readonly keyPartners: readonly StepPartner[];
  /** In any order. */
  readonly asks: readonly StepAsk[];
  /** Whether anybody of the account is known. */
  readonly hasContacts: boolean;
}

export type NextStep =
  | { readonly code: 'paused'; readonly untilOn: CalendarDay }
  | { readonly code: 'say_what_happened'; readonly plannedOn: CalendarDay }
  | { readonly code: 'answer_meetings'; readonly count: number }
  | { readonly code: 'visit_planned'; readonly on: CalendarDay }
  | { readonly code: 'set_day'; readonly contactId: string }
  | { readonly code: 'name_key_partners' }
  | { readonly code: 'meet_key_partner'; readonly contactId: string; readonly lastNearOn: CalendarDay | undefined }
  /** `untilOn`: the last day of its word, when nothing happens. */
  | { readonly code: 'all_well'; readonly untilOn: CalendarDay }
  | { readonly code: 'await_answer'; readonly contactId: string; readonly askedOn: CalendarDay }
  | { readonly code: 'ask_somebody_else'; readonly contactId: string; readonly times: number; readonly otherContactId: string | undefined }
  | { readonly code: 'ask_again'; readonly contactId: string; readonly times: number; readonly askedOn: CalendarDay }
  | {
      readonly code: 'invite';
      /** Absent while nobody is known. */
      readonly contactId: string | undefined;
      readonly virtualStreak: number;
      readonly lastNearOn: CalendarDay | undefined;
      /** The last day within the cadence, when it lies ahead. */
      readonly dueOn: CalendarDay | undefined;
    };

export type NextStepCode = NextStep['code'];

type Rule = (facts: NextStepFacts, todayOn: CalendarDay) => NextStep | undefined;

/** The first that has something to say; the last one always has. */
const rules: readonly Rule[] = [paused, passedPlan, unanswered, planned, accepted, unnamed, onTrack, awaited];

/** `todayOn` is the tenant's business date. */
export function nextStep(facts: NextStepFacts, todayOn: CalendarDay): NextStep {
  for (const rule of rules) {
    const step = rule(facts, todayOn);
    if (step) return step;
  }
  return invitation(facts, todayOn);
}

function paused({ pausedUntilOn }: NextStepFacts): NextStep | undefined {
  return pausedUntilOn && { code: 'paused', untilOn: pausedUntilOn };
}

function passedPlan({ passedPlanOn }: NextStepFacts): NextStep | undefined {
  return passedPlanOn && { code: 'say_what_happened', plannedOn: passedPlanOn };
}

function unanswered({ isOwner, decidingUnanswered }: NextStepFacts): NextStep | undefined {
  return isOwner && decidingUnanswered > 0 ? { code: 'answer_meetings', count: decidingUnanswered } : undefined;
}

function planned({ nextVisitOn }: NextStepFacts): NextStep | undefined {
  return nextVisitOn && { code: 'visit_planned', on: nextVisitOn };
}

function accepted(facts: NextStepFacts, todayOn: CalendarDay): NextStep | undefined {
  const newest = standingAsks(facts, todayOn).find(({ answer }) => answer === 'accepted');
  return newest && { code: 'set_day', contactId: newest.contactId };
}

function unnamed({ keyPartners, hasContacts }: NextStepFacts): NextStep | undefined {
  return keyPartners.length === 0 && hasContacts ? { code: 'name_key_partners' } : undefined;
}

function onTrack(facts: NextStepFacts): NextStep | undefined {
  const { word, lastNearOn, cadenceDays } = facts;
  if (word !== 'on_track' || lastNearOn === undefined) return undefined;
  const missing = inOrderOfNeed(facts.keyPartners).find(({ standing }) => standing === 'not_met');
  if (missing) return { code: 'meet_key_partner', contactId: missing.contactId, lastNearOn: missing.lastNearOn };
  const { onTrackNumerator, onTrackDenominator } = healthPolicy;
  return { code: 'all_well', untilOn: addDays(lastNearOn, Math.floor((onTrackNumerator * cadenceDays) / onTrackDenominator)) };
}

function awaited(facts: NextStepFacts, todayOn: CalendarDay): NextStep | undefined {
  const open = standingAsks(facts, todayOn).find(
    ({ answer, askedOn }) => answer === undefined && daysSince(askedOn, todayOn) <= nextStepPolicy.waitDays,
  );
  return open && { code: 'await_answer', contactId: open.contactId, askedOn: open.askedOn };
}

/** The key partner who needs it most; after three invitations without a yes the next one in need. */
function invitation(facts: NextStepFacts, todayOn: CalendarDay): NextStep {
  const { word, lastNearOn, virtualStreak, cadenceDays } = facts;
  const asks = Map.groupBy(standingAsks(facts, todayOn), ({ contactId }) => contactId);
  const timesAsked = (contactId: string): number => asks.get(contactId)?.length ?? 0;
  const partners = inOrderOfNeed(facts.keyPartners);
  const [first] = partners;
  const other = partners.find(({ contactId }) => timesAsked(contactId) < nextStepPolicy.maxAsks);
  if (first && first !== other) {
    const { contactId } = first;
    return { code: 'ask_somebody_else', contactId, times: timesAsked(contactId), otherContactId: other?.contactId };
  }
  const [lastAsk] = first ? (asks.get(first.contactId) ?? []) : [];
  if (lastAsk) return { code: 'ask_again', contactId: lastAsk.contactId, times: timesAsked(lastAsk.contactId), askedOn: lastAsk.askedOn };
  const dueOn = word === 'due_soon' && lastNearOn !== undefined ? addDays(lastNearOn, cadenceDays) : undefined;
  return { code: 'invite', contactId: first?.contactId, virtualStreak, lastNearOn, dueOn };
}

/** Newest first: those that are not too old, of people who have not been met in person since. */
function standingAsks({ asks, keyPartners, lastNearOn }: NextStepFacts, todayOn: CalendarDay): readonly StepAsk[] {
  const partners = new Map(keyPartners.map((partner) => [partner.contactId, partner]));
  return asks
    .filter(({ contactId, askedOn }) => {
      const partner = partners.get(contactId);
      const metOn = partner ? partner.lastNearOn : lastNearOn;
      return (metOn === undefined || askedOn > metOn) && daysSince(askedOn, todayOn) <= nextStepPolicy.askMemoryDays;
    })
    .sort((a, b) => compare(b.askedOn, a.askedOn) || compare(a.contactId, b.contactId));
}

/** Never met in person first, then longest ago; of those, who was met last in any other way; then by id. */
function inOrderOfNeed(partners: readonly StepPartner[]): readonly StepPartner[] {
  return partners.toSorted(
    (a, b) =>
      compare(a.lastNearOn ?? '', b.lastNearOn ?? '') ||
      compare(b.lastTouchpointOn ?? '', a.lastTouchpointOn ?? '') ||
      compare(a.contactId, b.contactId),
  );
}

export interface StepAccount {
  readonly accountId: string;
  readonly name: string;
  readonly word: HealthWord;
  readonly isOwner: boolean;
  readonly revenueMinor: number;
  readonly step: NextStep;
}

/** For sorting, the most urgent first; then the own ones, the worst word, the largest revenue, the name. No two accounts are equal. */
export function byUrgency(a: StepAccount, b: StepAccount): number {
  return (
    urgencyOf(a) - urgencyOf(b) ||
    Number(b.isOwner) - Number(a.isOwner) ||
    healthWords.indexOf(b.word) - healthWords.indexOf(a.word) ||
    b.revenueMinor - a.revenueMinor ||
    compare(a.name, b.name) ||
    compare(a.accountId, b.accountId)
  );
}

const offCadence: ReadonlySet<HealthWord> = new Set(['overdue', 'completely_virtual', 'no_contact']);

const urgencyOfCode = {
  say_what_happened: 0,
  answer_meetings: 0,
  set_day: 0,
  invite: 'by_word',
  ask_again: 'by_word',
  ask_somebody_else: 'by_word',
  name_key_partners: 'by_word',
  meet_key_partner: 3,
  await_answer: 3,
  visit_planned: 4,
  all_well: 5,
  paused: 6,
} as const satisfies Readonly<Record<NextStepCode, number | 'by_word'>>;

/** 0 is the most urgent. */
function urgencyOf({ step, word }: StepAccount): number {
  const urgency = urgencyOfCode[step.code];
  if (urgency !== 'by_word') return urgency;
  if (offCadence.has(word)) return 1;
  return word === 'on_track' ? 3 : 2;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
