/** Somebody's own calendar in a real browser: the workbench asks which companies are customers, and the welcome follows. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firsthand, startFirsthand } from '../../api/local/firsthand.ts';
import { prepareOwnCalendar } from '../../api/local/own-calendar.ts';
import { jsonLog } from '../../api/platform/log.ts';
import { calendar, event } from '../local/microsoft/ics-text.ts';
import { freePortPair } from '../local/start/started.ts';
import { launchBrowser } from '../support/browser.ts';

const me = 'kim@halden-instruments.com';
const dayMs = 86_400_000;
/** Of the page's first words, and of a calendar that is read again: the machine may do other things. */
const patient = { timeout: 60_000 };
const screenshots = process.env['SCREENSHOTS'];
let folder: string;
let firsthand: Firsthand;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-own-e2e-'));
  const calendarFile = join(folder, 'mine.ics');
  await writeFile(calendarFile, ownCalendar());
  const own = await prepareOwnCalendar({ calendarFile, accountsFile: undefined, mail: me }, new Date());
  if (!own.ok) throw new Error(own.failure.sentence);
  const silent = (): void => undefined;
  const options = { dataFolder: folder, port: await freePortPair(), isForTest: true, log: jsonLog(silent), say: silent };
  [firsthand, browser] = await Promise.all([startFirsthand({ ...options, own: own.value }), launchBrowser()]);
  await firsthand.readOwnYear();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await firsthand.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Twelve companies; the first is met twice, so that it alone is chosen beforehand. */
function ownCalendar(): string {
  const meeting = (uid: string, daysAgo: number, guest: string): readonly string[] => {
    const day = new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10).replaceAll('-', '');
    return event(
      `UID:${uid}`,
      `DTSTART:${day}T100000Z`,
      'DURATION:PT1H',
      `ORGANIZER:mailto:${me}`,
      `ATTENDEE:mailto:${guest}`,
      'LOCATION:Trattoria',
    );
  };
  const others = Array.from({ length: 11 }, (_, index) => meeting(`other-${index}`, 20 + index, `sam@fabrikam-${index}.com`));
  return calendar(meeting('one', 10, 'dana@contoso.com'), meeting('two', 17, 'dana@contoso.com'), ...others);
}

async function open(place: { readonly width?: number; readonly theme?: string } = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: place.width ?? 1400, height: 900 }, locale: 'en-GB' });
  page = await context.newPage();
  await page.goto(`${firsthand.workbenchUrl}#theme=${place.theme ?? 'default'}`);
}

const dialog = (): Locator => page.getByRole('dialog', { name: 'Which of these are your customers?' });

async function expectNothingWrong(name: string): Promise<void> {
  expect(await dialog().evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

it.each([
  ['own-calendar', {}],
  ['own-calendar-dark', { theme: 'dark' }],
  ['own-calendar-320', { width: 320 }],
  ['own-calendar-320-contrast', { width: 320, theme: 'contrast' }],
])('%s: the dialog opens by itself, nothing is cut off, axe finds nothing', async (name, place) => {
  await open(place);
  await dialog().waitFor(patient);
  await dialog().getByRole('button', { name: 'Bring in 1 account' }).waitFor();
  await expectNothingWrong(name);
  await page.context().close();
});

it('a search narrows the list, all means what it has found, and nothing chosen brings nothing in', async () => {
  await open();
  await dialog().waitFor(patient);
  const entries = dialog().getByRole('list', { name: 'Proposed accounts' }).getByRole('listitem');
  expect(await entries.count()).toBe(12);
  await dialog().getByRole('searchbox').fill('fabrikam');
  expect(await entries.count()).toBe(11);
  await dialog().getByRole('checkbox', { name: 'All 11 found' }).check();
  await dialog().getByRole('button', { name: 'Bring in 12 accounts' }).waitFor();
  await dialog().getByRole('searchbox').fill('nobody');
  await dialog().getByText('No company or domain has these letters.').waitFor();
  await dialog().getByRole('searchbox').fill('');
  const all = dialog().getByRole('checkbox', { name: 'All 12' });
  await all.uncheck();
  const button = dialog().getByRole('button', { name: 'Choose at least one' });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
});

it('the chosen ones come in, and the welcome asks about them', async () => {
  await dialog()
    .getByRole('checkbox', { name: /^Contoso/ })
    .check();
  await dialog().getByRole('button', { name: 'Bring in 1 account' }).click();
  await dialog().waitFor({ state: 'hidden', ...patient });
  const tab = page.frameLocator('iframe[title="Firsthand tab in Teams"]');
  await tab.getByRole('heading', { name: 'When did you last meet Contoso in person?' }).waitFor(patient);
});

it('the others can be chosen later, none of them beforehand, and are not asked for by themselves', async () => {
  await page.reload();
  await page.getByRole('button', { name: '11 companies to choose' }).waitFor(patient);
  expect(await dialog().isVisible()).toBe(false);
  await page.getByRole('button', { name: '11 companies to choose' }).click();
  await dialog().getByRole('button', { name: 'Choose at least one' }).waitFor();
  await dialog()
    .getByRole('checkbox', { name: /^Fabrikam 3/ })
    .check();
  await dialog().getByRole('button', { name: 'Bring in 1 account' }).click();
  await dialog().waitFor({ state: 'hidden', ...patient });
  await page.getByRole('button', { name: '10 companies to choose' }).waitFor(patient);
});
