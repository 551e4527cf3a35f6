/** What Graph tells us at the door: checked in memory, put into the queue, nothing else. The database may be away meanwhile. */
import * as z from 'zod';
import type { ClientStates } from '../../platform/identity/client-states.ts';
import type { Log } from '../../platform/log.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import { queueNames } from './messages.ts';

export interface NotificationDoor {
  readonly enrolledTenantIds: readonly string[];
  readonly clientStates: ClientStates;
  readonly queue: Queue;
  readonly log: Log;
  readonly nowAt: () => Date;
}

/** Edits of a minute come in a row: one look after the last of them serves all, and no message is sent while one is still to be seen. */
const settleSeconds = 10;
const settleMs = settleSeconds * 1_000;
/** Clocks of queue and instance differ; a message may be seen this much earlier. */
const marginMs = 2_000;
/** Mailboxes remembered as asked for; beyond it the oldest are forgotten, which costs a message each. */
const maxRemembered = 20_000;

const Item = z.object({
  tenantId: z.guid().toLowerCase(),
  clientState: z.string().max(128),
  /** `Users/{user}@{tenant}/Events/{id}`, the tenant not always; lifecycle notifications name no event. */
  resource: z.string().nullish(),
  lifecycleEvent: z.string().nullish(),
});
type Item = z.output<typeof Item>;

/** `mailbox`: the seller whom the address names, for notifications without a resource. */
export type ReceiveNotifications = (items: readonly unknown[], mailbox: string | undefined) => Promise<void>;

/** Resolves when everything that is ours is in the queue; rejects when the queue does not take it, so that Graph tells again. Forged items are dropped and counted. */
export function receiveNotifications(door: NotificationDoor): ReceiveNotifications {
  const asked = new Map<string, number>();

  async function askForRead(tenantId: string, sellerId: string, clientState: string): Promise<void> {
    const nowMs = door.nowAt().getTime();
    const key = `${tenantId}/${sellerId}`;
    if (nowMs < (asked.get(key) ?? 0)) return;
    // The message speaks for everything that is told before it may be seen, also for what follows a read that begins meanwhile.
    const untilMs = nowMs + settleMs - marginMs;
    await door.queue.send(
      queueNames.readMailbox,
      { tenantId, sellerId, changedAt: new Date(untilMs).toISOString(), clientState },
      { delaySeconds: settleSeconds },
    );
    remember(asked, key, untilMs);
  }

  return async (items, mailbox) => {
    const parsed = items.map((item) => Item.safeParse(item).data);
    const ours = parsed.flatMap((item) => trusted(item, mailbox, door));
    if (ours.length < items.length) door.log.warn('notifications_dropped', { count: items.length - ours.length });
    await Promise.all(uniqueBySeller(ours).map(({ tenantId, sellerId, clientState }) => askForRead(tenantId, sellerId, clientState)));
    await Promise.all(
      ours.flatMap(({ tenantId, sellerId, told }) =>
        told ? [door.queue.send(queueNames.keepSubscription, { tenantId, sellerId, told })] : [],
      ),
    );
  };
}

interface Trusted {
  readonly tenantId: string;
  readonly sellerId: string;
  readonly clientState: string;
  readonly told: 'removed' | 'reauthorize' | undefined;
}

function trusted(item: Item | undefined, mailbox: string | undefined, door: NotificationDoor): readonly Trusted[] {
  if (!item || !door.enrolledTenantIds.includes(item.tenantId)) return [];
  const sellerId = z
    .guid()
    .safeParse(sellerIn(item.resource) ?? mailbox)
    .data?.toLowerCase();
  if (!sellerId || !door.clientStates.isOf(item.clientState, { tenantId: item.tenantId, userId: sellerId })) return [];
  return [{ tenantId: item.tenantId, sellerId, clientState: item.clientState, told: toldOf(item.lifecycleEvent) }];
}

function sellerIn(resource: string | null | undefined): string | undefined {
  return /^\/?users\/([^/@]+)/i.exec(resource ?? '')?.[1];
}

/** `missed` asks for nothing but the look that every notification asks for. */
function toldOf(lifecycleEvent: string | null | undefined): Trusted['told'] {
  switch (lifecycleEvent) {
    case 'subscriptionRemoved':
      return 'removed';
    case 'reauthorizationRequired':
      return 'reauthorize';
    default:
      return undefined;
  }
}

function uniqueBySeller(items: readonly Trusted[]): readonly Trusted[] {
  return [...new Map(items.map((item) => [`${item.tenantId}/${item.sellerId}`, item])).values()];
}

function remember(asked: Map<string, number>, key: string, untilMs: number): void {
  asked.delete(key);
  asked.set(key, untilMs);
  const [oldest] = asked.keys();
  if (asked.size > maxRemembered && oldest !== undefined) asked.delete(oldest);
}
