/** The word of an account on a day: the first rule that matches, in the order of `domain.md`, The word of an account. */
import { healthPolicy as policy } from './health-policy.ts';
import { cadenceOn, type Timeline } from './timeline.ts';

/** From best to worst. */
export const healthWords = ['on_track', 'due_soon', 'new', 'not_enough_data', 'overdue', 'completely_virtual', 'no_contact'] as const;
export type HealthWord = (typeof healthWords)[number];

/** On cadence, as coverage counts it. */
export function isOnCadence(word: HealthWord): boolean {
  return word === 'on_track' || word === 'due_soon';
}

/** `lastNear` apart from the timeline, so that "what if it had been near" asks the same rules. All days are day numbers. */
export function wordOn(timeline: Timeline, today: number, lastNear: number | undefined): HealthWord {
  const sinceNear = Math.max(0, today - (lastNear ?? -Infinity));
  const cadence = cadenceOn(timeline, today);
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

/** How many unanswered meetings would change the word if they turned out to have been near. */
export function decidingUnansweredOn(timeline: Timeline, today: number, word: HealthWord): number {
  const { unanswered, lastNear = -Infinity } = timeline;
  return unanswered.filter((day) => day > lastNear && wordOn(timeline, today, day) !== word).length;
}

/** Days on which time alone may change the word or what unanswered meetings decide, in no order. */
export function wordTurns(timeline: Timeline, cadenceDays: number): readonly number[] {
  const { lastNear, lastActivity, firstActivity, enrolled, unanswered } = timeline;
  const turns: number[] = [];
  const onTrackDays = Math.floor((policy.onTrackNumerator * cadenceDays) / policy.onTrackDenominator);
  const nearDays = lastNear === undefined ? unanswered : [lastNear, ...unanswered.filter((day) => day > lastNear)];
  for (const day of nearDays) turns.push(day + onTrackDays + 1, day + cadenceDays + 1, day + policy.nearMemoryDays + 1);
  if (lastActivity !== undefined) turns.push(lastActivity + policy.contactMemoryDays + 1);
  if (firstActivity !== undefined) turns.push(firstActivity + cadenceDays + 1);
  if (enrolled !== undefined) turns.push(enrolled + policy.enrolmentGraceDays);
  return turns;
}
