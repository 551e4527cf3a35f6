/** Promise 3 at large: a thousand random histories, and on random days every stored row equals what its meetings and tags say that day. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, calendarDay } from '../../api/domain/calendar-day.ts';
import { recomputeHealth } from '../../api/features/health/recompute-health.ts';
import { type House, openHouse } from '../support/house.ts';

const accounts = 1_000;
const seed = 20_261;
const firstOn = calendarDay('2026-03-01');
const daysLooked = 10;
const maxDaysBetween = 60;

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: `${firstOn}T08:00:00Z` });
  await house.setUp();
  await fill(fc.sample(history, { numRuns: accounts, seed }));
}, 120_000);

afterAll(() => house.stop());

/** Days count from the first day looked at: negative ones lie in the past. */
const meeting = fc.record({
  day: fc.integer({ min: -900, max: 500 }),
  hour: fc.integer({ min: 0, max: 23 }),
  answer: fc.constantFrom('in_person', 'hybrid', 'virtual', 'phone', 'no_show', 'cancelled', 'nothing', 'nothing'),
  isCancelled: fc.integer({ max: 20, min: 1 }).map((roll) => roll === 1),
  isDeclined: fc.integer({ max: 20, min: 1 }).map((roll) => roll === 1),
  present: fc.subarray([0, 1, 2]),
  invited: fc.subarray([0, 1, 2], { minLength: 1 }),
  place: fc.constantFrom('Trattoria Da Enzo', 'https://acme.zoom.us/j/1', ''),
  isRefused: fc.integer({ max: 10, min: 1 }).map((roll) => roll === 1),
  subject: fc.constantFrom('Review', 'Lunch'),
  isOnline: fc.boolean(),
});

const partner = fc.record({
  namedDay: fc.integer({ min: -400, max: -1 }),
  removedAfter: fc.option(fc.integer({ min: 0, max: 200 })),
  hasLeft: fc.boolean(),
});

const history = fc.record({
  cadence: fc.constantFrom(1, 20, 45, 90, 180, 365),
  next: fc.option(fc.record({ days: fc.constantFrom(1, 20, 45), inDays: fc.integer({ min: 1, max: 60 }) })),
  isOwned: fc.boolean(),
  enrolledDay: fc.integer({ min: -60, max: 0 }),
  meetings: fc.array(meeting, { maxLength: 12 }),
  partners: fc.array(partner, { maxLength: 3 }),
});

type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

