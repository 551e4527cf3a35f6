/** How it stands with the calendars, in a real browser: all well, what is not, and failed work that is done again; by keyboard, narrow, dark. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { sql } from 'kysely';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyAdminId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const frameTitle = 'Firsthand tab in Teams';
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  const context = await browser.newContext({ viewport: { width: 1600, height: 1300 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

const tab = (): FrameLocator => page.frameLocator(`iframe[title="${frameTitle}"]`);
const section = (): Locator => tab().getByRole('region', { name: 'How it stands' });

async function open(place: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto('about:blank');
  const whole = { persona: storyAdminId, show: 'teams', width: '1440', page: '/settings', ...place };
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams(whole)}`);
  await section().getByRole('heading').waitFor({ timeout: 60_000 });
}

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await section().screenshot({ path: join(screenshots, `${name}.png`) });
}

async function expectNoAxeFindings(): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(`iframe[title="${frameTitle}"]`)
    .disableRules(['landmark-unique'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** As the host does with what it gave up on. */
async function setAside(sellerId: string): Promise<void> {
  const { tenantId } = firsthand.microsoft.tenant;
  await firsthand.host.database.withTenant(tenantId, (tx) =>
    sql`insert into set_aside_message values (${tenantId}, 'read-mailbox', ${JSON.stringify({ tenantId, sellerId })}::jsonb, ${firsthand.clock.now()})`.execute(
      tx,
    ),
  );
}

describe('an admin', () => {
  it('reads in one sentence that all is well, and finds each calendar by the keyboard', async () => {
    await open();
    await section().getByText('All is well.').waitFor();
    await section()
      .getByText(/^The oldest look at a calendar was .+ ago\.$/)
      .waitFor();
    const summary = section().getByText(/^Each of the \d+ calendars$/);
    await summary.focus();
    await page.keyboard.press('Enter');
    const row = section().getByRole('table').getByRole('row').nth(1);
    await row.getByText(/ago$/).first().waitFor();
    await expectNoAxeFindings();
    await picture('status-well');
  });

  it('has failed work done again with Enter, hears that it is, and sees the warning go', async () => {
    await setAside(storySellerId);
    await open();
    await section().getByText('1 piece of work failed several times and waits for you.').waitFor();
    await expectNoAxeFindings();
    await picture('status-set-aside');
    await section()
      .getByRole('button', { name: /^Do it again: 1 look at a calendar, since / })
      .focus();
    await page.keyboard.press('Enter');
    await section().getByRole('status').getByText('1 is being done again.').waitFor();
    await section().getByText('All is well.').waitFor();
  });

  it('is told which trouble a calendar has, at 320 px and in the dark', async () => {
    const { graphBaseUrl } = firsthand.microsoft;
    await fetch(`${graphBaseUrl}/simulator/users/${storySellerId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mailbox: 'on_premises' }),
    });
    firsthand.clock.advance(25 * 3_600_000);
    await firsthand.host.runTimer('request-mailbox-reads');
    await open({ width: '320', theme: 'dark' });
    await section().getByText('1 seller has no mailbox in Microsoft 365, or it is on your own servers.').waitFor({ timeout: 90_000 });
    const { scrollWidth, clientWidth } = await tab()
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await section()
      .getByText(/^Each of the \d+ calendars$/)
      .click();
    await expectNoAxeFindings();
    await picture('status-narrow-dark');
  });
});
