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
