/** The local host's queue functions on the real queue service: what is tried again, when, how often, and what is set aside. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterEach, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { runQueueFunction } from '../../api/local/queue-host.ts';
import { readConfig } from '../../api/config.ts';
import { appTokens } from '../../api/platform/identity/app-token.ts';
import { jsonLog } from '../../api/platform/log.ts';
import { openQueue } from '../../api/platform/queue/queue.ts';
import type { Background } from '../../api/platform/trigger/handler.ts';
import { queueTrigger } from '../../api/platform/trigger/queue.ts';

const pollEveryMs = 25;
const patienceMs = 15_000;
const service = QueueServiceClient.fromConnectionString(inject('machine').queueConnection);
const environment = {
  ENROLLED_TENANTS: '00000001-0000-4000-8000-000000000001',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  MANAGED_IDENTITY_CLIENT_ID: '22222222-2222-4333-8444-555555555555',
  ADDIN_ORIGIN: 'https://addin.test',
  DATABASE_URL: 'postgres://app:unused@127.0.0.1:1/unused',
  AzureWebJobsStorage: inject('machine').queueConnection,
};
const settings = {
  batchSize: 4,
  newBatchThreshold: 0,
  maxDequeueCount: 3,
  maxPollingIntervalMs: 200,
  visibilityTimeoutMs: 1_000,
  messageEncoding: 'base64',
} as const;

type Handler = (message: unknown) => Promise<void>;
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

function newQueueName(): string {
  return `test-${randomBytes(6).toString('hex')}`;
}

function run(queueName: string, handler: Handler, { functionTimeoutMs = 30_000, troubles = [] as string[] } = {}): () => Promise<void> {
  const trigger = { kind: 'queue', name: 'test', queueName, handler } as const;
  const stop = runQueueFunction(trigger, { service, settings, functionTimeoutMs, onTrouble: (name) => troubles.push(name) });
  stops.push(stop);
  return stop;
}

async function send(queueName: string, text: string): Promise<void> {
  const queue = service.getQueueClient(queueName);
  await queue.createIfNotExists();
  await queue.sendMessage(text);
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

/** The texts as they stand in the queue, visible ones only. */
async function peeked(queueName: string): Promise<readonly string[]> {
  const queue = service.getQueueClient(queueName);
  await queue.createIfNotExists();
  const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 32 });
  return peekedMessageItems.map(({ messageText }) => messageText);
}

/** Hidden ones too. */
async function countIn(queueName: string): Promise<number> {
  return (await service.getQueueClient(queueName).getProperties()).approximateMessagesCount ?? 0;
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + patienceMs;
  while (performance.now() < giveUpAtMs) {
    if (await isTrue()) return;
    await sleep(pollEveryMs);
  }
  throw new Error(`it did not happen within ${patienceMs} ms`);
}

/** A promise that the test resolves. */
function gate(): { readonly opened: Promise<undefined>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}

