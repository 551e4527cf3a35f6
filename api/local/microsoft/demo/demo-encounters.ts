// What happens when people meet: who takes part, what the calendar says of it, and the answer that the seller would give.
// Knows one meeting at a time; when and how often there are meetings stands in demo-customer-meetings.ts and -series.ts.
import type { Event as GraphEvent, ResponseType } from '@microsoft/microsoft-graph-types';
import type { Contact, DemoAccount } from './demo-accounts.ts';
import { deliver } from './demo-calendar.ts';
import type { Invitee, Ledger, Mailboxed, Person, PlannedMeeting, Setting } from './demo-calendar.ts';
import { demoTenantId, roomsByTimeZone, sellers } from './demo-people.ts';
import type { Random } from './demo-random.ts';
import { settingFor } from './demo-settings.ts';
import type { Modality } from './demo-settings.ts';
import type { PlaceKind } from './demo-words.ts';
import type { DemoAnswer } from '../demo-tenant.ts';
import type { SimulatedUser } from '../tenant.ts';

export interface CustomerPlan {
  readonly ledger: Ledger;
  readonly random: Random;
  readonly accounts: readonly DemoAccount[];
  /** Days since 1 January 1970, in the tenant's zone. */
  readonly today: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Start and subject of every meeting so far, so that an answer names one event. */
  readonly taken: Set<string>;
  /** Answers are added here, in no particular order. */
  readonly answers: DemoAnswer[];
}

/** Meetings of the last days are still waiting for their answers. */
const unansweredDays = 9;
const forgottenShare = 0.04;

/** Whether a meeting in person may have happened on this day without changing the account's story. */
export function allowsNearOn(plan: CustomerPlan, account: DemoAccount, day: number): boolean {
  const { lastNearDays } = account.story;
  return lastNearDays !== undefined && day <= plan.today - lastNearDays;
}

/** In the account of the story only the lunch is unanswered. */
export const isStoryAccount = (account: DemoAccount): boolean => account.domains.includes('contral.example');

/** The story of the first look needs its account quiet in the last days. */
export function isQuiet(plan: CustomerPlan, account: DemoAccount, day: number): boolean {
  return (
    day < plan.firstDay ||
    day > plan.lastDay ||
    (isStoryAccount(account) && day >= plan.today - unansweredDays - 3 && day <= plan.today + 2)
  );
}

export interface Touch {
  readonly day: number;
  readonly isNear: boolean;
  /** The story depends on this answer: it is held, answered and with the first contact. */
  readonly mustAnswer: boolean;
}

/** What really happened, or will. */
export interface Truth {
  readonly modality: Modality;
  readonly placeKind: PlaceKind | undefined;
  readonly outcome: DemoAnswer['outcome'];
}

const placeWeights = {
  client_office: 50,
  our_office: 12,
  meal: 15,
  coffee: 8,
  entertainment: 3,
  leisure: 2,
  conference: 6,
  other_offsite: 4,
} as const;

export function truthOf(random: Random, touch: Touch): Truth {
  const outcome = touch.mustAnswer ? 'held' : random.weighted({ held: 93, no_show: 2, cancelled: 2.5, rescheduled: 2.5 });
  if (!touch.isNear) return { modality: random.chance(0.1) ? 'phone' : 'virtual', placeKind: undefined, outcome };
  const placeKind = random.weighted(placeWeights);
  const canBeHybrid = placeKind === 'client_office' || placeKind === 'our_office';
  return { modality: canBeHybrid && random.chance(0.15) ? 'hybrid' : 'in_person', placeKind, outcome };
}

export interface Participants {
  readonly sellers: readonly Mailboxed[];
  readonly contacts: readonly (Contact & { readonly response: ResponseType })[];
  readonly organizer: Person;
  readonly isOurs: boolean;
}

const contactResponses = { accepted: 76, tentativelyAccepted: 7, none: 11, declined: 6 } as const;
const sellerResponses = { accepted: 86, tentativelyAccepted: 5, notResponded: 5, declined: 4 } as const;

/** Colleagues who work at the same hours: same manager, and a zone not more than an hour away. */
export function colleaguesOf(owner: SimulatedUser): readonly SimulatedUser[] {
  const isAmerican = (seller: SimulatedUser): boolean => seller.timeZone.startsWith('America/');
  return sellers.filter(
    (seller) => seller.id !== owner.id && seller.managerId === owner.managerId && isAmerican(seller) === isAmerican(owner),
  );
}

