/** Faults that can be switched on, on this machine only: our API broken or slow, Graph throttled, away or slow. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import * as z from 'zod';

/** `answer_lost`: a command is done and nobody hears of it, as when the app ends between the commit and the answer. */
export const apiFaults = ['none', 'unavailable', 'slow', 'answer_lost'] as const;
export const graphFaults = ['none', 'throttle', 'unavailable', 'slow'] as const;
export const Faults = z.object({ api: z.enum(apiFaults).default('none'), graph: z.enum(graphFaults).default('none') });
export type Faults = z.output<typeof Faults>;

export interface FaultSwitch {
  readonly current: () => Faults;
  readonly set: (faults: Faults) => Promise<void>;
  /** Stands before the API's routes, behind its CORS, as a broken app behind Azure's front end would. */
  readonly middleware: MiddlewareHandler;
}

const slowAnswerMs = 4_000;

export function faultSwitch(graphBaseUrl: string): FaultSwitch {
  let faults: Faults = { api: 'none', graph: 'none' };
  return {
    current: () => faults,
    async set(next) {
      faults = next;
      await fetch(`${graphBaseUrl}/simulator/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: next.graph }),
      });
    },
    async middleware(context, next) {
      if (faults.api === 'unavailable') return context.body(null, 503, { 'retry-after': '5' });
      if (faults.api === 'answer_lost' && context.req.method !== 'GET') {
        await next();
        context.res = new Response(null, { status: 503 });
        return;
      }
      if (faults.api === 'slow') await sleep(slowAnswerMs);
      return next();
    },
  };
}
