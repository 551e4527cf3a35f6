/** The part of host.json that the local host obeys, so that it behaves as the real host would with the same file. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const Duration = z
  .string()
  .regex(/^\d{2}:\d{2}:\d{2}$/)
  .transform((text) => {
    const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
    return ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  });

const HostJson = z.object({
  functionTimeout: Duration,
  extensions: z.object({
    http: z.object({ routePrefix: z.string() }),
    queues: z.object({
      batchSize: z.int().min(1).max(32),
      newBatchThreshold: z.int().min(0),
      maxDequeueCount: z.int().min(1),
      maxPollingInterval: Duration,
      visibilityTimeout: Duration,
      messageEncoding: z.enum(['base64', 'none']),
    }),
  }),
});

export interface HostSettings {
  readonly functionTimeoutMs: number;
  readonly routePrefix: string;
  readonly queues: {
    readonly batchSize: number;
    readonly newBatchThreshold: number;
    readonly maxDequeueCount: number;
    readonly maxPollingIntervalMs: number;
    readonly visibilityTimeoutMs: number;
    readonly messageEncoding: 'base64' | 'none';
  };
}

export async function readHostSettings(): Promise<HostSettings> {
  const { functionTimeout, extensions } = HostJson.parse(JSON.parse(await readFile(new URL('../../host.json', import.meta.url), 'utf8')));
  const { maxPollingInterval, visibilityTimeout, ...queues } = extensions.queues;
  return {
    functionTimeoutMs: functionTimeout,
    routePrefix: extensions.http.routePrefix,
    queues: { ...queues, maxPollingIntervalMs: maxPollingInterval, visibilityTimeoutMs: visibilityTimeout },
  };
}
