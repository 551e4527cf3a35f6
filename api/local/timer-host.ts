/** Runs timer functions as the Functions host does: by their schedule in UTC, one run at a time, and on after a run that failed. */
import { Cron } from 'croner';
import { describeError, type Log } from '../platform/log.ts';
import type { TimerFunction } from '../triggers.ts';

/** Starts the schedule; the returned function ends it and waits for the run under way. */
export function runTimerFunction(timer: TimerFunction, { log }: { readonly log: Log }): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const schedule = new Cron(timer.schedule, { protect: true, timezone: 'UTC' }, () => {
    underWay = run(timer, log);
    return underWay;
  });
  return async () => {
    schedule.stop();
    await underWay;
  };
}

async function run(timer: TimerFunction, log: Log): Promise<void> {
  try {
    await timer.handler();
  } catch (error) {
    log.error('timer_failed', { timer: timer.name, ...describeError(error) });
  }
}
