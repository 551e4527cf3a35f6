/** Holds the import table of the design: which room may know which. What a row says, the comment on it tells you to do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Room {
  readonly path: string;
  /** Prefixes of our own files that it may import besides its own. */
  readonly may: readonly string[];
  /** Packages it may import; `any` for all. */
  readonly packages: readonly string[] | 'any';
}

/** The first room whose path a file begins with is its room. */
const rooms: readonly Room[] = [
  // Pure rules. Need the time, a setting, a row? Take it as an argument.
  { path: 'api/domain/', may: [], packages: ['tldts', 'free-email-domains', 'temporal-polyfill'] },
  // The wire. Need a mechanism? It belongs to platform; a rule belongs to domain.
  { path: 'api/contract/', may: ['api/domain/'], packages: ['zod'] },
  // One capability each. Need another feature? Only along these arrows; otherwise move the shared part down.
  // What is recorded about a person and who looked: every feature that shows somebody else's data says so here.
  { path: 'api/features/people/', may: ['api/domain/', 'api/contract/', 'api/platform/'], packages: ['kysely', 'zod'] },
  {
    path: 'api/features/health/',
    may: ['api/domain/', 'api/contract/', 'api/platform/', 'api/features/people/'],
    packages: ['kysely', 'zod'],
  },
  {
    path: 'api/features/meetings/',
    may: ['api/domain/', 'api/contract/', 'api/platform/', 'api/features/health/'],
    packages: ['kysely', 'zod'],
  },
  ...['sync', 'tagging', 'accounts', 'admin'].map((name) => ({
    path: `api/features/${name}/`,
    may: ['api/domain/', 'api/contract/', 'api/platform/', 'api/features/health/', 'api/features/meetings/', 'api/features/people/'],
    packages: ['kysely', 'zod', 'csv-parse', 'sax', 'yauzl'],
  })),
  // Mechanisms without product rules: each sees the files beside the folders, and the ones it stands on.
  ...platformRooms({ db: [], identity: [], graph: ['identity'], queue: ['identity'], trigger: ['db', 'graph', 'identity', 'queue'] }),
  { path: 'api/platform/', may: [], packages: [] },
  // Stands for Microsoft: may not share our misunderstandings.
  { path: 'api/local/microsoft/', may: [], packages: 'any' },
  { path: 'api/local/', may: ['api/', 'manifest/'], packages: 'any' },
  // The composition.
  {
    path: 'api/',
    may: ['api/features/', 'api/platform/', 'api/contract/', 'api/domain/result.ts', 'api/'],
    packages: ['@azure/functions', 'zod'],
  },
  // The only place that knows Office.js, TeamsJS and MSAL.
  { path: 'addin/host/', may: [], packages: ['@microsoft/teams-js', '@azure/msal-browser', 'zod', 'react'] },
  { path: 'addin/client/', may: ['api/contract/', 'addin/host/'], packages: ['@tanstack/react-query', 'idb', 'react', 'zod'] },
  { path: 'addin/ui/', may: ['api/contract/'], packages: ['@fluentui/', 'react', 'preact'] },
  // Need another feature's component? It is interface for both: move it to ui, or compose the two in pane or tab.
  ...readdirSync(join(root, 'addin/features')).map((name) => ({
    path: `addin/features/${name}/`,
    may: ['addin/client/', 'addin/host/', 'addin/ui/', 'api/contract/'],
    packages: ['@fluentui/', 'react', '@tanstack/react-query', '@tanstack/react-virtual', 'zod'],
  })),
  { path: 'addin/vite.config.ts', may: [], packages: 'any' },
  // Reaches the pages by iframe alone.
  { path: 'addin/workbench/', may: [], packages: 'any' },
  ...['pane', 'tab'].map((name) => ({
    path: `addin/${name}/`,
    may: ['addin/client/', 'addin/host/', 'addin/ui/', 'addin/features/', 'api/contract/'],
    packages: ['@fluentui/', 'react', 'react-dom', '@tanstack/react-query'],
  })),
];

