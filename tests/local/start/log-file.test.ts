/** The log of `npm start`: one file per run, and the run before. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { logFileName, openLogFile, previousLogFileName } from '../../../api/local/log-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-log-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...lines: readonly string[]): Promise<void> {
  const log = await openLogFile(folder);
  lines.forEach(log.write);
  await log.close();
}

it('holds the lines of one run, each on a line of its own', async () => {
  await run('one', 'two');
  expect(await readFile(join(folder, logFileName), 'utf8')).toBe('one\ntwo\n');
});

it('is kept once when the next run begins, and gone with the one after', async () => {
  for (const line of ['first', 'second', 'third']) await run(line);
  expect((await readdir(folder)).sort()).toEqual([logFileName, previousLogFileName]);
  expect(await readFile(join(folder, logFileName), 'utf8')).toBe('third\n');
  expect(await readFile(join(folder, previousLogFileName), 'utf8')).toBe('second\n');
});

it('that cannot be written ends nothing', async () => {
  await rm(folder, { recursive: true });
  await expect(run('lost')).resolves.toBeUndefined();
});
