// Graph's `/subscriptions`: made after a handshake with the app's addresses, renewed, reauthorized and given up. One app sees its own.
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { hasWideCalendarRole, requireMailbox } from './graph-access.ts';
import { badRequest, faultOf, graphOrigin, readPreferences, refuse, refuseOtherOptions } from './graph-http.ts';
import type { GraphContext, GraphEnvironment } from './graph-http.ts';
import type { Mailbox } from './mailbox-store.ts';
import { validateEndpoint } from './notification-post.ts';
import { readExpiration, readSubscription, requireAddress } from './subscription-request.ts';
import type { SubscriptionRequest } from './subscription-request.ts';
import type { Subscription, SubscriptionStore } from './subscription-store.ts';

/** Active subscriptions of one mailbox over all apps. */
const maxPerMailbox = 1_000;
/** Documented as a thing not to do; here it is refused, so that an app which does it notices. */
const noBothWithinMs = 600_000;

interface SubscriptionOptions {
  readonly pause: () => Promise<void>;
  readonly subscriptions: SubscriptionStore;
  /** From now on the mailbox's changes are told. */
  readonly watch: (mailbox: Mailbox, tenantId: string) => void;
}

/** Adds the routes. */
export function addSubscriptionRoutes(app: Hono<GraphEnvironment>, options: SubscriptionOptions): void {
  const { pause, subscriptions } = options;
  app.post('/v1.0/subscriptions', async (context) => {
    await pause();
    return context.json(rendered(await create(context, options), 'subscriptions/$entity'), 201);
  });
  app.get('/v1.0/subscriptions', async (context) => {
    await pause();
    refuseOtherOptions({ query: context.req.query(), allowed: [] });
    return context.json({
      '@odata.context': `${graphOrigin}/v1.0/$metadata#subscriptions`,
      value: own(context, subscriptions).map(render),
    });
  });
  app.get('/v1.0/subscriptions/:id', async (context) => {
    await pause();
    return context.json(rendered(requireOwn(context, subscriptions), 'subscriptions/$entity'));
  });
  app.patch('/v1.0/subscriptions/:id', async (context) => {
    await pause();
    return context.json(rendered(await renew(context, subscriptions), 'subscriptions/$entity'));
  });
  app.post('/v1.0/subscriptions/:id/reauthorize', async (context) => {
    await pause();
    reauthorize(context, subscriptions);
    return context.body(null, 204);
  });
  app.delete('/v1.0/subscriptions/:id', async (context) => {
    await pause();
    subscriptions.remove(requireOwn(context, subscriptions).id);
    return context.body(null, 204);
  });
}

async function create(context: GraphContext, options: SubscriptionOptions): Promise<Subscription> {
  const nowAt = context.get('nowAt');
  const { subscriptionMaxMinutes: maxMinutes } = context.get('settings');
  const request = readSubscription(await readJson(context), { nowAt, maxMinutes });
  const mailbox = subscribableMailbox(context, request.userName);
  refuseDuplicate(context, { request, subscriptions: options.subscriptions, userId: mailbox.user.id });
  await requireValid(context, request.notificationUrl);
  if (request.lifecycleNotificationUrl !== undefined) await requireValid(context, request.lifecycleNotificationUrl);
  const subscription: Subscription = {
    id: randomUUID(),
    changeType: request.changeType,
    changeTypes: request.changeTypes,
    resource: request.resource,
    notificationUrl: request.notificationUrl,
    lifecycleNotificationUrl: request.lifecycleNotificationUrl,
    clientState: request.clientState,
    expiresAtMs: request.expiresAtMs,
    tenantId: context.get('tenant').tenant.tenantId,
    userId: mailbox.user.id,
    applicationId: context.get('applicationId'),
    idKind: readPreferences(context.req.header('prefer')).idKind,
    isPaused: false,
    reauthorizedAtMs: undefined,
    renewedAtMs: undefined,
  };
  options.subscriptions.put(subscription);
  options.watch(mailbox, subscription.tenantId);
  return subscription;
}

async function readJson(context: GraphContext): Promise<unknown> {
  return await context.req.json().catch(() => refuse(badRequest('Unable to read JSON request payload.')));
}

/** Outlook's refusals come wrapped: Graph only hands the request on to it. */
function subscribableMailbox(context: GraphContext, userName: string): Mailbox {
  const user = context.get('tenant').usersByName.get(userName.toLowerCase());
  if (user === undefined) return refuseAsOutlook(404, 'NotFound', `The requested user '${userName}' is invalid.`);
  if (context.get('settings').refusesSubscriptionsUnderRbac && !hasWideCalendarRole(context))
    return refuseAsOutlook(403, 'Forbidden', 'Access is denied. Check credentials and try again.');
  try {
    return requireMailbox(context, user);
  } catch (error) {
    const fault = faultOf(error);
    if (fault?.status === 403) return refuseAsOutlook(403, 'Forbidden', fault.message);
    if (fault?.status === 404) return refuseAsOutlook(404, 'NotFound', fault.message);
    throw error;
  }
}

