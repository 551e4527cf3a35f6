// What Graph asks of the body of a subscription: names, lengths, addresses and how long it may last.
import * as z from 'zod';
import { refuse } from './graph-http.ts';
import type { GraphFault } from './graph-http.ts';
import { changeTypes } from './subscription-store.ts';
import type { ChangeType } from './subscription-store.ts';

const maxClientStateLength = 128;
/** A shorter life is raised to this. */
const minLifeMinutes = 45;
const minuteMs = 60_000;

const invalid = (message: string): GraphFault => ({ status: 400, code: 'InvalidRequest', message });

const Body = z.object({
  changeType: z.string(),
  notificationUrl: z.string(),
  resource: z.string(),
  expirationDateTime: z.string(),
  lifecycleNotificationUrl: z.string().nullish(),
  clientState: z.string().nullish(),
  includeResourceData: z.boolean().nullish(),
});

export interface SubscriptionRequest {
  readonly changeType: string;
  readonly changeTypes: readonly ChangeType[];
  readonly resource: string;
  /** Id or userPrincipalName within the resource. */
  readonly userName: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | undefined;
  readonly clientState: string | undefined;
  readonly expiresAtMs: number;
}

interface Limits {
  readonly nowAt: Date;
  readonly maxMinutes: number;
}

/** The body of `POST /subscriptions`, or 400. Only the events of one user are simulated, without resource data. */
export function readSubscription(body: unknown, limits: Limits): SubscriptionRequest {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return refuse(missing(parsed.error));
  const { changeType, resource, notificationUrl } = parsed.data;
  const userName = /^\/?users\/([^/]+)\/events$/i.exec(resource)?.[1];
  if (userName === undefined) return refuse(invalid(`The resource '${resource}' is not simulated; use /users/{id}/events.`));
  if (parsed.data.includeResourceData === true) return refuse(invalid('Notifications with resource data are not simulated.'));
  const clientState = parsed.data.clientState ?? undefined;
  if ((clientState?.length ?? 0) > maxClientStateLength)
    return refuse(invalid(`clientState must not exceed ${maxClientStateLength} characters.`));
  const lifecycleNotificationUrl = parsed.data.lifecycleNotificationUrl ?? undefined;
  for (const url of [notificationUrl, lifecycleNotificationUrl ?? notificationUrl]) requireAddress(url);
  return {
    changeType,
    changeTypes: readChangeTypes(changeType),
    resource,
    userName,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    expiresAtMs: readExpiration(parsed.data.expirationDateTime, limits),
  };
}

function missing(error: z.ZodError): GraphFault {
  const name = error.issues[0]?.path[0];
  return invalid(
    name === undefined ? 'The body must be a subscription.' : `${String(name)} is a required property for subscription creation.`,
  );
}

function readChangeTypes(text: string): readonly ChangeType[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const known = changeTypes.filter((type) => names.includes(type));
  return known.length === names.length ? known : refuse(invalid(`The change type '${text}' is not understood.`));
}

/** Graph takes https alone; a simulator on one machine also takes http on the loopback address. */
export function requireAddress(text: string): void {
  const url = URL.parse(text);
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol !== 'https:' && !isLocal) refuse(invalid(`The address '${text}' must begin with https.`));
}

/** When a subscription shall end: in the future, not beyond the longest life, and at least 45 minutes from now. */
export function readExpiration(text: string, limits: Limits): number {
  const nowMs = limits.nowAt.getTime();
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) return refuse(invalid(`The date '${text}' is not understood.`));
  if (atMs <= nowMs) return refuse(invalid('Subscription expiration must be in the future.'));
  if (atMs > nowMs + limits.maxMinutes * minuteMs)
    return refuse({
      status: 400,
      code: 'ExtensionError',
      message: `Subscription expiration can only be ${limits.maxMinutes} minutes in the future.`,
    });
  return Math.max(atMs, nowMs + minLifeMinutes * minuteMs);
}
