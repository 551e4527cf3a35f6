/** The cadence of a row of `account`. */
import type { Cadence } from '../../domain/cadence.ts';
import { calendarDay } from '../../domain/calendar-day.ts';

export interface CadenceColumns {
  readonly cadence_days: number;
  readonly next_cadence_days: number | null;
  readonly next_cadence_on: string | null;
}

export function storedCadence({ cadence_days: days, next_cadence_days, next_cadence_on }: CadenceColumns): Cadence {
  const isAnnounced = next_cadence_days !== null && next_cadence_on !== null;
  return isAnnounced ? { days, next: { days: next_cadence_days, fromOn: calendarDay(next_cadence_on) } } : { days };
}
