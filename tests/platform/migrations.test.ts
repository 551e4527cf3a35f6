/** A database with data of an older schema is brought along: nothing is lost, nothing is open to another tenant, and it is ready. */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../api/platform/db/database.ts';
import { migrate } from '../../api/platform/db/migrate.ts';
import { schemaVersion } from '../../api/platform/db/schema-version.ts';

const folder = new URL('../../api/platform/db/migrations/', import.meta.url);
const name = `test_${randomBytes(6).toString('hex')}`;
const machine = inject('machine');
const urlOf = (database: string): string => Object.assign(new URL(machine.adminUrl), { pathname: `/${database}` }).href;
const tenantId = '00000000-0000-4000-8000-0000000000aa';
let client: pg.Client;

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: machine.adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  const admin = new pg.Client({ connectionString: machine.adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

/** The schema as the first version had it, by the same tables of record as `migrate`. */
async function migrateToFirst(): Promise<void> {
  await client.query(`create schema migration authorization firsthand_owner`);
  await client.query(`grant create on database ${name} to firsthand_owner; grant usage, create on schema public to firsthand_owner`);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: urlOf(name), max: 1 }) }) });
  await sql`set role firsthand_owner`.execute(db);
  const text = await readFile(new URL('0001-house.sql', folder), 'utf8');
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '0001-house': { up: async (tx) => void (await sql.raw(text).execute(tx)) } }) },
    migrationTableSchema: 'migration',
    migrationTableName: 'applied',
    migrationLockTableName: 'lock',
  });
  const { error } = await migrator.migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

it('data of the first schema is brought to this one', async () => {
  await migrateToFirst();
  await client.query(`
    insert into tenant values ('${tenantId}', 'Old', 'Europe/Berlin', 'EUR', '{ours.example}', gen_random_uuid(), now());
    insert into account values ('${tenantId}', md5('a')::uuid, 'A-1', 'Contoral', null, 100, 'EUR', 100, 'A', 45);
    insert into contact values ('${tenantId}', md5('c')::uuid, 'dana@contoral.example', 'Dana', md5('a')::uuid, true);
    insert into contact values ('${tenantId}', md5('d')::uuid, 'sam@contoral.example', 'Sam', md5('a')::uuid, false);
    insert into account_health values ('${tenantId}', md5('a')::uuid, 'new', 0, 0, null, null, 0, 1, 0, null, '[]', '2026-05-04', null, null)`);
  const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).map((file) => file.slice(0, -'.sql'.length));
  expect(await migrate({ adminUrl: urlOf(name), appPassword: machine.appPassword })).toEqual(names.sort().slice(1));
  expect(names.at(-1)).toBe(schemaVersion);

  const { rows: partners } =
    await client.query(`select c.mail, k.named_on::text, c.account_source, c.given_account_id = c.account_id as is_given
    from contact c left join key_partner k using (tenant_id, contact_id) order by 1`);
  expect(partners).toEqual([
    { mail: 'dana@contoral.example', named_on: '2026-05-04', account_source: 'import', is_given: true },
    { mail: 'sam@contoral.example', named_on: null, account_source: 'domain', is_given: null },
  ]);
  const { rows: accounts } = await client.query(`select own_tenant_revenue_minor::int as revenue, visitor_policy from account`);
  expect(accounts).toEqual([{ revenue: 100, visitor_policy: 'unknown' }]);
  const { rows: health } = await client.query(`select valid_until_on < computed_on as is_due from account_health`);
  expect(health).toEqual([{ is_due: true }]);
});

it('it is ready, and every table is still closed to its owner too', async () => {
  const appUrl = Object.assign(new URL(urlOf(name)), { username: 'firsthand_app', password: machine.appPassword }).href;
  const database = openDatabase({ url: appUrl, maxConnections: 1 });
  expect(await database.isReady()).toBe(true);
  await database.close();
  const { rows } = await client.query(`
    select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`);
  expect(rows).toEqual([]);
});

it('running it again changes nothing', async () => {
  expect(await migrate({ adminUrl: urlOf(name), appPassword: machine.appPassword })).toEqual([]);
});
