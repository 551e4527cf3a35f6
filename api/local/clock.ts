/** A clock that can be set, so that a demonstration need not wait. It runs on from wherever it was set. */
import type { Clock } from '../platform/clock.ts';

export interface LocalClock extends Clock {
  readonly setTo: (at: Date) => void;
  readonly advance: (milliseconds: number) => void;
}

/** Starts at the machine's own time. */
export function localClock(): LocalClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    setTo: (at) => {
      offsetMs = at.getTime() - Date.now();
    },
    advance: (milliseconds) => {
      offsetMs += milliseconds;
    },
  };
}
