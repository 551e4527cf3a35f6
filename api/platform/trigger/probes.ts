/** Is the process alive, and can it serve? For load balancers and for whoever waits at the start. */
import { type HttpTrigger, problemResponse } from './http.ts';

const noStore = { 'cache-control': 'no-store' };

/** What must answer before requests can be served, by name. */
export type Dependencies = Readonly<Record<string, () => Promise<boolean>>>;

/** Depends on nothing. */
export const live: HttpTrigger = async () => ({ status: 200, jsonBody: { isLive: true }, headers: noStore });

/** 200 when every dependency answers (the database with exactly our schema); otherwise 503 naming what is missing. */
export function ready(dependencies: () => Dependencies): HttpTrigger {
  return async (_request, context) => {
    const missing = await missingOf(dependencies);
    if (missing.length > 0) return problemResponse({ kind: 'not_ready', missing }, context.invocationId);
    return { status: 200, jsonBody: { isReady: true }, headers: noStore };
  };
}

async function missingOf(dependencies: () => Dependencies): Promise<readonly string[]> {
  try {
    const checks = Object.entries(dependencies()).map(async ([name, isReady]) => ((await isReady()) ? [] : [name]));
    return (await Promise.all(checks)).flat();
  } catch {
    return ['settings'];
  }
}
