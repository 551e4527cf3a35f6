/** Every read that shows what is recorded of somebody else is on the record; each route says which kind it is, and the answers are held to it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RouteName, routes } from '../../api/contract/routes.ts';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse } from '../support/house.ts';
import { berlin, type Name } from '../support/tenant.ts';

/**
 * `recorded`: shows what is recorded of others, and writes down who looked. `self`: answers about the caller, or about no person of ours.
 * A sentence: names others, and why that is no look at their data.
 */
type Showing = 'recorded' | 'self' | { readonly names: string };

/** A new route has to be put on this list: nothing else stands between it and a look that nobody hears of. */
const showing: { readonly [Name in RouteName]: Showing } = {
  me: 'self',
  'pending-meetings': 'self',
  'tagging-progress': 'self',
  'meeting-of-item': { names: 'who of ours has tagged a meeting that is in the caller’s own calendar' },
  'tag-meeting': { names: 'who of ours has tagged a meeting that is in the caller’s own calendar' },
  'tag-meetings': { names: 'who of ours has tagged a meeting that is in the caller’s own calendar' },
  'plan-meeting': 'self',
  'withdraw-tag': { names: 'who of ours has tagged a meeting that is in the caller’s own calendar' },
  'withdraw-tags': { names: 'who of ours has tagged a meeting that is in the caller’s own calendar' },
  'tag-versions': { names: 'who of ours said what of a meeting that is in the caller’s own calendar' },
  'set-visitor-policy': 'self',
  'name-key-partner': 'self',
  'remove-key-partner': 'self',
  'contact-left': 'self',
  'ask-in-person': 'self',
  'answer-ask': 'self',
  'undo-ask': 'self',
  'plan-visit': 'self',
  'drop-plan': 'self',
  'add-meeting': 'self',
  welcome: 'self',
  'answer-welcome': 'self',
  'close-welcome': 'self',
  team: 'recorded',
  'set-up-tenant': 'self',
  'account-rules': 'self',
  'set-account-rules': 'self',
  'preview-import': { names: 'the owners in the file that the caller has sent' },
  'import-accounts': 'self',
  'last-import': { names: 'who imported last' },
  'undo-import': 'self',
  'my-accounts': 'self',
  'list-accounts': { names: 'who owns an account; nothing of health or meetings' },
  account: 'recorded',
  'account-contacts': 'self',
  'account-meetings': 'recorded',
  'pause-account': 'self',
  'resume-account': 'self',
  'merge-account': 'self',
  'split-account': 'self',
  'choose-account': 'self',
  status: { names: 'whose calendar is read how far: My data says that admins see it' },
  'redrive-messages': 'self',
  'my-data': { names: 'the caller’s own manager' },
  'my-records': { names: 'who looked at the caller’s data' },
  'my-data-export': { names: 'the caller’s own manager, and who looked at the caller’s data' },
};

let house: House;
let accountId: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  await house.setUp();
  house.setNow('2026-05-04T14:00:00Z');
  await house.addEvent('ana', anEvent('2026-05-04T10:30:00Z', { subject: 'Lunch', attendees: [invited(contoral)] }));
  await house.addEvent('bob', anEvent('2026-04-20T10:30:00Z', { subject: 'Visit', attendees: [invited(contoral)] }));
  await house.readCalendars();
  for (const [who, subject] of [
    ['ana', 'Lunch'],
    ['bob', 'Visit'],
  ] as const) {
    const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
    await house.call(who, 'tag-meeting', { params: { meetingId: await idOf('meeting_id', 'meeting', `subject = '${subject}'`) }, request });
  }
  ownParams['meetingId'] = await idOf('meeting_id', 'meeting', `subject = 'Lunch'`);
  accountId = await idOf('account_id', 'account', `name = 'Contoral'`);
  await everySmallThingBy('cleo');
});

async function idOf(column: string, table: string, where: string): Promise<string> {
  const [row] = await house.sql<{ id: string }>(`select ${column} as id from ${table} where ${where}`);
  if (!row) throw new Error(`no ${table} where ${where}`);
  return row.id;
}