export function participantsOf(plan: CustomerPlan, account: DemoAccount, touch: Touch): Participants {
  const { random } = plan;
  const isOurs = touch.mustAnswer || random.chance(0.68);
  const colleagues = colleaguesOf(account.owner).filter(() => random.chance(account.tier === 'A' ? 0.32 : 0.18));
  const users = [account.owner, ...colleagues];
  const wanted = Number(random.weighted({ '1': 45, '2': 30, '3': 15, '4': 10 }));
  const first = touch.mustAnswer ? account.contacts[0] : random.pick(account.contacts);
  const others = account.contacts.filter(
    (contact) => contact !== first && random.chance((wanted - 1) / Math.max(1, account.contacts.length - 1)),
  );
  const guests = partnersOfOther(plan, account, touch);
  const contacts = [...(first === undefined ? [] : [first]), ...others, ...guests].map((contact, index) => ({
    ...contact,
    response: (index === 0 ? 'accepted' : random.weighted(contactResponses)) as ResponseType,
  }));
  const host = contacts[0];
  const organizer =
    isOurs || host === undefined ? { name: account.owner.displayName, mail: account.owner.mail } : { name: host.name, mail: host.mail };
  const mailboxed = users.map((user, index) => ({
    user,
    response: (touch.mustAnswer && index === 0 ? 'accepted' : random.weighted(sellerResponses)) as ResponseType,
  }));
  return { sellers: mailboxed, contacts, organizer, isOurs };
}

/** Now and then people of a second account join a call. */
function partnersOfOther(plan: CustomerPlan, account: DemoAccount, touch: Touch): readonly Contact[] {
  const { random } = plan;
  if (touch.isNear || touch.mustAnswer || !random.chance(0.012)) return [];
  const others = plan.accounts.filter(
    (other) =>
      other !== account &&
      other.owner === account.owner &&
      !isStoryAccount(other) &&
      other.story.firstMeetingDays >= 365 &&
      !isQuiet(plan, other, touch.day),
  );
  if (others.length === 0) return [];
  return random.pick(others).contacts.slice(0, 1 + random.between({ least: 0, most: 1 }));
}

export const remoteStarts = [540, 570, 600, 630, 660, 690, 780, 810, 840, 870, 900, 930, 960, 990, 1020];

