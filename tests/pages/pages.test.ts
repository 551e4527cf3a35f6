/** What the pages weigh and what is in them. One build serves all. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { en, type TextKey } from '../../api/contract/text/en.ts';
import { paneFace } from '../../api/contract/text/en/pane-face.ts';
import { type BuiltPage, builtPages, type FirstLoad, type LoadedModule, type PageName, partsOf } from './built-pages.ts';

/** Of the first load, compressed as the server sends it. The tab's shell comes without the page that is opened in it. */
const limitsKb = { pane: 120, tab: 125 } as const satisfies Record<PageName, number>;

/**
 * What each part may take of the pane's first load, with a little room: what has grown is named by its part. A part that is not here belongs to
 * a later load, or needs a line and a reason.
 */
const paneLimitsKb: readonly { readonly part: RegExp; readonly kb: number }[] = [
  { part: /^preact$/, kb: 12 },
  { part: /^@fluentui\/tokens$/, kb: 14 },
  { part: /^@fluentui\/react-button$/, kb: 7 },
  { part: /^@fluentui\/react-icons$/, kb: 5 },
  { part: /^@fluentui\/|^keyborg$/, kb: 4 },
  { part: /^@griffel\/core$/, kb: 9 },
  { part: /^(@griffel\/react|@emotion\/hash|rtl-css-js|stylis)$/, kb: 3 },
  { part: /^@tanstack\/query-core$/, kb: 11 },
  { part: /^@tanstack\/react-query$/, kb: 2 },
  { part: /^zod$/, kb: 13 },
  { part: /^idb$/, kb: 2 },
  { part: /^api\/contract$/, kb: 18 },
  { part: /^api\/domain$/, kb: 4 },
  { part: /^addin\/features\/tagging$/, kb: 9 },
  { part: /^addin\/(features\/session|client|host|pane|ui)$/, kb: 9 },
];

/** Code of the server, and of libraries that the bundler replaces. */
const neverInThePages = /^node_modules\/(tldts|temporal-polyfill|free-email-domains|react-dom|react|intl-messageformat|@formatjs)\//;

let pages: Readonly<Record<PageName, BuiltPage>>;

beforeAll(async () => {
  // Otherwise the bundler takes the code that libraries keep for development.
  vi.stubEnv('NODE_ENV', 'production');
  pages = await builtPages();
}, 120_000);

describe('the first load', () => {
  it.each(['pane', 'tab'] as const)('of the %s stays within its budget', async (page) => {
    const { firstLoad } = pages[page];
    const kb = firstLoad.gzipBytes / 1_000;
    expect(kb, `${page} is too large; its parts in kB: ${await inWords(firstLoad)}`).toBeLessThanOrEqual(limitsKb[page]);
  });

  it('of the pane has no part that outgrew its share', async () => {
    const parts = await partsOf(pages.pane.firstLoad.modules);
    const tooLarge = parts.filter(
      ({ part, gzipBytes }) => gzipBytes / 1_000 > (paneLimitsKb.find((limit) => limit.part.test(part))?.kb ?? smallKb),
    );
    expect(tooLarge).toEqual([]);
  });

  it('of the pane brings nothing of the tab', () => {
    expect(pathsOf(pages.pane.firstLoad).filter((path) => path.startsWith('addin/tab/') || path.endsWith('/en/tab-face.ts'))).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(['pane', 'tab'] as const)('%s holds nothing that belongs to the server', (page) => {
    expect(pages[page].modules.map(({ path }) => path).filter((path) => neverInThePages.test(path))).toEqual([]);
  });
});

describe('what the pane says', () => {
  it('is in its own face of the catalogue, or in the part that brings its own texts', () => {
    const faces = pages.pane.modules.filter(({ path }) => path.startsWith('api/contract/text/'));
    const own = pages.pane.modules.filter(({ path }) => path.startsWith('addin/') && !bringsItsOwnTexts.test(path));
    expect(faces.map(({ path }) => path)).toContain('api/contract/text/en/tagging.ts');
    expect(own.flatMap(({ path, code }) => tabKeysIn(code).map((key) => `${path} says ${key}`))).toEqual([]);
  });

  it('is found in code, whole or with a part to be filled in', () => {
    expect(tabKeysIn('text("team.headline.total")')).toEqual([]);
    expect(tabKeysIn('text("nav.label")')).toEqual(['nav.label']);
    expect(tabKeysIn('text(`nav.${page.name}`)')).toContain('nav.team');
    expect(tabKeysIn('text("tag.change"); hash("team")')).toEqual([]);
  });
});

/** A part smaller than this needs no line of its own. */
const smallKb = 1;
/** My data in the pane is fetched with the texts that it needs. */
const bringsItsOwnTexts = /^addin\/(features\/my-data|pane\/MyData)/;

const tabKeys: ReadonlySet<string> = new Set((Object.keys(en) as TextKey[]).filter((key) => !Object.hasOwn(paneFace, key)));

/** Keys that only the tab has, as they stand in code: literal, or as a template whose fixed parts they fit. */
function tabKeysIn(code: string): readonly string[] {
  const literals = [...code.matchAll(/(["'`])((?:(?!\1)[^\\\n])*)\1/g)].map(([, , literal = '']) => literal);
  return [...new Set(literals.flatMap((literal) => (tabKeys.has(literal) && literal.includes('.') ? [literal] : templateKeys(literal))))];
}

function templateKeys(literal: string): readonly string[] {
  if (!/^[a-zA-Z]+\.[\w.]*\$\{/.test(literal)) return [];
  const parts = literal.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  const pattern = new RegExp(`^${parts.join('[\\w]+')}$`);
  return [...tabKeys].filter((key) => pattern.test(key));
}

function pathsOf({ modules }: { readonly modules: readonly LoadedModule[] }): readonly string[] {
  return modules.map(({ path }) => path);
}

async function inWords({ modules }: FirstLoad): Promise<string> {
  return (await partsOf(modules)).map(({ part, gzipBytes }) => `${part} ${(gzipBytes / 1_000).toFixed(1)}`).join(', ');
}
