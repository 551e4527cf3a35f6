/** The door for notifications when what stands behind it fails: Graph is told to come again, and nothing of the message is logged. */
import { describe, expect, it } from 'vitest';
import { HttpRequest } from '../../api/local/functions-package.ts';
import { newInvocation } from '../../api/local/invocation.ts';
import { jsonLog } from '../../api/platform/log.ts';
import { type Webhook, webhookTrigger } from '../../api/platform/trigger/webhook.ts';

function notification(): InstanceType<typeof HttpRequest> {
  return new HttpRequest({
    method: 'POST',
    url: 'https://api.test/graph/notifications',
    body: { string: '{"value":[{"clientState":"SECRET"}]}' },
  });
}

describe('a notification that could not be kept', () => {
  it.each([
    ['because the queue is away', (): Promise<void> => Promise.reject(new Error('SECRET is in the message'))],
    ['because settings are wrong', (): Promise<void> => Promise.reject(new TypeError('settings'))],
  ])('%s is answered with 503 and Retry-After', async (_why, take) => {
    const lines: string[] = [];
    const webhook: Webhook = { take, log: jsonLog((line) => lines.push(line)) };
    const answer = await webhookTrigger('notifications-of-changes', () => webhook)(notification(), newInvocation('x'));
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '10' } });
    expect(lines.join('\n')).toContain('notifications_not_kept');
    expect(lines.join('\n')).not.toContain('SECRET');
  });

  it('because the parts themselves cannot be made is answered the same', async () => {
    const trigger = webhookTrigger('notifications-of-changes', () => {
      throw new Error('settings are wrong');
    });
    expect(await trigger(notification(), newInvocation('x'))).toMatchObject({ status: 503 });
  });
});

it('one that is kept is answered with 202, after it was kept', async () => {
  const kept: unknown[] = [];
  const webhook: Webhook = {
    take: async (items, mailbox) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      kept.push({ items, mailbox });
    },
    log: jsonLog(() => undefined),
  };
  const answer = await webhookTrigger('notifications-of-changes', () => webhook)(notification(), newInvocation('x'));
  expect([answer.status, kept]).toEqual([202, [{ items: [{ clientState: 'SECRET' }], mailbox: undefined }]]);
});
