/** The queue service on a bare machine: a real service, a real client, real kill -9. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startQueue } from '../../../api/local/machine/queue.ts';
import { killHard, startProgram } from './held-process.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-queue-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function answers(connectionString: string): Promise<boolean> {
  const endpoint = /QueueEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '';
  return await fetch(endpoint).then(
    () => true,
    () => false,
  );
}

test('a message goes in and comes out, the wrong key is refused, and stop ends the service', { timeout: 20_000 }, async () => {
  const queue = await startQueue({ folder });
  const client = QueueServiceClient.fromConnectionString(queue.connectionString).getQueueClient('mailboxes');
  await client.create();
  await client.sendMessage('id-1');
  expect((await client.receiveMessages()).receivedMessageItems.map((item) => item.messageText)).toEqual(['id-1']);
  const forged = queue.connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${Buffer.alloc(64).toString('base64')}`);
  await expect(QueueServiceClient.fromConnectionString(forged).getQueueClient('mailboxes').getProperties()).rejects.toMatchObject({
    statusCode: 403,
  });
  await queue.stop();
  await queue.stop();
  expect(await answers(queue.connectionString)).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

test('two services run side by side', { timeout: 20_000 }, async () => {
  const both = await Promise.all([startQueue({ folder }), startQueue({ folder })]);
  try {
    expect(await Promise.all(both.map(({ connectionString }) => answers(connectionString)))).toEqual([true, true]);
  } finally {
    await Promise.all(both.map(({ stop }) => stop()));
  }
});

test('the service ends with the process that started it, even by kill -9', { timeout: 20_000 }, async () => {
  const held = startProgram('hold-queue.ts', folder);
  const connectionString = String((await held.answer)['connectionString']);
  expect(await answers(connectionString)).toBe(true);
  await killHard(held);
  await vi.waitFor(
    async () => {
      expect(await answers(connectionString)).toBe(false);
    },
    { timeout: 5_000, interval: 25 },
  );
});
