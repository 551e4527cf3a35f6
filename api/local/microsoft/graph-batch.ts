// JSON batching: up to 20 requests in one, each answered with its own status, in no promised order. Every item goes through the same
// routes, so that every rule of a single request holds for it too; those of one mailbox go at most four at a time.
import { badRequest, refuse } from './graph-http.ts';

const maxBatchRequests = 20;
/** Outlook runs as many of one batch and mailbox together. */
const lanesPerMailbox = 4;

interface BatchRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dependsOn: readonly string[];
}

interface BatchResponse {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface BatchOptions {
  readonly authorization: string;
  readonly dispatch: (request: Request) => Promise<Response>;
}

/** Answers the body of `POST /$batch`; `dispatch` runs one request against the simulator's own routes. */
export async function answerBatch(
  options: BatchOptions & { readonly body: unknown },
): Promise<{ readonly responses: readonly BatchResponse[] }> {
  const requests = readBatch(options.body);
  const areIndependent = requests.every(({ dependsOn }) => dependsOn.length === 0);
  return { responses: areIndependent ? await runTogether(requests, options) : await runInOrder(requests, options) };
}

async function runInOrder(requests: readonly BatchRequest[], options: BatchOptions): Promise<readonly BatchResponse[]> {
  const responses: BatchResponse[] = [];
  for (const request of requests) {
    const failedParent = request.dependsOn.some((id) => (responses.find((response) => response.id === id)?.status ?? 424) >= 400);
    responses.push(failedParent ? dependencyFailed(request.id) : await runOne({ request, ...options }));
  }
  return responses;
}

/** The last asked is answered first: a reader that relies on the order is wrong in production too. */
async function runTogether(requests: readonly BatchRequest[], options: BatchOptions): Promise<readonly BatchResponse[]> {
  const lanes = new Map<string, BatchRequest[]>();
  for (const [index, request] of requests.entries()) {
    const user = /^\/?users\/([^/?]+)\//.exec(request.url)?.[1];
    const lane = user === undefined ? `alone ${index}` : `${user.toLowerCase()} ${index % lanesPerMailbox}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), request]);
  }
  const answered = await Promise.all([...lanes.values()].map((lane) => runInOrder(lane, options)));
  const byId = new Map(answered.flat().map((response) => [response.id, response]));
  return requests.toReversed().flatMap(({ id }) => byId.get(id) ?? []);
}

async function runOne(options: BatchOptions & { readonly request: BatchRequest }): Promise<BatchResponse> {
  const { request } = options;
  const url = `http://127.0.0.1/v1.0${request.url.startsWith('/') ? '' : '/'}${request.url}`;
  const answer = await options.dispatch(
    new Request(url, { method: request.method, headers: { ...request.headers, authorization: options.authorization } }),
  );
  const names = [
    ['content-type', 'Content-Type'],
    ['retry-after', 'Retry-After'],
    ['preference-applied', 'Preference-Applied'],
  ] as const;
  const headers = names.flatMap(([lower, name]) => {
    const value = answer.headers.get(lower);
    return value === null ? [] : [[name, lower === 'retry-after' ? decimalSeconds(value) : value] as const];
  });
  const text = await answer.text();
  return { id: request.id, status: answer.status, headers: Object.fromEntries(headers), body: readBody(text) };
}

/** Inside a batch Retry-After was seen as a decimal number (microsoft-graph-docs, issue 3877); on a request of its own it is whole. */
function decimalSeconds(seconds: string): string {
  return (Number(seconds) + 0.125).toFixed(3);
}

/** An item without a body has null, and a spoiled one is handed on as the text that it is. */
function readBody(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function dependencyFailed(id: string): BatchResponse {
  const error = { code: 'FailedDependency', message: 'A request that this one depends on has failed.' };
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readBatch(body: unknown): readonly BatchRequest[] {
  const list = isRecord(body) ? body['requests'] : undefined;
  if (!Array.isArray(list) || list.length === 0) return refuse(badRequest('Invalid batch payload format.'));
  if (list.length > maxBatchRequests)
    return refuse(badRequest(`Number of batch request steps exceeds the maximum value of ${maxBatchRequests}.`));
  const requests = list.map(readOne);
  if (new Set(requests.map((request) => request.id)).size !== requests.length)
    return refuse(badRequest('Duplicate request id in the batch.'));
  return requests;
}

function readOne(item: unknown): BatchRequest {
  const { id, method, url, headers, dependsOn } = isRecord(item) ? item : {};
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string')
    return refuse(badRequest('A batch request needs id, method and url.'));
  if (/^https?:/i.test(url) || url.includes('$batch'))
    return refuse(badRequest('The url of a batch request must be relative and no batch itself.'));
  const pairs = isRecord(headers) ? Object.entries(headers).map(([name, value]) => [name, String(value)] as const) : [];
  return {
    id,
    method: method.toUpperCase(),
    url,
    headers: Object.fromEntries(pairs),
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}
