/** The pages of the seller's untagged meetings as one list. Pure. */
import type { Reply } from './call.ts';

type PendingReply = Reply<'pending-meetings'>;

/** What is asked for one page: without `after` the first one, in the server's own length. */
export interface PendingPage {
  /** The last meeting of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

export interface PendingList extends PendingReply {
  /** How many meetings the next page brings; 0 when all are here. */
  readonly nextCount: number;
}

/** The first page is short, to be there at once; further ones are as long as a browser draws without a noticeable stop. */
const furtherLimit = 100;

/** Undefined when every meeting is here, or the server has no more of them although it counted more. */
export function pendingPageAfter(pages: readonly PendingReply[]): PendingPage | undefined {
  const last = pages.at(-1)?.meetings.at(-1);
  return last && missingIn(pages) > 0 ? { after: last.meetingId, limit: furtherLimit } : undefined;
}

/** `pages` are in order and at least one; what is said of the whole list is the newest page's word. */
export function pendingList(pages: readonly PendingReply[]): PendingList {
  const newest = pages.at(-1);
  if (!newest) throw new RangeError('a list needs a page');
  const nextCount = pendingPageAfter(pages) ? Math.min(missingIn(pages), furtherLimit) : 0;
  return { ...newest, meetings: pages.flatMap(({ meetings }) => meetings), nextCount };
}

function missingIn(pages: readonly PendingReply[]): number {
  return (pages.at(-1)?.total ?? 0) - pages.reduce((count, { meetings }) => count + meetings.length, 0);
}
