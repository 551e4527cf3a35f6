/** The page "To tag" in a real browser: a run by keyboard alone, one answer for several and its undo, and a list of 2,000. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { sql } from 'kysely';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';
import { addMeetings } from '../support/many-meetings.ts';

const tabTitle = 'Firsthand tab in Teams';
const manyMeetings = 2_000;
/** Of the page's first words: the machine may do other things. */
const firstWordsTimeoutMs = 60_000;
/** Of what follows a tap. */
const patient = { timeout: 20_000 };
const screenshots = process.env['SCREENSHOTS'];
let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text()) && !message.text().includes('res.cdn.office.net')) violations.push(message.text());
  });
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

/** A fresh page at a place of the workbench, since the hash alone does not reload it. */
async function open(place: Record<string, string> = {}): Promise<void> {
  await page.goto('about:blank');
  const query = new URLSearchParams({ persona: storySellerId, show: 'teams', width: '1440', page: '/to-tag', ...place });
  await page.goto(`${firsthand.workbenchUrl}#${query}`);
  await rows().first().waitFor({ timeout: firstWordsTimeoutMs });
}

function tab(): FrameLocator {
  return page.frameLocator(`iframe[title="${tabTitle}"]`);
}

function rows(): Locator {
  return tab().locator('[data-row]');
}

function focusedRow(): Locator {
  return tab().locator('[data-row]:focus');
}

function rowOf(meetingId: string): Locator {
  return tab().locator(`[data-row="${meetingId}"]`);
}

async function idOf(row: Locator): Promise<string> {
  return (await row.getAttribute('data-row', patient)) ?? '';
}

async function focusFirstRow(): Promise<string> {
  await rows().first().focus();
  return idOf(focusedRow());
}

async function press(key: string): Promise<string> {
  await page.keyboard.press(key);
  return idOf(focusedRow());
}

/** How the database has it: the version that counts, and its modality or outcome. */
async function stored(meetingId: string): Promise<{ readonly version: number; readonly answer: string | null }> {
  const { host, microsoft } = firsthand;
  const { rows: found } = await host.database.withTenant(microsoft.tenant.tenantId, (tx) =>
    sql<{ version: number; answer: string | null }>`
      select m.tag_version as version, coalesce(t.modality, t.outcome) as answer
      from meeting m left join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.version = m.tag_version
      where m.meeting_id = ${meetingId}`.execute(tx),
  );
  return found[0] ?? { version: -1, answer: null };
}

const answerOf = async (meetingId: string): Promise<string | null> => (await stored(meetingId)).answer;

async function openMeetings(): Promise<number> {
  const words = await tab()
    .getByText(/^[\d,]+ meetings? to tag$/)
    .innerText();
  return Number(words.replaceAll(/\D/g, ''));
}

/** The details of a row stand outside of the page's landmarks, where Fluent puts every tooltip: the row describes itself with the same words. */
const notOurs = ['landmark-unique', 'region'];

async function expectNoAxeFindings(): Promise<void> {
  const { violations: found } = await new AxeBuilder({ page }).include(`iframe[title="${tabTitle}"]`).disableRules(notOurs).analyze();
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** How far an element reaches below the upper edge of another one; negative above it. */
async function pxBelow(element: Locator, edge: Locator): Promise<number> {
  const [box, edgeBox] = await Promise.all([element.boundingBox(patient), edge.boundingBox(patient)]);
  return (box ? box.y + box.height : Infinity) - (edgeBox?.y ?? 0);
}

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.locator(`iframe[title="${tabTitle}"]`).screenshot({ path: join(screenshots, `${name}.png`) });
}

