/** The real outbox on a store in memory, a network that can be cut, and a server that answers when told to. */
import { randomUUID } from 'node:crypto';
import type { Call, CallResult } from '../../addin/client/call.ts';
import type { OutboxChannel, OutboxNews } from '../../addin/client/outbox/outbox-channel.ts';
import { createMemoryStore, type OutboxStore } from '../../addin/client/outbox/outbox-store.ts';
import { createOutbox, type Outbox } from '../../addin/client/outbox/outbox.ts';

export interface Sending {
  readonly name: string;
  readonly params: unknown;
  readonly request: unknown;
  readonly key: string | undefined;
  readonly owner: string | undefined;
  readonly answer: (result: CallResult<unknown>) => void;
}

export interface TestOutbox {
  readonly outbox: Outbox;
  /** What has left the device, in order. */
  readonly sent: readonly Sending[];
  readonly network: { isOnline: boolean };
  readonly kept: OutboxStore;
  /** The waits that the outbox has asked for, in milliseconds. */
  readonly waits: readonly number[];
}

export interface TestOutboxOptions {
  readonly personId: string;
  readonly store?: OutboxStore;
  readonly channel?: OutboxChannel;
  readonly alone?: (work: () => Promise<void>) => Promise<void>;
}

export const tenantId = '00000000-0000-4000-8000-00000000000a';

export function anOutbox({
  personId,
  store = createMemoryStore(),
  channel = noChannel,
  alone = (work) => work(),
}: TestOutboxOptions): TestOutbox {
  const sent: Sending[] = [];
  const waits: number[] = [];
  const network = { isOnline: true };
  const call: Call = (name, { params, request }, repeatable) =>
    new Promise((resolve) => {
      // The test knows which route it answers for.
      const answer: Sending['answer'] = (result) => resolve(result as never);
      sent.push({ name, params, request, key: repeatable?.idempotencyKey, owner: repeatable?.owner, answer });
    });
  const outbox = createOutbox({
    store: Promise.resolve(store),
    call,
    owner: () => Promise.resolve(`${tenantId}/${personId}`),
    channel,
    alone,
    isOnline: () => network.isOnline,
    nowAt: () => '2026-11-20T14:00:00.000Z',
    newKey: randomUUID,
    after: (delayMs) => {
      waits.push(delayMs);
      return () => undefined;
    },
    onDone: () => undefined,
  });
  return { outbox, sent, network, kept: store, waits };
}

const noChannel: OutboxChannel = { tell: () => undefined, listen: () => undefined };

/** The channels of several pages of one browser. */
export function channels(): () => OutboxChannel {
  const pages: ((news: OutboxNews) => void)[] = [];
  return () => {
    let own: ((news: OutboxNews) => void) | undefined;
    return {
      tell: (news) => pages.filter((page) => page !== own).forEach((page) => queueMicrotask(() => page(news))),
      listen: (listener) => {
        own = listener;
        pages.push(listener);
      },
    };
  };
}

/** One page at a time, as Web Locks do. */
export function oneAtATime(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    last = last.then(work);
    return last;
  };
}

/** Everything that needs no answer from outside has been done. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
