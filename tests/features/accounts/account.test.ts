/** The account page: who may see it, that its lines add up, the meetings behind each figure, colleagues' answers united, contradictions, pauses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';
import { berlin, type Name } from '../../support/tenant.ts';

let house: House;
const sam = 'sam@contoral.example';
let params: { accountId: string };
const meetingIds = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse({ nowAt: '2025-11-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const both = [invited(contoral), invited(sam), invited(house.tenant.people.bob.mail, 'accepted', 'Bob')];
  await house.addEvent('ana', anEvent('2026-02-21T10:00:00Z', { subject: 'Lunch', attendees: both }));
  await house.addEvent('ana', anEvent('2026-04-20T10:00:00Z', { subject: 'Call', attendees: [invited(contoral)] }));
  await house.addEvent('ana', anEvent('2026-05-01T10:00:00Z', { subject: 'Open', attendees: [invited(sam)] }));
  await house.readCalendars();
  const [row] = await house.sql<{ account_id: string }>(`select account_id from account where external_id = 'A-1'`);
  params = { accountId: row?.account_id ?? '' };
  for (const { subject, meeting_id } of await house.sql<{ subject: string; meeting_id: string }>(
    'select subject, meeting_id from meeting',
  )) {
    meetingIds.set(subject, meeting_id);
  }
});

afterAll(() => house.stop());

const page = async (who: Name = 'ana') => (await house.call(who, 'account', { params })).value;
const meetings = async (since = '2025-05-04', until?: string) =>
  (await house.call('ana', 'account-meetings', { params, request: { since, ...(until && { until }) } })).value?.meetings;

async function contactIds(...mails: readonly string[]): Promise<string[]> {
  const rows = await house.sql<{ contact_id: string }>(
    'select contact_id from contact where mail = any($1) order by array_position($1, mail)',
    [mails],
  );
  return rows.map(({ contact_id }) => contact_id);
}

async function tag(who: Name, subject: string, claim: object): Promise<number> {
  const meetingId = meetingIds.get(subject) ?? '';
  const [row] = await house.sql<{ tag_version: number }>('select tag_version from meeting where meeting_id = $1', [meetingId]);
  const request = { outcome: 'held', timeZone: berlin, basedOnVersion: row?.tag_version ?? 0, ...claim } as const;
  return (await house.call(who, 'tag-meeting', { params: { meetingId }, request: request as never })).status;
}

describe('the page', () => {
  it('explains the score in three lines that sum to it', async () => {
    await tag('ana', 'Lunch', { modality: 'in_person', presentContactIds: await contactIds(contoral) });
    await tag('ana', 'Call', { modality: 'virtual' });
    const value = await page();
    const [dana] = await contactIds(contoral);
    expect(value?.health).toMatchObject({
      word: 'overdue',
      score: 85,
      lastNearOn: '2026-02-21',
      virtualStreak: 1,
      unanswered: 1,
      decidingUnanswered: 1,
    });
    expect(value?.health.lines).toEqual([
      { line: 'recency', points: 35, maxPoints: 50, code: 'in_person_late', values: { lastNearOn: '2026-02-21', cadenceDays: 45 } },
      {
        line: 'frequency',
        points: 30,
        maxPoints: 30,
        code: 'near_touchpoints',
        values: { countedOn: ['2026-02-21'], expected: 1, windowDays: 180 },
      },
      {
        line: 'reach',
        points: 20,
        maxPoints: 20,
        code: 'key_partners_met',
        values: { metContactIds: [dana], expectedContactIds: [dana], withinDays: 90 },
      },
    ]);
    expect(value?.health.score).toBe(value?.health.lines.reduce((sum, { points }) => sum + points, 0));
    expect(value?.contactNames).toEqual({ [dana ?? '']: 'dana' });
  });

  it('says who it is, whose, and how often it should be met', async () => {
    expect((await page())?.account).toMatchObject({
      name: 'Contoral',
      tier: 'A',
      tierOverride: null,
      cadenceDays: 45,
      nextCadence: null,
      owner: { name: 'Ana Test', state: 'counted' },
      domains: ['contoral.example'],
      visitorPolicy: 'unknown',
    });
  });

  it('tells of each key partner the last meeting and the last note', async () => {
    const [dana] = await contactIds(contoral);
    await tag('ana', 'Call', { modality: 'virtual', presentContactIds: [dana], engagement: { [dana ?? '']: 'camera_off' } });
    expect((await page())?.keyPartners).toEqual([
      {
        contactId: dana,
        name: 'dana',
        mail: contoral,
        namedOn: '2025-11-01',
        role: null,
        namedBy: null,
        standing: 'met',
        lastNearOn: '2026-02-21',
        lastTouchpointOn: '2026-04-20',
        lastEngagement: { engagement: 'camera_off', on: '2026-04-20' },
      },
    ]);
  });

  it.each<[Name, boolean]>([
    ['ana', true],
    ['mia', true],
    ['bob', true],
    ['cleo', false],
    ['max', false],
  ])('%s may see it: %s', async (who, may) => {
    const answer = await house.call(who, 'account', { params });
    expect(answer.status).toBe(may ? 200 : 404);
    expect((await house.call(who, 'account-meetings', { params, request: { since: '2025-05-04' } })).status).toBe(may ? 200 : 404);
  });

  it('shows seller and manager the same', async () => {
    expect(await page('mia')).toEqual({ ...(await page('ana')), mayPause: true });
  });

  it('does not know an account that never was', async () => {
    const call = { params: { accountId: '00000000-0000-4000-8000-000000000000' } };
    expect((await house.call('ana', 'account', call)).problem?.code).toBe('account_not_found');
  });
});

describe("a seller's own accounts", () => {
  it('are those owned or met, with the people to choose from', async () => {
    const own = async (who: Name) => (await house.call(who, 'my-accounts')).value?.accounts;
    expect(await own('ana')).toMatchObject([
      {
        name: 'Contoral',
        isOwner: true,
        word: 'overdue',
        keyPartners: 1,
        keyPartnersMet: 1,
        contacts: [{ name: 'dana', isKeyPartner: true }, { name: 'sam' }],
      },
    ]);
    expect((await own('bob'))?.map(({ name, isOwner }) => [name, isOwner])).toEqual([
      ['Fabrigon', true],
      ['Contoral', false],
    ]);
    expect(await own('cleo')).toEqual([]);
  });
});

describe('the meetings behind the figures', () => {
  it('stand newest first, with who was there', async () => {
    expect(await meetings()).toMatchObject([
      { on: '2026-05-01', mark: 'untagged', subject: 'Open', contacts: [{ name: 'sam' }] },
      { on: '2026-04-20', mark: 'virtual', contacts: [{ name: 'dana', isKeyPartner: true }] },
      { on: '2026-02-21', mark: 'in_person', contacts: [{ name: 'dana' }], sellers: [{ name: 'Ana Test' }, { name: 'Bob Test' }] },
    ]);
  });

  it('are those of the days asked for', async () => {
    expect((await meetings('2026-02-21', '2026-02-21'))?.map(({ subject }) => subject)).toEqual(['Lunch']);
    expect(await meetings('2026-02-22', '2026-04-19')).toEqual([]);
  });

  it('are as many as the strip has marks', async () => {
    const [row] = await house.sql<{ marks: number }>(
      'select jsonb_array_length(strip) as marks from account_health where account_id = $1',
      [params.accountId],
    );
    expect((await meetings())?.length).toBe(row?.marks);
  });
});

describe("colleagues' answers", () => {
  it('unite: whom either saw was there', async () => {
    await tag('bob', 'Lunch', { modality: 'in_person', presentContactIds: await contactIds(contoral, sam) });
    await tag('ana', 'Lunch', { modality: 'in_person', presentContactIds: await contactIds(contoral) });
    const lunch = (await meetings())?.find(({ subject }) => subject === 'Lunch');
    expect(lunch?.contacts.map(({ name }) => name)).toEqual(['dana', 'sam']);
  });

  it('that disagree about somebody are shown so', async () => {
    const lunch = (await meetings())?.find(({ subject }) => subject === 'Lunch');
    expect(lunch?.disputedContactIds).toEqual(await contactIds(sam));
    await tag('ana', 'Lunch', { modality: 'in_person', presentContactIds: await contactIds(contoral, sam) });
    expect((await meetings())?.find(({ subject }) => subject === 'Lunch')?.disputedContactIds).toEqual([]);
  });

  it('give each seller a mix of their own', async () => {
    expect((await page())?.colleagues).toMatchObject([
      { name: 'Ana Test', near: 1, remote: 1, lastTouchpointOn: '2026-04-20' },
      { name: 'Bob Test', near: 1, remote: 0, lastNearOn: '2026-02-21' },
    ]);
  });

  it('of another modality replace what was said before', async () => {
    await tag('bob', 'Lunch', { modality: 'virtual', presentContactIds: await contactIds(sam) });
    expect((await meetings())?.find(({ subject }) => subject === 'Lunch')).toMatchObject({ mark: 'virtual', contacts: [{ name: 'sam' }] });
    expect((await page())?.health.lastNearOn).toBeNull();
    await tag('ana', 'Lunch', { modality: 'in_person', presentContactIds: await contactIds(contoral, sam) });
    expect((await page())?.health.lastNearOn).toBe('2026-02-21');
  });
});

describe('attendance that contradicts the tag', () => {
  const observe = async (mail: string): Promise<void> => {
    const [contactId] = await contactIds(mail);
    await house.sql(`insert into meeting_evidence (tenant_id, meeting_id, contact_id, joined_online) values ($1, $2, $3, true)`, [
      house.tenant.tenantId,
      meetingIds.get('Lunch'),
      contactId,
    ]);
  };
  const refresh = async (): Promise<void> => {
    await house.sql(`update account_health set valid_until_on = '2026-01-01'`);
    await house.host.runTimer('refresh-due-health');
  };

  it('raises nothing while somebody present did not join online', async () => {
    await observe(contoral);
    await refresh();
    expect((await page())?.health.lastNearOn).toBe('2026-02-21');
  });

  it('makes the meeting count as unanswered when everybody present did', async () => {
    await observe(sam);
    await refresh();
    expect((await page())?.health).toMatchObject({ lastNearOn: null, unanswered: 2 });
    expect((await meetings())?.find(({ subject }) => subject === 'Lunch')?.mark).toBe('untagged');
  });

  it('is settled for good by the answer to the question', async () => {
    await tag('ana', 'Lunch', { modality: 'in_person', presentContactIds: await contactIds(contoral, sam), answersContradiction: true });
    expect((await page())?.health).toMatchObject({ lastNearOn: '2026-02-21', unanswered: 1 });
  });
});

describe('a pause', () => {
  const pause = (who: Name, untilOn: string) => house.call(who, 'pause-account', { params, request: { reason: 'no_travel', untilOn } });

  it('is a manager’s alone, and of the owner’s line', async () => {
    expect((await page('ana'))?.mayPause).toBe(false);
    expect((await page('mia'))?.mayPause).toBe(true);
    expect((await pause('ana', '2026-05-30')).problem?.code).toBe('role_missing');
    expect((await pause('max', '2026-05-30')).problem?.code).toBe('not_your_account');
  });

  it.each(['2026-05-03', '2026-08-03'])('may not end on %s', async (untilOn) => {
    expect((await pause('mia', untilOn)).problem).toMatchObject({
      code: 'pause_ends_wrongly',
      details: { firstOn: '2026-05-04', lastOn: '2026-08-02' },
    });
  });

  it('takes the account out of coverage, shown with name and reason', async () => {
    expect((await house.call('mia', 'team')).value?.headline).toMatchObject({ paused: 0, words: { overdue: 1 } });
    expect((await pause('mia', '2026-05-30')).value?.pause).toMatchObject({
      reason: 'no_travel',
      fromOn: '2026-05-04',
      untilOn: '2026-05-30',
      by: { name: 'Mia Test' },
    });
    const { value } = await house.call('mia', 'team');
    expect(value?.headline).toMatchObject({ accounts: 1, paused: 1, words: { overdue: 0 }, overdueUnplanned: 0, coverage: null });
    expect(value?.accounts.find(({ accountId }) => accountId === params.accountId)?.pausedUntilOn).toBe('2026-05-30');
    expect((await page('ana'))?.pause).toMatchObject({ by: { name: 'Mia Test' } });
  });

  it('is replaced by another, and ends by itself', async () => {
    await pause('mia', '2026-05-10');
    expect((await page())?.pause?.untilOn).toBe('2026-05-10');
    house.setNow('2026-05-10T14:00:00Z');
    expect((await page())?.pause?.untilOn).toBe('2026-05-10');
    house.setNow('2026-05-11T14:00:00Z');
    expect((await page())?.pause).toBeNull();
    house.setNow('2026-05-04T14:00:00Z');
  });

  it('is ended by a manager before its day', async () => {
    expect((await house.call('mia', 'resume-account', { params })).value).toEqual({ pause: null });
    expect((await page())?.pause).toBeNull();
    expect((await house.call('mia', 'team')).value?.headline).toMatchObject({ paused: 0, words: { overdue: 1 } });
  });
});

describe('the rules of the tenant', () => {
  it('change cadences, a shorter one after thirty days', async () => {
    const set = (A: number) =>
      house.call('adam', 'set-account-rules', { request: { cadenceDays: { A, B: 90, C: 180 }, partnerDomains: [] } });
    expect((await set(30)).status).toBe(200);
    expect((await page())?.account).toMatchObject({ cadenceDays: 45, nextCadence: { days: 30, fromOn: '2026-06-03' } });
    house.setNow('2026-06-03T10:00:00Z');
    await house.host.runTimer('refresh-due-health');
    expect((await page())?.account).toMatchObject({ cadenceDays: 30, nextCadence: null });
    expect((await page())?.health.lines[0]).toMatchObject({ values: { cadenceDays: 30 } });
    house.setNow('2026-05-04T14:00:00Z');
    await set(60);
    expect((await page())?.account).toMatchObject({ cadenceDays: 60, nextCadence: null });
  });

  it('take partners out: their meetings are no customer meetings', async () => {
    const request = { cadenceDays: { A: 45, B: 90, C: 180 }, partnerDomains: ['Mail.Contoral.example'] };
    expect((await house.call('adam', 'set-account-rules', { request })).value?.partnerDomains).toEqual(['contoral.example']);
    await house.readCalendars();
    expect(await house.sql(`select subject from meeting where tag_version = 0`)).toEqual([]);
    await house.call('adam', 'set-account-rules', { request: { ...request, partnerDomains: [] } });
    await house.readCalendars();
    expect(await house.sql(`select subject from meeting where tag_version = 0`)).toEqual([{ subject: 'Open' }]);
  });

  it('refuse what is no domain', async () => {
    const request = { cadenceDays: { A: 45, B: 90, C: 180 }, partnerDomains: ['not a domain'] };
    expect((await house.call('adam', 'set-account-rules', { request })).problem?.code).toBe('request_invalid');
  });
});
