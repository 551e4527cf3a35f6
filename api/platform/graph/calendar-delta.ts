/** What has changed in one mailbox's calendar since the last look. Delta pages bring bodies, which are dropped here before anything else sees them. */
import * as z from 'zod';
import { ok, refused, type Result } from '../../domain/result.ts';
import { graphOrigin } from '../identity/microsoft-hosts.ts';
import type { CalendarWindow } from './calendar.ts';
import { type CalendarEvent, calendarEvent, GraphEvent, UtcDateTime } from './calendar-event.ts';
import { type GraphClient, type GraphFailure, graphFailure } from './graph-client.ts';

export type CalendarChange =
  /** A single event, an exception or a series master, whole. */
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  /** An occurrence as its series has it: Graph gives no more of it than this. */
  | BareOccurrence
  /** Deleted, or moved out of the window that the link is bound to: which of both, only the event itself tells. */
  | { readonly kind: 'removed'; readonly eventId: string };

export interface BareOccurrence {
  readonly kind: 'occurrence';
  readonly eventId: string;
  readonly seriesMasterId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface DeltaPage {
  /** In Graph's order; the same event may come twice, on this page or another one. */
  readonly changes: readonly CalendarChange[];
  /** Items that could not be read as documented; they are left out and counted. */
  readonly unreadable: number;
  /** `more`: the next page of this round. `end`: where the next round starts. */
  readonly next: { readonly kind: 'more' | 'end'; readonly link: string };
}

/** Small, since `$select` is refused here and every event comes with its body. */
const eventsPerDeltaPage = 50;
const prefer = `outlook.timezone="UTC", IdType="ImmutableId", odata.maxpagesize=${eventsPerDeltaPage}`;

/** Reads one page: the first of a new baseline over a window, or the one behind a link. `sync_state_lost` asks for a new baseline. */
export async function readDeltaPage(
  graph: GraphClient,
  userId: string,
  from: CalendarWindow | { readonly link: string },
): Promise<Result<DeltaPage, GraphFailure>> {
  try {
    const answer: unknown = await deltaRequest(graph, userId, from).header('Prefer', prefer).get();
    return parsePage(answer);
  } catch (error) {
    return graphFailure(error);
  }
}

function deltaRequest(graph: GraphClient, userId: string, from: CalendarWindow | { readonly link: string }) {
  if ('link' in from) return graph.api(from.link);
  return graph
    .api(`/users/${userId}/calendarView/delta`)
    .query({ startDateTime: from.startsAt.toISOString(), endDateTime: from.endsAt.toISOString() });
}

const maxPageItems = 1_000;
const Page = z.object({
  value: z.array(z.unknown()).max(maxPageItems),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

const Removed = z
  .object({ id: z.string().min(1), '@removed': z.object({ reason: z.string().nullish() }) })
  .transform(({ id }): CalendarChange => ({ kind: 'removed', eventId: id }));
const Whole = GraphEvent.transform((event): CalendarChange => ({ kind: 'event', event: calendarEvent(event) }));
const Bare = z
  .object({ id: z.string().min(1), type: z.literal('occurrence'), seriesMasterId: z.string().min(1), start: UtcDateTime, end: UtcDateTime })
  .transform(({ id, seriesMasterId, start, end }): CalendarChange => ({
    kind: 'occurrence',
    eventId: id,
    seriesMasterId,
    startsAt: start,
    endsAt: end,
  }));
const Change = z.union([Removed, Whole, Bare]);

function parsePage(answer: unknown): Result<DeltaPage, GraphFailure> {
  const page = Page.safeParse(answer);
  if (!page.success) return refused({ kind: 'unreadable', what: 'delta page' });
  const { value, '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = page.data;
  const link = nextLink ?? deltaLink;
  if (link === undefined) return refused({ kind: 'unreadable', what: 'a delta page without a link' });
  if (!link.startsWith(`${graphOrigin}/`)) return refused({ kind: 'unreadable', what: 'a next link to another host' });
  const parsed = value.map((item) => Change.safeParse(item));
  const changes = parsed.flatMap((change) => (change.success ? [change.data] : []));
  return ok({ changes, unreadable: parsed.length - changes.length, next: { kind: nextLink === undefined ? 'end' : 'more', link } });
}