describe('by keyboard alone', () => {
  it('the page begins with its own name, for those who hear it', async () => {
    await open();
    expect(await tab().getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['To tag']);
  });

  it('one key answers, and the focus goes on to the next open meeting', async () => {
    await open();
    const answers = { i: 'in_person', v: 'virtual', p: 'phone', h: 'hybrid' } as const;
    let current = await focusFirstRow();
    for (const [key, answer] of Object.entries(answers)) {
      const next = await press(key);
      expect(next).not.toBe(current);
      await expect.poll(() => answerOf(current), patient).toBe(answer);
      current = next;
    }
    expect(await tab().locator('[data-row][tabindex="0"]').count()).toBe(1);
    await picture('to-tag-keys');
  });

  it('N asks what happened instead, and goes on once that is said', async () => {
    await open();
    const first = await focusFirstRow();
    await page.keyboard.press('n');
    const choice = tab().getByRole('group', { name: 'What happened?' });
    await choice.waitFor();
    await expect
      .poll(() =>
        choice
          .getByRole('button')
          .first()
          .evaluate((found) => found === found.ownerDocument.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => answerOf(first), patient).toBe('no_show');
    await expect.poll(() => focusedRow().count()).toBe(1);
    expect(await idOf(focusedRow())).not.toBe(first);
  });

  it('Z takes the last answer back, and the focus with it', async () => {
    await open();
    const first = await focusFirstRow();
    await press('v');
    await expect.poll(() => answerOf(first), patient).toBe('virtual');
    expect(await press('z')).toBe(first);
    await expect.poll(() => stored(first), patient).toEqual({ version: 0, answer: null });
    await rowOf(first).getByRole('button', { name: 'In person' }).waitFor();
  });

  it('the arrows, Home, End and the page keys go from row to row, to the very last one', async () => {
    await open();
    const first = await focusFirstRow();
    const second = await press('ArrowDown');
    expect(second).not.toBe(first);
    expect(await press('ArrowUp')).toBe(first);
    const further = await press('PageDown');
    expect([first, second]).not.toContain(further);
    await expect.poll(() => press('End'), patient).toBeTruthy();
    await expect.poll(async () => (await tab().getByRole('grid').getAttribute('aria-rowcount')) !== '-1', patient).toBe(true);
    await press('End');
    const grid = tab().getByRole('grid');
    expect(await focusedRow().getAttribute('aria-rowindex')).toBe(await grid.getAttribute('aria-rowcount'));
    await focusedRow().waitFor();
    expect(await press('Home')).toBe(first);
  });

  it('keys with Ctrl, and letters outside of the list, answer nothing', async () => {
    await open();
    const first = await focusFirstRow();
    await page.keyboard.press('Control+i');
    await tab().getByRole('link', { name: 'I met someone' }).focus();
    await page.keyboard.press('v');
    await rowOf(first).getByRole('button', { name: 'In person' }).waitFor();
    expect(await stored(first)).toEqual({ version: 0, answer: null });
  });

  it('? lists the keys, and the focus comes back', async () => {
    await open();
    const first = await focusFirstRow();
    await page.keyboard.press('?');
    await tab().getByRole('dialog', { name: 'Keys of this list' }).waitFor();
    await picture('to-tag-help');
    await expectNoAxeFindings();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedRow().count(), patient).toBe(1);
    expect(await idOf(focusedRow())).toBe(first);
  });
});

