/** Every code that a problem may carry is really produced, with its own status, by a request that somebody could send. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idempotencyKeyHeader } from '../../api/contract/idempotency-key.ts';
import { Problem, type ProblemCode, problemStatus } from '../../api/contract/problem.ts';
import { anEvent, invited } from '../support/events.ts';
import { accountsFile, contoral, type House, openHouse, type TrueEvent } from '../support/house.ts';
import { berlin, type Name, testTenant, type TestTenant } from '../support/tenant.ts';

const nobody = '0197a1b2-0000-7000-8000-000000000001';
const held = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 };
const maxBodyBytes = 256 * 1_024;
/** Served, but no admin has set it up. */
const bareTenant = testTenant(2);

let house: House;
let lunch: TrueEvent;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z', tenants: [testTenant(), bareTenant] });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  const attendees = [invited(contoral)];
  lunch = await house.addEvent('ana', anEvent('2026-05-04T10:30:00Z', { subject: 'Over', attendees }));
  await house.addEvent('ana', anEvent('2026-05-04T15:00:00Z', { subject: 'Later', attendees }));
  await house.addEvent('ana', anEvent('2026-05-03T10:30:00Z', { subject: 'Off', attendees }));
  await house.readCalendars();
  await house.sql(`update meeting set is_cancelled = true where subject = 'Off'`);
  // adam is a seller here, with a mailbox that Exchange does not open to the app.
  await house.sql(
    `insert into person (tenant_id, person_id, display_name, mail, is_seller, enrolled_at) values ($1, $2, 'Adam', 'adam@ours1.example', true, $3)
     on conflict (tenant_id, person_id) do update set is_seller = true, enrolled_at = excluded.enrolled_at`,
    [house.tenant.tenantId, house.tenant.people.adam.id, '2026-03-01T08:00:00Z'],
  );
});

afterAll(() => house.stop());

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly tenant?: TestTenant;
  readonly key?: string;
}

