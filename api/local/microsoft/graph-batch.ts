// JSON batching: up to 20 requests in one, each answered with its own status. Runs them one after another through the same
// routes, so that every rule of a single request holds for an item too.
import { badRequest, refuse } from './graph-http.ts';

const maxBatchRequests = 20;

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

/** Answers the body of `POST /$batch`; `dispatch` runs one request against the simulator's own routes. */
export async function answerBatch(options: {
  readonly body: unknown;
  readonly authorization: string;
  readonly dispatch: (request: Request) => Promise<Response>;
}): Promise<{ readonly responses: readonly BatchResponse[] }> {
  const requests = readBatch(options.body);
  const responses: BatchResponse[] = [];
  for (const request of requests) {
    const failedParent = request.dependsOn.some((id) => (responses.find((response) => response.id === id)?.status ?? 424) >= 400);
    responses.push(failedParent ? dependencyFailed(request.id) : await runOne({ request, ...options }));
  }
  return { responses };
}

async function runOne(options: {
  readonly request: BatchRequest;
  readonly authorization: string;
  readonly dispatch: (request: Request) => Promise<Response>;
}): Promise<BatchResponse> {
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
    return value === null ? [] : [[name, value] as const];
  });
  return { id: request.id, status: answer.status, headers: Object.fromEntries(headers), body: await answer.json() };
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
