/** The door to PostgreSQL: one transaction for one tenant. Knows no table but the registry of tenants. */
import { type ControlledTransaction, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Result } from '../../domain/result.ts';
import { schemaVersion } from './schema-version.ts';
import type { DB } from './schema.ts';

export type TenantTransaction = Transaction<DB>;

export interface Database {
  /**
   * Runs `work` in one transaction that sees and writes this tenant alone. Commits when the answer is ok or no Result at all,
   * rolls back on a refusal or a throw. A deadlock or a serialisation failure is tried again, so `work` may run more than once.
   * Throws DatabaseAway when the server does not answer or goes away meanwhile.
   */
  readonly withTenant: <T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>) => Promise<T>;
  /** Every tenant that an admin has set up; the registry role sees nothing else. Throws DatabaseAway as `withTenant` does. */
  readonly tenantIds: () => Promise<readonly string[]>;
  /** Whether the database answers and holds exactly the schema that this code was written for. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Asked for at every new connection, for servers that take a token instead of a password. */
  readonly password?: (() => Promise<string>) | undefined;
  readonly maxConnections: number;
}

/** The server cannot be reached or cut the connection; worth another try. Whether a commit under way was written is then unknown. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  /** PostgreSQL's or the system's own code of the cause, such as 57P01 or ECONNREFUSED. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('the database is away', { cause });
    this.code = codeOf(cause);
  }
}

const maxAttempts = 4;
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 30_000;
const idleTimeoutMs = 30_000;
const deadlockDetected = '40P01';
const serializationFailure = '40001';

/** 8-byte integers as numbers (revenue in minor units stays far below 2^53), days as text; all else as pg has it. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, (text) => text],
]);

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    ...(options.password && { password: options.password }),
    max: options.maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: 'firsthand',
    types: { getTypeParser: ((oid: number) => parsers.get(oid) ?? pg.types.getTypeParser(oid)) as typeof pg.types.getTypeParser },
  });
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that is closed between two statements of a transaction: the next statement fails, and that is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    withTenant: (tenantId, work) => retried(() => inTransaction(db, tenantId, work)),
    tenantIds: () => listTenants(db),
    isReady: () => hasExpectedSchema(db),
    close: () => db.destroy(),
  };
}

async function inTransaction<T>(db: Kysely<DB>, tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  const tx = await begun(db);
  try {
    await sql`select set_config('firsthand.tenant_id', ${tenantId}, true)`.execute(tx);
    const answer = await work(tx);
    await (isRefusal(answer) ? tx.rollback() : tx.commit()).execute();
    return answer;
  } catch (error) {
    await rolledBack(tx, error);
    throw error;
  }
}

async function begun(db: Kysely<DB>): Promise<ControlledTransaction<DB>> {
  try {
    return await db.startTransaction().execute();
  } catch (error) {
    throw new DatabaseAway(error);
  }
}

/** A transaction that cannot even be rolled back has lost its connection: whatever failed first, that is why. */
async function rolledBack(tx: ControlledTransaction<DB>, failure: unknown): Promise<void> {
  if (tx.isCommitted || tx.isRolledBack) return;
  try {
    await tx.rollback().execute();
  } catch {
    throw new DatabaseAway(failure);
  }
}

function isRefusal(answer: unknown): answer is Extract<Result<unknown, unknown>, { ok: false }> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts >= maxAttempts || !isTransient(error)) throw error;
    }
  }
}

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code === deadlockDetected || code === serializationFailure;
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

async function listTenants(db: Kysely<DB>): Promise<readonly string[]> {
  const tx = await begun(db);
  try {
    await sql`set local role firsthand_registry`.execute(tx);
    const rows = await tx.selectFrom('tenant').select('tenant_id').execute();
    await tx.commit().execute();
    return rows.map(({ tenant_id }) => tenant_id);
  } catch (error) {
    await rolledBack(tx, error);
    throw error;
  }
}

async function hasExpectedSchema(db: Kysely<DB>): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from migration.applied order by name desc limit 1`.execute(db);
    return rows[0]?.name === schemaVersion;
  } catch {
    return false;
  }
}