describe('one answer for several', () => {
  const bar = (): Locator => tab().getByRole('group', { name: 'How did you meet, for all of them?' });

  it('is given by keys, says what was stored, and is taken back as a whole', async () => {
    await open();
    const before = await openMeetings();
    const ids = [await focusFirstRow()];
    for (let count = 0; count < 3; count += 1) ids.push(await press('Shift+ArrowDown'));
    await bar().getByText('4 meetings selected').waitFor();
    await picture('to-tag-selected');
    await expectNoAxeFindings();
    expect(ids).not.toContain(await press('v'));
    await bar().getByText('Virtual: 4 meetings answered.').waitFor(patient);
    for (const id of ids) expect(await answerOf(id)).toBe('virtual');
    await tab()
      .getByText(`${(before - 4).toLocaleString('en-GB')} meetings to tag`)
      .waitFor(patient);
    await picture('to-tag-bulk');
    await expectNoAxeFindings();
    await bar().getByRole('button', { name: 'Undo all' }).click();
    await bar().getByText('4 answers taken back.').waitFor(patient);
    for (const id of ids) expect(await stored(id)).toEqual({ version: 0, answer: null });
    for (const id of ids) await rowOf(id).getByRole('button', { name: 'In person' }).waitFor();
    await tab()
      .getByText(`${before.toLocaleString('en-GB')} meetings to tag`)
      .waitFor(patient);
  });

  it('leaves the row with the focus on the screen, and what was taken back before on one line', async () => {
    await open();
    const first = await focusFirstRow();
    await press('v');
    await expect.poll(() => answerOf(first), patient).toBe('virtual');
    expect(await press('z')).toBe(first);
    await rowOf(first).getByRole('button', { name: 'In person' }).waitFor();
    await expect.poll(() => stored(first), patient).toEqual({ version: 0, answer: null });
    for (let count = 0; count < 6; count += 1) await press('Shift+ArrowDown');
    await page.keyboard.press('v');
    await bar().getByText('Virtual: 7 meetings answered.').waitFor(patient);
    await rowOf(first).getByRole('button', { name: 'Add details' }).waitFor({ state: 'attached' });
    await expect.poll(() => pxBelow(focusedRow(), bar()), patient).toBeLessThanOrEqual(0);
    await bar().getByRole('button', { name: 'Undo all' }).click();
    await bar().getByText('7 answers taken back.').waitFor(patient);
  });

  it('is given by mouse: a day, a range with Shift, and the outcome for all', async () => {
    await open();
    await tab()
      .getByRole('checkbox', { name: /^Select all of / })
      .first()
      .click();
    await bar()
      .getByText(/meetings? selected/)
      .waitFor();
    await bar().getByRole('button', { name: 'Clear selection' }).click();
    const boxes = tab().getByRole('checkbox', { name: /^Select (?!all of)/ });
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await bar().getByText('3 meetings selected').waitFor();
    await bar().getByRole('button', { name: "Didn't happen" }).click();
    await tab().getByRole('menuitem', { name: 'It was called off' }).click();
    await bar().getByText('It was called off: 3 meetings answered.').waitFor(patient);
    await bar().getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => bar().count()).toBe(0);
  });

  it('asks by N what happened instead, for all of them', async () => {
    await open();
    const first = await focusFirstRow();
    const second = await press('Shift+ArrowDown');
    await page.keyboard.press('n');
    const moved = tab().getByRole('menuitem', { name: 'It was moved' });
    await moved.waitFor();
    await moved.press('Enter');
    await bar().getByText('It was moved: 2 meetings answered.').waitFor(patient);
    for (const id of [first, second]) expect(await answerOf(id)).toBe('rescheduled');
  });

  it('says of a meeting that somebody answered meanwhile why it was not stored', async () => {
    await open();
    const first = await focusFirstRow();
    await page.keyboard.press(' ');
    await press('Shift+ArrowDown');
    const { host, microsoft } = firsthand;
    await host.database.withTenant(microsoft.tenant.tenantId, (tx) =>
      sql`update meeting set is_cancelled = true where meeting_id = ${first}`.execute(tx),
    );
    await page.keyboard.press('v');
    await bar().getByText('Virtual: 1 meeting answered.').waitFor(patient);
    await bar().getByText('1 meeting not answered: This meeting was cancelled, so there is nothing to answer.').waitFor();
  });
});

