/** An answer is sent exactly once: without a network, over a closed page, a lost answer, seven days, and from two devices. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { sql } from 'kysely';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const screenshots = process.env['SCREENSHOTS'];
const weekMs = 7 * 86_400_000;
const paneTitle = 'Firsthand pane in Outlook';
let firsthand: RunningFirsthand;
let browser: Browser;
let device: BrowserContext;
let page: Page;
let meetings: OpenMeeting[];

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  device = await newDevice();
  meetings = await findOpenMeetings();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, `failed-${task.name.slice(0, 40)}`);
  await setApiFault('none');
  await device.setOffline(false);
  await device.unrouteAll();
  for (const opened of device.pages()) await opened.close();
});

interface OpenMeeting {
  readonly meetingId: string;
  readonly itemId: string;
  readonly start: string;
}

function newDevice(): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
}

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await fetch(`${firsthand.workbenchUrl}local/${path}`, init)).json()) as Record<string, unknown>;
}

async function setApiFault(api: string): Promise<void> {
  await post('faults', { api });
}

/** Untagged meetings of the seller, with the item that Outlook shows for each: one per test. */
async function findOpenMeetings(): Promise<OpenMeeting[]> {
  const { accessToken } = await post('token', { persona: storySellerId });
  const pending = await fetch(`${firsthand.apiUrl}/meetings/pending?limit=50`, {
    headers: { authorization: `Bearer ${String(accessToken)}` },
  });
  const { meetings: open } = (await pending.json()) as { meetings: { meetingId: string; startsAt: string; isAllDay: boolean }[] };
  const now = Date.now();
  const span = { from: new Date(now - 60 * 86_400_000).toISOString(), to: new Date(now).toISOString() };
  const outlook = await fetch(`${firsthand.workbenchUrl}local/outlook?${new URLSearchParams({ persona: storySellerId, ...span })}`);
  const items = (await outlook.json()) as { itemId: string; start: string }[];
  return open.flatMap(({ meetingId, startsAt, isAllDay }) => {
    const own = items.filter(({ start }) => Date.parse(start) === Date.parse(startsAt));
    const [item] = own;
    return item && own.length === 1 && !isAllDay ? [{ meetingId, ...item }] : [];
  });
}

function nextMeeting(): OpenMeeting {
  const meeting = meetings.shift();
  if (!meeting) throw new Error('no open meeting is left');
  return meeting;
}

async function openPane(
  on: BrowserContext,
  { itemId, start }: OpenMeeting,
  show: Record<string, string> = { show: 'outlook' },
): Promise<Page> {
  const opened = await on.newPage();
  const place = { persona: storySellerId, day: start.slice(0, 10), item: itemId, paneWidth: '320', ...show };
  await opened.goto(`${firsthand.workbenchUrl}#${new URLSearchParams(place)}`);
  return opened;
}

function paneOf(opened: Page): FrameLocator {
  return opened.frameLocator(`iframe[title="${paneTitle}"]`);
}

function tabOf(opened: Page): FrameLocator {
  return opened.frameLocator('iframe[title="Firsthand tab in Teams"]');
}

async function answer(opened: Page, name: RegExp): Promise<void> {
  const button = paneOf(opened).getByRole('button', { name }).first();
  await button.waitFor({ timeout: 60_000 });
  await button.click();
}

/** The page stays open, without a network, with the answer waiting. */
async function answerOffline(meeting: OpenMeeting, name: RegExp): Promise<Page> {
  const opened = await openPane(device, meeting);
  await paneOf(opened).getByRole('button', { name }).first().waitFor({ timeout: 60_000 });
  await device.setOffline(true);
  await answer(opened, name);
  await paneOf(opened).getByText('Waiting to be sent: 1').waitFor();
  return opened;
}

async function stored({ meetingId }: OpenMeeting): Promise<{ readonly counting: number; readonly said: readonly (string | null)[] }> {
  const { tenantId } = firsthand.microsoft.tenant;
  return firsthand.host.database.withTenant(tenantId, async (tx) => {
    const tags = await sql<{ modality: string | null }>`select modality from tag where meeting_id = ${meetingId} order by version`.execute(
      tx,
    );
    const meeting = await sql<{ tag_version: number }>`select tag_version from meeting where meeting_id = ${meetingId}`.execute(tx);
    return { counting: meeting.rows[0]?.tag_version ?? -1, said: tags.rows.map(({ modality }) => modality) };
  });
}

