/** Answers in somebody else's place: only where Graph lets the caller read that person's event, proved anew each time, and never hidden. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Meeting, TagRequest } from '../../../api/contract/tagging.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse, type TrueEvent } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
let lunch: TrueEvent;
let theirs: TrueEvent;
const times = { startsAt: '2026-05-04T10:30:00Z', endsAt: '2026-05-04T11:30:00Z' };

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  lunch = await house.addEvent('ana', anEvent(times.startsAt, { subject: 'Lunch', attendees: [invited(contoral)] }));
  theirs = await house.addEvent('bob', anEvent(times.startsAt, { subject: 'Elsewhere', attendees: [invited('kim@fabrigon.example')] }));
});

afterAll(() => house.stop());

const see = (who: Name, owner: Name, itemId = lunch.restId) =>
  house.call(who, 'meeting-of-item', { request: { itemId, ...times, ownerMail: house.tenant.people[owner].mail } });

async function anasLunch(): Promise<Meeting> {
  const { value } = await see('dora', 'ana');
  if (value?.kind !== 'meeting') throw new Error('dora does not see the lunch');
  return value.meeting;
}

async function tagFor(who: Name, owner: Name, changes: { readonly itemId?: string; readonly meetingId?: string } = {}) {
  const meeting = await anasLunch();
  const request: z.input<typeof TagRequest> & { sharedItem: object } = {
    outcome: 'held',
    modality: 'in_person',
    timeZone: berlin,
    basedOnVersion: meeting.lastTagVersion,
    sharedItem: { ownerId: house.tenant.people[owner].id, itemId: changes.itemId ?? lunch.restId, ...times },
  };
  return house.call(who, 'tag-meeting', { params: { meetingId: changes.meetingId ?? meeting.meetingId }, request: request as never });
}

async function unshare(work: () => Promise<void>): Promise<void> {
  const shares = house.tenant.calendarShares;
  const kept = shares.splice(0, shares.length);
  try {
    await work();
  } finally {
    shares.push(...kept);
  }
}

describe('a calendar that is shared', () => {
  it('shows its meeting to whoever may read it, and says whose it is', async () => {
    const { value } = await see('dora', 'ana');
    expect(value).toMatchObject({
      kind: 'meeting',
      owner: { name: 'Ana Test' },
      meeting: { subject: 'Lunch', accounts: [{ name: 'Contoral' }] },
    });
  });

  it('takes an answer that counts as the owner’s and is signed by who gave it', async () => {
    const answer = await tagFor('dora', 'ana');
    expect(answer.value?.tag).toMatchObject({ taggedBy: { name: 'Dora Test' }, onBehalfOf: { name: 'Ana Test' } });
    expect(answer.value?.changes).toMatchObject([{ name: 'Contoral', after: { word: 'on_track' } }]);
    const own = await house.call('ana', 'meeting-of-item', { request: { itemId: lunch.restId, ...times } });
    expect(own.value).toMatchObject({
      meeting: { tag: { taggedBy: { name: 'Dora Test' }, onBehalfOf: { name: 'Ana Test' } }, colleaguesPresent: [{ name: 'Ana Test' }] },
    });
    const [account] = (await house.call('ana', 'my-accounts')).value?.accounts ?? [];
    const page = await house.call('ana', 'account', { params: { accountId: account?.accountId ?? '' } });
    expect(page.value?.colleagues).toMatchObject([{ name: 'Ana Test' }]);
    const call = { params: { accountId: account?.accountId ?? '' }, request: { since: '2026-01-01' } };
    const behind = await house.call('ana', 'account-meetings', call);
    expect(behind.value?.meetings.map(({ sellers }) => sellers.map(({ name }) => name))).toEqual([['Ana Test']]);
  });

  it('of the owner’s later answer is the next version, and nothing is lost', async () => {
    const meeting = await anasLunch();
    const request = { outcome: 'held', modality: 'hybrid', timeZone: berlin, basedOnVersion: meeting.lastTagVersion } as const;
    const answer = await house.call('ana', 'tag-meeting', { params: { meetingId: meeting.meetingId }, request });
    expect(answer.value?.tag).toMatchObject({ taggedBy: { name: 'Ana Test' }, onBehalfOf: null });
    expect(await house.sql('select version, on_behalf_of is not null as is_for from tag order by version')).toEqual([
      { version: 1, is_for: true },
      { version: 2, is_for: false },
    ]);
  });

  it('is open to a manager to whom it is shared as to anybody', async () => {
    expect((await see('mia', 'ana')).value?.kind).toBe('meeting');
  });
});

describe('a calendar that is not shared', () => {
  const refusal = { status: 403, problem: { code: 'calendar_not_shared' } };

  it.each([
    ['not at all', 'dora', 'cleo'],
    ['for free and busy alone', 'dora', 'bob'],
    ['with the admin', 'adam', 'ana'],
    ['with a colleague', 'bob', 'ana'],
  ] as const)('shows nothing: %s', async (_rule, who, owner) => {
    expect(await see(who, owner, owner === 'bob' ? theirs.restId : lunch.restId)).toMatchObject(refusal);
  });

  it('takes no answer, whatever is claimed', async () => {
    const before = await house.sql('select count(*) as n from tag');
    expect(await tagFor('adam', 'ana')).toMatchObject(refusal);
    expect(await tagFor('dora', 'bob', { itemId: theirs.restId })).toMatchObject(refusal);
    expect(await tagFor('dora', 'cleo')).toMatchObject(refusal);
    expect(await house.sql('select count(*) as n from tag')).toEqual(before);
  });

  it('any more takes no answer, though the meeting was shown a moment ago', async () => {
    const meetingId = (await anasLunch()).meetingId;
    await unshare(async () => {
      const sharedItem = { ownerId: house.tenant.people.ana.id, itemId: lunch.restId, ...times };
      const request = { outcome: 'held', modality: 'virtual', timeZone: berlin, basedOnVersion: 2, sharedItem } as const;
      expect(await house.call('dora', 'tag-meeting', { params: { meetingId }, request })).toMatchObject(refusal);
    });
  });
});

describe('a proof', () => {
  it('of one meeting is none of another', async () => {
    await house.readCalendars();
    const [row] = await house.sql<{ meeting_id: string }>(`select meeting_id from meeting where subject = 'Elsewhere'`);
    expect((await tagFor('dora', 'ana', { meetingId: row?.meeting_id ?? '' })).problem?.code).toBe('meeting_not_found');
  });

  it('is needed by whoever is no seller', async () => {
    const meeting = await anasLunch();
    const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 2 } as const;
    expect((await house.call('dora', 'tag-meeting', { params: { meetingId: meeting.meetingId }, request })).problem?.code).toBe(
      'role_missing',
    );
  });

  it('opens no private event', async () => {
    const event = await house.addEvent('ana', anEvent('2026-05-03T10:30:00Z', { subject: 'Doctor', sensitivity: 'private' }));
    expect((await see('dora', 'ana', event.restId)).value).toEqual({ kind: 'private' });
    expect(house.logLines.join()).not.toContain('Doctor');
  });

  it('does not depend on an enrolment, but the owner’s is needed', async () => {
    expect((await see('dora', 'mia')).problem?.code).toBe('calendar_owner_not_enrolled');
    expect((await see('stan', 'ana')).problem?.code).toBe('not_enrolled');
  });
});
