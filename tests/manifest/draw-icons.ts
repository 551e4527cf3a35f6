/** Draws the manifest's PNG files from manifest/icons/*.svg with the tests' browser. A command, run by hand after a change of a drawing. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';

interface Drawing {
  /** In manifest/icons. */
  readonly svg: string;
  /** In manifest. */
  readonly png: string;
  readonly sizePx: number;
}

const drawings: readonly Drawing[] = [
  { svg: 'color.svg', png: 'color.png', sizePx: 192 },
  { svg: 'outline.svg', png: 'outline.png', sizePx: 32 },
  ...[16, 32, 80].map((sizePx) => ({ svg: 'mark.svg', png: `icons/icon-${String(sizePx)}.png`, sizePx })),
];

async function draw(page: Page, { svg, png, sizePx }: Drawing): Promise<void> {
  const source = await readFile(pathInManifest(`icons/${svg}`), 'utf8');
  await page.setViewportSize({ width: sizePx, height: sizePx });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${source}`);
  await page.screenshot({ path: pathInManifest(png), omitBackground: true });
}

function pathInManifest(name: string): string {
  return fileURLToPath(new URL(`../../manifest/${name}`, import.meta.url));
}

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  for (const drawing of drawings) await draw(page, drawing);
} finally {
  await browser.close();
}