async function picture(of: Page, name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await of.screenshot({ path: join(screenshots, `${name}.png`) });
}

async function expectNoAxeFindings(of: Page): Promise<void> {
  const axe = new AxeBuilder({ page: of }).include(`iframe[title="${paneTitle}"]`).disableRules(['landmark-unique']);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

const saved = { exact: true } as const;
/** The page may have read the meeting before or after the waiting answer was stored. */
const savedWords = /^Saved$|^You, /;

describe('an answer without a network', () => {
  it('is kept over a closed page and seven days, and stored once when the network is back', async () => {
    const meeting = nextMeeting();
    page = await answerOffline(meeting, /In person/);
    await paneOf(page).getByText('Kept on this device, sends by itself').waitFor();
    await picture(page, 'offline-waiting');
    await expectNoAxeFindings(page);
    expect(await stored(meeting)).toEqual({ counting: 0, said: [] });
    await page.close();

    firsthand.clock.advance(weekMs);
    await device.setOffline(false);
    page = await openPane(device, meeting);
    await paneOf(page).getByText(savedWords).waitFor({ timeout: 60_000 });
    expect(await stored(meeting)).toEqual({ counting: 1, said: ['in_person'] });
  });

  it('is still answered on the screen after the page was opened again, while it waits', async () => {
    const meeting = nextMeeting();
    page = await answerOffline(meeting, /Virtual/);
    await page.close();
    await device.setOffline(false);
    await device.route('**/tag', (route) => route.abort());
    page = await openPane(device, meeting);
    await paneOf(page).getByText('Kept on this device, sends by itself').waitFor({ timeout: 60_000 });
    await picture(page, 'offline-again');
    await device.unroute('**/tag');
    await paneOf(page).getByText('Saved', saved).waitFor({ timeout: 90_000 });
    expect(await stored(meeting)).toEqual({ counting: 1, said: ['virtual'] });
  });

  it('that is taken back before it left the device leaves no trace', async () => {
    const meeting = nextMeeting();
    page = await answerOffline(meeting, /In person/);
    await paneOf(page).getByRole('button', { name: 'Undo' }).click();
    await paneOf(page).getByText('Waiting to be sent: 1').waitFor({ state: 'detached' });
    await device.setOffline(false);
    await paneOf(page).getByText('How did you meet?').waitFor();
    expect(await stored(meeting)).toEqual({ counting: 0, said: [] });
  });

  it('is shown as waiting in the pane and in the tab, and sent by one of them', async () => {
    const meeting = nextMeeting();
    page = await openPane(device, meeting, { show: 'both', page: '/to-tag' });
    await tabOf(page)
      .getByText(/meetings? to tag/)
      .first()
      .waitFor({ timeout: 60_000 });
    await paneOf(page)
      .getByRole('button', { name: /In person/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await device.setOffline(true);
    await answer(page, /In person/);
    await paneOf(page).getByText('Waiting to be sent: 1').waitFor();
    await tabOf(page).getByText('Waiting to be sent: 1').waitFor();
    await picture(page, 'offline-both');
    await device.setOffline(false);
    await paneOf(page).getByText('Saved', saved).waitFor({ timeout: 90_000 });
    await tabOf(page).getByText('Waiting to be sent: 1').waitFor({ state: 'detached' });
    expect(await stored(meeting)).toEqual({ counting: 1, said: ['in_person'] });
  });
});

describe('a server that fails', () => {
  it('after it has stored an answer, before it could say so, stores it once', async () => {
    const meeting = nextMeeting();
    page = await openPane(device, meeting);
    await paneOf(page)
      .getByRole('button', { name: /In person/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await device.route('**/of-item', (route) => route.abort());
    await setApiFault('answer_lost');
    await answer(page, /In person/);
    await paneOf(page).getByText('Kept on this device, sends by itself').waitFor();
    expect(await stored(meeting)).toEqual({ counting: 1, said: ['in_person'] });
    await page.close();
    await device.unroute('**/of-item');
    await setApiFault('none');
    const sentAgain = device.waitForEvent('response', (response) => response.url().endsWith('/tag') && response.ok());
    page = await openPane(device, meeting);
    await sentAgain;
    await paneOf(page).getByText(savedWords).waitFor({ timeout: 60_000 });
    expect(await stored(meeting)).toEqual({ counting: 1, said: ['in_person'] });
  });

  it('is told to whoever asks how far the reading is, instead of breaking it', async () => {
    await setApiFault('unavailable');
    const answer = await fetch(`${firsthand.workbenchUrl}local/progress`);
    expect([answer.status, await answer.json()]).toEqual([503, { error: 'status answered 503 ' }]);
  });
});

describe('undo in the pane', () => {
  it('takes a stored answer back, and the meeting is open again', async () => {
    const meeting = nextMeeting();
    page = await openPane(device, meeting);
    await answer(page, /In person/);
    await paneOf(page).getByText('Saved', saved).waitFor();
    await picture(page, 'undo-offered');
    await expectNoAxeFindings(page);
    await paneOf(page).getByRole('button', { name: 'Undo' }).click();
    await paneOf(page).getByText('How did you meet?').waitFor();
    await expect.poll(() => stored(meeting)).toEqual({ counting: 0, said: ['in_person', null] });
    await answer(page, /Virtual/);
    await paneOf(page).getByText('Saved', saved).waitFor();
    expect(await stored(meeting)).toEqual({ counting: 3, said: ['in_person', null, 'virtual'] });
    await paneOf(page).getByRole('button', { name: 'Earlier answers' }).click();
    await paneOf(page)
      .getByText(/^Taken back/)
      .waitFor();
    await picture(page, 'earlier-answers');
    await expectNoAxeFindings(page);
  });
});

describe('two devices', () => {
  it('that answered differently show both answers, and both are kept whichever counts', async () => {
    const meeting = nextMeeting();
    const phone = await newDevice();
    page = await openPane(device, meeting);
    const other = await openPane(phone, meeting);
    for (const opened of [page, other]) {
      await paneOf(opened)
        .getByRole('button', { name: /In person/ })
        .first()
        .waitFor({ timeout: 60_000 });
    }
    await device.setOffline(true);
    await answer(page, /In person/);
    await paneOf(page).getByText('Waiting to be sent: 1').waitFor();
    await answer(other, /Virtual/);
    await paneOf(other).getByText('Saved', saved).waitFor();
    await phone.close();

    await device.setOffline(false);
    await paneOf(page).getByText('There are two answers. Which one counts?').waitFor({ timeout: 90_000 });
    await paneOf(page)
      .getByText(/on another device/)
      .waitFor();
    await picture(page, 'two-answers');
    await expectNoAxeFindings(page);
    await paneOf(page).getByRole('button', { name: 'This one counts: Virtual' }).click();
    await paneOf(page).getByText('Saved', saved).waitFor();
    expect(await stored(meeting)).toEqual({ counting: 3, said: ['virtual', 'in_person', 'virtual'] });
  });

  it('are decided upon anywhere when the meeting is no longer on the screen', async () => {
    const [meeting, elsewhere] = [nextMeeting(), nextMeeting()];
    page = await answerOffline(meeting, /In person/);
    const phone = await newDevice();
    const other = await openPane(phone, meeting);
    await answer(other, /Virtual/);
    await paneOf(other).getByText('Saved', saved).waitFor();
    await phone.close();
    await page.close();

    await device.setOffline(false);
    page = await openPane(device, elsewhere);
    const notice = paneOf(page).getByRole('region', { name: 'Not sent yet' });
    await notice.getByText('There are two answers. Which one counts?').waitFor({ timeout: 90_000 });
    await picture(page, 'two-answers-elsewhere');
    await expectNoAxeFindings(page);
    await notice.getByRole('button', { name: 'This one counts: In person' }).click();
    await expect.poll(() => stored(meeting)).toEqual({ counting: 2, said: ['virtual', 'in_person'] });
    await notice.waitFor({ state: 'detached' });
  });
});

describe('an answer that the server will never take', () => {
  it('is shown with what was said, and can be given up', async () => {
    const meeting = nextMeeting();
    page = await answerOffline(meeting, /In person/);
    await firsthand.host.database.withTenant(firsthand.microsoft.tenant.tenantId, (tx) =>
      tx.updateTable('meeting').set({ is_cancelled: true }).where('meeting_id', '=', meeting.meetingId).execute(),
    );
    await page.close();
    await device.setOffline(false);
    page = await openPane(device, nextMeeting());
    const notice = paneOf(page).getByRole('region', { name: 'Not sent yet' });
    await notice.getByText(/^Not stored: .*: In person\. This meeting was cancelled/).waitFor({ timeout: 90_000 });
    await picture(page, 'refused');
    await expectNoAxeFindings(page);
    await notice.getByRole('button', { name: 'Give it up' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await stored(meeting)).toEqual({ counting: 0, said: [] });
  });
});