export interface Times {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** Replaces the placeholders of demo-words.ts. */
export function filler(account: DemoAccount, contact: Contact | undefined): (text: string) => string {
  const short = account.name.replace(/ (GmbH|AG|Ltd|SAS|S\.p\.A\.|s\.r\.o\.|Co\.|& Co\. KG)$/, '');
  const { name, first } = contact ?? { name: short, first: short };
  return (text) =>
    text
      .replaceAll('{account}', short)
      .replaceAll('{first}', first)
      .replaceAll('{name}', name)
      .replaceAll('{city}', account.city)
      .replaceAll('{street}', account.street);
}

export function settingOf(
  plan: CustomerPlan,
  options: { readonly account: DemoAccount; readonly truth: Truth; readonly isOurs: boolean; readonly fill: (text: string) => string },
): Setting {
  const { account, truth } = options;
  const { random } = plan;
  const ownPlatform = options.isOurs ? random.weighted({ teams: 85, theirs: 15 }) : 'theirs';
  const room = random.pick(roomsByTimeZone[account.owner.timeZone] ?? []);
  return settingFor({
    random,
    modality: truth.modality,
    placeKind: truth.placeKind,
    language: account.language,
    platform: ownPlatform === 'teams' ? 'teams' : account.platform,
    tenantId: demoTenantId,
    organizerId: options.isOurs ? account.owner.id : account.accountId,
    room,
    fill: options.fill,
  });
}

export interface Occurrence {
  readonly meetingKey: string;
  readonly subject: string;
  readonly times: Times;
  readonly uid: string;
  readonly people: Participants;
  readonly truth: Truth;
  readonly setting: Setting;
  readonly series?: NonNullable<PlannedMeeting['series']>;
  readonly fields: GraphEvent;
}

const cancelledPrefixes = { en: 'Canceled: ', de: 'Abgesagt: ', es: 'Cancelado: ', fr: 'Annulé : ', it: 'Annullato: ' } as const;

/** Delivers the copies, and writes down the answer if the meeting is one that its seller would be asked about. */
export function record(plan: CustomerPlan, account: DemoAccount, occurrence: Occurrence, touch: Touch): void {
  const { random } = plan;
  const { people, times } = occurrence;
  const isCancelled = !touch.mustAnswer && !people.isOurs && random.chance(0.04);
  const subject = isCancelled ? `${cancelledPrefixes[account.language]}${occurrence.subject}` : occurrence.subject;
  deliver(plan.ledger, {
    meetingKey: occurrence.meetingKey,
    ...seriesOf(occurrence, isCancelled),
    uid: occurrence.uid,
    subject,
    ...times,
    timeZone: account.owner.timeZone,
    organizer: people.organizer,
    invitees: inviteesOf(random, people),
    copies: people.sellers,
    setting: occurrence.setting,
    bodyText: `Agenda for ${occurrence.subject}.`,
    fields: { ...occurrence.fields, ...(isCancelled ? { isCancelled: true } : {}) },
  });
  const seller = people.sellers.find(({ user, response }) => user.mail === people.organizer.mail || response !== 'declined')?.user;
  const isAnswered =
    !isCancelled && isAskedAbout(occurrence) && touch.day < plan.today - unansweredDays && !isForgotten(plan, account, touch);
  if (seller !== undefined && isAnswered)
    plan.answers.push(answerOf({ random, seller, subject, times, people, truth: occurrence.truth, touch }));
}

/** A cancelled occurrence is an exception of its series. */
function seriesOf(occurrence: Occurrence, isCancelled: boolean): Pick<Occurrence, 'series'> {
  const { series } = occurrence;
  if (series === undefined) return {};
  return { series: isCancelled ? { ...series, type: 'exception' } : series };
}

/** Private meetings are never asked about, and a hidden list of attendees shows no customer. */
function isAskedAbout(occurrence: Occurrence): boolean {
  const { sensitivity, hideAttendees } = occurrence.fields;
  return sensitivity !== 'private' && (hideAttendees !== true || occurrence.people.isOurs);
}

function isForgotten(plan: CustomerPlan, account: DemoAccount, touch: Touch): boolean {
  return !touch.mustAnswer && !isStoryAccount(account) && plan.random.chance(forgottenShare);
}

export function inviteesOf(random: Random, people: Participants): readonly Invitee[] {
  const organizer = people.organizer.mail;
  const ours: readonly Invitee[] = people.sellers
    .filter(({ user }) => user.mail !== organizer)
    .map(({ user, response }) => ({
      name: user.displayName,
      mail: user.mail,
      type: 'required',
      response: response === 'notResponded' ? 'none' : response,
    }));
  const theirs: readonly Invitee[] = people.contacts
    .filter((contact) => contact.mail !== organizer)
    .map((contact, index) => ({
      name: contact.name,
      mail: contact.mail,
      type: index > 1 && random.chance(0.3) ? 'optional' : 'required',
      response: contact.response,
    }));
  return [...theirs, ...ours];
}

interface AnswerOptions {
  readonly random: Random;
  readonly seller: SimulatedUser;
  readonly subject: string;
  readonly times: Times;
  readonly people: Participants;
  readonly truth: Truth;
  readonly touch: Touch;
}

function answerOf(options: AnswerOptions): DemoAnswer {
  const { random, truth, people } = options;
  const base = {
    sellerId: options.seller.id,
    startsAt: new Date(options.times.startsAtMs).toISOString(),
    subject: options.subject,
    outcome: truth.outcome,
  };
  if (truth.outcome !== 'held') return { ...base, presentMails: [], engagement: {} };
  const invited = people.contacts.filter((contact) => contact.response !== 'declined').map((contact) => contact.mail);
  const [first, ...others] = invited;
  const present = [...(first === undefined ? [] : [first]), ...others.filter(() => random.chance(0.85))];
  const isRemote = truth.modality === 'virtual' || truth.modality === 'hybrid';
  const noticed = isRemote && random.chance(0.6) ? present : [];
  const engagement = noticed.map(
    (mail) => [mail, random.weighted({ engaged: 58, camera_off: 24, disengaged: 10, not_noticed: 8 })] as const,
  );
  return {
    ...base,
    modality: truth.modality,
    ...(truth.placeKind === undefined ? {} : { place: truth.placeKind }),
    presentMails: present,
    engagement: Object.fromEntries(engagement),
  };
}
