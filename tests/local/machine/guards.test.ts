/** Start-up guards: real ports, real folders, real processes that race and are killed. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireDataFolder, findTakenPort, releaseDataFolder, resetDataFolder } from '../../../api/local/machine/guards.ts';
import { identifyThisProcess } from '../../../api/local/machine/process-identity.ts';
import { killHard, startProgram, type HeldProcess } from './held-process.ts';

const RACING_STARTS = 6;
const RACING_CLAIMS = 40;

let root = '';
let programs: HeldProcess[] = [];
const stopNothing = async (): Promise<void> => {
  await Promise.resolve();
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'firsthand-guards-'));
});

afterEach(async () => {
  await Promise.all(programs.map(killHard));
  programs = [];
  await rm(root, { recursive: true, force: true });
});

function hold(folder: string): HeldProcess {
  const held = startProgram('hold-folder.ts', folder);
  programs.push(held);
  return held;
}

async function listen(host: string): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { server, port };
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

test.each(['127.0.0.1', '0.0.0.0'])('a port that another program has on %s is named, and is free once that program ends', async (host) => {
  const { server, port } = await listen(host);
  const free = await listen('127.0.0.1');
  await close(free.server);
  expect(await findTakenPort([free.port, port])).toEqual({
    ok: false,
    failure: {
      kind: 'port-taken',
      sentence: `Port ${String(port)} is taken by another program: end that program, or set PORT to another number.`,
    },
  });
  await close(server);
  expect((await findTakenPort([free.port, port])).ok).toBe(true);
});

test('a missing folder is made, held once, and free again after it is let go', async () => {
  const folder = join(root, 'deep', '.data');
  const first = await acquireDataFolder({ folder, dataVersion: 3 });
  expect(first.ok).toBe(true);
  expect(JSON.parse(await readFile(join(folder, 'version.json'), 'utf8'))).toEqual({ dataVersion: 3 });
  const second = await acquireDataFolder({ folder, dataVersion: 3 });
  expect(second).toMatchObject({ ok: false, failure: { kind: 'folder-in-use' } });
  if (first.ok) {
    await releaseDataFolder(first.value);
    await releaseDataFolder(first.value);
  }
  expect((await acquireDataFolder({ folder, dataVersion: 3 })).ok).toBe(true);
  expect(await readdir(folder)).toEqual(['running.1.lock', 'version.json']);
});

test('a second start names the process that holds the folder, and --reset refuses while it runs', async () => {
  const folder = join(root, '.data');
  const holder = hold(folder);
  expect(await holder.answer).toMatchObject({ ok: true });
  await writeFile(join(folder, 'precious'), '');
  const pid = String(holder.child.pid);
  expect(await acquireDataFolder({ folder, dataVersion: 1 })).toEqual({
    ok: false,
    failure: {
      kind: 'folder-in-use',
      sentence: `Firsthand is already running on ${folder} (process ${pid}): stop it first (Ctrl-C where it runs).`,
    },
  });
  const reset = await resetDataFolder({ folder, dataVersion: 1, stopLeftovers: stopNothing });
  expect(reset).toMatchObject({ ok: false, failure: { kind: 'folder-in-use', sentence: expect.stringContaining('--reset') as string } });
  expect(await readdir(folder)).toContain('precious');
});

test('the lock of a killed start is taken over', async () => {
  const folder = join(root, '.data');
  const holder = hold(folder);
  await holder.answer;
  await killHard(holder);
  const acquired = await acquireDataFolder({ folder, dataVersion: 1 });
  expect(acquired).toMatchObject({ ok: true });
  expect(await readdir(folder)).toEqual(['running.2.lock', 'version.json']);
});

test.runIf(process.platform === 'linux')('the lock of a process whose number was given to another one is taken over', async () => {
  const folder = join(root, '.data');
  await mkdir(folder);
  const { pid, startedAt } = await identifyThisProcess();
  await writeFile(join(folder, 'running.1.lock'), JSON.stringify({ pid, startedAt: `${String(startedAt)}0` }));
  expect((await acquireDataFolder({ folder, dataVersion: 1 })).ok).toBe(true);
});

test('a lock that was cut short by a power cut is taken over', async () => {
  const folder = join(root, '.data');
  await mkdir(folder);
  await writeFile(join(folder, 'running.7.lock'), '');
  expect((await acquireDataFolder({ folder, dataVersion: 1 })).ok).toBe(true);
});

test('of many starts at once on a stale lock exactly one holds the folder', { timeout: 20_000 }, async () => {
  const folder = join(root, '.data');
  const stale = hold(folder);
  await stale.answer;
  await killHard(stale);
  const starts = Array.from({ length: RACING_STARTS }, () => hold(folder));
  const answers = await Promise.all(starts.map(({ answer }) => answer));
  expect(answers.filter(({ ok }) => ok === true)).toHaveLength(1);
});

test('of many claims at once exactly one wins, round after round, and the rest say who', { timeout: 20_000 }, async () => {
  const folder = join(root, '.data');
  await mkdir(folder);
  for (let round = 1; round <= 10; round += 1) {
    await writeFile(join(folder, `running.${String(round * 10)}.lock`), JSON.stringify({ pid: 2 ** 22 + round }));
    const results = await Promise.all(Array.from({ length: RACING_CLAIMS }, () => acquireDataFolder({ folder, dataVersion: 1 })));
    const winners = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(winners).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.failure.kind === 'folder-in-use')).toHaveLength(RACING_CLAIMS - 1);
    await Promise.all(winners.map(releaseDataFolder));
    expect(await readdir(folder)).toEqual(['version.json']);
  }
});

test('data of a newer version is left alone, data of an older one is accepted', async () => {
  const folder = join(root, '.data');
  await mkdir(folder);
  await writeFile(join(folder, 'version.json'), '{"dataVersion":4}');
  expect(await acquireDataFolder({ folder, dataVersion: 3 })).toEqual({
    ok: false,
    failure: {
      kind: 'newer-data',
      sentence:
        `The data in ${folder} was made by a newer Firsthand (version 4, this one knows 3): ` +
        'update Firsthand, or start with --reset to empty it.',
    },
  });
  expect(await readdir(folder)).toEqual(['version.json']);
  expect(await readFile(join(folder, 'version.json'), 'utf8')).toBe('{"dataVersion":4}');
  expect((await acquireDataFolder({ folder, dataVersion: 5 })).ok).toBe(true);
});

test.each(['', 'not json', '{"dataVersion":"4"}', '[]', 'null'])('a version file that says %j is not guessed at', async (content) => {
  const folder = join(root, '.data');
  await mkdir(folder);
  await writeFile(join(folder, 'version.json'), content);
  expect(await acquireDataFolder({ folder, dataVersion: 3 })).toMatchObject({ ok: false, failure: { kind: 'broken-version' } });
});

test('--reset empties newer data after its leftovers were stopped, and holds the folder', async () => {
  const folder = join(root, '.data');
  await mkdir(join(folder, 'postgres'), { recursive: true });
  await writeFile(join(folder, 'postgres', 'row'), 'x');
  await writeFile(join(folder, 'version.json'), '{"dataVersion":9}');
  let seen: readonly string[] = [];
  const reset = await resetDataFolder({
    folder,
    dataVersion: 1,
    stopLeftovers: async () => {
      seen = await readdir(folder);
    },
  });
  expect(reset.ok).toBe(true);
  expect(seen).toContain('postgres');
  expect(await readdir(folder)).toEqual(['running.1.lock', 'version.json']);
  expect(JSON.parse(await readFile(join(folder, 'version.json'), 'utf8'))).toEqual({ dataVersion: 1 });
  expect(await acquireDataFolder({ folder, dataVersion: 1 })).toMatchObject({ ok: false, failure: { kind: 'folder-in-use' } });
});

test('a reset whose leftovers cannot be stopped deletes nothing and lets the folder go', async () => {
  const folder = join(root, '.data');
  await mkdir(folder);
  await writeFile(join(folder, 'version.json'), '{"dataVersion":1}');
  const reset = resetDataFolder({ folder, dataVersion: 1, stopLeftovers: () => Promise.reject(new Error('cannot be stopped')) });
  await expect(reset).rejects.toThrow('cannot be stopped');
  expect(await readdir(folder)).toEqual(['version.json']);
});

test('a folder with files of somebody else is neither used nor emptied', async () => {
  await writeFile(join(root, 'thesis.txt'), 'years of work');
  const results = [
    await acquireDataFolder({ folder: root, dataVersion: 1 }),
    await resetDataFolder({ folder: root, dataVersion: 1, stopLeftovers: stopNothing }),
  ];
  expect(results).toMatchObject([
    { ok: false, failure: { kind: 'folder-not-ours' } },
    { ok: false, failure: { kind: 'folder-not-ours' } },
  ]);
  expect(await readdir(root)).toEqual(['thesis.txt']);
});

test('a file in the place of the folder is named', async () => {
  await writeFile(join(root, '.data'), '');
  expect(await acquireDataFolder({ folder: join(root, '.data'), dataVersion: 1 })).toMatchObject({
    ok: false,
    failure: { kind: 'folder-not-writable', sentence: expect.stringContaining('a file is in its way') as string },
  });
});

test.runIf(process.platform === 'linux')('a folder that this user may not write is named', async () => {
  // Root may write anywhere but in the kernel's own file systems.
  const folder = process.getuid?.() === 0 ? '/sys/firsthand' : join(root, '.data');
  await chmod(root, 0o555);
  expect(await acquireDataFolder({ folder, dataVersion: 1 })).toMatchObject({
    ok: false,
    failure: { kind: 'folder-not-writable', sentence: expect.stringContaining(`The data folder ${folder} cannot be written: `) as string },
  });
  await chmod(root, 0o755);
});
