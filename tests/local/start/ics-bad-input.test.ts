/** What `npm start -- --calendar` says when it cannot read a calendar: one sentence with file and line, exit code 2, and nothing begun. */
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar, event } from '../microsoft/ics-text.ts';
import { endOf, type Ended, freePortPair, start } from './started.ts';

const endTimeoutMs = 20_000;
const badInput = 2;
const me = 'kim@halden.example';
const meeting = event('DTSTART:20260504T100000Z', `ATTENDEE:mailto:${me}`, 'ATTENDEE:mailto:dana@contoso.example', 'SUMMARY:Gespräch');
const accounts = (...rows: readonly string[]): string => ['account_id,name,domains,revenue,currency,owner', ...rows, ''].join('\n');

let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-ics-'));
  port = await freePortPair();
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'good.ics'), calendar(meeting));
  await writeFile(join(folder, 'other.txt'), 'Dear diary');
  await writeFile(join(folder, 'cut.ics'), calendar(meeting).slice(0, -40));
  await writeFile(join(folder, 'latin1.ics'), calendar(meeting), 'latin1');
  await writeFile(join(folder, 'utf16.ics'), calendar(meeting), 'utf16le');
  await writeFile(join(folder, 'bad.csv'), accounts('1,Contoso,contoso,5,EUR,'));
  await writeFile(join(folder, 'stranger.csv'), accounts('1,Contoso,contoso.com,5,EUR,sam@halden.example'));
  await writeFile(join(folder, 'two.csv'), accounts('1,Contoso,contoso.com,5,EUR,', '2,Fabrikam,fabrikam.com,5,USD,'));
  const large = await open(join(folder, 'large.ics'), 'w');
  await large.truncate(200_000_000);
  await large.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function startWith(...args: readonly string[]): Promise<Ended> {
  return endOf(start({ FIRSTHAND_DATA: join(folder, 'data'), PORT: String(port), INIT_CWD: folder }, ...args), endTimeoutMs);
}

/** One sentence: one line, one full stop at its end and none before a space. */
async function expectRefusal({ code, stdout, stderr }: Ended, words: RegExp): Promise<void> {
  expect({ code, stdout, stderr }).toEqual({ code: badInput, stdout: '', stderr: expect.stringMatching(/^[^\n]+\.\n$/) });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/[.!?] \S/);
  expect((await readdir(folder)).filter((name) => name.startsWith('data'))).toEqual([]);
}

describe('a calendar is refused', () => {
  it.each([
    ['other.txt', /^other\.txt, line 1: this is not a calendar/],
    ['cut.ics', /^cut\.ics, line 3: the file is cut off/],
    ['latin1.ics', /^latin1\.ics, line 8: this line is not in UTF-8/],
    ['utf16.ics', /^utf16\.ics, line 1: .*UTF-16/],
    ['large.ics', /^large\.ics, line 1: the file has 200 MB, and 100 MB is the most/],
    ['nowhere.ics', /^nowhere\.ics: there is no such file/],
    ['a-folder', /^a-folder is no file/],
  ])('%s', async (file, words) => {
    await expectRefusal(await startWith('--calendar', file, '--me', me), words);
  });

  it('of somebody else', async () => {
    const ended = await startWith('--calendar', 'good.ics', '--me', 'ann@halden.example');
    await expectRefusal(ended, /^good\.ics, line 1: nobody in this calendar has the address --me ann@halden\.example/);
  });

  it.each([[[]], [['--me', 'kim']], [['--me', '']]])('without its owner’s address: %j', async (args) => {
    await expectRefusal(await startWith('--calendar', 'good.ics', ...args), /^--me must be the mail address/);
  });
});

describe('accounts are refused', () => {
  it.each([
    ['bad.csv', /^bad\.csv, line 2, domains: This is not an internet domain/],
    ['stranger.csv', /^stranger\.csv, line 2, owner: sam@halden\.example is not --me/],
    ['two.csv', /^two\.csv, line 3, currency: USD stands below EUR/],
    ['other.txt', /^other\.txt, line 1: /],
    ['nowhere.csv', /^nowhere\.csv: there is no such file/],
  ])('%s', async (file, words) => {
    await expectRefusal(await startWith('--calendar', 'good.ics', '--me', me, '--accounts', file), words);
  });

  it('without a calendar', async () => {
    await expectRefusal(await startWith('--accounts', 'two.csv'), /^--accounts goes with --calendar/);
  });
});
