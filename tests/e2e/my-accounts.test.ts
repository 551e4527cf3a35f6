/** My accounts in a real browser: what to do next, "I asked", "Plan it", and on an account's page its people, plans, invitations and places. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const frameTitle = 'Firsthand tab in Teams';
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
  await firsthand.answerDemoYear();
  context = await browser.newContext({ viewport: { width: 1600, height: 1300 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

interface OwnAccount {
  readonly accountId: string;
  readonly name: string;
  readonly step: { readonly code: string; readonly contact?: { readonly name: string } | null };
  readonly keyPartners: number;
  readonly virtualStreak: number;
  readonly nextVisitOn: string | null;
}

async function asSeller<T>(path: string): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ persona: storySellerId });
  const reply = await fetch(`${firsthand.workbenchUrl}local/token`, { method: 'POST', headers, body });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const response = await fetch(`${firsthand.apiUrl}/${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  return (await response.json()) as T;
}

async function ownAccounts(): Promise<readonly OwnAccount[]> {
  return (await asSeller<{ accounts: readonly OwnAccount[] }>('accounts/mine')).accounts;
}

interface PendingMeeting {
  readonly subject: string;
  readonly startsAt: string;
  readonly accounts: readonly { readonly accountId: string }[];
  readonly contacts: readonly { readonly response: string }[];
}

/**
 * The item in Outlook of an open meeting of one account that has had a call since the last visit, and no visit planned. Somebody of the
 * account has that response.
 */
async function itemOfFurtherCall(wanted: string): Promise<{ readonly itemId: string; readonly start: string }> {
  const fits = new Set((await ownAccounts()).filter((own) => own.virtualStreak > 0 && !own.nextVisitOn).map(({ accountId }) => accountId));
  const { meetings } = await asSeller<{ meetings: readonly PendingMeeting[] }>('meetings/pending?limit=200');
  for (const { subject, startsAt, accounts, contacts } of meetings) {
    const isFurther = accounts.length === 1 && accounts.every(({ accountId }) => fits.has(accountId));
    if (!isFurther || !contacts.some(({ response }) => response === wanted)) continue;
    const to = new Date(Date.parse(startsAt) + 60_000).toISOString();
    const query = new URLSearchParams({ persona: storySellerId, from: startsAt, to });
    const reply = await fetch(`${firsthand.workbenchUrl}local/outlook?${query}`);
    const items = (await reply.json()) as readonly { itemId: string; subject: string; start: string }[];
    const found = items.find((item) => item.subject === subject);
    if (found) return found;
  }
  throw new Error('the demo year has no further call');
}

async function accountWith(fits: (account: OwnAccount) => boolean): Promise<OwnAccount> {
  const found = (await ownAccounts()).find(fits);
  if (!found) throw new Error('the demo year has no such account');
  return found;
}

const toInvite = ({ step }: OwnAccount): boolean => step.code === 'invite' && Boolean(step.contact);

/** A fresh page at a place of the workbench, since the hash alone does not reload it. */
async function open(place: Record<string, string>): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams({ persona: storySellerId, show: 'teams', width: '1440', ...place })}`);
}

async function openList(place: Record<string, string> = {}): Promise<void> {
  await open({ page: '/my-accounts', ...place });
  await list().waitFor({ timeout: firstWordsTimeoutMs });
}

async function openAccount({ accountId, name }: OwnAccount, place: Record<string, string> = {}): Promise<void> {
  await open({ page: `/accounts/${accountId}`, ...place });
  await tab().getByRole('heading', { name, exact: true }).waitFor({ timeout: firstWordsTimeoutMs });
}

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${frameTitle}"]`);
}

function list(): Locator {
  return tab().getByRole('list', { name: 'Your accounts by what to do next' });
}

function row({ accountId }: OwnAccount): Locator {
  return list().locator(`[data-row="${accountId}"]`);
}

function section(name: string): Locator {
  return tab().getByRole('region', { name, exact: true });
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

async function advanceOneDay(): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ advanceMinutes: 24 * 60 });
  await fetch(`${firsthand.workbenchUrl}local/clock`, { method: 'POST', headers, body });
}

