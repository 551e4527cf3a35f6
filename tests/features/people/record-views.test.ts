/** Every read of a page that shows somebody else is recorded with it: who, whose, which page, which account, which day. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

const fabrigon = 'kim@fabrigon.example';
let house: House;
let contoralId: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  await house.addEvent('ana', anEvent('2026-05-04T10:30:00Z', { subject: 'Lunch', attendees: [invited(contoral)] }));
  await house.addEvent('bob', anEvent('2026-04-20T10:30:00Z', { subject: 'Visit', attendees: [invited(contoral)] }));
  await house.addEvent('bob', anEvent('2026-04-21T10:30:00Z', { subject: 'Own', attendees: [invited(fabrigon)] }));
  await house.readCalendars();
  await tag('ana', 'Lunch');
  await tag('bob', 'Visit');
  contoralId = (await house.sql<{ account_id: string }>(`select account_id from account where name = 'Contoral'`))[0]?.account_id ?? '';
});

afterAll(() => house.stop());

beforeEach(async () => {
  await house.sql('truncate person_view');
  house.setNow('2026-05-04T14:00:00Z');
});

async function tag(who: Name, subject: string): Promise<void> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
  const answer = await house.call(who, 'tag-meeting', { params: { meetingId: row?.meeting_id ?? '' }, request });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
}

const nameOf = (id: string): string =>
  house.tenant.users
    .find((user) => user.id === id)
    ?.displayName.split(' ')[0]
    ?.toLowerCase() ?? id;

/** `mia saw ana on team`, sorted. */
async function views(): Promise<readonly string[]> {
  const rows = await house.sql<{ person_id: string; viewer_id: string; page: string; name: string | null }>(
    'select v.person_id, v.viewer_id, v.page, a.name from person_view v left join account a using (tenant_id, account_id)',
  );
  return rows
    .map(({ person_id, viewer_id, page, name }) => `${nameOf(viewer_id)} saw ${nameOf(person_id)} on ${page}${name ? ` ${name}` : ''}`)
    .sort();
}

const openAccount = (who: Name) => house.call(who, 'account', { params: { accountId: contoralId } });
const openMeetings = (who: Name) =>
  house.call(who, 'account-meetings', { params: { accountId: contoralId }, request: { since: '2026-01-01' } });

