/** The account page in a real browser: the figures with their reasons, the strip by keyboard, and a pause that everybody sees. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyLunchSubject, storyManagerId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const accountName = 'Contral Robotics';
const unknownAccountId = '00000000-0000-4000-8000-000000000000';
const frameTitle = 'Firsthand tab in Teams';
/** Of the page's first words: the machine may do other things. */
const firstWordsTimeoutMs = 60_000;
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let accountId: string;

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  if (screenshots) await firsthand.answerDemoYear();
  context = await browser.newContext({ viewport: { width: 1600, height: 1300 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
  await tagLunch();
  const { accounts } = await asPerson<{ accounts: { accountId: string; name: string }[] }>(storyManagerId, 'team');
  const found = accounts.find(({ name }) => name === accountName);
  if (!found) throw new Error('the team lacks the account');
  accountId = found.accountId;
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

async function asPerson<T>(persona: string, path: string, put?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${firsthand.workbenchUrl}local/token`, { method: 'POST', headers, body: JSON.stringify({ persona }) });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const response = await fetch(`${firsthand.apiUrl}/${path}`, {
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    ...(put ? { method: 'PUT', body: JSON.stringify(put) } : {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

async function tagLunch(): Promise<void> {
  const { meetings } = await asPerson<{ meetings: { meetingId: string; subject: string }[] }>(storySellerId, 'meetings/pending?limit=200');
  const lunch = meetings.find(({ subject }) => subject === storyLunchSubject);
  if (!lunch) return;
  const claim = { outcome: 'held', modality: 'in_person', place: 'meal', timeZone: 'Europe/Berlin', basedOnVersion: 0 };
  await asPerson(storySellerId, `meetings/${lunch.meetingId}/tag`, claim);
}

async function setApiFault(api: 'none' | 'unavailable'): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${firsthand.workbenchUrl}local/faults`, { method: 'POST', headers, body: JSON.stringify({ api }) });
}

/** A fresh page at a place of the workbench, since the hash alone does not reload it. */
async function open(place: Record<string, string>): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams({ persona: storyManagerId, show: 'teams', width: '1440', ...place })}`);
}

async function openAccount(place: Record<string, string> = {}): Promise<void> {
  await open({ page: `/accounts/${accountId}`, ...place });
  await heading(accountName).waitFor({ timeout: firstWordsTimeoutMs });
  await marks().last().waitFor();
}

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${frameTitle}"]`);
}

function heading(name: string): Locator {
  return tab().getByRole('heading', { name, exact: true });
}

function marks(): Locator {
  return tab().locator('[data-meeting]');
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((found) => found === found.ownerDocument.activeElement);
}

async function expectNoAxeFindings(): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(`iframe[title="${frameTitle}"]`)
    // Fluent's own sentinels around an open dialog: they hand the focus on and never keep it.
    .exclude([`iframe[title="${frameTitle}"]`, '[data-tabster-dummy]'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function expectNothingCutOff(): Promise<void> {
  const overflowPx = await tab()
    .locator('html')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflowPx).toBeLessThanOrEqual(0);
}

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.locator(`iframe[title="${frameTitle}"]`).screenshot({ path: join(screenshots, `${name}.png`) });
}

describe('the way to an account', () => {
  it('is its name in the team, and the way back is there', async () => {
    await open({ page: '/team' });
    const link = tab().getByRole('link', { name: accountName, exact: true });
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    await link.click();
    await heading(accountName).waitFor();
    await expect.poll(() => isFocused(heading(accountName))).toBe(true);
    await tab().getByRole('link', { name: 'Team' }).last().click();
    await tab().getByRole('table', { name: 'Accounts of your team' }).waitFor();
  });

  it('is its name in the list to tag', async () => {
    await open({ page: '/to-tag', persona: storySellerId });
    const link = tab().locator('[data-row]').getByRole('link').first();
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    const name = await link.innerText();
    await link.press('Enter');
    await heading(name).waitFor();
  });

  it.each([unknownAccountId, 'no-id'])('of the id %s ends in a sentence', async (id) => {
    await open({ page: `/accounts/${id}` });
    await heading('This account is not here').waitFor({ timeout: firstWordsTimeoutMs });
    await expectNoAxeFindings();
  });
});

