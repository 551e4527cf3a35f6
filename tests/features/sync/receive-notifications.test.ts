/** The door at which Graph tells of changes: what is ours is in the queue before it answers, and nobody else gets anything in. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dueRead } from '../../../api/features/sync/due-read.ts';
import { queueNames } from '../../../api/features/sync/messages.ts';
import { receiveNotifications } from '../../../api/features/sync/receive-notifications.ts';
import { clientStates } from '../../../api/platform/identity/client-states.ts';
import type { QueueMessage } from '../../../api/platform/queue/queue.ts';
import { type House, openHouse } from '../../support/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-04T14:00:00Z', isTold: true });
  await house.setUp();
  await house.readCalendars();
});

afterAll(() => house.stop());

let minute = 0;

/** A mailbox asked for is not asked for again within seconds: each test has a time of its own. */
beforeEach(async () => {
  minute += 1;
  house.setNow(new Date(Date.parse('2026-05-04T14:00:00Z') + minute * 60_000).toISOString());
  for (const name of Object.values(queueNames)) await house.queues.getQueueClient(name).clearMessages();
});

function states() {
  const { notifications } = house.config;
  if (!notifications) throw new Error('nobody tells this house');
  return clientStates(notifications.keys);
}

function change(sellerId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { tenantId } = house.tenant;
  return {
    subscriptionId: 's-1',
    changeType: 'updated',
    tenantId,
    clientState: states().of({ tenantId, userId: sellerId }),
    resource: `Users/${sellerId}@${tenantId}/Events/AAA`,
    resourceData: { '@odata.type': '#Microsoft.Graph.Event', id: 'AAA' },
    ...changes,
  };
}

