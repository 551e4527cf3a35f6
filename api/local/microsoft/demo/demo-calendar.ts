// The calendars of the demo tenant while they are being filled: turns local times into instants, finds free time, delivers copies.
import { hash } from 'node:crypto';
import type { Attendee, AttendeeType, Event as GraphEvent, ResponseType } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { copyMeeting, noTime, utcTimes } from '../meeting-copies.ts';
import { globalObjectId } from '../outlook-ids.ts';
import type { Random } from './demo-random.ts';
import type { SimulatedEvent, SimulatedUser } from '../tenant.ts';

export const dayMs = 86_400_000;
const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;

/** Days are whole numbers since 1 January 1970 here; this is the text form, YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function dayOf(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / dayMs);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

/** Graph's names; Sunday first. */
export const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Graph's name of the day of the week. */
export function weekdayNameOf(day: number): (typeof weekdayNames)[number] {
  return weekdayNames[weekdayOf(day)] ?? 'sunday';
}

export function isWorkday(day: number): boolean {
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
}

/** The day itself, or the last working day before it. */
export function workdayAtOrBefore(day: number): number {
  const weekday = weekdayOf(day);
  return weekday === 0 ? day - 2 : weekday === 6 ? day - 1 : day;
}

/** A working day within the bounds, all equally likely but for the edges: a weekend falls on some day of the week before it. */
export function randomWorkday(random: Random, bounds: { readonly least: number; readonly most: number }): number {
  const day = random.between(bounds);
  if (isWorkday(day)) return day;
  const friday = workdayAtOrBefore(day);
  return workdayAtOrBefore(Math.max(bounds.least, friday - random.between({ least: 0, most: 4 })));
}

interface LocalTime {
  readonly day: number;
  readonly minuteOfDay: number;
  readonly timeZone: string;
}

/** Offsets at noon by zone and day: clocks change at night, so one offset holds for all business hours of a day. */
const offsets = new Map<string, number>();

