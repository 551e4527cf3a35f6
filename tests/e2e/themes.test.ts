/** Every look of the hosts, in a real browser: what can be read and told apart, by eye and by axe. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyLunchSubject, storyManagerId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const tabTitle = 'Firsthand tab in Teams';
const paneTitle = 'Firsthand pane in Outlook';
/** Of a page's first words: the machine may do other things. */
const firstWordsTimeoutMs = 90_000;
const screenshots = process.env['SCREENSHOTS'];
const themes = ['default', 'dark', 'contrast', 'glass'] as const;
type Theme = (typeof themes)[number];

let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let lunch: { readonly itemId: string; readonly start: string };

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  if (screenshots) await firsthand.answerDemoYear();
  context = await browser.newContext({ viewport: { width: 1500, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
  lunch = await lunchItem();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

async function lunchItem(): Promise<{ itemId: string; start: string }> {
  const to = new Date();
  const from = new Date(to.getTime() - 10 * 86_400_000);
  const query = new URLSearchParams({ persona: storySellerId, from: from.toISOString(), to: to.toISOString() });
  const response = await fetch(`${firsthand.workbenchUrl}local/outlook?${query}`);
  const items = (await response.json()) as { itemId: string; start: string; subject: string }[];
  const found = items.find(({ subject }) => subject === storyLunchSubject);
  if (!found) throw new Error('the calendar lacks the lunch');
  return found;
}

/** A fresh page at a place of the workbench, since the hash alone does not reload it. */
async function open(place: Record<string, string>): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams(place)}`);
}

function pane(): FrameLocator {
  return page.frameLocator(`iframe[title="${paneTitle}"]`);
}

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${tabTitle}"]`);
}

async function openPane(theme: Theme): Promise<void> {
  const { itemId, start } = lunch;
  await open({ persona: storySellerId, show: 'outlook', day: start.slice(0, 10), item: itemId, paneWidth: '320', theme });
  await pane()
    .getByRole('button', { name: /In person/ })
    .waitFor({ timeout: firstWordsTimeoutMs });
  await pane().getByRole('region', { name: 'Next to tag' }).getByRole('button').first().waitFor({ timeout: firstWordsTimeoutMs });
}

async function openTab(theme: Theme, pageRoute: string, persona: string): Promise<void> {
  await open({ persona, show: 'teams', width: '768', page: pageRoute, theme });
  await tab().getByRole('navigation').waitFor({ timeout: firstWordsTimeoutMs });
  await tab().getByRole('progressbar', { name: 'Loading' }).waitFor({ state: 'detached', timeout: firstWordsTimeoutMs });
}

const tabPages = [
  { name: 'to-tag', route: '/to-tag', persona: storySellerId },
  { name: 'my-accounts', route: '/my-accounts', persona: storySellerId },
  { name: 'team', route: '/team', persona: storyManagerId },
] as const;

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `theme-${name}.png`) });
}

/** axe cannot see what shines through glass: there the contrast is asked for below. */
async function expectNoAxeFindings(frameTitle: string, theme: Theme): Promise<void> {
  const disabled = theme === 'glass' ? ['landmark-unique', 'color-contrast'] : ['landmark-unique'];
  const { violations } = await new AxeBuilder({ page }).include(`iframe[title="${frameTitle}"]`).disableRules(disabled).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** One computed property of the element. */
async function styleOf(element: ReturnType<FrameLocator['locator']>, property: string): Promise<string> {
  return element.evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property);
}

describe('the pane', () => {
  it.each(['default', 'dark', 'contrast'] as const)('can be read in Outlook’s theme %s', async (theme) => {
    await openPane(theme);
    await picture(`pane-${theme}`);
    await expectNoAxeFindings(paneTitle, theme);
  });

  it('changes its looks with Outlook, without being loaded anew', async () => {
    await openPane('default');
    const ground = pane().locator('#root > div > div').first();
    const before = await styleOf(ground, 'background-color');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await expect.poll(() => styleOf(ground, 'background-color')).not.toBe(before);
    expect(await styleOf(pane().locator('html'), 'color-scheme')).toBe('dark');
  });
});

describe('the tab', () => {
  it.each(themes.flatMap((theme) => tabPages.map((tabPage) => ({ theme, ...tabPage }))))(
    'can be read in Teams’ theme $theme on the page $name',
    async ({ theme, name, route, persona }) => {
      await openTab(theme, route, persona);
      await picture(`${name}-${theme}`);
      await expectNoAxeFindings(tabTitle, theme);
    },
  );

  it('lets the picture of a glass theme through, no more than its smallest text allows', async () => {
    await openTab('glass', '/to-tag', storySellerId);
    const ground = tab().locator('#root > div > div').first();
    expect(await styleOf(tab().locator('#root > div').first(), 'background-color')).toBe('rgba(0, 0, 0, 0)');
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(await styleOf(ground, 'background-color'));
    expect(alpha).toBeLessThan(1);
    const onWhite = [red, green, blue].map((part) => part * alpha + 255 * (1 - alpha));
    const text = numbersIn(await styleOf(ground, 'color'));
    expect(contrast(onWhite, text)).toBeGreaterThan(4.5);
  });
});

describe('colours that Windows forces', () => {
  it.each(['dark', 'light'] as const)('leave everything distinguishable, %s', async (colorScheme) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    try {
      await openPane('default');
      await picture(`pane-forced-${colorScheme}`);
      const suggested = pane().getByRole('button', { name: /In person/ });
      const other = pane().getByRole('button', { name: 'Virtual' });
      expect(await styleOf(suggested, 'background-color')).not.toBe(await styleOf(other, 'background-color'));
      expect(await styleOf(other, 'border-top-style')).toBe('solid');
      // By keyboard: a ring that the theme leaves transparent is one that Windows colours.
      await suggested.press('Tab');
      await page.keyboard.press('Shift+Tab');
      expect(await styleOf(suggested, 'outline-style')).toBe('solid');
      for (const { name, route, persona } of tabPages) {
        await openTab('default', route, persona);
        await picture(`${name}-forced-${colorScheme}`);
      }
      await openTab('default', '/my-accounts', storySellerId);
      const [current, another] = [tab().locator('nav a[aria-current]'), tab().locator('nav a:not([aria-current])').first()];
      expect(await styleOf(current, 'border-bottom-color')).not.toBe(await styleOf(another, 'border-bottom-color'));
    } finally {
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    }
  });
});

describe('somebody who asked for less motion', () => {
  it('sees nothing that keeps moving', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      await openPane('default');
      const moving = await pane()
        .locator('body')
        .evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
      expect(moving).toBe(0);
    } finally {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
    }
  });
});

function numbersIn(color: string): readonly number[] {
  return [...color.matchAll(/[\d.]+/g)].map(([digits]) => Number(digits));
}

/** WCAG 2.2, of two opaque colours with parts from 0 to 255. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
