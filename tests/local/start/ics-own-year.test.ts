/** One life of `npm start -- --calendar`: the calendar is read by the pipeline, accounts are proposed, and the demo tenant's folder stays as it was. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type CallAs, apiClient } from '../../../api/local/api-client.ts';
import { removePostgres } from '../../../api/local/machine/postgres.ts';
import { calendar, event } from '../microsoft/ics-text.ts';
import { freePortPair, signal, start, type Started, until } from './started.ts';

const readTimeoutMs = 90_000;
const dayMs = 86_400_000;
const me = 'kim@halden-instruments.com';
const Personas = z.array(z.object({ id: z.string(), roles: z.array(z.string()) }));
const Token = z.object({ accessToken: z.string() });

let folder: string;
let port: number;
let firsthand: Started;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-own-'));
  port = await freePortPair();
  await writeFile(join(folder, 'mine.ics'), ownCalendar());
  const data = { FIRSTHAND_DATA: join(folder, 'data'), PORT: String(port), INIT_CWD: folder };
  firsthand = start(data, '--calendar', 'mine.ics', '--me', me);
  const said = (): string => JSON.stringify(firsthand.output());
  await until(
    said,
    readTimeoutMs,
    async () => firsthand.output().stdout.includes('Your calendar is read.') || firsthand.child.exitCode !== null,
  );
  expect(firsthand.child.exitCode, said()).toBeNull();
}, readTimeoutMs);

afterAll(async () => {
  signal(firsthand, 'SIGINT');
  await firsthand.ended;
  await removePostgres({ dataFolder: join(folder, 'data-calendar', 'postgres') });
  await rm(folder, { recursive: true, force: true });
});

/** Ten weeks with Contoso, one of them private; one lunch with Fabrikam; one meeting among ourselves. */
function ownCalendar(): string {
  const stamp = (daysAgo: number): string =>
    `${new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10).replaceAll('-', '')}T100000Z`;
  const hour = (daysAgo: number): readonly string[] => [
    `DTSTART:${stamp(daysAgo)}`,
    'DURATION:PT1H',
    `ORGANIZER;CN=Kim Halden:mailto:${me}`,
  ];
  const dana = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@contoso.com';
  return calendar(
    event('UID:weekly', ...hour(100), 'RRULE:FREQ=WEEKLY;COUNT=10', dana),
    event('UID:private', ...hour(20), 'CLASS:PRIVATE', dana),
    event('UID:lunch', ...hour(10), 'ATTENDEE:mailto:sam@fabrikam.co.uk', 'LOCATION:Trattoria'),
    event('UID:us', ...hour(9), 'ATTENDEE:mailto:ann@halden-instruments.com'),
  );
}

async function get(path: string): Promise<unknown> {
  return (await fetch(`http://localhost:${port}${path}`)).json();
}

async function as(role: string): Promise<CallAs> {
  const persona = Personas.parse(await get('/local/personas')).find(({ roles }) => roles.includes(role));
  const headers = { 'content-type': 'application/json' };
  const token = async (): Promise<string> => {
    const answer = await fetch(`http://localhost:${port}/local/token`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ persona: persona?.id }),
    });
    return Token.parse(await answer.json()).accessToken;
  };
  return apiClient({ apiUrl: `http://localhost:${port}/api`, token });
}

it('the pipeline reads every meeting and stores those with customers, but nothing that is private', async () => {
  const { sellers } = await (await as('admin'))('status');
  expect(sellers).toEqual([expect.objectContaining({ name: 'Kim Halden', state: 'read', eventsRead: 13, customerMeetings: 11 })]);
});

it('the owner sees the proposed accounts, and so does the manager', async () => {
  const namesOf = (accounts: readonly { readonly name: string }[]): readonly string[] => accounts.map(({ name }) => name).sort();
  expect(namesOf((await (await as('seller'))('my-accounts')).accounts)).toEqual(['Contoso', 'Fabrikam']);
  expect(namesOf((await (await as('manager'))('team')).accounts)).toEqual(['Contoso', 'Fabrikam']);
});

it('the proposal is a file beside the data, to be corrected and passed with --accounts', async () => {
  const csv = await readFile(join(folder, 'data-calendar', 'proposed-accounts.csv'), 'utf8');
  expect(csv.split('\n').slice(0, 3)).toEqual([
    'account_id,name,domains,revenue,currency,owner,meetings',
    `contoso.com,Contoso,contoso.com,0,EUR,${me},10`,
    `fabrikam.co.uk,Fabrikam,fabrikam.co.uk,0,EUR,${me},1`,
  ]);
});

it('it says that nothing leaves the machine, and the workbench knows whose calendar it shows', async () => {
  expect(firsthand.output().stdout).toContain('nothing of it is sent anywhere');
  expect(await get('/local/workbench')).toMatchObject({ isOwnCalendar: true });
});

it('the demo tenant’s folder is left alone', async () => {
  expect((await readdir(folder)).sort()).toEqual(['data-calendar', 'mine.ics']);
});
