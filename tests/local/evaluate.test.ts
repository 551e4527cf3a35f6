/** `npm run evaluate` as a command: what it prints, and with which sentence and exit code it refuses. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = resolve(import.meta.dirname, '../../api/local/evaluate.ts');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-evaluate-'));
  await writeFile(join(folder, 'good.csv'), 'location-text,label\nZoom,virtual\n"Room 4, 2nd floor",in-person\n');
  await writeFile(join(folder, 'bad.csv'), 'place,label\nZoom,virtual\n');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

async function evaluate(...args: readonly string[]): Promise<Ended> {
  return await new Promise((resolveEnded) => {
    const child = execFile(process.execPath, [command, ...args], { cwd: folder }, (_, output, errors) => {
      resolveEnded({ code: child.exitCode ?? -1, output, errors });
    });
  });
}

describe('npm run evaluate', () => {
  it('prints a page', async () => {
    const { code, output } = await evaluate('good.csv');
    expect(code).toBe(0);
    expect(output).toMatch(/all known +2 +2 +100\.0 % +100\.0 %/);
  });

  it('prints the same as JSON', async () => {
    const { code, output } = await evaluate('good.csv', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ overall: { rows: 2, committed: 2, coverage: 1, precision: 1 }, mistakes: [] });
  });

  it.each([
    ['a file that is not there', ['none.csv'], 'none.csv does not exist.\n'],
    ['a folder', ['.'], '. is a folder.\n'],
    ['a file without the columns', ['bad.csv'], 'bad.csv has no column location_text; it has place, label.\n'],
    ['no file', [], 'Name one file: npm run evaluate -- FILE.csv [--json]\n'],
    ['two files', ['good.csv', 'bad.csv'], 'Name one file: npm run evaluate -- FILE.csv [--json]\n'],
    ['an option that it does not know', ['good.csv', '--xml'], 'Name one file: npm run evaluate -- FILE.csv [--json]\n'],
  ])('refuses %s in one sentence, with code 2', async (_, args, errors) => {
    expect(await evaluate(...args)).toEqual({ code: 2, output: '', errors });
  });
});
