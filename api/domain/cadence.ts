/** Within how many days an account should be met in person, and when a shorter span takes effect (`domain.md`, Tiers and headline). */
import { addDays, type CalendarDay } from './calendar-day.ts';
import { cadencePolicy } from './health-policy.ts';

export interface Cadence {
  /** In force until `next` takes over; 1 to 365. */
  readonly days: number;
  /** A shorter one that was decided and takes effect on its day. */
  readonly next?: { readonly days: number; readonly fromOn: CalendarDay } | undefined;
}

export function isCadenceDays(days: number): boolean {
  return Number.isInteger(days) && days >= cadencePolicy.minDays && days <= cadencePolicy.maxDays;
}

/** The days in force on `todayOn`. */
export function cadenceDaysOn({ days, next }: Cadence, todayOn: CalendarDay): number {
  return next && next.fromOn <= todayOn ? next.days : days;
}

/**
 * The cadence after `days` was decided today. A longer one holds at once. A shorter one is announced first; deciding on it again, or on one
 * less short, does not put the day off.
 */
export function decideCadence(current: Cadence, days: number, todayOn: CalendarDay): Cadence {
  const inForce = cadenceDaysOn(current, todayOn);
  if (days >= inForce) return { days };
  // One in force already is longer than `days`: what is less short is still to come.
  const announced = current.next && current.next.days <= days ? current.next.fromOn : undefined;
  return { days: inForce, next: { days, fromOn: announced ?? addDays(todayOn, cadencePolicy.noticeDays) } };
}
