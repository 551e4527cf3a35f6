/** Many reads in one request (JSON batching). Every part succeeds, fails and waits by itself; each counts for Graph's limits as if sent alone. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import { failureOf, type GraphClient, type GraphFailure, graphFailure, isPassing } from './graph-client.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** Graph's limit of one batch. */
const maxParts = 20;
/** Rounds in which throttled parts are asked again; then they are given up as unavailable. */
const maxRounds = 4;
const defaultRetryAfterSeconds = 2;
/** Longer than this, the queue's own patience is the better place to wait. */
const maxWaitSeconds = 60;

export interface BatchRead {
  /** Below the version, with a slash at its start. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers in the order of the reads; a failure of the whole batch is the failure of every part of it. */
export async function readInBatches(graph: GraphClient, reads: readonly BatchRead[]): Promise<readonly Result<unknown, GraphFailure>[]> {
  const answers: Result<unknown, GraphFailure>[] = reads.map(() => refused({ kind: 'unavailable', status: 0 }));
  for (let first = 0; first < reads.length; first += maxParts) {
    const indexes = reads.slice(first, first + maxParts).map((_read, offset) => first + offset);
    for (const { index, answer } of await readBatch(graph, reads, indexes)) answers[index] = answer;
  }
  return answers;
}

interface Answered {
  readonly index: number;
  readonly answer: Result<unknown, GraphFailure>;
}

async function readBatch(graph: GraphClient, reads: readonly BatchRead[], indexes: readonly number[]): Promise<readonly Answered[]> {
  const answered = new Map<number, Answered>();
  let open = indexes;
  for (let round = 1; round <= maxRounds && open.length > 0; round += 1) {
    const replies = await postBatch(graph, reads, open);
    if (!replies.ok) return [...answered.values(), ...open.map((index) => ({ index, answer: replies }))];
    for (const reply of replies.value) answered.set(reply.index, { index: reply.index, answer: reply.answer });
    const waiting = replies.value.filter(({ retryAfterSeconds }) => retryAfterSeconds !== undefined);
    open = waiting.map(({ index }) => index);
    if (open.length === 0 || round === maxRounds) break;
    const seconds = Math.max(...waiting.map(({ retryAfterSeconds = 0 }) => retryAfterSeconds));
    if (seconds > maxWaitSeconds) break;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }
  return indexes.map(
    (index) => answered.get(index) ?? { index, answer: refused({ kind: 'unreadable', what: 'a batch without this part' }) },
  );
}

interface PartReply extends Answered {
  /** Present when the part may be asked again. */
  readonly retryAfterSeconds: number | undefined;
}

const BatchReply = z.object({
  responses: z.array(
    z.object({ id: z.string(), status: z.int(), headers: z.record(z.string(), z.string()).nullish(), body: z.unknown().optional() }),
  ),
});
const ErrorBody = z.object({ error: z.object({ code: z.string().nullish() }) });

async function postBatch(
  graph: GraphClient,
  reads: readonly BatchRead[],
  indexes: readonly number[],
): Promise<Result<readonly PartReply[], GraphFailure>> {
  const requests = indexes.map((index) => ({ id: String(index), method: 'GET', url: reads[index]?.path, headers: reads[index]?.headers }));
  try {
    const reply = BatchReply.safeParse(await graph.api('/$batch').post({ requests }));
    if (!reply.success) return refused({ kind: 'unreadable', what: 'batch' });
    return ok(
      reply.data.responses
        .map(({ id, status, headers, body }) => ({ index: Number(id), ...partOf(status, headers ?? {}, body) }))
        .filter(({ index }) => indexes.includes(index)),
    );
  } catch (error) {
    return graphFailure(error);
  }
}

function partOf(status: number, headers: Readonly<Record<string, string>>, body: unknown): Omit<PartReply, 'index'> {
  if (status >= 200 && status < 300) return { answer: ok(body), retryAfterSeconds: undefined };
  const code = ErrorBody.safeParse(body).data?.error.code ?? '';
  return {
    answer: refused(failureOf(status, code)),
    retryAfterSeconds: isPassing(status) ? retryAfterOf(headers) : undefined,
  };
}

/** Inside a batch the seconds may be a decimal, and the header's name in any case. */
function retryAfterOf(headers: Readonly<Record<string, string>>): number {
  const text = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  return retryAfterSeconds(text) ?? defaultRetryAfterSeconds;
}
