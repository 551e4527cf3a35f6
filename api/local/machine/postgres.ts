/**
 * PostgreSQL on a bare machine: real binaries from npm, data in a folder of ours, reachable from this machine only.
 * Knows nothing of schemas, roles or migrations.
 */
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, findPostgresPlace, type PostgresPlace } from './postgres-place.ts';
import { createCluster, startServer, stopOrphan, SUPERUSER } from './postgres-server.ts';

const PASSWORD_BYTES = 24;

export type Postgres = {
  /** Superuser's connection URL, database `postgres`. Never print it: it holds the password. */
  readonly url: string;
  /** Fast shutdown, immediate after 10 s. Safe to call twice. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the server of this data folder on a free port of 127.0.0.1, making the cluster at the first start and recovering after a
 * crash. Acknowledged writes survive (fsync on) unless `isDisposable`, which is for tests: no fsync, and `stop` removes the data.
 * The caller holds the folder (`acquireDataFolder`): a server found running on it is taken for a crash's leftover and stopped.
 * `log` receives our notes and the server's warnings and errors; they hold no statement and no value. Throws an Error whose message says what failed.
 */
export async function startPostgres(options: {
  readonly dataFolder: string;
  readonly isDisposable?: boolean;
  readonly log?: (line: string) => void;
}): Promise<Postgres> {
  const log = options.log ?? ((): void => undefined);
  const isDisposable = options.isDisposable ?? false;
  const place = await findPostgresPlace({ dataFolder: options.dataFolder, isDisposable });
  if (place.note !== undefined) {
    log(place.note);
  }
  const orphan = await stopOrphan(place);
  if (orphan !== undefined) {
    log(`PostgreSQL was still running from a start that ended badly (process ${String(orphan)}); it was stopped.`);
  }
  const password = await prepareCluster({ dataFolder: options.dataFolder, place, isDisposable, log });
  const server = await startServer({ place, isDisposable, log });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopped ??= server.stop(isDisposable ? 'immediate' : 'fast').then(() => (isDisposable ? removeCluster(place) : undefined));
    await stopped;
  };
  return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(server.port)}/postgres`, stop };
}

/**
 * Stops a leftover server and deletes the database of this data folder, also where it had to be kept elsewhere.
 * The caller holds the folder.
 */
export async function removePostgres(options: { readonly dataFolder: string }): Promise<void> {
  const place = await findPostgresPlace({ dataFolder: options.dataFolder, isDisposable: false });
  await stopOrphan(place);
  await removeCluster(place);
  await rm(passwordPath(options.dataFolder), { force: true });
}

/** Returns the superuser's password; makes cluster and password when there is none. */
async function prepareCluster(given: {
  readonly dataFolder: string;
  readonly place: PostgresPlace;
  readonly isDisposable: boolean;
  readonly log: (line: string) => void;
}): Promise<string> {
  const { place } = given;
  const hasCluster = await exists(place.clusterFolder);
  const hasPassword = await exists(passwordPath(given.dataFolder));
  if (hasCluster && hasPassword) {
    return (await readFile(passwordPath(given.dataFolder), 'utf8')).trim();
  }
  if (hasCluster && !place.isElsewhere) {
    throw new Error(`The database in ${place.clusterFolder} has lost its password file: start with --reset.`);
  }
  if (hasCluster) {
    given.log(`The data folder was deleted, so its database in ${place.clusterFolder} is deleted too.`);
    await rm(place.clusterFolder, { recursive: true, force: true });
  }
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  await writeFile(passwordPath(given.dataFolder), `${password}\n`, { mode: 0o600 });
  await createCluster({ place, isDisposable: given.isDisposable, log: given.log, password });
  return password;
}

async function removeCluster(place: PostgresPlace): Promise<void> {
  await rm(place.isElsewhere ? dirname(place.clusterFolder) : place.clusterFolder, { recursive: true, force: true });
}

function passwordPath(dataFolder: string): string {
  return join(dataFolder, 'superuser-password');
}