/** Somebody who neither owns nor has met the account has left traces on its page. */
async function everySmallThingBy(who: Name): Promise<void> {
  const values = [house.tenant.tenantId, accountId, house.tenant.people[who].id];
  const contact = `(select contact_id from contact where mail = '${contoral}')`;
  await house.sql(
    `insert into in_person_ask values ($1, gen_random_uuid(), $2, ${contact}, $3, '2026-04-01', null, null, '2026-04-01T09:00:00Z')`,
    values,
  );
  await house.sql(
    `insert into visit_plan values ($1, gen_random_uuid(), $2, $3, '2026-06-01', 'coffee', '2026-04-02T09:00:00Z', null)`,
    values,
  );
  await house.sql(
    `insert into account_pause values ($1, gen_random_uuid(), $2, 'dispute', '2026-05-01', '2026-05-10', $3, '2026-05-01T09:00:00Z', null)`,
    values,
  );
  await house.sql('update key_partner set named_by = $1', values.slice(2));
  await house.sql(
    `update account set visitor_policy_said_by = $2, visitor_policy_said_at = '2026-04-01T09:00:00Z' where account_id = $1`,
    values.slice(1),
  );
}

afterAll(() => house.stop());

beforeEach(() => house.sql('truncate person_view'));

const readNames = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].method === 'GET');
/** One who may call it, a manager rather than a seller: they see the most. */
const callerOf = { manager: 'mia', seller: 'ana', admin: 'adam' } as const satisfies Record<string, Name>;
const params = (name: RouteName): Record<string, string> => {
  const placeholders = [...routes[name].path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '');
  return Object.fromEntries(placeholders.map((key) => [key, ownParams[key] ?? accountId]));
};
/** Of the placeholders that name no account. */
const ownParams: Record<string, string> = { kind: 'viewed_by' };
/** Query strings of the reads that cannot be asked without one. */
const requests: Partial<Record<RouteName, Record<string, string>>> = {
  'account-meetings': { since: '2026-01-01' },
  'tagging-progress': { timeZone: berlin, firstWeekday: '1' },
};

interface Reading {
  readonly callerId: string;
  /** Our people whose id or name stands in the answer, without the caller. */
  readonly shownIds: readonly string[];
}

async function readBy(name: RouteName, who: Name): Promise<Reading> {
  const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => params(name)[key] ?? '');
  const query = new URLSearchParams(requests[name] ?? {}).toString();
  const headers = { authorization: `Bearer ${await house.token(who)}` };
  const response = await house.fetch(query ? `${path}?${query}` : path, { headers });
  const answer = await response.text();
  expect(response.status, `${name}: ${answer}`).toBe(200);
  const callerId = house.tenant.people[who].id;
  const others = house.tenant.users.filter(({ id }) => id !== callerId);
  return {
    callerId,
    shownIds: others.filter(({ id, displayName }) => answer.includes(id) || answer.includes(displayName)).map(({ id }) => id),
  };
}

function whoReads(name: RouteName): Name {
  const role = (['manager', 'seller', 'admin'] as const).find((candidate) => routes[name].roles.includes(candidate));
  return role ? callerOf[role] : 'ana';
}

describe('a read', () => {
  it.each(readNames)('keeps to its kind: %s', async (name) => {
    const { callerId, shownIds } = await readBy(name, whoReads(name));
    const recorded = await house.sql<{ person_id: string; viewer_id: string }>('select person_id, viewer_id from person_view');
    if (showing[name] === 'recorded') {
      expect(shownIds.length).toBeGreaterThan(0);
      expect(recorded.every(({ viewer_id }) => viewer_id === callerId)).toBe(true);
      expect(recorded.map(({ person_id }) => person_id).sort()).toEqual(expect.arrayContaining([...shownIds].sort()));
      return;
    }
    expect(recorded).toEqual([]);
    if (showing[name] === 'self') expect(shownIds).toEqual([]);
  });

  it('that shows somebody else without being recorded is noticed (negative control)', async () => {
    const { shownIds } = await readBy('status', 'adam');
    expect(shownIds).toHaveLength(3);
  });
});
