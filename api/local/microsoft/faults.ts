// Switches faults of Graph on and off, over HTTP, for tests: refused, slow or broken answers, lost sync states, notifications that
// go astray. Decides, does not answer.
import { syncFaults } from './delta-token.ts';
import { graphOrigin } from './graph-http.ts';
import type { GraphFault } from './graph-http.ts';
import type { SpoilKind } from './spoiled-answers.ts';
import { spoilKinds } from './spoiled-answers.ts';

const refusalKinds = ['throttle', 'unavailable', 'expire', 'consent_revoked'] as const;
/** Hit only a request of change tracking that carries a token. */
const syncKinds = ['delta_gone', 'sync_state_not_found', 'sync_state_invalid', 'resync_required'] as const;
const notificationKinds = ['notifications_lost', 'notifications_twice', 'notifications_reversed', 'notifications_delayed'] as const;

export type NotificationFault = (typeof notificationKinds)[number];

export const faultKinds = ['none', 'slow', ...refusalKinds, ...syncKinds, ...spoilKinds, ...notificationKinds] as const;
type FaultKind = (typeof faultKinds)[number];

export interface FaultPlan {
  readonly kind: FaultKind;
  /** Value of Retry-After. */
  readonly retryAfterSeconds: number;
  /** How many more requests are hit; undefined: until switched off. */
  readonly times: number | undefined;
  /** Every n-th request is hit, from 1. */
  readonly every: number;
  /** Only requests whose path contains this text; empty: all. */
  readonly pathIncludes: string;
  /** Only this tenant's requests; empty: all. A storm over one tenant is `throttle` with its id. */
  readonly tenantId: string;
  /** Of a slow answer in real time, of a delayed notification by the simulator's clock. */
  readonly delayMs: number;
}

/** Longest delay of an answer that may be asked for. */
const maxDelayMs = 60_000;
/** Graph gives a notification up after four hours. */
const maxNotificationDelayMs = 4 * 3_600_000;
const maxRetryAfterSeconds = 600;
const maxPlans = 10;

export type FaultEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'refuse'; readonly fault: GraphFault }
  | { readonly kind: 'wait'; readonly delayMs: number }
  | { readonly kind: 'spoil'; readonly spoil: SpoilKind };

interface FaultyRequest {
  readonly path: string;
  readonly tenantId: string;
  /** A request of change tracking that goes on from a link. */
  readonly followsDelta: boolean;
}

export interface Faults {
  /** Sets the plans, of which the first that hits counts, and starts counting anew. */
  readonly set: (plans: readonly FaultPlan[]) => void;
  /** What happens to the request now. */
  readonly next: (request: FaultyRequest) => FaultEffect;
  /** What happens to the notifications that are sent together now; undefined: nothing. */
  readonly nextNotification: (tenantId: string) => { readonly kind: NotificationFault; readonly delayMs: number } | undefined;
}

/** A switch that starts without a fault. */
export function createFaults(): Faults {
  let switches: readonly Switch[] = [];
  const firstHit = (matches: (plan: FaultPlan) => boolean): FaultPlan | undefined =>
    switches.find(({ plan, isHit }) => matches(plan) && isHit())?.plan;
  return {
    set: (plans) => {
      switches = plans.map(createSwitch);
    },
    next: (request) => {
      const plan = firstHit((each) => concerns(each, request));
      return plan === undefined ? { kind: 'none' } : effectOf(plan, request);
    },
    nextNotification: (tenantId) => {
      const plan = firstHit(({ kind, tenantId: only }) => isOneOf(notificationKinds, kind) && (only === '' || only === tenantId));
      const kind = notificationKinds.find((each) => each === plan?.kind);
      return kind === undefined || plan === undefined ? undefined : { kind, delayMs: plan.delayMs };
    },
  };
}

interface Switch {
  readonly plan: FaultPlan;
  /** Counts the request, and says whether it is hit. */
  readonly isHit: () => boolean;
}

function createSwitch(plan: FaultPlan): Switch {
  let seen = 0;
  let hits = 0;
  return {
    plan,
    isHit: () => {
      seen += 1;
      if (seen % plan.every !== 0 || (plan.times !== undefined && hits >= plan.times)) return false;
      hits += 1;
      return true;
    },
  };
}

const isOneOf = (kinds: readonly FaultKind[], kind: FaultKind): boolean => kinds.includes(kind);

function concerns(plan: FaultPlan, request: FaultyRequest): boolean {
  if (plan.kind === 'none' || isOneOf(notificationKinds, plan.kind)) return false;
  if (isOneOf(syncKinds, plan.kind) && !request.followsDelta) return false;
  return request.path.includes(plan.pathIncludes) && (plan.tenantId === '' || plan.tenantId === request.tenantId);
}

function effectOf(plan: FaultPlan, request: FaultyRequest): FaultEffect {
  if (plan.kind === 'slow') return { kind: 'wait', delayMs: plan.delayMs };
  const spoil = spoilKinds.find((kind) => kind === plan.kind);
  return spoil === undefined ? { kind: 'refuse', fault: refusalOf(plan, request) } : { kind: 'spoil', spoil };
}

function refusalOf({ kind, retryAfterSeconds }: FaultPlan, { path }: FaultyRequest): GraphFault {
  switch (kind) {
    case 'throttle':
      return { status: 429, code: 'ApplicationThrottled', message: 'Application is over its request limit.', retryAfterSeconds };
    case 'expire':
      return { status: 401, code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed, the token is expired.' };
    case 'consent_revoked':
      return { status: 403, code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' };
    case 'delta_gone':
      return { ...syncFaults.resync_required, status: 410, location: `${graphOrigin}${path}?$deltatoken=` };
    case 'sync_state_not_found':
    case 'sync_state_invalid':
    case 'resync_required':
      return syncFaults[kind];
    default:
      return { status: 503, code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.', retryAfterSeconds };
  }
}

/** Reads the body of `POST /simulator/faults`, one plan or `{"faults": [plan, ...]}`; undefined when it is not understood. */
export function readFaultPlans(body: unknown): readonly FaultPlan[] | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { faults } = body as Readonly<Record<string, unknown>>;
  const asked: readonly unknown[] = Array.isArray(faults) ? faults : [body];
  const plans = asked.flatMap((each) => readFaultPlan(each) ?? []);
  return plans.length === asked.length && plans.length <= maxPlans ? plans : undefined;
}

function readFaultPlan(body: unknown): FaultPlan | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { kind: asked, ...rest } = body as Readonly<Record<string, unknown>>;
  const kind = faultKinds.find((known) => known === asked);
  if (kind === undefined) return undefined;
  const number = (name: string, options: { readonly fallback: number; readonly most: number }): number => {
    const value = rest[name];
    return typeof value === 'number' && value >= 0 ? Math.min(value, options.most) : options.fallback;
  };
  const text = (name: string): string => {
    const value = rest[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    kind,
    retryAfterSeconds: number('retryAfterSeconds', { fallback: 1, most: maxRetryAfterSeconds }),
    times: typeof rest['times'] === 'number' ? rest['times'] : undefined,
    every: Math.max(1, Math.floor(number('every', { fallback: 1, most: 1_000_000 }))),
    pathIncludes: text('pathIncludes'),
    tenantId: text('tenantId'),
    delayMs: number('delayMs', { fallback: 1000, most: isOneOf(notificationKinds, kind) ? maxNotificationDelayMs : maxDelayMs }),
  };
}
