/** Undo is a version of its own: the meeting is open again or a colleague's answer counts, and nothing that was said is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { recomputeHealth } from '../../../api/features/health/recompute-health.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const { bob } = house.tenant.people;
  for (const subject of ['Alone', 'Both', 'Earlier', 'Refusals', 'Versions', 'Gone']) {
    const attendees = [invited(contoral), invited('sam@contoral.example', 'none'), invited(bob.mail)];
    await house.addEvent('ana', anEvent('2026-05-04T08:00:00Z', { subject, attendees }));
  }
  await house.readCalendars();
});

afterAll(() => house.stop());

const inPerson = { outcome: 'held', modality: 'in_person', timeZone: berlin } as const;

async function meetingOf(subject: string): Promise<{ readonly meetingId: string }> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  if (!row) throw new Error(`no meeting ${subject}`);
  return { meetingId: row.meeting_id };
}

async function tag(who: Name, subject: string, claim: { basedOnVersion: number; modality?: 'virtual'; presentContactIds?: string[] }) {
  const answer = await house.call(who, 'tag-meeting', { params: await meetingOf(subject), request: { ...inPerson, ...claim } });
  if (!answer.value) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

async function withdraw(who: Name, subject: string, basedOnVersion: number) {
  return house.call(who, 'withdraw-tag', { params: await meetingOf(subject), request: { basedOnVersion } });
}

async function pending(who: Name, subject: string): Promise<Meeting | undefined> {
  const { value } = await house.call(who, 'pending-meetings');
  return value?.meetings.find((meeting) => meeting.subject === subject);
}

async function expectStoredEqualsRecomputed(): Promise<void> {
  const report = await recomputeHealth(house.host.database, new Date('2026-05-04T14:00:00Z'));
  expect(report).toMatchObject({ differences: [] });
}

describe('an answer taken back', () => {
  it('makes the meeting pending again, and the account as it was, in one step', async () => {
    const stored = await tag('ana', 'Alone', { basedOnVersion: 0 });
    expect(stored.changes[0]).toMatchObject({ after: { word: 'on_track' } });
    expect(await pending('ana', 'Alone')).toBeUndefined();

    const { value } = await withdraw('ana', 'Alone', 1);
    expect(value).toMatchObject({ tag: null, lastTagVersion: 2, changes: [{ before: { word: 'on_track' }, after: { word: 'new' } }] });
    expect(await pending('ana', 'Alone')).toMatchObject({ tag: null, lastTagVersion: 2 });
    await expectStoredEqualsRecomputed();
  });

  it('can be given again, on the version of the withdrawal', async () => {
    const again = await tag('ana', 'Alone', { basedOnVersion: 2 });
    expect(again.tag.version).toBe(3);
    await withdraw('ana', 'Alone', 3);
  });

  it('leaves what a colleague said untouched, and counting', async () => {
    await tag('bob', 'Both', { basedOnVersion: 0 });
    await tag('ana', 'Both', { basedOnVersion: 1, modality: 'virtual' });
    const { value } = await withdraw('ana', 'Both', 2);
    expect(value).toMatchObject({ tag: { version: 1, modality: 'in_person', taggedBy: { id: house.tenant.people.bob.id } } });
    expect(value?.changes[0]?.after.word).toBe('on_track');
    await expectStoredEqualsRecomputed();
  });

  it('no longer counts its seller as having been there', async () => {
    const [sam] = await house.sql<{ contact_id: string }>(`select contact_id from contact where mail like 'sam@%'`);
    const [dana] = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [contoral]);
    await tag('ana', 'Earlier', { basedOnVersion: 0, presentContactIds: [sam?.contact_id ?? ''] });
    await tag('bob', 'Earlier', { basedOnVersion: 1, presentContactIds: [dana?.contact_id ?? ''] });
    const { value } = await withdraw('ana', 'Earlier', 2);
    expect(value).toMatchObject({ tag: { version: 2 }, lastTagVersion: 3 });
    const { accountId } = value?.changes[0] ?? { accountId: '' };
    const meetings = await house.call('ana', 'account-meetings', { params: { accountId }, request: { since: '2026-05-01' } });
    const earlier = meetings.value?.meetings.find(({ subject }) => subject === 'Earlier');
    expect(earlier?.contacts.map(({ contactId }) => contactId)).toEqual([dana?.contact_id]);
    await expectStoredEqualsRecomputed();
  });

  it('of a meeting added by hand ends it: nobody is asked about it', async () => {
    const [row] = await house.sql<{ account_id: string; contact_id: string }>(
      `select account_id, contact_id from contact where mail = $1`,
      [contoral],
    );
    const claim = { accountId: row?.account_id ?? '', contactIds: [row?.contact_id ?? ''], on: '2026-05-02' };
    const added = await house.call('ana', 'add-meeting', { request: { ...claim, modality: 'in_person', timeZone: berlin } });
    const { total } = (await house.call('ana', 'pending-meetings')).value ?? {};
    const params = { meetingId: added.value?.meetingId ?? '' };
    const taken = await house.call('ana', 'withdraw-tag', { params, request: { basedOnVersion: 1 } });
    expect(taken.value?.tag).toBeNull();
    expect((await house.call('ana', 'pending-meetings')).value?.total).toBe(total);
    await expectStoredEqualsRecomputed();
  });

  it('stays stored when the meeting leaves every calendar', async () => {
    await tag('ana', 'Gone', { basedOnVersion: 0 });
    await withdraw('ana', 'Gone', 1);
    const rows = await house.sql<{ event_id: string; seller_id: string }>(
      `select event_id, seller_id from meeting_seller join meeting using (tenant_id, meeting_id) where subject = 'Gone'`,
    );
    for (const { event_id, seller_id } of rows) {
      await house.deleteEvent(seller_id === house.tenant.people.ana.id ? 'ana' : 'bob', event_id);
    }
    await house.readCalendars();
    expect(await house.sql(`select last_tag_version from meeting where subject = 'Gone'`)).toEqual([{ last_tag_version: 2 }]);
  });
});

describe('a withdrawal is refused, and nothing is written', () => {
  beforeAll(() => tag('ana', 'Refusals', { basedOnVersion: 0 }));

  it.each([
    ['by a colleague who said nothing', 'bob', 1, 'nothing_to_withdraw'],
    ['on an older version', 'ana', 0, 'tagged_meanwhile'],
    ['by a manager', 'mia', 1, 'role_missing'],
  ] as const)('%s', async (_rule, who, basedOnVersion, code) => {
    const answer = await withdraw(who, 'Refusals', basedOnVersion);
    expect(answer.problem?.code).toBe(code);
    expect(await house.sql('select version from tag where meeting_id = $1', [(await meetingOf('Refusals')).meetingId])).toHaveLength(1);
  });

  it('with the answer that counts, so that both can be shown', async () => {
    const { problem } = await withdraw('ana', 'Refusals', 0);
    expect(problem?.details).toMatchObject({ currentVersion: 1, tag: { version: 1, modality: 'in_person' } });
  });
});

describe('the versions of a tag', () => {
  it('are all told to its sellers, newest first, and which one counts', async () => {
    await tag('bob', 'Versions', { basedOnVersion: 0, modality: 'virtual' });
    await tag('ana', 'Versions', { basedOnVersion: 1 });
    await withdraw('ana', 'Versions', 2);
    const { value } = await house.call('ana', 'tag-versions', { params: await meetingOf('Versions') });
    const { ana, bob } = house.tenant.people;
    expect(value).toMatchObject({
      countingVersion: 1,
      versions: [
        { version: 3, kind: 'withdrawn', taggedBy: { id: ana.id } },
        { version: 2, kind: 'said', tag: { modality: 'in_person', taggedBy: { id: ana.id } } },
        { version: 1, kind: 'said', tag: { modality: 'virtual', taggedBy: { id: bob.id } } },
      ],
    });
  });

  it('are none of the business of a colleague who was not invited', async () => {
    await house.addEvent('ana', anEvent('2026-05-04T09:00:00Z', { subject: 'Hers', attendees: [invited(contoral)] }));
    await house.readCalendars();
    expect((await house.call('bob', 'tag-versions', { params: await meetingOf('Hers') })).problem?.code).toBe('not_your_meeting');
  });
});
