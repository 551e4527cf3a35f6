// The demo tenant: a year of calendars of an invented company, with its account list and the truth behind each customer meeting.
// The same seed and day give the same tenant on every machine; how the parts are made stands in demo/.
import { accountsCsvOf, buildAccounts } from './demo/demo-accounts.ts';
import { dayOf, openLedger } from './demo/demo-calendar.ts';
import { addCustomerMeetings } from './demo/demo-customer-meetings.ts';
import { addInternalSeries, addOtherItems } from './demo/demo-other-meetings.ts';
import {
  admin,
  assistant,
  demoDomain,
  demoGroups,
  demoShares,
  demoTenantId,
  mailboxScopeGroupId,
  managers,
  personId,
  sellerGroupId,
  sellers,
} from './demo/demo-people.ts';
import { createRandom } from './demo/demo-random.ts';
import { addStory } from './demo/demo-story.ts';
import type { LocalTenant } from './tenant.ts';

/** Mara Sato, who had the lunch with Dana Lee. */
export const storySellerId = personId('mara.sato');
/** Jonas Weber, to whom Mara reports. */
export const storyManagerId = personId('jonas.weber');
/** Ines Ferrari, administrator, no mailbox. */
export const storyAdminId = personId('ines.ferrari');

/** Aino Kettunen, with whom Mara shares her calendar. */
export const storyAssistantId = personId('aino.kettunen');

export { storyCallSubject, storyLunchPlace, storyLunchSubject } from './demo/demo-story.ts';

/** What really happened in a customer meeting, as its seller would answer. */
export interface DemoAnswer {
  readonly sellerId: string;
  /** ISO, UTC. With seller and subject it names one event of that seller's calendar. */
  readonly startsAt: string;
  readonly subject: string;
  readonly outcome: 'held' | 'no_show' | 'cancelled' | 'rescheduled';
  /** Only of a meeting that was held. */
  readonly modality?: 'in_person' | 'hybrid' | 'virtual' | 'phone';
  /** Only of a meeting held in person or hybrid. */
  readonly place?: 'client_office' | 'our_office' | 'meal' | 'coffee' | 'entertainment' | 'leisure' | 'conference' | 'other_offsite';
  readonly presentMails: readonly string[];
  /** By mail address of a contact present; only of virtual and hybrid meetings, and not of all. */
  readonly engagement: Readonly<Record<string, 'engaged' | 'camera_off' | 'disengaged' | 'not_noticed'>>;
}

export interface DemoTenant extends LocalTenant {
  /** By start. Nothing of the last nine days, and of the rest a few are forgotten. */
  readonly answers: readonly DemoAnswer[];
}

const yearDays = 365;
const daysAhead = 60;

/**
 * Builds the tenant: calendars from 365 days before `todayOn` to 60 days after it, both included, about 15,000 items over eight
 * mailboxes. Takes a second or less.
 * @param options.todayOn a local day of the tenant, YYYY-MM-DD.
 */
export function buildDemoTenant(options: { readonly seed: number; readonly todayOn: string }): DemoTenant {
  const random = createRandom(options.seed);
  const today = dayOf(options.todayOn);
  const accounts = buildAccounts(random);
  const ledger = openLedger({ users: sellers, ourDomain: demoDomain });
  const answers: DemoAnswer[] = [];
  const plan = {
    ledger,
    random,
    accounts,
    today,
    firstDay: today - yearDays,
    lastDay: today + daysAhead,
    taken: new Set<string>(),
    answers,
  };
  addStory(plan);
  addInternalSeries(plan);
  addCustomerMeetings(plan);
  addOtherItems(plan);
  return {
    tenantId: demoTenantId,
    displayName: 'Halden Instruments',
    domains: [demoDomain, 'haldeninstruments.example'],
    users: [...sellers, ...managers, admin, assistant],
    calendarShares: demoShares,
    groups: demoGroups,
    mailboxScopeGroupId,
    calendars: ledger.calendars,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    sellerGroupId,
    accountsCsv: accountsCsvOf(accounts),
    answers: answers.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0)),
  };
}
