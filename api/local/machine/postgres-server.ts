/**
 * One PostgreSQL server process: makes a cluster, starts it, stops it, and stops the one that a crash left behind.
 * Decides nothing about folders, users or passwords.
 */
import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { PostgresPlace } from './postgres-place.ts';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';

const INITDB_TIMEOUT_MS = 60_000;
const START_TIMEOUT_MS = 60_000;
const STOP_FAST_TIMEOUT_MS = 10_000;
const STOP_IMMEDIATE_TIMEOUT_MS = 5_000;
const POLL_INTERVAL_MS = 20;
const MAX_START_ATTEMPTS = 5;
const START_RETRY_DELAY_MS = 200;
const MAX_KEPT_LINES = 20;

/** Another process took the free port meanwhile, or the last child of a killed server is still going down. */
const PASSING_FAULT = /Address already in use|pre-existing shared memory block/;

/** The server also notes each start, checkpoint and stop; those lines are kept for a failed start only. */
const WORTH_REPORTING = / (?:WARNING|ERROR|FATAL|PANIC): /;

export type RunningServer = { readonly port: number; readonly stop: (mode: 'fast' | 'immediate') => Promise<void> };

type ServerOptions = { readonly place: PostgresPlace; readonly isDisposable: boolean; readonly log: (line: string) => void };

/**
 * Makes the cluster: UTF8, the built-in C.UTF-8 locale (the same order on every system), UTC, SCRAM passwords.
 * It appears under its name only when whole, so a start that is killed half-way leaves nothing that looks finished.
 */
export async function createCluster(options: ServerOptions & { readonly password: string }): Promise<void> {
  const { place } = options;
  const partial = `${place.clusterFolder}.new`;
  const passwordFile = `${place.clusterFolder}.password`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  try {
    if (place.user !== undefined) {
      await chown(partial, place.user.uid, place.user.gid);
      await chown(passwordFile, place.user.uid, place.user.gid);
    }
    await run(place.binaries.initdb, initdbArguments({ partial, passwordFile, isDisposable: options.isDisposable }), {
      ...spawnOptions(place),
      timeout: INITDB_TIMEOUT_MS,
    });
    await chmod(partial, 0o700);
    await rename(partial, place.clusterFolder);
  } catch (cause) {
    throw new Error(`PostgreSQL could not make its data directory ${place.clusterFolder}: ${reason(cause)}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function initdbArguments(given: {
  readonly partial: string;
  readonly passwordFile: string;
  readonly isDisposable: boolean;
}): readonly string[] {
  return [
    `--pgdata=${given.partial}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${given.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(given.isDisposable ? ['--no-sync'] : []),
  ];
}

function reason(cause: unknown): string {
  if (cause instanceof Error && 'stderr' in cause && typeof cause.stderr === 'string' && cause.stderr.trim() !== '') {
    return cause.stderr.trim().replaceAll('\n', ' ');
  }
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Starts the server on a free port of 127.0.0.1 and resolves when it accepts connections. If this process goes away without
 * stopping it, even by kill -9, the server shuts itself down. Throws with the server's last lines when it does not come up.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const outcome = await launch(options, port);
    if (outcome.isReady) {
      return { port, stop: outcome.stop };
    }
    if (attempt >= MAX_START_ATTEMPTS || !PASSING_FAULT.test(outcome.lines)) {
      throw new Error(`PostgreSQL did not start on ${options.place.clusterFolder}: ${outcome.lines}`);
    }
    await delay(START_RETRY_DELAY_MS);
  }
}

type LaunchOutcome = { readonly isReady: true; readonly stop: RunningServer['stop'] } | { readonly isReady: false; readonly lines: string };

async function launch(options: ServerOptions, port: number): Promise<LaunchOutcome> {
  const { place } = options;
  const child = spawn(place.binaries.postgres, serverArguments({ place, port, isDisposable: options.isDisposable }), {
    ...spawnOptions(place),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kept: string[] = [];
  let isStopping = false;
  let isReady = false;
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      kept.push(error.message);
      resolve();
    });
    child.once('close', () => {
      resolve();
    });
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      kept.push(line);
      kept.splice(0, kept.length - MAX_KEPT_LINES);
      if (!isStopping && WORTH_REPORTING.test(line)) {
        options.log(line);
      }
      if (line.includes('database system is ready to accept connections')) {
        isReady = true;
        resolve();
      }
    });
  });
  bindToThisProcess(child, place, exited);
  await Promise.race([ready, exited, delay(START_TIMEOUT_MS, undefined, { ref: false })]);
  if (!isReady) {
    await stopChild(child, { place, exited, mode: 'immediate' });
    return { isReady: false, lines: kept.join(' ') };
  }
  void exited.then(() => {
    if (!isStopping) {
      options.log('PostgreSQL went away without being asked to.');
    }
  });
  const stop = async (mode: 'fast' | 'immediate'): Promise<void> => {
    isStopping = true;
    await stopChild(child, { place, exited, mode });
  };
  return { isReady: true, stop };
}

