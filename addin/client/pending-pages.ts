/** The pages of the seller's untagged meetings as one list, and which of them have to be read anew. Pure. */
import { replaceEqualDeep } from '@tanstack/react-query';
import type { Reply } from './call.ts';

type PendingReply = Reply<'pending-meetings'>;

/** What is asked for one page: without `after` the first one, in the server's own length. */
export interface PendingPage {
  /** The last meeting of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

export interface ReadPage extends PendingReply {
  /** By a clock that only rises, in milliseconds. */
  readonly readAtMs: number;
}

/** Pages in order, with what was asked for each. */
export interface ReadPages {
  readonly pages: readonly ReadPage[];
  readonly pageParams: readonly PendingPage[];
}

export interface PendingList extends PendingReply {
  /** How many meetings the next page brings; 0 when all are here. */
  readonly nextCount: number;
}

/** The first page is short, to be there at once; further ones are as long as the server gives them, since only a window of them is drawn. */
const furtherLimit = 200;
/** Every answer reads the list anew. Its first page is always asked for; further ones only when they are older than this. */
const freshForMs = 30_000;

/** Undefined when every meeting is here, or the server has no more of them although it counted more. */
export function pendingPageAfter(pages: readonly ReadPage[]): PendingPage | undefined {
  const last = pages.at(-1)?.meetings.at(-1);
  return last && missingIn(pages) > 0 ? { after: last.meetingId, limit: furtherLimit } : undefined;
}

/** `pages` are in order and at least one; what is said of the whole list is the word of the page that was read last. */
export function pendingList(pages: readonly ReadPage[]): PendingList {
  const nextCount = pendingPageAfter(pages) ? Math.min(missingIn(pages), furtherLimit) : 0;
  const { todayOn, total, isCalendarRead } = newestOf(pages);
  return { todayOn, total, isCalendarRead, meetings: pages.flatMap(({ meetings }) => meetings), nextCount };
}

/**
 * What still follows `after` in the pages that are here, when it was read a short while ago; undefined when the server has to be asked.
 * The pages before have moved up meanwhile: their end lies within a page that is here, and the rest of that page follows. Where they have
 * moved down, something new stands above, nothing here begins at their end and the server is asked.
 */
export function freshPageAfter({ pages, pageParams }: ReadPages, { after }: PendingPage, nowMs: number): ReadPage | undefined {
  if (after === undefined) return undefined;
  const page = pages[pageParams.findIndex((asked) => asked.after === after)] ?? restAfter(after, pages);
  return page && page.meetings.length > 0 && nowMs - page.readAtMs < freshForMs ? page : undefined;
}

/** The page as it was read, with the same object as before for each meeting of which nothing has changed: a drawn row is not drawn anew. */
export function withKnownMeetings(page: ReadPage, known: ReadPages | undefined): ReadPage {
  const before = new Map(known?.pages.flatMap(({ meetings }) => meetings.map((meeting) => [meeting.meetingId, meeting])));
  return { ...page, meetings: page.meetings.map((meeting) => replaceEqualDeep(before.get(meeting.meetingId), meeting)) };
}

/** Not of the first page, which is asked for each time. */
function restAfter(after: string, [, ...further]: readonly ReadPage[]): ReadPage | undefined {
  for (const page of further) {
    const index = page.meetings.findIndex(({ meetingId }) => meetingId === after);
    if (index >= 0) return { ...page, meetings: page.meetings.slice(index + 1) };
  }
  return undefined;
}

function newestOf(pages: readonly ReadPage[]): ReadPage {
  const [first, ...others] = pages;
  if (!first) throw new RangeError('a list needs a page');
  return others.reduce((newest, page) => (page.readAtMs > newest.readAtMs ? page : newest), first);
}

function missingIn(pages: readonly ReadPage[]): number {
  return newestOf(pages).total - pages.reduce((count, { meetings }) => count + meetings.length, 0);
}
