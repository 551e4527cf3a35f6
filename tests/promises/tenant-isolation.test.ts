/** Promise 4: no row, id, count or timing crosses tenants. The database holds it even when a query forgets. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import pg from 'pg';
import { recordKinds } from '../../api/contract/my-data.ts';
import { type RouteName, routes } from '../../api/contract/routes.ts';
import { openDatabase } from '../../api/platform/db/database.ts';
import { anEvent, invited } from '../support/events.ts';
import { accountsFile, contoral, type House, openHouse } from '../support/house.ts';
import { berlin, testTenant } from '../support/tenant.ts';

let house: House;
const [ours, theirs] = [testTenant(1), testTenant(2)];

beforeAll(async () => {
  house = await openHouse({ tenants: [ours, theirs], nowAt: '2026-03-01T08:00:00Z' });
  for (const tenant of house.tenants) await house.setUp(undefined, tenant);
  house.setNow('2026-05-04T14:00:00Z');
  for (const tenant of house.tenants) {
    const event = anEvent('2026-05-04T10:30:00Z', { subject: `Lunch of ${tenant.displayName}`, attendees: [invited(contoral)] });
    await house.addEvent('ana', event, tenant);
  }
  await house.readCalendars();
  const { accountId, contactId } = (await theirContact()).params;
  const ask = { contactId, askedOn: '2026-05-04', timeZone: berlin };
  expect((await house.call('ana', 'ask-in-person', { params: { accountId }, request: ask }, theirs)).status).toBe(200);
  const plan = { plannedOn: '2026-05-20', contactIds: [contactId] };
  expect((await house.call('ana', 'plan-visit', { params: { accountId }, request: plan }, theirs)).status).toBe(200);
});

afterAll(() => house.stop());

interface TableRow {
  readonly name: string;
  readonly owner: string;
  readonly is_forced: boolean;
  readonly has_policy: boolean;
  readonly key_columns: readonly string[];
}

describe('the catalogue', () => {
  async function tables(): Promise<readonly TableRow[]> {
    return house.sql<TableRow>(`
      select c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity and c.relforcerowsecurity as is_forced,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null
          and p.polcmd = '*' and pg_get_expr(p.polqual, c.oid) = pg_get_expr(p.polwithcheck, c.oid)
          and pg_get_expr(p.polqual, c.oid) = '(tenant_id = current_tenant_id())') as has_policy,
        (select array_agg(a.attname::text order by k.position) from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (number, position)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number where i.indrelid = c.oid and i.indisprimary) as key_columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'm', 'v') order by 1`);
  }

  it('knows every table as isolated by tenant, forced, owned by nobody who serves', async () => {
    const rows = await tables();
    expect(rows.length).toBeGreaterThan(10);
    for (const table of rows) {
      expect(table).toMatchObject({ owner: 'firsthand_owner', is_forced: true, has_policy: true });
      expect(table.key_columns[0]).toBe('tenant_id');
    }
  });

  it('finds an unprotected table (negative control)', async () => {
    await house.sql('create table forgotten (tenant_id uuid primary key)');
    const forgotten = (await tables()).find(({ name }) => name === 'forgotten');
    await house.sql('drop table forgotten');
    expect(forgotten).toMatchObject({ is_forced: false, has_policy: false });
  });

  it('begins every unique and foreign key with the tenant', async () => {
    const keys = await house.sql<{ definition: string }>(`
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('u', 'f', 'p')
      union all
      select substring(indexdef from 'USING btree (.*)$') from pg_indexes where schemaname = 'public' and indexdef like '%UNIQUE%'`);
    for (const { definition } of keys) expect(definition).toMatch(/\(tenant_id/);
  });

  it('gives the app no way around', async () => {
    const [role] = await house.sql(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'firsthand_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    const owned = await house.sql(`select relname from pg_class where pg_get_userbyid(relowner) = 'firsthand_app'`);
    expect(owned).toEqual([]);
  });
});

describe('the app role', () => {
  function app(): pg.Client {
    return new pg.Client({ connectionString: house.config.database.url });
  }

  it('sees and writes nothing while no tenant is set', async () => {
    const client = app();
    await client.connect();
    for (const { name } of await house.sql<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)) {
      expect((await client.query(`select count(*)::int as n from ${name}`)).rows).toEqual([{ n: 0 }]);
    }
    const insert = `insert into account_domain (tenant_id, domain, account_id) select tenant_id, 'x.example', account_id from account`;
    expect((await client.query(insert)).rowCount).toBe(0);
    await client.end();
  });

  it('cannot write a row of another tenant', async () => {
    const client = app();
    await client.connect();
    await client.query('begin');
    await client.query(`select set_config('firsthand.tenant_id', $1, true)`, [ours.tenantId]);
    await expect(
      client.query('insert into contact (tenant_id, contact_id, mail, display_name) values ($1, gen_random_uuid(), $2, $3)', [
        theirs.tenantId,
        'x@y.example',
        'x',
      ]),
    ).rejects.toThrow(/row-level security/);
    await client.end();
  });

  it('forgets the tenant with the transaction, on a reused connection too', async () => {
    const database = openDatabase({ url: house.config.database.url, maxConnections: 1 });
    const counted = (tenantId: string): Promise<number> =>
      database.withTenant(tenantId, async (tx) => (await tx.selectFrom('tenant').select('tenant_id').execute()).length);
    expect(await counted(ours.tenantId)).toBe(1);
    expect(await counted('00000000-0000-4000-8000-000000000000')).toBe(0);
    await expect(database.withTenant(ours.tenantId, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    expect(await counted(theirs.tenantId)).toBe(1);
    expect([...(await database.tenantIds())].sort()).toEqual([ours.tenantId, theirs.tenantId]);
    await database.close();
  });

  it('learns of the tenants nothing but their ids', async () => {
    const client = app();
    await client.connect();
    await client.query('set role firsthand_registry');
    await expect(client.query('select display_name from tenant')).rejects.toThrow(/permission denied/);
    await client.end();
  });

  it('can neither change nor delete a tag', async () => {
    const client = app();
    await client.connect();
    for (const statement of ['update tag set version = 9', 'delete from tag', 'delete from tag_contact']) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    }
    await client.end();
  });
});

/** How each route is asked for something of the other tenant. A new route without a line here fails the test below. */
const reaching: { readonly [Name in RouteName]: () => Promise<unknown> } = {
  me: async () => (await house.call('ana', 'me', {}, ours)).value,
  'pending-meetings': async () => (await house.call('ana', 'pending-meetings', {}, ours)).value,
  'tagging-progress': async () =>
    (await house.call('ana', 'tagging-progress', { request: { timeZone: berlin, firstWeekday: 1 } }, ours)).value,
  'meeting-of-item': async () => {
    const [row] = await house.sql<{ event_id: string }>('select event_id from meeting_seller where tenant_id = $1', [theirs.tenantId]);
    const request = { itemId: row?.event_id ?? '', startsAt: '2026-05-04T10:30:00Z', endsAt: '2026-05-04T11:30:00Z' };
    return (await house.call('ana', 'meeting-of-item', { request }, ours)).problem?.code;
  },
  'tag-meeting': async () => {
    const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where tenant_id = $1', [theirs.tenantId]);
    const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
    return (await house.call('ana', 'tag-meeting', { params: { meetingId: row?.meeting_id ?? '' }, request }, ours)).problem?.code;
  },
  'plan-meeting': async () => {
    const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where tenant_id = $1', [theirs.tenantId]);
    const call = { params: { meetingId: row?.meeting_id ?? '' }, request: { modality: 'in_person' } as const };
    return (await house.call('ana', 'plan-meeting', call, ours)).problem?.code;
  },
  team: async () => (await house.call('mia', 'team', {}, ours)).value,
  'set-up-tenant': async () => {
    const request = { sellerGroupId: theirs.sellerGroupId, timeZone: berlin, currency: 'EUR' };
    return (await house.call('adam', 'set-up-tenant', { request }, ours)).problem?.code;
  },
  'import-accounts': async () => {
    const csv = `account_id,name,domains,revenue,currency,owner,key_partners\nA-9,Nine,nine.example,1.00,EUR,${theirs.people.ana.mail},`;
    return (await house.call('adam', 'import-accounts', { request: accountsFile(csv) }, ours)).problem?.code;
  },
  status: async () => (await house.call('adam', 'status', {}, ours)).value,
  'redrive-messages': async () => {
    const message = { tenantId: theirs.tenantId, sellerId: theirs.people.ana.id };
    await house.sql(`insert into set_aside_message values ($1, 'read-mailbox', $2, '2026-05-04T13:00:00Z') on conflict do nothing`, [
      theirs.tenantId,
      JSON.stringify(message),
    ]);
    const { value } = await house.call('adam', 'redrive-messages', { request: { queueName: 'read-mailbox' } }, ours);
    expect(await house.sql('select from set_aside_message where tenant_id = $1', [theirs.tenantId])).toHaveLength(1);
    return value;
  },
  'my-data': async () => (await house.call('ana', 'my-data', {}, ours)).value,
  'my-records': async () => {
    const kinds = recordKinds.map((kind) => house.call('ana', 'my-records', { params: { kind } }, ours));
    return (await Promise.all(kinds)).map(({ value }) => value);
  },
  'my-data-export': async () => (await house.call('ana', 'my-data-export', {}, ours)).value,
  'tag-meetings': async () => {
    const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where tenant_id = $1', [theirs.tenantId]);
    const claim = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: 0 } as const;
    const request = { tags: [{ meetingId: row?.meeting_id ?? '', ...claim }] };
    return (await house.call('ana', 'tag-meetings', { request }, ours)).value?.outcomes.map((outcome) => 'code' in outcome && outcome.code);
  },
  'withdraw-tags': async () => {
    const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where tenant_id = $1', [theirs.tenantId]);
    const request = { tags: [{ meetingId: row?.meeting_id ?? '', basedOnVersion: 0 }] };
    return (await house.call('ana', 'withdraw-tags', { request }, ours)).value?.outcomes.map(
      (outcome) => 'code' in outcome && outcome.code,
    );
  },
  'withdraw-tag': async () => {
    const call = { params: { meetingId: await theirMeetingId() }, request: { basedOnVersion: 0 } };
    return (await house.call('ana', 'withdraw-tag', call, ours)).problem?.code;
  },
  'tag-versions': async () =>
    (await house.call('ana', 'tag-versions', { params: { meetingId: await theirMeetingId() } }, ours)).problem?.code,
  'add-meeting': async () => {
    const { accountId } = (await theirAccount()).params;
    const [row] = await house.sql<{ contact_id: string }>('select contact_id from contact where tenant_id = $1', [theirs.tenantId]);
    const request = { accountId, contactIds: [row?.contact_id ?? ''], on: '2026-05-01', modality: 'in_person' as const, timeZone: berlin };
    return (await house.call('ana', 'add-meeting', { request }, ours)).problem?.code;
  },
  welcome: async () => (await house.call('ana', 'welcome', {}, ours)).value,
  'answer-welcome': async () => {
    const call = { ...(await theirAccount()), request: { answer: 'skipped' } as const };
    return (await house.call('ana', 'answer-welcome', call, ours)).problem?.code;
  },
  'close-welcome': async () => (await house.call('ana', 'close-welcome', {}, ours)).value,
  'account-rules': async () => (await house.call('adam', 'account-rules', {}, ours)).value,
  'set-account-rules': async () => {
    const request = { cadenceDays: { A: 45, B: 90, C: 180 }, partnerDomains: [] };
    return (await house.call('adam', 'set-account-rules', { request }, ours)).value;
  },
  'preview-import': async () => {
    const csv = `account_id,name,domains,revenue,currency,owner\nA-9,Nine,nine.example,1.00,EUR,${theirs.people.ana.mail}`;
    const { value } = await house.call('adam', 'preview-import', { request: accountsFile(csv) }, ours);
    return value?.faults.map(({ code }) => code);
  },
  'last-import': async () => (await house.call('adam', 'last-import', {}, ours)).value,
  'undo-import': async () => (await house.call('adam', 'undo-import', { request: { importNumber: 99 } }, ours)).problem?.code,
  'my-accounts': async () => (await house.call('ana', 'my-accounts', {}, ours)).value,
  'list-accounts': async () => (await house.call('adam', 'list-accounts', {}, ours)).value,
  account: async () => (await house.call('ana', 'account', await theirAccount(), ours)).problem?.code,
  'account-contacts': async () => (await house.call('adam', 'account-contacts', await theirAccount(), ours)).problem?.code,
  'account-meetings': async () => {
    const call = { ...(await theirAccount()), request: { since: '2025-01-01' } };
    return (await house.call('ana', 'account-meetings', call, ours)).problem?.code;
  },
  'pause-account': async () => {
    const call = { ...(await theirAccount()), request: { reason: 'dispute', untilOn: '2026-05-30' } as const };
    return (await house.call('mia', 'pause-account', call, ours)).problem?.code;
  },
  'resume-account': async () => (await house.call('mia', 'resume-account', await theirAccount(), ours)).problem?.code,
  'merge-account': async () => {
    const call = { ...(await theirAccount()), request: { intoAccountId: await ourAccountId() } };
    return (await house.call('adam', 'merge-account', call, ours)).problem?.code;
  },
  'split-account': async () => {
    const call = { ...(await theirAccount()), request: { into: { accountId: await ourAccountId() }, domains: ['contoral.example'] } };
    return (await house.call('adam', 'split-account', call, ours)).problem?.code;
  },
  'choose-account': async () => {
    const [row] = await house.sql<{ contact_id: string }>('select contact_id from contact where tenant_id = $1', [theirs.tenantId]);
    const call = { params: { contactId: row?.contact_id ?? '' }, request: { accountId: await ourAccountId() } };
    return (await house.call('adam', 'choose-account', call, ours)).problem?.code;
  },
  'set-visitor-policy': async () => {
    const call = { ...(await theirAccount()), request: { visitorPolicy: 'welcome' } as const };
    return (await house.call('ana', 'set-visitor-policy', call, ours)).problem?.code;
  },
  'name-key-partner': async () => (await house.call('ana', 'name-key-partner', await theirContact(), ours)).problem?.code,
  'remove-key-partner': async () => (await house.call('ana', 'remove-key-partner', await theirContact(), ours)).problem?.code,
  'contact-left': async () => {
    const call = { ...(await theirContact()), request: { hasLeft: true } };
    return (await house.call('ana', 'contact-left', call, ours)).problem?.code;
  },
  'ask-in-person': async () => {
    const { accountId, contactId } = (await theirContact()).params;
    const call = { params: { accountId }, request: { contactId, askedOn: '2026-05-04', timeZone: berlin } };
    return (await house.call('ana', 'ask-in-person', call, ours)).problem?.code;
  },
  'answer-ask': async () => {
    const call = { params: { askId: await theirAskId() }, request: { answer: 'accepted', timeZone: berlin } as const };
    return (await house.call('ana', 'answer-ask', call, ours)).problem?.code;
  },
  'undo-ask': async () => (await house.call('ana', 'undo-ask', { params: { askId: await theirAskId() } }, ours)).problem?.code,
  'plan-visit': async () => {
    const call = { ...(await theirAccount()), request: { plannedOn: '2026-05-20', contactIds: [] } };
    return (await house.call('ana', 'plan-visit', call, ours)).problem?.code;
  },
  'drop-plan': async () => {
    const [row] = await house.sql<{ plan_id: string }>('select plan_id from visit_plan where tenant_id = $1', [theirs.tenantId]);
    return (await house.call('ana', 'drop-plan', { params: { planId: row?.plan_id ?? '' } }, ours)).problem?.code;
  },
};

