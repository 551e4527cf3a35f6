/** Local days and times of the demo tenant's zone: windows to ask for, labels to show, and which day and meeting open first. */
import { Temporal } from 'temporal-polyfill';
import type { OutlookItem } from './endpoints.ts';

const daysLookedBack = 14;

/** The instants [fromAt, toAt) of one local day; days of 23 and 25 hours included. */
export function dayWindow(dayOn: string, timeZone: string): { readonly fromAt: string; readonly toAt: string } {
  const day = Temporal.PlainDate.from(dayOn);
  return {
    fromAt: day.toZonedDateTime(timeZone).toInstant().toString(),
    toAt: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString(),
  };
}

/** The instants [fromAt, toAt) of the last fortnight up to now. */
export function recentWindow(nowAt: string, timeZone: string): { readonly fromAt: string; readonly toAt: string } {
  const today = Temporal.PlainDate.from(localDay(nowAt, timeZone));
  return { fromAt: dayWindow(today.subtract({ days: daysLookedBack }).toString(), timeZone).fromAt, toAt: nowAt };
}

/** The local day of an instant, YYYY-MM-DD. */
export function localDay(at: string, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function shiftDay(dayOn: string, days: number): string {
  return Temporal.PlainDate.from(dayOn).add({ days }).toString();
}

/** The last local day with a meeting that has ended by now; today when the fortnight holds none. */
export function lastDayWithMeetings(items: readonly OutlookItem[], at: { readonly nowAt: string; readonly timeZone: string }): string {
  const now = Date.parse(at.nowAt);
  const ended = items.filter((item) => !item.isAllDay && !item.isCancelled && Date.parse(item.end) <= now);
  const last = ended.reduce<OutlookItem | undefined>(
    (latest, item) => (latest === undefined || Date.parse(item.start) > Date.parse(latest.start) ? item : latest),
    undefined,
  );
  return localDay(last?.start ?? at.nowAt, at.timeZone);
}

/** The meeting to open when none is named: the first with somebody from another organisation, else the first. */
export function firstToOpen(items: readonly OutlookItem[], ownAddress: string): OutlookItem | undefined {
  const ownDomain = domainOf(ownAddress);
  const withOthers = items.find((item) => {
    const addresses = [item.organizer.address, ...[...item.requiredAttendees, ...item.optionalAttendees].map((each) => each.emailAddress)];
    return !item.isCancelled && addresses.some((address) => address !== '' && domainOf(address) !== ownDomain);
  });
  return withOthers ?? items[0];
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** For example "Mon, 23 Nov 2026": short enough for one line of the narrow list. */
export function dayLabel(dayOn: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${dayOn}T00:00:00Z`),
  );
}

/** For example "Mon 23 Nov, 14:05". */
export function momentLabel(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at));
}

/** For example "12:30–14:00"; a meeting that ends on another day shows that day too. */
export function spanLabel(item: OutlookItem, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const endsSameDay = localDay(item.start, timeZone) === localDay(item.end, timeZone);
  return `${time.format(new Date(item.start))}–${endsSameDay ? time.format(new Date(item.end)) : momentLabel(item.end, timeZone)}`;
}
