// What subscribers are told: a change of an event, with ids only, and what happens to the subscription itself.
import type { LifecycleEventType } from '@microsoft/microsoft-graph-types';
import type { Faults } from './faults.ts';
import { idOf } from './graph-event.ts';
import type { Mailbox, MailboxChange } from './mailbox-store.ts';
import { createNotificationQueue } from './notification-queue.ts';
import type { NotificationQueue } from './notification-queue.ts';
import { changeKeyOf } from './outlook-ids.ts';
import type { SimulatorSettings } from './simulator-settings.ts';
import { createSubscriptions } from './subscription-store.ts';
import type { ChangeType, Subscription, SubscriptionStore } from './subscription-store.ts';
import type { SimulatedEvent } from './tenant.ts';

export interface NotifierOptions {
  readonly subscriptions: SubscriptionStore;
  readonly queue: NotificationQueue;
  readonly nowAt: () => Date;
}

interface Notifier extends NotifierOptions {
  /** From now on this mailbox of the tenant tells its changes, once however often it is subscribed to. */
  readonly watch: (mailbox: Mailbox, tenantId: string) => void;
}

/** Tells nobody until somebody subscribes. Close its queue at the end. */
export function openNotifier(options: {
  readonly nowAt: () => Date;
  readonly settings: () => SimulatorSettings;
  readonly faults: Faults;
}): Notifier {
  const subscriptions = createSubscriptions();
  const queue = createNotificationQueue({
    ...options,
    onGivenUp: ({ subscriptionId }) => {
      const subscription = subscriptions.active(options.nowAt()).find(({ id }) => id === subscriptionId);
      if (subscription !== undefined) tellLifecycle({ ...told, subscription, event: 'missed' });
    },
  });
  const told: NotifierOptions = { subscriptions, queue, nowAt: options.nowAt };
  const watched = new Set<Mailbox>();
  return {
    ...told,
    watch: (mailbox, tenantId) => {
      if (watched.has(mailbox)) return;
      watched.add(mailbox);
      mailbox.watchers.add((change) => {
        tellChange({ ...told, mailbox, tenantId, change });
      });
    },
  };
}

/** Tells every subscriber of the mailbox of a change, in the id kind of the subscription. */
function tellChange(
  options: NotifierOptions & { readonly mailbox: Mailbox; readonly tenantId: string; readonly change: MailboxChange },
): void {
  const { mailbox, tenantId } = options;
  const told = storeItemOf(mailbox, options.change);
  if (told === undefined) return;
  const isConcerned = (each: Subscription): boolean => each.userId === mailbox.user.id && each.tenantId === tenantId;
  for (const subscription of options.subscriptions.active(options.nowAt()).filter(isConcerned)) {
    if (subscription.isPaused || !subscription.changeTypes.includes(told.changeType)) continue;
    const id = idOf(told.item, subscription.idKind);
    options.queue.add({
      tenantId: subscription.tenantId,
      subscriptionId: subscription.id,
      kind: 'change',
      url: subscription.notificationUrl,
      coalesceKey: told.changeType === 'updated' ? `${subscription.id} ${id}` : undefined,
      body: { ...headOf(subscription), ...changeOf({ subscription, ...told, id }) },
    });
  }
}

interface Told {
  readonly item: SimulatedEvent;
  readonly changeType: ChangeType;
}

/** Exchange keeps the occurrences inside their series: what happens to one of them happens to the master. */
function storeItemOf(mailbox: Mailbox, { before, after }: MailboxChange): Told | undefined {
  const item = after ?? before;
  if (item === undefined) return undefined;
  const master = mailbox.itemsByRestId.get(item.seriesMasterRestId ?? '');
  if (master !== undefined) return { item: master, changeType: 'updated' };
  return { item, changeType: before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated' };
}

const headOf = (subscription: Subscription): Readonly<Record<string, unknown>> => ({
  subscriptionId: subscription.id,
  subscriptionExpirationDateTime: new Date(subscription.expiresAtMs).toISOString(),
  clientState: subscription.clientState ?? null,
  tenantId: subscription.tenantId,
});

function changeOf(options: Told & { readonly subscription: Subscription; readonly id: string }): Readonly<Record<string, unknown>> {
  const { subscription, id, item, changeType } = options;
  const owner = `${subscription.userId}@${subscription.tenantId}`;
  return {
    changeType,
    resource: `users/${owner}/events/${id}`,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': `Users/${owner}/Events/${id}`,
      '@odata.etag': `W/"${changeKeyOf(item)}"`,
      id,
    },
  };
}

/**
 * Tells the app what happens to its subscription, where it named an address for that. A subscription that must be reauthorized tells
 * nothing until then; a removed one is gone; of a missed notification only the fact is told.
 */
export function tellLifecycle(
  options: NotifierOptions & { readonly subscription: Subscription; readonly event: LifecycleEventType },
): void {
  const { subscriptions, queue, subscription, event } = options;
  if (event !== 'reauthorizationRequired') queue.forget(subscription.id);
  if (event === 'reauthorizationRequired') subscriptions.put({ ...subscription, isPaused: true });
  if (event === 'subscriptionRemoved') subscriptions.remove(subscription.id);
  if (subscription.lifecycleNotificationUrl === undefined) return;
  queue.add({
    tenantId: subscription.tenantId,
    subscriptionId: subscription.id,
    kind: 'lifecycle',
    url: subscription.lifecycleNotificationUrl,
    coalesceKey: `${subscription.id} ${event}`,
    body: { ...headOf(subscription), lifecycleEvent: event },
  });
}