function refuseAsOutlook(status: 403 | 404, name: string, reason: string): never {
  const message = `Operation: Create; Exception: [Status Code: ${name}; Reason: ${reason}]`;
  return refuse({ status, code: 'ExtensionError', message });
}

function refuseDuplicate(
  context: GraphContext,
  options: { readonly request: SubscriptionRequest; readonly subscriptions: SubscriptionStore; readonly userId: string },
): void {
  const { request, userId } = options;
  const { tenantId } = context.get('tenant').tenant;
  const isOfMailbox = (each: Subscription): boolean => each.userId === userId && each.tenantId === tenantId;
  const ofMailbox = options.subscriptions.active(context.get('nowAt')).filter(isOfMailbox);
  const same = ofMailbox.find(
    (each) => each.applicationId === context.get('applicationId') && each.changeTypes.join() === request.changeTypes.join(),
  );
  if (same !== undefined)
    refuse({
      status: 409,
      code: 'ObjectIdentifierInUse',
      message: `Subscription Id ${same.id} already exists for the requested combination`,
    });
  if (ofMailbox.length >= maxPerMailbox) refuseAsOutlook(403, 'Forbidden', 'Number of subscriptions on item has exceeded limit');
}

async function requireValid(context: GraphContext, url: string): Promise<void> {
  const result = await validateEndpoint({ url, timeoutMs: context.get('settings').validationTimeoutMs });
  if (result === 'valid') return;
  const message =
    result === 'timed_out'
      ? 'Subscription validation request timed out.'
      : 'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.';
  refuse({ status: 400, code: 'ValidationError', message });
}

function own(context: GraphContext, subscriptions: SubscriptionStore): readonly Subscription[] {
  const tenantId = context.get('tenant').tenant.tenantId;
  const isOwn = (each: Subscription): boolean => each.tenantId === tenantId && each.applicationId === context.get('applicationId');
  return subscriptions.active(context.get('nowAt')).filter(isOwn);
}

function requireOwn(context: GraphContext, subscriptions: SubscriptionStore): Subscription {
  const found = own(context, subscriptions).find(({ id }) => id === context.req.param('id'));
  return found ?? refuse({ status: 404, code: 'ResourceNotFound', message: 'The object was not found.' });
}

const renewable: ReadonlySet<string> = new Set(['expirationDateTime', 'notificationUrl']);

/** Renewing also reauthorizes. */
async function renew(context: GraphContext, subscriptions: SubscriptionStore): Promise<Subscription> {
  const subscription = requireOwn(context, subscriptions);
  const body: unknown = await readJson(context);
  const patch = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const other = Object.keys(patch).find((name) => !renewable.has(name));
  if (other !== undefined) return refuse(badRequest(`The property '${other}' cannot be changed.`));
  const { expirationDateTime, notificationUrl = subscription.notificationUrl } = patch;
  if (typeof expirationDateTime !== 'string' || typeof notificationUrl !== 'string') return refuse(badRequest('Give expirationDateTime.'));
  const nowAt = context.get('nowAt');
  refuseBoth(nowAt, subscription.reauthorizedAtMs);
  const expiresAtMs = readExpiration(expirationDateTime, { nowAt, maxMinutes: context.get('settings').subscriptionMaxMinutes });
  if (notificationUrl !== subscription.notificationUrl) {
    requireAddress(notificationUrl);
    await requireValid(context, notificationUrl);
  }
  const renewed = { ...subscription, notificationUrl, expiresAtMs, isPaused: false, renewedAtMs: nowAt.getTime() };
  subscriptions.put(renewed);
  return renewed;
}

function reauthorize(context: GraphContext, subscriptions: SubscriptionStore): void {
  const subscription = requireOwn(context, subscriptions);
  const nowAt = context.get('nowAt');
  refuseBoth(nowAt, subscription.renewedAtMs);
  subscriptions.put({ ...subscription, isPaused: false, reauthorizedAtMs: nowAt.getTime() });
}

function refuseBoth(nowAt: Date, otherAtMs: number | undefined): void {
  if (otherAtMs !== undefined && nowAt.getTime() - otherAtMs < noBothWithinMs)
    refuse(badRequest('Reauthorize or renew a subscription, not both within ten minutes.'));
}

function rendered(subscription: Subscription, entity: string): Readonly<Record<string, unknown>> {
  return { '@odata.context': `${graphOrigin}/v1.0/$metadata#${entity}`, ...render(subscription) };
}

function render(subscription: Subscription): Readonly<Record<string, unknown>> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeType,
    clientState: subscription.clientState ?? null,
    notificationUrl: subscription.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl ?? null,
    expirationDateTime: new Date(subscription.expiresAtMs).toISOString(),
    creatorId: subscription.applicationId,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
