/** My data in a real browser: one quiet link away, who looked, every record, a download that is checked, and every state. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MyDataReply, MyDataExport, recordKinds } from '../../api/contract/my-data.ts';
import { storyLunchSubject, storyManagerId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const tabTitle = 'Firsthand tab in Teams';
const paneTitle = 'Firsthand pane in Outlook';
/** Of the page's first words: the machine may do other things. */
const firstWordsTimeoutMs = 60_000;
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  await tagLunch();
  const { accounts } = await asPerson<{ accounts: { accountId: string; owner: { id: string } | null }[] }>(storyManagerId, 'team');
  const own = accounts.find(({ owner }) => owner?.id === storySellerId);
  if (!own) throw new Error('the seller owns no account');
  await asPerson(storyManagerId, `accounts/${own.accountId}`);
  context = await browser.newContext({
    viewport: { width: 1600, height: 1300 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
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
  if (!lunch) throw new Error('the story has no lunch to tag');
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
  const query = new URLSearchParams({ persona: storySellerId, show: 'teams', width: '1440', ...place });
  await page.goto(`${firsthand.workbenchUrl}#${query}`);
}

async function openMyData(place: Record<string, string> = {}): Promise<void> {
  await open({ page: '/my-data', ...place });
  await heading('My data').waitFor({ timeout: firstWordsTimeoutMs });
}

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${tabTitle}"]`);
}

function heading(name: string): Locator {
  return tab().getByRole('heading', { name, exact: true });
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((found) => found === found.ownerDocument.activeElement);
}

async function expectNoAxeFindings(frameTitle = tabTitle): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(`iframe[title="${frameTitle}"]`).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function expectNothingCutOff(frame = tab()): Promise<void> {
  const overflowPx = await frame.locator('html').evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflowPx).toBeLessThanOrEqual(0);
}

async function picture(name: string, frameTitle = tabTitle): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  const frame = page.locator(`iframe[title="${frameTitle}"]`);
  await frame.screenshot({ path: join(screenshots, `${name}.png`) });
}

describe('the way to My data', () => {
  it('is a quiet link at the foot of the tab, and the keyboard goes on from its heading', async () => {
    await open({ page: '/to-tag' });
    const link = tab().getByRole('link', { name: 'What is recorded about me' });
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    await link.press('Enter');
    await heading('My data').waitFor();
    await expect.poll(() => isFocused(heading('My data'))).toBe(true);
    expect(await link.getAttribute('aria-current')).toBe('page');
  });

  it('is there for a manager, about the manager', async () => {
    await openMyData({ persona: storyManagerId });
    const looks = tab().getByText(/looks of yours at other people’s pages$/);
    await looks.click();
    await tab().getByRole('table').getByText('Mara Sato').first().waitFor();
    expect(
      await tab()
        .getByText(/versions? of your answers/)
        .count(),
    ).toBe(0);
    await picture('my-data-manager');
  });
});

describe('the page', () => {
  it('says who looked', async () => {
    await openMyData();
    const table = tab().getByRole('table', { name: 'Who looked' });
    const row = table.getByRole('row').filter({ hasText: 'Jonas Weber' });
    await row.filter({ hasText: 'Page of ' }).first().waitFor();
    await row.filter({ hasText: /Team/ }).first().waitFor();
  });

  it('says what is never recorded, what others see, how long it stays, and what it is for', async () => {
    await openMyData();
    const words = await tab().getByRole('main').innerText();
    expect(words).toMatch(/for coaching, not for pay or discipline/);
    for (const name of ['What others see', 'What is never recorded', 'How long it stays']) await heading(name).waitFor();
    expect(words).toMatch(/Camera, microphone, face and voice/);
  });

  it('opens every kind by keyboard, with what was recorded', async () => {
    await openMyData();
    const answers = tab().getByText(/^1 version of your answers/);
    await answers.press('Enter');
    const table = tab().getByRole('table', { name: /^1 version of your answers/ });
    await table.getByText(storyLunchSubject).waitFor();
    await table.getByText('In person, Meal').waitFor();
    await answers.press('Enter');
    await expect.poll(() => table.isVisible()).toBe(false);
  });

  it('shows more of a long list when asked', async () => {
    await openMyData();
    await tab()
      .getByText(/ meetings with customers$/)
      .click();
    const rows = tab()
      .getByRole('table', { name: / meetings with customers$/ })
      .getByRole('row');
    const more = tab().getByRole('button', { name: 'Show more' });
    await more.waitFor();
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  });
});

