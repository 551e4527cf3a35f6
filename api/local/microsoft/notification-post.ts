// Graph's own requests to an app's endpoints: the validation of an address, and a notification. Real HTTP.
import { randomUUID } from 'node:crypto';

/** What came of asking an endpoint whether it expects us. */
export type ValidationResult = 'valid' | 'refused' | 'timed_out';

/** Asks an endpoint to give the token back: 200, text/plain, decoded, within the time. */
export async function validateEndpoint(options: { readonly url: string; readonly timeoutMs: number }): Promise<ValidationResult> {
  // Real tokens have spaces and a colon, so that an endpoint which forgets to decode them fails.
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const address = new URL(options.url);
  address.search += `${address.search === '' ? '?' : '&'}validationToken=${encodeURIComponent(token)}`;
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(options.timeoutMs),
      redirect: 'error',
    });
    const isText = /^text\/plain\b/i.test(answer.headers.get('content-type') ?? '');
    return answer.status === 200 && isText && (await answer.text()) === token ? 'valid' : 'refused';
  } catch (error) {
    return isTimeout(error) ? 'timed_out' : 'refused';
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

/** Posts notifications; whether they were taken: a 2xx answer within the time. */
export async function postNotifications(options: {
  readonly url: string;
  readonly value: readonly unknown[];
  readonly timeoutMs: number;
}): Promise<boolean> {
  try {
    const answer = await fetch(options.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ value: options.value }),
      signal: AbortSignal.timeout(options.timeoutMs),
      redirect: 'error',
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
