/** One life of `npm start`: ready, in use, killed hard, started again with what was acknowledged, and ended by Ctrl-C without a trace. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type CallAs, apiClient } from '../../../api/local/api-client.ts';
import { removePostgres } from '../../../api/local/machine/postgres.ts';
import { endOf, freePortPair, processesOf, signal, start, type Started, until } from './started.ts';

/** Twenty seconds are promised on an idle machine; this only says when to give up. */
const readyTimeoutMs = 60_000;
const refusalTimeoutMs = 20_000;
const stopTimeoutMs = 10_000;
const meetingTimeoutMs = 60_000;
const afterKillTimeoutMs = 10_000;
const lifeTimeoutMs = 150_000;
const badInput = 2;

const Personas = z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) }));
const Token = z.object({ accessToken: z.string() });

let folder: string;
let port: number;
let firsthand: Started;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-life-'));
  port = await freePortPair();
  await startAndWait('first');
}, readyTimeoutMs);

afterAll(async () => {
  signal(firsthand, 'SIGKILL');
  await firsthand.ended;
  await removePostgres({ dataFolder: join(folder, 'postgres') });
  await rm(folder, { recursive: true, force: true });
});

async function startAndWait(which: string): Promise<void> {
  firsthand = start(environment());
  const startedAtMs = performance.now();
  const said = (): string => JSON.stringify(firsthand.output());
  await until(said, readyTimeoutMs, async () => firsthand.output().stdout.includes('Firsthand is ready at') || hasEnded());
  expect(hasEnded(), said()).toBe(false);
  process.stdout.write(`${which} start: ready after ${((performance.now() - startedAtMs) / 1_000).toFixed(1)} s\n`);
}

function environment(): Readonly<Record<string, string>> {
  return { FIRSTHAND_DATA: folder, PORT: String(port) };
}

function hasEnded(): boolean {
  return firsthand.child.exitCode !== null || firsthand.child.signalCode !== null;
}

async function get(path: string): Promise<Response> {
  return fetch(`http://localhost:${port}${path}`);
}

async function tokenOf(persona: string): Promise<string> {
  const response = await fetch(`http://localhost:${port}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return Token.parse(await response.json()).accessToken;
}

async function firstSeller(): Promise<{ readonly id: string; readonly name: string; readonly call: CallAs }> {
  const seller = Personas.parse(await (await get('/local/personas')).json()).find(({ roles }) => roles.includes('seller'));
  if (!seller) throw new Error('no persona is a seller');
  return { ...seller, call: apiClient({ apiUrl: `http://localhost:${port}/api`, token: () => tokenOf(seller.id) }) };
}

async function locks(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => /lock|claim/.test(name));
}

describe('a Firsthand that runs', () => {
  it('is alive and ready, and offers its pages', async () => {
    for (const path of ['/api/live', '/api/ready', '/local/personas', '/']) expect([path, (await get(path)).status]).toEqual([path, 200]);
    const pane = await fetch(`http://localhost:${port + 1}/pane.html`);
    expect(pane.status).toBe(200);
    expect(pane.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(pane.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('gives a persona a token that the API accepts, and refuses a call without', async () => {
    const { id, name, call } = await firstSeller();
    expect(await call('me')).toMatchObject({ id, name });
    expect((await get('/api/me')).status).toBe(401);
    expect((await fetch(`http://localhost:${port}/local/token`, { method: 'POST', body: '{"persona":"nobody"}' })).status).toBe(404);
  });

  it.each(['', '--reset'])('refuses a second start on its folder %s', async (arg) => {
    const ended = await endOf(start(environment(), ...(arg === '' ? [] : [arg])), refusalTimeoutMs);
    expect(ended).toEqual({ code: badInput, stdout: '', stderr: expect.stringMatching(/^Firsthand is already running on [^\n]+\.\n$/) });
    expect(ended.stderr).toContain(`(process ${firsthand.child.pid})`);
    expect((await get('/api/ready')).status).toBe(200);
    expect(await locks()).toHaveLength(1);
  });

  it(
    'keeps an acknowledged tag through kill -9, is ready again, and ends by Ctrl-C without a trace',
    async () => {
      const seller = await firstSeller();
      const meetingId = await anyPendingMeeting(seller.call);
      const tag = { params: { meetingId }, request: { outcome: 'cancelled', timeZone: 'Europe/Berlin', basedOnVersion: 0 } } as const;
      expect((await seller.call('tag-meeting', tag)).tag.version).toBe(1);
      firsthand.child.kill('SIGKILL');
      await firsthand.ended;

      await startAndWait('second');
      expect((await get('/api/ready')).status).toBe(200);
      expect(await readdir(folder)).toEqual(expect.arrayContaining(['firsthand.log', 'firsthand.previous.log']));
      const again = await firstSeller();
      await expect(again.call('tag-meeting', tag)).rejects.toThrow(/409 .*tagged_meanwhile/);

      // Positive control: the way of looking sees the servers while they run.
      expect((await processesOf(folder)).join('\n')).toMatch(/postgres[^]*queue-process|queue-process[^]*postgres/);
      signal(firsthand, 'SIGINT');
      const { code, stderr } = await endOf(firsthand, stopTimeoutMs);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await until(
        () => 'processes are left',
        afterKillTimeoutMs,
        async () => (await processesOf(folder)).length === 0,
      );
      expect(await locks()).toEqual([]);
    },
    lifeTimeoutMs,
  );
});

/** The first mailboxes are read seconds after the start, while the rest of the demo tenant still is. */
async function anyPendingMeeting(call: CallAs): Promise<string> {
  let meetingId: string | undefined;
  await until(
    () => `no meeting to tag: ${JSON.stringify(firsthand.output())}`,
    meetingTimeoutMs,
    async () => {
      const pending = await call('pending-meetings', { request: { limit: 1 } }).catch(() => undefined);
      meetingId = pending?.meetings[0]?.meetingId;
      return meetingId !== undefined;
    },
  );
  return meetingId ?? '';
}
