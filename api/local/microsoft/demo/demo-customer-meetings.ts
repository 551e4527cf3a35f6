// A year of single meetings with the accounts: visits as the story of an account tells, everything else by chance.
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import type { DemoAccount } from './demo-accounts.ts';
import { instantMs, isFree, isWorkday, randomWorkday, uidOf, workdayAtOrBefore } from './demo-calendar.ts';
import { addSeries } from './demo-customer-series.ts';
import {
  allowsNearOn,
  filler,
  isQuiet,
  isStoryAccount,
  participantsOf,
  record,
  remoteStarts,
  settingOf,
  truthOf,
} from './demo-encounters.ts';
import type { CustomerPlan, Times, Touch } from './demo-encounters.ts';
import type { Random } from './demo-random.ts';
import { remoteSubjects, visitSubjects } from './demo-words.ts';
import type { PlaceKind } from './demo-words.ts';
import type { SimulatedUser } from '../tenant.ts';

const cadenceDays = { A: 45, B: 90, C: 180 } as const;
const singlesPerYear = { A: 88, B: 52, C: 26 } as const;
/** The calendars reach 60 days ahead. */
const yearsAhead = 60 / 365;

/** Adds everything that happens with the accounts. */
export function addCustomerMeetings(plan: CustomerPlan): void {
  for (const account of plan.accounts) {
    if (account.story.kind === 'silent') continue;
    addVisits(plan, account);
    addSeries(plan, account);
    addSingles(plan, account);
  }
}

function addVisits(plan: CustomerPlan, account: DemoAccount): void {
  const { random, today } = plan;
  const { story, tier } = account;
  if (story.lastNearDays !== undefined) {
    let day = visitDayNear(plan, today - story.lastNearDays);
    addCustomerMeeting(plan, account, { day, isNear: true, mustAnswer: true });
    day -= random.between({ least: Math.ceil(cadenceDays[tier] * 0.4), most: cadenceDays[tier] });
    while (day >= plan.firstDay) {
      addCustomerMeeting(plan, account, { day: workdayAtOrBefore(day), isNear: true, mustAnswer: false });
      day -= random.between({ least: Math.ceil(cadenceDays[tier] * 0.4), most: cadenceDays[tier] });
    }
  }
  if (story.hasPlannedVisit)
    addCustomerMeeting(plan, account, {
      day: workdayAtOrBefore(today + random.between({ least: 5, most: 50 })),
      isNear: true,
      mustAnswer: false,
    });
  // A visit of these last days that nobody has tagged yet: the word changes when it is.
  if (story.kind === 'due_soon' && random.chance(0.5))
    addCustomerMeeting(plan, account, {
      day: workdayAtOrBefore(today - random.between({ least: 3, most: 7 })),
      isNear: true,
      mustAnswer: false,
    });
}

/** A working day at or just before the wanted one: never nearer to today, so that the story's word stays. */
function visitDayNear(plan: CustomerPlan, wanted: number): number {
  return Math.max(plan.firstDay, workdayAtOrBefore(wanted));
}

function addSingles(plan: CustomerPlan, account: DemoAccount): void {
  const { random, today } = plan;
  const { story, tier } = account;
  const firstDay = Math.max(plan.firstDay, today - story.firstMeetingDays);
  const share = (today - firstDay) / 365;
  const past = Math.max(story.kind === 'new' ? 3 : 1, Math.round(singlesPerYear[tier] * share));
  const future = Math.round(singlesPerYear[tier] * yearsAhead * 0.6);
  if (story.kind === 'new') addCustomerMeeting(plan, account, { day: workdayAtOrBefore(firstDay + 2), isNear: false, mustAnswer: true });
  for (let index = 0; index < past + future; index += 1) {
    const day = randomWorkday(random, index < past ? { least: firstDay + 2, most: today } : { least: today, most: plan.lastDay });
    addCustomerMeeting(plan, account, { day, isNear: random.chance(0.06) && allowsNearOn(plan, account, day), mustAnswer: false });
  }
}

