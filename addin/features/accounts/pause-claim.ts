/** What the form of a pause holds, and what is wrong with it. Pure; the server decides by the same bounds. */
import { pausePolicy, type PauseReason, pauseReasons } from '../../../api/contract/vocabulary.ts';
import { dayAfter } from '../../ui/formats.ts';
import type { PauseClaim } from './use-pause.ts';

export interface PauseForm {
  /** Empty until one is chosen. */
  readonly reason: string;
  /** `YYYY-MM-DD`, or empty while the field holds no whole day. */
  readonly untilOn: string;
}

/** Days usually left to see whether things have changed. */
const usualPauseDays = 30;

/** What the form holds at first: the pause that runs, or a usual one without a reason. */
export function firstPauseForm(todayOn: string, running: PauseClaim | null): PauseForm {
  if (running) return { reason: running.reason, untilOn: running.untilOn };
  return { reason: '', untilOn: dayAfter({ on: todayOn, days: usualPauseDays }) };
}

/** The last day that a pause may have. */
export function lastPauseDay(todayOn: string): string {
  return dayAfter({ on: todayOn, days: pausePolicy.maxDays });
}

export type PauseFault = 'reason' | 'untilOn';

/** The claim, or the fields that are wrong, in their order. */
export function pauseClaimOf(
  { reason, untilOn }: PauseForm,
  todayOn: string,
): { readonly claim: PauseClaim } | { readonly faults: readonly PauseFault[] } {
  const known: PauseReason | undefined = pauseReasons.find((name) => name === reason);
  const isDayRight = untilOn >= todayOn && untilOn <= lastPauseDay(todayOn);
  if (known && isDayRight) return { claim: { reason: known, untilOn } };
  return { faults: [...(known ? [] : (['reason'] as const)), ...(isDayRight ? [] : (['untilOn'] as const))] };
}
