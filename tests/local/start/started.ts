/** Runs `api/local/start.ts` as a terminal would: a process group of its own, and a way to see what it leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPostgresPlace } from '../../../api/local/machine/postgres-place.ts';
import { isRunning } from '../../../api/local/machine/process-identity.ts';

const program = fileURLToPath(new URL('../../../api/local/start.ts', import.meta.url));
const firstPort = 20_000;
const ports = 10_000;
const maxPortAttempts = 50;
const pollEveryMs = 50;

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  /** Resolves when the process is gone and all it said is read. */
  readonly ended: Promise<Ended>;
}

export function start(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Started {
  return startProgram(program, environment, ...args);
}

/** The `start.ts` of another checkout. */
export function startProgram(path: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): Started {
  const inherited: NodeJS.ProcessEnv = { ...process.env, NODE_OPTIONS: '' };
  delete inherited['DATABASE_URL'];
  const child = spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...environment },
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
  return { child, output: () => ({ stdout, stderr }), ended };
}

/** Waits for the end; a process that outstays `timeoutMs` is killed and told of. */
export async function endOf(started: Started, timeoutMs: number): Promise<Ended> {
  const over = new AbortController();
  const late = sleep(timeoutMs, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
  const outcome = await Promise.race([started.ended, late]);
  over.abort();
  if (outcome !== 'late') return outcome;
  signal(started, 'SIGKILL');
  const { stdout, stderr } = started.output();
  throw new Error(`it still ran after ${timeoutMs} ms, having said: ${stdout} ${stderr}`);
}

/** To the whole process group, as a terminal does for Ctrl-C. */
export function signal({ child }: Started, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, name);
}

/** Polls until the condition holds; throws with `what` otherwise. */
export async function until(what: () => string, timeoutMs: number, isTrue: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + timeoutMs;
  while (performance.now() < giveUpAtMs) {
    if (await isTrue()) return;
    await sleep(pollEveryMs);
  }
  throw new Error(`not within ${timeoutMs} ms: ${what()}`);
}

/** A port that is free together with the next one. */
export async function freePortPair(): Promise<number> {
  for (let attempt = 0; attempt < maxPortAttempts; attempt += 1) {
    const port = firstPort + 2 * Math.floor((Math.random() * ports) / 2);
    if ((await canListen(port)) && (await canListen(port + 1))) return port;
  }
  throw new Error('no free pair of ports');
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Running processes that came from starts on this data folder, by environment, command or working folder; also the database's where
 * root keeps it elsewhere. Linux only: elsewhere none is seen.
 */
export async function processesOf(dataFolder: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const clusters = process.getuid?.() === 0 ? await clusterFolder(dataFolder) : [];
  const folders = [dataFolder, ...clusters];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await belongsTo(pid, folders)) ? [await nameOf(pid)] : [])));
  return found.flat();
}

/** Only of a start that came as far as its database: looking must not make the folders. */
async function clusterFolder(dataFolder: string): Promise<readonly string[]> {
  const postgres = join(dataFolder, 'postgres');
  const names = await readdir(dataFolder).catch((): string[] => []);
  if (!names.includes('postgres')) return [];
  return [(await findPostgresPlace({ dataFolder: postgres, isDisposable: false })).clusterFolder];
}

async function belongsTo(pid: number, folders: readonly string[]): Promise<boolean> {
  const read = (file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const folderOf = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  const texts = [await read('environ'), await read('cmdline'), folderOf];
  return (
    pid !== process.pid &&
    texts.some((text) => folders.some((folder) => text.includes(folder))) &&
    (await isRunning({ pid, startedAt: undefined }))
  );
}

async function nameOf(pid: number): Promise<string> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return `${pid} ${command.replaceAll('\0', ' ').trim()}`;
}
