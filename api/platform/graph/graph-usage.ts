/** Counts what this process asks of Graph and what Graph throttles, until somebody takes the counts and keeps them. */
import type { Context } from '@microsoft/microsoft-graph-client';
import * as z from 'zod';

export interface RequestCount {
  readonly requests: number;
  /** Answered with 429; at most `requests`. */
  readonly throttled: number;
}

export interface GraphUsage {
  /** Counts the answer of one request; of a batch every part, since Graph's limits count it so. */
  readonly count: (tenantId: string, context: Context) => Promise<void>;
  /** Every tenant's counts since the last time; undefined within a minute of that, or when there is nothing. */
  readonly take: (nowAt: Date) => ReadonlyMap<string, RequestCount> | undefined;
}

/** Often enough for a figure of an hour, seldom enough to cost nothing. */
const takenEveryMs = 60_000;
const tooManyRequests = 429;

export function graphUsage(): GraphUsage {
  let counts = new Map<string, RequestCount>();
  let takenAtMs: number | undefined;
  return {
    async count(tenantId, context) {
      const statuses = await statusesIn(context);
      const { requests, throttled } = counts.get(tenantId) ?? { requests: 0, throttled: 0 };
      counts.set(tenantId, {
        requests: requests + statuses.length,
        throttled: throttled + statuses.filter((status) => status === tooManyRequests).length,
      });
    },
    take(nowAt) {
      const nowMs = nowAt.getTime();
      if (counts.size === 0 || (takenAtMs !== undefined && nowMs - takenAtMs < takenEveryMs)) return undefined;
      const taken = counts;
      counts = new Map();
      takenAtMs = nowMs;
      return taken;
    },
  };
}

const BatchStatuses = z.object({ responses: z.array(z.object({ status: z.int() })) });

async function statusesIn({ request, response }: Context): Promise<readonly number[]> {
  if (!response) return [];
  const isBatch = typeof request === 'string' && request.endsWith('/$batch') && response.ok;
  if (!isBatch) return [response.status];
  const parts = BatchStatuses.safeParse(
    await response
      .clone()
      .json()
      .catch(() => undefined),
  );
  return parts.success ? parts.data.responses.map(({ status }) => status) : [response.status];
}
