/**
 * Part of `npm run bench`: the page "To tag" with 2,000 meetings in the test browser, at full speed and four times slower. Frames while it
 * scrolls, long tasks, and how long a tap and a key take to the next frame. Milliseconds; medians, and the longest.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';
import { addMeetings } from '../support/many-meetings.ts';

const meetings = 2_000;
const slowdowns = [1, 4] as const;
const scrollMs = 5_000;
const pxPerFrame = 60;
const taps = 8;
const settleMs = 1_500;
const firstWordsTimeoutMs = 60_000;
const maxPages = 60;

declare global {
  interface Window {
    /** Durations since they were last taken. */
    measured: { longTasks: number[]; interactions: number[] };
  }
}

/** Runs in every frame of the page before anything else. */
function startMeasuring(): void {
  window.measured = { longTasks: [], interactions: [] };
  // 16 ms is the least that a browser reports; TypeScript's own types do not know of it.
  const everyEvent: PerformanceObserverInit & { readonly durationThreshold: number } = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.measured.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceEventTiming && entry.interactionId !== 0) window.measured.interactions.push(entry.duration);
    }
  }).observe(everyEvent);
}

/** Milliseconds between frames while the page scrolls down. */
function scrollDown({ forMs, px }: { readonly forMs: number; readonly px: number }): Promise<number[]> {
  return new Promise((resolve) => {
    const gapsMs: number[] = [];
    const startedAtMs = performance.now();
    let lastMs = startedAtMs;
    const frame = (): void => {
      const nowMs = performance.now();
      gapsMs.push(nowMs - lastMs);
      lastMs = nowMs;
      window.scrollBy(0, px);
      if (nowMs - startedAtMs < forMs) requestAnimationFrame(frame);
      else resolve(gapsMs);
    };
    requestAnimationFrame(frame);
  });
}

function takeMeasured(): Window['measured'] {
  const taken = window.measured;
  window.measured = { longTasks: [], interactions: [] };
  return taken;
}

function words(name: string, timesMs: readonly number[]): string {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const [median = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${name}: ${sorted.length}, median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`;
}

async function openList(page: Page, workbenchUrl: string): Promise<Frame> {
  await page.goto(`${workbenchUrl}#${new URLSearchParams({ persona: storySellerId, show: 'teams', width: '1440', page: '/to-tag' })}`);
  const element = page.locator('iframe[title="Firsthand tab in Teams"]');
  await element.contentFrame().locator('[data-row]').first().waitFor({ timeout: firstWordsTimeoutMs });
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('the tab has no frame');
  return frame;
}

async function loadAll(page: Page, frame: Frame): Promise<void> {
  await frame.locator('[data-row]').first().focus();
  for (let pages = 0; pages < maxPages; pages += 1) {
    await page.keyboard.press('End');
    await sleep(settleMs / 3);
    if ((await frame.getByRole('grid').getAttribute('aria-rowcount')) !== '-1') break;
  }
  await page.keyboard.press('Home');
  await sleep(settleMs);
}

async function measureAt(slowdown: number, { page, frame, session }: { page: Page; frame: Frame; session: CDPSession }): Promise<string> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await frame.evaluate(() => window.scrollTo(0, 0));
  await sleep(settleMs);
  await frame.evaluate(takeMeasured);
  const framesMs = await frame.evaluate(scrollDown, { forMs: scrollMs, px: pxPerFrame });
  const scrolled = await frame.evaluate(takeMeasured);
  await frame.evaluate(() => window.scrollTo(0, 0));
  await sleep(settleMs);
  for (let tap = 0; tap < taps; tap += 1) {
    await frame.getByRole('button', { name: 'Virtual', exact: true }).first().click();
    await sleep(settleMs);
  }
  const tapped = await frame.evaluate(takeMeasured);
  await frame.locator('[data-row][tabindex="0"]').focus();
  for (let key = 0; key < taps; key += 1) {
    await page.keyboard.press('v');
    await sleep(settleMs);
  }
  const typed = await frame.evaluate(takeMeasured);
  return [
    words(`${slowdown}x slower: frames while scrolling`, framesMs),
    words('  long tasks meanwhile', scrolled.longTasks),
    words('  events of taps', tapped.interactions),
    words('  events of keys', typed.interactions),
  ].join('\n');
}

async function measure(firsthand: RunningFirsthand, browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  await context.addInitScript(startMeasuring);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const frame = await openList(page, firsthand.workbenchUrl);
  await loadAll(page, frame);
  process.stdout.write(`To tag with ${meetings} meetings, ${await frame.locator('[data-row]').count()} rows drawn\n`);
  for (const slowdown of slowdowns) process.stdout.write(`${await measureAt(slowdown, { page, frame, session })}\n`);
}

const firsthand = await runFirsthand();
try {
  await firsthand.readDemoYear();
  await addMeetings(firsthand, { sellerId: storySellerId, total: meetings });
  const browser = await launchBrowser();
  await measure(firsthand, browser);
  await browser.close();
} finally {
  await firsthand.remove();
}