function serverArguments(given: {
  readonly place: PostgresPlace;
  readonly port: number;
  readonly isDisposable: boolean;
}): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Neither the text of a failed statement nor the values in an error's detail may reach a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(given.isDisposable ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  };
  // -D comes first and another option follows: findOrphan reads the folder between the two.
  return [
    '-D',
    given.place.clusterFolder,
    '-p',
    String(given.port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/**
 * Ends the server when this process ends. `exit` covers an ordinary end; for kill -9 a shell waits on a pipe that closes with us.
 * The shell runs as the server's user, so it can only ever signal that user's processes.
 */
function bindToThisProcess(child: ChildProcess, place: PostgresPlace, exited: Promise<void>): void {
  const { pid } = child;
  if (pid === undefined) {
    return;
  }
  const signalOnExit = (): void => {
    child.kill('SIGINT');
  };
  process.once('exit', signalOnExit);
  const watchdog =
    process.platform === 'win32'
      ? undefined
      : spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(pid)], {
          ...spawnOptions(place),
          detached: true,
          stdio: ['pipe', 'ignore', 'ignore'],
        });
  watchdog?.once('error', () => undefined);
  watchdog?.stdin?.once('error', () => undefined);
  void exited.then(() => {
    process.removeListener('exit', signalOnExit);
    watchdog?.kill('SIGKILL');
  });
}

async function stopChild(
  child: ChildProcess,
  given: { readonly place: PostgresPlace; readonly exited: Promise<void>; readonly mode: 'fast' | 'immediate' },
): Promise<void> {
  const { pid } = child;
  if (pid === undefined) {
    return;
  }
  const isGone = async (timeoutMs: number): Promise<boolean> =>
    await Promise.race([given.exited.then(() => true), delay(timeoutMs, false, { ref: false })]);
  await stopByStages({ pid, place: given.place, mode: given.mode, isGone });
}

/** Fast shutdown (open transactions roll back), then immediate (the next start recovers from the log), then the kill nobody can refuse. */
async function stopByStages(given: {
  readonly pid: number;
  readonly place: PostgresPlace;
  readonly mode: 'fast' | 'immediate';
  readonly isGone: (timeoutMs: number) => Promise<boolean>;
}): Promise<void> {
  const stages = [
    { signal: 'INT', timeoutMs: STOP_FAST_TIMEOUT_MS },
    { signal: 'QUIT', timeoutMs: STOP_IMMEDIATE_TIMEOUT_MS },
    { signal: 'KILL', timeoutMs: STOP_IMMEDIATE_TIMEOUT_MS },
  ] as const;
  for (const stage of given.mode === 'fast' ? stages : stages.slice(1)) {
    await sendSignal({ pid: given.pid, signal: stage.signal, place: given.place });
    if (await given.isGone(stage.timeoutMs)) {
      return;
    }
  }
  throw new Error(`PostgreSQL (process ${String(given.pid)}) cannot be stopped: end it by hand.`);
}

async function sendSignal(given: {
  readonly pid: number;
  readonly signal: 'INT' | 'QUIT' | 'KILL';
  readonly place: PostgresPlace;
}): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl hands them over by the server's own named pipe.
    await run(given.place.binaries.pgCtl, ['kill', given.signal, String(given.pid)]).catch(() => undefined);
    return;
  }
  try {
    process.kill(given.pid, `SIG${given.signal}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}

/**
 * Stops the server that a crash left running on exactly this cluster; leaves every other PostgreSQL alone.
 * The caller holds the data folder, so no running Firsthand can be its owner. Returns the process id it stopped, if any.
 */
export async function stopOrphan(place: PostgresPlace): Promise<number | undefined> {
  const pidFile = join(place.clusterFolder, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const pid = Number.parseInt(text, 10);
  const isOurs = Number.isInteger(pid) && pid > 1 && (await isServerOf(pid, place.clusterFolder));
  if (isOurs) {
    const isGone = async (timeoutMs: number): Promise<boolean> => {
      for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += POLL_INTERVAL_MS) {
        if (!(await isServerOf(pid, place.clusterFolder))) {
          return true;
        }
        await delay(POLL_INTERVAL_MS);
      }
      return false;
    };
    await stopByStages({ pid, place, mode: 'fast', isGone });
  }
  // A killed server leaves the file, and PostgreSQL would refuse to start if its number now belongs to another process.
  await rm(pidFile, { force: true });
  return isOurs ? pid : undefined;
}

/** Whether this process is a PostgreSQL server on this cluster, judged by its command line. A process that has ended has none. */
async function isServerOf(pid: number, clusterFolder: string): Promise<boolean> {
  const commandLine = await readCommandLine(pid);
  return commandLine.includes('postgres') && commandLine.includes(` -D ${clusterFolder} -p `);
}

async function readCommandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
    return text.replaceAll('\0', ' ');
  }
  const [command, ...words] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter "ProcessId=${String(pid)}").CommandLine`]
      : ['ps', '-ww', '-o', 'args=', '-p', String(pid)];
  const answer = await run(command, words).catch(() => ({ stdout: '' }));
  return answer.stdout;
}

async function findFreePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

/** English messages and UTC whatever the machine speaks; a working folder that the server's user can enter. */
function spawnOptions(place: PostgresPlace): {
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
} {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return {
    ...place.user,
    cwd: dirname(place.clusterFolder),
    env: { PATH, SystemRoot, TEMP, TMPDIR, LC_ALL: 'C', TZ: 'UTC' },
  };
}
