/** The whole story, in a real browser: a meeting from the calendar to the manager. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyLunchSubject, storyManagerId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { assertTextHasWidth, launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const account = 'Contral Robotics';
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  if (screenshots) await firsthand.answerDemoYear();
  context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text()) && !message.text().includes('res.cdn.office.net')) violations.push(message.text());
  });
}, 300_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

/** The item of the lunch as Outlook knows it. */
async function lunchItem(): Promise<{ itemId: string; start: string }> {
  const to = new Date();
  const from = new Date(to.getTime() - 10 * 86_400_000);
  const query = new URLSearchParams({ persona: storySellerId, from: from.toISOString(), to: to.toISOString() });
  const response = await fetch(`${firsthand.workbenchUrl}local/outlook?${query}`);
  const items = (await response.json()) as { itemId: string; start: string; subject: string }[];
  const lunch = items.find(({ subject }) => subject === storyLunchSubject);
  if (!lunch) throw new Error('the calendar lacks the lunch');
  return lunch;
}

/** A fresh page at a place of the workbench, since the hash alone does not reload it. */
async function open(place: Record<string, string>): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams(place)}`);
}

function pane(): FrameLocator {
  return page.frameLocator('iframe[title="Firsthand pane in Outlook"]');
}

function tab(): FrameLocator {
  return page.frameLocator('iframe[title="Firsthand tab in Teams"]');
}

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

async function expectNoAxeFindings(frameTitle: string): Promise<void> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(`iframe[title="${frameTitle}"]`)
    .disableRules(['landmark-unique'])
    .analyze();
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

describe('the story', () => {
  it('the manager first sees the account without a word for the lunch', async () => {
    await open({ persona: storyManagerId, show: 'teams', width: '1440', page: '/team' });
    const row = tab().getByRole('row').filter({ hasText: account });
    await row.waitFor({ timeout: 60_000 });
    expect(await row.innerText()).not.toContain('On track');
    expect(await tab().locator('body').innerText()).toMatch(/Top accounts/);
    await picture('team-before');
    await expectNoAxeFindings('Firsthand tab in Teams');
  });

  it('the seller opens the lunch in Outlook and is asked one question, the suggestion focused', async () => {
    const { itemId, start } = await lunchItem();
    await open({ persona: storySellerId, show: 'outlook', day: start.slice(0, 10), item: itemId, paneWidth: '320' });
    const suggested = pane().getByRole('button', { name: /In person/ });
    await suggested.waitFor({ timeout: 60_000 });
    await pane().getByText('Dana Lee').first().waitFor();
    await expect.poll(() => suggested.evaluate((element) => element === document.activeElement)).toBe(true);
    await assertTextHasWidth(page);
    await picture('pane-question');
    await expectNoAxeFindings('Firsthand pane in Outlook');
  });

  it('one tap tags it, and the pane says what it changed', async () => {
    const reply = page.waitForResponse((response) => response.url().endsWith('/tag') && response.request().method() === 'PUT');
    await pane()
      .getByRole('button', { name: /In person/ })
      .press('Enter');
    expect((await reply).status()).toBe(200);
    await pane().getByText('On track').first().waitFor();
    await picture('pane-tagged');
  });

  it('a second tap says where', async () => {
    const reply = page.waitForResponse((response) => response.url().endsWith('/tag') && response.request().method() === 'PUT');
    await pane()
      .getByRole('button', { name: 'Meal' })
      .or(pane().getByRole('radio', { name: 'Meal' }))
      .first()
      .click();
    const stored = (await (await reply).json()) as { tag: { version: number; place: string; modality: string } };
    expect(stored.tag).toMatchObject({ version: 2, place: 'meal', modality: 'in_person' });
    await expectNoAxeFindings('Firsthand pane in Outlook');
  });

  it('the meeting is still answered after the pane was opened anew', async () => {
    const { itemId, start } = await lunchItem();
    await open({ persona: storySellerId, show: 'outlook', day: start.slice(0, 10), item: itemId, paneWidth: '320' });
    await pane().getByText('On track').first().waitFor({ timeout: 60_000 });
    await picture('pane-again');
  });

  it('the manager sees it on track', async () => {
    await open({ persona: storyManagerId, show: 'teams', width: '1440', page: '/team' });
    const row = tab().getByRole('row').filter({ hasText: account });
    await row.waitFor({ timeout: 60_000 });
    expect(await row.innerText()).toContain('On track');
    await picture('team-after');
  });
});

describe('pages that are open at the same time', () => {
  it('a tab learns by itself of an answer given in the pane', async () => {
    const { itemId, start } = await lunchItem();
    await open({ persona: storySellerId, show: 'both', day: start.slice(0, 10), item: itemId, page: '/to-tag' });
    const count = tab().getByText(/^\d+ meetings to tag$/);
    await count.waitFor({ timeout: 60_000 });
    const before = Number.parseInt(await count.innerText(), 10);
    await pane()
      .getByRole('button', { name: /^Answer for/ })
      .first()
      .click();
    await pane().getByRole('button', { name: 'Virtual', exact: true }).click();
    await pane().getByText('Saved', { exact: true }).waitFor();
    await tab()
      .getByText(`${before - 1} meetings to tag`)
      .waitFor({ timeout: 10_000 });
  });
});

describe('the keyboard', () => {
  it('reaches what hovering over a row tells, with one stop for the whole table', async () => {
    await open({ persona: storyManagerId, show: 'teams', width: '1440', page: '/team' });
    await tab().getByRole('row').nth(2).waitFor({ timeout: 60_000 });
    await tab().getByRole('button', { name: 'Next visit' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const focused = tab().locator('[data-row]:focus');
    await focused.waitFor();
    expect(await tab().locator('[data-row][tabindex="0"]').count()).toBe(1);
    const details = tab().getByRole('tooltip').filter({ hasText: 'in the last 12 months' });
    await details.filter({ visible: true }).waitFor();
    expect(await details.filter({ visible: true }).innerText()).toMatch(/Revenue: €[\d,]{5,}/);
    await page.keyboard.press('Escape');
    await expect.poll(() => details.filter({ visible: true }).count()).toBe(0);
  });
});

describe('a plain browser', () => {
  it.each(['tab.html', 'pane.html'])('%s says where it works, whatever language the browser reports', async (file) => {
    const { addinOrigin } = (await (await fetch(`${firsthand.workbenchUrl}local/workbench`)).json()) as { addinOrigin: string };
    const plain = await context.newPage();
    const errors: string[] = [];
    plain.on('pageerror', ({ message }) => errors.push(message));
    // As a browser does that was started in the POSIX locale.
    await plain.addInitScript(() => Object.defineProperty(navigator, 'language', { get: () => 'en-US@posix' }));
    await plain.goto(`${addinOrigin}/${file}`);
    await plain.getByRole('heading', { name: 'Open Firsthand in Outlook or Teams' }).waitFor({ timeout: 30_000 });
    expect(errors).toEqual([]);
    await plain.close();
  });
});

describe('the screens', () => {
  it.each([
    ['team-768-dark', { persona: storyManagerId, show: 'teams', width: '768', theme: 'dark', page: '/team' }],
    ['to-tag-1440', { persona: storySellerId, show: 'teams', width: '1440', page: '/to-tag' }],
    ['to-tag-320', { persona: storySellerId, show: 'teams', width: '320', page: '/to-tag' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await open(place);
    await tab().getByRole('main').waitFor({ timeout: 60_000 });
    await tab().getByRole('heading').first().waitFor();
    const overflow = await tab()
      .locator('html')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await picture(name);
    await expectNoAxeFindings('Firsthand tab in Teams');
  });

  it('the pages kept to the content security policy', () => {
    expect(violations).toEqual([]);
  });
});
