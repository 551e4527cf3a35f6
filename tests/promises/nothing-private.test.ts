/** Promise 6: nothing of a private meeting, and no body, is ever stored, queued or logged. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';

const canaries = ['CANARY-BODY', 'CANARY-PRIVATE', 'CANARY-INTERNAL', 'CANARY-JOIN'];
let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const attendees = [invited(contoral)];
  const body = { contentType: 'text' as const, content: 'CANARY-BODY' };
  await house.addEvent(
    'ana',
    anEvent('2026-05-04T08:00:00Z', {
      subject: 'Open',
      attendees,
      body,
      onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/CANARY-JOIN' },
      isOnlineMeeting: true,
    }),
  );
  for (const [hour, sensitivity] of [
    ['09', 'private'],
    ['10', 'confidential'],
    ['11', 'personal'],
  ] as const) {
    await house.addEvent('ana', anEvent(`2026-05-04T${hour}:00:00Z`, { subject: 'CANARY-PRIVATE', attendees, body, sensitivity }));
  }
  await house.addEvent(
    'ana',
    anEvent('2026-05-04T12:00:00Z', { subject: 'CANARY-INTERNAL', attendees: [invited(house.tenant.people.bob.mail)], body }),
  );
  await house.readCalendars();
  // Delta pages bring every event with its body: a whole baseline, and a change.
  await house.readChanges();
  house.setNow('2026-05-04T14:01:00Z');
  await house.addEvent('ana', anEvent('2026-05-04T13:00:00Z', { subject: 'Open, told by delta', attendees, body }));
  await house.readChanges();
});

afterAll(() => house.stop());

async function everythingStored(): Promise<string> {
  const tables = await house.sql<{ name: string }>(`select tablename as name from pg_tables where schemaname in ('public', 'migration')`);
  const rows = await Promise.all(
    tables.map(({ name }) => house.sql(`select * from ${name === 'applied' || name === 'lock' ? `migration.${name}` : name}`)),
  );
  return JSON.stringify(rows);
}

async function everythingQueued(): Promise<string> {
  const texts: string[] = [];
  for await (const { name } of house.queues.listQueues()) {
    const { peekedMessageItems } = await house.queues.getQueueClient(name).peekMessages({ numberOfMessages: 32 });
    texts.push(...peekedMessageItems.map(({ messageText }) => Buffer.from(messageText, 'base64').toString('utf8')));
  }
  return texts.join('\n');
}

it('the customer meeting is there (positive control)', async () => {
  expect(await everythingStored()).toContain('"subject":"Open"');
  expect(await everythingStored()).toContain('"subject":"Open, told by delta"');
});

it.each(canaries)('%s stands in no table, queue or log', async (canary) => {
  expect(await everythingStored()).not.toContain(canary);
  expect(await everythingQueued()).not.toContain(canary);
  expect(house.logLines.join('\n')).not.toContain(canary);
});

it('a meeting that becomes private is forgotten at the next read', async () => {
  const event = await house.addEvent('ana', anEvent('2026-05-03T08:00:00Z', { subject: 'Soon hidden', attendees: [invited(contoral)] }));
  await house.readCalendars();
  expect(await everythingStored()).toContain('Soon hidden');
  await house.changeEvent('ana', event.id, { sensitivity: 'private' });
  await house.readCalendars();
  expect(await everythingStored()).not.toContain('Soon hidden');
});

it('a meeting that becomes private is forgotten with the next round of changes', async () => {
  const event = await house.addEvent(
    'ana',
    anEvent('2026-05-01T08:00:00Z', { subject: 'Hidden by delta', attendees: [invited(contoral)] }),
  );
  await house.readChanges();
  expect(await everythingStored()).toContain('Hidden by delta');
  house.setNow('2026-05-04T14:02:00Z');
  await house.changeEvent('ana', event.id, { sensitivity: 'private' });
  await house.readChanges();
  expect(await everythingStored()).not.toContain('Hidden by delta');
});

it('opening a private item in Outlook stores nothing and says so', async () => {
  const event = await house.addEvent(
    'ana',
    anEvent('2026-05-02T08:00:00Z', { subject: 'CANARY-PRIVATE', sensitivity: 'private', attendees: [invited(contoral)] }),
  );
  const request = { itemId: event.restId, startsAt: '2026-05-02T08:00:00Z', endsAt: '2026-05-02T09:00:00Z' };
  const answer = await house.call('ana', 'meeting-of-item', { request });
  expect(answer.value).toEqual({ kind: 'private' });
  expect(await everythingStored()).not.toContain('CANARY-PRIVATE');
});

it('a failing request logs ids, not what was sent', async () => {
  await house.call('ana', 'tag-meeting', { params: { meetingId: 'CANARY-INTERNAL' } });
  expect(house.logLines.join('\n')).not.toContain('CANARY');
});