async function tell(value: readonly unknown[], path = 'notifications', query = ''): Promise<Response> {
  return house.fetch(`graph/${path}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value }),
  });
}

/** Messages put into a queue and not taken out, those to be seen later included. */
async function queued(name: string): Promise<number> {
  return (await house.queues.getQueueClient(name).getProperties()).approximateMessagesCount ?? 0;
}

describe('the handshake', () => {
  it.each(['notifications', 'lifecycle'])('of %s gives the token back as plain text', async (path) => {
    const token = 'Validation: Testing client application reachability';
    const answer = await house.fetch(`graph/${path}?validationToken=${encodeURIComponent(token)}`, { method: 'POST' });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/plain; charset=utf-8', token]);
  });

  it('gives markup back harmless', async () => {
    const answer = await house.fetch(`graph/notifications?validationToken=${encodeURIComponent('<img src=x onerror="x">')}`, {
      method: 'POST',
    });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).not.toMatch(/[<>"]/);
  });

  it('of a token longer than any of Graph is refused', async () => {
    expect((await house.fetch(`graph/notifications?validationToken=${'x'.repeat(2_049)}`, { method: 'POST' })).status).toBe(400);
  });
});

describe('what is ours', () => {
  it('is in the queue when Graph gets its answer, one message for a mailbox', async () => {
    const { ana, bob } = house.tenant.people;
    expect((await tell([change(ana.id), change(ana.id), change(bob.id)])).status).toBe(202);
    expect(await queued(queueNames.readMailbox)).toBe(2);
  });

  it('is asked for once while the first message is still to be seen, and again afterwards', async () => {
    const { ana } = house.tenant.people;
    await tell([change(ana.id)]);
    await tell([change(ana.id)]);
    expect(await queued(queueNames.readMailbox)).toBe(1);
    house.setNow(new Date(Date.parse('2026-05-04T14:00:00Z') + minute * 60_000 + 8_000).toISOString());
    await tell([change(ana.id)]);
    expect(await queued(queueNames.readMailbox)).toBe(2);
  });

  it('is looked for by the message that is still to be seen, although a read has begun meanwhile', async () => {
    const { ana } = house.tenant.people;
    const { tenantId } = house.tenant;
    const startMs = Date.parse('2026-05-04T14:00:00Z');
    const messages: QueueMessage[] = [];
    let nowMs = startMs;
    const receive = receiveNotifications({
      enrolledTenantIds: [tenantId],
      clientStates: states(),
      queue: { send: async (_name, body) => void messages.push(body), isReady: async () => true },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      nowAt: () => new Date(nowMs),
    });
    const toldAtSecond = async (second: number): Promise<void> => {
      nowMs = startMs + second * 1_000;
      await receive([change(ana.id)], undefined);
    };
    await toldAtSecond(0);
    await toldAtSecond(8.5);
    // The first message has its read begin at second 10; what is told at 12 is left to the second message, to be seen at 18.5.
    await toldAtSecond(12);
    expect(messages).toHaveLength(2);
    const changesAt = new Date(startMs + 10_000);
    const standing = {
      underWay: undefined,
      isWaiting: false,
      wholeAt: changesAt,
      baselineAt: changesAt,
      changesAt,
      hasDeltaLink: true,
      isTold: true,
    };
    const changedAt = new Date(String(messages[1]?.['changedAt']));
    expect(dueRead(standing, { nowAt: new Date(startMs + 18_500), changedAt })).toBe('changes');
  });

  it.each([
    ['subscriptionRemoved', 1],
    ['reauthorizationRequired', 1],
    ['missed', 0],
  ])('%s is told of the mailbox that the address names', async (lifecycleEvent, aboutSubscription) => {
    const { ana } = house.tenant.people;
    const told = await tell([change(ana.id, { lifecycleEvent, resource: undefined })], 'lifecycle', `?mailbox=${ana.id}`);
    expect(told.status).toBe(202);
    expect(await queued(queueNames.readMailbox)).toBe(1);
    expect(await queued(queueNames.keepSubscription)).toBe(aboutSubscription);
  });

  it('is taken under an older key too', () => {
    const [old, fresh] = [Buffer.alloc(32, 'o'), Buffer.alloc(32, 'n')];
    const mailbox = { tenantId: house.tenant.tenantId, userId: house.tenant.people.ana.id };
    const made = clientStates([old]).of(mailbox);
    expect([clientStates([fresh, old]).isOf(made, mailbox), clientStates([fresh]).isOf(made, mailbox)]).toEqual([true, false]);
    expect(made.length).toBeLessThanOrEqual(128);
  });
});

describe('what is not ours is dropped, with the same answer', () => {
  it.each([
    ['another secret', (): unknown => change(house.tenant.people.ana.id, { clientState: 'guessed' })],
    ['no secret', (): unknown => change(house.tenant.people.ana.id, { clientState: '' })],
    [
      'the secret of another mailbox',
      (): unknown => ({ ...change(house.tenant.people.ana.id), resource: `Users/${house.tenant.people.bob.id}/Events/A` }),
    ],
    [
      'a tenant that is not served',
      (): unknown => change(house.tenant.people.ana.id, { tenantId: '99999999-0000-4000-8000-000000000000' }),
    ],
    ['no mailbox at all', (): unknown => change(house.tenant.people.ana.id, { resource: 'communications/callRecords/1' })],
    ['no object', (): unknown => 'x'],
  ])('%s', async (_what, item) => {
    const linesBefore = house.logLines.length;
    expect((await tell([item()])).status).toBe(202);
    expect(await queued(queueNames.readMailbox)).toBe(0);
    expect(house.logLines.slice(linesBefore).join('\n')).toContain('"event":"notifications_dropped","count":1');
  });

  it.each([
    ['no JSON', '{', 400],
    ['no list', '{"value":1}', 400],
    ['more than a notification ever has', JSON.stringify({ value: ['x'.repeat(256 * 1024)] }), 413],
  ])('%s is refused', async (_what, body, status) => {
    expect((await house.fetch('graph/notifications', { method: 'POST', body })).status).toBe(status);
  });
});
