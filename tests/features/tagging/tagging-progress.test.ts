/** How far a seller is: which meetings belong to the week, and what the coverage of their own A accounts counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { accountsHeader, contoral, type House, openHouse } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;
const monday = 1;
const sunday = 7;
/** A Wednesday; the week began on Monday 4 May, or on Sunday 3 May. */
const nowAt = '2026-05-06T14:00:00Z';

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-04-01T08:00:00Z' });
  const { ana, bob } = house.tenant.people;
  // A by revenue: Contoral, Woodgrove and Northwind; Tailspin is a C account of ana's, Litware is an A account of bob's.
  await house.setUp(
    [
      accountsHeader,
      `A-1,Contoral,contoral.example,300000.00,EUR,${ana.mail},${contoral}`,
      `A-2,Woodgrove,woodgrove.example,300000.00,EUR,${ana.mail},`,
      `A-3,Northwind,northwind.example,300000.00,EUR,${ana.mail},`,
      `A-4,Litware,litware.example,300000.00,EUR,${bob.mail},`,
      `A-5,Tailspin,tailspin.example,1.00,EUR,${ana.mail},`,
    ].join('\n'),
  );
  house.setNow(nowAt);
});

afterAll(() => house.stop());

const progress = async (firstWeekday: 1 | 7 = monday, timeZone = berlin) =>
  (await house.call('ana', 'tagging-progress', { request: { timeZone, firstWeekday } })).value;

async function meetingId(subject: string): Promise<string> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  return row?.meeting_id ?? '';
}

async function tag(who: 'ana' | 'bob', subject: string, modality: 'in_person' | 'virtual'): Promise<void> {
  const request = { outcome: 'held', modality, timeZone: berlin, basedOnVersion: 0 } as const;
  const { status } = await house.call(who, 'tag-meeting', { params: { meetingId: await meetingId(subject) }, request });
  expect(status).toBe(200);
}

it('says nothing of the coverage before the calendar was read once', async () => {
  expect(await progress()).toEqual({ week: { answered: 0, total: 0 }, coverage: null });
});

describe('the week', () => {
  beforeAll(async () => {
    const add = (startsAt: string, subject: string) =>
      house.addEvent('ana', anEvent(startsAt, { subject, attendees: [invited(contoral)] }));
    const { bob } = house.tenant.people;
    await add('2026-03-30T10:00:00Z', 'before the enrolment');
    await add('2026-05-03T10:00:00Z', 'on Sunday');
    await add('2026-05-03T22:30:00Z', 'on Monday in Berlin, on Sunday in UTC');
    await add('2026-05-05T10:00:00Z', 'on Tuesday');
    await add('2026-05-06T12:00:00Z', 'today');
    await add('2026-05-06T13:30:00Z', 'not over yet');
    await add('2026-05-07T10:00:00Z', 'tomorrow');
    await add('2026-05-05T15:00:00Z', 'declined');
    await house.addEvent(
      'ana',
      anEvent('2026-05-05T16:00:00Z', { subject: 'cancelled', isCancelled: true, attendees: [invited(contoral)] }),
    );
    await house.addEvent('bob', anEvent('2026-05-05T17:00:00Z', { subject: "bob's", attendees: [invited(contoral)] }));
    await house.addEvent(
      'ana',
      anEvent('2026-05-05T18:00:00Z', { subject: 'with bob', attendees: [invited(contoral), invited(bob.mail)] }),
    );
    await house.readCalendars();
    await house.sql(`update meeting_seller set response = 'declined' where meeting_id = $1`, [await meetingId('declined')]);
  });

  it('counts own meetings that have ended, from the day on which weeks begin here', async () => {
    expect((await progress(monday))?.week).toEqual({ answered: 0, total: 4 });
    expect((await progress(sunday))?.week).toEqual({ answered: 0, total: 5 });
  });

  it('begins at midnight of the zone in which the seller is', async () => {
    expect((await progress(monday, 'UTC'))?.week.total).toBe(3);
    expect((await progress(sunday, 'UTC'))?.week.total).toBe(5);
  });

  it("counts an answer, a colleague's too", async () => {
    await tag('ana', 'on Tuesday', 'virtual');
    await tag('bob', 'with bob', 'virtual');
    expect((await progress())?.week).toEqual({ answered: 2, total: 4 });
  });

  it('counts answers of other weeks for nothing', async () => {
    await tag('ana', 'on Sunday', 'virtual');
    expect((await progress())?.week).toEqual({ answered: 2, total: 4 });
  });
});

describe('the coverage', () => {
  const word = async (name: string, to: string): Promise<void> => {
    await house.sql('update account_health h set word = $2 from account a where a.account_id = h.account_id and a.name = $1', [name, to]);
  };
  const coverage = async () => (await progress())?.coverage;

  it('is of own A accounts alone, without the new ones', async () => {
    await word('Contoral', 'on_track');
    await word('Woodgrove', 'completely_virtual');
    await word('Northwind', 'new');
    await word('Litware', 'overdue');
    await word('Tailspin', 'no_contact');
    expect(await coverage()).toBe(0.5);
  });

  it('leaves a paused account out', async () => {
    const [row] = await house.sql<{ account_id: string }>(`select account_id from account where name = 'Woodgrove'`);
    const params = { accountId: row?.account_id ?? '' };
    const { status } = await house.call('mia', 'pause-account', { params, request: { reason: 'dispute', untilOn: '2026-05-30' } });
    expect(status).toBe(200);
    await word('Contoral', 'on_track');
    expect(await coverage()).toBe(1);
    await house.call('mia', 'resume-account', { params });
  });

  it('rises by an answer in person', async () => {
    await word('Woodgrove', 'overdue');
    expect(await coverage()).toBe(0.5);
    await house.addEvent('ana', anEvent('2026-05-06T09:00:00Z', { subject: 'lunch', attendees: [invited('kim@woodgrove.example')] }));
    await house.readCalendars();
    await word('Woodgrove', 'overdue');
    await tag('ana', 'lunch', 'in_person');
    expect(await coverage()).toBe(1);
  });

  it('is nothing rather than zero while there is no account to count', async () => {
    for (const name of ['Contoral', 'Woodgrove', 'Northwind']) await word(name, 'new');
    expect(await coverage()).toBeNull();
  });
});

describe('the request', () => {
  it.each([
    ['a zone that does not exist', { timeZone: 'Mars/Base', firstWeekday: 1 }],
    ['a day that no week has', { timeZone: berlin, firstWeekday: 8 }],
    ['half a day', { timeZone: berlin, firstWeekday: 1.5 }],
  ])('is refused with %s', async (_what, request) => {
    const { problem } = await house.call('ana', 'tagging-progress', { request });
    expect(problem?.code).toBe('request_invalid');
  });

  it('is for sellers', async () => {
    const { problem } = await house.call('adam', 'tagging-progress', { request: { timeZone: berlin, firstWeekday: 1 } });
    expect(problem?.code).toBe('role_missing');
  });
});
