// Where the copies of a meeting lie, and when it is: what every change of the true calendars begins with.
import type { DateTimeTimeZone, Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { badRequest, refuse } from './graph-http.ts';
import type { Mailbox, TenantState } from './mailbox-store.ts';
import type { SimulatedEvent } from './tenant.ts';

export interface Place {
  readonly state: TenantState;
  readonly mailbox: Mailbox;
  readonly nowAt: Date;
}

export interface Copy {
  readonly mailbox: Mailbox;
  readonly item: SimulatedEvent;
}

/** The copies of one meeting, at most one per mailbox. */
export function copiesOf(state: TenantState, meetingKey: string): readonly Copy[] {
  return [...state.mailboxes.values()].flatMap((mailbox) => {
    const item = [...mailbox.itemsByRestId.values()].find((candidate) => candidate.meetingKey === meetingKey);
    return item === undefined ? [] : [{ mailbox, item }];
  });
}

/** Instants of a meeting after a patch; the zone may be UTC or an IANA name, and an end before the start is refused. */
export function timesAfter(
  item: Pick<SimulatedEvent, 'startsAtMs' | 'endsAtMs'>,
  patch: GraphEvent,
): { readonly startsAtMs: number; readonly endsAtMs: number } {
  const startsAtMs = patch.start ? readInstant(patch.start) : item.startsAtMs;
  const endsAtMs = patch.end ? readInstant(patch.end) : item.endsAtMs;
  return endsAtMs < startsAtMs ? refuse(badRequest('The end is before the start.')) : { startsAtMs, endsAtMs };
}

function readInstant(value: DateTimeTimeZone): number {
  try {
    return Temporal.PlainDateTime.from(value.dateTime?.replace(/Z$/, '') ?? '').toZonedDateTime(value.timeZone ?? 'UTC').epochMilliseconds;
  } catch {
    return refuse(badRequest(`The time '${value.dateTime ?? ''}' in zone '${value.timeZone ?? ''}' is not understood.`));
  }
}
