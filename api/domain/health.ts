/** How an account's face-to-face relationship stands today, from facts alone: word, score, and until when both hold. */
import { addDays, type CalendarDay, dayFromNumber, dayNumber } from './calendar-day.ts';
import { decidingUnansweredOn, type HealthWord, wordOn, wordTurns } from './health-word.ts';
import { type ScoreLine, scoreLinesOn, scoreTurns } from './score.ts';
import { type AccountFacts, cadenceOn, type Timeline, timelineOf } from './timeline.ts';

export interface AccountHealth {
  readonly word: HealthWord;
  /** 0 to 100, the sum of the lines. For sorting and explanation: lists show the word. */
  readonly score: number;
  /** Recency, frequency, reach. */
  readonly lines: readonly ScoreLine[];
  /** How many unanswered meetings would change the word if they turned out to have been near. */
  readonly decidingUnanswered: number;
  readonly unanswered: number;
  readonly lastNearOn: CalendarDay | undefined;
  readonly lastTouchpointOn: CalendarDay | undefined;
  /** Remote touchpoints on days after the last near one. */
  readonly virtualStreak: number;
  /** The last day on which, with the same facts, every member here is the same; undefined when time alone changes nothing more. */
  readonly validUntilOn: CalendarDay | undefined;
}

/** What time alone can change. */
type Answer = Pick<AccountHealth, 'word' | 'decidingUnanswered' | 'lines'>;

/** `todayOn` is the tenant's business date. Throws a RangeError for a day that no calendar has or a cadence outside 1 to 365. */
export function accountHealth(facts: AccountFacts, todayOn: CalendarDay): AccountHealth {
  const today = dayNumber(todayOn);
  const timeline = timelineOf(facts);
  const { touchpoints } = facts;
  const lastNearOn = timeline.lastNear === undefined ? undefined : dayFromNumber(timeline.lastNear);
  const answer = answerOn(timeline, today);
  const changesAt = nextChange(timeline, today, answer);
  return {
    ...answer,
    score: answer.lines.reduce((sum, { points }) => sum + points, 0),
    unanswered: timeline.unanswered.length,
    lastNearOn,
    lastTouchpointOn: touchpoints.reduce<CalendarDay | undefined>((last, { on }) => (last && last > on ? last : on), undefined),
    virtualStreak: touchpoints.filter(({ isNear, on }) => !isNear && (lastNearOn === undefined || on > lastNearOn)).length,
    validUntilOn: changesAt === undefined ? undefined : addDays(todayOn, changesAt - today - 1),
  };
}

function answerOn(timeline: Timeline, today: number): Answer {
  const word = wordOn(timeline, today, timeline.lastNear);
  return { word, decidingUnanswered: decidingUnansweredOn(timeline, today, word), lines: scoreLinesOn(timeline, today) };
}

/**
 * The first day after `today` with another answer. Only days on which a rule can turn are tried, and none beyond the day of the next cadence:
 * from then on the lines name another.
 */
function nextChange(timeline: Timeline, today: number, answer: Answer): number | undefined {
  const cadence = cadenceOn(timeline, today);
  const turns = new Set([...wordTurns(timeline, cadence), ...scoreTurns(timeline, today, cadence)]);
  if (timeline.nextCadence) turns.add(timeline.nextCadence.from);
  // Plain data, built in one order: as text it is compared whole.
  const text = JSON.stringify(answer);
  return [...turns]
    .filter((day) => day > today)
    .sort((a, b) => a - b)
    .find((day) => JSON.stringify(answerOn(timeline, day)) !== text);
}