describe('the download', () => {
  it('is one file with everything that is counted', async () => {
    await openMyData();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab().getByRole('button', { name: 'Download everything' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^firsthand-my-data-\d{4}-\d{2}-\d{2}\.json$/);
    const file = MyDataExport.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    const { totals, profile } = await asPerson<MyDataReply>(storySellerId, 'my-data');
    expect(file.profile).toEqual(profile);
    for (const kind of recordKinds) expect(file.records[kind].records, kind).toHaveLength(totals[kind]);
    expect(file.records.tags.records).toMatchObject([{ subject: storyLunchSubject, modality: 'in_person', place: 'meal' }]);
    await tab()
      .getByText(/is ready and was given to this program to save/)
      .waitFor();
  });

  it('can be copied where the program around the page saves no file', async () => {
    await tab().getByRole('button', { name: 'Copy the text' }).click();
    await tab().getByRole('button', { name: 'Copied' }).waitFor();
    // Of the workbench's own page: its frames have no clipboard to read from, as in Teams.
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(MyDataExport.parse(JSON.parse(copied)).format).toBe('firsthand-my-data');
    await picture('my-data-downloaded');
    await expectNoAxeFindings();
  });

  it('that fails says so, and works when asked again', async () => {
    await openMyData();
    await tab().getByRole('table', { name: 'Who looked' }).waitFor();
    await setApiFault('unavailable');
    await tab().getByRole('button', { name: 'Download everything' }).click();
    await tab()
      .getByText(/^The file could not be put together/)
      .waitFor();
    await setApiFault('none');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab().getByRole('button', { name: 'Download everything' }).click(),
    ]);
    expect(await download.failure()).toBeNull();
  });
});

describe('a failing server', () => {
  it('is said in place of the page, which comes back by itself', async () => {
    await openMyData();
    await tab().getByRole('link', { name: 'To tag' }).click();
    await setApiFault('unavailable');
    await open({ page: '/my-data' });
    await tab().getByRole('alert').waitFor({ timeout: firstWordsTimeoutMs });
    await expectNoAxeFindings();
    await setApiFault('none');
    await heading('My data').waitFor({ timeout: firstWordsTimeoutMs });
  });
});

describe('the screens', () => {
  it.each([
    ['my-data-320', { width: '320' }],
    ['my-data-320-dark', { width: '320', theme: 'dark' }],
    ['my-data-768-contrast', { width: '768', theme: 'contrast' }],
    ['my-data-1440', { width: '1440' }],
    ['my-data-1440-dark', { width: '1440', theme: 'dark' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await openMyData(place);
    await tab()
      .getByText(/ meetings with customers$/)
      .click();
    await tab().getByRole('button', { name: 'Show more' }).waitFor();
    await expectNothingCutOff();
    await picture(name);
    await tab().getByText('How long it stays').scrollIntoViewIfNeeded();
    await picture(`${name}-foot`);
    await expectNoAxeFindings();
  });
});

describe('in the pane', () => {
  it('the same page is one quiet link away, and the way back is there', async () => {
    await open({ show: 'outlook' });
    const pane = page.frameLocator(`iframe[title="${paneTitle}"]`);
    const link = pane.getByRole('button', { name: 'What is recorded about me' });
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    await link.click();
    await pane.getByRole('heading', { name: 'My data', exact: true }).waitFor();
    await expectNothingCutOff(pane);
    await picture('my-data-pane', paneTitle);
    await expectNoAxeFindings(paneTitle);
    await pane.getByRole('button', { name: 'Back' }).first().click();
    await link.waitFor();
    await expect.poll(() => isFocused(link)).toBe(true);
  });
});
