// Carries notifications to the apps: what is due together travels together, what is not taken is repeated with growing pauses for
// four hours, then given up. Time is the simulator's clock; the faults of notifications happen here.
import type { Faults } from './faults.ts';
import { postNotifications } from './notification-post.ts';
import type { SimulatorSettings } from './simulator-settings.ts';

export interface Notification {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly kind: 'change' | 'lifecycle';
  readonly url: string;
  /** While one with the same key is not on its way yet, another adds nothing; undefined: never left out. */
  readonly coalesceKey: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Waiting {
  readonly notification: Notification;
  readonly firstDueAtMs: number;
  readonly dueAtMs: number;
  readonly attempts: number;
  readonly isDelayed: boolean;
}

export interface NotificationQueue {
  readonly add: (notification: Notification) => void;
  /** Takes what waits for this subscription out of the queue. */
  readonly forget: (subscriptionId: string) => void;
  /** Sends what is due now and waits for the answers; how many are still to be sent or repeated. */
  readonly deliver: () => Promise<number>;
  readonly close: () => void;
}

interface QueueOptions {
  readonly nowAt: () => Date;
  readonly settings: () => SimulatorSettings;
  readonly faults: Faults;
  /** Of a change only: nobody is told that a lifecycle notification was missed. */
  readonly onGivenUp: (notification: Notification) => void;
}

/** Graph gives up after four hours of repeating. */
const giveUpAfterMs = 4 * 3_600_000;
/** How often the clock is looked at while something waits; it need not run at the machine's pace. */
const lookEveryMs = 1_000;

/** An empty queue, which sends by itself what is added. */
export function createNotificationQueue(options: QueueOptions): NotificationQueue {
  let waiting: readonly Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;

  const wake = (afterMs: number): void => {
    if (isClosed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void deliver();
    }, afterMs);
    timer.unref();
  };
  const deliver = async (): Promise<number> => {
    running = running.then(sendDue);
    await running;
    if (waiting.length > 0) wake(lookEveryMs);
    return waiting.length;
  };
  const sendDue = async (): Promise<void> => {
    const nowMs = options.nowAt().getTime();
    const due = waiting.filter(({ dueAtMs }) => dueAtMs <= nowMs);
    waiting = waiting.filter(({ dueAtMs }) => dueAtMs > nowMs);
    for (const post of postsOf(due, options.settings().notificationsPerPost)) {
      const { again, givenUp } = await sendPost(post, options);
      waiting = isClosed ? [] : [...waiting, ...again];
      for (const { notification } of givenUp) if (notification.kind === 'change') options.onGivenUp(notification);
    }
  };

  return {
    add: (notification) => {
      const { coalesceKey } = notification;
      const isTold = waiting.some((other) => other.attempts === 0 && other.notification.coalesceKey === coalesceKey);
      if (coalesceKey !== undefined && isTold) return;
      const dueAtMs = options.nowAt().getTime();
      waiting = [...waiting, { notification, firstDueAtMs: dueAtMs, dueAtMs, attempts: 0, isDelayed: false }];
      wake(0);
    },
    forget: (subscriptionId) => {
      waiting = waiting.filter(({ notification }) => notification.subscriptionId !== subscriptionId);
    },
    deliver,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      waiting = [];
    },
  };
}

/** One request per address and tenant, or several when there are too many. */
function postsOf(due: readonly Waiting[], most: number): readonly (readonly [Waiting, ...Waiting[]])[] {
  const groups = Map.groupBy(due, ({ notification }) => `${notification.tenantId} ${notification.url}`);
  return [...groups.values()].flatMap((group) => {
    const posts: [Waiting, ...Waiting[]][] = [];
    for (let from = 0; from < group.length; from += Math.max(1, most)) {
      const [first, ...rest] = group.slice(from, from + Math.max(1, most));
      if (first !== undefined) posts.push([first, ...rest]);
    }
    return posts;
  });
}

interface Sent {
  readonly again: readonly Waiting[];
  readonly givenUp: readonly Waiting[];
}

async function sendPost(post: readonly [Waiting, ...Waiting[]], options: QueueOptions): Promise<Sent> {
  const [{ notification }] = post;
  const nowMs = options.nowAt().getTime();
  const fault = post.some(({ isDelayed }) => isDelayed) ? undefined : options.faults.nextNotification(notification.tenantId);
  if (fault?.kind === 'notifications_lost') return { again: [], givenUp: [] };
  if (fault?.kind === 'notifications_delayed') {
    return { again: post.map((each) => ({ ...each, dueAtMs: nowMs + fault.delayMs, isDelayed: true })), givenUp: [] };
  }
  const bodies = post.map((each) => each.notification.body);
  const value = fault?.kind === 'notifications_reversed' ? bodies.toReversed() : bodies;
  const request = { url: notification.url, value, timeoutMs: options.settings().notificationTimeoutMs };
  const isTaken = await postNotifications(request);
  if (isTaken && fault?.kind === 'notifications_twice') await postNotifications(request);
  if (isTaken) return { again: [], givenUp: [] };
  const repeated = post.map((each): Waiting => {
    const pauseMs = options.settings().notificationRetrySeconds * 1_000 * 2 ** each.attempts;
    return { ...each, attempts: each.attempts + 1, dueAtMs: nowMs + pauseMs };
  });
  const isTooLate = ({ dueAtMs, firstDueAtMs }: Waiting): boolean => dueAtMs - firstDueAtMs > giveUpAfterMs;
  return { again: repeated.filter((each) => !isTooLate(each)), givenUp: repeated.filter(isTooLate) };
}
