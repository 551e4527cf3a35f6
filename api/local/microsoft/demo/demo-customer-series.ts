// The regular calls of the accounts: weekly patterns with moved, deleted, cancelled and once in a while attended occurrences.
import type { ResponseType } from '@microsoft/microsoft-graph-types';
import type { DemoAccount } from './demo-accounts.ts';
import { dayText, deliver, instantMs, isWorkday, uidOf, weekdayNameOf } from './demo-calendar.ts';
import type { Setting } from './demo-calendar.ts';
import { allowsNearOn, filler, inviteesOf, isQuiet, participantsOf, record, remoteStarts, settingOf, truthOf } from './demo-encounters.ts';
import type { CustomerPlan, Occurrence, Participants, Touch, Truth } from './demo-encounters.ts';
import type { Random } from './demo-random.ts';
import { seriesSubjects } from './demo-words.ts';

/** Weeks between two meetings of an account's regular call; 0 for none. */
const seriesWeeks = { A: { '1': 50, '2': 50 }, B: { '2': 30, '4': 70 }, C: { '0': 70, '4': 15, '12': 15 } } as const;

/** Adds the regular call of an account, if it has one. */
export function addSeries(plan: CustomerPlan, account: DemoAccount): void {
  const { random, today } = plan;
  if (account.story.firstMeetingDays < 365) return;
  const weeks = Number(random.weighted(seriesWeeks[account.tier]));
  if (weeks === 0) return;
  const touch: Touch = { day: today, isNear: false, mustAnswer: false };
  const people = participantsOf(plan, account, touch);
  const fill = filler(account, people.contacts[0]);
  const firstDay = plan.firstDay + random.between({ least: 0, most: 27 });
  const start = isWorkday(firstDay) ? firstDay : firstDay + 2;
  const truth: Truth = { modality: random.chance(0.06) ? 'phone' : 'virtual', placeKind: undefined, outcome: 'held' };
  const base = {
    subject: fill(random.pick(seriesSubjects[account.language])),
    people,
    setting: settingOf(plan, { account, truth, isOurs: people.isOurs, fill }),
    minuteOfDay: random.pick(remoteStarts),
    lasts: random.pick([30, 30, 45, 60]) * 60_000,
    seriesKey: `series-${account.accountId}`,
    system: people.isOurs ? ('outlook' as const) : account.mailSystem,
    truth,
  };
  const days = Array.from({ length: Math.floor((plan.lastDay - start) / (weeks * 7)) + 1 }, (_, index) => start + index * weeks * 7);
  const missing = days.filter((day) => !addOccurrence(plan, account, { ...base, day }));
  deliverMaster(plan, account, { ...base, start, weeks, missing });
}

interface SeriesBase {
  readonly subject: string;
  readonly people: Participants;
  readonly setting: Setting;
  readonly minuteOfDay: number;
  readonly lasts: number;
  readonly seriesKey: string;
  readonly system: 'outlook' | 'google' | 'apple';
  readonly truth: Truth;
}

function deliverMaster(
  plan: CustomerPlan,
  account: DemoAccount,
  series: SeriesBase & { readonly start: number; readonly weeks: number; readonly missing: readonly number[] },
): void {
  const timeZone = account.owner.timeZone;
  const startsAtMs = instantMs({ day: series.start, minuteOfDay: series.minuteOfDay, timeZone });
  deliver(plan.ledger, {
    meetingKey: `${series.seriesKey}-master`,
    series: { seriesKey: series.seriesKey, type: 'seriesMaster' },
    uid: uidOf({ system: series.system, seed: series.seriesKey }),
    subject: series.subject,
    startsAtMs,
    endsAtMs: startsAtMs + series.lasts,
    timeZone,
    organizer: series.people.organizer,
    invitees: inviteesOf(plan.random, series.people),
    copies: series.people.sellers.map((copy) => ({ ...copy, response: copy.response === 'declined' ? 'accepted' : copy.response })),
    setting: series.setting,
    bodyText: `Agenda for ${series.subject}.`,
    fields: {
      cancelledOccurrences: series.missing.map(dayText),
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: series.weeks,
          daysOfWeek: [weekdayNameOf(series.start)],
          firstDayOfWeek: 'monday',
          month: 0,
          dayOfMonth: 0,
          index: 'first',
        },
        range: {
          type: 'endDate',
          startDate: dayText(series.start),
          endDate: dayText(plan.lastDay),
          recurrenceTimeZone: timeZone,
          numberOfOccurrences: 0,
        },
      },
    },
  });
}

/** False when the occurrence was deleted from the series. */
function addOccurrence(plan: CustomerPlan, account: DemoAccount, series: SeriesBase & { readonly day: number }): boolean {
  const { random } = plan;
  const { day } = series;
  const timeZone = account.owner.timeZone;
  const fate = random.weighted({ plain: 84, moved: 5, deleted: 5, renamed: 2, visited: 4 });
  if (fate === 'deleted' || isQuiet(plan, account, day)) return false;
  const isMoved = fate === 'moved';
  const actualDay = isMoved && isWorkday(day + 1) && !isQuiet(plan, account, day + 1) ? day + 1 : day;
  const isNear = fate === 'visited' && allowsNearOn(plan, account, actualDay);
  const touch: Touch = { day: actualDay, isNear, mustAnswer: false };
  const startsAtMs = instantMs({ day: actualDay, minuteOfDay: series.minuteOfDay + (isMoved ? 90 : 0), timeZone });
  const subject = fate === 'renamed' ? `${series.subject} (planning)` : series.subject;
  const happened = whatHappened(plan, account, { series, touch });
  plan.taken.add(`${startsAtMs} ${subject}`);
  const occurrence: Occurrence = {
    meetingKey: `${series.seriesKey}-${dayText(day)}`,
    subject,
    times: { startsAtMs, endsAtMs: startsAtMs + series.lasts },
    uid: uidOf({ system: series.system, seed: series.seriesKey, occurrenceDay: day }),
    people: {
      ...series.people,
      sellers: series.people.sellers.map((copy) => ({ ...copy, response: occurrenceResponse(random, copy.response) })),
    },
    ...happened,
    series: {
      seriesKey: series.seriesKey,
      masterKey: `${series.seriesKey}-master`,
      type: isNear || isMoved || fate === 'renamed' ? 'exception' : 'occurrence',
      originalStartsAtMs: instantMs({ day, minuteOfDay: series.minuteOfDay, timeZone }),
    },
    fields: {},
  };
  record(plan, account, occurrence, touch);
  return true;
}

/** An occurrence is as its series says, or once in a while a visit with others online. */
function whatHappened(
  plan: CustomerPlan,
  account: DemoAccount,
  options: { readonly series: SeriesBase; readonly touch: Touch },
): Pick<Occurrence, 'truth' | 'setting'> {
  const { series, touch } = options;
  if (!touch.isNear) return { truth: { ...series.truth, outcome: truthOf(plan.random, touch).outcome }, setting: series.setting };
  const truth: Truth = { modality: 'hybrid', placeKind: 'client_office', outcome: 'held' };
  const fill = filler(account, series.people.contacts[0]);
  return { truth, setting: settingOf(plan, { account, truth, isOurs: series.people.isOurs, fill }) };
}

/** Who accepted a series still declines an occurrence at times. */
function occurrenceResponse(random: Random, response: ResponseType): ResponseType {
  if (response === 'declined') return 'accepted';
  return random.chance(0.03) ? 'declined' : response;
}