function offsetMs(local: LocalTime): number {
  const key = `${local.timeZone}${local.day}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const noon = Temporal.PlainDate.from(dayText(local.day)).toZonedDateTime({ timeZone: local.timeZone, plainTime: '12:00' });
  const offset = noon.offsetNanoseconds / 1_000_000;
  offsets.set(key, offset);
  return offset;
}

/** The instant of a local time of day, between about 04:00 and 23:59. */
export function instantMs(local: LocalTime): number {
  return local.day * dayMs + local.minuteOfDay * minuteMs - offsetMs(local);
}

export interface Person {
  readonly name: string;
  readonly mail: string;
}

export interface Invitee extends Person {
  readonly type: AttendeeType;
  readonly response: ResponseType;
}

/** Where a meeting is, as its Graph event says it, and what its invitation adds to the body. */
export interface Setting {
  readonly fields: Pick<
    GraphEvent,
    'location' | 'locations' | 'isOnlineMeeting' | 'onlineMeetingProvider' | 'onlineMeeting' | 'onlineMeetingUrl'
  >;
  readonly invitation: string;
  /** Room mailboxes booked with the meeting. */
  readonly rooms: readonly Person[];
}

export interface Mailboxed {
  readonly user: SimulatedUser;
  readonly response: ResponseType;
}

export interface PlannedMeeting {
  readonly meetingKey: string;
  readonly series?: {
    readonly seriesKey: string;
    readonly masterKey?: string;
    readonly type: 'seriesMaster' | 'occurrence' | 'exception';
    readonly originalStartsAtMs?: number;
  };
  readonly uid: string;
  readonly subject: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** Zone of the organizer. */
  readonly timeZone: string;
  readonly organizer: Person;
  /** Everybody invited but the organizer; the sellers among them also stand in `copies`. */
  readonly invitees: readonly Invitee[];
  /** Whose mailboxes get a copy: the organizer too, when one of ours. */
  readonly copies: readonly Mailboxed[];
  readonly setting: Setting;
  readonly bodyText: string;
  /** Further fields of the event: sensitivity, isAllDay, recurrence and so on. */
  readonly fields?: GraphEvent;
}

export interface Ledger {
  readonly calendars: ReadonlyMap<string, SimulatedEvent[]>;
  /** By user id: the half hours already taken, as instants divided by 30 minutes. */
  readonly busy: ReadonlyMap<string, Set<number>>;
  readonly ourDomain: string;
}

/** Empty calendars for these mailboxes. */
export function openLedger(options: { readonly users: readonly SimulatedUser[]; readonly ourDomain: string }): Ledger {
  return {
    calendars: new Map(options.users.map((user) => [user.id, []])),
    busy: new Map(options.users.map((user) => [user.id, new Set()])),
    ourDomain: options.ourDomain,
  };
}

interface Span {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

function halfHours(span: Span): readonly number[] {
  const first = Math.floor(span.startsAtMs / halfHourMs);
  const count = Math.max(1, Math.ceil((span.endsAtMs - first * halfHourMs) / halfHourMs));
  return Array.from({ length: count }, (_, index) => first + index);
}

export function occupy(ledger: Ledger, options: Span & { readonly users: readonly SimulatedUser[] }): void {
  for (const user of options.users) {
    for (const half of halfHours(options)) ledger.busy.get(user.id)?.add(half);
  }
}

export function isFree(ledger: Ledger, options: Span & { readonly users: readonly SimulatedUser[] }): boolean {
  const wanted = halfHours(options);
  return options.users.every((user) => !wanted.some((half) => ledger.busy.get(user.id)?.has(half)));
}

function attendeesOf(planned: PlannedMeeting, ledger: Ledger): Attendee[] {
  // Only an organizer of our own Exchange tracks the answers; an outside organizer's invitation shows none.
  const isTracked = planned.organizer.mail.endsWith(`@${ledger.ourDomain}`);
  const rooms: readonly Invitee[] = planned.setting.rooms.map((room) => ({ ...room, type: 'resource', response: 'accepted' }));
  return [...planned.invitees, ...rooms].map((invitee) => ({
    type: invitee.type,
    status: {
      response: isTracked ? invitee.response : 'none',
      time: isTracked && invitee.response !== 'none' ? new Date(planned.startsAtMs - 3 * dayMs).toISOString() : noTime,
    },
    emailAddress: { name: invitee.name, address: invitee.mail },
  }));
}

/** A body with a text that must never leave the mailbox, so that a leak can be found by its name. */
function bodyOf(planned: PlannedMeeting): GraphEvent['body'] {
  const canary = `CANARY-BODY-${planned.fields?.sensitivity === 'private' ? 'PRIVATE-' : ''}${planned.meetingKey}`;
  return {
    contentType: 'html',
    content: `<html><body><p>${planned.bodyText}</p><p>${canary}</p>${planned.setting.invitation}</body></html>`,
  };
}

/** What all copies of the meeting share. */
function sharedEventOf(planned: PlannedMeeting, ledger: Ledger): GraphEvent {
  const { series } = planned;
  const created = new Date(planned.startsAtMs - 20 * dayMs).toISOString();
  return {
    subject: planned.subject,
    iCalUId: planned.uid,
    type: series?.type ?? 'singleInstance',
    ...(series?.originalStartsAtMs === undefined
      ? {}
      : { originalStart: new Date(series.originalStartsAtMs).toISOString().replace('.000Z', 'Z') }),
    createdDateTime: created,
    lastModifiedDateTime: created,
    originalStartTimeZone: planned.timeZone,
    organizer: { emailAddress: { name: planned.organizer.name, address: planned.organizer.mail } },
    attendees: attendeesOf(planned, ledger),
    ...planned.setting.fields,
    body: bodyOf(planned) ?? null,
    ...utcTimes(planned),
    ...planned.fields,
  };
}

/** Puts a copy into each mailbox of `copies` and marks the time as taken. */
export function deliver(ledger: Ledger, planned: PlannedMeeting): void {
  const { series, meetingKey, startsAtMs, endsAtMs } = planned;
  const shared = sharedEventOf(planned, ledger);
  const keys = {
    ...(series === undefined ? {} : { seriesKey: series.seriesKey }),
    ...(series?.masterKey === undefined ? {} : { masterKey: series.masterKey }),
  };
  for (const { user, response } of planned.copies) {
    ledger.calendars.get(user.id)?.push(copyMeeting({ user, meetingKey, ...keys, shared, startsAtMs, endsAtMs, response }));
  }
  const isTaken = series?.type !== 'seriesMaster' && planned.fields?.isAllDay !== true;
  if (isTaken) occupy(ledger, { startsAtMs, endsAtMs, users: planned.copies.map((copy) => copy.user) });
}

export type MailSystem = 'outlook' | 'google' | 'apple';

/** The UID that the organizer's system gives; only Outlook writes the occurrence's day into it. */
export function uidOf(options: { readonly system: MailSystem; readonly seed: string; readonly occurrenceDay?: number }): string {
  const { system, seed, occurrenceDay } = options;
  if (system === 'outlook')
    return globalObjectId({ seed, ...(occurrenceDay === undefined ? {} : { occurrenceOn: dayText(occurrenceDay) }) });
  const hex = hash('sha256', seed, 'hex');
  if (system === 'apple')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`.toUpperCase();
  const name = BigInt(`0x${hex.slice(0, 32)}`)
    .toString(32)
    .slice(0, 26);
  return `${name}@google.com`;
}

export const noSetting: Setting = { fields: {}, invitation: '', rooms: [] };
