/** The door for Graph's notifications: proves that the address is ours, takes them in, and answers at once. Nobody signs in here. */
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import * as z from 'zod';
import { describeError, type Log } from '../log.ts';
import type { HttpTrigger } from './http.ts';

/** Resolves when everything is kept safe; rejects when it is not, and Graph tells again. */
export type TakeNotifications = (items: readonly unknown[], mailbox: string | undefined) => Promise<void>;

export interface Webhook {
  readonly take: TakeNotifications;
  readonly log: Log;
}

const maxBodyBytes = 256 * 1024;
const maxItems = 1_000;
const maxTokenCharacters = 2_048;
const plainText = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

const Notifications = z.object({ value: z.array(z.unknown()).max(maxItems) });

/**
 * 200 with the token while Graph asks whether the address is ours; 202 when everything is in the queue, forged items dropped;
 * 400 and 413 for what is no notification; 503 when the queue does not take it. `mailbox` comes from the address, not from the body.
 */
export function webhookTrigger(name: string, webhook: () => Webhook): HttpTrigger {
  return async (request, context) => {
    const token = request.query.get('validationToken');
    if (token !== null) return handshake(token);
    const items = await readItems(request);
    if (typeof items === 'number') return { status: items };
    try {
      await webhook().take(items, request.query.get('mailbox') ?? undefined);
      return { status: 202 };
    } catch (error) {
      report(webhook, { function: name, invocationId: context.invocationId, ...describeError(error) });
      return { status: 503, headers: { 'retry-after': '10' } };
    }
  };
}

function handshake(token: string): HttpResponseInit {
  if (token.length > maxTokenCharacters) return { status: 400 };
  return { status: 200, body: escaped(token), headers: plainText };
}

/** A stranger may call the address with anything: what a browser might take for markup goes back harmless. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The status to answer when there are none. */
async function readItems(request: HttpRequest): Promise<readonly unknown[] | 400 | 413> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return 413;
  const text = await request.text();
  if (Buffer.byteLength(text) > maxBodyBytes) return 413;
  try {
    return Notifications.safeParse(JSON.parse(text)).data?.value ?? 400;
  } catch {
    return 400;
  }
}

function report(webhook: () => Webhook, fields: Parameters<Log['error']>[1]): void {
  try {
    webhook().log.error('notifications_not_kept', fields);
  } catch {
    // The parts themselves could not be made: main.ts has said which setting is wrong.
  }
}
