/** The whole product on this machine for a browser test: free ports, throw-away data, the demo tenant read but not answered unless asked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Firsthand, startFirsthand } from '../../api/local/firsthand.ts';
import { jsonLog } from '../../api/platform/log.ts';

export interface RunningFirsthand extends Firsthand {
  readonly remove: () => Promise<void>;
}

const demoSeed = 20_260;

export async function runFirsthand(): Promise<RunningFirsthand> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'firsthand-e2e-'));
  const lines: string[] = [];
  const firsthand = await startFirsthand({
    dataFolder,
    port: await twoFreePorts(),
    demo: { seed: demoSeed, todayOn: new Date().toISOString().slice(0, 10) },
    isForTest: true,
    log: jsonLog((line) => lines.push(line)),
    say: () => undefined,
  });
  return {
    ...firsthand,
    async remove() {
      await firsthand.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const lowestPort = 20_000;
const maxAttempts = 50;

/** The first of two neighbours that are both free. */
async function twoFreePorts(): Promise<number> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const port = lowestPort + 2 * ((process.pid + attempt * 7) % 5_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error('no two neighbouring ports are free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
