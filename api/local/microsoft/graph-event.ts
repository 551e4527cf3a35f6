// Turns an item of a mailbox into the Graph resource that a caller sees: chosen fields, kind of id, time zone, body.
// The only place that knows Graph's property names of an event.
import type { Event as GraphEvent, DateTimeTimeZone } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import type { Preferences } from './graph-http.ts';
import { changeKeyOf, toEwsId } from './outlook-ids.ts';
import type { SimulatedEvent } from './tenant.ts';

type View = Pick<Preferences, 'idKind' | 'timeZone' | 'bodyKind'>;
type Property = Exclude<
  keyof GraphEvent,
  | 'id'
  | 'attachments'
  | 'calendar'
  | 'extensions'
  | 'instances'
  | 'multiValueExtendedProperties'
  | 'singleValueExtendedProperties'
  | 'exceptionOccurrences'
  | 'cancelledOccurrences'
>;

/** One entry per property of the v1.0 type; the order is the order of the answer. */
const render: { readonly [name in Property]: (item: SimulatedEvent, view: View) => unknown } = {
  createdDateTime: ({ event }) => event.createdDateTime ?? '2020-01-01T00:00:00Z',
  lastModifiedDateTime: ({ event }) => event.lastModifiedDateTime ?? event.createdDateTime ?? '2020-01-01T00:00:00Z',
  changeKey: (item) => changeKeyOf(item),
  categories: ({ event }) => event.categories ?? [],
  transactionId: ({ event }) => event.transactionId ?? null,
  originalStartTimeZone: ({ event }) => event.originalStartTimeZone ?? 'UTC',
  originalEndTimeZone: ({ event }) => event.originalEndTimeZone ?? event.originalStartTimeZone ?? 'UTC',
  iCalUId: ({ event }) => event.iCalUId ?? null,
  reminderMinutesBeforeStart: ({ event }) => event.reminderMinutesBeforeStart ?? 15,
  isReminderOn: ({ event }) => event.isReminderOn ?? true,
  hasAttachments: ({ event }) => event.hasAttachments ?? false,
  subject: ({ event }) => event.subject ?? '',
  bodyPreview: ({ event }) => textOf(event).slice(0, 255),
  importance: ({ event }) => event.importance ?? 'normal',
  sensitivity: ({ event }) => event.sensitivity ?? 'normal',
  originalStart: ({ event }) => event.originalStart ?? null,
  isAllDay: ({ event }) => event.isAllDay ?? false,
  isCancelled: ({ event }) => event.isCancelled ?? false,
  isDraft: ({ event }) => event.isDraft ?? false,
  isOrganizer: ({ event }) => event.isOrganizer ?? true,
  responseRequested: ({ event }) => event.responseRequested ?? true,
  seriesMasterId: (item, view) => masterIdOf(item, view),
  showAs: ({ event }) => event.showAs ?? 'busy',
  type: ({ event }) => event.type ?? 'singleInstance',
  webLink: (item) => `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(toEwsId(item.restId))}&exvsurl=1&path=/calendar/item`,
  onlineMeetingUrl: ({ event }) => event.onlineMeetingUrl ?? null,
  isOnlineMeeting: ({ event }) => event.isOnlineMeeting ?? false,
  onlineMeetingProvider: ({ event }) => event.onlineMeetingProvider ?? 'unknown',
  allowNewTimeProposals: ({ event }) => event.allowNewTimeProposals ?? true,
  hideAttendees: ({ event }) => event.hideAttendees ?? false,
  responseStatus: ({ event }) => event.responseStatus ?? { response: 'none', time: '0001-01-01T00:00:00Z' },
  body: ({ event }, view) =>
    view.bodyKind === 'text' ? { contentType: 'text', content: textOf(event) } : (event.body ?? { contentType: 'html', content: '' }),
  start: (item, view) => inZone({ atMs: item.startsAtMs, isAllDay: item.event.isAllDay === true, timeZone: view.timeZone }),
  end: (item, view) => inZone({ atMs: item.endsAtMs, isAllDay: item.event.isAllDay === true, timeZone: view.timeZone }),
  location: ({ event }) =>
    event.location ?? { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} },
  locations: ({ event }) => event.locations ?? (event.location?.displayName ? [event.location] : []),
  recurrence: ({ event }) => event.recurrence ?? null,
  attendees: ({ event }) => event.attendees ?? [],
  organizer: ({ event }) => event.organizer ?? null,
  onlineMeeting: ({ event }) => event.onlineMeeting ?? null,
};

const allProperties = Object.keys(render) as readonly Property[];

/** Names that `$select` accepts; `cancelledOccurrences` comes only when it is selected on a series master. */
export const eventProperties: ReadonlySet<string> = new Set([...allProperties, 'cancelledOccurrences']);

/** The plain text of the body, as the preview and Outlook's own body text show it. */
export function textOf(event: GraphEvent): string {
  return (event.body?.content ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The id of an item in the kind that the caller asked for. */
export function idOf(item: SimulatedEvent, idKind: View['idKind']): string {
  return idKind === 'immutable' ? item.immutableId : item.restId;
}

function masterIdOf(item: SimulatedEvent, view: View): string | null {
  return (view.idKind === 'immutable' ? item.seriesMasterImmutableId : item.seriesMasterRestId) ?? null;
}

/** Seven decimals, no offset. An all-day item is midnight in whatever zone is asked for: it has no instant. */
function inZone(options: { readonly atMs: number; readonly isAllDay: boolean; readonly timeZone: string }): DateTimeTimeZone {
  const { atMs, timeZone } = options;
  if (options.isAllDay || timeZone === 'UTC') return { dateTime: new Date(atMs).toISOString().replace(/\.\d{3}Z$/, '.0000000'), timeZone };
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone };
}

/**
 * One event as Graph answers it. `select` limits the fields (id and etag are always there); without it all fields come,
 * the body too, for private items as well: an application permission sees everything.
 */
export function renderEvent(options: {
  readonly item: SimulatedEvent;
  readonly view: View;
  readonly select: readonly string[] | undefined;
}): Readonly<Record<string, unknown>> {
  const { item, view, select } = options;
  const chosen = select === undefined ? allProperties : allProperties.filter((name) => select.includes(name));
  const fields = chosen.map((name) => [name, render[name](item, view)] as const);
  const cancelled = select?.includes('cancelledOccurrences') === true && item.event.type === 'seriesMaster';
  return {
    '@odata.etag': `W/"${changeKeyOf(item)}"`,
    id: idOf(item, view.idKind),
    ...Object.fromEntries(fields),
    ...(cancelled
      ? { cancelledOccurrences: (item.event.cancelledOccurrences ?? []).map((day) => `OID.${idOf(item, view.idKind)}.${day}`) }
      : {}),
  };
}
