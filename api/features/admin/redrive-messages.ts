/** Has messages done again that were set aside, oldest first. Each is sent before it is forgotten: whoever is killed between sends it twice, and every worker bears that. */
import { sql } from 'kysely';
import * as z from 'zod';
import { maxRedriven, type redriveMessages as route } from '../../contract/admin.ts';
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { QueueMessage } from '../../platform/queue/queue.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

/** As it was set aside. */
const Message = z.record(z.string(), z.union([z.string(), z.number()]));

export const redriveMessages: Handler<typeof route> = ({ request: { queueName }, transaction, queue }) =>
  transaction(async (tx) => {
    const messages = await takeOldest(tx, queueName);
    for (const message of messages) await queue.send(queueName, message);
    const { left } = await tx
      .selectFrom('set_aside_message')
      .where('queue_name', '=', queueName)
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .executeTakeFirstOrThrow();
    return ok({ redriven: messages.length, left });
  });

/** They are gone only when the transaction commits. Two admins at once take different ones. */
async function takeOldest(tx: TenantTransaction, queueName: string): Promise<readonly QueueMessage[]> {
  const { rows } = await sql<{ message: unknown }>`
    with oldest as (
      select tenant_id, queue_name, message from set_aside_message
      where queue_name = ${queueName}
      order by set_aside_at, message
      limit ${maxRedriven}
      for update skip locked
    ), gone as (
      delete from set_aside_message m using oldest o
      where m.tenant_id = o.tenant_id and m.queue_name = o.queue_name and m.message = o.message
      returning m.message, m.set_aside_at
    )
    select message from gone order by set_aside_at, message`.execute(tx);
  return rows.map(({ message }) => Message.parse(message));
}
