/** The browser of the tests on a bare machine: the one from npm, whatever else is installed. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { assertTextHasWidth, launchBrowser, unpackChromium } from '../../support/browser.ts';
import { runs, startProgram } from './held-process.ts';

const isBundledHere = process.platform === 'linux' && process.arch === 'x64';

test.runIf(isBundledHere)('the bundled browser draws text, closes a context and opens another', { timeout: 30_000 }, async () => {
  const browser = await launchBrowser({ isBundled: true });
  try {
    for (const word of ['Zürich', 'Málaga']) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.setContent(`<p style="font-family:'Segoe UI',sans-serif">${word}</p>`);
      await assertTextHasWidth(page);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

test.runIf(isBundledHere)('a page whose letters have no width is noticed', { timeout: 30_000 }, async () => {
  const browser = await launchBrowser({ isBundled: true });
  try {
    const page = await browser.newPage();
    await page.setContent('<style>span { font-size: 0 !important }</style><p>words</p>');
    await expect(assertTextHasWidth(page)).rejects.toThrow(/Text has no width/);
  } finally {
    await browser.close();
  }
});

test.runIf(isBundledHere)(
  'two workers that unpack at once both find a whole browser, and leave nothing half done',
  { timeout: 60_000 },
  async () => {
    const cache = await mkdtemp(join(tmpdir(), 'firsthand-chromium-'));
    try {
      const [one, other] = await Promise.all([unpackChromium(cache), unpackChromium(cache)]);
      expect(one).toBe(other);
      expect(await readdir(cache)).toHaveLength(1);
      expect(await readdir(one)).toEqual(expect.arrayContaining(['chromium', 'fonts', 'fonts.conf', 'al2023']));
    } finally {
      await rm(cache, { recursive: true, force: true });
    }
  },
);

test.runIf(isBundledHere).each(['SIGINT', 'SIGKILL'] as const)(
  'the browser ends with its test run on %s',
  { timeout: 30_000 },
  async (signal) => {
    // A killed run cannot remove the browser's profile: it goes into a folder that this test removes.
    const temporary = await mkdtemp(join(tmpdir(), 'firsthand-browser-'));
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await rm(temporary, { recursive: true, force: true });
    });
    const held = startProgram('hold-browser.ts');
    await held.answer;
    const pid = String(held.child.pid);
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);
    expect(children.length).toBeGreaterThan(0);
    held.child.kill(signal);
    await held.exited;
    await vi.waitFor(
      async () => {
        expect(await Promise.all(children.map(runs))).not.toContain(true);
      },
      { timeout: 10_000, interval: 50 },
    );
  },
);