describe('a look is recorded', () => {
  it('for each owner of whom the team page shows an account', async () => {
    expect((await house.call('mia', 'team')).status).toBe(200);
    expect(await views()).toEqual(['mia saw ana on team', 'mia saw bob on team']);
  });

  it('for the owner of an account and for each colleague on its page', async () => {
    expect((await openAccount('mia')).status).toBe(200);
    expect(await views()).toEqual(['mia saw ana on account Contoral', 'mia saw bob on account Contoral']);
  });

  it.each([
    ['asked', `insert into in_person_ask values ($1, $4, $2, dana(), $3, '2026-04-01', null, null, '2026-04-01T09:00:00Z')`],
    ['planned a visit', `insert into visit_plan values ($1, $4, $2, $3, '2026-06-01', null, '2026-04-01T09:00:00Z', null)`],
    ['paused it', `insert into account_pause values ($1, $4, $2, 'dispute', '2026-05-01', '2026-05-10', $3, '2026-05-01T09:00:00Z', null)`],
    ['named a key partner', `update key_partner set named_by = $3 where $1 = tenant_id and dana() = contact_id and $2 <> $4::uuid`],
    [
      'said whether it takes visitors',
      `update account set visitor_policy_said_by = $3, visitor_policy_said_at = '2026-04-01T09:00:00Z'
       where $1 = tenant_id and account_id = $2 and account_id <> $4`,
    ],
  ])('for a colleague who never met the account and %s', async (_trace, statement) => {
    const { tenantId, people } = house.tenant;
    await house.sql(statement.replace('dana()', `(select contact_id from contact where mail = '${contoral}')`), [
      tenantId,
      contoralId,
      people.cleo.id,
      '22222222-0000-4000-8000-000000000001',
    ]);
    await openAccount('ana');
    expect(await views()).toContain('ana saw cleo on account Contoral');
    for (const table of ['in_person_ask', 'visit_plan', 'account_pause']) await house.sql(`delete from ${table}`);
    await house.sql('update key_partner set named_by = null');
    await house.sql('update account set visitor_policy_said_by = null, visitor_policy_said_at = null');
  });

  it('for everybody in the meetings behind an account’s figures, and its owner', async () => {
    expect((await openMeetings('mia')).status).toBe(200);
    expect(await views()).toEqual(['mia saw ana on account_meetings Contoral', 'mia saw bob on account_meetings Contoral']);
  });

  it('for the owner even of meetings that name nobody', async () => {
    const request = { since: '2026-01-01', until: '2026-01-02' };
    const answer = await house.call('mia', 'account-meetings', { params: { accountId: contoralId }, request });
    expect(answer.value?.meetings).toEqual([]);
    expect(await views()).toEqual(['mia saw ana on account_meetings Contoral']);
  });

  it('of a colleague too, and never of oneself', async () => {
    await openAccount('ana');
    await openAccount('bob');
    expect(await views()).toEqual(['ana saw bob on account Contoral', 'bob saw ana on account Contoral']);
  });

  it('of nobody when the page is refused', async () => {
    expect((await openAccount('cleo')).problem?.code).toBe('account_not_found');
    expect((await openMeetings('max')).problem?.code).toBe('account_not_found');
    expect((await house.call('ana', 'team')).problem?.code).toBe('role_missing');
    expect(await views()).toEqual([]);
  });

  it('of nobody when the read fails: both are one transaction', async () => {
    await house.sql('alter table person_view add constraint full_disk check (times < 0) not valid');
    expect((await openAccount('mia')).status).toBe(500);
    await house.sql('alter table person_view drop constraint full_disk');
    expect(await views()).toEqual([]);
  });
});

describe('one day', () => {
  async function rows(): Promise<readonly unknown[]> {
    return house.sql(`
      select viewed_on::text, times, to_char(first_at at time zone 'UTC', 'HH24:MI') as first, to_char(last_at at time zone 'UTC', 'HH24:MI') as last
      from person_view where page = 'team' and person_id = '${house.tenant.people.ana.id}' order by viewed_on`);
  }

  it('is one row: what follows within ten minutes is the same visit, what comes later another one', async () => {
    for (const time of ['14:00', '14:01', '14:11', '14:21']) {
      house.setNow(`2026-05-04T${time}:00Z`);
      await house.call('mia', 'team');
    }
    expect(await rows()).toEqual([{ viewed_on: '2026-05-04', times: 1, first: '14:00', last: '14:21' }]);
    house.setNow('2026-05-04T14:31:01Z');
    await house.call('mia', 'team');
    expect(await rows()).toEqual([{ viewed_on: '2026-05-04', times: 2, first: '14:00', last: '14:31' }]);
  });

  it('is the tenant’s business day: late in the evening UTC is tomorrow in Berlin', async () => {
    await house.call('mia', 'team');
    house.setNow('2026-05-04T22:30:00Z');
    await house.call('mia', 'team');
    expect(await rows()).toMatchObject([{ viewed_on: '2026-05-04' }, { viewed_on: '2026-05-05', times: 1 }]);
  });

  it('counts looks at the same time once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => house.call('mia', 'team')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await rows()).toMatchObject([{ times: 1 }]);
  });
});

it('nobody who serves can delete what was recorded', async () => {
  await house.call('mia', 'team');
  const [privilege] = await house.sql(`select has_table_privilege('firsthand_app', 'person_view', 'delete') as may_delete`);
  expect(privilege).toEqual({ may_delete: false });
});
