/**
 * What must hold before anything is started: free ports, and a data folder that is ours, writable, not newer and not in use.
 * Prints nothing and exits nothing: the caller does, with the failure's sentence.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ok, refused, type Result } from '../../domain/result.ts';
import { identifyThisProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

const VERSION_FILE = 'version.json';
const LOCK_FILE = /^running\.(\d+)\.lock$/;
const CLAIM_FILE = /^claim\.[0-9a-f]+\.tmp$/;
const MAX_LOCK_ATTEMPTS = 50;
const LOCK_RETRY_DELAY_MS = 10;
/** Both addresses that `localhost` stands for: another program on either would answer in our place. */
const LOCAL_ADDRESSES = ['127.0.0.1', '::1'];

export type GuardFailure = {
  readonly kind:
    'port-taken' | 'port-not-allowed' | 'folder-not-writable' | 'folder-in-use' | 'folder-not-ours' | 'newer-data' | 'broken-version';
  /** One sentence that says what to do. */
  readonly sentence: string;
};

export type HeldFolder = { readonly folder: string; readonly lockFile: string };

/**
 * Checks that these ports of this machine are free; on failure names the first that is not.
 * Free now is not free for ever: the listener must still handle a port that is taken in between.
 */
export async function findTakenPort(ports: readonly number[]): Promise<Result<{ readonly ports: readonly number[] }, GuardFailure>> {
  for (const port of ports) {
    for (const address of LOCAL_ADDRESSES) {
      const code = await probePort({ port, address });
      if (code === 'EADDRINUSE') {
        const sentence = `Port ${String(port)} is taken by another program: end that program, or set PORT to another number.`;
        return refused({ kind: 'port-taken', sentence });
      }
      if (code === 'EACCES') {
        const sentence = `Port ${String(port)} may not be used by this user: set PORT to a number above 1023.`;
        return refused({ kind: 'port-not-allowed', sentence });
      }
    }
  }
  return ok({ ports });
}

/** The error code of listening there, undefined when it works. A machine without IPv6 answers with a code that the caller ignores. */
async function probePort(place: { readonly port: number; readonly address: string }): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      resolve(errorCode(error));
    });
    probe.listen({ port: place.port, host: place.address, exclusive: true }, () => {
      probe.close(() => {
        resolve(undefined);
      });
    });
  });
}

/**
 * Makes the folder when missing, locks it for this process, and notes the data version in `version.json`.
 * Of any number of starts at once exactly one holds it; the lock of a process that is gone is taken over.
 */
export async function acquireDataFolder(options: {
  readonly folder: string;
  readonly dataVersion: number;
}): Promise<Result<HeldFolder, GuardFailure>> {
  const held = await lockFolder(options.folder, 'stop it first (Ctrl-C where it runs)');
  if (!held.ok) {
    return held;
  }
  const checked = await checkVersion(options);
  if (checked !== undefined) {
    await releaseDataFolder(held.value);
    return refused(checked);
  }
  return await noteVersion(held.value, options.dataVersion);
}

/**
 * Empties the folder and holds it, whatever version its data had; refuses while a Firsthand runs on it, and a folder that is not ours.
 * `stopLeftovers` runs once the folder is held and before anything is deleted: servers that a crash left behind end there.
 */
export async function resetDataFolder(options: {
  readonly folder: string;
  readonly dataVersion: number;
  readonly stopLeftovers: () => Promise<void>;
}): Promise<Result<HeldFolder, GuardFailure>> {
  const held = await lockFolder(options.folder, 'stop it (Ctrl-C where it runs), then start again with --reset');
  if (!held.ok) {
    return held;
  }
  try {
    await options.stopLeftovers();
    await emptyFolder(options.folder);
  } catch (error) {
    await releaseDataFolder(held.value);
    throw error;
  }
  // Noted last: until the folder is empty it keeps saying whose data it holds.
  return await noteVersion(held.value, options.dataVersion);
}

/** Leaves the marks of whose folder it is, and the claim of another start that is just being refused. */
async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((each) => each !== VERSION_FILE && !LOCK_FILE.test(each) && !CLAIM_FILE.test(each))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Lets the folder go. Safe to call twice. */
export async function releaseDataFolder(held: HeldFolder): Promise<void> {
  await rm(held.lockFile, { force: true });
}