describe('the page', () => {
  it('says how the account stands, why, and with whom', async () => {
    await openAccount();
    const words = await tab().getByRole('main').innerText();
    expect(words).toMatch(/Last in person \d+ days ago; due again by /);
    expect(words).toMatch(/from revenue: among those that bring 80%/);
    expect(words).toMatch(/Dana Lee\s+Met in person \d+ days ago/);
    expect(words).toMatch(/Mara Sato\s+\d+ in person\s+\d+ remote/);
    for (const name of ['Recency', 'Frequency', 'Key-partner reach']) await tab().getByRole('progressbar', { name }).waitFor();
  });

  it('opens the rule and the meetings behind a figure, and gives the focus back', async () => {
    await openAccount();
    const why = tab().getByRole('button', { name: 'Why? Recency' });
    await why.press('Enter');
    const panel = tab().getByRole('dialog', { name: 'Recency' });
    await panel.getByText('1 meeting counts').waitFor();
    expect(await panel.innerText()).toContain('All 50 points up to 45 days after the last meeting in person');
    expect(await panel.getByRole('listitem').innerText()).toContain(storyLunchSubject);
    await expectNoAxeFindings();
    await picture('account-why');
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(why)).toBe(true);
    expect(await panel.count()).toBe(0);
  });

  it('tells each mark of the strip by keyboard, with one stop of the Tab key', async () => {
    await openAccount();
    expect(await tab().locator('[data-meeting][tabindex="0"]').count()).toBe(1);
    const newest = marks().last();
    expect(await newest.getAttribute('tabindex')).toBe('0');
    await newest.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => isFocused(marks().nth(-2))).toBe(true);
    const name = (await marks().nth(-2).getAttribute('aria-label')) ?? '';
    const [weekday = 'no day'] = name.split(',');
    await tab().getByRole('tooltip').filter({ hasText: weekday }).waitFor();
    await page.keyboard.press('Home');
    await expect.poll(() => isFocused(marks().first())).toBe(true);
    await page.keyboard.press('Enter');
    await tab().getByRole('dialog', { name: 'The last 12 months' }).waitFor();
  });

  it('says what is in the way while the server is away, and comes back', async () => {
    await open({ page: '/team' });
    const link = tab().getByRole('link', { name: accountName, exact: true });
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    await setApiFault('unavailable');
    try {
      await link.click();
      await heading('This could not be loaded').waitFor({ timeout: 30_000 });
    } finally {
      await setApiFault('none');
    }
    await tab().getByRole('button', { name: 'Try again' }).click();
    await heading(accountName).waitFor();
  });
});

describe('a pause', () => {
  it('needs a reason, and the focus comes back when it is given up', async () => {
    await openAccount();
    const button = tab().getByRole('button', { name: 'Pause', exact: true });
    await button.press('Enter');
    const dialog = tab().getByRole('dialog', { name: `Pause ${accountName}` });
    await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await dialog.getByText('Choose a reason first.').waitFor();
    await expectNoAxeFindings();
    await picture('account-pause');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => isFocused(button)).toBe(true);
  });

  it('by the manager stands on the page with reason and name', async () => {
    await tab().getByRole('button', { name: 'Pause', exact: true }).click();
    const dialog = tab().getByRole('dialog', { name: `Pause ${accountName}` });
    await dialog.getByLabel('Reason').selectOption({ label: 'The customer is reorganising' });
    await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await tab()
      .getByText(/^Paused until .* by Jonas Weber\. The customer is reorganising\.$/)
      .waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await tab().getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0);
    await expectNoAxeFindings();
    await picture('account-paused');
  });

  it('stands in the team beside the word', async () => {
    await open({ page: '/team' });
    const row = tab().getByRole('row').filter({ hasText: accountName });
    await row.getByText(/^Paused until /).waitFor({ timeout: firstWordsTimeoutMs });
    await tab().getByText('1 paused').waitFor();
    await picture('team-paused');
  });

  it('is seen by the seller, who cannot end it', async () => {
    await openAccount({ persona: storySellerId });
    await tab()
      .getByText(/by Jonas Weber\. The customer is reorganising\.$/)
      .waitFor();
    expect(await tab().getByRole('button', { name: 'Resume' }).count()).toBe(0);
    expect(await tab().getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0);
  });

  it('ends when the manager resumes', async () => {
    await openAccount();
    await tab().getByRole('button', { name: 'Resume' }).click();
    await tab().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await expect.poll(() => isFocused(heading(accountName))).toBe(true);
    expect(
      await tab()
        .getByText(/^Paused until /)
        .count(),
    ).toBe(0);
  });
});

describe('the screens', () => {
  it.each([
    ['account-320', { width: '320' }],
    ['account-320-dark', { width: '320', theme: 'dark' }],
    ['account-768', { width: '768' }],
    ['account-768-contrast', { width: '768', theme: 'contrast' }],
    ['account-1440', { width: '1440' }],
    ['account-1440-dark', { width: '1440', theme: 'dark' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await openAccount(place);
    await expectNothingCutOff();
    await picture(name);
    await expectNoAxeFindings();
  });

  it('a bar shows what is missing as empty where the system forces its colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    try {
      await openAccount();
      const bars = tab().getByRole('region', { name: 'Score', exact: true }).getByRole('progressbar');
      const grounds = await bars.evaluateAll((found) => found.map((bar) => getComputedStyle(bar).backgroundColor));
      expect(grounds).toEqual(Array(3).fill('rgb(255, 255, 255)'));
    } finally {
      await page.emulateMedia({ forcedColors: 'none' });
    }
  });

  it('the panel behind a figure fits a phone', async () => {
    await openAccount({ width: '320' });
    await tab().getByRole('button', { name: 'Show as a list' }).click();
    const panel = tab().getByRole('dialog', { name: 'The last 12 months' });
    await panel.getByRole('listitem').first().waitFor();
    await expectNothingCutOff();
    expect((await panel.boundingBox())?.width).toBeLessThanOrEqual(320);
    await expectNoAxeFindings();
  });
});
