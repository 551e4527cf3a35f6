/**
 * `npm run recompute`: computes the health of every account anew and says where the stored row differs. Exit code 0 when none does, 1 when
 * one does, 2 when it cannot look. Writes nothing.
 */
import { join } from 'node:path';
import * as z from 'zod';
import { recomputeHealth, type RecomputeReport } from '../features/health/recompute-health.ts';
import { openDatabase } from '../platform/db/database.ts';
import { acquireDataFolder, releaseDataFolder } from './machine/guards.ts';
import { startPostgres } from './machine/postgres.ts';
import { dataFolder, dataVersion, readPort } from './start-settings.ts';

/** Differences that are written out; the count is whole. */
const maxSaid = 50;
const found = 1;
const badInput = 2;

const Report = z.object({
  accounts: z.int(),
  due: z.int(),
  differences: z.array(
    z.object({ accountId: z.string(), name: z.string(), column: z.string(), stored: z.unknown(), computed: z.unknown() }),
  ),
});

async function main(): Promise<number> {
  const startedAtMs = performance.now();
  const report = await lookUp();
  if (typeof report === 'string') {
    process.stderr.write(`${report}\n`);
    return badInput;
  }
  for (const { accountId, name, column, stored, computed } of report.differences.slice(0, maxSaid)) {
    process.stdout.write(`${name} (${accountId}), ${column}: stored ${JSON.stringify(stored)}, computed ${JSON.stringify(computed)}\n`);
  }
  const accounts = new Set(report.differences.map(({ accountId }) => accountId)).size;
  const tookS = ((performance.now() - startedAtMs) / 1_000).toFixed(1);
  const due = report.due > 0 ? ` ${report.due} wait for the timer.` : '';
  process.stdout.write(
    accounts === 0
      ? `${report.accounts} accounts computed anew in ${tookS} s: every stored row is the same.${due}\n`
      : `${report.accounts} accounts computed anew in ${tookS} s: ${accounts} differ in ${report.differences.length} places.${due}\n`,
  );
  return accounts === 0 ? 0 : found;
}

/** In the database of DATABASE_URL; otherwise by the Firsthand that runs on this data folder, with its clock; otherwise in that folder's database. */
async function lookUp(): Promise<RecomputeReport | string> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl !== undefined) return await lookInto(databaseUrl);
  const held = await acquireDataFolder({ folder: dataFolder, dataVersion });
  if (!held.ok) return held.failure.kind === 'folder-in-use' ? await askRunning() : held.failure.sentence;
  try {
    const postgres = await startPostgres({ dataFolder: join(dataFolder, 'postgres') });
    try {
      return await lookInto(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await releaseDataFolder(held.value);
  }
}

async function askRunning(): Promise<RecomputeReport | string> {
  const port = readPort(process.env['PORT']);
  if (!port.ok) return port.failure.sentence;
  const answer = await fetch(`http://localhost:${port.value}/local/recompute`).catch(() => undefined);
  if (!answer?.ok) return 'Firsthand runs on this data folder, but not on this port: set PORT as for its start.';
  return Report.parse(await answer.json());
}

/** As the app's own role: an identity that bypasses row level security would see every tenant's rows at once. */
async function lookInto(databaseUrl: string): Promise<RecomputeReport | string> {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c role=firsthand_app');
  const database = openDatabase({ url: url.href, maxConnections: 1 });
  try {
    if (!(await database.isReady()))
      return 'The database has another schema, or none: start Firsthand once, or use the version that wrote it.';
    return await recomputeHealth(database, new Date());
  } finally {
    await database.close();
  }
}

process.exitCode = await main();
