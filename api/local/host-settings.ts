/** The part of host.json that the local host obeys, so that it behaves as the real host would with the same file. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ok, refused, type Result } from '../domain/result.ts';

const Duration = z
  .string()
  .regex(/^\d{2}:[0-5]\d:[0-5]\d$/, 'a duration is written hh:mm:ss')
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

interface HostSettingsFailure {
  /** One sentence that says what to do. */
  readonly sentence: string;
}

const hostJson = new URL('../../host.json', import.meta.url);

/** Refuses what the real host would refuse or silently replace by its defaults: a file that is no JSON, a setting that is missing or odd. */
export async function readHostSettings(): Promise<Result<HostSettings, HostSettingsFailure>> {
  const parsed = HostJson.safeParse(parseJson(await readFile(hostJson, 'utf8').catch(() => '')));
  if (!parsed.success) return refused({ sentence: sentenceOf(parsed.error.issues[0]) });
  const { functionTimeout, extensions } = parsed.data;
  const { maxPollingInterval, visibilityTimeout, ...queues } = extensions.queues;
  return ok({
    functionTimeoutMs: functionTimeout,
    routePrefix: extensions.http.routePrefix,
    queues: { ...queues, maxPollingIntervalMs: maxPollingInterval, visibilityTimeoutMs: visibilityTimeout },
  });
}

/** Undefined when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  const setting = issue?.path.join('.');
  if (!issue || !setting) return 'host.json is missing or not JSON: correct it.';
  return `The setting ${setting} in host.json is missing or wrong (${issue.message}): correct it.`;
}