/** Straight into the tables, with every row of health made out of date: a thousand accounts by the front door would take an hour. */
async function fill(histories: readonly History[]): Promise<void> {
  const rows = histories.flatMap((entry, number) => entry.meetings.map((held, index) => ({ ...held, account: number, number: index })));
  const dated = rows.map((row) => ({
    ...row,
    starts: `${addDays(firstOn, row.day)}T${String(row.hour).padStart(2, '0')}:30:00Z`,
    on: addDays(firstOn, row.day),
    tagged: row.day < 0 && row.answer !== 'nothing',
  }));
  const partners = histories.flatMap((entry, account) =>
    entry.partners.map((named, contact) => ({
      account,
      contact,
      named: addDays(firstOn, named.namedDay),
      removed: named.removedAfter === null ? null : addDays(firstOn, Math.min(0, named.namedDay + named.removedAfter)),
      left: named.hasLeft,
    })),
  );
  const { tenantId, people } = house.tenant;
  const accountRows = histories.map((entry, number) => ({
    number,
    cadence: entry.cadence,
    nextDays: entry.next && entry.next.days < entry.cadence ? entry.next.days : null,
    nextOn: entry.next && entry.next.days < entry.cadence ? addDays(firstOn, entry.next.inDays) : null,
    owner: entry.isOwned ? people.ana.id : null,
  }));
  await house.sql(`update person set enrolled_at = $1 where is_seller`, [`${addDays(firstOn, -20)}T10:00:00Z`]);
  await house.sql(
    `insert into account (tenant_id, account_id, external_id, name, owner_id, revenue_minor, revenue_currency, tenant_revenue_minor,
       own_tenant_revenue_minor, tier, cadence_days, next_cadence_days, next_cadence_on)
     select $1, md5('a' || a.number)::uuid, 'R-' || a.number, 'Random ' || a.number, a.owner, 1, 'EUR', 1, 1, 'C', a.cadence, a."nextDays", a."nextOn"
     from jsonb_to_recordset($2) as a (number int, cadence int, "nextDays" int, "nextOn" date, owner uuid)`,
    [tenantId, JSON.stringify(accountRows)],
  );
  await house.sql(
    `insert into contact (tenant_id, contact_id, mail, display_name, account_id)
     select $1, md5('c' || a || '.' || c)::uuid, 'c' || c || '@r' || a || '.example', 'Contact', md5('a' || a)::uuid
     from generate_series(0, $2 - 1) a, generate_series(0, 2) c`,
    [tenantId, accounts],
  );
  await house.sql(
    `with p as (
       select * from jsonb_to_recordset($2) as p (account int, contact int, named date, removed date, "left" boolean)
     ), gone as (
       update contact c set has_left = p."left" from p where c.contact_id = md5('c' || p.account || '.' || p.contact)::uuid
     )
     insert into key_partner (tenant_id, contact_id, named_on, removed_on)
     select $1, md5('c' || p.account || '.' || p.contact)::uuid, p.named, p.removed from p`,
    [tenantId, JSON.stringify(partners)],
  );
  const meetings = JSON.stringify(dated);
  const shape = `jsonb_to_recordset($2) as m (
    account int, number int, starts timestamptz, "on" date, answer text, "isCancelled" boolean, "isDeclined" boolean, present int[],
    invited int[], place text, "isRefused" boolean, subject text, "isOnline" boolean, tagged boolean
  )`;
  const meetingId = `md5('m' || m.account || '.' || m.number)::uuid`;
  const isHeld = `m.answer in ('in_person', 'hybrid', 'virtual', 'phone')`;
  await house.sql(
    `insert into meeting (tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled,
       location_text, is_own_room, is_online_meeting, last_modified_at, tag_version, last_tag_version)
     select $1, ${meetingId}, m.account || '.' || m.number, m.subject, m.starts, m.starts + interval '1 hour', 'UTC', false, m."isCancelled",
       m.place, false, m."isOnline", m.starts, m.tagged::int, m.tagged::int from ${shape}`,
    [tenantId, meetings],
  );
  await house.sql(
    `insert into meeting_seller (tenant_id, meeting_id, seller_id, event_id, response, read_number)
     select $1, ${meetingId}, $3::uuid, 'e', case when m."isDeclined" then 'declined' else 'accepted' end, 1 from ${shape}`,
    [tenantId, meetings, people.ana.id],
  );
  await house.sql(
    `insert into meeting_contact (tenant_id, meeting_id, contact_id, response)
     select $1, ${meetingId}, md5('c' || m.account || '.' || c)::uuid, case when m."isRefused" then 'declined' else 'accepted' end from ${shape}, unnest(m.invited) c`,
    [tenantId, meetings],
  );
  await house.sql(
    `insert into tag (tenant_id, meeting_id, version, outcome, modality, held_on, tagged_by, tagged_at)
     select $1, ${meetingId}, 1, case when ${isHeld} then 'held' else m.answer end, case when ${isHeld} then m.answer end, m."on", $3::uuid,
       m.starts + interval '1 day' from ${shape} where m.tagged`,
    [tenantId, meetings, people.ana.id],
  );
  await house.sql(
    `insert into tag_contact (tenant_id, meeting_id, version, contact_id, was_present)
     select $1, ${meetingId}, 1, md5('c' || m.account || '.' || c)::uuid, true from ${shape}, unnest(m.present) c where m.tagged and ${isHeld}`,
    [tenantId, meetings],
  );
  await house.sql(
    `insert into account_health (tenant_id, account_id, word, unanswered, deciding_unanswered, virtual_streak, key_partners, key_partners_met,
       strip, computed_on, valid_until_on)
     select $1, account_id, 'new', 0, 0, 0, 0, 0, '[]', '2020-01-01', '2020-01-01' from account where external_id like 'R-%'`,
    [tenantId],
  );
}

const database = () => ({ withTenant: house.host.database.withTenant, tenantIds: house.host.database.tenantIds });

it('stored equals recomputed on random days of a thousand random histories', async () => {
  const steps = fc.sample(fc.integer({ min: 1, max: maxDaysBetween }), { numRuns: daysLooked, seed });
  let on = firstOn;
  for (const step of steps) {
    const nowAt = `${on}T${String(step % 24).padStart(2, '0')}:45:00Z`;
    house.setNow(nowAt);
    await house.host.runTimer('refresh-due-health');
    expect(await recomputeHealth(database(), new Date(nowAt)), nowAt).toEqual({ accounts: accounts + 2, due: 0, differences: [] });
    on = addDays(on, step);
  }
}, 120_000);

it('and the histories are of every kind', async () => {
  const words = await house.sql<{ word: string }>('select distinct word from account_health order by 1');
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['completely_virtual', 'no_contact', 'overdue']));
  const codes = await house.sql<{ code: string }>(
    `select distinct line ->> 'code' as code from account_health, jsonb_array_elements(lines) line order by 1`,
  );
  expect(codes.length).toBeGreaterThanOrEqual(5);
});
