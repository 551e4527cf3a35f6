/** Runs queue functions as the Functions host does: batches, visibility, dequeue count, poison queue, all from host.json. */
import { setTimeout as sleep } from 'node:timers/promises';

import type { DequeuedMessageItem, QueueClient, QueueServiceClient } from '@azure/storage-queue';
import type { QueueFunction } from '../triggers.ts';
import type { HostSettings } from './host-settings.ts';
import { newInvocation } from './invocation.ts';

type QueueSettings = HostSettings['queues'];

export interface QueueHostOptions {
  readonly service: QueueServiceClient;
  readonly settings: QueueSettings;
  readonly functionTimeoutMs: number;
  /** Said when the queue itself does not answer; the host goes on trying. */
  readonly onTrouble: (queueName: string) => void;
}

const firstPollMs = 100;
/** The host's (WebJobs SDK, CreatePoisonQueueReference). */
const poisonSuffix = '-poison';

/** Starts polling; the returned function stops it and waits for the messages under way. */
export function runQueueFunction(trigger: QueueFunction, options: QueueHostOptions): () => Promise<void> {
  const stopping = new AbortController();
  const loop = poll(trigger, options, stopping.signal);
  return async () => {
    stopping.abort();
    await loop;
  };
}

/** Polls at once again while messages come, and ever more slowly, up to maxPollingInterval, while none do. */
async function poll(trigger: QueueFunction, options: QueueHostOptions, stopping: AbortSignal): Promise<void> {
  const { settings } = options;
  const queue = options.service.getQueueClient(trigger.queueName);
  const underWay = new Set<Promise<void>>();
  let waitMs = firstPollMs;
  while (!stopping.aborted) {
    const messages = await receive(queue, trigger, options);
    waitMs = messages.length > 0 ? firstPollMs : Math.min(waitMs * 2, settings.maxPollingIntervalMs);
    for (const message of messages) {
      const run: Promise<void> = process(trigger, message, { queue, options }).finally(() => underWay.delete(run));
      underWay.add(run);
    }
    while (underWay.size > settings.newBatchThreshold && !stopping.aborted) await Promise.race([...underWay, aborted(stopping)]);
    await sleep(messages.length > 0 ? 0 : waitMs, undefined, { signal: stopping }).catch(() => undefined);
  }
  await Promise.all(underWay);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function receive(queue: QueueClient, trigger: QueueFunction, options: QueueHostOptions): Promise<readonly DequeuedMessageItem[]> {
  try {
    await queue.createIfNotExists();
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: options.settings.batchSize,
      visibilityTimeout: Math.ceil(options.functionTimeoutMs / 1_000),
    });
    return receivedMessageItems;
  } catch {
    options.onTrouble(trigger.queueName);
    return [];
  }
}

interface Place {
  readonly queue: QueueClient;
  readonly options: QueueHostOptions;
}

async function process(trigger: QueueFunction, message: DequeuedMessageItem, { queue, options }: Place): Promise<void> {
  const { settings, service } = options;
  const context = newInvocation(trigger.name);
  try {
    await trigger.handler(decode(message.messageText, settings), context);
    await queue.deleteMessage(message.messageId, message.popReceipt);
  } catch {
    // A poison queue has none of its own: what fails there stays hidden for the rest of its time, and comes again.
    if (trigger.queueName.endsWith(poisonSuffix)) return;
    if (message.dequeueCount < settings.maxDequeueCount) {
      await queue
        .updateMessage(message.messageId, message.popReceipt, undefined, Math.ceil(settings.visibilityTimeoutMs / 1_000))
        .catch(() => undefined);
      return;
    }
    const poison = service.getQueueClient(`${trigger.queueName}${poisonSuffix}`);
    await poison.createIfNotExists();
    await poison.sendMessage(message.messageText);
    await queue.deleteMessage(message.messageId, message.popReceipt).catch(() => undefined);
  }
}

/** The host hands a function its message as JSON when it is JSON, and as text otherwise. */
function decode(messageText: string, { messageEncoding }: QueueSettings): unknown {
  const text = messageEncoding === 'base64' ? Buffer.from(messageText, 'base64').toString('utf8') : messageText;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
