/** The welcome and "I met someone" in a real browser: sure suggestions by one click, questions by keyboard, three taps for a meeting by hand. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type RawBuilder, sql } from 'kysely';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const tabTitle = 'Firsthand tab in Teams';
const paneTitle = 'Firsthand pane in Outlook';
/** Of the page's first words: the machine may do other things. */
const firstWordsTimeoutMs = 60_000;
/** Of what follows a tap. */
const patient = { timeout: 15_000 };
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  await enrolToday();
  context = await browser.newContext({ viewport: { width: 1600, height: 1300 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

/** The demo tenant's sellers enrolled before its year; this one did so a moment ago, and the year is the time before. */
async function enrolToday(): Promise<void> {
  await inTenant(sql`update person set enrolled_at = ${firsthand.clock.now()}, welcomed_at = null where person_id = ${storySellerId}`);
}

async function inTenant(statement: RawBuilder<unknown>): Promise<void> {
  await rowsOf(statement);
}

async function rowsOf<T>(query: RawBuilder<T>): Promise<readonly T[]> {
  const { host, microsoft } = firsthand;
  return (await host.database.withTenant(microsoft.tenant.tenantId, (tx) => query.execute(tx))).rows;
}

async function asSeller<T>(path: string, put?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ persona: storySellerId });
  const reply = await fetch(`${firsthand.workbenchUrl}local/token`, { method: 'POST', headers, body });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const response = await fetch(`${firsthand.apiUrl}/${path}`, {
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    ...(put ? { method: 'PUT', body: JSON.stringify(put) } : {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
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

async function openWelcome(place: Record<string, string> = {}): Promise<void> {
  await open({ page: '/welcome', ...place });
  await question().waitFor({ timeout: firstWordsTimeoutMs });
}

/** Skips the questions before the first one whose likeliest meeting has such a number of people; gives that meeting. */
async function skipToMeeting(isWanted: (people: number) => boolean): Promise<AskedMeeting> {
  const { questions } = await asSeller<{ questions: AskedAccount[] }>('welcome');
  const index = questions.findIndex(({ candidates: [likeliest] }) => likeliest && isWanted(likeliest.contacts.length));
  const [candidate] = questions[index]?.candidates ?? [];
  if (!candidate) throw new Error('no question has a meeting with so many people');
  for (const { accountId } of questions.slice(0, index)) await asSeller(`welcome/accounts/${accountId}`, { answer: 'skipped' });
  return candidate;
}

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${tabTitle}"]`);
}

function pane(): FrameLocator {
  return page.frameLocator(`iframe[title="${paneTitle}"]`);
}

function question(): Locator {
  return tab().getByRole('heading', { name: /^When did you last meet .* in person\?$/ });
}

/** `[answered, total]` of the progress line. */
async function progress(): Promise<readonly number[]> {
  const words = await tab()
    .getByText(/^\d+ of \d+ accounts?$/)
    .innerText();
  return (words.match(/\d+/g) ?? []).map(Number);
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((found) => found === found.ownerDocument.activeElement);
}

async function expectNextQuestion(before: string): Promise<void> {
  await expect.poll(() => question().innerText(), patient).not.toBe(before);
  await expect.poll(() => isFocused(question().locator('xpath=..').getByRole('button').first()), patient).toBe(true);
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
  await page.locator(`iframe[title="${frameTitle}"]`).screenshot({ path: join(screenshots, `${name}.png`) });
}

describe('the welcome', () => {
  it('is one link away from the daily list while it is due', async () => {
    await open({ page: '/to-tag' });
    const link = tab().getByRole('link', { name: 'Answer', exact: true });
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    await picture('to-tag-notice');
    await expectNoAxeFindings();
    await link.click();
    await question().waitFor();
    expect(await tab().getByRole('link', { name: 'To tag', exact: true }).getAttribute('aria-current')).toBe('true');
  });

  it.each([
    ['welcome-320', { width: '320' }],
    ['welcome-320-dark', { width: '320', theme: 'dark' }],
    ['welcome-768', { width: '768' }],
    ['welcome-768-contrast', { width: '768', theme: 'contrast' }],
    ['welcome-1440', { width: '1440' }],
    ['welcome-1440-dark', { width: '1440', theme: 'dark' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await openWelcome(place);
    await tab().getByRole('button', { name: 'Another day' }).click();
    await tab().getByLabel('Day').waitFor();
    await expectNothingCutOff();
    await picture(name);
    await expectNoAxeFindings();
  });

  it('goes from question to question by keyboard alone', async () => {
    await openWelcome();
    await page.locator(`iframe[title="${tabTitle}"]`).focus();
    const [answered = 0, total = 0] = await progress();
    const first = await question().innerText();
    await tab().getByRole('button', { name: 'Not in the last year' }).press('n');
    await expectNextQuestion(first);
    const second = await question().innerText();
    await page.keyboard.press('s');
    await expectNextQuestion(second);
    expect(await progress()).toEqual([answered + 2, total]);
  });

  it('answers one question however long a key is held', async () => {
    await openWelcome();
    await page.locator(`iframe[title="${tabTitle}"]`).focus();
    const [answered = 0] = await progress();
    const before = await question().innerText();
    await tab().getByRole('button', { name: 'Not in the last year' }).focus();
    for (let repeats = 0; repeats < 20; repeats += 1) await page.keyboard.down('s');
    await expectNextQuestion(before);
    for (let repeats = 0; repeats < 20; repeats += 1) await page.keyboard.down('s');
    await page.keyboard.up('s');
    expect((await progress())[0]).toBe(answered + 1);
  });

  it('asks who was there when nobody had accepted the invitation', async () => {
    const candidate = await skipToMeeting((people) => people >= 2);
    await inTenant(sql`update meeting_contact set response = 'none' where meeting_id = ${candidate.meetingId}`);
    await openWelcome();
    const before = await question().innerText();
    await tab().getByRole('listitem').getByRole('button').first().press('1');
    const who = tab().getByRole('group', { name: 'Who was there?' });
    await who.waitFor();
    await picture('welcome-who');
    await expectNoAxeFindings();
    expect(await who.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await who.getByRole('button', { name: candidate.contacts[0]?.name ?? '' }).click();
    await who.getByRole('button', { name: 'Save' }).click();
    await expectNextQuestion(before);
  });

  it('takes a meeting of the calendar by its digit', async () => {
    await skipToMeeting((people) => people >= 1);
    await openWelcome();
    const before = await question().innerText();
    const [answered = 0, total = 0] = await progress();
    await tab().getByRole('listitem').getByRole('button').first().press('1');
    await expectNextQuestion(before);
    const [then = 0, totalThen] = await progress();
    expect(then).toBeGreaterThan(answered);
    expect(totalThen).toBe(total);
  });

  it('takes the only one invited for the one who was met, though they had not answered', async () => {
    const candidate = await skipToMeeting((people) => people === 1);
    await inTenant(sql`update meeting_contact set response = 'none' where meeting_id = ${candidate.meetingId}`);
    await openWelcome();
    const before = await question().innerText();
    await tab().getByRole('listitem').getByRole('button').first().press('1');
    await expectNextQuestion(before);
    const versions = sql<{ version: number; was_present: boolean | null }>`
      select t.version, c.was_present from tag t
      left join tag_contact c on c.tenant_id = t.tenant_id and c.meeting_id = t.meeting_id and c.version = t.version
      where t.meeting_id = ${candidate.meetingId} order by t.version`;
    expect((await rowsOf(versions)).at(-1)).toEqual({ version: 2, was_present: true });
  });

  it('takes another day, once somebody and a day are chosen', async () => {
    await openWelcome();
    const before = await question().innerText();
    await tab().getByRole('button', { name: 'Another day' }).click();
    await tab().getByRole('button', { name: 'Save' }).click();
    await tab().getByText('Choose a day.').waitFor();
    await tab().getByLabel('Day').fill(firsthand.clock.now().toISOString().slice(0, 10));
    const people = tab().getByRole('group', { name: 'Whom did you meet?' }).getByRole('button');
    if ((await people.first().getAttribute('aria-pressed')) === 'false') await people.first().click();
    await tab().getByRole('button', { name: 'Save' }).click();
    await expectNextQuestion(before);
  });

  it('keeps the question while the server is away, and says so', async () => {
    await openWelcome();
    const before = await question().innerText();
    await setApiFault('unavailable');
    try {
      await tab().getByRole('button', { name: 'Skip' }).click();
      await tab().getByRole('alert').waitFor();
      expect(await question().innerText()).toBe(before);
      await picture('welcome-failed');
      await expectNoAxeFindings();
    } finally {
      await setApiFault('none');
    }
    await tab().getByRole('button', { name: 'Skip' }).click();
    await expectNextQuestion(before);
  });

  it('confirms all sure ones by one click, and says what that did and what was refused', async () => {
    await openWelcome();
    const button = tab().getByRole('button', { name: /^Confirm / });
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    expect(count).toBeGreaterThan(1);
    const [, total] = await progress();
    const { sure } = await asSeller<{ sure: readonly AskedMeeting[] }>('welcome');
    await inTenant(sql`update meeting set is_cancelled = true where meeting_id = ${sure[0]?.meetingId}`);
    await button.click();
    const said = tab().getByText(/^Confirmed: /);
    await said.waitFor({ timeout: firstWordsTimeoutMs });
    const confirmed = ((await said.innerText()).split('. ')[0]?.match(/\d+/g) ?? []).map(Number);
    expect(confirmed.reduce((sum, one) => sum + one, 0)).toBe(count - 1);
    await tab()
      .getByText(/^One was not confirmed: .*cancelled/)
      .waitFor();
    expect((await progress())[1]).toBe(total);
    await picture('welcome-confirmed');
    await expectNoAxeFindings();
  });

  it('waits for the calendar, and goes on by itself', async () => {
    await inTenant(sql`update mailbox set first_read_at = null where seller_id = ${storySellerId}`);
    await open({ page: '/welcome' });
    await tab().getByRole('heading', { name: 'Your calendar is being read' }).waitFor({ timeout: firstWordsTimeoutMs });
    await picture('welcome-reading');
    await inTenant(sql`update mailbox set first_read_at = ${firsthand.clock.now()} where seller_id = ${storySellerId}`);
    await question().waitFor();
  });

  it('says what is in the way while the server is away', async () => {
    await setApiFault('unavailable');
    try {
      await open({ page: '/welcome' });
      await tab().getByRole('heading', { name: 'This could not be loaded' }).waitFor({ timeout: firstWordsTimeoutMs });
    } finally {
      await setApiFault('none');
    }
  });

  it('is not asked again once it is closed', async () => {
    await openWelcome();
    await tab().getByRole('button', { name: 'Do not ask again' }).click();
    await tab().getByRole('heading', { name: 'You are not asked again' }).waitFor();
    await tab().getByRole('link', { name: 'Go to the meetings to tag' }).click();
    await tab().getByRole('link', { name: 'I met someone' }).waitFor();
    expect(await tab().getByRole('link', { name: 'Answer', exact: true }).count()).toBe(0);
    await enrolToday();
  });

  it('ends quietly, and is not due any more', async () => {
    await openWelcome();
    // All texts, which waits for none: the last question goes and nothing takes its place.
    const shown = async (): Promise<string> => (await question().allInnerTexts()).join();
    for (let words = await shown(); words !== ''; words = await shown()) {
      await tab().getByRole('button', { name: 'Skip' }).press('s');
      await expect.poll(shown, patient).not.toBe(words);
    }
    await tab().getByRole('heading', { name: 'All done' }).waitFor();
    await tab()
      .getByText(/on cadence now/)
      .waitFor();
    await picture('welcome-done');
    await expectNoAxeFindings();
    await tab().getByRole('link', { name: 'Go to the meetings to tag' }).click();
    await tab().getByRole('link', { name: 'I met someone' }).waitFor();
    expect(await tab().getByRole('link', { name: 'Answer', exact: true }).count()).toBe(0);
  });
});

describe('"I met someone"', () => {
  it.each([
    ['met-320', { width: '320' }],
    ['met-768-dark', { width: '768', theme: 'dark' }],
    ['met-1440-contrast', { width: '1440', theme: 'contrast' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await open({ page: '/met-someone', ...place });
    const accounts = tab().getByRole('group', { name: 'Which account?' });
    await accounts.waitFor({ timeout: firstWordsTimeoutMs });
    await expectNothingCutOff();
    await picture(`${name}-account`);
    await expectNoAxeFindings();
    await accounts.getByRole('listitem').first().getByRole('button').click();
    await tab().getByRole('group', { name: 'When?' }).waitFor();
    await expectNothingCutOff();
    await picture(`${name}-people`);
    await expectNoAxeFindings();
  });

  it('is three taps in the tab, and shows what they changed', async () => {
    await open({ page: '/to-tag' });
    const link = tab().getByRole('link', { name: 'I met someone' });
    await link.waitFor({ timeout: firstWordsTimeoutMs });
    await link.click();
    await tab().getByRole('searchbox', { name: 'Search account or person' }).fill('contral');
    await tab().getByRole('button', { name: 'Clear the search' }).waitFor();
    await tab()
      .getByRole('button', { name: /Contral Robotics/ })
      .click();
    await tab()
      .getByRole('button', { name: /^Dana Lee/ })
      .click();
    await tab().getByRole('button', { name: 'Today', exact: true }).click();
    await tab().getByText('Saved: in person, today').waitFor();
    await tab().getByRole('group', { name: 'What it changed' }).getByText('On track').waitFor();
    await tab().getByText('Dana Lee: met in person.').waitFor();
    await picture('met-saved');
    await expectNoAxeFindings();
    await tab().getByRole('button', { name: 'Take it back' }).click();
    await tab().getByText('Taken back').waitFor();
    expect(await tab().getByText('Dana Lee: met in person.').count()).toBe(0);
    await picture('met-taken-back');
  });

  it('stands in the pane beside an appointment without a customer', async () => {
    const to = firsthand.clock.now();
    const from = new Date(to.getTime() - 20 * 86_400_000);
    const query = new URLSearchParams({ persona: storySellerId, from: from.toISOString(), to: to.toISOString() });
    const items = (await (await fetch(`${firsthand.workbenchUrl}local/outlook?${query}`)).json()) as OutlookItem[];
    const own = items.find(({ requiredAttendees, sensitivity }) => requiredAttendees.length === 0 && /^normal$/i.test(sensitivity));
    if (!own) throw new Error('the calendar has no appointment without people');
    await open({ show: 'outlook', item: own.itemId, day: own.start.slice(0, 10) });
    const button = pane().getByRole('button', { name: 'I met someone' });
    await button.waitFor({ timeout: firstWordsTimeoutMs });
    await picture('pane-not-customer', paneTitle);
    await expectNoAxeFindings(paneTitle);
    await button.click();
    await pane().getByRole('group', { name: 'Which account?' }).getByRole('listitem').first().getByRole('button').click();
    await pane().getByRole('group', { name: 'When?' }).waitFor();
    await expectNothingCutOff(pane());
    await picture('pane-people', paneTitle);
    await expectNoAxeFindings(paneTitle);
    const person = pane().getByRole('group', { name: 'Whom did you meet?' }).getByRole('button').first();
    if ((await person.getAttribute('aria-pressed')) === 'false') await person.click();
    await pane().getByRole('group', { name: 'When?' }).getByRole('button').first().click();
    await pane()
      .getByText(/^Saved: in person, /)
      .waitFor();
    await picture('pane-saved', paneTitle);
    await expectNoAxeFindings(paneTitle);
  });
});

interface OutlookItem {
  readonly itemId: string;
  readonly start: string;
  readonly requiredAttendees: readonly unknown[];
  readonly sensitivity: string;
}

interface AskedAccount {
  readonly accountId: string;
  readonly candidates: readonly AskedMeeting[];
}

interface AskedMeeting {
  readonly meetingId: string;
  readonly contacts: readonly { readonly name: string }[];
}