const visitStarts = [540, 570, 600, 630, 780, 810, 840, 870, 900];
const startsByPlace: Readonly<Partial<Record<PlaceKind, readonly number[]>>> = {
  meal: [690, 705, 720, 735, 750, 765, 1110, 1140],
  coffee: [555, 600, 915, 945],
  entertainment: [1110, 1140],
  leisure: [840, 900, 960],
};

function durationMinutes(random: Random, placeKind: PlaceKind | undefined): number {
  if (placeKind === undefined) return random.pick([25, 30, 30, 30, 45, 50, 60, 60]);
  if (placeKind === 'coffee' || placeKind === 'conference') return random.pick([30, 45]);
  return random.pick(placeKind === 'client_office' || placeKind === 'our_office' ? [60, 90, 120, 120, 180] : [60, 75, 90, 120]);
}

/** A time on that day at which all are free; after some tries the owner's day is simply double-booked. */
function findTime(
  plan: CustomerPlan,
  options: {
    readonly users: readonly SimulatedUser[];
    readonly timeZone: string;
    readonly day: number;
    readonly placeKind: PlaceKind | undefined;
  },
): Times {
  const { ledger, random } = plan;
  const starts = options.placeKind === undefined ? remoteStarts : (startsByPlace[options.placeKind] ?? visitStarts);
  const lastsMs = durationMinutes(random, options.placeKind) * 60_000;
  const offset = random.between({ least: 0, most: starts.length - 1 });
  const candidates = starts
    .map((_, index) => starts[(index + offset) % starts.length] ?? 600)
    .map((minuteOfDay) => {
      const startsAtMs = instantMs({ day: options.day, minuteOfDay, timeZone: options.timeZone });
      return { startsAtMs, endsAtMs: startsAtMs + lastsMs };
    });
  const fallback = { startsAtMs: 0, endsAtMs: 0 };
  return candidates.find((times) => isFree(ledger, { ...times, users: options.users })) ?? candidates[0] ?? fallback;
}

/** Sensitivity, hidden attendees and the like, which a few meetings have. */
function rareFields(random: Random, touch: Touch): GraphEvent {
  if (touch.mustAnswer) return {};
  const kind = random.weighted({ none: 950, private: 12, confidential: 20, personal: 5, hidden: 8, urgent: 5 });
  if (kind === 'none') return {};
  if (kind === 'hidden') return { hideAttendees: true };
  return kind === 'urgent' ? { importance: 'high' } : { sensitivity: kind };
}

/** One single meeting. Out of the window, or on a quiet day of the story, nothing happens. */
function addCustomerMeeting(plan: CustomerPlan, account: DemoAccount, touch: Touch): void {
  const { random } = plan;
  if (isQuiet(plan, account, touch.day) || !isWorkday(touch.day)) return;
  const truth = truthOf(random, touch);
  const people = participantsOf(plan, account, touch);
  const fill = filler(account, people.contacts[0]);
  const subjects = truth.placeKind === undefined ? remoteSubjects : visitSubjects[truth.placeKind];
  const subject = fill(random.pick(subjects[account.language]));
  const times = findTime(plan, {
    users: people.sellers.map(({ user }) => user),
    timeZone: account.owner.timeZone,
    day: touch.day,
    placeKind: truth.placeKind,
  });
  const name = `${times.startsAtMs} ${subject}`;
  if (plan.taken.has(name)) return;
  plan.taken.add(name);
  const setting = settingOf(plan, { account, truth, isOurs: people.isOurs, fill });
  const meetingKey = `customer-${account.accountId}-${times.startsAtMs / 60_000}-${random.between({ least: 0, most: 0xffff }).toString(16)}`;
  const uid = uidOf({ system: people.isOurs ? 'outlook' : account.mailSystem, seed: meetingKey });
  record(
    plan,
    account,
    { meetingKey, subject, times, uid, people, truth, setting, fields: isStoryAccount(account) ? {} : rareFields(random, touch) },
    touch,
  );
}
