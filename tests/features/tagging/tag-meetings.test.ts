/** Several meetings tagged at once: each judged by itself, every account refreshed once, nothing of a refused one written. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;
const ids = new Map<string, string>();
const nobody = '00000000-0000-4000-8000-000000000000';
const virtual = { outcome: 'held', modality: 'virtual', timeZone: berlin, basedOnVersion: 0 } as const;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-01-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const add = (who: 'ana' | 'bob', startsAt: string, subject: string, guest: string) =>
    house.addEvent(who, anEvent(startsAt, { subject, attendees: [invited(guest)] }));
  await add('ana', '2026-04-01T10:00:00Z', 'one', contoral);
  await add('ana', '2026-04-02T10:00:00Z', 'two', 'kim@fabrigon.example');
  await add('ana', '2026-05-05T10:00:00Z', 'later', contoral);
  await add('bob', '2026-04-03T10:00:00Z', "bob's", contoral);
  await house.readCalendars();
  for (const { subject, meeting_id } of await house.sql<{ subject: string; meeting_id: string }>(
    'select subject, meeting_id from meeting',
  )) {
    ids.set(subject, meeting_id);
  }
});

afterAll(() => house.stop());

const tagAll = (...subjects: readonly string[]) =>
  house.call('ana', 'tag-meetings', {
    request: { tags: subjects.map((subject) => ({ meetingId: ids.get(subject) ?? nobody, ...virtual })) },
  });

it('tags what may be tagged, and says of each other why not', async () => {
  const { value } = await tagAll('one', 'later', "bob's", 'two', 'nowhere');
  expect(value?.outcomes).toMatchObject([
    { meetingId: ids.get('one'), kind: 'tagged', tag: { version: 1, modality: 'virtual' } },
    { kind: 'refused', code: 'meeting_not_over' },
    { kind: 'refused', code: 'not_your_meeting' },
    { meetingId: ids.get('two'), kind: 'tagged' },
    { kind: 'refused', code: 'meeting_not_found' },
  ]);
  expect(value?.changes.map(({ name }) => name)).toEqual(['Contoral', 'Fabrigon']);
  expect(await house.sql('select count(*)::int as tags from tag')).toEqual([{ tags: 2 }]);
  expect((await recomputeHealth(house.host.database, new Date('2026-05-04T14:00:00Z'))).differences).toEqual([]);
});

it('refuses a meeting that was tagged meanwhile, twice in one request too', async () => {
  const { value } = await tagAll('one');
  expect(value?.outcomes).toMatchObject([{ kind: 'refused', code: 'tagged_meanwhile' }]);
  expect(value?.changes).toEqual([]);
});

it('says of a meeting that one request names twice what was stored', async () => {
  await house.addEvent('ana', anEvent('2026-04-09T10:00:00Z', { subject: 'twice', attendees: [invited(contoral)] }));
  await house.readCalendars();
  const [row] = await house.sql<{ meeting_id: string }>(`select meeting_id from meeting where subject = 'twice'`);
  ids.set('twice', row?.meeting_id ?? '');
  const { value } = await tagAll('twice', 'twice');
  expect(value?.outcomes).toMatchObject([{ kind: 'tagged', tag: { version: 1 } }]);
});

it('answers two requests at once without a tag lost or doubled', async () => {
  await house.addEvent('ana', anEvent('2026-04-10T10:00:00Z', { subject: 'race a', attendees: [invited(contoral)] }));
  await house.addEvent('ana', anEvent('2026-04-11T10:00:00Z', { subject: 'race b', attendees: [invited('kim@fabrigon.example')] }));
  await house.readCalendars();
  for (const { subject, meeting_id } of await house.sql<{ subject: string; meeting_id: string }>(
    'select subject, meeting_id from meeting',
  )) {
    ids.set(subject, meeting_id);
  }
  const answers = await Promise.all([tagAll('race a', 'race b'), tagAll('race b', 'race a'), tagAll('race a', 'race b')]);
  const kinds = answers.flatMap(({ value }) => value?.outcomes.map(({ kind }) => kind) ?? []);
  expect(kinds.filter((kind) => kind === 'tagged')).toHaveLength(2);
  expect(kinds).toHaveLength(6);
});
