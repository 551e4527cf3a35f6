/** Brings a database to this code's schema, forward only, as the owner role. Runs at deploy, never inside the function app. */
import { readdir, readFile } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';

const migrationsFolder = new URL('./migrations/', import.meta.url);
const lockTimeoutMs = 2_000;

/** Plain `.sql` files by name; each runs in the migrator's transaction. */
const sqlFiles: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort();
    const entries = names.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(new URL(name, migrationsFolder), 'utf8');
      return [name.slice(0, -'.sql'.length), { up: async (db) => void (await sql.raw(text).execute(db)) }];
    });
    return Object.fromEntries(await Promise.all(entries));
  },
};

export interface MigrateOptions {
  /** An identity that may create roles and schemas; not the app's. */
  readonly adminUrl: string;
  /** When given, the app role can sign in with it; in Azure it signs in by its managed identity instead. */
  readonly appPassword?: string | undefined;
}

/** Idempotent: applies what is missing and returns the names applied now, oldest first. Throws when one fails; nothing of it stays. */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: options.adminUrl, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await prepareRoles(db, options.appPassword);
    await sql`set role firsthand_owner`.execute(db);
    await sql.raw(`set lock_timeout = ${lockTimeoutMs}`).execute(db);
    const migrator = new Migrator({
      db,
      provider: sqlFiles,
      migrationTableSchema: 'migration',
      migrationTableName: 'applied',
      migrationLockTableName: 'lock',
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error;
    await sql`grant usage on schema migration to firsthand_app`.execute(db);
    await sql`grant select on migration.applied to firsthand_app`.execute(db);
    return results.map(({ migrationName }) => migrationName);
  } finally {
    await db.destroy();
  }
}

async function prepareRoles(db: Kysely<unknown>, appPassword: string | undefined): Promise<void> {
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'firsthand_owner') then
        create role firsthand_owner nologin nosuperuser nobypassrls;
      end if;
      if not exists (select from pg_roles where rolname = 'firsthand_registry') then
        create role firsthand_registry nologin nosuperuser nobypassrls;
      end if;
      if not exists (select from pg_roles where rolname = 'firsthand_app') then
        create role firsthand_app nologin nosuperuser nobypassrls noinherit;
        grant firsthand_registry to firsthand_app;
      end if;
      if not pg_has_role(current_user, 'firsthand_owner', 'member') then
        grant firsthand_owner to current_user;
      end if;
      execute format('grant create on database %I to firsthand_owner', current_database());
    end
    $$`.execute(db);
  await sql`create schema if not exists migration authorization firsthand_owner`.execute(db);
  await sql`grant usage, create on schema public to firsthand_owner`.execute(db);
  await sql`grant usage on schema public to firsthand_app, firsthand_registry`.execute(db);
  if (appPassword !== undefined) {
    await sql.raw(`alter role firsthand_app login password ${quoted(appPassword)}`).execute(db);
  }
}

/** A string literal for a statement that takes no parameters. */
function quoted(text: string): string {
  return pg.escapeLiteral(text);
}
