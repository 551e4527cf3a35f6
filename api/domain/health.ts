/** The word of an account: how its face-to-face relationship stands today, from facts alone (`domain.md`, The word of an account). */
import { addDays, type CalendarDay, dayNumber } from './calendar-day.ts';
import { healthPolicy as policy } from './health-policy.ts';
import type { Touchpoint } from './touchpoint.ts';

/** From best to worst. */
export const healthWords = ['on_track', 'due_soon', 'new', 'not_enough_data', 'overdue', 'completely_virtual', 'no_contact'] as const;
export type HealthWord = (typeof healthWords)[number];

/** On cadence, as coverage counts it. */
export function isOnCadence(word: HealthWord): boolean {
  return word === 'on_track' || word === 'due_soon';
}

export interface AccountFacts {
  /** 1 to 365. */
  readonly cadenceDays: number;
  /**
   * At most one per day and class, in any order. A day is the tagging seller's: it may lie ahead of the tenant's today, and counts as today
   * until then (`domain.md`, Days).
   */
  readonly touchpoints: readonly Touchpoint[];
  /** Days of the meetings that ended without a tag, never of one to come; one entry per meeting, in any order. */
  readonly unansweredOn: readonly CalendarDay[];
  /** Absent when the owner is not enrolled. */
  readonly ownerEnrolledOn?: CalendarDay | undefined;
  /** Whether a meeting that ended before the owner enrolled is unanswered. */
  readonly hasUnansweredHistory: boolean;
}

export interface AccountHealth {
  readonly word: HealthWord;
  /** How many unanswered meetings would change the word if they turned out to have been near. */
  readonly decidingUnanswered: number;
  readonly unanswered: number;
  readonly lastNearOn: CalendarDay | undefined;
  readonly lastTouchpointOn: CalendarDay | undefined;
  /** Remote touchpoints on days after the last near one. */
  readonly virtualStreak: number;
  /** The last day on which, with the same facts, the answer is the same; undefined when time alone changes nothing more. */
  readonly validUntilOn: CalendarDay | undefined;
}

/** The facts as whole day numbers, worked out once for all the days that are asked about. */
interface Timeline {
  readonly cadenceDays: number;
  readonly lastNear: number | undefined;
  readonly lastActivity: number | undefined;
  readonly firstActivity: number | undefined;
  readonly unanswered: readonly number[];
  readonly enrolled: number | undefined;
  readonly hasUnansweredHistory: boolean;
}

interface Answer {
  readonly word: HealthWord;
  readonly decidingUnanswered: number;
}

/** `todayOn` is the tenant's business date. */
export function accountHealth(facts: AccountFacts, todayOn: CalendarDay): AccountHealth {
  const today = dayNumber(todayOn);
  const { touchpoints } = facts;
  const nearDays = touchpoints.filter((touchpoint) => touchpoint.isNear).map(({ on }) => dayNumber(on));
  const unanswered = facts.unansweredOn.map(dayNumber);
  const activity = [...touchpoints.map(({ on }) => dayNumber(on)), ...unanswered];
  const lastNear = newest(nearDays);
  const timeline: Timeline = {
    cadenceDays: facts.cadenceDays,
    lastNear,
    lastActivity: newest(activity),
    firstActivity: activity.length > 0 ? activity.reduce((a, b) => Math.min(a, b)) : undefined,
    unanswered,
    enrolled: facts.ownerEnrolledOn && dayNumber(facts.ownerEnrolledOn),
    hasUnansweredHistory: facts.hasUnansweredHistory,
  };
  const answer = answerOn(timeline, today);
  const remaining = daysUntilChange(timeline, today, answer);
  return {
    ...answer,
    unanswered: unanswered.length,
    lastNearOn: lastNear === undefined ? undefined : addDays(todayOn, lastNear - today),
    lastTouchpointOn: touchpoints.reduce<CalendarDay | undefined>((last, { on }) => (last && last > on ? last : on), undefined),
    virtualStreak: touchpoints.filter((touchpoint) => !touchpoint.isNear && dayNumber(touchpoint.on) > (lastNear ?? -Infinity)).length,
    validUntilOn: remaining === undefined ? undefined : addDays(todayOn, remaining - 1),
  };
}

function answerOn(timeline: Timeline, today: number): Answer {
  const word = wordOn(timeline, today, timeline.lastNear);
  const deciding = timeline.unanswered.filter((day) => day > (timeline.lastNear ?? -Infinity) && wordOn(timeline, today, day) !== word);
  return { word, decidingUnanswered: deciding.length };
}

/** The first rule that matches, in the order of `domain.md`; `lastNear` apart, so that "what if it had been near" asks the same rules. */
function wordOn(timeline: Timeline, today: number, lastNear: number | undefined): HealthWord {
  const sinceNear = lastNear === undefined ? Infinity : Math.max(0, today - lastNear);
  const cadence = timeline.cadenceDays;
  if (policy.onTrackDenominator * sinceNear <= policy.onTrackNumerator * cadence) return 'on_track';
  if (sinceNear <= cadence) return 'due_soon';
  if (isSilent(timeline, today)) return 'no_contact';
  if (timeline.firstActivity !== undefined && today - timeline.firstActivity <= cadence) return 'new';
  if (isWithinEnrolmentGrace(timeline, today)) return 'not_enough_data';
  return sinceNear <= policy.nearMemoryDays ? 'overdue' : 'completely_virtual';
}

function isSilent({ lastActivity }: Timeline, today: number): boolean {
  return lastActivity === undefined || today - lastActivity > policy.contactMemoryDays;
}

function isWithinEnrolmentGrace({ enrolled, hasUnansweredHistory }: Timeline, today: number): boolean {
  return hasUnansweredHistory && enrolled !== undefined && today - enrolled < policy.enrolmentGraceDays;
}

/** Days from today to the first day with another answer, 1 or more. Only days on which a rule can turn are tried. */
function daysUntilChange(timeline: Timeline, today: number, answer: Answer): number | undefined {
  const { cadenceDays, lastNear, lastActivity, firstActivity, enrolled, unanswered } = timeline;
  const turns = new Set<number>();
  const nearDays = lastNear === undefined ? unanswered : [lastNear, ...unanswered.filter((day) => day > lastNear)];
  for (const day of nearDays) {
    turns.add(day + Math.floor((policy.onTrackNumerator * cadenceDays) / policy.onTrackDenominator) + 1);
    turns.add(day + cadenceDays + 1);
    turns.add(day + policy.nearMemoryDays + 1);
  }
  if (lastActivity !== undefined) turns.add(lastActivity + policy.contactMemoryDays + 1);
  if (firstActivity !== undefined) turns.add(firstActivity + cadenceDays + 1);
  if (enrolled !== undefined) turns.add(enrolled + policy.enrolmentGraceDays);
  const changesAt = [...turns]
    .filter((day) => day > today)
    .sort((a, b) => a - b)
    .find((day) => !isSameAnswer(answerOn(timeline, day), answer));
  return changesAt === undefined ? undefined : changesAt - today;
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  return a.word === b.word && a.decidingUnanswered === b.decidingUnanswered;
}

function newest(days: readonly number[]): number | undefined {
  return days.length > 0 ? days.reduce((a, b) => Math.max(a, b)) : undefined;
}