describe('2,000 meetings', () => {
  beforeAll(async () => {
    await addMeetings(firsthand, { sellerId: storySellerId, total: manyMeetings });
  });

  it('are all reached by scrolling, a window of them drawn, none twice', async () => {
    await open();
    const frame = tab().locator('html');
    const seen = new Set<string>();
    const grid = tab().getByRole('grid');
    await expect
      .poll(
        async () => {
          const drawn = await rows().evaluateAll((elements) => elements.map((element) => element.getAttribute('data-row') ?? ''));
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(drawn.length).toBeLessThan(60);
          for (const id of drawn) seen.add(id);
          await frame.evaluate((element) => element.ownerDocument.defaultView?.scrollBy(0, 900));
          return seen.size;
        },
        { timeout: 110_000, interval: 20 },
      )
      .toBeGreaterThanOrEqual(manyMeetings);
    expect(await grid.getAttribute('aria-rowcount')).not.toBe('-1');
    await picture('to-tag-2000');
    await expectNoAxeFindings();
  }, 180_000);

  it('Ctrl+A selects every one of them', async () => {
    await open();
    await focusFirstRow();
    await page.keyboard.press('Control+a');
    await tab()
      .getByText(`${manyMeetings.toLocaleString('en-GB')} meetings selected`)
      .waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await expect
      .poll(() =>
        tab()
          .getByText(/meetings selected/)
          .count(),
      )
      .toBe(0);
  });

  it('the row with the focus keeps it while the list is scrolled away', async () => {
    await open();
    const first = await focusFirstRow();
    await tab()
      .locator('html')
      .evaluate((element) => element.ownerDocument.defaultView?.scrollTo(0, 8_000));
    await expect.poll(() => rows().count()).toBeGreaterThan(5);
    expect(await idOf(focusedRow())).toBe(first);
    const next = await press('ArrowDown');
    expect(next).not.toBe(first);
    await expect
      .poll(() =>
        tab()
          .locator('html')
          .evaluate((element) => element.ownerDocument.defaultView?.scrollY ?? 0),
      )
      .toBeLessThan(2_000);
  });
});

describe('the screens', () => {
  it.each([
    ['to-tag-320', { width: '320' }],
    ['to-tag-320-dark', { width: '320', theme: 'dark' }],
    ['to-tag-768-dark', { width: '768', theme: 'dark' }],
    ['to-tag-1440-contrast', { width: '1440', theme: 'contrast' }],
  ] as const)('%s: nothing is cut off while meetings are selected, axe finds nothing', async (name, place) => {
    await open(place);
    await focusFirstRow();
    await page.keyboard.press(' ');
    await press('Shift+ArrowDown');
    await tab().getByText('2 meetings selected').waitFor();
    const overflowPx = await tab()
      .locator('html')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflowPx).toBeLessThanOrEqual(0);
    await picture(name);
    await expectNoAxeFindings();
  });

  it('say how far the week is', async () => {
    await open();
    await tab()
      .getByText(/^\d+ of \d+ this week$/)
      .waitFor();
  });
});

describe('the end', () => {
  it('says what the answers did for the coverage', async () => {
    const { host, microsoft } = firsthand;
    await host.database.withTenant(microsoft.tenant.tenantId, (tx) =>
      sql`
        update meeting m set is_cancelled = true from meeting_seller ms
        where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id and ms.seller_id = ${storySellerId} and m.tag_version = 0
          and m.meeting_id <> (
            select o.meeting_id from meeting o join meeting_seller os on os.tenant_id = o.tenant_id and os.meeting_id = o.meeting_id
            where os.seller_id = ${storySellerId} and o.tag_version = 0 and not o.is_cancelled and o.ends_at <= ${firsthand.clock.now()}
              and os.response <> 'declined'
            order by o.ends_at desc limit 1
          )`.execute(tx),
    );
    await open();
    const [first] = [await focusFirstRow()];
    await page.keyboard.press('i');
    await expect.poll(() => answerOf(first), patient).toBe('in_person');
    await tab()
      .getByText(/^All done\. Coverage of your A accounts (went from \d+% to \d+%|stays at \d+%)\.$/)
      .waitFor(patient);
    await picture('to-tag-done');
    await expectNoAxeFindings();
  });

  it('the pages kept to the content security policy', () => {
    expect(violations).toEqual([]);
  });
});