async function lockFolder(folder: string, advice: string): Promise<Result<HeldFolder, GuardFailure>> {
  const ownFile = join(folder, `claim.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    if (!(await isOurs(folder))) {
      const sentence = `${folder} holds files but nothing of Firsthand: choose another data folder, or empty this one by hand.`;
      return refused({ kind: 'folder-not-ours', sentence });
    }
    await writeFile(ownFile, JSON.stringify(await identifyThisProcess()));
    const claimed = await claim({ folder, ownFile });
    if ('lockFile' in claimed) {
      return ok({ folder, lockFile: claimed.lockFile });
    }
    const sentence = `Firsthand is already running on ${folder} (process ${String(claimed.holder.pid)}): ${advice}.`;
    return refused({ kind: 'folder-in-use', sentence });
  } catch (error) {
    const failure = notWritable(folder, error);
    if (failure === undefined) {
      throw error;
    }
    return refused(failure);
  } finally {
    await rm(ownFile, { force: true }).catch(() => undefined);
  }
}

/**
 * Lock files are numbered and the highest counts. A stale one is never replaced, only outbid by the next number: making a file that
 * must not exist is atomic, so of several starts that find the same stale lock one wins. Replacing it would let a slow start delete
 * the lock of a fast one.
 */
async function claim(given: {
  readonly folder: string;
  readonly ownFile: string;
}): Promise<{ readonly lockFile: string } | { readonly holder: ProcessIdentity }> {
  for (let attempt = 0; attempt < MAX_LOCK_ATTEMPTS; attempt += 1) {
    const highest = Math.max(0, ...(await lockNumbers(given.folder)));
    const holder = highest === 0 ? 'none' : await readHolder(lockPath(given.folder, highest));
    if (holder !== 'none' && (await isRunning(holder))) {
      return { holder };
    }
    const lockFile = lockPath(given.folder, highest + 1);
    if (await linkIfFree(given.ownFile, lockFile)) {
      const numbers = await lockNumbers(given.folder);
      if (Math.max(...numbers) === highest + 1) {
        await Promise.all(numbers.filter((n) => n <= highest).map((n) => rm(lockPath(given.folder, n), { force: true })));
        return { lockFile };
      }
      // A later holder removed the number that was found free: its higher one counts.
      await rm(lockFile, { force: true });
    }
    await delay(LOCK_RETRY_DELAY_MS);
  }
  throw new Error(`The lock of ${given.folder} changed hands ${String(MAX_LOCK_ATTEMPTS)} times: start again.`);
}

async function lockNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const number = LOCK_FILE.exec(name)?.[1];
    return number === undefined ? [] : [Number.parseInt(number, 10)];
  });
}

function lockPath(folder: string, number: number): string {
  return join(folder, `running.${String(number)}.lock`);
}

async function linkIfFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/** `none` for a lock that is gone or, cut short by a full disk or a power cut, unreadable. */
async function readHolder(lockFile: string): Promise<ProcessIdentity | 'none'> {
  const content = await readJson(lockFile);
  const { pid, startedAt } = content;
  return typeof pid === 'number' ? { pid, startedAt: typeof startedAt === 'string' ? startedAt : undefined } : 'none';
}

/** A folder is ours when it is empty or holds our marks; --reset must never empty somebody's documents. */
async function isOurs(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.every((name) => CLAIM_FILE.test(name)) || names.some((name) => name === VERSION_FILE || LOCK_FILE.test(name));
}

async function checkVersion(options: { readonly folder: string; readonly dataVersion: number }): Promise<GuardFailure | undefined> {
  const file = join(options.folder, VERSION_FILE);
  const names = await readdir(options.folder);
  if (!names.includes(VERSION_FILE)) {
    return undefined;
  }
  const { dataVersion } = await readJson(file);
  if (typeof dataVersion !== 'number') {
    return { kind: 'broken-version', sentence: `${file} cannot be read: restore it, or start with --reset to empty the data folder.` };
  }
  if (dataVersion > options.dataVersion) {
    const versions = `version ${String(dataVersion)}, this one knows ${String(options.dataVersion)}`;
    const sentence = `The data in ${options.folder} was made by a newer Firsthand (${versions}): update Firsthand, or start with --reset to empty it.`;
    return { kind: 'newer-data', sentence };
  }
  return undefined;
}

async function noteVersion(held: HeldFolder, dataVersion: number): Promise<Result<HeldFolder, GuardFailure>> {
  const file = join(held.folder, VERSION_FILE);
  try {
    await writeFile(`${file}.tmp`, `${JSON.stringify({ dataVersion })}\n`);
    await rename(`${file}.tmp`, file);
    return ok(held);
  } catch (error) {
    await releaseDataFolder(held);
    const failure = notWritable(held.folder, error);
    if (failure === undefined) {
      throw error;
    }
    return refused(failure);
  }
}

/** The fields of a JSON object; none when the file is gone or holds something else. */
async function readJson(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') {
      return '';
    }
    throw error;
  });
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function notWritable(folder: string, error: unknown): GuardFailure | undefined {
  const advice = new Map([
    ['EACCES', 'give this user the right to write there'],
    ['EPERM', 'give this user the right to write there'],
    ['EROFS', 'its disk is read-only, so move the checkout to another one'],
    ['ENOSPC', 'its disk is full, so make room'],
    ['ENOTDIR', 'a file is in its way, so move that file'],
    ['EEXIST', 'a file is in its way, so move that file'],
  ]).get(errorCode(error) ?? '');
  return advice === undefined
    ? undefined
    : { kind: 'folder-not-writable', sentence: `The data folder ${folder} cannot be written: ${advice}.` };
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