function dayInput(of: Locator): Locator {
  return of.locator('input[type="date"]');
}

describe('the list', () => {
  it('says one sentence per account, in the order of the server', async () => {
    await openList();
    const names = (await ownAccounts()).map(({ name }) => name);
    const links = await list().locator('[data-row]').getByRole('link').allTextContents();
    expect(links.filter((words) => names.includes(words))).toEqual(names);
    expect(await row(await accountWith(toInvite)).innerText()).toMatch(/Invite .+: .*in person/);
    await tab().getByRole('link', { name: 'My accounts', exact: true }).waitFor();
  });

  it('is one stop of the Tab key, and the arrows go from row to row', async () => {
    await openList();
    expect(await list().locator('[data-row][tabindex="0"]').count()).toBe(1);
    const rows = list().locator('[data-row]');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => isFocused(rows.nth(1))).toBe(true);
    await expect.poll(() => rows.nth(1).getAttribute('tabindex')).toBe('0');
    await page.keyboard.press('Tab');
    await expect.poll(() => isFocused(rows.nth(1).getByRole('link').first())).toBe(true);
    await page.keyboard.press('Escape');
    await rows.nth(1).focus();
    await page.keyboard.press('End');
    await expect.poll(() => isFocused(rows.last())).toBe(true);
  });

  it('leads to an account, and back', async () => {
    await openList();
    const [first] = await ownAccounts();
    await list()
      .getByRole('link', { name: first?.name ?? '', exact: true })
      .click();
    await tab()
      .getByRole('heading', { name: first?.name ?? '', exact: true })
      .waitFor();
    await tab().getByRole('link', { name: 'My accounts' }).last().click();
    await list().waitFor();
  });
});

