/** The undo of an answer to several meetings: each judged by itself, colleagues' answers untouched, health as a recompute finds it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;
const nowAt = '2026-05-04T14:00:00Z';
const nobody = '00000000-0000-4000-8000-000000000000';
const ids = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-01-01T08:00:00Z' });
  await house.setUp();
  house.setNow(nowAt);
  const { mail } = house.tenant.people.bob;
  await house.addEvent('ana', anEvent('2026-04-01T10:00:00Z', { subject: 'one', attendees: [invited(contoral)] }));
  await house.addEvent('ana', anEvent('2026-04-02T10:00:00Z', { subject: 'two', attendees: [invited('kim@fabrigon.example')] }));
  await house.addEvent('ana', anEvent('2026-04-03T10:00:00Z', { subject: 'untagged', attendees: [invited(contoral)] }));
  await house.addEvent('ana', anEvent('2026-04-06T10:00:00Z', { subject: 'both', attendees: [invited(contoral), invited(mail)] }));
  await house.addEvent('bob', anEvent('2026-04-07T10:00:00Z', { subject: "bob's", attendees: [invited(contoral)] }));
  await house.readCalendars();
  const rows = await house.sql<{ subject: string; meeting_id: string }>('select subject, meeting_id from meeting');
  for (const { subject, meeting_id } of rows) ids.set(subject, meeting_id);
  await tag('bob', 0, 'both');
  await tag('ana', 0, 'one', 'two');
  await tag('ana', 1, 'both');
});

afterAll(() => house.stop());

async function tag(who: 'ana' | 'bob', basedOnVersion: number, ...subjects: readonly string[]): Promise<void> {
  const claim = { outcome: 'held', modality: who === 'bob' ? 'virtual' : 'in_person', timeZone: berlin, basedOnVersion } as const;
  const tags = subjects.map((subject) => ({ meetingId: ids.get(subject) ?? nobody, ...claim }));
  const { value } = await house.call(who, 'tag-meetings', { request: { tags } });
  expect(value?.outcomes.map(({ kind }) => kind)).toEqual(subjects.map(() => 'tagged'));
}

const withdrawAll = (basedOnVersion: number, ...subjects: readonly string[]) =>
  house.call('ana', 'withdraw-tags', {
    request: { tags: subjects.map((subject) => ({ meetingId: ids.get(subject) ?? nobody, basedOnVersion })) },
  });

const pending = async (): Promise<readonly string[]> =>
  ((await house.call('ana', 'pending-meetings')).value?.meetings ?? []).map(({ subject }) => subject);

it('takes back what may be taken back, and says of each other why not', async () => {
  expect(await pending()).toEqual(['untagged']);
  const { value } = await withdrawAll(1, 'one', 'untagged', "bob's", 'two', 'nowhere');
  expect(value?.outcomes).toEqual([
    { kind: 'withdrawn', meetingId: ids.get('one'), tag: null, lastTagVersion: 2 },
    { kind: 'refused', meetingId: ids.get('untagged'), code: 'tagged_meanwhile' },
    { kind: 'refused', meetingId: ids.get("bob's"), code: 'not_your_meeting' },
    { kind: 'withdrawn', meetingId: ids.get('two'), tag: null, lastTagVersion: 2 },
    { kind: 'refused', meetingId: nobody, code: 'meeting_not_found' },
  ]);
  expect(value?.changes.map(({ name }) => name)).toEqual(['Contoral', 'Fabrigon']);
  expect(await pending()).toEqual(['untagged', 'two', 'one']);
  expect((await recomputeHealth(house.host.database, new Date(nowAt))).differences).toEqual([]);
});

it("gives a meeting back to a colleague's answer", async () => {
  const { value } = await withdrawAll(2, 'both');
  expect(value?.outcomes).toMatchObject([{ kind: 'withdrawn', lastTagVersion: 3, tag: { version: 1, modality: 'virtual' } }]);
  expect(await pending()).not.toContain('both');
});

it('takes nothing back twice', async () => {
  const { value } = await withdrawAll(2, 'one', 'one');
  expect(value?.outcomes).toMatchObject([{ kind: 'refused', code: 'nothing_to_withdraw' }]);
  expect(value?.changes).toEqual([]);
});
