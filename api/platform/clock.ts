/** The only place that asks the machine for the time or for chance. Everything else is told. */
import { randomUUID } from 'node:crypto';

export interface Clock {
  /** The present instant. */
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A new random id (UUID version 4). */
export function newId(): string {
  return randomUUID();
}

/** Chance, uniform in [0, 1): so that many who wait do not come back at once. */
export function chance(): number {
  return Math.random();
}
