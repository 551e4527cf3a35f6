/** What `npm start` says when it cannot start: one sentence that says what to do, exit code 2, and nothing left running. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFirsthand } from '../../../api/local/firsthand.ts';
import { jsonLog } from '../../../api/platform/log.ts';
import { endOf, type Ended, freePortPair, processesOf, start, startProgram } from './started.ts';

const endTimeoutMs = 20_000;
const badInput = 2;
let folder: string;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-start-'));
  port = await freePortPair();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function startWith(environment: Readonly<Record<string, string>> = {}, ...args: readonly string[]): Promise<Ended> {
  return endOf(start({ FIRSTHAND_DATA: folder, PORT: String(port), ...environment }, ...args), endTimeoutMs);
}

/** One sentence: one line, one full stop at its end and none before a space. */
async function expectRefusal({ code, stdout, stderr }: Ended, words: RegExp): Promise<void> {
  expect({ code, stdout, stderr }).toEqual({ code: badInput, stdout: '', stderr: expect.stringMatching(/^[^\n]+\.\n$/) });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/[.!?] \S/);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  expect(await processesOf(folder)).toEqual([]);
  const names = await readdir(folder).catch(() => []);
  expect(names.filter((name) => /lock|claim/.test(name))).toEqual([]);
}

async function occupied<T>(at: { readonly port: number; readonly address: string }, work: () => Promise<T>): Promise<T> {
  const server: Server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.address, resolve);
  });
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('a port that another program holds', () => {
  it('is named when it is the API port', async () => {
    const ended = await occupied({ port, address: '127.0.0.1' }, () => startWith());
    await expectRefusal(ended, new RegExp(`^Port ${port} is taken .*set PORT`));
  });

  it('is named when it is the port of the add-in, the next one', async () => {
    const ended = await occupied({ port: port + 1, address: '127.0.0.1' }, () => startWith());
    await expectRefusal(ended, new RegExp(`^Port ${port + 1} is taken .*set PORT`));
  });
});

describe('a data folder', () => {
  it('of a newer version is left as it is', async () => {
    await writeFile(join(folder, 'version.json'), '{"dataVersion":99}\n');
    await writeFile(join(folder, 'kept.txt'), 'kept');
    await expectRefusal(await startWith(), /made by a newer Firsthand \(version 99.*update Firsthand/);
    expect((await readdir(folder)).sort()).toEqual(['kept.txt', 'version.json']);
  });

  it('whose version cannot be read is left as it is', async () => {
    await writeFile(join(folder, 'version.json'), '{"dataVersion":');
    await expectRefusal(await startWith(), /version\.json cannot be read: restore it, or start with --reset/);
  });

  it.each(['', '--reset'])("with somebody else's files is refused and not emptied %s", async (arg) => {
    await writeFile(join(folder, 'thesis.txt'), 'mine');
    await expectRefusal(await startWith({}, ...(arg === '' ? [] : [arg])), /nothing of Firsthand: choose another data folder/);
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });

  it('that cannot be written because a file is in its way', async () => {
    await writeFile(join(folder, 'file'), '');
    await expectRefusal(await startWith({ FIRSTHAND_DATA: join(folder, 'file', 'data') }), /cannot be written: a file is in its way/);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('that this user may not write', async () => {
    const locked = join(folder, 'locked');
    await mkdir(locked, { mode: 0o500 });
    await expectRefusal(await startWith({ FIRSTHAND_DATA: locked }), /cannot be written: give this user the right/);
  });
});

describe('PORT', () => {
  it.each(['', 'abc', '80', '-4280', '4280.5', '1e4', '0x2000', ' 4280', '65535'])('must not be %j', async (text) => {
    await expectRefusal(await startWith({ PORT: text }), /^PORT must be a whole number from 1024 to 65534/);
  });
});

describe('DATABASE_URL', () => {
  it.each(['', 'mysql://root:hunter2@localhost/x', 'postgres://a:hunter2@h:99999/x', 'localhost:5432'])('must not be %j', async (text) => {
    const ended = await startWith({ DATABASE_URL: text });
    await expectRefusal(ended, /^DATABASE_URL must .*or remove it to use the built-in database/);
    expect(ended.stderr).not.toContain('hunter2');
  });

  it('where nothing listens is told without its password, and ends what was started', async () => {
    const ended = await startWith({ DATABASE_URL: `postgres://someone:hunter2@127.0.0.1:${port}/postgres` });
    await expectRefusal(ended, /DATABASE_URL/);
    expect(ended.stderr).not.toContain('hunter2');
  });
});

describe('an argument', () => {
  it.each(['--rest', 'reset', '-x', '--reset=yes'])('must not be %s', async (arg) => {
    await expectRefusal(await startWith({}, arg), /use npm start, or npm start -- --reset/);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('host.json', () => {
  const root = resolve(import.meta.dirname, '..', '..', '..');
  let checkout: string;
  let right: string;

  /** The sources alone: a start that refuses its input needs nothing else. */
  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'firsthand-checkout-'));
    await cp(join(root, 'api'), join(checkout, 'api'), { recursive: true });
    await cp(join(root, 'package.json'), join(checkout, 'package.json'));
    await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
    right = await readFile(join(root, 'host.json'), 'utf8');
  });

  afterEach(() => rm(checkout, { recursive: true, force: true }));

  it.each([
    ['that is not there', undefined, /^host\.json is missing or not JSON/],
    ['that is cut short', (text: string) => text.slice(0, -5), /^host\.json is missing or not JSON/],
    ['without queues', (text: string) => text.replace('"queues"', '"quests"'), /^The setting extensions\.queues in host\.json/],
    ['with a batch of 64', (text: string) => text.replace('"batchSize": 4', '"batchSize": 64'), /extensions\.queues\.batchSize .*32/],
    ['with an odd encoding', (text: string) => text.replace('"base64"', '"base32"'), /extensions\.queues\.messageEncoding .*base64/],
    ['with seconds for a duration', (text: string) => text.replace('"00:00:10"', '10'), /extensions\.queues\.visibilityTimeout/],
    ['with 90 seconds in a minute', (text: string) => text.replace('"00:00:10"', '"00:00:90"'), /visibilityTimeout .*hh:mm:ss/],
  ])('%s is told before anything is started', async (_what, change, words) => {
    if (change) {
      expect(change(right)).not.toBe(right);
      await writeFile(join(checkout, 'host.json'), change(right));
    }
    const program = join(checkout, 'api', 'local', 'start.ts');
    await expectRefusal(await endOf(startProgram(program, { FIRSTHAND_DATA: folder, PORT: String(port) }), endTimeoutMs), words);
    expect(await readdir(folder)).toEqual([]);
  });
});

it('a part that fails while others are still starting leaves none of them behind', async () => {
  const silent = (): void => undefined;
  const demo = { seed: 1, todayOn: '2026-05-04' };
  const databaseUrl = `postgres://someone@127.0.0.1:${port}/postgres`;
  const starting = startFirsthand({ dataFolder: folder, port, databaseUrl, demo, isForTest: true, log: jsonLog(silent), say: silent });
  await expect(starting).rejects.toThrow('ECONNREFUSED');
  expect(await processesOf(folder)).toEqual([]);
});