/** A body makes it a PUT. */
async function send(
  who: Name,
  path: string,
  { body, method = body === undefined ? 'GET' : 'PUT', type, tenant, key }: Sent = {},
): Promise<Response> {
  return house.fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${await house.token(who, tenant)}`,
      'content-type': type ?? 'application/json',
      ...(key !== undefined && { [idempotencyKeyHeader]: key }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function tag(who: Name, subject: string, change: object = {}): Promise<Response> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  return send(who, `meetings/${row?.meeting_id ?? nobody}/tag`, { body: { ...held, ...change } });
}

async function withdraw(subject: string): Promise<Response> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  return send('ana', `meetings/${row?.meeting_id ?? nobody}/tag/withdrawal`, { method: 'POST', body: { basedOnVersion: 0 } });
}

/** Two different answers under one key; the reply to the second. */
async function reuseKey(): Promise<Response> {
  const [row] = await house.sql<{ account_id: string }>(`select account_id from account where name = 'Contoral' and tenant_id = $1`, [
    house.tenant.tenantId,
  ]);
  const answer = async (given: string): Promise<Response> =>
    send('ana', `welcome/accounts/${row?.account_id ?? nobody}`, { method: 'PUT', body: { answer: given }, key: nobody });
  await answer('skipped');
  return answer('not_in_the_last_year');
}

async function onContoral(
  who: Name,
  what: 'pause' | 'merge' | 'split' | 'asks' | 'plans',
  sent: (accountId: string) => Sent,
): Promise<Response> {
  const [row] = await house.sql<{ account_id: string }>(`select account_id from account where name = 'Contoral' and tenant_id = $1`, [
    house.tenant.tenantId,
  ]);
  const accountId = row?.account_id ?? nobody;
  return send(who, `accounts/${accountId}/${what}`, sent(accountId));
}

async function addMeeting(claim: object): Promise<Response> {
  const [row] = await house.sql<{ account_id: string; contact_id: string }>(
    `select account_id, contact_id from contact join account using (tenant_id, account_id) where name = 'Contoral' and tenant_id = $1`,
    [house.tenant.tenantId],
  );
  const known = { accountId: row?.account_id, contactIds: [row?.contact_id], on: '2026-05-01', modality: 'in_person', timeZone: berlin };
  return send('ana', 'meetings', { method: 'POST', body: { ...known, ...claim } });
}

async function askDana(askedOn: string): Promise<Response> {
  const [row] = await house.sql<{ contact_id: string }>('select contact_id from contact where mail = $1', [contoral]);
  return onContoral('ana', 'asks', () => ({ method: 'POST', body: { contactId: row?.contact_id, askedOn, timeZone: berlin } }));
}

/** Takes the first of two invitations back. */
async function undoEarlierAsk(): Promise<Response> {
  const { askId } = (await (await askDana('2026-05-04')).json()) as { askId: string };
  house.setNow('2026-05-04T14:00:01Z');
  await askDana('2026-05-04');
  house.setNow('2026-05-04T14:00:00Z');
  return send('ana', `asks/${askId}`, { method: 'DELETE' });
}

/** Bob sees the account by a meeting of his; Mia's plan for it is not his to give up. */
async function dropPlanOfAnother(): Promise<Response> {
  await house.sql(
    `insert into meeting_seller (tenant_id, meeting_id, seller_id, response, read_number)
     select tenant_id, meeting_id, $1, 'accepted', 1 from meeting where subject = 'Over' on conflict do nothing`,
    [house.tenant.people.bob.id],
  );
  const planned = await onContoral('mia', 'plans', () => ({ method: 'POST', body: { plannedOn: '2026-05-20', contactIds: [] } }));
  const { planId } = (await planned.json()) as { planId: string };
  return send('bob', `plans/${planId}`, { method: 'DELETE' });
}

/** What Outlook's pane asks when it opens on an item. */
/** In the own calendar, or in that of its owner. */
async function openItem(who: Name, owner?: Name): Promise<Response> {
  const shared = owner && { ownerMail: house.tenant.people[owner].mail };
  const body = { itemId: lunch.restId, startsAt: '2026-05-04T10:30:00.000Z', endsAt: '2026-05-04T11:30:00.000Z', ...shared };
  return send(who, 'meetings/of-item', { method: 'POST', body });
}

async function plan(subject: string): Promise<Response> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where subject = $1', [subject]);
  return send('ana', `meetings/${row?.meeting_id ?? nobody}/plan`, { body: { modality: 'in_person' } });
}

/** Does it while a table cannot be found, which stands for any fault of our own. */
async function withoutTable(name: string, work: () => Promise<Response>): Promise<Response> {
  await house.sql(`alter table ${name} rename to ${name}_away`);
  return work().finally(() => house.sql(`alter table ${name}_away rename to ${name}`));
}

async function onAnotherSchema(work: () => Promise<Response>): Promise<Response> {
  await house.sql(`insert into migration.applied (name, timestamp) values ('9999-later', 'now')`);
  return work().finally(() => house.sql(`delete from migration.applied where name = '9999-later'`));
}

async function withoutGraph(work: () => Promise<Response>): Promise<Response> {
  const fault = async (kind: string): Promise<unknown> =>
    fetch(`${house.graphBaseUrl}/simulator/faults`, { method: 'POST', body: JSON.stringify({ kind, retryAfterSeconds: 0 }) });
  await fault('unavailable');
  return work().finally(() => fault('none'));
}

/** A new code has no row here, and then this file does not compile. */
const requests: Readonly<Record<ProblemCode, () => Promise<Response>>> = {
  request_invalid: () => tag('ana', 'Over', { outcome: 'perhaps' }),
  not_signed_in: () => house.fetch('me'),
  not_enrolled: () => tag('stan', 'Over'),
  role_missing: () => tag('mia', 'Over'),
  not_found: () => send('ana', 'meetings/not-an-id/tag', { body: held }),
  route_not_found: () => send('ana', 'nowhere'),
  method_not_allowed: () => send('ana', 'me', { method: 'DELETE' }),
  request_too_large: () => send('ana', `meetings/${nobody}/tag`, { body: ' '.repeat(maxBodyBytes + 1) }),
  media_type_unsupported: () => send('ana', `meetings/${nobody}/tag`, { body: held, type: 'text/plain' }),
  idempotency_key_reused: reuseKey,
  meeting_not_found: () => tag('ana', 'nowhere stored'),
  not_your_meeting: () => tag('bob', 'Over'),
  meeting_not_over: () => tag('ana', 'Later'),
  meeting_over: () => plan('Over'),
  meeting_cancelled: () => tag('ana', 'Off'),
  nothing_to_withdraw: () => withdraw('Over'),
  tagged_meanwhile: () => tag('ana', 'Over', { basedOnVersion: 7 }),
  not_invited: () => tag('ana', 'Over', { presentContactIds: [nobody] }),
  claim_contradicts_itself: () => tag('ana', 'Over', { modality: 'virtual', place: 'meal' }),
  day_not_possible: () => addMeeting({ on: '2027-01-01' }),
  not_of_this_account: () => addMeeting({ contactIds: [nobody] }),
  account_not_found: () => send('ana', `accounts/${nobody}`),
  contact_not_found: () => send('ana', `contacts/${nobody}/account`, { body: { accountId: nobody } }),
  not_your_account: () => onContoral('max', 'pause', () => ({ body: { reason: 'no_travel', untilOn: '2026-06-01' } })),
  pause_ends_wrongly: () => onContoral('mia', 'pause', () => ({ body: { reason: 'no_travel', untilOn: '2026-01-01' } })),
  accounts_not_separable: () => onContoral('adam', 'merge', (intoAccountId) => ({ method: 'POST', body: { intoAccountId } })),
  account_id_taken: () =>
    onContoral('adam', 'split', () => ({
      method: 'POST',
      body: { into: { externalId: 'A-2', name: 'X' }, domains: ['contoral.example'] },
    })),
  ask_not_found: () => send('ana', `asks/${nobody}`, { method: 'DELETE' }),
  ask_not_latest: undoEarlierAsk,
  ask_day_not_possible: () => askDana('2026-05-09'),
  plan_not_found: () => send('ana', `plans/${nobody}`, { method: 'DELETE' }),
  not_your_plan: dropPlanOfAnother,
  plan_day_not_possible: () => onContoral('ana', 'plans', () => ({ method: 'POST', body: { plannedOn: '2026-05-03', contactIds: [] } })),
  no_import_to_undo: () => send('adam', 'accounts/import/undo', { method: 'POST', body: { importNumber: 99 } }),
  import_refused: () => send('adam', 'accounts/import', { method: 'POST', body: accountsFile('name\nContoral') }),
  tenant_not_set_up: () => send('mia', 'team', { tenant: bareTenant }),
  calendar_not_reachable: () => withoutGraph(() => openItem('ana')),
  calendar_not_in_scope: () => openItem('adam'),
  calendar_not_shared: () => openItem('mia', 'bob'),
  calendar_owner_not_enrolled: () => openItem('ana', 'mia'),
  sharing_not_allowed: () => house.withoutConsent(() => openItem('mia', 'ana')),
  not_ready: () => onAnotherSchema(() => house.fetch('ready')),
  internal_error: () => withoutTable('person', () => send('ana', 'me')),
};

it.each(Object.keys(problemStatus) as ProblemCode[])('%s', async (code) => {
  const response = await requests[code]();
  const problem = Problem.parse(await response.json());
  expect({ status: response.status, code: problem.code }).toEqual({ status: problemStatus[code], code });
  expect(response.headers.get('retry-after')).toBe(problemStatus[code] === 503 ? '5' : null);
});