describe('a message', () => {
  it('is decoded from base64, given once, and gone when its function has returned', async () => {
    const queueName = newQueueName();
    const seen: unknown[] = [];
    run(queueName, async (message) => void seen.push(message));
    await send(queueName, encoded({ mailboxId: 'Zoë' }));
    await until(async () => seen.length > 0 && (await countIn(queueName)) === 0);
    expect(seen).toEqual([{ mailboxId: 'Zoë' }]);
    expect(await peeked(`${queueName}-poison`)).toEqual([]);
  });

  it('that always fails is tried three times, a visibility time apart, and then set aside byte by byte', async () => {
    const queueName = newQueueName();
    const text = encoded({ mailboxId: 'm-1' });
    const triedAtMs: number[] = [];
    run(queueName, async () => {
      triedAtMs.push(performance.now());
      throw new Error('broken');
    });
    await send(queueName, text);
    await until(async () => (await peeked(`${queueName}-poison`)).length > 0);
    expect(triedAtMs).toHaveLength(settings.maxDequeueCount);
    const gapsMs = triedAtMs.slice(1).map((atMs, index) => atMs - (triedAtMs[index] ?? 0));
    // The queue service keeps time in whole seconds.
    for (const gapMs of gapsMs) expect(gapMs).toBeGreaterThan(settings.visibilityTimeoutMs * 0.8);
    expect(await peeked(`${queueName}-poison`)).toEqual([text]);
    expect(await countIn(queueName)).toBe(0);
  });

  it('that fails once is done at the second try and not set aside', async () => {
    const queueName = newQueueName();
    let tries = 0;
    run(queueName, async () => {
      tries += 1;
      if (tries === 1) throw new Error('broken once');
    });
    await send(queueName, encoded({}));
    await until(async () => tries === 2 && (await countIn(queueName)) === 0);
    expect(await peeked(`${queueName}-poison`)).toEqual([]);
  });

  it('that fails in a poison queue stays there for its time, and is set aside no further', async () => {
    const queueName = `${newQueueName()}-poison`;
    let tries = 0;
    const fails: Handler = async () => {
      tries += 1;
      throw new Error('broken');
    };
    run(queueName, fails, { functionTimeoutMs: 1_000 });
    await send(queueName, encoded({ mailboxId: 'm-1' }));
    await until(() => tries > settings.maxDequeueCount);
    expect(await countIn(queueName)).toBe(1);
    expect(await service.getQueueClient(`${queueName}-poison`).exists()).toBe(false);
  });

  it.each(['not base64 at all', Buffer.from('not JSON').toString('base64'), encoded({ other: 1 }), encoded(null)])(
    'that is not of the schema is set aside as it came, and its content is not logged: %s',
    async (text) => {
      const queueName = newQueueName();
      const logged: string[] = [];
      const background = { log: jsonLog((line) => logged.push(line)) } as Background;
      const worked: unknown[] = [];
      const trigger = queueTrigger(
        z.object({ mailboxId: z.string() }),
        async (message) => void worked.push(message),
        () => background,
      );
      const stop = runQueueFunction(
        { kind: 'queue', name: 'test', queueName, handler: trigger },
        { service, settings: { ...settings, maxDequeueCount: 1 }, functionTimeoutMs: 30_000, onTrouble: () => undefined },
      );
      stops.push(stop);
      await send(queueName, text);
      await until(async () => (await peeked(`${queueName}-poison`)).length > 0);
      expect(await peeked(`${queueName}-poison`)).toEqual([text]);
      expect(worked).toEqual([]);
      expect(logged.join()).toContain('message_failed');
      expect(logged.join()).not.toMatch(/not JSON|not base64/);
    },
  );

  it('whose host died is visible again after the function timeout, and done by the next host', async () => {
    const queueName = newQueueName();
    await send(queueName, encoded({ mailboxId: 'm-1' }));
    // As a host does that dies under way: taken, neither deleted nor handed back.
    const taken = await service.getQueueClient(queueName).receiveMessages({ numberOfMessages: 1, visibilityTimeout: 2 });
    expect(taken.receivedMessageItems).toHaveLength(1);
    const takenAtMs = performance.now();
    const seenAtMs: number[] = [];
    run(queueName, async () => void seenAtMs.push(performance.now()));
    await until(async () => seenAtMs.length > 0 && (await countIn(queueName)) === 0);
    expect((seenAtMs[0] ?? 0) - takenAtMs).toBeGreaterThan(1_000);
    expect(seenAtMs).toHaveLength(1);
  });

  it('is hidden from others for as long as the function may take', async () => {
    const queueName = newQueueName();
    const { opened, open } = gate();
    let tries = 0;
    const slow: Handler = async () => {
      tries += 1;
      await opened;
    };
    run(queueName, slow, { functionTimeoutMs: 30_000 });
    await send(queueName, encoded({}));
    await until(() => tries === 1);
    run(queueName, slow, { functionTimeoutMs: 30_000 });
    // Longer than the visibility time of a failed message, which must not count here.
    await sleep(settings.visibilityTimeoutMs * 1.5);
    expect(tries).toBe(1);
    open();
    await until(async () => (await countIn(queueName)) === 0);
  });
});

describe('hosts', () => {
  it('two on one queue do each message once', async () => {
    const queueName = newQueueName();
    const done: unknown[] = [];
    const sent = Array.from({ length: 24 }, (_, number) => ({ number }));
    for (const message of sent) await send(queueName, encoded(message));
    for (let hosts = 0; hosts < 2; hosts += 1) run(queueName, async (message) => void done.push(message));
    await until(async () => (await countIn(queueName)) === 0 && done.length >= sent.length);
    const numbers = done.map((message) => z.object({ number: z.int() }).parse(message).number);
    expect(numbers.sort((a, b) => a - b)).toEqual(sent.map(({ number }) => number));
  });

  it('wait for the message under way when they stop', async () => {
    const queueName = newQueueName();
    const { opened, open } = gate();
    const order: string[] = [];
    const stop = run(queueName, async () => {
      order.push('begun');
      await opened;
      order.push('ended');
    });
    await send(queueName, encoded({}));
    await until(() => order.length === 1);
    const stopping = stop().then(() => order.push('stopped'));
    await sleep(pollEveryMs * 4);
    open();
    await stopping;
    expect(order).toEqual(['begun', 'ended', 'stopped']);
    expect(await countIn(queueName)).toBe(0);
  });
});

describe('the product', () => {
  it('sends base64 of JSON, which the host gives back as it was', async () => {
    const queueName = newQueueName();
    const config = readConfig(environment);
    if (!config.ok) throw new Error(JSON.stringify(config.failure));
    const message = { tenantId: '00000001-0000-4000-8000-000000000001', sellerId: '00000001-0000-4000-8000-000000000010' };
    await openQueue(config.value, appTokens(config.value)).send(queueName, message);
    expect(await peeked(queueName)).toEqual([encoded(message)]);
    const seen: unknown[] = [];
    run(queueName, async (received) => void seen.push(received));
    await until(async () => (await countIn(queueName)) === 0);
    expect(seen).toEqual([message]);
  });
});
