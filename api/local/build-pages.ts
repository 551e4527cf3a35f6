/** Builds the add-in's pages and the workbench when their sources changed since the last build, and not otherwise. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['addin', 'api/contract', 'api/domain', 'package-lock.json'];
const modes = ['production', 'workbench'] as const;
const stampFile = join(root, 'dist', 'pages.sha256');
const products = ['addin/pane.html', 'addin/tab.html', 'workbench/workbench.html'];

export interface BuiltPages {
  readonly addinFolder: string;
  readonly workbenchFolder: string;
}

/** Throws with the bundler's own words when a page does not build. An aborted `signal` ends the bundler. */
export async function buildPages({ signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<BuiltPages> {
  const stamp = await sourcesHash();
  if (!(await isBuilt(stamp))) {
    // An interrupted build must not pass for a finished one.
    await rm(stampFile, { force: true });
    // Both are waited for even when one fails: neither may outlive the start that it belongs to.
    const builds = modes.map((mode) => runVite(mode, signal));
    await Promise.allSettled(builds);
    await Promise.all(builds);
    await mkdir(join(root, 'dist'), { recursive: true });
    await writeFile(stampFile, stamp);
  }
  return { addinFolder: join(root, 'dist', 'addin'), workbenchFolder: join(root, 'dist', 'workbench') };
}

async function isBuilt(stamp: string): Promise<boolean> {
  try {
    await Promise.all(products.map((product) => stat(join(root, 'dist', product))));
    return (await readFile(stampFile, 'utf8')) === stamp;
  } catch {
    return false;
  }
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesBelow(join(root, source))) hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function runVite(mode: string, signal: AbortSignal | undefined): Promise<void> {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [program, 'build', '--config', 'addin/vite.config.ts', '--mode', mode, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
    ...(signal && { signal }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    // An aborted child tells of it before it is gone; only its end settles this.
    child.once('error', (error) => (said += error.message));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the pages do not build:\n${said}`))));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void buildPages();
