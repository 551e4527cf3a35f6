/** My data: a person reads everything that is recorded about them, every version of it, and nothing of anybody else but names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordKind, recordKinds } from '../../../api/contract/my-data.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

const sam = 'sam@contoral.example';
let house: House;
let account: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const people = [invited(contoral, 'accepted', 'Dana Lee'), invited(sam, 'none', 'Sam Ortiz')];
  await house.addEvent('ana', anEvent('2026-05-04T10:30:00Z', { subject: 'Lunch', attendees: people }));
  await house.addEvent('ana', anEvent('2026-04-20T10:30:00Z', { subject: 'Call', attendees: people }));
  await house.addEvent('bob', anEvent('2026-04-21T10:30:00Z', { subject: 'Of Bob', attendees: people }));
  await house.readCalendars();
  account = await idOf('account_id', 'account', `name = 'Contoral'`);
  await recordSomethingOfEachKind();
});

afterAll(() => house.stop());

async function idOf(column: string, table: string, where: string): Promise<string> {
  const [row] = await house.sql<{ id: string }>(`select ${column} as id from ${table} where ${where}`);
  if (!row) throw new Error(`no ${table} where ${where}`);
  return row.id;
}

async function tag(who: Name, subject: string, claim: object): Promise<void> {
  const meetingId = await idOf('meeting_id', 'meeting', `subject = '${subject}'`);
  const request = { outcome: 'held', modality: 'virtual', timeZone: berlin, basedOnVersion: 0, ...claim } as const;
  const answer = await house.call(who, 'tag-meeting', { params: { meetingId }, request });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
}

/** By the routes that are tested elsewhere where it is short, by rows where it is not. */
async function recordSomethingOfEachKind(): Promise<void> {
  const { tenantId, people } = house.tenant;
  const dana = await idOf('contact_id', 'contact', `mail = '${contoral}'`);
  const call = await idOf('meeting_id', 'meeting', `subject = 'Call'`);
  await tag('ana', 'Call', { presentContactIds: [dana], engagement: { [dana]: 'camera_off' } });
  await tag('ana', 'Call', { modality: 'in_person', place: 'meal', basedOnVersion: 1 });
  await tag('bob', 'Of Bob', {});
  const tagRow =
    'insert into tag (tenant_id, meeting_id, version, is_withdrawn, outcome, modality, held_on, tagged_by, on_behalf_of, tagged_at';
  await house.sql(
    `${tagRow}, spend_minor, spend_currency) values
      ($1, $2, 3, false, 'held', 'in_person', '2026-04-20', $3, null, '2026-05-04T14:01:00Z', 8400, 'EUR'),
      ($1, $2, 4, true, null, null, '2026-04-20', $3, null, '2026-05-04T14:02:00Z', null, null),
      ($1, $2, 5, false, 'held', 'phone', '2026-04-20', $4, $3, '2026-05-04T14:03:00Z', null, null)`,
    [tenantId, call, people.ana.id, people.cleo.id],
  );
  for (const [who, plan] of [
    ['ana', '11111111-0000-4000-8000-000000000001'],
    ['bob', '11111111-0000-4000-8000-000000000002'],
  ] as const) {
    const id = people[who].id;
    await house.sql(
      `insert into in_person_ask values ($1, gen_random_uuid(), $2, $3, $4, '2026-04-01', 'declined', '2026-04-03', '2026-04-01T09:00:00Z')`,
      [tenantId, account, dana, id],
    );
    await house.sql(`insert into visit_plan values ($1, $2, $3, $4, '2026-06-01', 'coffee', '2026-04-02T09:00:00Z', null)`, [
      tenantId,
      plan,
      account,
      id,
    ]);
    await house.sql('insert into visit_plan_contact values ($1, $2, $3)', [tenantId, plan, dana]);
    await house.sql(
      `insert into account_pause values ($1, gen_random_uuid(), $2, 'dispute', '2026-04-01', '2026-04-10', $3, '2026-04-01T09:00:00Z', null)`,
      [tenantId, account, id],
    );
    await house.sql(`insert into welcome_answer values ($1, $2, $3, 'skipped', '2026-04-01T09:00:00Z')`, [tenantId, id, account]);
    await house.sql(
      `insert into idempotency_key values ($1, $2, gen_random_uuid(), 'tag-meeting', '\\x00', '{}', '2026-05-04T14:00:00Z')`,
      [tenantId, id],
    );
    await house.sql(
      `insert into account_import (tenant_id, import_number, file_name, imported_by, imported_at, added, changed, unchanged, contacts_before)
       select $1, max(import_number) + 1, 'mine.csv', $2, '2026-04-01T09:00:00Z', 1, 2, 3, '[]' from account_import`,
      [tenantId, id],
    );
  }
  await house.sql('update key_partner set named_by = $1, role = $2', [people.ana.id, 'champion']);
  await house.sql(
    `update account set visitor_policy = 'welcome', visitor_policy_said_by = $1, visitor_policy_said_at = $2 where name = 'Contoral'`,
    [people.ana.id, '2026-04-05T09:00:00Z'],
  );
  await house.call('mia', 'team');
  await house.call('mia', 'account', { params: { accountId: account } });
  await house.call('ana', 'account', { params: { accountId: account } });
}

