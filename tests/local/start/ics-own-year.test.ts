/** One life of `npm start -- --calendar`: accounts are proposed and come in when they are chosen, the calendar is read with them, the demo's folder stays as it was. */
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
    async () => firsthand.output().stdout.includes('proposed as accounts') || firsthand.child.exitCode !== null,
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

/** What the server answers, with its status. */
async function choose(body: unknown): Promise<{ readonly status: number; readonly answer: unknown }> {
  const answer = await fetch(`http://localhost:${port}/local/proposed-accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, answer: await answer.json() };
}

const stored = async () => (await (await as('admin'))('status')).sellers;
const contosoProposal = { domain: 'contoso.com', name: 'Contoso', meetings: 10, people: 1, isLikely: true };
const fabrikamProposal = { domain: 'fabrikam.co.uk', name: 'Fabrikam', meetings: 1, people: 1, isLikely: false };

it('nothing comes in by itself: the companies met are proposed, and the terminal says where to choose', async () => {
  expect(await get('/local/proposed-accounts')).toEqual({
    isReady: true,
    hasAccounts: false,
    proposals: [contosoProposal, fabrikamProposal],
  });
  expect(await (await as('admin'))('status')).toMatchObject({ accounts: 0, sellers: [{ eventsRead: 13, customerMeetings: 0 }] });
  const { stdout } = firsthand.output();
  expect(stdout).toContain(
    `2 companies are proposed as accounts, and nothing comes in before you say so: choose at http://localhost:${port}/`,
  );
});

it.each([
  [{ domains: [] }, /at least one domain/],
  [{ domains: ['contoso.com', 'stranger.example'] }, /^stranger\.example is not among the proposed accounts/],
  [{ domains: 'contoso.com' }, /at least one domain/],
  ['no JSON', /at least one domain/],
])('a choice of %j is refused in one sentence, and nothing comes in', async (body, words) => {
  expect(await choose(body)).toEqual({ status: 400, answer: { error: expect.stringMatching(words) } });
  expect((await (await as('admin'))('status')).accounts).toBe(0);
});

it('the chosen ones come in, and the pipeline stores their meetings, but nothing that is private', async () => {
  expect(await choose({ domains: ['contoso.com'] })).toEqual({ status: 200, answer: { added: 1 } });
  expect(await stored()).toEqual([expect.objectContaining({ name: 'Kim Halden', state: 'read', eventsRead: 13, customerMeetings: 10 })]);
  expect(await get('/local/proposed-accounts')).toEqual({ isReady: true, hasAccounts: true, proposals: [fabrikamProposal] });
});

it('then the welcome asks the owner about them', async () => {
  const { isDue, questions } = await (await as('seller'))('welcome');
  expect({ isDue, names: questions.map(({ name }) => name) }).toEqual({ isDue: true, names: ['Contoso'] });
});

it('more may be chosen later, and what is in already is passed over', async () => {
  expect(await choose({ domains: ['fabrikam.co.uk', 'contoso.com'] })).toEqual({ status: 200, answer: { added: 1 } });
  expect(await choose({ domains: ['contoso.com'] })).toEqual({ status: 200, answer: { added: 0 } });
  expect(await stored()).toEqual([expect.objectContaining({ state: 'read', customerMeetings: 11 })]);
  expect(await get('/local/proposed-accounts')).toMatchObject({ proposals: [] });
});

it('the owner sees the accounts, and so does the manager', async () => {
  const namesOf = (accounts: readonly { readonly name: string }[]): readonly string[] => accounts.map(({ name }) => name).sort();
  expect(namesOf((await (await as('seller'))('my-accounts')).accounts)).toEqual(['Contoso', 'Fabrikam']);
  expect(namesOf((await (await as('manager'))('team')).accounts)).toEqual(['Contoso', 'Fabrikam']);
});

it('the proposal is a file beside the data too, to be corrected and passed with --accounts', async () => {
  const csv = await readFile(join(folder, 'data-calendar', 'proposed-accounts.csv'), 'utf8');
  expect(csv.split('\n').slice(0, 3)).toEqual([
    'account_id,name,domains,revenue,currency,owner,meetings,people',
    `contoso.com,Contoso,contoso.com,0,EUR,${me},10,1`,
    `fabrikam.co.uk,Fabrikam,fabrikam.co.uk,0,EUR,${me},1,1`,
  ]);
});

it('it says that nothing leaves the machine, and the workbench knows whose calendar it shows', async () => {
  expect(firsthand.output().stdout).toContain('nothing of it is sent anywhere');
  expect(await get('/local/workbench')).toMatchObject({ isOwnCalendar: true });
});

it('the demo tenant’s folder is left alone', async () => {
  expect((await readdir(folder)).sort()).toEqual(['data-calendar', 'mine.ics']);
});
