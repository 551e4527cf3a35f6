/** The pages as production ships them, built once for all tests of a file and written nowhere. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { build, type Rolldown } from 'vite';

const config = fileURLToPath(new URL('../../addin/vite.config.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface LoadedModule {
  /** From the root of the repository, such as `addin/ui/text.tsx` or `node_modules/preact/dist/preact.mjs`. */
  readonly path: string;
  /** What is left of it after what nobody uses is gone. */
  readonly code: string;
}

/** What the browser has fetched when a page can show its first content in English. Without office.js, TeamsJS and MSAL: they are Microsoft's. */
export interface FirstLoad {
  readonly gzipBytes: number;
  readonly modules: readonly LoadedModule[];
}

export interface BuiltPage {
  readonly firstLoad: FirstLoad;
  /** With every part that the page may fetch later. */
  readonly modules: readonly LoadedModule[];
}

export type PageName = 'pane' | 'tab';

export async function builtPages(): Promise<Readonly<Record<PageName, BuiltPage>>> {
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) => ('output' in result ? result.output : []));
  const chunks = new Map(outputs.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  return { pane: pageOf(chunks, 'pane'), tab: pageOf(chunks, 'tab') };
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

function pageOf(chunks: Chunks, page: PageName): BuiltPage {
  const entry = theOne(chunks, ({ isEntry, name }) => isEntry && name === page);
  const texts = theOne(chunks, ({ facadeModuleId }) => facadeModuleId?.endsWith(`/text/en/${page}-face.ts`) === true);
  const first = reachedFrom(chunks, [entry, texts], ({ imports }) => imports);
  const all = reachedFrom(chunks, [entry], ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  const gzipBytes = first.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  return { firstLoad: { gzipBytes, modules: modulesOf(first) }, modules: modulesOf(all) };
}

function theOne(chunks: Chunks, isWanted: (chunk: Rolldown.OutputChunk) => boolean): Rolldown.OutputChunk {
  const [found, ...others] = [...chunks.values()].filter(isWanted);
  if (!found || others.length > 0) throw new Error('the build has another shape than this test knows');
  return found;
}

function reachedFrom(
  chunks: Chunks,
  starts: readonly Rolldown.OutputChunk[],
  next: (chunk: Rolldown.OutputChunk) => readonly string[],
): readonly Rolldown.OutputChunk[] {
  const reached = new Set(starts);
  for (const chunk of reached) {
    for (const fileName of next(chunk)) {
      const found = chunks.get(fileName);
      if (found) reached.add(found);
    }
  }
  return [...reached];
}

function modulesOf(chunks: readonly Rolldown.OutputChunk[]): readonly LoadedModule[] {
  return chunks.flatMap(({ modules }) => Object.entries(modules).flatMap(([id, { code }]) => (code ? [{ path: pathOf(id), code }] : [])));
}

function pathOf(id: string): string {
  const clean = id.replaceAll('\\', '/').replace(/^\0/, '').split('?', 1)[0] ?? id;
  const inPackages = clean.lastIndexOf('node_modules/');
  return inPackages >= 0 ? clean.slice(inPackages) : clean.replace(root.replaceAll('\\', '/'), '');
}

/** How much of the load each part is, largest first. Compressed alone, so that the parts are a little more than their sum. */
export async function partsOf(modules: readonly LoadedModule[]): Promise<readonly { readonly part: string; readonly gzipBytes: number }[]> {
  const codeByPart = new Map<string, string>();
  for (const { path, code } of modules) codeByPart.set(partOf(path), `${codeByPart.get(partOf(path)) ?? ''}\n${code}`);
  const parts = await Promise.all(
    [...codeByPart].map(async ([part, code]) => ({ part, gzipBytes: gzipSync((await transform(code, { minify: true })).code).length })),
  );
  return parts.sort((a, b) => b.gzipBytes - a.gzipBytes);
}

/** The package, or the room of our own code. */
function partOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/');
  if (first === 'node_modules') return second.startsWith('@') ? `${second}/${third}` : second;
  return first === 'addin' && second === 'features' ? `${first}/${second}/${third}` : `${first}/${second}`;
}