async function theirAccount(): Promise<{ readonly params: { readonly accountId: string } }> {
  return { params: { accountId: await accountIdOf(theirs.tenantId) } };
}

async function theirMeetingId(): Promise<string> {
  const [row] = await house.sql<{ meeting_id: string }>('select meeting_id from meeting where tenant_id = $1', [theirs.tenantId]);
  return row?.meeting_id ?? '';
}

/** An account and a contact of it. */
async function theirContact(): Promise<{ readonly params: { readonly accountId: string; readonly contactId: string } }> {
  const [row] = await house.sql<{ account_id: string; contact_id: string }>(
    'select account_id, contact_id from contact where tenant_id = $1 and account_id is not null',
    [theirs.tenantId],
  );
  return { params: { accountId: row?.account_id ?? '', contactId: row?.contact_id ?? '' } };
}

async function theirAskId(): Promise<string> {
  const [row] = await house.sql<{ ask_id: string }>('select ask_id from in_person_ask where tenant_id = $1', [theirs.tenantId]);
  return row?.ask_id ?? '';
}

const ourAccountId = (): Promise<string> => accountIdOf(ours.tenantId);

async function accountIdOf(tenantId: string): Promise<string> {
  const [row] = await house.sql<{ account_id: string }>('select account_id from account where tenant_id = $1 order by external_id', [
    tenantId,
  ]);
  return row?.account_id ?? '';
}

