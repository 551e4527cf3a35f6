/** PostgreSQL on a bare machine: real servers, real kill -9. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { removePostgres, startPostgres } from '../../../api/local/machine/postgres.ts';
import { killHard, runs, startProgram } from './held-process.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const GONE = { timeout: 5_000, interval: 25 };

let root = '';
const lastingFolders = new Set<string>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'firsthand-postgres-'));
  await chmod(root, 0o755);
});

afterAll(async () => {
  // In a temporary folder closed to others, root's databases are elsewhere.
  for (const dataFolder of lastingFolders) {
    await removePostgres({ dataFolder });
  }
  await rm(root, { recursive: true, force: true });
});

function lastingFolder(name: string): string {
  const dataFolder = join(root, name);
  lastingFolders.add(dataFolder);
  return dataFolder;
}

async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(url: string): Promise<number> {
  const [row] = await query(url, "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid");
  return Number(row?.['pid']);
}

test('an acknowledged row survives a stop and a second start, and the second start makes no new cluster', { timeout: 20_000 }, async () => {
  const dataFolder = lastingFolder('lasting');
  const first = await startPostgres({ dataFolder });
  await query(first.url, "create table kept (word text); insert into kept values ('tag')");
  await first.stop();
  await first.stop();
  const startedAt = performance.now();
  const second = await startPostgres({ dataFolder });
  const tookMs = performance.now() - startedAt;
  try {
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'tag' }]);
    expect(tookMs).toBeLessThan(1_500);
  } finally {
    await second.stop();
  }
});

test('the server is UTF8 in UTC, syncs, listens on this machine alone, and refuses a wrong password', { timeout: 20_000 }, async () => {
  const server = await startPostgres({ dataFolder: lastingFolder('settings') });
  try {
    const [row] = await query(
      server.url,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('fsync') as fsync,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        (select datlocale from pg_database where datname = 'postgres') as locale`,
    );
    expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', fsync: 'on', addresses: '127.0.0.1', sockets: '', locale: 'C.UTF-8' });
    const forged = new URL(server.url);
    forged.password = 'wrong';
    await expect(query(forged.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  } finally {
    await server.stop();
  }
});

test('a disposable server does not sync, and leaves no data behind', { timeout: 20_000 }, async () => {
  const dataFolder = join(root, 'disposable');
  const server = await startPostgres({ dataFolder, isDisposable: true });
  expect(await query(server.url, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'off' }]);
  await server.stop();
  expect(await readdir(dataFolder)).not.toContain('cluster');
});

test('values of a failing statement reach no log', { timeout: 20_000 }, async () => {
  const lines: string[] = [];
  const server = await startPostgres({ dataFolder: join(root, 'quiet'), isDisposable: true, log: (line) => lines.push(line) });
  await expect(
    query(server.url, "create table one (word text primary key); insert into one values ('secret-word'), ('secret-word')"),
  ).rejects.toThrow(/duplicate key/);
  await vi.waitFor(() => {
    expect(lines.join('\n')).toContain('duplicate key');
  }, GONE);
  await server.stop();
  expect(lines.join('\n')).not.toContain('secret-word');
});

test('a start that is killed takes its server with it', { timeout: 20_000 }, async () => {
  const held = startProgram('hold-postgres.ts', lastingFolder('killed'));
  const { url } = await held.answer;
  const pid = await serverPid(String(url));
  expect(await runs(pid)).toBe(true);
  await killHard(held);
  await vi.waitFor(async () => {
    expect(await runs(pid)).toBe(false);
  }, GONE);
});

test.runIf(process.platform === 'linux')(
  'a server that outlived its start is stopped by the next one, and no other server is',
  { timeout: 20_000 },
  async () => {
    const dataFolder = lastingFolder('orphan');
    const bystander = await startPostgres({ dataFolder: join(root, 'bystander'), isDisposable: true });
    const held = startProgram('hold-postgres.ts', dataFolder);
    const { url } = await held.answer;
    await query(String(url), "create table kept (word text); insert into kept values ('tag')");
    const pid = await serverPid(String(url));
    await killShellOf(held.child.pid ?? 0);
    await killHard(held);
    expect(await runs(pid)).toBe(true);

    const lines: string[] = [];
    const next = await startPostgres({ dataFolder, log: (line) => lines.push(line) });
    try {
      expect(lines.join('\n')).toContain(`process ${String(pid)}`);
      expect(await runs(pid)).toBe(false);
      expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'tag' }]);
      expect(await query(bystander.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await next.stop();
      await bystander.stop();
    }
  },
);

test.runIf(process.platform === 'linux')(
  'after a kill -9 of the server itself the next start recovers, even when its number belongs to another process',
  { timeout: 20_000 },
  async () => {
    const dataFolder = lastingFolder('recovered');
    const held = startProgram('hold-postgres.ts', dataFolder);
    const { url } = await held.answer;
    await query(String(url), "create table kept (word text); insert into kept values ('tag')");
    const [place] = await query(String(url), "select current_setting('data_directory') as folder");
    process.kill(await serverPid(String(url)), 'SIGKILL');
    await killHard(held);
    // The reused number: this very test process, which must live on.
    const pidFile = join(String(place?.['folder']), 'postmaster.pid');
    const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [String(process.pid), ...rest].join('\n'));

    const next = await startPostgres({ dataFolder });
    try {
      expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'tag' }]);
    } finally {
      await next.stop();
    }
  },
);

test.runIf(isRoot)('as root the server runs as another user', { timeout: 20_000 }, async () => {
  const server = await startPostgres({ dataFolder: lastingFolder('lasting') });
  try {
    const pid = await serverPid(server.url);
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
    expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).toBe((await run('id', ['-u', 'nobody'])).stdout.trim());
    expect(/^Groups:\t(.*)$/m.exec(status)?.[1]?.trim()).toBe('');
  } finally {
    await server.stop();
  }
});

test.runIf(isRoot)(
  'below a folder closed to others the data goes elsewhere, is found again, and can be removed',
  { timeout: 20_000 },
  async () => {
    const closed = join(root, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const dataFolder = join(closed, 'data');
    const lines: string[] = [];
    const first = await startPostgres({ dataFolder, log: (line) => lines.push(line) });
    await query(first.url, "create table kept (word text); insert into kept values ('tag')");
    await first.stop();
    expect(lines).toHaveLength(1);
    const elsewhere = /data is in (\S+)\/cluster/.exec(lines[0] ?? '')?.[1] ?? '';
    expect(await readdir(elsewhere)).toEqual(['cluster', 'origin.txt']);
    const second = await startPostgres({ dataFolder });
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'tag' }]);
    await second.stop();
    await removePostgres({ dataFolder });
    await expect(readdir(elsewhere)).rejects.toThrow(/ENOENT/);
  },
);

/** The watching shell is a child of the start; with it gone the server does outlive a kill -9. */
async function killShellOf(parentPid: number): Promise<void> {
  const children = (await readFile(`/proc/${String(parentPid)}/task/${String(parentPid)}/children`, 'utf8')).trim().split(' ');
  for (const pid of children) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (commandLine.startsWith('/bin/sh\0')) {
      process.kill(Number(pid), 'SIGKILL');
    }
  }
}
