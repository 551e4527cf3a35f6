/** A command that is sent again is done once: by its key, in the transaction of its effect, and for one person alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyRetentionDays } from '../../api/contract/idempotency-key.ts';
import { refused } from '../../api/domain/result.ts';
import { carryOutOnce, hashOfRequest, type KeyedCommand } from '../../api/platform/trigger/carry-out-once.ts';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';
import { berlin, testTenant } from '../support/tenant.ts';

const nowAt = '2026-05-04T14:00:00Z';
const [ours, theirs] = [testTenant(1), testTenant(2)];
const inPerson = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
const virtual = { ...inPerson, modality: 'virtual' } as const;

let house: House;

beforeAll(async () => {
  house = await openHouse({ tenants: [ours, theirs], nowAt: '2026-03-01T08:00:00Z' });
  for (const tenant of house.tenants) await house.setUp(undefined, tenant);
  house.setNow(nowAt);
  const subjects = ['Twins', 'Again', 'Refused', 'Shared key', 'Two bodies', 'Two meetings', 'Lost answer'];
  for (const subject of subjects) {
    const event = anEvent('2026-05-04T08:00:00Z', { subject, attendees: [invited(contoral), invited(ours.people.bob.mail)] });
    await house.addEvent('ana', event);
  }
  await house.readCalendars();
});

afterAll(() => house.stop());

async function meetingOf(subject: string): Promise<{ readonly meetingId: string }> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  if (!row) throw new Error(`no meeting ${subject}`);
  return { meetingId: row.meeting_id };
}

async function versionsOf(subject: string): Promise<number> {
  const { meetingId } = await meetingOf(subject);
  return (await house.sql('select version from tag where meeting_id = $1', [meetingId])).length;
}

describe('a command sent again with its key', () => {
  it('gets the first answer and changes nothing, also after others have changed the meeting', async () => {
    const call = { params: await meetingOf('Again'), request: inPerson, key: randomUUID() };
    const first = await house.call('ana', 'tag-meeting', call);
    await house.call('bob', 'tag-meeting', { params: call.params, request: { ...virtual, basedOnVersion: 1 } });
    const again = await house.call('ana', 'tag-meeting', call);
    expect(again).toEqual(first);
    expect(first.value?.tag).toMatchObject({ version: 1, modality: 'in_person' });
    expect(await versionsOf('Again')).toBe(2);
  });

  it('is done once by twins sent at once, and each hears the same', async () => {
    const call = { params: await meetingOf('Twins'), request: inPerson, key: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => house.call('ana', 'tag-meeting', call)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.value))).size).toBe(1);
    expect(await versionsOf('Twins')).toBe(1);
  });

  it('is known for as long as a device may be away, whatever the case of its key', async () => {
    const call = { params: await meetingOf('Lost answer'), request: inPerson, key: randomUUID() };
    await house.call('ana', 'tag-meeting', call);
    house.setNow('2026-05-11T14:00:00Z');
    await house.host.runTimer('purge-keys');
    const again = await house.call('ana', 'tag-meeting', { ...call, key: call.key.toUpperCase() });
    house.setNow(nowAt);
    expect(again.value?.tag.version).toBe(1);
    expect(await versionsOf('Lost answer')).toBe(1);
  });

  it('is done once when it adds a meeting', async () => {
    const [row] = await house.sql<{ account_id: string; contact_id: string }>(
      `select account_id, contact_id from contact join account using (tenant_id, account_id) where name = 'Contoral' and tenant_id = $1`,
      [ours.tenantId],
    );
    const claim = { accountId: row?.account_id ?? '', contactIds: [row?.contact_id ?? ''], on: '2026-05-01' };
    const call = { request: { ...claim, modality: 'in_person', timeZone: berlin } as const, key: randomUUID() };
    const [first, second] = [await house.call('ana', 'add-meeting', call), await house.call('ana', 'add-meeting', call)];
    expect(second.value?.meetingId).toBe(first.value?.meetingId);
    expect(await house.sql('select count(*)::int as n from meeting where is_added_by_hand')).toEqual([{ n: 1 }]);
  });
});

describe('the same key', () => {
  it('with another body is refused, and the first effect stands', async () => {
    const params = await meetingOf('Two bodies');
    const key = randomUUID();
    await house.call('ana', 'tag-meeting', { params, request: inPerson, key });
    const other = await house.call('ana', 'tag-meeting', { params, request: { ...virtual, basedOnVersion: 1 }, key });
    expect([other.status, other.problem?.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await versionsOf('Two bodies')).toBe(1);
  });

  it('for another meeting is refused', async () => {
    const key = randomUUID();
    const params = await meetingOf('Two meetings');
    await house.call('ana', 'tag-meeting', { params, request: inPerson, key });
    const other = await house.call('ana', 'tag-meeting', { params: await meetingOf('Refused'), request: inPerson, key });
    expect(other.problem?.code).toBe('idempotency_key_reused');
    expect(await versionsOf('Refused')).toBe(0);
  });

  it('of a colleague, or of another tenant, is another one', async () => {
    const params = await meetingOf('Shared key');
    const key = randomUUID();
    await house.call('ana', 'tag-meeting', { params, request: inPerson, key });
    const bobs = await house.call('bob', 'tag-meeting', { params, request: { ...inPerson, basedOnVersion: 1 }, key });
    expect(bobs.value?.tag).toMatchObject({ version: 2, taggedBy: { id: ours.people.bob.id } });
    const abroad = await house.call('ana', 'tag-meeting', { params, request: inPerson, key }, theirs);
    expect(abroad.problem?.code).toBe('meeting_not_found');
  });

  it('may be used again after a refusal, since nothing happened', async () => {
    const params = await meetingOf('Refused');
    const key = randomUUID();
    const refusedFirst = await house.call('ana', 'tag-meeting', { params, request: { ...inPerson, basedOnVersion: 5 }, key });
    expect(refusedFirst.problem?.code).toBe('tagged_meanwhile');
    const then = await house.call('ana', 'tag-meeting', { params, request: inPerson, key });
    expect(then.value?.tag.version).toBe(1);
  });
});

describe('a key', () => {
  it('that is no UUID is refused', async () => {
    const answer = await house.call('ana', 'tag-meeting', { params: await meetingOf('Refused'), request: inPerson, key: '1' });
    expect(answer.problem).toMatchObject({ code: 'request_invalid', details: { faults: [{ member: 'Idempotency-Key' }] } });
  });

  it.each(['me', 'pending-meetings'] as const)('is refused by %s, which only reads', async (name) => {
    expect((await house.call('ana', name, { key: randomUUID() })).problem?.code).toBe('request_invalid');
  });

  it('is refused by a question that needs a body', async () => {
    const request = { itemId: 'x', startsAt: nowAt, endsAt: nowAt };
    expect((await house.call('ana', 'meeting-of-item', { request, key: randomUUID() })).problem?.code).toBe('request_invalid');
  });

  it('is forgotten by the timer after its retention, and not before', async () => {
    const kept = async (): Promise<number> => (await house.sql('select key from idempotency_key')).length;
    const before = await kept();
    expect(before).toBeGreaterThan(0);
    const retentionMs = keyRetentionDays * 86_400_000;
    house.setNow(new Date(Date.parse(nowAt) + retentionMs).toISOString());
    await house.host.runTimer('purge-keys');
    expect(await kept()).toBe(before);
    house.setNow(new Date(Date.parse(nowAt) + retentionMs + 1).toISOString());
    await house.host.runTimer('purge-keys');
    expect(await kept()).toBe(0);
    house.setNow(nowAt);
  });
});

describe('a command that takes a key', () => {
  const command = (): KeyedCommand => ({
    tenantId: ours.tenantId,
    personId: ours.people.ana.id,
    key: randomUUID(),
    route: 'some-command',
    requestHash: hashOfRequest('PUT', '/api/x', {}),
    nowAt: new Date(nowAt),
  });

  it('is one transaction: a second one is a bug', async () => {
    const twice = carryOutOnce(house.host.database, command(), async (transaction) => {
      await transaction(async () => refused({ kind: 'not_found' }));
      return transaction(async () => refused({ kind: 'not_found' }));
    });
    await expect(twice).rejects.toThrow(/not one transaction/);
  });

  it('leaves nothing behind when it throws', async () => {
    const given = command();
    const thrown = carryOutOnce(house.host.database, given, (transaction) => transaction(() => Promise.reject(new Error('stop'))));
    await expect(thrown).rejects.toThrow('stop');
    expect(await house.sql('select key from idempotency_key where key = $1', [given.key])).toEqual([]);
  });
});
