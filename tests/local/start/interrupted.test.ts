/** Ctrl-C before `npm start` is ready: it ends within seconds by the signal's own code and leaves nothing behind. */
import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removePostgres } from '../../../api/local/machine/postgres.ts';
import { endOf, freePortPair, processesOf, signal, start, type Started, until } from './started.ts';

const underWayTimeoutMs = 30_000;
/** "Within some seconds" on a machine that does other things too. */
const stopTimeoutMs = 15_000;
const goneTimeoutMs = 5_000;

let folder: string;
let started: Started;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-interrupted-'));
  started = start({ FIRSTHAND_DATA: folder, PORT: String(await freePortPair()) });
});

afterEach(async () => {
  signal(started, 'SIGKILL');
  await started.ended;
  await removePostgres({ dataFolder: join(folder, 'postgres') });
  await rm(folder, { recursive: true, force: true });
});

async function exists(name: string): Promise<boolean> {
  return access(join(folder, name)).then(
    () => true,
    () => false,
  );
}

const moments = {
  'the folder is held': () => exists('version.json'),
  'the database is being made': () => exists('postgres'),
  'the queue runs': async () => (await processesOf(folder)).some((name) => name.includes('queue-process')),
} as const satisfies Record<string, () => Promise<boolean>>;

it.each([
  ['the folder is held', 'SIGTERM', 143],
  ['the database is being made', 'SIGINT', 130],
  ['the queue runs', 'SIGINT', 130],
  ['the queue runs', 'SIGTERM', 143],
] as const)('as soon as %s, %s ends it with %i', async (moment, name, code) => {
  await until(() => `${moment}: ${JSON.stringify(started.output())}`, underWayTimeoutMs, moments[moment]);
  expect(started.output().stdout).not.toContain('Firsthand is ready');
  // A terminal signals the whole group; a service manager only the process that it started.
  if (name === 'SIGINT') signal(started, name);
  else started.child.kill(name);

  const ended = await endOf(started, stopTimeoutMs);
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code, stderr: '' });
  expect(ended.stdout).not.toContain('Firsthand is ready');
  await until(
    () => 'processes are left',
    goneTimeoutMs,
    async () => (await processesOf(folder)).length === 0,
  );
  expect((await readdir(folder)).filter((file) => /lock|claim/.test(file))).toEqual([]);
});