async function recordsOf(who: Name, kind: RecordKind): Promise<readonly object[]> {
  const answer = await house.call(who, 'my-records', { params: { kind } });
  if (!answer.value) throw new Error(JSON.stringify(answer.problem));
  return answer.value.records;
}

describe('my data', () => {
  it('says who I am, to whom I report, and how far my calendar is read', async () => {
    const { value } = await house.call('ana', 'my-data');
    expect(value).toMatchObject({
      todayOn: '2026-05-04',
      profile: {
        name: 'Ana Test',
        mail: 'ana@ours1.example',
        manager: 'Mia Test',
        roles: ['seller'],
        enrolledAt: '2026-03-01T08:00:00.000Z',
      },
      calendar: { state: 'read', eventsRead: 2, customerMeetings: 2 },
    });
  });

  it('counts every kind', async () => {
    const { value } = await house.call('ana', 'my-data');
    expect(value?.totals).toEqual({
      viewed_by: 2,
      accounts: 1,
      meetings: 2,
      tags: 5,
      asks: 1,
      plans: 1,
      key_partners: 1,
      visitor_policies: 1,
      pauses: 1,
      welcome_answers: 1,
      imports: 1,
      viewed: 1,
      requests: 1,
    });
  });

  it('is there for a manager and an admin, each about themselves', async () => {
    const manager = await house.call('mia', 'my-data');
    expect(manager.value).toMatchObject({
      profile: { name: 'Mia Test', roles: ['manager'] },
      calendar: null,
      totals: { tags: 0, viewed: 4 },
    });
    const admin = await house.call('adam', 'my-data');
    expect(admin.value).toMatchObject({ profile: { name: 'Adam Test', mail: null }, totals: { imports: 1, meetings: 0 } });
    expect((await house.call('stan', 'my-data')).problem?.code).toBe('not_enrolled');
  });

  it.each(['my-data', 'my-data/export', 'my-data/records/tags'])(
    'by %s is for whoever has a place here, and for nobody else',
    async (path) => {
      const statusFor = async (who: Name): Promise<number> =>
        (await house.fetch(path, { headers: { authorization: `Bearer ${await house.token(who)}` } })).status;
      for (const who of ['ana', 'mia', 'adam'] as const) expect(await statusFor(who), who).toBe(200);
      expect(await statusFor('stan')).toBe(403);
    },
  );

  it('has no way to ask for another person: what is in the address and the query changes nothing', async () => {
    const headers = { authorization: `Bearer ${await house.token('adam')}` };
    const query = `personId=${house.tenant.people.ana.id}&userId=${house.tenant.people.ana.id}`;
    for (const path of ['my-data', 'my-data/export', 'my-data/records/tags']) {
      const answer = await (await house.fetch(`${path}?${query}`, { headers })).text();
      expect(answer).not.toContain('Ana Test');
      expect(answer).not.toContain('Lunch');
    }
  });
});

