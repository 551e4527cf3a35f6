/** Plays the demo tenant's year through the front door: an admin sets up, calendars are read, and the sellers answer. */
import type * as z from 'zod';
import type { Meeting, TagRequest } from '../contract/tagging.ts';
import { forEachAtOnce } from '../platform/at-once.ts';
import { type CallAs, apiClient } from './api-client.ts';
import { atEachDoubling } from './at-each-doubling.ts';
import type { LocalClock } from './clock.ts';
import type { Progress } from './local-endpoints.ts';
import type { DemoAnswer, DemoTenant } from './microsoft/demo-tenant.ts';
import type { MicrosoftHere } from './microsoft-here.ts';
import { personasOf, tokenOf } from './personas.ts';

/** What playing a year takes, whosever it is. */
export interface YearOptions {
  readonly microsoft: MicrosoftHere;
  readonly apiUrl: string;
  readonly clock: LocalClock;
  /** Asks for the reading of the calendars now instead of at the next tick. */
  readonly requestReads: () => Promise<void>;
  readonly waitUntilRead: () => Promise<void>;
  /** A database that was filled a moment ago plans badly; its own housekeeping would see to it within minutes. */
  readonly gatherStatistics: () => Promise<void>;
  readonly say: (line: string) => void;
}

export interface DemoYearOptions extends YearOptions {
  readonly tenant: DemoTenant;
}

const daysBeforeToday = 380;
const millisecondsPerDay = 86_400_000;
const pendingPerCall = 200;
/** Pages of one seller's pending list, newest first: ten thousand meetings. */
const maxPages = 50;
/** Meetings that a seller answers in one call: each account is computed once for all of them. */
const answersPerCall = 50;
/** Two calls of one seller at once would only wait for each other's accounts. As many as there are cores to keep busy. */
const sellersAtOnce = 2;
/** Calls before the first statistics of the tags. Planned by those of the empty tables, a call reads every tag of the tenant. */
const callsBeforeStatistics = 2;
/** Units of euro for one unit of the accounts file's other currencies, as an admin would type them. */
const rates = { USD: 0.92, GBP: 1.17 };

/** Idempotent: what is already set up, imported or read is left as it is. */
export async function readDemoYear(options: DemoYearOptions): Promise<void> {
  const { tenant } = options;
  const admin = callAsAdmin(options);
  const { tenantName } = await admin('me');
  if (tenantName === null) await enrolBeforeTheYear(options);
  if ((await admin('status')).accounts === 0) {
    await admin('import-accounts', {
      request: { fileName: 'accounts.csv', contentBase64: Buffer.from(tenant.accountsCsv).toString('base64'), rates },
    });
  }
  await options.requestReads();
  await options.waitUntilRead();
  await options.gatherStatistics();
}

/**
 * The sellers answer for the year, as the demo tenant knows what really happened; what is already answered is left as it is.
 * Each meeting has one seller who answers, so that the order of the sellers changes nothing of what is stored.
 */
export async function answerDemoYear(options: DemoYearOptions): Promise<void> {
  options.say('The sellers answer for the year ...');
  const sellers = personasOf(options.microsoft).filter(({ roles }) => roles.includes('seller'));
  const answered = atEachDoubling(callsBeforeStatistics, options.gatherStatistics);
  await forEachAtOnce(sellers, sellersAtOnce, ({ id }) => answerAs(id, { ...options, answered }));
}

/** The sellers enrolled before the year began: the clock goes back for the one call that says so, with a token of that day. */
async function enrolBeforeTheYear(options: DemoYearOptions): Promise<void> {
  const { sellerGroupId, timeZone, currency } = options.microsoft.tenant;
  options.clock.advance(-daysBeforeToday * millisecondsPerDay);
  try {
    await callAsAdmin(options)('set-up-tenant', { request: { sellerGroupId, timeZone, currency } });
  } finally {
    options.clock.advance(daysBeforeToday * millisecondsPerDay);
  }
}

export async function readProgress(microsoft: MicrosoftHere, apiUrl: string): Promise<Progress> {
  const admin = callAsAdmin({ microsoft, apiUrl });
  const { sellers, eventsRead, isComplete } = await admin('status');
  const done = sellers.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  return { mailboxesDone: done, mailboxesTotal: sellers.length, eventsRead, isComplete };
}

export function callAsAdmin(options: Pick<YearOptions, 'microsoft' | 'apiUrl'>): CallAs {
  return callAs(options, personasOf(options.microsoft).find(({ roles }) => roles.includes('admin'))?.id);
}

function callAs({ microsoft, apiUrl }: Pick<YearOptions, 'microsoft' | 'apiUrl'>, personaId: string | undefined): CallAs {
  let token: { readonly text: string; readonly until: number } | undefined;
  return apiClient({
    apiUrl,
    async token() {
      if (token && token.until > performance.now()) return token.text;
      const fresh = await tokenOf(microsoft, personaId ?? '');
      if (!fresh) throw new RangeError('the tenant lacks this person');
      token = { text: fresh.accessToken, until: performance.now() + (fresh.expiresIn / 2) * 1_000 };
      return token.text;
    },
  });
}

interface Answering extends DemoYearOptions {
  /** Called after every call. */
  readonly answered: () => Promise<void>;
}

async function answerAs(sellerId: string, options: Answering): Promise<void> {
  const { tenant } = options;
  const call = callAs(options, sellerId);
  const timeZone = tenant.users.find(({ id }) => id === sellerId)?.timeZone ?? tenant.timeZone;
  const answers = new Map(
    tenant.answers.filter((answer) => answer.sellerId === sellerId).map((answer) => [answerKey(answer.startsAt, answer.subject), answer]),
  );
  let after: string | undefined;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const { meetings } = await call('pending-meetings', { request: { limit: pendingPerCall, ...(after && { after }) } });
    // The page's last meeting stays the mark even when it is tagged by then: it keeps its place in time.
    after = meetings.at(-1)?.meetingId;
    if (!after) return;
    const tags = meetings.flatMap((meeting) => {
      const answer = answers.get(answerKey(meeting.startsAt, meeting.subject));
      return answer ? [tagOf(meeting, answer, timeZone)] : [];
    });
    for (let from = 0; from < tags.length; from += answersPerCall) {
      await call('tag-meetings', { request: { tags: tags.slice(from, from + answersPerCall) } });
      await options.answered();
    }
  }
}

function answerKey(startsAt: string, subject: string): string {
  return `${new Date(startsAt).toISOString()} ${subject}`;
}

type Tag = z.input<typeof TagRequest> & { readonly meetingId: string };

function tagOf(meeting: Meeting, answer: DemoAnswer, timeZone: string): Tag {
  const contactIdByMail = new Map(meeting.contacts.map(({ mail, contactId }) => [mail, contactId]));
  const engagement = Object.entries(answer.engagement).flatMap(([mail, seen]) => {
    const contactId = contactIdByMail.get(mail.toLowerCase());
    return contactId === undefined ? [] : [[contactId, seen] as const];
  });
  return {
    meetingId: meeting.meetingId,
    outcome: answer.outcome,
    timeZone,
    basedOnVersion: 0,
    ...(answer.modality && { modality: answer.modality }),
    ...(answer.place && { place: answer.place }),
    ...(answer.outcome === 'held' && {
      presentContactIds: answer.presentMails.flatMap((mail) => contactIdByMail.get(mail.toLowerCase()) ?? []),
    }),
    ...(engagement.length > 0 &&
      (answer.modality === 'virtual' || answer.modality === 'phone') && { engagement: Object.fromEntries(engagement) }),
  };
}
