/** Once per test run: a throw-away PostgreSQL with a migrated template database, and a queue service. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../api/local/machine/postgres.ts';
import { startQueue } from '../../api/local/machine/queue.ts';
import { migrate } from '../../api/platform/db/migrate.ts';

export interface Machine {
  /** Superuser, database `postgres`. */
  readonly adminUrl: string;
  readonly appPassword: string;
  readonly queueConnection: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    machine: Machine;
  }
}

export const templateDatabase = 'firsthand_template';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { machine, stop } = await startMachine();
  project.provide('machine', machine);
  return stop;
}

/** For benches, which run by themselves. */
export async function startMachine(): Promise<{ readonly machine: Machine; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-test-'));
  const [postgres, queue] = await Promise.all([
    startPostgres({ dataFolder: join(folder, 'postgres'), isDisposable: true }),
    startQueue({ folder }),
  ]);
  const appPassword = randomBytes(12).toString('hex');
  await makeTemplate(postgres.url, appPassword);
  return {
    machine: { adminUrl: postgres.url, appPassword, queueConnection: queue.connectionString },
    async stop() {
      await Promise.all([queue.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(adminUrl: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${templateDatabase}`;
  await migrate({ adminUrl: url.href, appPassword });
}
