/** The score, 0 to 100, as three lines that explain themselves in data; it sorts and explains, the word judges (`domain.md`, The score). */
import { type CalendarDay, dayFromNumber } from './calendar-day.ts';
import { scorePolicy } from './health-policy.ts';
import { standingOn, standingTurns } from './key-partner.ts';
import { cadenceOn, type Timeline } from './timeline.ts';

/** Why a line has its points; the message catalogue makes a sentence of code and values. Days are dates, so that a sentence counts them itself. */
export type ScoreReason =
  | { readonly code: 'never_in_person'; readonly values: { readonly cadenceDays: number } }
  | { readonly code: 'in_person_within_cadence' | 'in_person_late' | 'in_person_too_late'; readonly values: LastNearValues }
  | { readonly code: 'near_touchpoints'; readonly values: NearTouchpointValues }
  | { readonly code: 'no_key_partner_named'; readonly values: Readonly<Record<string, never>> }
  | { readonly code: 'no_key_partner_expected_yet'; readonly values: { readonly named: number } }
  | { readonly code: 'key_partners_met'; readonly values: KeyPartnerValues };

export interface LastNearValues {
  readonly lastNearOn: CalendarDay;
  readonly cadenceDays: number;
}

export interface NearTouchpointValues {
  /** The days that count, newest first. */
  readonly countedOn: readonly CalendarDay[];
  readonly expected: number;
  readonly windowDays: number;
}

export interface KeyPartnerValues {
  readonly metContactIds: readonly string[];
  /** Everybody in the denominator, met or not. */
  readonly expectedContactIds: readonly string[];
  readonly withinDays: number;
}

export const scoreLineNames = ['recency', 'frequency', 'reach'] as const;
export type ScoreLineName = (typeof scoreLineNames)[number];

export type ScoreLine = ScoreReason & {
  readonly line: ScoreLineName;
  /** Whole, 0 to `maxPoints`. */
  readonly points: number;
  readonly maxPoints: number;
};

const { recency, frequency, reach } = scorePolicy;

/** In the order of `scoreLineNames`. `today` is a day number. */
export function scoreLinesOn(timeline: Timeline, today: number): readonly ScoreLine[] {
  const cadence = cadenceOn(timeline, today);
  return [recencyLine(timeline, today, cadence), frequencyLine(timeline, today, cadence), reachLine(timeline, today, cadence)];
}

function recencyLine({ lastNear }: Timeline, today: number, cadenceDays: number): ScoreLine {
  const { maxPoints } = recency;
  if (lastNear === undefined) return { line: 'recency', points: 0, maxPoints, code: 'never_in_person', values: { cadenceDays } };
  const late = Math.max(0, today - lastNear - cadenceDays);
  const lateAtMost = (recency.zeroAtCadences - 1) * cadenceDays;
  const code = late === 0 ? 'in_person_within_cadence' : late < lateAtMost ? 'in_person_late' : 'in_person_too_late';
  return {
    line: 'recency',
    points: pointsOf(maxPoints, Math.max(0, lateAtMost - late), lateAtMost),
    maxPoints,
    code,
    values: { lastNearOn: dayFromNumber(lastNear), cadenceDays },
  };
}

function frequencyLine(timeline: Timeline, today: number, cadence: number): ScoreLine {
  const { maxPoints } = frequency;
  const windowDays = frequencyWindowDays(cadence);
  const history = timeline.firstActivity === undefined ? 0 : Math.max(0, today - timeline.firstActivity);
  const expected = Math.max(1, Math.floor(Math.min(windowDays, history) / cadence));
  const counted = countedDays(timeline.nearDays, today, cadence);
  const values: NearTouchpointValues = { countedOn: counted.map(dayFromNumber), expected, windowDays };
  return {
    line: 'frequency',
    points: pointsOf(maxPoints, Math.min(counted.length, expected), expected),
    maxPoints,
    code: 'near_touchpoints',
    values,
  };
}

/** Greedily from the newest; a day ahead of today counts as today. */
function countedDays(nearDays: readonly number[], today: number, cadence: number): readonly number[] {
  const windowDays = frequencyWindowDays(cadence);
  const counted: number[] = [];
  let newer = Infinity;
  for (const nearDay of nearDays) {
    const day = Math.min(nearDay, today);
    if (today - day > windowDays) break;
    if (frequency.spacingDenominator * (newer - day) < cadence) continue;
    counted.push(nearDay);
    newer = day;
  }
  return counted;
}

function reachLine({ keyPartners }: Timeline, today: number, cadence: number): ScoreLine {
  const { maxPoints } = reach;
  const named = keyPartners.filter(({ removed }) => removed === undefined).length;
  const standings = keyPartners.map((partner) => ({ contactId: partner.contactId, standing: standingOn(partner, today, cadence) }));
  const expected = standings.filter(({ standing }) => standing !== 'outside');
  if (expected.length === 0) {
    const empty = { line: 'reach', points: 0, maxPoints } as const;
    return named === 0
      ? { ...empty, code: 'no_key_partner_named', values: {} }
      : { ...empty, code: 'no_key_partner_expected_yet', values: { named } };
  }
  const metContactIds = expected.filter(({ standing }) => standing === 'met').map(({ contactId }) => contactId);
  return {
    line: 'reach',
    points: pointsOf(maxPoints, metContactIds.length, expected.length),
    maxPoints,
    code: 'key_partners_met',
    values: {
      metContactIds: metContactIds.sort(),
      expectedContactIds: expected.map(({ contactId }) => contactId).sort(),
      withinDays: reach.withinCadences * cadence,
    },
  };
}

function frequencyWindowDays(cadence: number): number {
  return Math.min(frequency.windowCadences * cadence, frequency.maxWindowDays);
}

/** `maxPoints` × part ÷ whole, rounded half up, in whole numbers throughout. */
function pointsOf(maxPoints: number, part: number, whole: number): number {
  return Math.floor((2 * maxPoints * part + whole) / (2 * whole));
}

/** Days on which time alone may change a line, in no order; of the recency, which changes again and again, only the next after `today`. */
export function scoreTurns(timeline: Timeline, today: number, cadence: number): readonly number[] {
  const { nearDays, firstActivity, keyPartners } = timeline;
  const windowDays = frequencyWindowDays(cadence);
  const turns = keyPartners.flatMap((partner) => standingTurns(partner, cadence));
  const isAhead = nearDays.some((day) => day > today);
  for (const day of nearDays) {
    turns.push(day + windowDays + 1);
    // While the newest counts as today it moves away from the others, which then count beside it.
    if (isAhead) turns.push(day + Math.ceil(cadence / frequency.spacingDenominator));
  }
  if (firstActivity !== undefined) {
    for (let cadences = 2; cadences * cadence <= windowDays; cadences += 1) turns.push(firstActivity + cadences * cadence);
  }
  const next = nextRecencyTurn(timeline, today, cadence);
  return next === undefined ? turns : [...turns, next];
}

function nextRecencyTurn(timeline: Timeline, today: number, cadence: number): number | undefined {
  const { lastNear } = timeline;
  if (lastNear === undefined) return undefined;
  const lastTurn = lastNear + recency.zeroAtCadences * cadence;
  const now = recencyLine(timeline, today, cadence);
  for (let day = Math.max(today, lastNear + cadence) + 1; day <= lastTurn; day += 1) {
    const then = recencyLine(timeline, day, cadence);
    if (then.points !== now.points || then.code !== now.code) return day;
  }
  return undefined;
}
