// Who may read what: verifies the bearer token, asks for the application role of a call, and applies Exchange's RBAC scope and
// Outlook's limits per mailbox: four requests at a time, and a number in ten minutes.
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { delegateFault } from './graph-delegates.ts';
import type { Delegate } from './graph-delegates.ts';
import { refuse } from './graph-http.ts';
import type { GraphContext } from './graph-http.ts';
import type { Mailbox, TenantState } from './mailbox-store.ts';
import type { SimulatedUser } from './tenant.ts';

/** Outlook's limit per app and mailbox (throttling-limits, Outlook service). */
const maxConcurrentPerMailbox = 4;
const throttledRetryAfterSeconds = 1;
const quotaWindowMs = 600_000;
/** Application roles that open every mailbox and so make the RBAC scope void. */
const wideCalendarRoles = ['Calendars.Read', 'Calendars.ReadWrite', 'Calendars.ReadBasic.All'] as const;

interface VerifiedCaller {
  readonly tenant: TenantState;
  readonly roles: ReadonlySet<string>;
  readonly delegate: Delegate | undefined;
  /** Client id of the app. */
  readonly applicationId: string;
}

type TokenVerifier = (authorization: string | undefined) => Promise<VerifiedCaller>;

/** A verifier over the tenants' published keys, which are fetched over HTTP and fetched again for an unknown key. */
export function createTokenVerifier(options: {
  readonly tenants: ReadonlyMap<string, TenantState>;
  readonly entraBaseUrl: string;
  readonly nowAt: () => Date;
}): TokenVerifier {
  const keySets = new Map(
    [...options.tenants.keys()].map((tenantId) => {
      const url = new URL(`${options.entraBaseUrl}/${tenantId}/discovery/v2.0/keys`);
      return [tenantId, createRemoteJWKSet(url, { cooldownDuration: 0 })] as const;
    }),
  );
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return refuseToken('Access token is empty.');
    const tenantId = tenantIdOf(token);
    const tenant = options.tenants.get(tenantId);
    const keySet = keySets.get(tenantId);
    if (tenant === undefined || keySet === undefined) return refuseToken('Access token validation failure. Invalid tenant.');
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ['RS256'],
        audience: 'https://graph.microsoft.com',
        issuer: `https://sts.windows.net/${tenantId}/`,
        currentDate: options.nowAt(),
        clockTolerance: 300,
      });
      return { tenant, ...grantsOf(payload), applicationId: String(payload['appid'] ?? '') };
    } catch (error) {
      return refuseToken(reasonOf(error));
    }
  };
}

/** A user's token has scopes, the app's own has roles. */
function grantsOf(payload: JWTPayload): Pick<VerifiedCaller, 'roles' | 'delegate'> {
  const { scp, roles, oid } = payload;
  if (typeof scp === 'string') return { roles: new Set(), delegate: { userId: String(oid), scopes: new Set(scp.split(' ')) } };
  return { roles: new Set(Array.isArray(roles) ? roles.map(String) : []), delegate: undefined };
}

function refuseToken(message: string): never {
  return refuse({ status: 401, code: 'InvalidAuthenticationToken', message });
}

function tenantIdOf(token: string): string {
  try {
    return String(decodeJwt(token)['tid'] ?? '');
  } catch {
    return refuseToken('CompactToken parsing failed with error code: 80049217');
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
    return 'Access token validation failure. Invalid audience.';
  if (error instanceof errors.JOSEError) return 'Access token validation failure. Invalid signature or claims.';
  throw error;
}

/** 403 `Authorization_RequestDenied` when the token has none of the roles. */
export function requireRole(context: GraphContext, ...anyOf: readonly string[]): void {
  const roles = context.get('roles');
  if (!anyOf.some((role) => roles.has(role))) {
    refuse({ status: 403, code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' });
  }
}

/** The user by object id or userPrincipalName, or 404. */
export function requireUser(context: GraphContext): SimulatedUser {
  const name = context.req.param('userId') ?? '';
  const user = context.get('tenant').usersByName.get(name.toLowerCase());
  return (
    user ??
    refuse({
      status: 404,
      code: 'Request_ResourceNotFound',
      message: `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
    })
  );
}

/**
 * The mailbox whose calendar the caller may read: 404 without a mailbox in the cloud, 403 outside the scope.
 */
export function requireMailbox(context: GraphContext, user: SimulatedUser): Mailbox {
  const tenant = context.get('tenant');
  const mailbox = tenant.mailboxes.get(user.id);
  if (mailbox?.condition !== 'here') {
    return refuse({
      status: 404,
      code: 'MailboxNotEnabledForRESTAPI',
      message: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    });
  }
  const delegate = context.get('delegate');
  if (delegate !== undefined) {
    const fault = delegateFault(context, delegate, user.id);
    return fault === undefined ? mailbox : refuse(fault);
  }
  if (!hasWideCalendarRole(context) && !tenant.scopedUserIds.has(user.id)) {
    return refuse({ status: 403, code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' });
  }
  return mailbox;
}

/** Whether Entra itself has opened every mailbox to the app, so that Exchange's scope is void. */
export function hasWideCalendarRole(context: GraphContext): boolean {
  return wideCalendarRoles.some((role) => context.get('roles').has(role));
}

/**
 * Runs a calendar request: 404 and 403 as `requireMailbox`, 429 when four requests of this mailbox are already running or its ten
 * minutes are used up. `work` includes the simulated latency, so that requests really overlap.
 */
export async function withMailbox<T>(context: GraphContext, work: (mailbox: Mailbox) => Promise<T>): Promise<T> {
  const mailbox = requireMailbox(context, requireUser(context));
  countRequest(context, mailbox);
  if (mailbox.requestsInFlight >= maxConcurrentPerMailbox) {
    const message = 'Application is over its MailboxConcurrency limit.';
    return refuse({ status: 429, code: 'ApplicationThrottled', message, retryAfterSeconds: throttledRetryAfterSeconds });
  }
  mailbox.requestsInFlight += 1;
  try {
    return await work(mailbox);
  } finally {
    mailbox.requestsInFlight -= 1;
  }
}

function countRequest(context: GraphContext, mailbox: Mailbox): void {
  const nowMs = context.get('nowAt').getTime();
  const ageMs = nowMs - mailbox.recentRequests.sinceMs;
  if (ageMs >= quotaWindowMs || ageMs < 0) mailbox.recentRequests = { sinceMs: nowMs, count: 0 };
  mailbox.recentRequests.count += 1;
  if (mailbox.recentRequests.count <= context.get('settings').mailboxRequestsPerTenMinutes) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((mailbox.recentRequests.sinceMs + quotaWindowMs - nowMs) / 1_000));
  refuse({ status: 429, code: 'ApplicationThrottled', message: 'Application is over its RequestCount limit.', retryAfterSeconds });
}
