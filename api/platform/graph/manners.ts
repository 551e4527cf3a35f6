/** How politely Graph is asked: few requests at once per mailbox, as many per tenant as it bears, people first, and Retry-After obeyed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '@microsoft/microsoft-graph-client';
import PQueue from 'p-queue';
import { chance } from '../clock.ts';
import { type AdaptiveLimit, afterRefusal, afterSuccess, firstLimit } from './adaptive-limit.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { GraphUsage } from './graph-usage.ts';

/** Who waits for the answer: a person gives up soon, a background read obeys long waits. */
export type Patience = 'person' | 'background';

/** Sends one request; sets the context's response. */
export type Send = (context: Context) => Promise<void>;

export interface Manners {
  /** Sends when it is polite to, again when asked to wait and patience allows; otherwise the refusal stands as the response. */
  readonly send: (context: Context, of: { readonly tenantId: string; readonly patience: Patience }, send: Send) => Promise<void>;
}

/** Outlook allows four per app and mailbox (throttling-limits, "Outlook service"); one is left for whoever else reads with our permission. */
const maxPerMailbox = 3;

const patienceOf = {
  person: { priority: 1, maxRetries: 1, maxWaitMs: 2_000, firstWaitMs: 500 },
  background: { priority: 0, maxRetries: 5, maxWaitMs: 120_000, firstWaitMs: 2_000 },
} as const;

/** One per process: what is under way is known here alone. `usage` counts what was really sent. */
export function graphManners(usage?: GraphUsage): Manners {
  const gates = createGates();
  return {
    async send(context, { tenantId, patience }, send) {
      const { maxRetries, maxWaitMs, firstWaitMs } = patienceOf[patience];
      for (let tries = 0; ; tries += 1) {
        const gate = gates.of(tenantId, mailboxIn(context));
        const blockedMs = gate.blockedMs();
        if (blockedMs > maxWaitMs) return refuse(context, blockedMs);
        if (blockedMs > 0) await sleep(blockedMs);
        await gate.pass(() => send(context), patienceOf[patience].priority);
        await usage?.count(tenantId, context);
        const isRefused = isWorthAnotherTry(context);
        gate.settle(isRefused ? (retryAfterMs(context) ?? backOffMs(Math.min(maxWaitMs, firstWaitMs * 2 ** tries))) : undefined);
        if (!isRefused || tries >= maxRetries) return;
      }
    },
  };
}

/** What one request has to pass. */
interface Gate {
  /** 0 when something may be sent now. */
  readonly blockedMs: () => number;
  readonly pass: (work: () => Promise<void>, priority: number) => Promise<void>;
  /** Learns from the answer: undefined when it was none of a busy server, otherwise how long nothing may be sent. */
  readonly settle: (waitMs: number | undefined) => void;
}

interface Slots {
  readonly queue: PQueue;
  /** In ms of `performance.now`; nothing is sent before. */
  notBeforeMs: number;
}

function createGates(): { readonly of: (tenantId: string, mailbox: string | undefined) => Gate } {
  const tenants = new Map<string, Slots & { limit: AdaptiveLimit }>();
  const mailboxes = new Map<string, Slots>();

  function slotsOfTenant(tenantId: string): Slots & { limit: AdaptiveLimit } {
    const slots = tenants.get(tenantId) ?? { queue: new PQueue({ concurrency: firstLimit.limit }), notBeforeMs: 0, limit: firstLimit };
    tenants.set(tenantId, slots);
    return slots;
  }

  function slotsOfMailbox(key: string): Slots {
    const known = mailboxes.get(key);
    if (known) return known;
    const slots: Slots = { queue: new PQueue({ concurrency: maxPerMailbox }), notBeforeMs: 0 };
    mailboxes.set(key, slots);
    return slots;
  }

  function forgetWhenFree(key: string, { queue, notBeforeMs }: Slots): void {
    if (queue.size === 0 && queue.pending === 0 && notBeforeMs <= performance.now()) mailboxes.delete(key);
  }

  return {
    of: (tenantId, mailbox) => {
      const tenant = slotsOfTenant(tenantId);
      // A request about no mailbox waits for its tenant alone, and what it is told holds for the tenant.
      const key = `${tenantId}/${mailbox}`;
      const own = mailbox === undefined ? tenant : slotsOfMailbox(key);
      return {
        blockedMs: () => Math.max(0, own.notBeforeMs - performance.now()),
        // The mailbox first: whoever waits for it takes no place of the tenant's.
        pass: (work, priority) => {
          const inTenant = (): Promise<void> => tenant.queue.add(work, { priority });
          return own === tenant ? inTenant() : own.queue.add(inTenant, { priority });
        },
        settle: (waitMs) => {
          own.notBeforeMs = Math.max(own.notBeforeMs, performance.now() + (waitMs ?? 0));
          tenant.limit = waitMs === undefined ? afterSuccess(tenant.limit) : afterRefusal(tenant.limit, performance.now());
          tenant.queue.concurrency = Math.floor(tenant.limit.limit);
          forgetWhenFree(key, own);
        },
      };
    },
  };
}

/** The mailbox that a request is about; the first one of a batch, since ours are about one mailbox each. */
function mailboxIn({ request, options }: Context): string | undefined {
  const address = typeof request === 'string' ? request : '';
  const text = address.endsWith('/$batch') && typeof options?.body === 'string' ? options.body : address;
  return /\/users\/([^/?"]+)\/(?:calendarView|events)\b/i.exec(text)?.[1]?.toLowerCase();
}

/** Asked to wait, or the server's own trouble (throttling guidance; 503 and 504 alike). */
const passingStatuses: ReadonlySet<number> = new Set([429, 503, 504]);

function isWorthAnotherTry({ response }: Context): boolean {
  return response !== undefined && passingStatuses.has(response.status);
}

function retryAfterMs({ response }: Context): number | undefined {
  const seconds = retryAfterSeconds(response?.headers.get('retry-after'));
  return seconds === undefined ? undefined : seconds * 1_000;
}

/** Half of it for sure, the rest by chance. */
function backOffMs(ms: number): number {
  return ms * (0.5 + chance() / 2);
}

/** The answer that Graph would give: nobody asks it to say so once more. */
function refuse(context: Context, blockedMs: number): void {
  const headers = { 'content-type': 'application/json', 'retry-after': String(Math.ceil(blockedMs / 1_000)) };
  const error = { code: 'TooManyRequests', message: 'Asked to wait longer than the caller can.' };
  context.response = new Response(JSON.stringify({ error }), { status: 429, headers });
}