describe('“I asked”', () => {
  it('moves the account on, by keyboard alone, and the focus comes back', async () => {
    const account = await accountWith(toInvite);
    await openList();
    const button = row(account).getByRole('button', { name: `I asked: ${account.name}` });
    await button.press('Enter');
    const dialog = tab().getByRole('dialog', { name: 'Whom did you ask to meet in person?' });
    const save = dialog.getByRole('button', { name: 'Save' });
    await save.waitFor();
    // The form has come in place of what waited for it, and with it the focus.
    await expect.poll(() => isFocused(dialog.getByRole('heading'))).toBe(true);
    expect(await dialog.getByRole('button', { pressed: true }).innerText()).toContain(account.step.contact?.name ?? '-');
    await expectNoAxeFindings();
    await picture('ask-dialog');
    await save.press('Enter');
    await row(account)
      .getByText(/^You asked .+ today: the answer is open$/)
      .waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('stands on the account’s page, where it is answered, changed and taken back', async () => {
    const account = await accountWith(({ step }) => step.code === 'await_answer');
    await openAccount(account);
    const asks = section('Invitations');
    await asks.getByText(/^You asked .+, today$/).waitFor();
    await asks.getByRole('button', { name: 'Said no' }).click();
    await asks.getByText('Said no, today').waitFor();
    await asks.getByRole('button', { name: 'Change the answer' }).click();
    await asks.getByRole('button', { name: 'Said yes' }).click();
    await asks.getByText('Said yes, today').waitFor();
    await picture('account-asked');
    await expectNoAxeFindings();
    expect((await ownAccounts()).find(({ accountId }) => accountId === account.accountId)?.step.code).toBe('set_day');
    await asks.getByRole('button', { name: 'Take back' }).click();
    await asks.getByText(/^Nobody was asked/).waitFor();
  });
});

describe('“Plan it”', () => {
  it('stores the day, and Teams opens an appointment that is filled in', async () => {
    const account = await accountWith(toInvite);
    await openList();
    await row(account)
      .getByRole('button', { name: `Plan it: ${account.name}` })
      .click();
    const dialog = tab().getByRole('dialog', { name: `Plan a visit: ${account.name}` });
    await dialog.getByText('Nobody is mailed before you send it.', { exact: false }).waitFor();
    await expectNoAxeFindings();
    await picture('plan-dialog');
    await dialog.getByRole('button', { name: 'Save and open the appointment' }).click();
    await page.getByText('Firsthand opens a new appointment', { exact: false }).waitFor();
    await row(account)
      .getByText(/^Visit planned on .+, in \d+ days$/)
      .waitFor();
    expect(await page.getByText('Firsthand opens a new appointment', { exact: false }).locator('..').innerText()).toMatch(/@/);
    await picture('my-accounts-planned');
  });

  it('refuses a day that has passed', async () => {
    const account = await accountWith(toInvite);
    await openList();
    await row(account)
      .getByRole('button', { name: `Plan it: ${account.name}` })
      .click();
    const dialog = tab().getByRole('dialog', { name: `Plan a visit: ${account.name}` });
    await dayInput(dialog).fill('2020-01-01');
    await dialog.getByText(/^Choose a day from /).waitFor();
    expect(await dialog.getByRole('button', { name: 'Save only' }).getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('can be dropped on the account’s page', async () => {
    const account = await accountWith(({ step }) => step.code === 'visit_planned');
    await openAccount(account);
    const plans = section('Planned visits');
    const before = await plans.getByRole('listitem').count();
    if (before === 0) return;
    await plans.getByRole('button', { name: 'Drop it' }).first().click();
    await expect.poll(() => plans.getByRole('listitem').count()).toBe(before - 1);
  });
});

describe('after a remote meeting', () => {
  it('the list to tag proposes whom to ask, and one tap notes it', async () => {
    await open({ page: '/to-tag' });
    const rows = tab().locator('[data-row]');
    await rows.first().waitFor({ timeout: firstWordsTimeoutMs });
    const ask = tab().getByText(/^Ask .+ for a coffee\?$/);
    const most = Math.min(await rows.count(), 6);
    for (let index = 0; index < most && (await ask.count()) === 0; index += 1) {
      await rows
        .nth(index)
        .getByRole('button', { name: /^Virtual/ })
        .first()
        .click();
      await rows.nth(index).getByRole('group', { name: 'What it changed' }).waitFor();
    }
    await ask.first().waitFor();
    await picture('after-virtual');
    await tab().getByRole('button', { name: 'I asked', exact: true }).first().click();
    await tab()
      .getByText(/^Noted: you asked /)
      .waitFor();
    await expectNoAxeFindings();
    await tab().getByRole('button', { name: 'Undo', exact: true }).last().click();
    await ask.first().waitFor();
  });
});

describe('in the pane, after a remote meeting', () => {
  // Beside an item that the seller wrote, Outlook has no form for another one: the web's has to do.
  it.each([
    ['beside an invitation of theirs, Outlook opens its own form', 'organizer', 'Firsthand opens a new appointment'],
    ['beside an appointment of the seller’s, Outlook on the web opens', 'accepted', 'Firsthand wants to open'],
  ])('%s, filled in', async (_, response, title) => {
    const { itemId, start } = await itemOfFurtherCall(response);
    await open({ show: 'outlook', day: start.slice(0, 10), item: itemId, paneWidth: '320' });
    const pane = page.frameLocator('iframe[title="Firsthand pane in Outlook"]');
    await pane
      .getByRole('button', { name: /^Virtual/ })
      .first()
      .click({ timeout: firstWordsTimeoutMs });
    await pane.getByText(/^Ask .+ for a coffee\?$/).waitFor();
    if (screenshots)
      await page.locator('iframe[title="Firsthand pane in Outlook"]').screenshot({ path: join(screenshots, 'pane-ask.png') });
    await pane.getByRole('button', { name: 'Plan it', exact: true }).click();
    const notice = page.getByText(title, { exact: false });
    await notice.waitFor();
    expect(decodeURIComponent(await notice.locator('..').innerText())).toMatch(/Coffee with .*@/);
  });
});

describe('key partners', () => {
  it('are named, given a role, and taken off again with a way back', async () => {
    const account = await accountWith(({ keyPartners }) => keyPartners > 0);
    await openAccount(account);
    const partners = section('Key partners');
    const name = partners.getByRole('button', { name: /^Add .+ as key partner$/ }).first();
    const person = ((await name.getAttribute('aria-label')) ?? '').replace(/^Add (.+) as key partner$/, '$1');
    await name.press('Enter');
    const more = partners.getByRole('button', { name: `Change ${person}` });
    await more.waitFor();
    await more.press('Enter');
    await tab().getByRole('menuitemradio', { name: 'Champion' }).click();
    await partners.getByText(/^Champion · Named by /).waitFor();
    await expectNoAxeFindings();
    await picture('account-named');
    await more.click();
    await tab().getByRole('menuitem', { name: 'Has left the company' }).click();
    await partners.getByText(`${person} is marked as having left.`).waitFor();
    await partners.getByRole('button', { name: 'Undo' }).click();
    await more.waitFor();
    await more.click();
    await tab().getByRole('menuitem', { name: 'Remove from key partners' }).click();
    await partners.getByText(`${person} is no key partner any more.`).waitFor();
  });
});

describe('where to meet', () => {
  it('follows what is said about visitors, with whose word it is', async () => {
    const account = await accountWith(toInvite);
    await openAccount(account);
    const where = section('Where to meet');
    await where.getByLabel('Do they take visitors at their office?').selectOption({ label: 'Not allowed' });
    await where.getByText(/^Said by Mara Sato, today\.$/).waitFor();
    expect(await where.getByText('Client office', { exact: true }).count()).toBe(0);
    await expectNoAxeFindings();
  });
});

describe('the screens', () => {
  it.each([
    ['my-accounts-320', { width: '320' }],
    ['my-accounts-320-dark', { width: '320', theme: 'dark' }],
    ['my-accounts-768', { width: '768' }],
    ['my-accounts-768-contrast', { width: '768', theme: 'contrast' }],
    ['my-accounts-1440', { width: '1440' }],
    ['my-accounts-1440-dark', { width: '1440', theme: 'dark' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await openList(place);
    await expectNothingCutOff();
    await picture(name);
    await expectNoAxeFindings();
  });

  it.each([
    ['account-next-320', { width: '320' }],
    ['account-next-768-contrast', { width: '768', theme: 'contrast' }],
    ['account-next-1440-dark', { width: '1440', theme: 'dark' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await openAccount(await accountWith(toInvite), place);
    await section('Where to meet').scrollIntoViewIfNeeded();
    await expectNothingCutOff();
    await picture(name);
    await expectNoAxeFindings();
  });

  it('the forms fit a phone', async () => {
    const account = await accountWith(toInvite);
    await openList({ width: '320' });
    await row(account)
      .getByRole('button', { name: `Plan it: ${account.name}` })
      .click();
    const dialog = tab().getByRole('dialog', { name: `Plan a visit: ${account.name}` });
    await dialog.getByRole('button', { name: 'Save only' }).waitFor();
    await expectNothingCutOff();
    await picture('plan-dialog-320');
    await expectNoAxeFindings();
  });
});

describe('a plan whose day is over', () => {
  it('asks what became of it, and is settled by the meeting that took place', async () => {
    const account = await accountWith(toInvite);
    await openAccount(account);
    await tab()
      .getByRole('button', { name: `Plan it: ${account.name}` })
      .click();
    const dialog = tab().getByRole('dialog', { name: `Plan a visit: ${account.name}` });
    const day = dayInput(dialog);
    await day.fill((await day.getAttribute('min')) ?? '');
    await dialog.getByRole('button', { name: 'Save only' }).click();
    const plans = section('Planned visits');
    await plans.getByText(/, today$/).waitFor();
    await advanceOneDay();
    await openList();
    await row(account)
      .getByText(/^Did the visit of .+ take place\?$/)
      .waitFor();
    await openAccount(account);
    await plans.getByText('The day is over. Did it happen?').waitFor();
    await plans.getByRole('button', { name: 'Yes, it happened' }).click();
    await picture('plan-passed');
    await expectNoAxeFindings();
    if ((await plans.getByRole('button', { pressed: true }).count()) === 0)
      await plans.getByRole('group').getByRole('button').first().click();
    await plans.getByRole('button', { name: 'Save as met in person' }).click();
    await plans.getByText(/^No visit is planned by hand/).waitFor();
    expect((await ownAccounts()).find(({ accountId }) => accountId === account.accountId)?.step.code).not.toBe('say_what_happened');
  });
});
