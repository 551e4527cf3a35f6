/** Azure Storage Queue on a bare machine: azurite's queue service in memory. Creates no queue; messages do not survive a restart. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ACCOUNT = 'firsthand';
const ACCOUNT_KEY_BYTES = 64;
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 3_000;
/** A process may be gone before its last lines were read. */
const LAST_LINES_TIMEOUT_MS = 50;
const MAX_KEPT_LINES = 20;
/** Port 0: the system chooses a free one. The folder is not an argument: azurite refuses one beside in-memory persistence. */
const SERVICE_ARGUMENTS = [
  ...['--queueHost', '127.0.0.1', '--queuePort', '0', '--silent'],
  ...['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry'],
];

export type Queue = {
  /** For @azure/storage-queue. The account's key is made anew at each start. */
  readonly connectionString: string;
  /** Ends the service within 3 s. Safe to call twice. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the queue service on a free port of 127.0.0.1, in a process of its own that ends with this one.
 * `folder` is made when missing and stays empty. Throws an Error with the service's last lines when it does not come up.
 */
export async function startQueue(options: { readonly folder: string }): Promise<Queue> {
  await mkdir(options.folder, { recursive: true });
  const accountKey = randomBytes(ACCOUNT_KEY_BYTES).toString('base64');
  const child = fork(fileURLToPath(new URL('queue-process.ts', import.meta.url)), SERVICE_ARGUMENTS, {
    cwd: options.folder,
    env: { ...process.env, AZURITE_ACCOUNTS: `${ACCOUNT}:${accountKey}`, NODE_OPTIONS: '' },
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040'],
    // In a group of its own, so that Ctrl-C reaches this process only and the order of stopping stays ours.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    await stopChild(child, exited);
  };
  const address = await readAddress(child, exited);
  if (!address.isKnown) {
    await stop();
    throw new Error(`The queue service did not start: ${address.lines}`);
  }
  return {
    connectionString:
      `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${accountKey};` + `QueueEndpoint=${address.url}/${ACCOUNT};`,
    stop,
  };
}

type Address = { readonly isKnown: true; readonly url: string } | { readonly isKnown: false; readonly lines: string };

/** The service says where it listens once it does; everything else it says is kept for the error only. */
async function readAddress(child: ChildProcess, exited: Promise<void>): Promise<Address> {
  const kept: string[] = [];
  const listening = new Promise<Address>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) {
        continue;
      }
      createInterface({ input: stream }).on('line', (line) => {
        kept.push(line);
        kept.splice(0, kept.length - MAX_KEPT_LINES);
        const url = /successfully listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
        if (url !== undefined) {
          resolve({ isKnown: true, url });
        }
      });
    }
  });
  const failed = async (waiting: Promise<unknown>): Promise<Address> => {
    await waiting;
    await delay(LAST_LINES_TIMEOUT_MS);
    return { isKnown: false, lines: kept.join(' ') };
  };
  return await Promise.race([listening, failed(exited), failed(delay(START_TIMEOUT_MS, undefined, { ref: false }))]);
}

/** Its messages live in memory only, so there is nothing to save: it is asked to end, then made to. */
async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.connected) {
    child.disconnect();
  }
  const isGone = await Promise.race([exited.then(() => true), delay(STOP_TIMEOUT_MS, false, { ref: false })]);
  if (!isGone) {
    child.kill('SIGKILL');
    await exited;
  }
}