describe('a caller of one tenant reaches nothing of another', () => {
  it.each(Object.keys(routes) as RouteName[])('by %s', async (name) => {
    const before = await house.sql('select (select count(*) from tag)::int as tags, (select count(*) from account)::int as accounts');
    const answer = JSON.stringify(await reaching[name]());
    expect(answer).not.toContain(theirs.displayName);
    expect(answer).not.toContain(theirs.tenantId);
    for (const person of theirs.users) expect(answer).not.toContain(person.id);
    const after = await house.sql('select (select count(*) from tag)::int as tags, (select count(*) from account)::int as accounts');
    expect(after).toEqual(before);
  });

  it('and each is told no more than of what never was', async () => {
    expect(await reaching['tag-meeting']()).toBe('meeting_not_found');
    expect(await reaching['meeting-of-item']()).toBe('meeting_not_found');
    const ofMeetings = ['withdraw-tag', 'tag-versions', 'plan-meeting'] as const;
    for (const name of ofMeetings) expect(await reaching[name](), name).toBe('meeting_not_found');
    const hidden = [
      'add-meeting',
      'answer-welcome',
      'account',
      'account-contacts',
      'account-meetings',
      'merge-account',
      'split-account',
      'set-visitor-policy',
      'name-key-partner',
      'remove-key-partner',
      'contact-left',
      'ask-in-person',
      'plan-visit',
    ] as const;
    for (const name of hidden) expect(await reaching[name](), name).toBe('account_not_found');
    for (const name of ['pause-account', 'resume-account'] as const) expect(await reaching[name](), name).toBe('not_your_account');
    for (const name of ['tag-meetings', 'withdraw-tags'] as const) expect(await reaching[name](), name).toEqual(['meeting_not_found']);
    expect(await reaching['choose-account']()).toBe('contact_not_found');
    expect(await reaching['undo-import']()).toBe('no_import_to_undo');
    expect(await reaching['redrive-messages']()).toEqual({ redriven: 0, left: 0 });
    for (const name of ['answer-ask', 'undo-ask'] as const) expect(await reaching[name](), name).toBe('ask_not_found');
    expect(await reaching['drop-plan']()).toBe('plan_not_found');
  });
});

it('the database of this test is a real one, apart from others', () => {
  expect(inject('machine').adminUrl).toContain('postgres');
});
