/** `npm start`: checks what must hold, starts everything, says where it is, and leaves nothing behind. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import * as z from 'zod';
import { ok, refused, type Result } from '../domain/result.ts';
import { jsonLog } from '../platform/log.ts';
import { type Firsthand, startFirsthand } from './firsthand.ts';
import { readHostSettings } from './host-settings.ts';
import { openLogFile } from './log-file.ts';
import { acquireDataFolder, findTakenPort, type HeldFolder, releaseDataFolder, resetDataFolder } from './machine/guards.ts';
import { removePostgres } from './machine/postgres.ts';
import { type OwnCalendar, prepareOwnCalendar } from './own-calendar.ts';
import { type Command, readCommand } from './start-command.ts';
import { dataFolder, dataVersion, ownDataFolder, type Sentence } from './start-settings.ts';

const demoSeed = 20_260;
const badInput = 2;
const databaseTimeoutMs = 5_000;
/** A shell's way of saying which signal ended a program. */
const endedBySignal = 128;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A database of the user's own must answer before anything else is started; names the error's code only, since the rest may hold secrets. */
async function findDatabase(url: string | undefined): Promise<Result<string | undefined, Sentence>> {
  if (url === undefined) return ok(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: databaseTimeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return ok(url);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    const why = typeof code === 'string' ? code : 'no answer';
    return refused({
      sentence: `The database of DATABASE_URL cannot be used (${why}): start it, correct DATABASE_URL, or remove it to use the built-in database.`,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The demo tenant's year stays where it was first told, so that the stored meetings stay true. */
async function demoYear(folder: string): Promise<{ readonly seed: number; readonly todayOn: string }> {
  const file = join(folder, 'demo.json');
  const Demo = z.object({ seed: z.int(), todayOn: z.iso.date() });
  try {
    return Demo.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    const demo = { seed: demoSeed, todayOn: new Date().toISOString().slice(0, 10) };
    await writeFile(file, JSON.stringify(demo));
    return demo;
  }
}

async function holdFolder(folder: string, { isReset }: Command): Promise<Result<HeldFolder, Sentence>> {
  const place = { folder, dataVersion };
  return isReset
    ? resetDataFolder({ ...place, stopLeftovers: () => removePostgres({ dataFolder: join(folder, 'postgres') }) })
    : acquireDataFolder(place);
}

async function main(): Promise<number> {
  const command = readCommand();
  if (!command.ok) return complain(command.failure);
  const hostSettings = await readHostSettings();
  if (!hostSettings.ok) return complain(hostSettings.failure);
  const own = command.value.own ? await prepareOwnCalendar(command.value.own, new Date()) : ok(undefined);
  if (!own.ok) return complain(own.failure);
  const folder = own.value ? ownDataFolder : dataFolder;
  const stop = listenForStop();
  // The folder first: a running Firsthand holds it, and that says more than a taken port.
  const held = await holdFolder(folder, command.value);
  if (!held.ok) return complain(held.failure);
  try {
    const { port, databaseUrl } = command.value;
    const ports = await findTakenPort([port, port + 1]);
    if (!ports.ok) return complain(ports.failure);
    const database = await findDatabase(databaseUrl);
    if (!database.ok) return complain(database.failure);
    return await serve({ folder, own: own.value, port, databaseUrl, stop });
  } finally {
    await releaseDataFolder(held.value);
  }
}

interface Serving {
  readonly folder: string;
  /** Undefined for the demo tenant. */
  readonly own: OwnCalendar | undefined;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly stop: Stop;
}

/** 0 when it was ready and then told to stop; a signal's own code when it was told before. */
async function serve({ folder, own, port, databaseUrl, stop }: Serving): Promise<number> {
  const startedAtMs = performance.now();
  await mkdir(folder, { recursive: true });
  const logFile = await openLogFile(folder);
  let firsthand: Firsthand | undefined;
  try {
    const log = jsonLog(logFile.write);
    const year = own ? { own } : { demo: await demoYear(folder) };
    for (const remark of own?.remarks ?? []) say(remark);
    firsthand = await startFirsthand({ ...year, dataFolder: folder, port, databaseUrl, log, say, stopAsked: stop.signal });
    say(
      `Firsthand is ready at ${firsthand.workbenchUrl} (${seconds(startedAtMs)} s). Everything stays on this machine. Stop it with Ctrl-C.`,
    );
    // A year that fails is said and leaves the rest running; one that is cut off by Ctrl-C fails too, and says nothing.
    const playing = own ? firsthand.readOwnYear() : playDemo(firsthand, startedAtMs);
    void playing.catch((error: unknown) => {
      const whose = own ? 'Your calendar' : 'The demo tenant';
      if (!stop.signal.aborted) say(`${whose} is not complete: ${error instanceof Error ? error.message : String(error)}`);
    });
    await stop.asked;
    return 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return endedBySignal + constants.signals[await stop.asked];
  } finally {
    await firsthand?.stop();
    await logFile.close();
  }
}

async function playDemo(firsthand: Firsthand, startedAtMs: number): Promise<void> {
  await firsthand.readDemoYear();
  say(`Every calendar is read (${seconds(startedAtMs)} s).`);
  await firsthand.answerDemoYear();
  say(`The demo tenant is complete (${seconds(startedAtMs)} s).`);
}

function seconds(sinceMs: number): string {
  return ((performance.now() - sinceMs) / 1_000).toFixed(1);
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Stop {
  readonly asked: Promise<(typeof stopSignals)[number]>;
  /** Aborted at the same moment. */
  readonly signal: AbortSignal;
}

/** From here on a signal no longer ends the process by itself; a second one of the same kind does. */
function listenForStop(): Stop {
  const controller = new AbortController();
  const asked = new Promise<(typeof stopSignals)[number]>((resolve) => {
    for (const name of stopSignals) {
      process.once(name, () => {
        resolve(name);
        controller.abort();
      });
    }
  });
  return { asked, signal: controller.signal };
}

function complain({ sentence }: Sentence): number {
  process.stderr.write(`${sentence}\n`);
  return badInput;
}

/** Long enough for the last words to be written. */
const lingerMs = 500;

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`Firsthand could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
// Everything is stopped: what still waits to try again, such as the queue's client, has nobody left to reach.
setTimeout(() => process.exit(), lingerMs).unref();
