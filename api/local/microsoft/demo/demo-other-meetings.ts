// Everything in the demo calendars that is no customer meeting: stand-ups, one-to-ones, blockers, private appointments,
// holidays, and meetings with suppliers and prospects who are no accounts.
import type { DayOfWeek, Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import type { DemoAccount } from './demo-accounts.ts';
import { dayMs, dayText, deliver, instantMs, isFree, noSetting, randomWorkday, uidOf, weekdayNames, weekdayOf } from './demo-calendar.ts';
import type { Invitee, Ledger, Person, Setting } from './demo-calendar.ts';
import { otherCompanies } from './demo-companies.ts';
import { colleaguesOf, filler } from './demo-encounters.ts';
import { demoTenantId, managers, otherColleagues, roomsByTimeZone, sellers } from './demo-people.ts';
import type { Random } from './demo-random.ts';
import { placeSetting, settingFor, teamsSetting } from './demo-settings.ts';
import { allDaySubjects, blockerSubjects, internalAdHocSubjects, privateSubjects, remoteSubjects } from './demo-words.ts';
import type { Language } from './demo-words.ts';
import type { SimulatedUser } from '../tenant.ts';

interface OtherPlan {
  readonly ledger: Ledger;
  readonly random: Random;
  readonly accounts: readonly DemoAccount[];
  readonly firstDay: number;
  readonly lastDay: number;
}

const perSeller = { adHoc: 130, blockers: 85, privateItems: 26, allDay: 16, outside: 100, freeMail: 10 } as const;

const personOf = (user: SimulatedUser): Person => ({ name: user.displayName, mail: user.mail });
const languageOf = (user: SimulatedUser): Language =>
  user.timeZone === 'Europe/Berlin' ? 'de' : user.timeZone === 'Europe/Madrid' ? 'es' : 'en';

interface InternalSeries {
  readonly seriesKey: string;
  readonly subject: string;
  readonly organizer: Person;
  readonly timeZone: string;
  readonly users: readonly SimulatedUser[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly weeks: number;
  readonly minuteOfDay: number;
  readonly lastsMinutes: number;
  readonly setting: Setting;
  readonly guests: readonly Person[];
}

/** Regular meetings first, since they stand at fixed times. */
export function addInternalSeries(plan: OtherPlan): void {
  const { random } = plan;
  const teams = (organizer: SimulatedUser): Setting =>
    teamsSetting({ random, tenantId: demoTenantId, organizerId: organizer.id, language: languageOf(organizer) });
  for (const manager of managers) {
    const team = sellers.filter((seller) => seller.managerId === manager.id);
    const base = { organizer: personOf(manager), timeZone: manager.timeZone, users: team, setting: teams(manager), guests: [] };
    const isGerman = manager.timeZone === 'Europe/Berlin';
    const standUpAt = isGerman ? 9 * 60 : 14 * 60;
    addInternal(plan, {
      ...base,
      seriesKey: `stand-up-${manager.id}`,
      subject: 'Daily stand-up',
      weekdays: [1, 2, 3, 4, 5],
      weeks: 1,
      minuteOfDay: standUpAt,
      lastsMinutes: 15,
    });
    addInternal(plan, {
      ...base,
      seriesKey: `forecast-${manager.id}`,
      subject: isGerman ? 'Forecast-Runde' : 'Forecast call',
      weekdays: [1],
      weeks: 1,
      minuteOfDay: standUpAt + 60,
      lastsMinutes: 45,
    });
    team.forEach((seller, index) => {
      const subject = `1:1 ${manager.displayName.split(' ')[0] ?? ''} / ${seller.displayName.split(' ')[0] ?? ''}`;
      const weekday = 2 + (index % 3);
      addInternal(plan, {
        ...base,
        users: [seller],
        seriesKey: `one-to-one-${seller.id}`,
        subject,
        weekdays: [weekday],
        weeks: 1,
        minuteOfDay: standUpAt + 30 + 30 * (index % 2),
        lastsMinutes: 30,
      });
    });
  }
  const [host] = otherColleagues;
  const common = {
    organizer: host,
    timeZone: 'Europe/Berlin',
    users: sellers,
    guests: otherColleagues.slice(1),
    setting: teams(sellers[0] ?? managers[0] ?? fail()),
  };
  addInternal(plan, {
    ...common,
    seriesKey: 'all-hands',
    subject: 'All hands',
    weekdays: [4],
    weeks: 4,
    minuteOfDay: 15 * 60,
    lastsMinutes: 60,
  });
  addInternal(plan, {
    ...common,
    seriesKey: 'training',
    subject: 'Product training',
    weekdays: [3],
    weeks: 2,
    minuteOfDay: 16 * 60,
    lastsMinutes: 45,
  });
  for (const seller of sellers) {
    const own = { organizer: personOf(seller), timeZone: seller.timeZone, users: [seller], guests: [], setting: noSetting };
    addInternal(plan, {
      ...own,
      seriesKey: `focus-${seller.id}`,
      subject: languageOf(seller) === 'de' ? 'Fokuszeit' : 'Focus time',
      weekdays: [2, 5],
      weeks: 1,
      minuteOfDay: 8 * 60,
      lastsMinutes: 60,
    });
  }
}

function fail(): never {
  throw new Error('The demo tenant has no people.');
}

function inviteesOf(series: Pick<InternalSeries, 'users' | 'organizer' | 'guests'>): readonly Invitee[] {
  const people = [...series.users.map(personOf), ...series.guests].filter((person) => person.mail !== series.organizer.mail);
  return people.map((person) => ({ ...person, type: 'required', response: 'accepted' }));
}

function addInternal(plan: OtherPlan, series: InternalSeries): void {
  const days = Array.from({ length: plan.lastDay - plan.firstDay + 1 }, (_, index) => plan.firstDay + index).filter((day) => {
    const week = Math.floor((day + 3 - plan.firstDay) / 7);
    return series.weekdays.includes(weekdayOf(day)) && week % series.weeks === 0;
  });
  const [start] = days;
  if (start === undefined) return;
  const seed = series.seriesKey;
  const missing: string[] = [];
  for (const day of days) {
    const fate = plan.random.weighted({ plain: 93, deleted: 3, moved: 3, declined: 1 });
    if (fate === 'deleted') {
      missing.push(dayText(day));
      continue;
    }
    const originalStartsAtMs = instantMs({ day, minuteOfDay: series.minuteOfDay, timeZone: series.timeZone });
    const moved = fate === 'moved' ? 15 : 0;
    const planned = meetingOn(
      { ...series, minuteOfDay: series.minuteOfDay + moved },
      { day, meetingKey: `${seed}-${dayText(day)}`, uid: uidOf({ system: 'outlook', seed, occurrenceDay: day }), fields: {} },
    );
    deliver(plan.ledger, {
      ...planned,
      copies: planned.copies.map((copy, index) => (fate === 'declined' && index === 0 ? { ...copy, response: 'declined' as const } : copy)),
      series: { seriesKey: seed, masterKey: `${seed}-master`, type: moved > 0 ? 'exception' : 'occurrence', originalStartsAtMs },
    });
  }
  deliver(plan.ledger, {
    ...meetingOn(series, {
      day: start,
      meetingKey: `${seed}-master`,
      uid: uidOf({ system: 'outlook', seed }),
      fields: { cancelledOccurrences: missing, recurrence: recurrenceOf(plan, series, start) },
    }),
    series: { seriesKey: seed, type: 'seriesMaster' },
  });
}

function meetingOn(
  series: InternalSeries,
  on: { readonly day: number; readonly meetingKey: string; readonly uid: string; readonly fields: GraphEvent },
): Parameters<typeof deliver>[1] {
  const startsAtMs = instantMs({ day: on.day, minuteOfDay: series.minuteOfDay, timeZone: series.timeZone });
  return {
    meetingKey: on.meetingKey,
    uid: on.uid,
    subject: series.subject,
    startsAtMs,
    endsAtMs: startsAtMs + series.lastsMinutes * 60_000,
    timeZone: series.timeZone,
    organizer: series.organizer,
    invitees: inviteesOf(series),
    copies: series.users.map((user) => ({ user, response: 'accepted' as const })),
    setting: series.setting,
    bodyText: 'Internal.',
    fields: on.fields,
  };
}

function recurrenceOf(plan: OtherPlan, series: InternalSeries, start: number): NonNullable<GraphEvent['recurrence']> {
  const daysOfWeek: DayOfWeek[] = series.weekdays.map((weekday) => weekdayNames[weekday] ?? 'monday');
  return {
    pattern: { type: 'weekly', interval: series.weeks, daysOfWeek, firstDayOfWeek: 'monday', month: 0, dayOfMonth: 0, index: 'first' },
    range: {
      type: 'endDate',
      startDate: dayText(start),
      endDate: dayText(plan.lastDay),
      recurrenceTimeZone: series.timeZone,
      numberOfOccurrences: 0,
    },
  };
}

/** Single items, after the customer meetings have taken their times. */
export function addOtherItems(plan: OtherPlan): void {
  for (const seller of sellers) {
    repeat(perSeller.adHoc, (index) => addAdHoc(plan, seller, index));
    repeat(perSeller.blockers, (index) => addOwnItem(plan, seller, { index, kind: 'blocker' }));
    repeat(perSeller.privateItems, (index) => addOwnItem(plan, seller, { index, kind: 'private' }));
    repeat(perSeller.allDay, (index) => addAllDay(plan, seller, index));
    repeat(perSeller.outside, (index) => addOutside(plan, seller, index));
    repeat(perSeller.freeMail, (index) => addFreeMail(plan, seller, index));
  }
}

function repeat(times: number, work: (index: number) => void): void {
  for (let index = 0; index < times; index += 1) work(index);
}

interface Slot {
  readonly day: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

const maxTries = 6;

/** A free time of the users on some working day of the window; after a few tries a taken one will do. */
function freeSlot(
  plan: OtherPlan,
  options: {
    readonly users: readonly SimulatedUser[];
    readonly timeZone: string;
    readonly hours: readonly number[];
    readonly lastsMinutes: number;
  },
): Slot {
  const { random } = plan;
  let slot: Slot | undefined;
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const day = randomWorkday(random, { least: plan.firstDay + 2, most: plan.lastDay });
    const startsAtMs = instantMs({ day, minuteOfDay: random.pick(options.hours) * 60 + random.pick([0, 30]), timeZone: options.timeZone });
    slot = { day, startsAtMs, endsAtMs: startsAtMs + options.lastsMinutes * 60_000 };
    if (isFree(plan.ledger, { ...slot, users: options.users })) break;
  }
  return slot ?? fail();
}

const officeHours = [9, 10, 11, 13, 14, 15, 16, 17];

function addAdHoc(plan: OtherPlan, seller: SimulatedUser, index: number): void {
  const { random } = plan;
  const colleagues = colleaguesOf(seller).filter(() => random.chance(0.2));
  const users = [seller, ...colleagues];
  const slot = freeSlot(plan, { users, timeZone: seller.timeZone, hours: officeHours, lastsMinutes: random.pick([15, 30, 30, 45, 60]) });
  const language = languageOf(seller);
  const fill = filler(random.pick(plan.accounts), undefined);
  const room = random.pick(roomsByTimeZone[seller.timeZone] ?? []);
  const setting = random.weighted({ teams: 55, room: 25, none: 20 });
  const meetingKey = `internal-${seller.id}-${index}`;
  const guest = random.chance(0.5) ? [random.pick(otherColleagues)] : [];
  const roomOnly = (): Setting => ({ ...placeSetting(room.name), rooms: [room] });
  deliver(plan.ledger, {
    meetingKey,
    uid: uidOf({ system: 'outlook', seed: meetingKey }),
    subject: fill(random.pick(internalAdHocSubjects[language])),
    startsAtMs: slot.startsAtMs,
    endsAtMs: slot.endsAtMs,
    timeZone: seller.timeZone,
    organizer: personOf(seller),
    invitees: inviteesOf({
      users,
      organizer: personOf(seller),
      guests: [...guest, ...managers.filter((manager) => manager.id === seller.managerId && random.chance(0.3)).map(personOf)],
    }),
    copies: users.map((user) => ({
      user,
      response: random.weighted({ accepted: 88, tentativelyAccepted: 4, notResponded: 5, declined: 3 }),
    })),
    setting:
      setting === 'teams'
        ? teamsSetting({ random, tenantId: demoTenantId, organizerId: seller.id, language })
        : setting === 'room'
          ? roomOnly()
          : noSetting,
    bodyText: 'Internal.',
  });
}

/** An appointment without attendees: time kept free, or a private matter. */
function addOwnItem(
  plan: OtherPlan,
  seller: SimulatedUser,
  options: { readonly index: number; readonly kind: 'blocker' | 'private' },
): void {
  const { random } = plan;
  const isPrivate = options.kind === 'private';
  const slot = freeSlot(plan, {
    users: [seller],
    timeZone: seller.timeZone,
    hours: isPrivate ? [8, 12, 16, 17, 18] : [8, 9, 11, 12, 13, 15, 17, 19],
    lastsMinutes: random.pick([30, 60, 60, 90]),
  });
  const account = random.pick(plan.accounts);
  const fill = filler(account, account.contacts[0]);
  const meetingKey = `${options.kind}-${seller.id}-${options.index}`;
  const place = random.weighted({ none: 70, city: 30 });
  deliver(plan.ledger, {
    meetingKey,
    uid: uidOf({ system: random.weighted({ outlook: 85, apple: 15 }), seed: meetingKey }),
    subject: fill(random.pick((isPrivate ? privateSubjects : blockerSubjects)[languageOf(seller)])),
    startsAtMs: slot.startsAtMs,
    endsAtMs: slot.endsAtMs,
    timeZone: seller.timeZone,
    organizer: personOf(seller),
    invitees: [],
    copies: [{ user: seller, response: 'organizer' }],
    setting: place === 'city' ? placeSetting(account.city) : noSetting,
    bodyText: isPrivate ? 'Nobody at work needs to know this.' : 'Note to self.',
    fields: isPrivate ? { sensitivity: 'private' } : { showAs: random.weighted({ busy: 60, tentative: 20, free: 20 }) },
  });
}

function addAllDay(plan: OtherPlan, seller: SimulatedUser, index: number): void {
  const { random } = plan;
  const day = random.between({ least: plan.firstDay, most: plan.lastDay });
  const language = languageOf(seller);
  const subject = random.pick(allDaySubjects[language]);
  const isAway = subject === allDaySubjects[language][0];
  const meetingKey = `all-day-${seller.id}-${index}`;
  deliver(plan.ledger, {
    meetingKey,
    uid: uidOf({ system: 'outlook', seed: meetingKey }),
    subject,
    startsAtMs: day * dayMs,
    endsAtMs: (day + (isAway ? random.between({ least: 1, most: 10 }) : 1)) * dayMs,
    timeZone: seller.timeZone,
    organizer: personOf(seller),
    invitees: [],
    copies: [{ user: seller, response: 'organizer' }],
    setting: noSetting,
    bodyText: 'All day.',
    fields: { isAllDay: true, showAs: isAway ? 'oof' : 'free' },
  });
}

/** A supplier, partner or prospect: outside people, but no account. */
function addOutside(plan: OtherPlan, seller: SimulatedUser, index: number): void {
  const { random } = plan;
  const company = random.pick(otherCompanies);
  const slot = freeSlot(plan, { users: [seller], timeZone: seller.timeZone, hours: officeHours, lastsMinutes: random.pick([30, 45, 60]) });
  const contact = {
    name: `${company.name.split(' ')[0] ?? ''} Sales`,
    first: company.name,
    mail: `${random.pick(['sales', 'contact', 'jo.merten', 'k.adair'])}@${company.domains[0] ?? ''}`,
  };
  const isOurs = random.chance(0.4);
  const fill = (text: string): string =>
    text
      .replaceAll('{account}', company.name)
      .replaceAll('{first}', contact.first)
      .replaceAll('{name}', contact.name)
      .replaceAll('{city}', company.city)
      .replaceAll('{street}', company.street);
  const meetingKey = `outside-${seller.id}-${index}`;
  const isNear = random.chance(0.2);
  deliver(plan.ledger, {
    meetingKey,
    uid: uidOf({ system: isOurs ? 'outlook' : random.weighted({ outlook: 60, google: 40 }), seed: meetingKey }),
    subject: fill(random.pick(remoteSubjects[company.language])),
    startsAtMs: slot.startsAtMs,
    endsAtMs: slot.endsAtMs,
    timeZone: seller.timeZone,
    organizer: isOurs ? personOf(seller) : contact,
    invitees: [{ ...(isOurs ? contact : personOf(seller)), type: 'required', response: 'accepted' }],
    copies: [{ user: seller, response: random.weighted({ accepted: 80, tentativelyAccepted: 6, notResponded: 9, declined: 5 }) }],
    setting: settingFor({
      random,
      modality: isNear ? 'in_person' : 'virtual',
      placeKind: isNear ? 'client_office' : undefined,
      language: company.language,
      platform: random.weighted({ teams: 50, zoom: 30, meet: 20 }),
      tenantId: demoTenantId,
      organizerId: seller.id,
      room: random.pick(roomsByTimeZone[seller.timeZone] ?? []),
      fill,
    }),
    bodyText: 'With an outside company.',
  });
}

/** People who write from free-mail addresses and belong to no account that we know of. */
function addFreeMail(plan: OtherPlan, seller: SimulatedUser, index: number): void {
  const { random } = plan;
  const slot = freeSlot(plan, { users: [seller], timeZone: seller.timeZone, hours: officeHours, lastsMinutes: 45 });
  const name = random.pick(['Robin Selvik', 'Toni Marbach', 'Kim Dellory', 'Alex Przybyl']);
  const meetingKey = `free-mail-${seller.id}-${index}`;
  deliver(plan.ledger, {
    meetingKey,
    uid: uidOf({ system: 'google', seed: meetingKey }),
    subject: languageOf(seller) === 'de' ? `Gespräch ${name}` : `Chat with ${name}`,
    startsAtMs: slot.startsAtMs,
    endsAtMs: slot.endsAtMs,
    timeZone: seller.timeZone,
    organizer: { name, mail: `${name.toLowerCase().replace(' ', '-')}@gmail.com` },
    invitees: [{ ...personOf(seller), type: 'required', response: 'none' }],
    copies: [{ user: seller, response: 'accepted' }],
    setting: placeSetting(random.pick(['Café Morgenrot', 'https://meet.google.com/abc-defg-hij', 'tbd', 'Coworking Dock 9'])),
    bodyText: 'Free mail.',
  });
}
