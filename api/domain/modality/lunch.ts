/** When a meeting is at lunchtime: what speaks for a meal where a word or a place does too. */

export interface LocalTimes {
  /** 0 to 23, where the meeting takes place or the seller is. */
  readonly startHourLocal?: number | undefined;
  readonly durationMinutes?: number | undefined;
}

/** The hours in which a lunch begins, and how long one takes at least. */
const firstLunchHour = 11;
const lastLunchHour = 14;
const minLunchMinutes = 45;

/** False while the hour or the length is unknown. */
export function isOverLunch({ startHourLocal, durationMinutes }: LocalTimes): boolean {
  const isNoon = startHourLocal !== undefined && startHourLocal >= firstLunchHour && startHourLocal <= lastLunchHour;
  return isNoon && durationMinutes !== undefined && durationMinutes >= minLunchMinutes;
}
