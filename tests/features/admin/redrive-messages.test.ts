/** What the host has given up on: kept with its tenant, shown to the admin, and done again when the admin says so. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

  it.each([['of no tenant of ours', { tenantId: '00000009-0000-4000-8000-000000000001' }], ['that is none of ours', { subject: 'Lunch' }]])(
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
    const sent: unknown[] = [];
    await keep(ofSeller(ours, 'bob'), ofSeller(ours, 'ana'));
    await house.host.stopQueues();
    await house.call('adam', 'redrive-messages', { request: { queueName: 'read-mailbox' } });
    const { receivedMessageItems } = await house.queues.getQueueClient('read-mailbox').receiveMessages({ numberOfMessages: 32 });
    for (const { messageText } of receivedMessageItems) sent.push(JSON.parse(Buffer.from(messageText, 'base64').toString()));
    expect(sent).toEqual([ofSeller(ours, 'bob'), ofSeller(ours, 'ana')]);
  });
});
