/** Takes the messages that the host has given up on out of its poison queue and keeps them with their tenant, where an admin finds them. */
import { sql } from 'kysely';
import * as z from 'zod';
import type { Background } from './handler.ts';
import type { QueueTrigger } from './queue.ts';

/** The host's name for the queue of what it gave up on. Such a queue has none of its own: what fails there comes again when its visibility ends. */
export function poisonQueueOf(queueName: string): string {
  return `${queueName}-poison`;
}

/** Every message of ours: ids of one tenant. */
const Message = z.record(z.string(), z.union([z.string(), z.number()])).and(z.looseObject({ tenantId: z.guid() }));

/**
 * Around a queue's poison queue. Throws while the database is away, so that the message stays where it is. What names no tenant of ours can be
 * done by nobody: it is dropped, and that is logged.
 */
export function setAsideTrigger(queueName: string, background: () => Background): QueueTrigger {
  return async (received, { functionName, invocationId }) => {
    const { log, withTenant, tenantIds, nowAt } = background();
    const message = Message.safeParse(received);
    if (!message.success || !(await tenantIds()).includes(message.data.tenantId.toLowerCase())) {
      log.error('message_dropped', { function: functionName, invocationId, queueName });
      return;
    }
    const { tenantId } = message.data;
    await withTenant(tenantId, (tx) =>
      sql`
        insert into set_aside_message (tenant_id, queue_name, message, set_aside_at)
        values (${tenantId}, ${queueName}, ${JSON.stringify(message.data)}::jsonb, ${nowAt()})
        on conflict (tenant_id, queue_name, message) do nothing`.execute(tx),
    );
    log.error('message_set_aside', { tenantId, queueName, invocationId });
  };
}
