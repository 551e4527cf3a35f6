/** What the host has given up on: kept with its tenant, shown to the admin, and done again when the admin says so. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redriveMessages } from '../../../api/features/admin/redrive-messages.ts';
import type { Queue, QueueMessage } from '../../../api/platform/queue/queue.ts';
import type { OpenTransaction } from '../../../api/platform/trigger/handler.ts';
import { type House, openHouse } from '../../support/house.ts';
import { testTenant } from '../../support/tenant.ts';

const [ours, theirs] = [testTenant(1), testTenant(2)];
const nowAt = '2026-05-04T14:00:00Z';
let house: House;

beforeAll(async () => {
  house = await openHouse({ tenants: [ours, theirs], nowAt });
  for (const tenant of house.tenants) await house.setUp(undefined, tenant);
});

afterAll(() => house.stop());

beforeEach(async () => {
  house.setNow(nowAt);
  await house.sql('delete from set_aside_message');
});

/** As the host does after the last try. */
async function giveUp(message: unknown): Promise<void> {
  const poison = house.queues.getQueueClient('read-mailbox-poison');
  await poison.createIfNotExists();
  await poison.sendMessage(Buffer.from(JSON.stringify(message)).toString('base64'));
}

const ofSeller = (tenant: typeof ours, name: 'ana' | 'bob'): Record<string, string> => ({
  tenantId: tenant.tenantId,
  sellerId: tenant.people[name].id,
});

async function setAside(tenant = ours): Promise<unknown> {
  return (await house.call('adam', 'status', {}, tenant)).value?.setAside;
}

async function keep(...messages: readonly Record<string, string>[]): Promise<void> {
  for (const [index, message] of messages.entries()) {
    await house.sql(`insert into set_aside_message values ($1, 'read-mailbox', $2, $3)`, [
      message['tenantId'],
      JSON.stringify(message),
      new Date(Date.parse(nowAt) + index * 1_000),
    ]);
  }
}

describe('a message that the host has given up on', () => {
  it('is kept with its tenant and shown to that tenant’s admin alone', async () => {
    await giveUp(ofSeller(ours, 'ana'));
    await giveUp(ofSeller(ours, 'ana'));
    await giveUp(ofSeller(ours, 'bob'));
    const shown = [{ queueName: 'read-mailbox', count: 2, oldestAt: '2026-05-04T14:00:00.000Z' }];
    await expect.poll(() => setAside(), { timeout: 20_000 }).toEqual(shown);
    expect(await setAside(theirs)).toEqual([]);
    expect((await house.call('adam', 'status')).value?.troubles).toContainEqual({ kind: 'set_aside', count: 2 });
    const line = house.logLines.find((text) => text.includes('message_set_aside'));
    expect(line).not.toContain(ours.people.ana.mail);
  }, 30_000);

  it.each([
    ['of no tenant of ours', { tenantId: '00000009-0000-4000-8000-000000000001' }],
    ['that is none of ours', { subject: 'Lunch' }],
  ])(
    '%s is dropped, and its content is not logged',
    async (_case, message) => {
      const before = house.logLines.length;
      await giveUp(message);
      await expect.poll(() => house.logLines.slice(before).join('\n'), { timeout: 20_000 }).toContain('message_dropped');
      expect(house.logLines.slice(before).join('\n')).not.toContain('Lunch');
      expect(await house.sql('select from set_aside_message')).toEqual([]);
    },
    30_000,
  );
});

describe('an admin who has messages done again', () => {
  it('gets each read, in the order in which they were set aside, and none is left', async () => {
    await house.sql(`update mailbox set state = 'waiting', lease_until = null, last_read_at = null`);
    await keep(ofSeller(ours, 'bob'), ofSeller(ours, 'ana'), ofSeller(theirs, 'ana'));
    const answer = await house.call('adam', 'redrive-messages', { request: { queueName: 'read-mailbox' } });
    expect(answer.value).toEqual({ redriven: 2, left: 0 });
    expect(await setAside()).toEqual([]);
    expect(await setAside(theirs)).toHaveLength(1);
    await expect
      .poll(() => house.sql(`select seller_id from mailbox where state = 'read' and tenant_id = $1`, [ours.tenantId]), { timeout: 20_000 })
      .toHaveLength(2);
  }, 30_000);

  it('sends the oldest first', async () => {
    await keep(ofSeller(ours, 'bob'), ofSeller(ours, 'ana'));
    const sent: QueueMessage[] = [];
    await redrive({ send: async (_queueName, message) => void sent.push(message) });
    expect(sent).toEqual([ofSeller(ours, 'bob'), ofSeller(ours, 'ana')]);
  });

  it('loses nothing when the queue goes away in the middle: what was sent is sent once more', async () => {
    await keep(ofSeller(ours, 'bob'), ofSeller(ours, 'ana'));
    const sent: QueueMessage[] = [];
    const breaks: Pick<Queue, 'send'> = {
      send: async (_queueName, message) => {
        if (sent.length === 1) throw new Error('the queue is away');
        sent.push(message);
      },
    };
    await expect(redrive(breaks)).rejects.toThrow('the queue is away');
    expect(await setAside()).toMatchObject([{ count: 2 }]);
    await redrive({ send: async (_queueName, message) => void sent.push(message) });
    expect(sent).toEqual([ofSeller(ours, 'bob'), ofSeller(ours, 'bob'), ofSeller(ours, 'ana')]);
    expect(await setAside()).toEqual([]);
  });

  it.each(['ana', 'mia', 'dora'] as const)('is no %s', async (who) => {
    await keep(ofSeller(ours, 'ana'));
    const answer = await house.call(who, 'redrive-messages', { request: { queueName: 'read-mailbox' } });
    expect(answer.problem?.code).toBe('role_missing');
    expect(await setAside()).toHaveLength(1);
  });

  /** On the real database with another queue. */
  async function redrive(queue: Pick<Queue, 'send'>): Promise<void> {
    const transaction: OpenTransaction = (work) => house.host.database.withTenant(ours.tenantId, work);
    const call = { request: { queueName: 'read-mailbox' }, transaction, queue } as Parameters<typeof redriveMessages>[0];
    await redriveMessages(call);
  }
});
