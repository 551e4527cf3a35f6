/** The admin's accounts in a real browser: a file is checked, imported and undone, rules are set, and accounts are put right. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyAdminId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const frameTitle = 'Firsthand tab in Teams';
const header = 'account_id,name,domains,revenue,currency,owner';
/** More than the page lets through. */
const tooManyBytes = 12_000_001;
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let page: Page;
let ownerMail: string;
const violations: string[] = [];
const importCalls: string[] = [];

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  ownerMail = firsthand.microsoft.tenant.users.find(({ id }) => id === storySellerId)?.mail ?? '';
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text()) && !message.text().includes('res.cdn.office.net')) violations.push(message.text());
  });
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/accounts/import')) importCalls.push(new URL(request.url()).pathname);
  });
}, 300_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${frameTitle}"]`);
}

function section(name: string): Locator {
  return tab().getByRole('region', { name });
}

async function open(place: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto('about:blank');
  const whole = { persona: storyAdminId, show: 'teams', width: '1440', page: '/settings', ...place };
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams(whole)}`);
  await section('Put accounts right').getByRole('table').waitFor({ timeout: 60_000 });
  await section('Import accounts').getByRole('heading', { name: 'Last import' }).waitFor();
  await section('Account rules').getByLabel('Tier A').waitFor();
}

async function chooseFile(name: string, content: string | Buffer): Promise<void> {
  await tab()
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

function csv(...rows: readonly string[]): string {
  return [header, ...rows].join('\n');
}

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

async function expectNoAxeFindings(): Promise<void> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(`iframe[title="${frameTitle}"]`)
    .disableRules(['landmark-unique'])
    .analyze();
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

describe('a file that cannot be imported', () => {
  it('is called too large before anything is sent', async () => {
    await open();
    await chooseFile('large.csv', Buffer.alloc(tooManyBytes, 'a'));
    await section('Import accounts').getByText('large.csv: The file is larger than 12 MB.').waitFor();
    expect(importCalls).toEqual([]);
  });

  it('is told in a word why nothing of it can be read', async () => {
    await chooseFile('accounts.pdf', '%PDF-1.7');
    await section('Import accounts').getByText('accounts.pdf: This is a PDF.').waitFor();
    await picture('import-refused-file');
    await expectNoAxeFindings();
  });

  it('shows each wrong row with its line, column, excerpt and a sentence, and cannot be imported', async () => {
    await chooseFile(
      'faults.csv',
      csv('9001,Brandt,brandt,1000,EUR,nobody@elsewhere.example', `9001,Twice,twice.example,12 apples,EUR,${ownerMail}`),
    );
    const table = section('Import accounts').getByRole('table', { name: 'To correct in the file' });
    await table.waitFor();
    const rows = await table.getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['2', 'domains', 'brandt', 'This is not an internet domain, such as contoso.com.'],
      ['3', 'revenue', '12 apples', 'This is not an amount. Write digits alone, such as 1250000 or 1250000.50.'],
      ['3', 'account_id', '', 'Line 2 has the same id.'],
    ]);
    expect(await importButton().getAttribute('aria-disabled')).toBe('true');
    await picture('import-faults');
    await expectNoAxeFindings();
  });
});

function importButton(): Locator {
  return section('Import accounts').getByRole('button', { name: 'Import', exact: true });
}

describe('the place for a file', () => {
  async function drop(...names: readonly string[]): Promise<void> {
    await section('Import accounts')
      .getByText('up to 12 MB')
      .or(section('Import accounts').getByText('One file at a time'))
      .evaluate((element, files) => {
        const dataTransfer = new DataTransfer();
        for (const name of files) dataTransfer.items.add(new File(['%PDF-1.7'], name));
        element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
      }, names);
  }

  it('takes one file that is dropped there, and not several', async () => {
    const callsBefore = importCalls.length;
    await drop('one.pdf', 'two.pdf');
    await section('Import accounts').getByText('One file at a time, please').waitFor();
    await drop('dropped.pdf');
    await section('Import accounts').getByText('dropped.pdf: This is a PDF.').waitFor();
    expect(importCalls).toHaveLength(callsBefore + 1);
  });

  it('gives an example file with all columns', async () => {
    const download = page.waitForEvent('download');
    await section('Import accounts').getByRole('link', { name: 'Download an example file with all columns' }).click();
    const file = await (await download).path();
    expect((await readFile(file, 'utf8')).split('\n')[0]).toMatch(/^account_id,name,.*,cadence_days$/);
  });
});

describe('an import', () => {
  const file = (): string =>
    csv(`9001,Brandt Werke,brandt-werke.example,125000,EUR,${ownerMail}`, `9002,Alpina Tech,alpina-tech.example,80000,CHF,${ownerMail}`);

  it('asks for the rate of each other currency, and is checked again with it', async () => {
    await chooseFile('new.csv', file());
    const rate = section('Import accounts').getByLabel('Rate of CHF');
    await rate.fill('1,234');
    await rate.press('Enter');
    await section('Import accounts').getByText('This can be read in two ways. Write 1234 or 1,2340.').waitFor();
    await picture('import-rates');
    await rate.fill('1,05');
    expect(await importButton().getAttribute('aria-disabled')).toBe('true');
    await rate.press('Enter');
    await section('Import accounts').getByText('2 accounts are added').waitFor();
    await section('Import accounts').getByText('The import can be undone afterwards.').waitFor();
    await section('Import accounts').getByText('2 accounts are added').click();
    await picture('import-ready');
    await expectNoAxeFindings();
  });

  it('stores what was checked, and says so', async () => {
    await importButton().press('Enter');
    await section('Import accounts').getByText('new.csv is imported: 2 added, 0 changed, 0 unchanged.').waitFor();
    await section('Import accounts').getByText('new.csv: 2 added, 0 changed, 0 unchanged').waitFor();
    await section('Import accounts')
      .getByText(/, by you$/)
      .waitFor();
    await picture('import-stored');
  });

  it('of a changed file says which accounts change, and in what', async () => {
    await chooseFile(
      'again.csv',
      file()
        .replace('Brandt Werke', 'Brandt AG')
        .replace(/\n9002.*/, ''),
    );
    await section('Import accounts').getByText('1 account changes').click();
    expect(await section('Import accounts').getByRole('table', { name: '1 account changes' }).getByRole('row').nth(1).innerText()).toMatch(
      /Brandt AG\s+9001\s+2\s+name$/,
    );
    await section('Import accounts').getByRole('button', { name: 'Cancel' }).click();
    await section('Import accounts').getByText('Choose a file or drop it here').waitFor();
  });

  it('is undone only after a confirmation that says what will happen', async () => {
    await section('Import accounts').getByRole('button', { name: 'Undo this import…' }).click();
    const dialog = tab().getByRole('dialog');
    await dialog.getByText('The 2 accounts that it added are removed.').waitFor();
    await picture('import-undo');
    await expectNoAxeFindings();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await section('Import accounts').getByRole('button', { name: 'Undo this import…' }).click();
    await tab().getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await section('Import accounts')
      .getByText(/^Undone: /)
      .waitFor();
    await section('Put accounts right').getByLabel('Search name, id or domain').fill('brandt-werke');
    await section('Put accounts right').getByText('No account fits.').waitFor();
  });
});

describe('the account rules', () => {
  it('say that a shorter cadence waits, which days are none, and which domain is wrong', async () => {
    await open();
    const rules = section('Account rules');
    await rules.getByLabel('Tier A').fill('30');
    await rules.getByText('Tier A is shorter than now: it takes effect in 30 days.').waitFor();
    await rules.getByLabel('Tier B').fill('366');
    await rules.getByRole('button', { name: 'Save rules' }).click();
    await rules.getByText('1 to 365', { exact: true }).waitFor();
    await rules.getByLabel('Tier B').fill('90');
    await rules.getByLabel('Domains of companies that you work with').fill('partner-one.com\nnonsense');
    await rules.getByRole('button', { name: 'Save rules' }).click();
    await rules.getByText('“nonsense” is not an internet domain. Nothing was saved.').waitFor();
    await picture('rules');
    await expectNoAxeFindings();
    await rules.getByLabel('Domains of companies that you work with').fill('partner-one.com');
    await rules.getByRole('button', { name: 'Save rules' }).click();
    await rules.getByText('The rules are saved.').waitFor();
  });
});

describe('two accounts that are one customer', () => {
  it('are merged after a search, with the keyboard alone, and separated again', async () => {
    await open();
    const accounts = section('Put accounts right');
    const [first = '', second = ''] = (await accounts.getByRole('rowheader').allInnerTexts()).map((names) => names.split('\n')[0] ?? '');
    await accounts.getByRole('button', { name: `Merge into… (${first})` }).press('Enter');
    const dialog = tab().getByRole('dialog');
    await dialog.getByLabel('The account that stays').first().fill(second);
    await dialog.getByRole('radio', { name: new RegExp(`^${second}`) }).press('Space');
    await dialog.getByText(`Chosen: ${second}`).waitFor();
    await picture('merge');
    await expectNoAxeFindings();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await accounts.getByText(`Merged into ${second}`).waitFor();
    await accounts.getByRole('button', { name: `Separate again… (${first})` }).press('Enter');
    await tab().getByRole('dialog').getByRole('button', { name: 'Separate', exact: true }).press('Enter');
    await accounts.getByText(`Merged into ${second}`).waitFor({ state: 'detached' });
  });
});

describe('an account that is two customers', () => {
  it('is split into a new account, and a taken id is told apart', async () => {
    const accounts = section('Put accounts right');
    await accounts.getByLabel('Search name, id or domain').fill('contral');
    await accounts.getByRole('button', { name: 'Split… (Contral Robotics)' }).click();
    const dialog = tab().getByRole('dialog');
    const split = dialog.getByRole('button', { name: 'Split', exact: true });
    expect(await split.getAttribute('aria-disabled')).toBe('true');
    const contacts = dialog.getByRole('group', { name: 'Contacts that move' });
    await contacts.getByRole('checkbox').last().check();
    await dialog.getByText('1 contact chosen').waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Contral Labs');
    const [takenId = ''] = firsthand.microsoft.tenant.accountsCsv.split('\n')[1]?.split(',') ?? [];
    await dialog.getByLabel('Id in your CRM').fill(takenId);
    await picture('split');
    await expectNoAxeFindings();
    await split.click();
    await dialog.getByText(`There is an account with the id ${takenId} already.`).waitFor();
    await dialog.getByLabel('Id in your CRM').fill('9003');
    await split.click();
    await accounts.getByText('Contral Labs').waitFor();
  });
});

describe('the screen', () => {
  it.each([
    ['settings-320', { width: '320' }],
    ['settings-768-dark', { width: '768', theme: 'dark' }],
    ['settings-1440', { width: '1440' }],
    ['settings-1440-contrast', { width: '1440', theme: 'contrast' }],
  ] as const)('%s: nothing is cut off, axe finds nothing', async (name, place) => {
    await open(place);
    const overflow = await tab()
      .locator('html')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await picture(name);
    await expectNoAxeFindings();
  });

  it('says what is not loaded, and what was not done, while the server is away', async () => {
    await open();
    await page.route('**/api/**', (route) => route.abort());
    await section('Account rules').getByRole('button', { name: 'Save rules' }).click();
    await section('Account rules').getByText('There is no connection to the server. Try again when it is back.').waitFor();
    await chooseFile('new.csv', csv(`9001,Brandt Werke,brandt-werke.example,125000,EUR,${ownerMail}`));
    await section('Import accounts').getByText('There is no connection to the server.').waitFor();
    await page.unroute('**/api/**');
  });

  it('breaks no content security policy', () => {
    expect(violations).toEqual([]);
  });
});