describe('the records', () => {
  it('hold my meetings, newest first', async () => {
    expect(await recordsOf('ana', 'meetings')).toMatchObject([
      {
        subject: 'Lunch',
        startsAt: '2026-05-04T10:30:00.000Z',
        response: 'organizer',
        accounts: ['Contoral'],
        contacts: ['Dana Lee', 'Sam Ortiz'],
        isAddedByHand: false,
      },
      { subject: 'Call' },
    ]);
  });

  it('hold a meeting that I added by hand or planned, though no calendar of mine has it', async () => {
    const meeting = await idOf('meeting_id', 'meeting', `subject = 'Of Bob'`);
    await house.sql(`update meeting set planned_modality = 'in_person', planned_by = $1 where meeting_id = $2`, [
      house.tenant.people.ana.id,
      meeting,
    ]);
    const planned = (await recordsOf('ana', 'meetings')).find((record) => 'subject' in record && record.subject === 'Of Bob');
    await house.sql('update meeting set planned_modality = null, planned_by = null');
    expect(planned).toMatchObject({ plannedModality: 'in_person', response: null, eventId: null });
  });

  it('hold every version that I said, what I took back, and what was said for me', async () => {
    expect(await recordsOf('ana', 'tags')).toMatchObject([
      { version: 5, modality: 'phone', taggedBy: 'Cleo Test', onBehalfOf: 'Ana Test' },
      { version: 4, isWithdrawn: true, outcome: null, modality: null },
      { version: 3, spend: { minor: 8400, currency: 'EUR' } },
      { version: 2, modality: 'in_person', place: 'meal', taggedBy: 'Ana Test', onBehalfOf: null },
      { version: 1, modality: 'virtual', contacts: [{ name: 'Dana Lee', wasPresent: true, engagement: 'camera_off' }] },
    ]);
  });

  it('give a delegate what they said for somebody else', async () => {
    expect(await recordsOf('cleo', 'tags')).toMatchObject([{ version: 5, taggedBy: 'Cleo Test', onBehalfOf: 'Ana Test' }]);
  });

  it('say who looked, newest first, and what I looked at', async () => {
    expect(await recordsOf('ana', 'viewed_by')).toMatchObject([
      { viewer: 'Mia Test', page: expect.stringMatching(/^(team|account)$/), viewedOn: '2026-05-04', times: 1 },
      { viewer: 'Mia Test' },
    ]);
    expect(await recordsOf('ana', 'viewed')).toMatchObject([{ person: 'Bob Test', page: 'account', account: 'Contoral' }]);
  });

  it('show the same mix of mine as the account’s page', async () => {
    const page = await house.call('mia', 'account', { params: { accountId: account } });
    const mine = page.value?.colleagues.find(({ id }) => id === house.tenant.people.ana.id);
    const { near, remote, lastNearOn, lastTouchpointOn } = mine ?? {};
    expect(await recordsOf('ana', 'accounts')).toMatchObject([
      { account: 'Contoral', isOwner: true, near, remote, lastNearOn, lastTouchpointOn },
    ]);
  });

  it('hold my asks, plans, key partners, visitor policies, pauses, answers, imports and requests', async () => {
    const of = (kind: RecordKind): Promise<readonly object[]> => recordsOf('ana', kind);
    expect(await of('asks')).toMatchObject([{ account: 'Contoral', contact: 'Dana Lee', askedOn: '2026-04-01', answer: 'declined' }]);
    expect(await of('plans')).toMatchObject([{ plannedOn: '2026-06-01', place: 'coffee', contacts: ['Dana Lee'], droppedAt: null }]);
    expect(await of('key_partners')).toMatchObject([{ contact: 'Dana Lee', account: 'Contoral', role: 'champion' }]);
    expect(await of('visitor_policies')).toMatchObject([{ account: 'Contoral', policy: 'welcome', saidAt: '2026-04-05T09:00:00.000Z' }]);
    expect(await of('pauses')).toMatchObject([{ reason: 'dispute', untilOn: '2026-04-10' }]);
    expect(await of('welcome_answers')).toMatchObject([{ account: 'Contoral', answer: 'skipped' }]);
    expect(await of('imports')).toMatchObject([{ fileName: 'mine.csv', added: 1 }]);
    expect(await of('requests')).toMatchObject([{ route: 'tag-meeting' }]);
  });

  it.each(recordKinds)('of the kind %s hold nothing that a colleague said or planned', async (kind) => {
    const totals = (await house.call('max', 'my-data')).value?.totals;
    expect(totals?.[kind]).toBe(0);
    expect(await recordsOf('max', kind)).toEqual([]);
  });

  it('come page by page, each once', async () => {
    const seen: unknown[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 10; pages += 1) {
      const { value } = await house.call('ana', 'my-records', {
        params: { kind: 'tags' },
        request: { limit: 2, ...(after ? { after } : {}) },
      });
      seen.push(...(value?.records ?? []).map((record) => ('version' in record ? record.version : undefined)));
      if (!value?.next) break;
      after = value.next;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  it('of an unknown kind are not found', async () => {
    expect((await house.call('ana', 'my-records', { params: { kind: 'salaries' } })).problem?.code).toBe('not_found');
  });
});
