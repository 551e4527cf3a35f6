/** A database that is away, or goes away under a transaction: who asked is told to come again, and the process lives on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../api/contract/problem.ts';
import { type RouteName, routes } from '../../api/contract/routes.ts';
import { queueNames } from '../../api/features/sync/messages.ts';
import { type LocalHost, startHost } from '../../api/local/host.ts';
import { newInvocation } from '../../api/local/invocation.ts';
import { runTimerFunction } from '../../api/local/timer-host.ts';
import { createParts, type Parts } from '../../api/parts.ts';
import { DatabaseAway, openDatabase } from '../../api/platform/db/database.ts';
import { jsonLog } from '../../api/platform/log.ts';
import { type Trigger, triggers } from '../../api/triggers.ts';
import { type House, openHouse } from '../support/house.ts';

const nowAt = '2026-05-04T14:00:00Z';
/** Nothing listens on port 1. */
const nowhere = 'postgres://firsthand_app:hunter2@127.0.0.1:1/firsthand';
const anyId = '0197a1b2-0000-7000-8000-000000000001';
const pollEveryMs = 25;
const maxPolls = 400;

let house: House;
let authorization: string;
let parts: Parts;
let host: LocalHost;
const logged: string[] = [];

beforeAll(async () => {
  house = await openHouse({ nowAt });
  await house.setUp();
  authorization = `Bearer ${await house.token('ana')}`;
  const config = { ...house.config, database: { ...house.config.database, url: nowhere } };
  const clock = { now: () => new Date(nowAt) };
  const log = jsonLog((line) => logged.push(line));
  parts = createParts(config, { clock, log });
  host = await startHost({ config, clock, log, hasSchedules: false });
});

afterAll(async () => {
  await host.stop();
  await parts.close();
  await house.stop();
});

function triggerOf<K extends Trigger['kind']>(kind: K, name: string): Extract<Trigger, { kind: K }> {
  const found = triggers(() => parts).find((trigger) => trigger.kind === kind && trigger.name === name);
  if (!found) throw new RangeError(`no ${kind} function is called ${name}`);
  return found as Extract<Trigger, { kind: K }>;
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let polls = 0; polls < maxPolls; polls += 1) {
    if (await isTrue()) return;
    await sleep(pollEveryMs);
  }
  throw new Error('it did not happen');
}

/** Cuts the app's connections; resolves when the server has none left. */
async function cutConnections(): Promise<void> {
  const ours = `from pg_stat_activity where usename = 'firsthand_app' and datname = current_database()`;
  await house.sql(`select pg_terminate_backend(pid) ${ours}`);
  await until(async () => (await house.sql(`select ${ours}`)).length === 0);
}

describe('while nothing listens', () => {
  it.each(Object.keys(routes) as RouteName[])('%s is not ready, and says when to come again', async (name) => {
    const { method, path } = routes[name];
    const isRead = method === 'GET' || method === 'DELETE';
    const response = await host.app.request(`/api/${path.replace(/\{\w+\}/g, anyId)}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(!isRead && { body: '{}' }),
    });
    expect(response.headers.get('retry-after')).toBe('5');
    const text = await response.text();
    expect(Problem.parse(JSON.parse(text))).toMatchObject({ status: 503, code: 'not_ready' });
    expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|hunter2/);
  });

  it('the log names the code of the trouble, and no address', () => {
    const failures = logged.filter((line) => line.includes('"request_failed"'));
    expect(failures.join('\n')).toMatch(/"error":"DatabaseAway","code":"ECONNREFUSED"/);
    expect(failures.join('\n')).not.toMatch(/hunter2|127\.0\.0\.1/);
  });

  it('a queue function throws, so that its message comes again', async () => {
    const { handler } = triggerOf('queue', queueNames.readMailbox);
    const message = { tenantId: house.tenant.tenantId, sellerId: house.tenant.people.ana.id };
    await expect(handler(message, newInvocation(queueNames.readMailbox))).rejects.toBeInstanceOf(DatabaseAway);
    expect(logged.filter((line) => line.includes('"message_failed"')).join('\n')).toContain('ECONNREFUSED');
  });

  it.each(['request-mailbox-reads', 'refresh-due-health'])('the timer %s logs what failed and ticks on', async (name) => {
    const ticks = (): readonly string[] => logged.filter((line) => line.includes('"timer_failed"') && line.includes(`"${name}"`));
    const stop = runTimerFunction({ ...triggerOf('timer', name), schedule: '* * * * * *' }, { log: parts.background.log });
    await until(() => ticks().length >= 2);
    await stop();
    const stoppedAt = ticks().length;
    expect(ticks().join('\n')).toContain('ECONNREFUSED');
    // Longer than a tick of the schedule, which must be over.
    await sleep(1_100);
    expect(ticks()).toHaveLength(stoppedAt);
  });
});

describe('a connection that is cut under a transaction', () => {
  it('is told as such, and the next transaction has another', async () => {
    const database = openDatabase({ url: house.config.database.url, maxConnections: 1 });
    const { tenantId } = house.tenant;
    const cut = database.withTenant(tenantId, async (tx) => {
      await cutConnections();
      return tx.selectFrom('person').select('person_id').execute();
    });
    await expect(cut).rejects.toMatchObject({ name: 'DatabaseAway' });
    expect(await database.withTenant(tenantId, (tx) => tx.selectFrom('tenant').select('tenant_id').execute())).toHaveLength(1);
    expect(await database.isReady()).toBe(true);
    await database.close();
  });

  it('is told as such when the server says so in the answer to a statement', async () => {
    const database = openDatabase({ url: house.config.database.url, maxConnections: 1 });
    const waiting = database.withTenant(house.tenant.tenantId, async (tx) => {
      const sleeping = tx.selectNoFrom(({ fn }) => fn('pg_sleep', [({ val }) => val(30)]).as('slept')).execute();
      const cut = until(
        async () => (await house.sql(`select from pg_stat_activity where query like '%pg_sleep(%' and wait_event = 'PgSleep'`)).length > 0,
      );
      await Promise.all([sleeping, cut.then(cutConnections)]);
    });
    await expect(waiting).rejects.toMatchObject({ name: 'DatabaseAway', code: '57P01' });
    await database.close();
  });

  it('leaves a fault of our own what it is', async () => {
    const database = openDatabase({ url: house.config.database.url, maxConnections: 1 });
    const broken = database.withTenant(house.tenant.tenantId, () => Promise.reject(new RangeError('ours')));
    await expect(broken).rejects.toThrow(new RangeError('ours'));
    await database.close();
  });
});
