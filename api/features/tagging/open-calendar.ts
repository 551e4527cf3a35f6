/** Which calendar an open item stands in and whether the caller may read it: the own one, or one whose owner shares it with the caller. */
import { sql } from 'kysely';
import { normaliseMail } from '../../domain/account-match.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Call, Refusal } from '../../platform/trigger/handler.ts';
import type { Route } from '../../contract/route.ts';
import type { ReadableCalendar } from './open-item.ts';

export interface OpenCalendar extends ReadableCalendar {
  /** Undefined for the caller's own. */
  readonly owner: CalendarOwner | undefined;
}

export interface CalendarOwner {
  readonly id: string;
  readonly name: string;
}

type Access = Pick<Call<Route>, 'caller' | 'graph' | 'graphAsCaller'>;

/** The caller's own calendar, which is read for sellers alone. */
export function ownCalendar({ caller, graph }: Access): Result<OpenCalendar, Refusal> {
  if (!caller.roles.includes('seller')) return refused({ kind: 'role_missing' });
  return ok({ graph: graph(), userId: caller.userId, owner: undefined });
}

/**
 * Somebody else's calendar, opened in the caller's own name: that Graph lets the caller read an event there is the proof, and the only one.
 * The address that Outlook gave says whose it is and grants nothing.
 */
export async function sharedCalendar({ graphAsCaller }: Access, owner: CalendarOwner): Promise<Result<OpenCalendar, Refusal>> {
  const graph = await graphAsCaller();
  if (graph.ok) return ok({ graph: graph.value, userId: owner.id, owner });
  return refused({ kind: graph.failure.kind === 'not_allowed' ? 'sharing_not_allowed' : 'calendar_not_reachable' });
}

/** The enrolled seller with this address; undefined when there is none. */
export async function findSeller(tx: TenantTransaction, mail: string): Promise<CalendarOwner | undefined> {
  const { rows } = await sql<CalendarOwner>`
    select person_id as id, display_name as name from person
    where lower(mail) = ${normaliseMail(mail) ?? ''} and is_seller and left_at is null`.execute(tx);
  return rows[0];
}

/** Why an event of the calendar could not be read. What Graph hides of a shared calendar is not told apart from what is not there. */
export function calendarRefusal(failure: GraphFailure, isShared: boolean): Refusal {
  switch (failure.kind) {
    case 'not_found':
      return { kind: isShared ? 'calendar_not_shared' : 'meeting_not_found' };
    case 'out_of_scope':
    case 'no_mailbox':
      return { kind: isShared ? 'calendar_not_shared' : 'calendar_not_in_scope' };
    case 'access_refused':
      return { kind: isShared ? 'sharing_not_allowed' : 'calendar_not_reachable' };
    case 'conflict':
    case 'sync_state_lost':
    case 'unavailable':
    case 'unreadable':
      return { kind: 'calendar_not_reachable' };
  }
}
