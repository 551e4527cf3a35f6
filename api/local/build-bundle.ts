/** Bundles api/main.ts into dist/main.cjs, the one file that a deployment runs. A command too: `node api/local/build-bundle.ts`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, formatMessages } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** All but the place of the result. */
export const bundleOptions = {
  absWorkingDir: root,
  entryPoints: ['api/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // The worker injects it at run time; npm has no such package.
  external: ['@azure/functions-core'],
  // A third less to read at a cold start, about 15 of 230 ms of its processor time. Names stay, and short lines, for stack traces.
  minifyWhitespace: true,
  lineLimit: 200,
  legalComments: 'none',
  sourcemap: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** The path of the bundle. Throws with the bundler's own words on an error, and on a warning too: it names what will be missing at run time. */
export async function buildBundle(): Promise<string> {
  const path = join(root, 'dist', 'main.cjs');
  // A build that fails must not leave the last one in its place.
  await rm(path, { force: true });
  const { warnings, outputFiles } = await build({ ...bundleOptions, outfile: path, write: false });
  if (warnings.length > 0) throw new Error((await formatMessages(warnings, { kind: 'warning' })).join('\n'));
  await mkdir(dirname(path), { recursive: true });
  await Promise.all(outputFiles.map((file) => writeFile(file.path, file.contents)));
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await buildBundle()}\n`);