/** Within a group of sibling rooms only these edges exist, beside the room itself. */
function platformRooms(arrows: Readonly<Record<string, readonly string[]>>): readonly Room[] {
  return Object.entries(arrows).map(([name, others]) => ({
    path: `api/platform/${name}/`,
    may: [
      'api/platform/clock.ts',
      'api/platform/log.ts',
      'api/contract/',
      'api/domain/',
      'api/config.ts',
      ...others.map((other) => `api/platform/${other}/`),
    ],
    packages: 'any',
  }));
}

/** Time and chance come in as arguments; these are the places that may ask for them. */
const mayAskTheClock = ['api/platform/clock.ts', 'api/local/', 'addin/'];
const clockCalls = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;

const files = ['api', 'addin'].flatMap((folder) => sourcesBelow(join(root, folder)));

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => relative(root, join(folder, name)));
}

function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

/** Why an import is wrong; undefined when it is right. */
export function faultOf(file: string, specifier: string): string | undefined {
  const room = rooms.find(({ path }) => file.startsWith(path));
  if (!room) return `${file} is in no room of the table`;
  if (!specifier.startsWith('.')) return packageFault(room, specifier);
  const target = relative(root, resolve(root, dirname(file), specifier.split('?', 1)[0] ?? ''));
  const isAllowed = target.startsWith(room.path) || room.may.some((prefix) => target.startsWith(prefix));
  if (!isAllowed) return `${room.path} may not import ${target}`;
  return room.path.startsWith('api/') && !existsSync(join(root, target)) ? `${target} does not exist` : undefined;
}

function packageFault(room: Room, specifier: string): string | undefined {
  if (room.packages === 'any') return undefined;
  if (specifier.startsWith('node:') && room.path.startsWith('api/') && !/^api\/(domain|contract)\//.test(room.path)) return undefined;
  const isAllowed = room.packages.some((name) => specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`));
  return isAllowed ? undefined : `${room.path} may not import the package ${specifier}`;
}

describe('the import table', () => {
  it('covers the sources', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('holds in %s', (file) => {
    expect(importsOf(file).flatMap((specifier) => faultOf(file, specifier) ?? [])).toEqual([]);
  });

  it.each([
    ['api/domain/tag.ts', '../contract/tagging.ts'],
    ['api/domain/tag.ts', 'zod'],
    ['api/domain/tag.ts', 'node:fs'],
    ['api/contract/tagging.ts', '../features/tagging/tag-meeting.ts'],
    ['api/features/tagging/tag-meeting.ts', '../sync/messages.ts'],
    ['api/platform/graph/calendar.ts', '../../features/sync/messages.ts'],
    ['api/platform/db/database.ts', '../graph/calendar.ts'],
    ['api/local/microsoft/tenant.ts', '../../domain/tag.ts'],
    ['addin/features/tagging/useTagging.ts', '@microsoft/teams-js'],
    ['addin/ui/HealthWord.tsx', '../../api/domain/health.ts'],
    ['addin/workbench/main.tsx', '../ui/theme.tsx'],
    ['somewhere/else.ts', 'zod'],
  ])('refuses %s importing %s', (file, specifier) => {
    expect(faultOf(file, specifier)).toBeTypeOf('string');
  });
});

describe('time and chance', () => {
  it.each(files.filter((file) => !mayAskTheClock.some((place) => file.startsWith(place))))('come from outside in %s', (file) => {
    expect(readFileSync(join(root, file), 'utf8')).not.toMatch(clockCalls);
  });
});

it('the top level holds only the folders that were agreed', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const agreed = ['addin', 'api', 'manifest', 'infra', 'tests'];
  expect(folders.filter((name) => !['node_modules', 'dist', 'coverage', ...agreed].includes(name))).toEqual([]);
});
