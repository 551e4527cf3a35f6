/** A small second implementation of the Functions host: mounts the trigger list that main.ts registers in Azure. */
import type { Hono, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import type { Clock } from '../platform/clock.ts';
import { appTokens } from '../platform/identity/app-token.ts';
import type { Database } from '../platform/db/database.ts';
import type { Log } from '../platform/log.ts';
import { queueService } from '../platform/queue/queue.ts';
import { createParts } from '../parts.ts';
import { type RouteTrigger, triggers } from '../triggers.ts';
import { readHostSettings } from './host-settings.ts';
import { httpApp } from './http-host.ts';
import { runQueueFunction } from './queue-host.ts';
import { runTimerFunction } from './timer-host.ts';

export interface LocalHost {
  readonly app: Hono;
  /** As the functions use it. */
  readonly database: Database;
  /** Runs a timer function now, besides its schedule. */
  readonly runTimer: (name: string) => Promise<void>;
  /** Stops timers and queues, waits for what is under way, closes the database. */
  readonly stop: () => Promise<void>;
}

export interface LocalHostOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Timers tick by their schedule; tests run them by name instead. */
  readonly hasSchedules: boolean;
  readonly before?: MiddlewareHandler | undefined;
}

/** Throws with a sentence when host.json cannot be used. */
export async function startHost({ config, clock, log, hasSchedules, before }: LocalHostOptions): Promise<LocalHost> {
  const read = await readHostSettings();
  if (!read.ok) throw new Error(read.failure.sentence);
  const settings = read.value;
  const parts = createParts(config, { clock, log });
  const list = triggers(() => parts);
  const service = queueService(config, appTokens(config));
  const stopQueues = list
    .filter((trigger) => trigger.kind === 'queue')
    .map((trigger) =>
      runQueueFunction(trigger, {
        service,
        settings: settings.queues,
        functionTimeoutMs: settings.functionTimeoutMs,
        onTrouble: (queueName) => log.warn('queue_not_reachable', { queueName }),
      }),
    );
  const timers = list.filter((trigger) => trigger.kind === 'timer');
  const stopTimers = hasSchedules ? timers.map((timer) => runTimerFunction(timer, { log })) : [];
  const routes: readonly RouteTrigger[] = list.filter((trigger) => trigger.kind === 'http');
  return {
    app: httpApp(routes, { routePrefix: settings.routePrefix, addinOrigin: config.addinOrigin, before }),
    database: parts.database,
    async runTimer(name) {
      const timer = timers.find((candidate) => candidate.name === name);
      if (!timer) throw new RangeError(`no timer is called ${name}`);
      await timer.handler();
    },
    async stop() {
      await Promise.all([...stopTimers, ...stopQueues].map((stop) => stop()));
      await parts.close();
    },
  };
}
