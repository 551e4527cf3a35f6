/** The pane in a real browser: every kind of item it can be opened on, and everything it can ask. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyAssistantId, storyLunchSubject, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { personId } from '../../api/local/microsoft/demo/demo-people.ts';
import { anEvent, invited } from '../support/events.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningFirsthand, runFirsthand } from '../support/firsthand.ts';

const frameTitle = 'Firsthand pane in Outlook';
/** Of the pane's first words: the machine may do other things. */
const firstWordsTimeoutMs = 60_000;
const dana = 'dana.lee@contral.example';
const felixId = personId('felix.brandl');
const felixMail = 'felix.brandl@halden.example';
const sharedMail = 'kim.north@twinned.example';
const screenshots = process.env['SCREENSHOTS'];
const hourMs = 3_600_000;

let firsthand: RunningFirsthand;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [firsthand, browser] = await Promise.all([runFirsthand(), launchBrowser()]);
  await firsthand.readDemoYear();
  context = await browser.newContext({ viewport: { width: 1500, height: 1300 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await firsthand.remove();
});

interface Item {
  readonly itemId: string;
  readonly start: string;
  readonly subject: string;
}

/** The items of a week around an instant, as Outlook shows them to their owner. */
async function itemsAround(ownerId: string, at: Date): Promise<readonly Item[]> {
  const from = new Date(at.getTime() - 10 * 24 * hourMs).toISOString();
  const to = new Date(at.getTime() + 10 * 24 * hourMs).toISOString();
  const reply = await fetch(`${firsthand.workbenchUrl}local/outlook?${new URLSearchParams({ persona: ownerId, from, to })}`);
  return (await reply.json()) as Item[];
}

/** So many hours from now, on the hour. */
function hoursFromNow(hours: number): Date {
  return new Date(Math.floor(Date.now() / hourMs) * hourMs + hours * hourMs);
}

/** Puts an event into the true calendar, and finds it again as Outlook shows it. */
async function addEvent(at: Date, event: Parameters<typeof anEvent>[1] & { readonly subject: string }): Promise<Item> {
  await fetch(`${firsthand.microsoft.graphBaseUrl}/simulator/mailboxes/${storySellerId}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(anEvent(at.toISOString(), { location: { displayName: '' }, ...event })),
  });
  return itemOf(storySellerId, event.subject, at);
}

async function itemOf(ownerId: string, subject: string, at = new Date()): Promise<Item> {
  const item = (await itemsAround(ownerId, at)).find((one) => one.subject === subject);
  if (!item) throw new Error(`the calendar lacks ${subject}`);
  return item;
}

async function asPerson<T>(persona: string, path: string, sent?: { readonly method: string; readonly body: object }): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${firsthand.workbenchUrl}local/token`, { method: 'POST', headers, body: JSON.stringify({ persona }) });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const response = await fetch(`${firsthand.apiUrl}/${path}`, {
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    ...(sent && { method: sent.method, body: JSON.stringify(sent.body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

interface KnownMeeting {
  readonly meetingId: string;
  readonly lastTagVersion: number;
  readonly contacts: readonly { readonly contactId: string }[];
}

/** What a colleague answers by another device; the meeting is read from that colleague's own calendar. */
async function answerAs(persona: string, subject: string, claim: object): Promise<KnownMeeting> {
  const { itemId, start } = await itemOf(persona, subject);
  const body = { itemId, startsAt: start, endsAt: new Date(Date.parse(start) + hourMs).toISOString() };
  const { meeting } = await asPerson<{ meeting: KnownMeeting }>(persona, 'meetings/of-item', { method: 'POST', body });
  const tag = { outcome: 'held', modality: 'in_person', timeZone: 'Europe/Berlin', basedOnVersion: meeting.lastTagVersion, ...claim };
  await asPerson(persona, `meetings/${meeting.meetingId}/tag`, { method: 'PUT', body: tag });
  return meeting;
}

/** A fresh pane beside an item, since the hash alone does not reload it. */
async function open(item: Item, place: Readonly<Record<string, string>> = {}): Promise<void> {
  const hash = { persona: storySellerId, show: 'outlook', day: item.start.slice(0, 10), item: item.itemId, paneWidth: '320', ...place };
  await page.goto('about:blank');
  await page.goto(`${firsthand.workbenchUrl}#${new URLSearchParams(hash)}`);
}

function pane(): FrameLocator {
  return page.frameLocator(`iframe[title="${frameTitle}"]`);
}

async function sees(words: string | RegExp): Promise<void> {
  await pane().getByText(words).first().waitFor({ timeout: firstWordsTimeoutMs });
}

function button(name: string | RegExp): Locator {
  return pane().getByRole('button', { name });
}

async function picture(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `pane-${name}.png`) });
}

async function expectNoAxeFindings(): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(`iframe[title="${frameTitle}"]`)
    .disableRules(['landmark-unique'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

function stored(): Promise<unknown> {
  return page.waitForResponse((response) => response.url().endsWith('/tag') && response.request().method() === 'PUT' && response.ok());
}

describe('what was spent', () => {
  it('is typed as one writes it, refused with a sentence where it could be read in two ways, and there again later', async () => {
    const lunch = await itemOf(storySellerId, storyLunchSubject);
    await open(lunch);
    await button('In person').waitFor({ timeout: firstWordsTimeoutMs });
    const tagged = stored();
    await button('In person').click();
    await tagged;
    const amount = pane().getByRole('textbox', { name: 'What did you spend?' });
    await amount.fill('84,50');
    await amount.press('Enter');
    await sees(/written like 84\.00/);
    await picture('spend-fault');
    await amount.fill('84.50');
    const kept = stored();
    await amount.press('Enter');
    await kept;
    await sees('In person · €84.50');
    await picture('spend');
    await expectNoAxeFindings();
    await open(lunch, { theme: 'dark' });
    await sees('In person · €84.50');
    expect(await pane().getByRole('textbox', { name: 'What did you spend?' }).inputValue()).toBe('84.50');
    await picture('spend-dark');
  });
});

describe('what was answered', () => {
  it('is heard with its details, and after an undo what stands now', async () => {
    await open(await itemOf(storySellerId, storyLunchSubject));
    const heard = (words: RegExp): Locator => pane().getByRole('status').filter({ hasText: words });
    await button('Coffee').waitFor({ timeout: firstWordsTimeoutMs });
    const changed = stored();
    await button('Coffee').click();
    await heard(/^In person · Coffee/).waitFor();
    await changed;
    await button('Undo').click();
    await heard(/^In person (?!· Coffee)|^In person · €/).waitFor();
    expect(await heard(/Coffee/).count()).toBe(0);
  });

  it('has its two ways back side by side at 320 px', async () => {
    await open(await itemOf(storySellerId, storyLunchSubject));
    await button('Change').waitFor({ timeout: firstWordsTimeoutMs });
    const tops = await Promise.all([button('Take back'), button('Change')].map(async (found) => (await found.boundingBox())?.y));
    expect(tops[0]).toBe(tops[1]);
  });
});

describe('an item', () => {
  it.each([
    ['private', 'This meeting is private'],
    ['personal', 'This meeting is marked as personal'],
    ['confidential', 'This meeting is marked as confidential'],
  ] as const)('that is %s is not asked about', async (sensitivity, title) => {
    const subject = `Held ${sensitivity}`;
    const item = await addEvent(hoursFromNow(-30), { subject, sensitivity, attendees: [invited(dana)] });
    const asked: string[] = [];
    const listen = (request: { url: () => string }): void => void asked.push(request.url());
    page.on('request', listen);
    await open(item);
    await sees(title);
    page.off('request', listen);
    expect(asked.filter((url) => url.endsWith('/of-item'))).toEqual([]);
    await picture(sensitivity);
  });

  it.each([
    ['unsaved', 'Not saved yet'],
    ['message', 'Open a meeting'],
  ])('that is %s is no meeting', async (shape, title) => {
    await open(await itemOf(storySellerId, storyLunchSubject), { shape });
    await sees(title);
    await picture(shape);
  });

  it.each(['series-id', 'no-id'])('with %s, as classic Outlook gives it, is found by its times', async (shape) => {
    const subject = `Weekly ${shape}`;
    const at = hoursFromNow(shape === 'no-id' ? -50 : -75);
    const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
    const first = new Date(at.getTime() - 7 * 24 * hourMs);
    const recurrence = {
      pattern: { type: 'weekly' as const, interval: 1, daysOfWeek: [days[first.getUTCDay()] ?? 'monday'] },
      range: { type: 'numbered' as const, startDate: first.toISOString().slice(0, 10), numberOfOccurrences: 3 },
    };
    await addEvent(first, { subject, attendees: [invited(dana)], recurrence });
    const item = (await itemsAround(storySellerId, at)).find((one) => one.subject === subject && Date.parse(one.start) === at.getTime());
    if (!item) throw new Error('the series lacks its second date');
    await open(item, { shape });
    await sees('How did you meet?');
    await sees('Contral Robotics');
    await picture(shape);
  });

  it('whose times several have is asked about', async () => {
    const at = hoursFromNow(-80);
    const item = await addEvent(at, { subject: 'Twice', attendees: [invited(dana)] });
    await addEvent(at, { subject: 'Twice', attendees: [invited(dana)] });
    await open(item, { shape: 'no-id' });
    await sees('Which meeting is it?');
    await picture('ambiguous');
    await button('Twice').first().click();
    await sees('How did you meet?');
  });

  it('that is to come says what is planned, and a mark makes it a planned visit', async () => {
    await open(await addEvent(hoursFromNow(50), { subject: 'Next week', attendees: [invited(dana)] }));
    await sees('How will you meet?');
    await sees('Nobody has said yet');
    await button('In person').click();
    await sees('It counts as a planned visit.');
    expect(await button('In person').getAttribute('aria-pressed')).toBe('true');
    await picture('planned');
    await expectNoAxeFindings();
  });

  it('without customers takes the customer whom the seller met, and is that meeting from then on', async () => {
    const item = await addEvent(hoursFromNow(-72), { subject: 'Dinner w/ Dana', attendees: [invited(felixMail)] });
    await open(item);
    await sees('Nothing to tag here');
    await picture('no-customer');
    await button('I met someone').click();
    await pane().getByRole('searchbox').fill('Contral');
    await pane()
      .getByRole('button', { name: /Contral Robotics/ })
      .click({ timeout: firstWordsTimeoutMs });
    await pane()
      .getByRole('button', { name: /Dana Lee/ })
      .click();
    const added = page.waitForResponse((response) => response.url().endsWith('/api/meetings') && response.request().method() === 'POST');
    await pane().getByRole('group', { name: /When/ }).getByRole('button').first().click();
    expect((await added).status()).toBe(200);
    await open(item);
    await sees('In person');
    await sees('Contral Robotics');
    await picture('dinner');
  });
});

describe('what is asked beside the modality', () => {
  it('is which account it was, where several share a domain', async () => {
    const admin = firsthand.microsoft.tenant.users.find(({ appRoles }) => appRoles.includes('Admin'))?.id ?? '';
    const csv = [
      'account_id,name,domains,revenue,currency,owner',
      'T-1,Twinned North,twinned.example,50000.00,EUR,mara.sato@halden.example',
      'T-2,Twinned South,twinned.example,40000.00,EUR,mara.sato@halden.example',
    ].join('\n');
    const body = { fileName: 'twins.csv', contentBase64: Buffer.from(csv).toString('base64'), rates: {} };
    await asPerson(admin, 'accounts/import', { method: 'POST', body });
    await open(await addEvent(hoursFromNow(-26), { subject: 'Twins', attendees: [invited(sharedMail, 'accepted', 'Kim North')] }));
    await sees('Which account: Kim North?');
    await picture('which-account');
    await expectNoAxeFindings();
    await button('Twinned South').click();
    await pane().getByRole('heading', { name: 'Twinned South' }).waitFor();
    await picture('account-chosen');
  });

  it('is whether one was there too, where a colleague has answered', async () => {
    const item = await addEvent(hoursFromNow(-24), {
      subject: 'Together',
      attendees: [invited(dana, 'accepted', 'Dana Lee'), invited(felixMail)],
    });
    await answerAs(felixId, 'Together', { place: 'meal' });
    await open(item);
    await sees('From our side: Felix Brandl');
    await sees(/Felix Brandl, (today|yesterday)/);
    await picture('colleague');
    const joined = stored();
    await button('I was there too').click();
    await joined;
    await sees(/From our side: Felix Brandl and Mara Sato/);
    await expectNoAxeFindings();
  });

  it('is who was there, of both who remember it differently', async () => {
    const item = await itemOf(storySellerId, 'Together');
    await answerAs(felixId, 'Together', { presentContactIds: [] });
    await open(item);
    await sees('Was Dana Lee there?');
    await sees(/There, say you\. Not there, say Felix Brandl\./);
    await picture('disputed');
    const agreed = stored();
    await pane().getByRole('group', { name: 'Was Dana Lee there?' }).getByRole('button', { name: 'No' }).click();
    await agreed;
    await pane().getByText('Was Dana Lee there?').waitFor({ state: 'detached' });
  });

  it('is how they met, where attendance says otherwise, and the answer says so', async () => {
    await page.route('**/of-item', async (route) => {
      const response = await route.fetch();
      const reply = (await response.json()) as { readonly meeting?: object };
      await route.fulfill({ response, json: { ...reply, ...(reply.meeting && { meeting: { ...reply.meeting, isContradicted: true } }) } });
    });
    await open(await itemOf(storySellerId, storyLunchSubject));
    await sees(/the attendance list has them online/);
    await picture('contradiction');
    await expectNoAxeFindings();
    const answered = page.waitForRequest((request) => request.url().endsWith('/tag') && request.method() === 'PUT');
    await pane()
      .getByRole('group', { name: /attendance list/ })
      .getByRole('button', { name: 'In person' })
      .click();
    expect((await answered).postDataJSON()).toMatchObject({ modality: 'in_person', answersContradiction: true });
    await pane()
      .getByText(/the attendance list has them online/)
      .waitFor({ state: 'detached' });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});

describe('in a calendar that is shared', () => {
  const asAssistant = { persona: storyAssistantId, calendar: storySellerId };

  it('the assistant answers for the owner, who sees it', async () => {
    const item = await addEvent(hoursFromNow(-22), { subject: 'For Mara', attendees: [invited(dana, 'accepted', 'Dana Lee')] });
    await open(item, asAssistant);
    await sees('In the calendar of Mara Sato.');
    await picture('shared');
    const tagged = stored();
    await button('Virtual').click();
    await tagged;
    await sees('Aino Kettunen for Mara Sato');
    await picture('shared-tagged');
    await expectNoAxeFindings();
    await open(item);
    await sees('Aino Kettunen for Mara Sato');
    await picture('shared-seen-by-owner');
  });

  it('of which only the free times may be seen, nothing is shown', async () => {
    await open(await itemOf(felixId, 'Together'), { persona: storyAssistantId, calendar: felixId });
    await sees(/Outlook does not let you read this meeting/);
    await picture('not-shared');
  });
});
