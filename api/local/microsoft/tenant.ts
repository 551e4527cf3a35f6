// What a simulated Microsoft 365 tenant consists of: people, groups and the calendar of each mailbox.
// Holds data only: the Graph and Entra simulators serve it, the demo tenant fills it.
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';

export interface SimulatedUser {
  /** Object id in the directory (oid), a GUID. */
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  /** IANA name, for example Europe/Berlin. */
  readonly timeZone: string;
  readonly managerId?: string;
  readonly appRoles: readonly ('Manager' | 'Admin' | 'Delegate')[];
  readonly hasMailbox: boolean;
}

export interface SimulatedGroup {
  readonly id: string;
  readonly displayName: string;
  /** Direct members only, in no particular order. */
  readonly memberIds: readonly string[];
}

/**
 * One item of one mailbox: a single meeting, the master of a series, or one expanded occurrence. Every attendee of the tenant
 * has a copy of their own; copies of one meeting share `meetingKey` and `event.iCalUId`, never the ids.
 */
export interface SimulatedEvent {
  /** The same in every mailbox's copy of this occurrence. Never leaves the simulator. */
  readonly meetingKey: string;
  /** The same for the master and all occurrences of a series; absent for a single meeting. */
  readonly seriesKey?: string;
  /** Graph's default id (URL-safe form of the EWS id). Differs per mailbox, case-sensitive. */
  readonly restId: string;
  /** The id that `Prefer: IdType="ImmutableId"` gives. Differs per mailbox, case-sensitive. */
  readonly immutableId: string;
  readonly seriesMasterRestId?: string;
  readonly seriesMasterImmutableId?: string;
  /** Instant of the start in milliseconds since 1970 (all-day: midnight UTC of that day). */
  readonly startsAtMs: number;
  /** Instant of the end, exclusive. */
  readonly endsAtMs: number;
  /** Counts the changes of this copy; the change key and etag follow it. */
  readonly revision: number;
  /**
   * The Graph resource without id, etag, changeKey, seriesMasterId, webLink and bodyPreview, which the simulator adds. Start and
   * end are in UTC with seven decimals. `isOrganizer`, `responseStatus` and `showAs` are this mailbox's own. Properties left
   * out stand for Graph's usual value. `cancelledOccurrences` of a master holds the original days, YYYY-MM-DD, not yet ids.
   */
  readonly event: GraphEvent;
}

/** What somebody may do with another person's primary calendar, as `calendarPermission.role` names it. */
export interface CalendarShare {
  readonly ownerId: string;
  readonly delegateId: string;
  readonly role: 'freeBusyRead' | 'limitedRead' | 'read' | 'write' | 'delegateWithoutPrivateEventAccess' | 'delegateWithPrivateEventAccess';
}

export interface SimulatedTenant {
  readonly tenantId: string;
  readonly displayName: string;
  /** Verified domains, the default one first. */
  readonly domains: readonly string[];
  readonly users: readonly SimulatedUser[];
  readonly groups: readonly SimulatedGroup[];
  /** Parts of the organization that an administrator may name instead of a group; absent: none. */
  readonly administrativeUnits?: readonly SimulatedGroup[];
  /** Mailboxes that the app may read (Exchange RBAC scope): the direct members of this group. */
  readonly mailboxScopeGroupId: string;
  /** By user id; the items of one mailbox in no particular order. A simulator copies the lists and never changes them. */
  readonly calendars: ReadonlyMap<string, SimulatedEvent[]>;
  /** At most one per owner and delegate; absent: nobody shares anything. */
  readonly calendarShares?: readonly CalendarShare[];
}

/** A tenant with what an administrator would type at its first run. */
export interface LocalTenant extends SimulatedTenant {
  /** IANA zone of the business date. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly sellerGroupId: string;
  /** Header and accounts, the most important first. */
  readonly accountsCsv: string;
}
