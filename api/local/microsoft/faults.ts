// Switches faults of Graph on and off, over HTTP, for tests: throttled, unavailable or slow answers, tokens that end early. Decides,
// does not answer.
import type { GraphFault } from './graph-http.ts';

export const faultKinds = ['none', 'throttle', 'unavailable', 'slow', 'expire'] as const;
type FaultKind = (typeof faultKinds)[number];

interface FaultPlan {
  readonly kind: FaultKind;
  /** Value of Retry-After. */
  readonly retryAfterSeconds: number;
  /** How many more requests are hit; undefined: until switched off. */
  readonly times: number | undefined;
  /** Every n-th request is hit, from 1. */
  readonly every: number;
  /** Only requests whose path contains this text; empty: all. */
  readonly pathIncludes: string;
  readonly delayMs: number;
}

const noFault: FaultPlan = { kind: 'none', retryAfterSeconds: 1, times: undefined, every: 1, pathIncludes: '', delayMs: 0 };

/** Longest delay that may be asked for. */
const maxDelayMs = 60_000;
const maxRetryAfterSeconds = 600;

export interface Faults {
  /** Sets the plan and starts counting anew. */
  readonly set: (plan: FaultPlan) => void;
  /** What happens to the request now: a fault to answer with, or milliseconds to wait (0 for none). */
  readonly next: (path: string) => GraphFault | number;
}

/** A switch that starts without a fault. */
export function createFaults(): Faults {
  let plan = noFault;
  let seen = 0;
  let hits = 0;
  return {
    set: (next) => {
      plan = next;
      seen = 0;
      hits = 0;
    },
    next: (path) => {
      if (plan.kind === 'none' || !path.includes(plan.pathIncludes)) return 0;
      seen += 1;
      if (seen % plan.every !== 0 || (plan.times !== undefined && hits >= plan.times)) return 0;
      hits += 1;
      return plan.kind === 'slow' ? plan.delayMs : faultFor(plan);
    },
  };
}

function faultFor({ kind, retryAfterSeconds }: FaultPlan): GraphFault {
  switch (kind) {
    case 'throttle':
      return { status: 429, code: 'ApplicationThrottled', message: 'Application is over its request limit.', retryAfterSeconds };
    case 'expire':
      return { status: 401, code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed, the token is expired.' };
    default:
      return { status: 503, code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.', retryAfterSeconds };
  }
}

/** Reads the body of `POST /simulator/faults`; undefined when it is not understood. */
export function readFaultPlan(body: unknown): FaultPlan | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { kind: asked, ...rest } = body as Readonly<Record<string, unknown>>;
  const kind = faultKinds.find((known) => known === asked);
  if (kind === undefined) return undefined;
  const number = (name: string, options: { readonly fallback: number; readonly most: number }): number => {
    const value = rest[name];
    return typeof value === 'number' && value >= 0 ? Math.min(value, options.most) : options.fallback;
  };
  const pathIncludes = rest['pathIncludes'];
  return {
    kind,
    retryAfterSeconds: number('retryAfterSeconds', { fallback: 1, most: maxRetryAfterSeconds }),
    times: typeof rest['times'] === 'number' ? rest['times'] : undefined,
    every: Math.max(1, Math.floor(number('every', { fallback: 1, most: 1_000_000 }))),
    pathIncludes: typeof pathIncludes === 'string' ? pathIncludes : '',
    delayMs: number('delayMs', { fallback: 1000, most: maxDelayMs }),
  };
}
